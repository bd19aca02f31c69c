/* The search of the header: what is typed, pasted or dictated is looked for, and the best results are shown below it. */
var KatalogHeaderSearch = (() => {
  "use strict";

  const { make, button, partsOf } = KatalogElements;
  const { ANCHORS, near, inForm } = KatalogLeads;
  const MOST = 12;
  const MOST_PAGES = 5;
  const MOST_FORMS = 12; // in the address of a practice, which marks them
  const SUMMARY = 320;
  const PAUSE = 60; // ms between the last key and the search
  const SILENCE = 1000; // ms without a key before the number of results is announced
  const ONLY_WORDS = /^[\p{L}\p{N}\s-]+$/u;
  const LAST_WORD = /[^\s-]+$/;

  /** @typedef {[path: string, title: string, text: string]} OtherPage a page written by hand */

  /** A text with what was asked for marked.
      @param {string} text @param {(text: string) => number[][]} ranges */
  function marked(text, ranges) {
    const nodes = [];
    let end = 0;
    for (const [from, to] of ranges(text)) {
      nodes.push(text.slice(end, from), make("mark", {}, text.slice(from, to)));
      end = to;
    }
    return [...nodes, text.slice(end)];
  }

  /** Pages written by hand are few: each word of the query has to begin a word of theirs.
      @param {OtherPage[]} pages @param {string} query */
  function pagesFor(pages, query) {
    const { words, fold } = KatalogWords;
    const asked = words(query).map(fold);
    const holds = (/** @type {string} */ text) => {
      const there = words(text).map(fold);
      return asked.every((word) => there.some((other) => other.startsWith(word)));
    };
    return asked.length ? pages.filter(([, , text]) => holds(text)).slice(0, MOST_PAGES) : [];
  }

  /** The results in view. */
  class Results {
    /** @param {HTMLElement} list @param {string} site @param {InstanceType<typeof KatalogPhrases.Phrases>} phrases */
    constructor(list, site, phrases) {
      this.list = list;
      this.site = site;
      this.phrases = phrases;
      /** Whether the list of practices has what there is. */
      this.isForList = false;
    }

    get links() {
      return [...this.list.querySelectorAll("a")];
    }

    /** An address from the root of the site; a folder without a server is asked for the page in it.
        @param {string} path @param {string} [name] @param {string} [value] */
    placeOf(path, name = "", value = "") {
      const place = new URL(path, this.site);
      if (place.protocol === "file:" && place.pathname.endsWith("/")) place.pathname += "index.html";
      if (value) place.searchParams.set(name, value);
      return place.href;
    }

    /** @param {string} href @param {Node[]} content */
    item(href, ...content) {
      return make("li", { class: "search-panel__item" }, make("a", { class: "search-panel__link", href }, ...content));
    }

    /** @param {(Node | string)[]} content */
    title(...content) {
      return make("span", { class: "search-panel__title" }, ...content);
    }

    /** @param {SearchEngine} engine @param {SearchAnswer["results"][number]} result @param {(text: string) => number[][]} ranges */
    practice(engine, result, ranges) {
      const { id, title, summary, places } = /** @type {any} */ (engine.card(result.n));
      const { practices, elsewhere } = engine.core.addresses;
      const label = this.labelOf(result);
      // What neither title nor summary says is shown by the part of the page that does.
      const fact = [title, summary].some((text) => ranges(text).length) ? "" : ANCHORS[result.field] || "";
      return this.item(
        this.placeOf(elsewhere[id] || `${practices}${id}/`, "h", result.forms.slice(0, MOST_FORMS).join(" ")) + fact,
        this.title(...marked(title, ranges)),
        make("span", { class: "search-panel__text" }, label, ...marked(`${places} · ${summary.slice(0, SUMMARY)}`, ranges)),
      );
    }

    /** @param {SearchEngine} engine @param {string} query */
    allOf(engine, query) {
      return this.placeOf(engine.core.addresses.practices, "q", query);
    }

    /** What leads to all results; it stays in sight at the foot of the panel.
        @param {SearchEngine} engine @param {string} query @param {number} n */
    all(engine, query, n) {
      const item = this.item(this.allOf(engine, query), this.title(this.phrases.say("search.all_results", { n })));
      item.classList.add("search-panel__item--all");
      return item;
    }

    /** What has to be said of a result that is not all that was asked for.
        @param {SearchResult} result */
    labelOf(result) {
      const label = KatalogPhrases.labelOf(result, this.phrases);
      return label ? `${label} · ` : "";
    }

    /** What may have been meant, one press away.
        @param {string} text @param {(text: string) => void} choose */
    meant(text, choose) {
      const [before, after] = this.phrases.say("catalogue.did_you_mean", { text: "\n" }).split("\n");
      return make("li", { class: "search-panel__meant" }, before, button(text, "link", () => choose(text)), after);
    }

    /** Nothing found: what is near, the list of practices, which says more of what it does not have, and the form with the words.
        @param {SearchEngine} engine @param {string} query */
    waysOn(engine, query) {
      const { practices, form, ask } = engine.core.addresses;
      const values = near(/** @type {Facets} */ (engine.facets()), query);
      return [
        ...values.map(({ facet, id, label }) => this.item(this.placeOf(practices, facet, id), this.title(label))),
        this.item(this.allOf(engine, query), this.title(this.phrases.say("search.lead_on"))),
        ...(form ? [this.item(this.placeOf(form) + inForm(query), this.title(ask))] : []),
      ];
    }

    /** @param {SearchEngine} engine @param {string} query @param {SearchAnswer} answer
        @param {OtherPage[]} pages @param {(text: string) => void} choose */
    show(engine, query, { results, suggestion }, pages, choose) {
      const ranges = engine.marker(query);
      const items = results.slice(0, MOST).map((result) => this.practice(engine, result, ranges));
      if (suggestion) items.unshift(this.meant(suggestion.text, choose));
      this.isForList = results.length > 0;
      if (this.isForList) items.push(this.all(engine, query, results.length));
      for (const [path, title] of pages) items.push(this.item(this.placeOf(path), this.title(...marked(title, ranges))));
      if (!items.length) {
        this.isForList = true;
        items.push(...this.waysOn(engine, query));
      }
      this.list.replaceChildren(...items);
    }

    clear() {
      this.isForList = false;
      this.list.replaceChildren();
    }
  }

  /** The end of the word being typed, behind what is typed. */
  class Completion {
    /** @param {HTMLInputElement} field @param {HTMLElement} place */
    constructor(field, place) {
      this.field = field;
      this.place = place;
    }

    /** Not once what is typed is longer than its box and has moved on.
        @param {SearchEngine} engine @param {string} query */
    show(engine, query) {
      const typed = this.field.value;
      const [word] = ONLY_WORDS.test(query) && LAST_WORD.test(typed) ? engine.complete(query, 1) : [];
      this.place.textContent = word ? typed.replace(LAST_WORD, word) : "";
      this.place.hidden = this.field.scrollWidth > this.field.clientWidth;
    }

    clear() {
      this.place.textContent = "";
    }

    /** Whether there was something to take at the end of what is typed. */
    accept() {
      const text = this.place.textContent || "";
      const isAtEnd = this.field.selectionStart === this.field.value.length;
      if (!isAtEnd || this.place.hidden || text.length <= this.field.value.length) return false;
      this.field.value = text;
      return true;
    }
  }

  class HeaderSearch {
    /** @param {HTMLElement} panel @param {HTMLElement} announcer what changes in it is read out */
    constructor(panel, announcer) {
      const part = partsOf(panel);
      this.panel = panel;
      this.announcer = announcer;
      this.phrases = new KatalogPhrases.Phrases(JSON.parse(panel.dataset.said || "{}"), { group: "\u00a0" });
      this.form = /** @type {HTMLFormElement} */ (panel.querySelector("form"));
      this.field = /** @type {HTMLInputElement} */ (panel.querySelector("input"));
      this.status = part("search-status");
      this.results = new Results(part("search-results"), panel.dataset.site || "", this.phrases);
      this.completion = new Completion(this.field, part("search-suggest"));
      this.turn = 0;
      /** What the results in view are for. */
      this.answered = "";
      /** Whether the reader pressed the arrow before the results for the words in the field were there. */
      this.goesDown = false;
      this.typing = 0;
      this.announcing = 0;
    }

    async ask() {
      const turn = ++this.turn;
      const query = this.field.value.trim();
      clearTimeout(this.announcing);
      if (!query) {
        this.showNothing();
        return;
      }
      try {
        const engine = await KatalogData.start();
        const answer = await KatalogData.search(query);
        await KatalogData.load(answer.results.slice(0, MOST).map(({ n }) => engine.cardsOf(n)));
        // Another letter was typed while parts were loading: its answer is on the way. Pages written by hand weigh as much as all
        // that a practice needs to be found, so practices are shown before them.
        if (turn === this.turn && answer.results.length) this.show(engine, query, answer);
        const areNew = !KatalogData.part("pages");
        await KatalogData.load(answer.results.length ? ["pages"] : ["pages", "facets"]);
        if (turn === this.turn && (areNew || !answer.results.length)) this.show(engine, query, answer);
      } catch (error) {
        if (turn === this.turn) this.showFailure(error);
      }
    }

    /** @param {SearchEngine} engine @param {string} query @param {SearchAnswer} answer */
    show(engine, query, answer) {
      const pages = pagesFor(KatalogData.part("pages") || [], query);
      const n = answer.results.length + pages.length;
      const focused = this.results.links.findIndex((link) => link === document.activeElement);
      this.results.show(engine, query, answer, pages, (text) => this.choose(text));
      this.keepFocus(focused);
      this.completion.show(engine, query);
      this.answered = query;
      this.say(n ? this.phrases.say("search.count", { n }) : this.phrases.say("search.none"));
    }

    /** New results take away the link a reader stands on: the one in its place has the focus then, or the field.
        @param {number} focused place of the link among the results before, or -1 */
    keepFocus(focused) {
      const { links } = this.results;
      if (focused >= 0) (links[focused] || this.field).focus();
      else if (this.goesDown && document.activeElement === this.field) links[0]?.focus();
      this.goesDown = false;
    }

    showNothing() {
      this.results.clear();
      this.completion.clear();
      this.answered = "";
      this.status.textContent = this.phrases.say("search.begin");
    }

    /** @param {unknown} error */
    showFailure(error) {
      console.error(error);
      this.results.clear();
      this.say(this.phrases.say("search.failed"));
    }

    /** Says something in view at once, and to those who listen when the typing has paused.
        @param {string} text */
    say(text) {
      this.status.textContent = text;
      clearTimeout(this.announcing);
      this.announcing = setTimeout(() => {
        this.announcer.textContent = text;
      }, SILENCE);
    }

    /** @param {string} text */
    choose(text) {
      this.field.value = text;
      this.field.focus();
      this.ask();
    }

    onInput() {
      this.goesDown = false;
      this.completion.clear();
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.ask(), PAUSE);
    }

    /** All results are shown by the list of practices, where they can be narrowed. It knows no pages written by hand: where they
        are all there is, the first one opens.
        @param {Event} event */
    onSubmit(event) {
      const [first] = this.results.links;
      if (!first || this.results.isForList || this.answered !== this.field.value.trim()) return;
      event.preventDefault();
      first.click();
    }

    /** @param {KeyboardEvent} event */
    onKey(event) {
      if (event.key === "ArrowRight" && event.target === this.field && this.completion.accept()) {
        event.preventDefault();
        this.ask();
      }
      if (event.key === "ArrowDown") this.move(event, 1);
      if (event.key === "ArrowUp") this.move(event, -1);
    }

    /** @param {KeyboardEvent} event @param {number} steps */
    move(event, steps) {
      const stops = [this.field, ...this.results.links];
      const at = stops.findIndex((stop) => stop === document.activeElement);
      const next = stops[at + steps];
      if (at === 0 && steps > 0 && this.answered !== this.field.value.trim()) {
        event.preventDefault();
        this.goesDown = true;
      } else if (at >= 0 && next) {
        event.preventDefault();
        next.focus();
      }
    }

    onReset() {
      // The field is empty once the event is over.
      setTimeout(() => {
        this.field.focus();
        this.ask();
      });
    }

    listen() {
      this.field.addEventListener("input", () => this.onInput());
      this.form.addEventListener("submit", (event) => this.onSubmit(event));
      this.form.addEventListener("reset", () => this.onReset());
      this.panel.addEventListener("keydown", (event) => this.onKey(event));
      this.ask(); // letters may stand there already
    }
  }

  const found = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
  const search = new HeaderSearch(found("[data-search-panel]"), found("[data-announce]"));
  search.listen();
  return search;
})();
