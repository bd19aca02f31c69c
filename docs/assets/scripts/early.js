/* Runs before anything of the page is drawn, so that nothing jumps or flashes: scripts run here, and the reader may have chosen
   a colour scheme. What is kept goes by the folder of the site. */
(function (root) {
  "use strict";

  const site = new URL("../../", document.currentScript.src);
  const SCHEME = `${site.pathname}.motyw`;
  const look = document.documentElement.classList;
  let chosen = null; // for this page, where nothing can be kept

  /** What is asked of the storage, or nothing: where a reader allows none, even its name is an error. */
  function tried(ask) {
    try {
      return ask();
    } catch (refused) {
      console.info(refused.message);
      return null;
    }
  }

  /** The colour scheme that the reader chose: "light", "dark", or null for that of the system, which the style sheets follow. */
  root.KatalogScheme = {
    chosen: () => chosen,
    choose(scheme) {
      chosen = scheme;
      tried(() => (scheme ? localStorage.setItem(SCHEME, JSON.stringify(scheme)) : localStorage.removeItem(SCHEME)));
      show();
    },
  };

  function show() {
    if (chosen) document.body.dataset.scheme = chosen;
    else delete document.body.dataset.scheme;
  }

  function showKept() {
    chosen = tried(() => JSON.parse(localStorage.getItem(SCHEME)));
    show();
  }

  /** What a page can do without scripts is there already, for a script that is too new for this browser or did not arrive. */
  function doWithout() {
    if (!document.querySelector("[data-scripted]:not([data-state])")) return;
    look.replace("js", "no-js");
    look.remove("is-narrowed", "is-awaited");
  }

  look.replace("no-js", "js");
  showKept();
  // By now those scripts have run that a page waits for.
  document.addEventListener("DOMContentLoaded", doWithout, { once: true });
  // A browser that goes back shows the page as it was left; the scheme may have been chosen on the next one.
  root.addEventListener("pageshow", ({ persisted }) => {
    if (persisted && tried(() => localStorage)) showKept();
  });
})(self);
