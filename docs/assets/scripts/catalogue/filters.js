/* The filters of the catalogue page: what they hold, what is chosen in them, how many practices each value would leave. */

/** Values that are chosen and stand for one thing.
    @typedef {{label: string, inputs: HTMLInputElement[]}} Chosen */

var KatalogFilters = (() => {
  "use strict";

  const { write } = KatalogState;
  const { addRest } = KatalogValues;
  const { countOfFamily, familiesOf, fillFamily, within } = KatalogFamilies;

  class Filters {
    /** @param {HTMLElement} page
        @param {InstanceType<typeof KatalogPhrases.Phrases>} phrases
        @param {(facet: string, values: string[]) => void} choose what happens when a reader ticks a value */
    constructor(page, phrases, choose) {
      this.page = page;
      this.phrases = phrases;
      this.choose = choose;
      /** What each filter is called; in the sheet its legend says what is chosen too.
          @type {Map<Element, string>} */
      this.names = new Map(Array.from(page.querySelectorAll("[data-facet]"), (box) => [box, nameOf(box)]));
      /** @type {HTMLInputElement[]} more of them once a reader asks for all values */
      this.inputs = [];
      this.add(/** @type {NodeListOf<HTMLInputElement>} */ (page.querySelectorAll("[data-facet] input[name]")));
      this.families = familiesOf(page, ({ name }) => this.choose(name, this.ticked(name)));
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

    /** What is chosen in the words of a reader; a family with all of its values is one thing.
        @param {CatalogueState} state @returns {Chosen[]} */
    together(state) {
      const chosen = this.chosen(state);
      const whole = this.families.filter((family) => within(family).every((input) => chosen.includes(input)));
      const families = whole.map((family) => ({ label: labelOf(family), inputs: within(family) }));
      const others = chosen.filter((input) => !families.some(({ inputs }) => inputs.includes(input)));
      return [...families, ...others.map((input) => ({ label: this.fullLabel(input), inputs: [input] }))];
    }

    /** A step of a scale, or a gap in it, says nothing without the name of the filter.
        @param {HTMLInputElement} input */
    fullLabel(input) {
      const box = boxOf(input);
      if (!("scale" in box.dataset)) return labelOf(input);
      const facet = this.names.get(box) || "";
      return this.phrases.say("catalogue.of_facet", { facet, label: labelOf(input) });
    }

    /** @param {CatalogueState} state */
    fill(state) {
      const chosen = this.chosen(state);
      for (const input of this.inputs) input.checked = chosen.includes(input);
      for (const family of this.families) fillFamily(family);
      for (const family of this.families.filter(({ checked }) => checked)) unfold(family);
      for (const input of chosen) if (!this.families.some((family) => family.checked && within(family).includes(input))) unfold(input);
    }

    /** @param {InstanceType<typeof KatalogResults.Results>} results */
    showCounts(results) {
      const { facets } = results.data;
      const counts = results.counts();
      for (const input of this.inputs) {
        const n = facets[input.name].terms.findIndex(({ id }) => id === input.value);
        this.showCount(input, n < 0 ? 0 : counts[input.name][n]);
      }
      for (const family of this.families) {
        const [{ name }] = within(family);
        this.showCount(family, countOfFamily(family, facets[name], results.without(name)));
      }
    }

    /** What is chosen can always be taken back, however little it leaves.
        @param {HTMLInputElement} input @param {number} count */
    showCount(input, count) {
      const label = countOf(input);
      if (!label.dataset.whole) label.dataset.whole = label.textContent || "";
      label.textContent = this.phrases.digits(count);
      input.disabled = !count && !input.checked && !input.indeterminate;
    }

    /** The counts of the whole catalogue, as they came with the page. */
    showWhole() {
      for (const input of [...this.inputs, ...this.families]) {
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
        added[name] = addRest(/** @type {Element} */ (box.querySelector(":scope details ul")), facets[name]);
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

  /** @param {Element} box a filter that stands in the page */
  function nameOf(box) {
    return (/** @type {Element} */ (box.querySelector("legend")).textContent || "").trim();
  }

  /** Opens whatever a value is folded in. @param {Element} input */
  function unfold(input) {
    for (let outer = input.closest("details"); outer; outer = outer.parentElement && outer.parentElement.closest("details")) outer.open = true;
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
