/* What people say in everyday life, and the words by which the catalogue knows it. The table is a part of its own: it is loaded once
   a word is found in no form, or the core says that it knows more of a word, or of several together. */

/** For each word of a table of forms the words of the catalogue; the same for each expression that the core names; what else may be
    meant by a word that few practices have; and what the words of the catalogue are called.
    @typedef {{
      lexicon: Lexicon,
      of: number[][],
      expressions: number[][],
      further: Map<number, number[]>,
      names: Map<number, string>,
    }} EverydayTable */

var KatalogEveryday = (() => {
  "use strict";

  const { digit, fold, frontCoded, numbers, sameMarksFirst } = KatalogWords;
  const { Lexicon } = KatalogForms;
  const TABLE = "everyday";
  const FIRST = 1; // how much the first of the words stands for what was typed
  const OTHERS = 0.6;
  const MOST_SAID = 3;
  const FEW = 3; // in at most so many practices, or in one of so many, a word is hardly what is meant; as in everyday.py
  const ONE_OF = 5;

  class Everyday {
    /** @param {InstanceType<typeof KatalogIndex.SearchIndex>} index */
    constructor(index) {
      const { expressions = "", further = "" } = index.core.everyday || {};
      let lemma = 0;
      this.index = index;
      this.patterns = patternsOf(expressions);
      this.leadsFurther = new Set(numbers(further).map((step) => (lemma += step)));
      /** @type {EverydayTable | null} */
      this.read = null;
    }

    /** The table, if there is one and it is loaded.
        @param {Plan} plan which is told if it has to be
        @returns {EverydayTable | null} */
    table(plan) {
      const { index } = this;
      if (!this.read && index.has(TABLE)) this.read = tableOf(index.parts.get(TABLE));
      else if (!this.read && index.core.everyday) plan.needsRelatives = true;
      return this.read;
    }

    /** The clauses but for expressions of everyday life; what those stand for is asked for instead.
        @param {Clause[]} clauses @param {Plan} plan */
    expressions(clauses, plan) {
      if (clauses.some(({ isPhrase, isMinus }) => isPhrase || isMinus)) return clauses;
      let rest = clauses.flatMap((clause) => clause.words.map((word) => ({ clause, word, folded: fold(word) })));
      for (const { pattern, n } of this.patterns) {
        const at = rest.findIndex((_, i) => pattern.every((part, place) => fits(part, rest[i + place])));
        const table = at < 0 ? null : this.table(plan);
        if (!table) continue;
        const said = rest.slice(at, at + pattern.length).map(({ word }) => word).join(" ");
        plan.missing.push(said);
        plan.asked.push({ word: said, lemmas: this.lookFor(said, table.expressions[n], plan), kind: "relative" });
        rest = [...rest.slice(0, at), ...rest.slice(at + pattern.length)];
      }
      return plan.asked.length ? rest.map(({ clause, word }) => ({ ...clause, text: word, words: [word] })) : clauses;
    }

    /** Whether something stands for a word.
        @param {string} folded @param {Plan} plan */
    knows(folded, plan) {
      const table = this.table(plan);
      return table !== null && table.lexicon.lookup(folded).length > 0;
    }

    /** The words of the catalogue that stand for a word, most of all the first of them; null where nothing is known of it.
        @param {string} word @param {Plan} plan which is told what was looked for, or that the table is needed
        @returns {Weights | null} */
    relatives(word, plan) {
      const table = this.table(plan);
      if (!table) return null;
      const folded = fold(word);
      const hits = sameMarksFirst(table.lexicon.lookup(folded), word);
      return hits.length ? this.lookFor(word, hits.flatMap(({ lemma }) => table.of[lemma]), plan) : null;
    }

    /** Words of everyday life that are like one letter by letter, within some edits.
        @param {string} folded @param {number} most @param {Plan} plan */
    similar(folded, most, plan) {
      const table = this.table(plan);
      return table ? table.lexicon.similar(folded, most) : [];
    }

    /** The words of the catalogue for what may have been meant by a word.
        @param {string} word @param {Hit[]} hits @param {Plan} plan */
    standingFor(word, hits, plan) {
      const { of } = /** @type {EverydayTable} */ (this.read);
      return this.lookFor(word, hits.flatMap(({ lemma }) => of[lemma]), plan);
    }

    /** What may be meant beside words that are in few practices.
        @param {Weights} lemmas @param {Plan} plan @returns {Weights | undefined} */
    further(lemmas, plan) {
      const { lexicon } = this.index;
      if (![...lemmas.keys()].some((lemma) => this.leadsFurther.has(lemma))) return undefined;
      const few = Math.max(FEW, this.index.count / ONE_OF);
      const isRare = [...lemmas.keys()].every((lemma) => 2 ** (digit(lexicon.often.charCodeAt(lemma)) - 1) <= few);
      const table = isRare ? this.table(plan) : null;
      const others = table ? [...lemmas.keys()].flatMap((lemma) => table.further.get(lemma) || []) : [];
      return others.length ? weighted(others) : undefined;
    }

    /** @param {string} from @param {number[]} lemmas @param {Plan} plan */
    lookFor(from, lemmas, plan) {
      const weights = weighted(lemmas);
      const { names } = /** @type {EverydayTable} */ (this.read);
      plan.related.push({ from, to: [...weights.keys()].slice(0, MOST_SAID).map((lemma) => names.get(lemma) || "") });
      return weights;
    }
  }

  /** @param {{lexicon: LexiconData, of: string, expressions: string, further: [number, string][], names: [number, string][]}} part
      @returns {EverydayTable} */
  function tableOf({ lexicon, of, expressions, further, names }) {
    return {
      lexicon: new Lexicon(lexicon),
      of: of.split(" ").map(numbers),
      expressions: expressions.split(" ").map(numbers),
      further: new Map(further.map(([lemma, others]) => [lemma, numbers(others)])),
      names: new Map(names),
    };
  }

  /** Expressions, the longest first, with their places in the table; a part of one may end in an asterisk.
      @param {string} expressions */
  function patternsOf(expressions) {
    const found = frontCoded(expressions).map((said, n) => ({ said, pattern: said.split(" "), n }));
    return found.sort((a, b) => b.said.length - a.said.length || a.n - b.n);
  }

  /** @param {number[]} lemmas @returns {Weights} */
  function weighted(lemmas) {
    const weights = new Map();
    lemmas.forEach((lemma, place) => {
      if (!weights.has(lemma)) weights.set(lemma, place ? OTHERS : FIRST);
    });
    return weights;
  }

  /** @param {string} part a word, or with an asterisk how it begins @param {{folded: string} | undefined} typed */
  function fits(part, typed) {
    if (!typed) return false;
    return part.endsWith("*") ? typed.folded.startsWith(part.slice(0, -1)) : typed.folded === part;
  }

  return { Everyday };
})();
