/* The steps of the form: one is shown, and the address says which. */
var FormSteps = (() => {
  "use strict";

  class Steps {
    /** @param {HTMLElement} page @param {() => void} onLast what happens when the last step is shown
        @param {string} [mark] what marks a step, and with -link what leads to it */
    constructor(page, onLast, mark = "step") {
      /** @type {HTMLElement[]} */
      this.steps = [...page.querySelectorAll(`[data-${mark}]`)].map((each) => /** @type {HTMLElement} */ (each));
      this.links = [...page.querySelectorAll(`[data-${mark}-link]`)];
      this.onLast = onLast;
      this.fold = /** @type {HTMLDetailsElement | null} */ (page.querySelector(`[data-${mark}-fold]`));
      this.narrow = matchMedia("(max-width: 46em)");
      this.narrow.addEventListener("change", () => this.foldLinks());
    }

    /** On a phone the ways to the steps are closed behind the name of the one that is shown. */
    foldLinks() {
      if (this.fold) this.fold.open = !this.narrow.matches;
    }

    /** @param {number} n @param {{isFocused?: boolean, isKept?: boolean}} [how] whether the heading gets the focus, and the
        address the step */
    show(n, { isFocused = true, isKept = true } = {}) {
      this.steps.forEach((step, m) => {
        step.hidden = m !== n;
        if (m === n) this.links[m]?.setAttribute("aria-current", "step");
        else this.links[m]?.removeAttribute("aria-current");
      });
      const step = this.steps[n];
      const heading = /** @type {HTMLElement} */ (step.querySelector("h2"));
      const name = this.fold?.querySelector("summary");
      if (name) name.textContent = heading.textContent;
      this.foldLinks();
      if (isKept && step.id !== location.hash.slice(1)) addAddress("#" + step.id);
      if (isFocused) heading.focus();
      if (n === this.steps.length - 1) this.onLast();
    }

    /** The step that holds an element.
        @param {Element} element */
    holding(element) {
      return this.steps.findIndex((step) => step.contains(element));
    }

    /** The step that the address names, or -1. */
    get inAddress() {
      return this.steps.findIndex((step) => step.id === location.hash.slice(1));
    }

    get shown() {
      return this.steps.findIndex((step) => !step.hidden);
    }

    /** Says in the list of steps how many problems each has.
        @param {number[]} counts @param {(count: number) => string} say */
    showCounts(counts, say) {
      this.links.forEach((link, n) => {
        link.classList.toggle("has-problem", counts[n] > 0);
        /** @type {Element} */ (link.querySelector("[data-step-problems]")).textContent = counts[n] ? say(counts[n]) : "";
      });
      this.fold?.classList.toggle("has-problem", counts.some((count) => count > 0));
    }
  }

  /** @param {string} hash */
  function addAddress(hash) {
    // Some browsers refuse a new address to a page of a folder; the step is shown all the same.
    try {
      history.pushState(null, "", hash);
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
    }
  }

  return { Steps };
})();
