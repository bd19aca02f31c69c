/* Runs before anything of the page is drawn, so that nothing jumps or flashes: scripts run here, and the reader may have chosen
   a colour scheme. What is kept goes by the folder of the site. */
var KatalogScheme = (() => {
  "use strict";

  const site = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const KEPT = `${site.pathname}.motyw`;
  const look = document.documentElement.classList;

  /** What is asked of the storage, or nothing: where a reader allows none, even its name is an error.
      @template T @param {() => T} ask */
  function tried(ask) {
    try {
      return ask();
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
      return null;
    }
  }

  /** The colour scheme that the reader chose: "light", "dark", or null for that of the system, which the style sheets follow.
      It is kept here as well, for a page where nothing can be kept. */
  class Scheme {
    /** @type {string | null} */
    #chosen = null;

    chosen() {
      return this.#chosen;
    }

    /** What the browser keeps for the site under a name.
        @param {string} name */
    kept(name) {
      return tried(() => localStorage.getItem(`${site.pathname}.${name}`));
    }

    /** @param {string | null} scheme */
    choose(scheme) {
      this.#chosen = scheme;
      tried(() => (scheme ? localStorage.setItem(KEPT, JSON.stringify(scheme)) : localStorage.removeItem(KEPT)));
      this.show();
    }

    show() {
      if (this.#chosen) document.body.dataset.scheme = this.#chosen;
      else delete document.body.dataset.scheme;
    }

    showKept() {
      this.#chosen = tried(() => JSON.parse(localStorage.getItem(KEPT) || "null"));
      this.show();
    }
  }

  /** What a page can do without scripts is there already, for a script that is too new for this browser or did not arrive. */
  function doWithout() {
    if (!document.querySelector("[data-scripted]:not([data-state])")) return;
    look.replace("js", "no-js");
    look.remove("is-narrowed", "is-awaited");
  }

  const scheme = new Scheme();
  look.replace("no-js", "js");
  scheme.showKept();
  // By now those scripts have run that a page waits for.
  document.addEventListener("DOMContentLoaded", doWithout, { once: true });
  // A browser that goes back shows the page as it was left; the scheme may have been chosen on the next one.
  self.addEventListener("pageshow", ({ persisted }) => {
    if (persisted && tried(() => localStorage)) scheme.showKept();
  });
  return scheme;
})();
