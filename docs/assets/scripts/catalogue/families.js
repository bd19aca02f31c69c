/* Families of values in a filter: ticking one ticks the values in it. The address names these, and no family. */
var KatalogFamilies = (() => {
  "use strict";

  /** @param {HTMLInputElement} family @returns {HTMLInputElement[]} the boxes of its values */
  function within(family) {
    const item = /** @type {Element} */ (family.closest("li"));
    return Array.from(/** @type {NodeListOf<HTMLInputElement>} */ (item.querySelectorAll("input[name]")));
  }

  /** The families a page has, each with what ticks all or none of its values.
      @param {HTMLElement} page @param {(input: HTMLInputElement) => void} choose what happens when values were ticked */
  function familiesOf(page, choose) {
    const families = Array.from(/** @type {NodeListOf<HTMLInputElement>} */ (page.querySelectorAll("[data-family]")));
    for (const family of families) {
      family.addEventListener("change", () => {
        const inputs = within(family);
        for (const input of inputs) input.checked = family.checked;
        choose(inputs[0]);
      });
    }
    return families;
  }

  /** A family is ticked when all of its values are, and half when some are.
      @param {HTMLInputElement} family */
  function fillFamily(family) {
    const inputs = within(family);
    const ticked = inputs.filter((input) => input.checked).length;
    family.checked = ticked === inputs.length;
    family.indeterminate = ticked > 0 && !family.checked;
  }

  /** How many practices have any of the values of a family, of those that the other filters leave.
      @param {HTMLInputElement} family @param {FacetValues} facet @param {number[]} left practices by number */
  function countOfFamily(family, { terms, of }, left) {
    const ids = new Set(within(family).map((input) => input.value));
    const values = new Set(terms.map(({ id }, n) => (ids.has(id) ? n : -1)));
    return left.filter((n) => of[n].some((value) => values.has(value))).length;
  }

  return { countOfFamily, familiesOf, fillFamily, within };
})();
