/* Runs before anything of the page is drawn, so that nothing jumps or flashes: scripts run here, and the reader may have chosen
   a colour scheme. The theme keeps choices under these names, by the folder of the site. */
(function (root) {
  "use strict";

  const site = new URL("../../", document.currentScript.src);

  root.__md_scope = site;

  root.__md_hash = function (text) {
    return [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
  };

  root.__md_get = function (name, storage = localStorage, scope = site) {
    return JSON.parse(storage.getItem(scope.pathname + "." + name));
  };

  root.__md_set = function (name, value, storage = localStorage, scope = site) {
    try {
      storage.setItem(scope.pathname + "." + name, JSON.stringify(value));
    } catch (refused) {
      console.info(refused.message);
    }
  };

  function isDark() {
    return matchMedia("(prefers-color-scheme: dark)").matches;
  }

  /** The scheme that was kept; without one the style sheets follow the system. */
  function showKeptScheme() {
    const kept = root.__md_get("__palette");
    const color = kept && kept.color;
    if (!color) return;
    const isChosen = color.media !== "(prefers-color-scheme)";
    Object.assign(document.body.dataset, {
      mdColorMedia: color.media,
      mdColorScheme: isChosen ? color.scheme : isDark() ? "slate" : "default",
    });
  }

  document.documentElement.classList.replace("no-js", "js");
  showKeptScheme();
})(self);
