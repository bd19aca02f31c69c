/* What a reader has chosen on the catalogue page, and the address that says so: ?q=…&theme=…&theme=…&sort=… */
(function (root) {
  "use strict";

  // What there is to narrow and to sort by is said by the page that loads this.
  const said = document.currentScript.dataset;
  const FACETS = said.facets.split(" ");
  const SORTS = said.sorts.split(" ");

  /** @returns {{query: string, chosen: Object<string, string[]>, sort: string}} with every facet in chosen */
  function read(search) {
    const params = new URLSearchParams(search);
    const chosen = {};
    for (const facet of FACETS) chosen[facet] = [...new Set(params.getAll(facet))];
    const sort = params.get("sort");
    return { query: (params.get("q") || "").trim(), chosen, sort: SORTS.includes(sort) ? sort : SORTS[0] };
  }

  /** The same as text for the address: empty, or beginning with a question mark. */
  function write({ query, chosen, sort }) {
    const params = new URLSearchParams();
    if (query) params.append("q", query);
    for (const facet of FACETS) for (const value of chosen[facet]) params.append(facet, value);
    if (sort !== SORTS[0]) params.append("sort", sort);
    const text = params.toString();
    return text && "?" + text;
  }

  root.KatalogState = { FACETS, read, write };
})(self);
