/* Values of a filter that did not come with the page, since there are many: the data of the facets have them. */
var KatalogValues = (() => {
  "use strict";

  /** The values that some practice has and a filter has not: the commonest first.
      @param {FacetValues} facet @param {Set<string>} there ids of those that the filter has */
  function missingValues({ terms, of }, there) {
    const counts = new Array(terms.length).fill(0);
    for (const values of of) for (const value of values) counts[value]++;
    const missing = terms.map((term, n) => ({ ...term, count: counts[n] })).filter(({ id, count }) => count && !there.has(id));
    return missing.sort((a, b) => b.count - a.count);
  }

  /** Adds the values that a filter has not to one of its lists; returns the inputs of the added ones.
      @param {Element} list @param {FacetValues} facet */
  function addRest(list, facet) {
    const filter = /** @type {Element} */ (list.closest("[data-facet]"));
    const there = new Set(Array.from(filter.querySelectorAll("input[name]"), (input) => /** @type {HTMLInputElement} */ (input).value));
    const pattern = /** @type {Element} */ (filter.querySelector("li"));
    const items = missingValues(facet, there).map((term) => like(pattern, term));
    list.append(...items);
    return items.map((item) => /** @type {HTMLInputElement} */ (item.querySelector("input")));
  }

  /** @param {Element} item @param {{id: string, label: string, count: number}} term */
  function like(item, { id, label, count }) {
    const made = /** @type {Element} */ (item.cloneNode(true));
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (made.querySelector(selector));
    Object.assign(part("input"), { value: id, checked: false, disabled: false });
    part(".facet__label").textContent = label;
    const number = part(".facet__count");
    number.textContent = String(count);
    delete number.dataset.whole;
    return made;
  }

  return { addRest, missingValues };
})();
