/* Runs before anything of the page is drawn, so that nothing jumps or flashes: scripts run here, and the reader may have chosen
   a colour scheme. The theme looks for the names that begin with __md_; what is kept goes by the folder of the site. */
var KatalogScheme = (() => {
  "use strict";

  const root = /** @type {Record<string, any>} */ (/** @type {unknown} */ (self));
  const site = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);

  root.__md_scope = site;

  root.__md_hash = function (/** @type {string} */ text) {
    return [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
  };

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

  root.__md_get = function (/** @type {string} */ name, /** @type {Storage} */ storage, scope = site) {
    return tried(() => JSON.parse((storage || localStorage).getItem(scope.pathname + "." + name) || "null"));
  };

  root.__md_set = function (/** @type {string} */ name, /** @type {any} */ value, /** @type {Storage} */ storage, scope = site) {
    tried(() => (storage || localStorage).setItem(scope.pathname + "." + name, JSON.stringify(value)));
  };

  const SCHEME = "motyw";
  const look = document.documentElement.classList;

  /** The colour scheme that the reader chose: "light", "dark", or null for that of the system, which the style sheets follow.
      It is kept here as well, for a page where nothing can be kept. */
  class Scheme {
    /** @type {string | null} */
    #chosen = null;

    chosen() {
      return this.#chosen;
    }

    /** @param {string | null} scheme */
    choose(scheme) {
      this.#chosen = scheme;
      if (scheme) root.__md_set(SCHEME, scheme);
      else tried(() => localStorage.removeItem(`${site.pathname}.${SCHEME}`));
      this.show();
    }

    show() {
      if (this.#chosen) document.body.dataset.scheme = this.#chosen;
      else delete document.body.dataset.scheme;
    }

    showKept() {
      this.#chosen = root.__md_get(SCHEME);
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
