/* Which words of the catalogue a query asks for. A word counts as found in any form of it, then as the beginning of a longer one
   if it is the last and still being typed. Only a word found neither way is compared letter by letter, and whatever that brings
   is marked "similar": it is offered and never passed off as what was asked for. */

/** Words of the catalogue, each with how much it counts.
    @typedef {Map<number, number>} Weights */

/** What each clause asks for, what it must not find, which words found nothing and what may have been meant.
    @typedef {{
      asked: {word: string, lemmas: Weights, isSimilar?: boolean}[],
      phrases: Phrase[],
      refused: Weights[],
      missing: string[],
      replaced: Replaced[],
      isApart?: boolean,
    }} Plan */

/** Quoted words, each with its place among them.
    @typedef {{text: string, words: {offset: number, lemmas: Weights}[]}} Phrase */

var KatalogMeaning = (() => {
  "use strict";

  const { fold, digit } = KatalogWords;
  const MOST_COMPLETIONS = 60;
  const MOST_PIECES_TO_COMPLETE = 3;
  const MOST_PRACTICES_TO_COMPLETE = 40000;
  const COMPLETION = 0.9; // how much a completed word counts beside a whole one
  const COMPLETION_BESIDE_EXACT = 0.35;
  const OTHER_MARKS = 0.9;
  const SIMILAR = 0.6;
  const RELATIVE = 0.5; // stypendium for stypendialny
  const RELATIVE_BESIDE_EXACT = 0.15;

  class Meaning {
    /** @param {InstanceType<typeof KatalogIndex.SearchIndex>} index */
    constructor(index) {
      this.index = index;
      this.lexicon = index.lexicon;
      /** @type {Map<string, {lemmas: Weights, form: string | null}>} */
      this.similar = new Map();
    }

    /** @param {Clause[]} clauses */
    plan(clauses) {
      /** @type {Plan} */
      const plan = { asked: [], phrases: [], refused: [], missing: [], replaced: [] };
      const isOnlyWord = clauses.length === 1 && clauses[0].words.length === 1;
      for (const clause of clauses) {
        /** @type {Phrase["words"]} */
        const phrase = [];
        clause.words.forEach((word, offset) => {
          const isOpen = clause.isOpen && offset === clause.words.length - 1;
          const isIgnored = this.index.ignored.has(fold(word));
          if (isIgnored && !(isOpen && isOnlyWord)) return;
          const lemmas = this.resolve(word, isOpen);
          if (clause.isMinus) plan.refused.push(lemmas);
          else if (lemmas.size) {
            plan.asked.push({ word, lemmas });
            phrase.push({ offset, lemmas });
          } else if (!isIgnored) this.planSimilar(plan, word);
        });
        if (clause.isPhrase && phrase.length > 1) plan.phrases.push({ text: clause.words.join(" "), words: phrase });
      }
      return plan;
    }

    /** @param {Plan} plan @param {string} word */
    planSimilar(plan, word) {
      const { lemmas, form } = this.resolveSimilar(word);
      plan.missing.push(word);
      if (form) plan.replaced.push({ from: word, to: form });
      plan.asked.push({ word, lemmas, isSimilar: true });
    }

    /** Words of the catalogue that a typed word stands for.
        @param {string} word @param {boolean} isOpen */
    resolve(word, isOpen) {
      const folded = fold(word);
      /** @type {Weights} */
      const lemmas = new Map();
      const hits = this.hitsOf(word, folded);
      for (const { lemma, form } of hits) this.stand(lemmas, lemma, form === word ? 1 : OTHER_MARKS);
      const share = lemmas.size ? RELATIVE_BESIDE_EXACT : RELATIVE;
      for (const { lemma } of hits) this.addRelatives(lemmas, lemma, share);
      if (isOpen) this.addCompletions(folded, lemmas, lemmas.size ? COMPLETION_BESIDE_EXACT : COMPLETION);
      return lemmas;
    }

    /** @param {string} word @param {string} folded */
    hitsOf(word, folded) {
      let hits = this.lexicon.lookup(folded);
      if (!hits.length && folded.startsWith("naj")) hits = this.lexicon.lookup(folded.slice(3));
      // Who types marks means them; who types none may have left them out.
      return folded === word ? hits : sameMarksFirst(hits, word);
    }

    /** Lets a word of the catalogue stand for what was typed, if some practice has it.
        @param {Weights} lemmas @param {number} lemma @param {number} weight */
    stand(lemmas, lemma, weight) {
      if (this.lexicon.occurs(lemma) && weight > (lemmas.get(lemma) || 0)) lemmas.set(lemma, weight);
    }

    /** @param {Weights} lemmas @param {number} lemma @param {number} weight */
    addRelatives(lemmas, lemma, weight) {
      for (const relative of this.lexicon.families.get(lemma) || []) this.stand(lemmas, relative, weight);
    }

    /** @param {string} folded @param {Weights} lemmas @param {number} weight */
    addCompletions(folded, lemmas, weight) {
      const pieces = new Set();
      let practices = 0;
      for (const { lemma, near, often } of this.lexicon.complete(folded).slice(0, MOST_COMPLETIONS)) {
        if (!this.lexicon.occurs(lemma)) {
          this.addRelatives(lemmas, lemma, weight * near * RELATIVE);
          continue;
        }
        // At least so many practices hold the words so far; more would only cost time between two keys.
        if (practices > MOST_PRACTICES_TO_COMPLETE) break;
        practices += 2 ** (digit(often) - 1);
        // Two letters may begin words from all over the index; not all of it is fetched for them.
        const piece = this.index.pieceOf(lemma);
        if (!pieces.has(piece) && pieces.size === MOST_PIECES_TO_COMPLETE) continue;
        pieces.add(piece);
        if (!lemmas.has(lemma)) lemmas.set(lemma, weight * near);
      }
    }

    /** As resolve(), letter by letter. Remembered, since a misspelt word is asked for again with every key after it.
        @param {string} word */
    resolveSimilar(word) {
      let similar = this.similar.get(word);
      if (!similar) this.similar.set(word, (similar = this.findSimilar(fold(word))));
      return similar;
    }

    /** @param {string} folded */
    findSimilar(folded) {
      /** @type {Weights} */
      const lemmas = new Map();
      const most = mostEdits(folded);
      if (!most) return { lemmas, form: null };
      const hits = this.lexicon.similar(folded, most);
      for (const { lemma, distance } of hits) {
        this.stand(lemmas, lemma, SIMILAR / distance);
        if (!this.lexicon.occurs(lemma)) this.addRelatives(lemmas, lemma, (SIMILAR * RELATIVE) / distance);
      }
      return { lemmas, form: hits.length ? hits[0].form : null };
    }
  }

  /** How many letters of a word may be wrong: none of a short one or a number.
      @param {string} folded */
  function mostEdits(folded) {
    if (folded.length < 4 || /\d/.test(folded)) return 0;
    return folded.length < 7 ? 1 : 2;
  }

  /** Of words that differ in marks only (szkoła, szkolą) the one that is meant, if any of them is written so.
      @param {Hit[]} hits @param {string} word */
  function sameMarksFirst(hits, word) {
    const same = hits.filter(({ form }) => form === word);
    return same.length ? same : hits;
  }

  return { Meaning, sameMarksFirst };
})();
