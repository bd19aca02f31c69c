/* The ways to other languages keep what this page was asked for: the values of filters have the same names in each of them. */
(() => {
  "use strict";

  const OF_ONE_LANGUAGE = "h"; // words to mark on the page of a practice

  /** What the address asks for; on a page without a search of its own else what was typed into the header's. */
  function asked() {
    const params = new URLSearchParams(location.search);
    const typed = /** @type {HTMLInputElement} */ (document.querySelector("[data-search-panel] input")).value.trim();
    params.delete(OF_ONE_LANGUAGE);
    if (typed && !self.KatalogAsked) params.set("q", typed);
    return params.toString();
  }

  /** @param {HTMLAnchorElement} link */
  function keep(link) {
    const bare = link.href.split(/[?#]/)[0];
    const search = asked();
    link.href = bare + (search && "?" + search) + location.hash;
  }

  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".tool--language"))) {
    // Scripts change the address, so it is looked at when a reader turns to the link.
    for (const name of ["pointerenter", "focus", "click"]) link.addEventListener(name, () => keep(link));
    keep(link);
  }
})();
