/* What a reader has chosen on the catalogue page, and the address that says so: ?q=…&theme=…&theme=…&sort=… */

/** Every facet is in chosen, with the ids of its values.
    @typedef {{query: string, chosen: Record<string, string[]>, sort: string}} CatalogueState */

var KatalogState = (() => {
  "use strict";

  // What there is to narrow and to sort by is said by the page that loads this.
  const { facets = "", sorts = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  const FACETS = facets.split(" ");
  const SORTS = sorts.split(" ");

  /** @param {string} search @returns {CatalogueState} */
  function read(search) {
    const params = new URLSearchParams(search);
    /** @type {CatalogueState["chosen"]} */
    const chosen = {};
    for (const facet of FACETS) chosen[facet] = [...new Set(params.getAll(facet))];
    const sort = params.get("sort") || "";
    return { query: (params.get("q") || "").trim(), chosen, sort: SORTS.includes(sort) ? sort : SORTS[0] };
  }

  /** The same as text for the address: empty, or beginning with a question mark.
      @param {CatalogueState} state */
  function write({ query, chosen, sort }) {
    const params = new URLSearchParams();
    if (query) params.append("q", query);
    for (const facet of FACETS) for (const value of chosen[facet]) params.append(facet, value);
    if (sort !== SORTS[0]) params.append("sort", sort);
    const text = params.toString();
    return text && "?" + text;
  }

  /** Whether any value of any filter is chosen.
      @param {CatalogueState} state */
  function isFiltered({ chosen }) {
    return Object.values(chosen).some((values) => values.length > 0);
  }

  return { FACETS, SORTS, read, write, isFiltered };
})();
