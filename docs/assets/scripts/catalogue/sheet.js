/* The filters on a narrow screen: a sheet over the page. The filters of the page themselves move into it while it is open, each
   folded behind its name with what is chosen in it beside. */
var KatalogSheet = (() => {
  "use strict";

  const { make } = KatalogElements;
  const { labelOf } = KatalogFilters;
  const SHOW = "show"; // how the sheet was closed: to see what is left

  /** A filter that folds behind its name. */
  class Fold {
    /** @param {Element} box @param {boolean} isOpen */
    constructor(box, isOpen) {
      this.box = box;
      this.isOpen = isOpen;
      /** @type {HTMLDetailsElement | null} what folds the filter in the page */
      this.around = box.closest("details");
      this.wasOpen = false;
      this.legend = /** @type {Element} */ (box.querySelector("legend"));
      this.look = this.legend.className;
      this.name = make("span", { class: "facet__fold-name" });
      this.chosen = make("span", { class: "facet__chosen" });
      this.button = make("button", { type: "button", class: "facet__fold" }, this.name, this.chosen);
      this.button.addEventListener("click", () => this.turn(!this.isOpen));
    }

    /** The name becomes a button. */
    put() {
      this.wasOpen = this.around?.open ?? false;
      if (this.around) this.around.open = true;
      this.legend.className = "facet__name";
      this.name.append(...this.legend.childNodes);
      this.legend.append(this.button);
      this.turn(this.isOpen);
      this.fill();
    }

    /** The filter stands in the page again, whole. */
    takeAway() {
      this.legend.replaceChildren(...this.name.childNodes);
      this.legend.className = this.look;
      if (this.around) this.around.open = this.wasOpen;
      this.box.classList.remove("facet--closed");
    }

    /** @param {boolean} isOpen */
    turn(isOpen) {
      this.isOpen = isOpen;
      this.button.setAttribute("aria-expanded", String(isOpen));
      this.box.classList.toggle("facet--closed", !isOpen);
    }

    fill() {
      const ticked = /** @type {NodeListOf<HTMLInputElement>} */ (this.box.querySelectorAll("input[name]:checked"));
      this.chosen.textContent = Array.from(ticked, labelOf).join(", ");
    }
  }

  class Sheet {
    /** @param {(name: string) => any} part finds an element of the page
        @param {InstanceType<typeof KatalogPhrases.Phrases>} phrases
        @param {() => void} clear takes all filters away */
    constructor(part, phrases, clear) {
      this.part = part;
      this.phrases = phrases;
      this.clear = clear;
      /** @type {HTMLDialogElement} */
      this.dialog = part("filters-sheet");
      /** @type {HTMLElement} */
      this.toggle = part("filters-toggle");
      /** @type {HTMLElement} */
      this.filters = part("filters");
      this.folds = Array.from(this.filters.querySelectorAll("[data-facet]"), (box, n) => new Fold(box, n === 0));
    }

    open() {
      if (this.dialog.open) return;
      this.part("filters-place").append(this.filters);
      for (const fold of this.folds) fold.put();
      this.dialog.returnValue = "";
      document.documentElement.classList.add("has-sheet");
      this.dialog.showModal();
      this.part("filters-cancel").focus();
    }

    onClose() {
      this.dialog.before(this.filters);
      for (const fold of this.folds) fold.takeAway();
      document.documentElement.classList.remove("has-sheet");
      this.part("filters-said").textContent = "";
      this.toggle.focus({ preventScroll: true });
      if (this.dialog.returnValue === SHOW) this.toggle.scrollIntoView();
    }

    /** A wider window has the filters beside the rows. */
    onResize() {
      if (this.dialog.open && !this.toggle.getClientRects().length) this.dialog.close();
    }

    onClear() {
      this.clear();
      this.part("filters-cancel").focus(); // its own button is gone with what it took away
    }

    /** @param {number} n how many values are chosen */
    fill(n) {
      const { phrases } = this;
      const clear = this.part("filters-clear");
      clear.hidden = !n;
      clear.textContent = phrases.say("catalogue.clear_set", { n });
      this.toggle.textContent = n ? phrases.say("catalogue.filters_set", { n }) : phrases.say("catalogue.filters");
      for (const fold of this.folds) fold.fill();
    }

    /** What is left, on the button that shows it; said aloud too, as what the page behind says is not heard.
        @param {string} show @param {string} count */
    say(show, count) {
      this.part("filters-close").textContent = show;
      if (this.dialog.open) this.part("filters-said").textContent = count;
    }

    listen() {
      this.toggle.addEventListener("click", () => this.open());
      this.dialog.addEventListener("close", () => this.onClose());
      this.part("filters-cancel").addEventListener("click", () => this.dialog.close());
      this.part("filters-close").addEventListener("click", () => this.dialog.close(SHOW));
      this.part("filters-clear").addEventListener("click", () => this.onClear());
      window.addEventListener("resize", () => this.onResize());
    }
  }

  return { Sheet };
})();
