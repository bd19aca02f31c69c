/* A field to find a value in a filter that has many: what does not fit is hidden, and what is chosen stands on top. */
var KatalogFinding = (() => {
  "use strict";

  const { make } = KatalogElements;
  const { fold } = KatalogWords;
  const FEW = 12; // values that are seen at a glance
  const MOST = 60; // values that are shown of those that fit: drawing hundreds takes longer than the pause between two keys

  class Finder {
    /** @param {Element} box @param {HTMLDetailsElement} more what holds the values beyond the first @param {string} name
        @param {InstanceType<typeof KatalogPhrases.Phrases>} phrases @param {() => Promise<void>} bringAll brings values that are not there yet */
    constructor(box, more, name, phrases, bringAll) {
      const label = phrases.say("catalogue.find_value", { facet: name });
      this.box = box;
      this.none = phrases.say("catalogue.find_none");
      this.bringAll = bringAll;
      this.field = make("input", { type: "search", class: "facet__find", "aria-label": label, placeholder: label, autocomplete: "off", hidden: !more.open });
      this.status = make("p", { class: "facet__note", "aria-live": "polite" });
      /** @type {[Element, Element][]} chosen values that stand on top now, each with what marks its own place */
      this.moved = [];
      /** @type {WeakMap<Element, string>} */
      this.labels = new WeakMap();
      /** @type {Element} */ (box.querySelector("ul")).before(this.field, this.status);
      more.addEventListener("toggle", () => (this.field.hidden = !more.open));
      this.field.addEventListener("input", () => this.find());
      this.field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    }

    async find() {
      if (this.box.querySelector("[data-rest]")) await this.bringAll();
      const typed = fold(this.field.value.trim());
      const lists = [...this.box.querySelectorAll("ul")].filter((list) => !list.closest("li"));
      this.restore();
      const values = lists.flatMap((list) => [...list.children]);
      let left = typed ? MOST : Infinity;
      for (const value of values) if (this.show(value, typed, left > 0)) left--;
      if (typed) this.putOnTop(values.filter((value) => value.querySelector(":scope > label input:checked")), lists[0]);
      this.status.textContent = left === MOST ? this.none : "";
    }

    /** @param {Element[]} chosen @param {Element} list */
    putOnTop(chosen, list) {
      this.moved = chosen.map((value) => {
        const place = make("li", { hidden: true });
        value.before(place);
        return [value, place];
      });
      list.prepend(...chosen);
    }

    /** The values in their own order again. */
    restore() {
      for (const [value, place] of this.moved) place.replaceWith(value);
      this.moved = [];
    }

    /** Shows a value if it fits, is chosen, or holds one that does.
        @param {Element} value @param {string} typed @param {boolean} isRoom whether there is room for it @returns {boolean} */
    show(value, typed, isRoom) {
      const fits = this.labelOf(value).includes(typed);
      const within = [...value.querySelectorAll(":scope > details li")].filter((each) => this.show(each, fits ? "" : typed, true));
      const isShown = (isRoom && (fits || within.length > 0)) || Boolean(value.querySelector(":scope > label input:checked"));
      const element = /** @type {HTMLElement} */ (value);
      if (element.hidden === isShown) element.hidden = !isShown;
      if (typed && !fits && within.length) /** @type {HTMLDetailsElement} */ (value.querySelector("details")).open = true;
      return isShown;
    }

    /** @param {Element} value */
    labelOf(value) {
      let label = this.labels.get(value);
      if (label === undefined) {
        label = fold(/** @type {Element} */ (value.querySelector(".facet__label")).textContent || "");
        this.labels.set(value, label);
      }
      return label;
    }
  }

  /** Gives each filter with many values a field.
      @param {Map<Element, string>} filters with their names @param {InstanceType<typeof KatalogPhrases.Phrases>} phrases
      @param {() => Promise<void>} bringAll */
  function addFields(filters, phrases, bringAll) {
    for (const [box, name] of filters) {
      const more = /** @type {HTMLDetailsElement | null} */ (box.querySelector(":scope > .facet__more"));
      if (more && box.querySelectorAll("input[name]").length > FEW) new Finder(box, more, name, phrases, bringAll);
    }
  }

  return { addFields };
})();
