/* The page "does it fit us": the practices in four groups, each with the reason, for the municipality that a reader chose. */
(() => {
  "use strict";

  const { judge } = FitJudging;
  const { read, write, numberIn } = FitChoices;
  const { make, partsOf, addScript } = KatalogElements;
  const FITS = /** @type {const} */ (["fits", "may-fit", "does-not-fit", "unknown"]);
  const SHOWN = 5;

  /** What the build wrote of all practices.
      @typedef {{kinds: FitKinds, words: Record<string, any>, digits: {group: string},
        practices: ({html: string, size: string, kind: string} & {conditions: FitConditions})[]}} FitData */
  /** A practice with its answer.
      @typedef {{practice: FitData["practices"][number], verdict: FitVerdict}} Judged */

  class FitPage {
    /** @param {HTMLElement} page */
    constructor(page) {
      this.page = page;
      this.part = partsOf(page);
      /** @type {HTMLSelectElement} */
      this.place = this.part("fit-place");
      /** @type {HTMLInputElement} */
      this.population = this.part("fit-population");
      /** @type {HTMLSelectElement} */
      this.kind = this.part("fit-kind");
    }

    // ----- what is chosen

    /** @param {FitChoice} choice */
    fill({ place, population, kind }) {
      this.place.value = place;
      if (this.place.value !== place) this.place.value = "";
      this.population.value = population === null ? "" : String(population);
      this.kind.value = kind;
      if (this.kind.value !== kind) this.kind.value = "";
      if (this.place.value) this.fillFromPlace();
    }

    fillFromPlace() {
      const { population = "", kind = "" } = this.place.selectedOptions[0].dataset;
      this.population.value = population;
      this.kind.value = kind;
    }

    /** What the form says; null if the number is none.
        @returns {FitChoice | null} */
    get choice() {
      const population = numberIn(this.population.value);
      this.part("problem").hidden = population !== undefined;
      this.population.setAttribute("aria-invalid", String(population === undefined));
      return population === undefined ? null : { place: this.place.value, population, kind: this.kind.value };
    }

    // ----- what is shown

    /** @param {FitChoice} choice @param {{isFocused?: boolean}} [how] */
    async show(choice, { isFocused = false } = {}) {
      const isAsked = write(choice) !== "";
      this.part("whole").hidden = isAsked;
      this.part("failed").hidden = true;
      this.part("result").replaceChildren();
      this.part("status").textContent = "";
      if (!isAsked) return;
      try {
        await load(/** @type {string} */ (this.page.dataset.source));
      } catch (failed) {
        console.info(String(failed));
        this.part("whole").hidden = false;
        this.part("failed").hidden = false;
        return;
      }
      this.showJudged(self.KatalogPasuje, choice);
      if (isFocused) this.part("status").focus();
    }

    /** @param {FitData} data @param {FitChoice} choice */
    showJudged(data, { population, kind }) {
      const phrases = new KatalogPhrases.Phrases(data.words, data.digits);
      const judged = data.practices.map((practice) => ({
        practice,
        verdict: judge(practice.conditions, { population, kind: kind || null }, data.kinds),
      }));
      const groups = FITS.map((fit) => ({ fit, of: judged.filter(({ verdict }) => verdict.fit === fit) }));
      this.part("status").textContent = phrases.say("fit.all", { n: judged.length });
      const bar = make("ul", { class: "fit__counts" });
      for (const { fit, of } of groups) bar.append(count(fit, of.length, phrases));
      const sections = groups.filter(({ of }) => of.length).map(({ fit, of }) => section(fit, of, phrases));
      this.part("result").replaceChildren(bar, ...sections);
    }

    // ----- wiring

    /** @param {{isFocused?: boolean}} [how] */
    update(how) {
      const { choice } = this;
      if (!choice) return;
      go(write(choice));
      this.show(choice, how);
    }

    /** @param {Event} event */
    onChange(event) {
      if (event.target === this.place) this.fillFromPlace();
      else this.place.value = "";
      this.update();
    }

    follow() {
      this.fill(read(location.search));
      const { choice } = this;
      if (choice) this.show(choice);
    }

    start() {
      this.part("form").addEventListener("change", (/** @type {Event} */ event) => this.onChange(event));
      this.part("form").addEventListener("submit", (/** @type {Event} */ event) => {
        event.preventDefault();
        this.update({ isFocused: true });
      });
      addEventListener("popstate", () => this.follow());
      this.follow();
      this.page.dataset.state = "ready";
    }
  }

  /** @param {typeof FITS[number]} fit @param {number} n @param {InstanceType<typeof KatalogPhrases.Phrases>} phrases */
  function count(fit, n, phrases) {
    const words = " " + phrases.say("fit.count." + fit, { n });
    const made = make("li", { "data-fit": fit, "data-none": n === 0 }, make("b", {}, phrases.digits(n)), words);
    made.style.flexGrow = String(n);
    return made;
  }

  /** @param {typeof FITS[number]} fit @param {Judged[]} judged @param {InstanceType<typeof KatalogPhrases.Phrases>} phrases */
  function section(fit, judged, phrases) {
    const rows = judged.map(({ practice, verdict }) => row(practice, verdict, phrases));
    const note = make("p", { class: "small" }, phrases.say("fit.note." + fit, { n: judged.length }));
    const head = make("div", { class: "fit__head" }, make("h2", {}, phrases.say("fit.name." + fit)), note);
    const isFolded = rows.length > SHOWN + 1;
    const body = make("div", {}, list(fit, isFolded ? rows.slice(0, SHOWN) : rows));
    if (isFolded) {
      const summary = make("summary", {}, phrases.say("fit.rest", { n: rows.length - SHOWN }));
      body.append(make("details", { class: "rest" }, summary, list(fit, rows.slice(SHOWN))));
    }
    return make("section", { class: "fit__group", "data-fit": fit }, head, body);
  }

  /** @param {string} fit @param {Node[]} rows */
  function list(fit, rows) {
    return make("ul", { class: fit === "unknown" ? "lines" : "fit-rows" }, ...rows);
  }

  /** @param {FitData["practices"][number]} practice @param {FitVerdict} verdict @param {InstanceType<typeof KatalogPhrases.Phrases>} phrases */
  function row({ html, size, kind, conditions }, verdict, phrases) {
    const holder = make("template");
    holder.innerHTML = html; // rendered and escaped by the build, like the rows of the page itself
    const made = /** @type {HTMLElement} */ (holder.content.firstElementChild);
    const reasons = [];
    if (verdict.size) reasons.push(phrases.say("fit.size." + verdict.size, { size }));
    if (verdict.kind) reasons.push(phrases.say("fit.kind." + verdict.kind, { kind }));
    if (conditions.further && verdict.fit === "may-fit") reasons.push(phrases.say("fit.further"));
    made.querySelector("[data-verdict]")?.append(reasons.join(" "));
    return made;
  }

  /** @param {string} source of the data of all practices */
  async function load(source) {
    if (!self.KatalogPasuje) await addScript(source);
  }

  /** @param {string} search */
  function go(search) {
    if (search === location.search) return;
    // Some browsers refuse a new address to a page of a folder; the answer is shown all the same.
    try {
      history.pushState(null, "", location.pathname + search);
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
    }
  }

  new FitPage(/** @type {HTMLElement} */ (document.querySelector("[data-fit-page]"))).start();
})();
