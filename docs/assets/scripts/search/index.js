/* The index of the search as finding/search/index.py writes it: a core, and parts by name that are loaded once they are needed. */

/** Practices with a word: their numbers, the level of the word in each, the field that says most of it, and how rare it is.
    @typedef {{docs: Int32Array, levels: Float64Array, fields: Uint8Array, idf: number}} Posting */

/** The values of a facet, and by practice the numbers of those that it has.
    @typedef {{terms: {id: string, label: string}[], of: number[][]}} FacetValues */

/** @typedef {{facets: Record<string, FacetValues>, orders: Record<string, number[]>}} Facets */

var KatalogIndex = (() => {
  "use strict";

  const { numbers, digit, frontCoded, cutOf, partOf } = KatalogWords;
  const { Lexicon } = KatalogForms;
  const HALF = 45;
  const LEAST = 0.3; // how much a word says that is everywhere: beside a rarer one it still counts where it stands in a title

  class SearchIndex {
    /** @param {SearchCore} core */
    constructor(core) {
      this.core = core;
      this.count = core.count;
      /** @type {Map<string, any>} */
      this.parts = new Map(Object.entries(core.parts || {}));
      this.lexicon = new Lexicon(core.lexicon);
      for (const [name, data] of this.parts) this.lexicon.accept(name, data);
      this.ignored = new Set(core.ignored.split(" "));
      this.asking = new Set((core.asking || "").split(" "));
      this.months = (core.months || "").split(" ");
      this.foreign = languagesOf(core.foreign || {});
      this.spellings = (core.spellings || []).map(([from, to]) => /** @type {const} */ ([new RegExp(from), to]));
      /** @type {Map<string, string[]>} */
      this.pieces = new Map();
      this.words = cutOf(core.pieces);
      this.practices = cutOf(core.cards);
      /** @type {Map<number, Posting>} */
      this.postings = new Map();
      /** @type {string[] | null} */
      this.ids = null;
      /** @type {Facets | null} */
      this.read = null;
    }

    /** Words that a form may belong to, in whichever way a language spells it: labor and labour.
        @param {string} folded @returns {Hit[]} */
    lookup(folded) {
      const found = this.lexicon.lookup(folded);
      for (const [from, to] of this.spellings) if (from.test(folded)) found.push(...this.lexicon.lookup(folded.replace(from, to)));
      return found;
    }

    /** Hands over a part that was asked for.
        @param {string} name @param {any} data */
    add(name, data) {
      this.parts.set(name, data);
      this.lexicon.accept(name, data);
    }

    /** @param {string} name */
    has(name) {
      return this.parts.has(name);
    }

    /** The name of the part that holds what a result shows.
        @param {number} n */
    cardsOf(n) {
      return "cards-" + this.practices.names[partOf(this.practices, n)];
    }

    /** The name of the part with what a practice says beyond title and summary, for a snippet.
        @param {number} n */
    textsOf(n) {
      return "texts-" + this.practices.names[partOf(this.practices, n)];
    }

    /** What a result shows, or null while its part is not loaded.
        @param {number} n */
    card(n) {
      const part = this.parts.get(this.cardsOf(n));
      if (!part) return null;
      /** @type {string[]} */
      const [id, title, summary, places, row] = part[this.inPart(n)];
      return { id, title, summary, places, row };
    }

    /** Texts of a practice by field, or null while their part is not loaded.
        @param {number} n @returns {Record<string, string> | null} */
    text(n) {
      const part = this.parts.get(this.textsOf(n));
      return part ? part[this.inPart(n)] : null;
    }

    /** Where in its parts a practice stands.
        @param {number} n */
    inPart(n) {
      return n - this.practices.starts[partOf(this.practices, n)];
    }

    /** The id of a practice; null while neither its card nor the facets are loaded.
        @param {number} n */
    id(n) {
      const facets = this.parts.get("facets");
      if (facets && !this.ids) this.ids = frontCoded(facets.ids);
      if (this.ids) return this.ids[n];
      const card = this.card(n);
      return card && card.id;
    }

    /** Facets and orders as lists by practice, or null while they are not loaded. */
    facets() {
      const part = this.parts.get("facets");
      if (!part) return null;
      if (!this.read) this.read = readFacets(part);
      return this.read;
    }

    /** The name of the piece of the index that a word is in.
        @param {number} lemma */
    pieceOf(lemma) {
      return this.words.names[partOf(this.words, lemma)];
    }

    /** @param {string} kind @param {string} separator @param {number} lemma */
    inPiece(kind, separator, lemma) {
      const piece = partOf(this.words, lemma);
      const name = kind + this.words.names[piece];
      let words = this.pieces.get(name);
      if (!words) this.pieces.set(name, (words = this.parts.get(name).split(separator)));
      return /** @type {string[]} */ (words)[lemma - this.words.starts[piece]];
    }

    /** @param {number} lemma */
    posting(lemma) {
      let posting = this.postings.get(lemma);
      if (!posting) this.postings.set(lemma, (posting = this.readPosting(this.inPiece("terms-", " ", lemma))));
      return posting;
    }

    /** @param {string} text @returns {Posting} */
    readPosting(text) {
      const most = Math.floor(text.length / 3); // signs for each practice: the way from the one before, level and field
      const docs = new Int32Array(most);
      const levels = new Float64Array(most);
      const fields = new Uint8Array(most);
      let count = 0;
      let doc = -1;
      let gap = 0;
      for (let i = 0; i < text.length; i++) {
        const read = digit(text.charCodeAt(i));
        if (read >= HALF) {
          gap = gap * HALF + read - HALF;
          continue;
        }
        doc += gap * HALF + read + 1;
        gap = 0;
        docs[count] = doc;
        levels[count] = (digit(text.charCodeAt(++i)) + 1) / this.core.levels;
        fields[count] = digit(text.charCodeAt(++i));
        count++;
      }
      const rarity = Math.log(1 + (this.count - count + 0.5) / (count + 0.5));
      return { docs: docs.subarray(0, count), levels: levels.subarray(0, count), fields: fields.subarray(0, count), idf: Math.max(rarity, LEAST) };
    }

    /** Where in the text of a practice a word stands, counted in words.
        @param {number} lemma @param {number} doc */
    places(lemma, doc) {
      const at = this.posting(lemma).docs.indexOf(doc);
      if (at < 0) return [];
      let place = 0;
      return numbers(this.inPiece("positions-", "!", lemma).split(" ")[at]).map((step) => (place += step));
    }
  }

  /** By word the language that the catalogue has it in, if that is not its own.
      @param {Record<string, string>} foreign */
  function languagesOf(foreign) {
    /** @type {Map<number, string>} */
    const languages = new Map();
    for (const [language, steps] of Object.entries(foreign)) {
      let lemma = 0;
      for (const step of numbers(steps)) languages.set((lemma += step), language);
    }
    return languages;
  }

  /** @param {FacetsPart} part */
  function readFacets(part) {
    /** @type {Facets} */
    const read = { facets: {}, orders: {} };
    for (const [name, { terms, of }] of Object.entries(part.facets)) {
      read.facets[name] = { terms: terms.map(([id, label]) => ({ id, label })), of: of.split(" ").map(numbers) };
    }
    for (const [name, ranks] of Object.entries(part.orders)) read.orders[name] = numbers(ranks);
    return read;
  }

  return { SearchIndex };
})();
