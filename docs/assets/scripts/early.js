/* Runs before anything of the page is drawn, so that nothing jumps or flashes: scripts run here, and the reader may have chosen
   a colour scheme. The theme looks for these names; what is kept goes by the folder of the site. */
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

  const SCHEME = "motyw";

  /** The colour scheme that the reader chose: "light", "dark", or null for that of the system, which the style sheets follow. */
  root.KatalogScheme = {
    chosen: () => root.__md_get(SCHEME),
    choose(scheme) {
      if (scheme) root.__md_set(SCHEME, scheme);
      else localStorage.removeItem(`${site.pathname}.${SCHEME}`);
      show(scheme);
    },
  };

  function show(scheme) {
    if (scheme) document.body.dataset.scheme = scheme;
    else delete document.body.dataset.scheme;
  }

  document.documentElement.classList.replace("no-js", "js");
  show(root.KatalogScheme.chosen());
})(self);
