/* The catalogue page: search box, filters and order work on one state, which stands in the address; rows are shown for it.
   Without anything chosen the list that came with the page stays as it is. Classic scripts, so that it works from a folder. */
(() => {
  "use strict";

  const { read, write } = KatalogState;
  const { partsOf } = KatalogElements;
  const { Results } = KatalogResults;
  const { boxOf } = KatalogFilters;
  const { AT_ONCE } = KatalogAsked;
  const { STEP } = KatalogRows;
  const PAUSE = 60; // ms between the last key and the search
  const FACETS = "facets";

  /** @type {CatalogueState} */
  const NOTHING = { query: "", chosen: read("").chosen, sort: "relevance" };

  class CataloguePage {
    /** @param {HTMLElement} page */
    constructor(page) {
      this.page = page;
      this.part = partsOf(page);
      /** @type {HTMLInputElement} */
      this.box = this.part("search").elements.q;
      /** @type {HTMLSelectElement} */
      this.sort = this.part("sort");
      /** @type {HTMLElement} */
      this.status = this.part("count");
      this.look = document.documentElement.classList;
      this.whole = { count: this.status.textContent, list: this.part("whole"), show: this.part("filters-close").textContent };

      const texts = JSON.parse(page.dataset.said || "");
      this.phrases = new KatalogPhrases.Phrases(texts, { group: texts["digits.group"] });
      this.filters = new KatalogFilters.Filters(page, this.phrases, (facet, values) => {
        this.go({ chosen: { ...this.state.chosen, [facet]: values } });
      });
      this.rows = new KatalogRows.Rows(this.part("rows"), this.part("more"), this.phrases);
      this.notices = new KatalogNotices.Notices(this.part, this.phrases, this.filters, {
        go: (changes) => this.go(changes),
        leave: (changes) => this.leave(changes),
      });
      this.nearest = new KatalogNearest.Nearest(this.part("nearest"), this.phrases, this.notices);
      this.sheet = new KatalogSheet.Sheet(this.part, this.phrases, () => this.go({ chosen: NOTHING.chosen }));

      this.state = NOTHING;
      this.turns = 0;
      this.typing = 0;
      this.isTyping = false;
      this.rows.wanted = wantedRows(history.state);
    }

    // ----- state

    isWhole() {
      return !write(this.state);
    }

    /** Another state; every step can be taken back, but typing a word is one.
        @param {Partial<CatalogueState>} changes */
    go(changes, { isKey = false } = {}) {
      const before = write(this.state);
      this.state = { ...this.state, ...this.justTyped(), ...changes };
      this.rows.wanted = STEP;
      if (write(this.state) !== before) this.remember(isKey && this.isTyping ? "replaceState" : "pushState");
      this.isTyping = isKey;
      this.fill();
      this.update();
    }

    /** Takes conditions away by a button that goes with them, so the focus is given to the next one.
        @param {Partial<CatalogueState>} changes */
    leave(changes) {
      this.go(changes);
      const next = this.part("chips").hidden ? this.box : this.part("chips").querySelector("button");
      next.focus();
    }

    /** @param {"pushState" | "replaceState"} how */
    remember(how) {
      // Some browsers refuse a new address to a page of a folder; it works all the same then.
      try {
        history[how]({ shown: this.rows.wanted }, "", location.pathname + write(this.state) + location.hash);
      } catch (refused) {
        console.info(/** @type {Error} */ (refused).message);
      }
    }

    /** The controls as the state has them. */
    fill() {
      const { state, box, sort, phrases } = this;
      if (document.activeElement !== box || box.value.trim() !== state.query) box.value = state.query;
      sort.value = state.sort;
      sort.options[0].textContent = phrases.say(state.query ? "catalogue.sorts.relevance" : "catalogue.sorts.fullest");
      this.filters.fill(state);
      this.sheet.fill(this.filters.together(state).length);
      this.notices.showConditions(state, { ...NOTHING, sort: state.sort });
    }

    /** What an address asks for.
        @param {CatalogueState} asked */
    async follow(asked) {
      const turn = ++this.turns;
      if (this.filters.isBeyond(asked)) await this.showAllValues().catch(() => {}); // what fails is said when the rows are asked for
      if (turn !== this.turns) return;
      this.state = this.filters.known(asked);
      this.fill();
      await this.update();
    }

    // ----- what is shown

    async update() {
      const turn = ++this.turns;
      const isCurrent = () => turn === this.turns;
      if (this.isWhole()) {
        this.showWhole();
        return;
      }
      this.page.setAttribute("aria-busy", "true");
      try {
        await this.answer(isCurrent);
      } catch (error) {
        if (isCurrent()) this.showFailure(error);
      }
      if (isCurrent()) this.page.removeAttribute("aria-busy");
    }

    /** @param {() => boolean} isCurrent */
    async answer(isCurrent) {
      const engine = await KatalogData.start();
      const { query } = this.state;
      // The blank tells that the last word is finished: only what is being typed may be the beginning of a longer one.
      const answer = query ? await KatalogData.search(this.isTyping ? query : `${query} `) : null;
      if (Results.needFacets(this.state, answer)) await KatalogData.load([FACETS]);
      if (!isCurrent()) return;
      const results = new Results(engine, this.state, answer);
      await this.show(results, isCurrent);
      await KatalogData.load([FACETS]);
      if (isCurrent()) this.filters.showCounts(results);
    }

    /** @param {InstanceType<typeof Results>} results @param {() => boolean} isCurrent */
    async show(results, isCurrent) {
      const n = results.practices.length;
      const similar = results.similarCount;
      const areSimilar = similar > 0 && similar === n;
      this.rows.begin(results);
      this.notices.showMissing(results.answer, similar > 0);
      this.status.textContent = this.phrases.say(areSimilar ? "catalogue.similar_count" : "practices.count", { n });
      this.sheet.say(this.phrases.say("catalogue.show", { n }), this.status.textContent);
      this.notices.showEmpty(results);
      this.whole.list.remove(); // each practice stands on the page once
      this.part("found").hidden = !n;
      if (!(await this.rows.show(0, Math.min(AT_ONCE, this.rows.wanted), isCurrent))) return;
      this.look.remove("is-awaited");
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
      this.look.remove("is-narrowed");
      await this.rows.show(AT_ONCE, this.rows.wanted, isCurrent);
      await this.nearest.show(results, isCurrent);
    }

    /** The values of filters that did not come with the page. Returns the inputs added to each, by filter. */
    async showAllValues() {
      const engine = await KatalogData.start();
      await KatalogData.load([FACETS]);
      return this.filters.addAll(/** @type {Facets} */ (engine.facets()).facets);
    }

    showWhole() {
      this.filters.showWhole();
      this.status.textContent = this.whole.count;
      this.sheet.say(this.whole.show, this.whole.count);
      for (const name of ["notice", "empty", "found"]) this.part(name).hidden = true;
      this.rows.clear();
      this.part("empty").after(this.whole.list);
      this.look.remove("is-narrowed", "is-awaited");
      this.page.removeAttribute("aria-busy");
    }

    /** @param {unknown} error */
    showFailure(error) {
      console.error(error);
      this.showWhole();
      this.notices.showFailure();
    }

    // ----- what a reader does

    onType() {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.go({}, { isKey: true }), PAUSE);
    }

    /** What was typed and not looked for yet: who ticks a value at once wants both. */
    justTyped() {
      if (!this.typing) return {};
      this.forgetTyped();
      return { query: this.box.value.trim() };
    }

    forgetTyped() {
      clearTimeout(this.typing);
      this.typing = 0;
    }

    /** @param {Event} event */
    onSubmit(event) {
      event.preventDefault();
      this.go({ query: this.box.value.trim() });
    }

    async onMore() {
      const rows = this.part("rows");
      const first = rows.childElementCount;
      this.rows.wanted = first + STEP;
      this.remember("replaceState");
      const turn = this.turns;
      await this.rows.show(first, this.rows.wanted, () => turn === this.turns);
      rows.children[first].querySelector("a").focus();
    }

    /** All values of the filters, with the numbers that the state leaves. */
    async bringAll() {
      const added = await this.showAllValues();
      const { results } = this.rows;
      if (results && !this.isWhole()) this.filters.showCounts(results);
      return added;
    }

    /** @param {HTMLButtonElement} button */
    async onRest(button) {
      const box = boxOf(button);
      button.disabled = true;
      try {
        const added = await this.bringAll();
        const first = added[box.dataset.facet || ""].find((input) => !input.disabled);
        const next = first || box.querySelector("input[name]:not([disabled])") || box.querySelector("ul");
        /** @type {HTMLElement} */ (next).focus();
      } catch (error) {
        button.disabled = false;
        this.showFailure(error);
      }
    }

    /** @param {PopStateEvent} event */
    onHistory(event) {
      this.forgetTyped();
      this.isTyping = false;
      this.rows.wanted = wantedRows(event.state);
      this.follow(read(location.search));
    }

    listen() {
      const { part, box, sort } = this;
      part("search").addEventListener("submit", (/** @type {Event} */ event) => this.onSubmit(event));
      box.addEventListener("input", () => this.onType());
      box.addEventListener("focus", () => KatalogData.start().catch(() => {}), { once: true });
      sort.addEventListener("change", () => this.go({ sort: sort.value }));
      part("more").addEventListener("click", () => this.onMore());
      this.sheet.listen();
      KatalogFinding.addFields(this.filters.names, this.phrases, () => this.bringAll().then(() => {}, (error) => this.showFailure(error)));
      for (const button of this.filters.restButtons()) button.addEventListener("click", () => this.onRest(button));
      window.addEventListener("popstate", (event) => this.onHistory(event));
    }
  }

  /** How many rows an entry of the history shows.
      @param {{shown?: number} | null} state */
  function wantedRows(state) {
    return (state && state.shown) || STEP;
  }

  const page = /** @type {HTMLElement} */ (document.querySelector("[data-catalogue]"));
  const catalogue = new CataloguePage(page);
  catalogue.listen();
  page.dataset.state = "ready";
  KatalogAsked.shown = catalogue.follow(KatalogAsked.state);
})();
