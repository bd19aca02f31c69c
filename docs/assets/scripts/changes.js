/* What changed since a day that a reader picks; the address keeps the day, so that it can be passed on. */
(() => {
  "use strict";

  const NAME = "od";
  const DAY = /^\d{4}-\d{2}-\d{2}$/;

  class Changes {
    /** @param {Element} page @param {HTMLInputElement} from */
    constructor(page, from) {
      this.page = page;
      this.from = from;
      this.all = /** @type {HTMLElement} */ (page.querySelector("[data-all]"));
      this.count = /** @type {Element} */ (page.querySelector("[data-count]"));
      this.none = /** @type {HTMLElement} */ (page.querySelector("[data-none]"));
      this.months = /** @type {HTMLDetailsElement[]} */ ([...page.querySelectorAll("[data-month]")]);
    }

    start() {
      this.from.addEventListener("change", () => this.choose(this.from.value));
      this.all.addEventListener("click", () => {
        this.choose("");
        this.from.focus();
      });
      addEventListener("popstate", () => this.follow());
      this.follow();
    }

    follow() {
      this.show(new URLSearchParams(location.search).get(NAME) || "");
    }

    /** @param {string} day */
    choose(day) {
      try {
        history.pushState(null, "", day ? "?" + NAME + "=" + day : location.pathname);
      } catch (refused) {
        console.info(String(refused)); // some browsers let a page in a folder keep its address alone
      }
      this.show(day);
    }

    /** @param {string} given */
    show(given) {
      const day = DAY.test(given) ? given : "";
      this.from.value = day;
      let count = 0;
      for (const month of this.months) {
        let shown = 0;
        for (const part of /** @type {NodeListOf<HTMLElement>} */ (month.querySelectorAll("[data-day]"))) {
          part.hidden = String(part.dataset.day) < day;
          if (part.hidden) continue;
          shown += 1;
          count += part.querySelectorAll("[data-entry]").length;
        }
        month.hidden = shown === 0;
        if (day) month.open = shown > 0;
      }
      this.count.textContent = String(count);
      this.all.hidden = day === "";
      this.none.hidden = this.months.some((month) => !month.hidden);
    }
  }

  for (const page of document.querySelectorAll("[data-changes]")) {
    const from = /** @type {HTMLInputElement | null} */ (page.querySelector("[data-from]"));
    if (from) new Changes(page, from).start();
  }
})();
