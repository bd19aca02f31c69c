/* The practices that a state of the catalogue page asks for, in their order, and what each of its conditions costs. */
var KatalogResults = (() => {
  "use strict";

  const { isFiltered } = KatalogState;
  const { narrow, missing, ordered } = KatalogNarrowing;

  class Results {
    /** @param {SearchEngine} engine @param {CatalogueState} state
        @param {SearchAnswer | null} answer what the engine says to the query, if there is one */
    constructor(engine, state, answer) {
      this.engine = engine;
      this.state = state;
      this.answer = answer;
      this.similar = similarOf(answer);
      this.practices = this.inOrder();
    }

    /** Whether anything but the order of the search is asked for, or nothing is found: then the data of the facets tell more. */
    static needFacets(/** @type {CatalogueState} */ state, /** @type {SearchAnswer | null} */ answer) {
      return !answer?.results.length || answer.asksNothing || state.sort !== "relevance" || isFiltered(state);
    }

    /** How many of the practices are only similar to what was asked for. */
    get similarCount() {
      return this.practices.filter((n) => this.similar.has(n)).length;
    }

    /** Facets and orders, which are needed by now. */
    get data() {
      return /** @type {Facets} */ (this.engine.facets());
    }

    /** What the engine says of a practice; rows are mostly shown in the order of the results.
        @param {number} n */
    resultOf(n) {
      return this.answer ? this.answer.results.find((each) => each.n === n) : undefined;
    }

    /** Practices by number, before the filters: in the order of the search, or of the whole list.
        @param {SearchAnswer | null} answer */
    found(answer) {
      if (answer && !answer.asksNothing) return answer.results.map(({ n }) => n);
      const { title, fullest } = this.data.orders;
      const all = ordered(Array.from({ length: this.engine.count }, (_, n) => n), title);
      return this.state.sort === "relevance" ? ordered(all, fullest) : all;
    }

    /** @param {SearchAnswer | null} answer @param {CatalogueState["chosen"]} chosen */
    narrowed(answer, chosen) {
      return narrow(this.data.facets, this.found(answer), chosen);
    }

    inOrder() {
      const { sort, chosen } = this.state;
      if (!this.engine.facets()) return this.found(this.answer);
      const { kept } = this.narrowed(this.answer, chosen);
      if (sort === "relevance") return kept;
      const sorted = ordered(kept, this.data.orders[sort]);
      // What is only similar comes last in any order.
      return [...sorted.filter((n) => !this.similar.has(n)), ...sorted.filter((n) => this.similar.has(n))];
    }

    /** How many practices each value would leave, by facet. */
    counts() {
      return this.narrowed(this.answer, this.state.chosen).counts;
    }

    /** The practices that are left whatever is chosen in one facet. @param {string} facet */
    without(facet) {
      return this.narrowed(this.answer, { ...this.state.chosen, [facet]: [] }).kept;
    }

    /** Single conditions without which something would be found, what leaves most first; `facet` is null for the query.
        @returns {{facet: string | null, left: number, changes: Partial<CatalogueState>}[]} */
    waysOut() {
      const { state, answer } = this;
      if (!this.engine.facets()) return [];
      /** @type {ReturnType<Results["waysOut"]>} */
      const ways = [];
      for (const [facet, values] of Object.entries(state.chosen)) {
        if (!values.length) continue;
        const chosen = { ...state.chosen, [facet]: [] };
        ways.push({ facet, left: this.narrowed(answer, chosen).kept.length, changes: { chosen } });
      }
      if (isFiltered(state) && answer && !answer.asksNothing) {
        ways.push({ facet: null, left: this.narrowed(null, state.chosen).kept.length, changes: { query: "" } });
      }
      return ways.filter(({ left }) => left).sort((a, b) => b.left - a.left);
    }

    /** The practices that fit the most conditions, with those that each of them misses; `null` is the query. What fits none
        is not near.
        @param {number} most @returns {{n: number, misses: (string | null)[]}[]} */
    nearest(most) {
      const { state, answer } = this;
      if (!this.engine.facets()) return [];
      const found = answer && !answer.asksNothing ? answer.results.map(({ n }) => n) : null;
      const isFound = new Set(found);
      const missedBy = missing(this.data.facets, state.chosen);
      const conditions = Object.values(state.chosen).filter((values) => values.length).length + (found ? 1 : 0);
      const others = ordered(this.found(null), this.data.orders.fullest).filter((n) => !isFound.has(n));
      const near = [...(found || []), ...others].map((n) => {
        return { n, misses: [...(found && !isFound.has(n) ? [null] : []), ...missedBy(n)] };
      });
      return near.filter(({ misses }) => misses.length < conditions).sort((a, b) => a.misses.length - b.misses.length).slice(0, most);
    }
  }

  /** Practices that are only similar to what was asked for. They come last among the results.
      @param {SearchAnswer | null} answer */
  function similarOf(answer) {
    const similar = new Set();
    const results = answer ? answer.results : [];
    for (let i = results.length - 1; i >= 0 && results[i].match === "similar"; i--) similar.add(results[i].n);
    return similar;
  }

  return { Results };
})();
