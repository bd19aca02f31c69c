/* The search: from what was typed to practices in order, with what matched in each. The scripts it is made of stand before it in
   ENGINE_SCRIPTS of publishing/search_scripts.py; words.js comes first. */

/** If needs is not empty, load those parts, add() them and ask again. Exact results come before similar ones. Words in missing
    were found in none of their forms; related says what was looked for in the place of some of them. The text is that which was
    asked, with a blank at its end once its last word was finished.
    @typedef {{
      text: string,
      results: SearchResult[],
      missing: string[],
      suggestion: {text: string, words: Replaced[]} | null,
      related: Related[],
      needs: string[],
      asksNothing: boolean,
    }} SearchAnswer */

/** In lacking are the words that were found, but not in this practice; language is the other one that it was found in alone.
    @typedef {{
      n: number,
      score: number,
      match: "exact" | "similar",
      field: string,
      id: string | null,
      forms: string[],
      lacking: string[],
      language: string | null,
    }} SearchResult */

/** @typedef {ReturnType<typeof KatalogSearch.create>} SearchEngine */

var KatalogSearch = (() => {
  "use strict";

  const { words, fold, sameMarksFirst } = KatalogWords;
  const { parse, suggest } = KatalogQuery;
  const { Meaning } = KatalogMeaning;
  const WORD = /[\p{L}\p{N}]+/gu;

  class Engine extends KatalogIndex.SearchIndex {
    /** @param {SearchCore} core */
    constructor(core) {
      super(core);
      this.meaning = new Meaning(this);
      this.scores = new KatalogScores.Scores(this);
    }

    /** @param {string} text */
    planOf(text) {
      const isKnown = (/** @type {string} */ word) => this.lexicon.lookup(word).length > 0;
      return this.meaning.plan(parse(KatalogNumbers.canonical(text, isKnown, this.months)));
    }

    /** Practices for what was typed; with {similar: false} only exact ones.
        @param {string} text @param {{shards?: Record<string, any>, similar?: boolean}} [options] @returns {SearchAnswer} */
    search(text, { shards = {}, similar = true } = {}) {
      for (const [name, data] of Object.entries(shards)) if (!this.parts.has(name)) this.add(name, data);
      const wanted = this.wordsOf(text);
      if (wanted.length) return { text, results: [], missing: [], related: [], suggestion: null, needs: wanted, asksNothing: false };
      const plan = this.planOf(text);
      const { missing, replaced, related } = plan;
      const asksNothing = !plan.asked.length && !plan.refused.length;
      /** @type {SearchAnswer} */
      const answer = { text, results: [], missing, related, suggestion: suggest(text, replaced), needs: this.needs(plan), asksNothing };
      if (!answer.needs.length && !asksNothing) answer.results = this.resultsOf(plan, similar);
      return answer;
    }

    /** The parts of the table of forms that the words of a query are in and that are not there yet.
        @param {string} text */
    wordsOf(text) {
      const { lexicon } = this;
      lexicon.wanted.clear();
      for (const word of words(text)) lexicon.has(lexicon.partOf(fold(word)));
      return [...lexicon.wanted].sort();
    }

    /** @param {Plan} plan */
    needs(plan) {
      for (const { lemmas, further } of plan.asked) this.lexicon.want([...lemmas.keys(), ...(further || new Map()).keys()]);
      const names = new Set(this.lexicon.wanted);
      const want = (/** @type {string} */ kind, /** @type {Weights} */ lemmas) => {
        for (const lemma of lemmas.keys()) names.add(kind + this.pieceOf(lemma));
      };
      for (const { lemmas, further } of plan.asked) want("terms-", new Map([...lemmas, ...(further || [])]));
      for (const lemmas of plan.refused) want("terms-", lemmas);
      for (const phrase of plan.phrases) for (const { lemmas } of phrase.words) want("positions-", lemmas);
      if (plan.needsRelatives) names.add("everyday");
      return [...names].filter((name) => !this.parts.has(name)).sort();
    }

    /** @param {Plan} plan @param {boolean} withSimilar */
    resultsOf(plan, withSimilar) {
      const { scores } = this;
      scores.fill(plan);
      const kept = this.narrowed(scores.worthwhile(this.refused(plan)), plan);
      const [exact, similar] = parted(scores.ranked(kept), scores.exactness(plan));
      const results = this.shown(exact, "exact", plan);
      return withSimilar && similar.length ? results.concat(this.shown(similar, "similar", plan)) : results;
    }

    /** Practices with a word that must not be there.
        @param {Plan} plan */
    refused(plan) {
      /** @type {Set<number>} */
      const refused = new Set();
      for (const lemmas of plan.refused) {
        for (const lemma of lemmas.keys()) for (const doc of this.posting(lemma).docs) refused.add(doc);
      }
      return refused;
    }

    /** Practices with the quoted words side by side. Where there are none, the words apart are offered instead.
        @param {number[]} kept @param {Plan} plan */
    narrowed(kept, plan) {
      for (const phrase of plan.phrases) {
        const having = kept.filter((doc) => this.hasPhrase(doc, phrase));
        if (having.length) {
          kept = having;
        } else {
          plan.isApart = true;
          plan.missing.push(phrase.text);
        }
      }
      return kept;
    }

    /** Whether the words of a phrase follow each other somewhere in a practice, in whatever forms.
        @param {number} doc @param {Phrase} phrase */
    hasPhrase(doc, phrase) {
      let starts = /** @type {Set<number> | null} */ (null);
      for (const { offset, lemmas } of phrase.words) {
        /** @type {Set<number>} */
        const here = new Set();
        for (const lemma of lemmas.keys()) for (const place of this.places(lemma, doc)) here.add(place - offset);
        const found = starts ? [...starts].filter((start) => here.has(start)) : here;
        starts = new Set(found);
        if (!starts.size) return false;
      }
      return true;
    }

    /** @param {number[]} practices @param {"exact" | "similar"} match @param {Plan} plan */
    shown(practices, match, plan) {
      const names = this.core.fields;
      const asked = { engine: this, plan };
      /** @type {SearchResult[]} */
      const results = new Array(practices.length);
      for (let i = 0; i < practices.length; i++) {
        const n = practices[i];
        results[i] = new Result(asked, n, this.scores.scores[n], match, names[this.scores.fields[n]]);
      }
      return results;
    }

    /** The words that were found and that a practice lacks, as they were typed.
        @param {number} n @param {Plan} plan */
    lackingIn(n, plan) {
      const found = plan.asked.filter(({ kind }) => kind === "exact");
      const has = (/** @type {Asked} */ { lemmas }) => [...lemmas.keys()].some((lemma) => this.posting(lemma).docs.includes(n));
      return found.filter((asked) => !has(asked)).map(({ word }) => word);
    }

    /** The other language that a practice was found in, where no word of the query stands in its own.
        @param {number} n @param {Plan} plan */
    languageOf(n, plan) {
      const here = plan.asked.flatMap(({ lemmas }) => [...lemmas.keys()].filter((lemma) => this.posting(lemma).docs.includes(n)));
      const languages = new Set(here.map((lemma) => this.foreign.get(lemma)));
      const [language] = languages;
      return languages.size === 1 ? language || null : null;
    }

    /** The forms of the catalogue of each word that was asked for and that a practice has.
        @param {number} n @param {Plan} plan */
    formsIn(n, plan) {
      /** @type {Set<string>} */
      const forms = new Set();
      for (const { lemmas } of plan.asked) {
        for (const lemma of lemmas.keys()) {
          if (!this.posting(lemma).docs.includes(n)) continue;
          for (const form of this.lexicon.attestedForms(lemma)) forms.add(form);
        }
      }
      return [...forms];
    }

    /** Longer words that begin like the last one typed, as they occur in the catalogue.
        @param {string} text @param {number} [most] */
    complete(text, most) {
      const last = words(text).pop();
      if (!last || /\s$/.test(text)) return [];
      const found = this.meaning.completionsOf(last).filter(({ lemma }) => this.lexicon.occurs(lemma));
      const longer = found.map(({ form }) => form).filter((form) => form.length > last.length && !/\d/.test(form));
      return longer.slice(0, most || 5);
    }

    /** Where in a text the words of a query are: [[start, end]].
        @param {string} text @param {string} query */
    ranges(text, query) {
      return this.marker(query)(text);
    }

    /** As ranges(), for one query and many texts.
        @param {string} query */
    marker(query) {
      const lemmas = new Set();
      for (const { lemmas: asked } of this.planOf(query).asked) for (const lemma of asked.keys()) lemmas.add(lemma);
      const isAsked = (/** @type {string} */ word) => {
        return sameMarksFirst(this.lexicon.lookup(fold(word)), word).some(({ lemma }) => lemmas.has(lemma));
      };
      const areNumbers = /\d/.test(query);
      return (/** @type {string} */ text) => {
        /** @type {[number, number][]} */
        const found = [];
        const numbers = areNumbers ? KatalogNumbers.spansIn(text).filter((each) => each.words.some(isAsked)) : [];
        for (const { start, end } of numbers) found.push([start, end]);
        for (const { 0: word, index } of text.matchAll(WORD)) {
          const isInNumber = numbers.some(({ start, end }) => index >= start && index < end);
          if (!isInNumber && isAsked(word.toLowerCase())) found.push([index, index + word.length]);
        }
        return numbers.length ? found.sort((one, other) => one[0] - other[0]) : found;
      };
    }
  }

  /** A practice found. Its id and forms are looked up when they are shown, since a common word may be in thousands of
      practices and the next key is near. */
  class Result {
    #asked;

    /** @param {{engine: Engine, plan: Plan}} asked @param {number} n @param {number} score
        @param {"exact" | "similar"} match @param {string} field */
    constructor(asked, n, score, match, field) {
      this.#asked = asked;
      this.n = n;
      this.score = score;
      this.match = match;
      this.field = field;
    }

    get id() {
      return this.#asked.engine.id(this.n);
    }

    get language() {
      return this.#asked.engine.languageOf(this.n, this.#asked.plan);
    }

    get lacking() {
      return this.#asked.engine.lackingIn(this.n, this.#asked.plan);
    }

    get forms() {
      return this.#asked.engine.formsIn(this.n, this.#asked.plan);
    }
  }

  /** Those of which something is so, and the others, each in their order.
      @param {number[]} practices @param {(n: number) => boolean} isSo */
  function parted(practices, isSo) {
    /** @type {[number[], number[]]} */
    const parts = [[], []];
    for (let i = 0; i < practices.length; i++) parts[isSo(practices[i]) ? 0 : 1].push(practices[i]);
    return parts;
  }

  return { create: (/** @type {SearchCore} */ core) => new Engine(core) };
})();
