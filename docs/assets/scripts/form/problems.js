/* The problems of the form, each at its field and in a list that leads there. */
var FormProblems = (() => {
  "use strict";

  const { data, say, problemText } = FormWords;
  const { make } = KatalogElements;

  class Problems {
    /** @param {HTMLElement} page @param {(name: string) => any} part finds an element of the page
        @param {InstanceType<typeof FormSteps.Steps>} steps */
    constructor(page, part, steps) {
      this.page = page;
      this.part = part;
      this.steps = steps;
      this.areAllAsked = false;
      /** @type {Map<Part, Problem[]>} */
      this.shown = new Map();
    }

    /** @param {[Part | null, Problem][]} found problems, each with the part that it is about */
    show(found) {
      const now = this.asked(found);
      for (const place of this.shown.keys()) if (!now.has(place)) place.show("");
      for (const [place, problems] of now) place.show(problems.map(textOf).join(" "));
      this.shown = now;
      const counts = this.steps.steps.map((step) => [...now.keys()].filter((place) => step.contains(place.element)).length);
      this.steps.showCounts(counts, (n) => say("form.say.step_problems", { n }));
      this.list();
    }

    /** Those of parts where somebody was, or of all once they are asked for.
        @param {[Part | null, Problem][]} found */
    asked(found) {
      /** @type {Map<Part, Problem[]>} */
      const asked = new Map();
      for (const [place, problem] of found) {
        if (place && (this.areAllAsked || place.isTouched)) asked.set(place, [...(asked.get(place) || []), problem]);
      }
      return asked;
    }

    /** The problems in the order of the page, each a link to its field. */
    list() {
      const places = this.areAllAsked ? [...this.shown].sort(([a], [b]) => (isBefore(a, b) ? -1 : 1)) : [];
      this.part("summary").hidden = !places.length;
      if (places.length) this.part("summary-title").textContent = say("form.say.problems", { n: places.length });
      const items = places.map(([place, problems]) => {
        const link = make("a", { href: "#" + place.id }, this.pathOf(place) + ": " + problems.map(textOf).join(" "));
        link.addEventListener("click", (event) => {
          event.preventDefault();
          this.goTo(place);
        });
        return make("li", {}, link);
      });
      this.part("summary-list").replaceChildren(...items);
    }

    /** The labels that lead to a part, as on the page.
        @param {Part} place */
    pathOf(place) {
      const labels = [place.label];
      for (const each of around(place.element.parentElement, this.page)) {
        const legend = each.tagName === "FIELDSET" && each.querySelector(":scope > legend");
        // The list around an item has the same words without its number.
        if (legend && each.parentElement?.closest("fieldset, [data-step]")) labels.unshift(legend.firstChild?.textContent || "");
      }
      return [...new Set(labels.filter(Boolean))].join(" › ");
    }

    /** @param {Part} place */
    goTo(place) {
      this.steps.show(this.steps.holding(place.element), { isFocused: false });
      for (const each of around(place.element, this.page)) if (each instanceof HTMLDetailsElement) each.open = true;
      place.focus();
      place.element.scrollIntoView({ block: "center" });
    }
  }

  /** @param {Part} a @param {Part} b */
  function isBefore(a, b) {
    return a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING;
  }

  /** An element and those around it, below the page.
      @param {Element | null} element @param {Element} page */
  function* around(element, page) {
    for (let each = element; each && each !== page; each = each.parentElement) yield each;
  }

  /** What only the form says has words of its own; the rest is said as the validator says it.
      @param {Problem} problem */
  function textOf(problem) {
    const own = "form.say." + problem.key;
    return own in data.words ? say(own, problem.params) : problemText(problem);
  }

  return { Problems };
})();
