/* The rows of the practices found, a few at once, each with the reason why it is there. */
var KatalogRows = (() => {
  "use strict";

  const { make } = KatalogElements;
  const { explain, marker } = KatalogReasons;
  const STEP = 50;
  const MOST_FORMS = 12;

  class Rows {
    /** @param {HTMLElement} holder @param {HTMLElement} more the button that asks for more
        @param {InstanceType<typeof KatalogPhrases.Phrases>} phrases */
    constructor(holder, more, phrases) {
      this.holder = holder;
      this.more = more;
      this.phrases = phrases;
      /** @type {InstanceType<typeof KatalogResults.Results> | null} */
      this.results = null;
      /** @type {Marks | null} */
      this.marks = null;
      this.wanted = STEP;
    }

    /** Shows what is found from now on; its rows are asked for apart.
        @param {InstanceType<typeof KatalogResults.Results>} results */
    begin(results) {
      const { answer, engine } = results;
      this.results = results;
      this.marks = answer && !answer.asksNothing ? marker(engine, answer.text) : null;
    }

    /** Adds rows; the first ones take the place of those of the search before.
        @param {number} start @param {number} end @param {() => boolean} isCurrent whether they are still asked for
        @returns {Promise<boolean>} whether they were added */
    async show(start, end, isCurrent) {
      const { engine, practices } = /** @type {InstanceType<typeof KatalogResults.Results>} */ (this.results);
      const some = practices.slice(start, end);
      await KatalogData.load(some.map((n) => engine.cardsOf(n)));
      if (!isCurrent()) return false;
      const rows = some.map((n) => this.row(n));
      if (start) this.holder.append(...rows);
      else this.holder.replaceChildren(...rows);
      this.showMore(practices.length);
      return true;
    }

    clear() {
      this.holder.replaceChildren();
    }

    /** @param {number} n */
    row(n) {
      const { marks, phrases } = this;
      const results = /** @type {InstanceType<typeof KatalogResults.Results>} */ (this.results);
      const { engine } = results;
      const made = fromHtml(/** @type {{row: string}} */ (engine.card(n)).row);
      self.KatalogToggles?.(made);
      const result = results.resultOf(n);
      if (!result || !marks) return made;
      made.dataset.match = result.match;
      const label = KatalogPhrases.labelOf(result, phrases);
      if (label) /** @type {Element} */ (made.querySelector(".meta")).append(make("span", { class: "badge badge--open" }, label));
      addForms(/** @type {Element} */ (made.querySelector(".row__title a")), result.forms);
      const isTextMissing = () => explain(made, marks, result.field, engine.text(n), (key) => phrases.say(key));
      if (isTextMissing()) whenSeen(made, () => KatalogData.load([engine.textsOf(n)]).then(isTextMissing, () => {}));
      return made;
    }

    /** @param {number} count of all practices found */
    showMore(count) {
      const rows = this.holder.childElementCount;
      const left = count - rows;
      this.more.hidden = left <= 0 || rows < Math.min(this.wanted, count);
      this.more.textContent = this.phrases.say("catalogue.more", { n: Math.min(left, STEP) });
    }
  }

  /** @param {string} html rendered and escaped by the build, like the rows of the page itself */
  function fromHtml(html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return /** @type {HTMLElement} */ (holder.content.firstElementChild);
  }

  /** Has the page of the practice mark what was found.
      @param {Element} link @param {string[]} forms */
  function addForms(link, forms) {
    const some = forms.slice(0, MOST_FORMS).join(" ");
    if (some) link.setAttribute("href", link.getAttribute("href") + "?h=" + encodeURIComponent(some));
  }

  /** Texts are many times what a row shows: only those of rows that come into view are loaded.
      @param {Element} element @param {() => void} act */
  function whenSeen(element, act) {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      act();
    });
    seen.observe(element);
  }

  return { Rows, STEP, fromHtml };
})();
