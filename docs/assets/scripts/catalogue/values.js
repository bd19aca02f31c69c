/* Values of a filter that did not come with the page, since there are many: the data of the facets have them. */
(function (root) {
  "use strict";

  /** Adds the missing values to a filter, in the order of those that are there: the commonest first.
      @param facet {{terms: {id, label}[], of: number[][]}} all its values and those of each practice
      @returns {HTMLInputElement[]} the inputs of the added ones */
  function addRest(list, { terms, of }) {
    const counts = new Array(terms.length).fill(0);
    for (const values of of) for (const value of values) counts[value]++;
    const there = new Set(Array.from(list.querySelectorAll("input"), (input) => input.value));
    const missing = terms.map((term, n) => ({ ...term, count: counts[n] })).filter(({ id, count }) => count && !there.has(id));
    const items = missing.sort((a, b) => b.count - a.count).map((term) => like(list.firstElementChild, term));
    list.append(...items);
    return items.map((item) => item.querySelector("input"));
  }

  function like(item, { id, label, count }) {
    const made = item.cloneNode(true);
    Object.assign(made.querySelector("input"), { value: id, checked: false, disabled: false });
    made.querySelector(".facet__label").textContent = label;
    const number = made.querySelector(".facet__count");
    number.textContent = count;
    delete number.dataset.whole;
    return made;
  }

  root.KatalogValues = { addRest };
})(self);
