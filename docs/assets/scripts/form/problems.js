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
      /** @type {Set<number>} steps that somebody was about to leave: all that is wrong in them is said from then on */
      this.askedSteps = new Set();
      this.listed = -1; // the step whose problems are listed, unless those of all are
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

    /** Asks for what is wrong in a step; the next look says it, and lists it where that is wanted.
        @param {number} n @param {boolean} isListed */
    askStep(n, isListed) {
      this.askedSteps.add(n);
      this.listed = isListed ? n : -1;
    }

    /** How many parts of a step have a problem that is said.
        @param {number} n */
    left(n) {
      return [...this.shown.keys()].filter((place) => this.steps.holding(place.element) === n).length;
    }

    /** Nothing is asked for any more. */
    askNothing() {
      this.areAllAsked = false;
      this.askedSteps.clear();
      this.listed = -1;
    }

    /** Those of parts where somebody was, of the steps that are asked, or of all once they are asked for.
        @param {[Part | null, Problem][]} found */
    asked(found) {
      /** @type {Map<Part, Problem[]>} */
      const asked = new Map();
      for (const [place, problem] of found) {
        const isAsked = place && (this.areAllAsked || place.isTouched || this.askedSteps.has(this.steps.holding(place.element)));
        if (place && isAsked) asked.set(place, [...(asked.get(place) || []), problem]);
      }
      return asked;
    }

    /** The problems in the order of the page, each a link to its field. */
    list() {
      const listed = [...this.shown].filter(([place]) => this.areAllAsked || this.steps.holding(place.element) === this.listed);
      const places = listed.sort(([a], [b]) => (isBefore(a, b) ? -1 : 1));
      this.part("summary").hidden = !places.length;
      if (places.length) this.part("summary-title").textContent = say(this.areAllAsked ? "form.say.problems" : "form.say.step_left", { n: places.length });
      const items = places.map(([place, problems]) => {
        const link = make("a", { href: "#" + place.id }, this.pathOf(place).replace(/[^?]$/, "$&:") + " " + problems.map(textOf).join(" "));
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

  /** What only the form says has words of its own, of a field too; the rest is said as the validator says it.
      @param {Problem} problem */
  function textOf(problem) {
    const general = "form.say." + problem.key;
    const ofField = [general, ...problem.location.filter((each) => typeof each === "string")].join(".");
    const own = problem.registry ? general : ofField;
    const key = [own, general].find((each) => each in data.words);
    return key ? say(key, problem.params) : problemText(problem);
  }

  return { Problems };
})();
