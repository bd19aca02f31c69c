/* Where nothing fits all that was asked for: the practices that come nearest to it, each with what does not fit. */
var KatalogNearest = (() => {
  "use strict";

  const { make } = KatalogElements;
  const { fromHtml } = KatalogRows;
  const MOST = 3;

  class Nearest {
    /** @param {HTMLElement} holder @param {InstanceType<typeof KatalogPhrases.Phrases>} phrases
        @param {InstanceType<typeof KatalogNotices.Notices>} notices what names conditions */
    constructor(holder, phrases, notices) {
      this.holder = holder;
      this.phrases = phrases;
      this.notices = notices;
    }

    /** @param {InstanceType<typeof KatalogResults.Results>} results @param {() => boolean} isCurrent whether they are still asked for */
    async show(results, isCurrent) {
      const near = results.practices.length ? [] : results.nearest(MOST);
      await KatalogData.load(near.map(({ n }) => results.engine.cardsOf(n)));
      if (!isCurrent()) return;
      this.holder.hidden = !near.length;
      const list = /** @type {Element} */ (this.holder.querySelector("ul"));
      list.replaceChildren(...near.map(({ n, misses }) => this.line(results, n, misses)));
    }

    /** @param {InstanceType<typeof KatalogResults.Results>} results @param {number} n @param {(string | null)[]} misses */
    line({ engine, state }, n, misses) {
      const { row, places } = /** @type {{row: string, places: string}} */ (engine.card(n));
      const whole = fromHtml(row);
      const words = misses.map((facet) => this.notices.nameOf(facet, state)).join(", ");
      const notes = [places, this.phrases.say("catalogue.nearest_lacks", { words })].filter(Boolean);
      return make(
        "li",
        { class: whole.className.replace("row", "line") },
        /** @type {Element} */ (whole.querySelector(".row__title a")),
        make("span", { class: "meta" }, ...notes.map((text) => make("span", {}, text))),
      );
    }
  }

  return { Nearest };
})();
