/* What a reader chose to compare: kept by the browser for the folder of the site, and in the address ?practices=a,b, which alone
   brings it back anywhere. Where nothing may be kept, the address and the page itself remember. */
var KatalogChosen = (() => {
  "use strict";

  const MOST = 4;
  const NAME = "practices";
  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const site = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const KEPT = `${site.pathname}.porownanie`;

  /** @type {string[]} what this page remembers where nothing else does */
  let remembered = [];

  /** @param {unknown} given @returns {string[]} the ids among it, each once */
  function clean(given) {
    return Array.isArray(given) ? [...new Set(given.filter((each) => typeof each === "string" && ID.test(each)))] : [];
  }

  /** The ids that an address names, of however many practices; null where it says nothing of them.
      @param {string} search */
  function named(search) {
    const value = new URLSearchParams(search).get(NAME);
    return value === null ? null : clean(value.split(","));
  }

  /** The address with these ids in it, and all else that it asks for: empty, or beginning with a question mark.
      @param {string} search @param {string[]} ids */
  function naming(search, ids) {
    const params = new URLSearchParams(search);
    params.delete(NAME);
    const parts = [params.toString(), ids.length ? `${NAME}=${ids.join(",")}` : ""].filter(Boolean);
    return parts.length ? "?" + parts.join("&") : "";
  }

  /** What the browser keeps; null where a reader allows it nothing.
      @returns {string[] | null} */
  function kept() {
    try {
      return clean(JSON.parse(localStorage.getItem(KEPT) || "[]")).slice(0, MOST);
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
      return null;
    }
  }

  /** @param {string[]} ids @returns {boolean} whether the browser kept them */
  function keep(ids) {
    try {
      if (ids.length) localStorage.setItem(KEPT, JSON.stringify(ids));
      else localStorage.removeItem(KEPT);
      return true;
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
      return false;
    }
  }

  /** @param {string[]} ids */
  function putInAddress(ids) {
    // Some browsers refuse a new address to a page of a folder; the page remembers all the same.
    try {
      history.replaceState(history.state, "", location.pathname + naming(location.search, ids) + location.hash);
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
    }
  }

  /** What is chosen: by the address, else by what is kept. */
  function all() {
    return (named(location.search) || kept() || remembered).slice(0, MOST);
  }

  /** Remembers a choice in every way there is; the address of a page that is not about it only where it has to.
      @param {string[]} ids @param {{inAddress?: boolean}} [how] */
  function choose(ids, { inAddress = false } = {}) {
    remembered = ids;
    const isKept = keep(ids);
    if (inAddress || !isKept || named(location.search)) putInAddress(ids);
  }

  /** Some of what is kept is not in the catalogue any more: it takes no room there.
      @param {string[]} ids */
  function forget(ids) {
    const left = (kept() || []).filter((id) => !ids.includes(id));
    if (ids.length) keep(left);
    remembered = remembered.filter((id) => !ids.includes(id));
  }

  return { MOST, KEPT, site, named, naming, kept, all, choose, forget };
})();
