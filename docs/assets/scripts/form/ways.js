/* The two ways through the form, over the same entry: a few questions, or all fields. Each has steps and problems of its own. */

/** @typedef {"short" | "full"} Way */

/** What the ways need from the page of the form: to look through what is typed, to keep it too, and to be told of another way.
    @typedef {{look: () => void, update: () => void, changed: () => void, switched: () => void}} WaysHost */

var FormWays = (() => {
  "use strict";

  /** Which form a draft was typed in; drafts of before there were two know none.
      @param {Draft} draft @returns {Way | ""} */
  function wayOf({ way }) {
    return way === "short" || way === "full" ? way : "";
  }

  class Ways {
    /** @type {Way} */
    way = "short";

    /** @param {HTMLElement} page @param {(name: string) => any} part finds an element of the page @param {WaysHost} host */
    constructor(page, part, host) {
      this.page = page;
      this.part = part;
      this.host = host;
      const of = (/** @type {string} */ mark) => {
        const steps = new FormSteps.Steps(page, () => this.arriveAtLast(), mark);
        return { steps, problems: new FormProblems.Problems(page, part, steps) };
      };
      this.short = of("short-step");
      this.full = of("step");
    }

    get isShort() {
      return this.way === "short";
    }

    get steps() {
      return this[this.way].steps;
    }

    get problems() {
      return this[this.way].problems;
    }

    /** @returns {Way | ""} */
    get inAddress() {
      if (this.short.steps.inAddress >= 0) return "short";
      return this.full.steps.inAddress >= 0 ? "full" : "";
    }

    /** Nothing is asked for any more. */
    askNothing() {
      this.short.problems.askNothing();
      this.full.problems.askNothing();
    }

    /** Go on in one of the ways with what was typed.
        @param {Way} way */
    take(way) {
      this.host.look();
      this.problems.listed = -1;
      this.way = way;
      this.page.dataset.way = way;
      for (const each of /** @type {NodeListOf<HTMLElement>} */ (this.page.querySelectorAll("[data-of-way]"))) {
        each.hidden = each.dataset.ofWay !== way;
      }
      for (const each of /** @type {NodeListOf<HTMLElement>} */ (this.page.querySelectorAll("[data-way-link]"))) {
        if (each.dataset.wayLink === way) each.setAttribute("aria-current", "true");
        else each.removeAttribute("aria-current");
      }
      this.host.switched();
    }

    /** The way and the step that the address names, or that a draft was at.
        @param {Draft | null} draft */
    begin(draft) {
      const asked = this.inAddress;
      this.take(asked || (draft ? wayOf(draft) || "full" : "short"));
      const kept = draft && wayOf(draft) !== (this.isShort ? "full" : "short") ? draft.step || 0 : 0;
      const n = asked ? this.steps.inAddress : kept;
      this.steps.show(this.steps.steps[n] ? n : 0, { isFocused: false, isKept: false });
    }

    /** Go to the first step of a draft.
        @param {Draft} draft @param {boolean} isNew */
    open(draft, isNew) {
      this.take(wayOf(draft) || (isNew ? this.way : "full"));
      this.steps.show(0);
    }

    followAddress() {
      const way = this.inAddress || this.way;
      const isOther = way !== this.way;
      const n = location.hash ? this[way].steps.inAddress : 0;
      if (n < 0 || (n === this.steps.shown && !isOther)) return;
      this.problems.askedSteps.add(this.steps.shown);
      if (isOther) this.take(way);
      this.host.changed();
      this.steps.show(n, { isKept: false });
    }

    /** Show another step; who goes on is first told what is missing in this one, and may still go on.
        @param {number} n @param {boolean} [isSure] */
    goTo(n, isSure = false) {
      const { shown } = this.steps;
      const isOn = n > shown && !isSure;
      this.problems.askStep(shown, isOn);
      this.part("go-anyway").hidden = this.isShort;
      this.host.update();
      if (isOn && this.problems.left(shown)) this.part("summary").focus();
      else this.leaveFor(n);
    }

    /** @param {number} n */
    leaveFor(n) {
      this.problems.listed = -1;
      this.host.update();
      this.steps.show(n);
    }

    /** The last step of the short way asks for everything, since it hands the entry over. */
    arriveAtLast() {
      if (this.isShort) this.problems.areAllAsked = true;
      this.host.update();
    }

    /** Ask for everything that is wrong. */
    askForAll() {
      this.problems.areAllAsked = true;
      this.part("go-anyway").hidden = true;
      this.host.update();
    }

    listen() {
      for (const name of ["hashchange", "popstate"]) addEventListener(name, () => this.followAddress());
      for (const each of /** @type {NodeListOf<HTMLElement>} */ (this.page.querySelectorAll("[data-go], [data-short-go]"))) {
        each.addEventListener("click", () => this.goTo(Number(each.dataset.go || each.dataset.shortGo)));
      }
      this.part("go-anyway").addEventListener("click", () => this.goTo(this.steps.shown + 1, true));
    }
  }

  return { Ways };
})();
