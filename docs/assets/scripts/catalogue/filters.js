/* The filters of the catalogue page: what they hold, what is chosen in them, how many practices each value would leave. */
var KatalogFilters = (() => {
  "use strict";

  const { write } = KatalogState;
  const { addRest } = KatalogValues;

  class Filters {
    /** @param {HTMLElement} page
        @param {{digits: (number: number) => string}} phrases
        @param {(facet: string, values: string[]) => void} choose what happens when a reader ticks a value */
    constructor(page, phrases, choose) {
      this.page = page;
      this.phrases = phrases;
      this.choose = choose;
      /** @type {HTMLInputElement[]} more of them once a reader asks for all values */
      this.inputs = [];
      this.add(/** @type {NodeListOf<HTMLInputElement>} */ (page.querySelectorAll("[data-facet] input")));
    }

    /** @param {Iterable<HTMLInputElement>} inputs */
    add(inputs) {
      for (const input of inputs) {
        input.addEventListener("change", () => this.choose(input.name, this.ticked(input.name)));
        this.inputs.push(input);
      }
    }

    /** @param {string} facet */
    ticked(facet) {
      return this.inputs.filter((input) => input.name === facet && input.checked).map((input) => input.value);
    }

    /** A state without values that the catalogue does not have.
        @param {CatalogueState} some */
    known(some) {
      /** @type {CatalogueState["chosen"]} */
      const chosen = {};
      for (const [facet, values] of Object.entries(some.chosen)) {
        chosen[facet] = values.filter((value) => this.inputs.some((input) => input.name === facet && input.value === value));
      }
      return { ...some, chosen };
    }

    /** The buttons that bring the values that did not come with the page. */
    restButtons() {
      return /** @type {NodeListOf<HTMLButtonElement>} */ (this.page.querySelectorAll("[data-rest]"));
    }

    /** Whether a state has values that stand in none of the filters so far.
        @param {CatalogueState} asked */
    isBeyond(asked) {
      return this.restButtons().length > 0 && write(this.known(asked)) !== write(asked);
    }

    /** @param {CatalogueState} state */
    chosen(state) {
      return this.inputs.filter((input) => state.chosen[input.name].includes(input.value));
    }

    /** @param {CatalogueState} state */
    fill(state) {
      for (const input of this.inputs) {
        input.checked = state.chosen[input.name].includes(input.value);
        const folded = input.checked && input.closest("details");
        if (folded) folded.open = true;
      }
    }

    /** @param {Record<string, FacetValues>} facets @param {Record<string, number[]>} counts */
    showCounts(facets, counts) {
      for (const input of this.inputs) {
        const n = facets[input.name].terms.findIndex(({ id }) => id === input.value);
        this.showCount(input, n < 0 ? 0 : counts[input.name][n]);
      }
    }

    /** What is chosen can always be taken back, however little it leaves.
        @param {HTMLInputElement} input @param {number} count */
    showCount(input, count) {
      const label = countOf(input);
      if (!label.dataset.whole) label.dataset.whole = label.textContent || "";
      label.textContent = this.phrases.digits(count);
      input.disabled = !count && !input.checked;
    }

    /** The counts of the whole catalogue, as they came with the page. */
    showWhole() {
      for (const input of this.inputs) {
        const label = countOf(input);
        label.textContent = label.dataset.whole || label.textContent;
        input.disabled = false;
      }
    }

    /** Shows the values that did not come with the page; returns the inputs added to each filter.
        @param {Record<string, FacetValues>} facets */
    addAll(facets) {
      /** @type {Record<string, HTMLInputElement[]>} */
      const added = {};
      for (const button of this.restButtons()) {
        const box = boxOf(button);
        const name = box.dataset.facet || "";
        added[name] = addRest(/** @type {Element} */ (box.querySelector("details ul")), facets[name]);
        this.add(added[name]);
        /** @type {Element} */ (button.parentElement).remove();
      }
      return added;
    }
  }

  /** @param {Element} inside @returns {HTMLElement} the filter around it */
  function boxOf(inside) {
    return /** @type {HTMLElement} */ (inside.closest("[data-facet]"));
  }

  /** @param {HTMLInputElement} input @returns {HTMLElement} */
  function countOf(input) {
    return labelled(input, ".facet__count");
  }

  /** @param {HTMLInputElement} input */
  function labelOf(input) {
    return labelled(input, ".facet__label").textContent || "";
  }

  /** @param {HTMLInputElement} input @param {string} selector @returns {HTMLElement} */
  function labelled(input, selector) {
    return /** @type {HTMLElement} */ (/** @type {Element} */ (input.closest("label")).querySelector(selector));
  }

  return { Filters, boxOf, labelOf };
})();
