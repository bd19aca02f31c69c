/* How much of a query each practice holds, as columns by practice. Counted loops: the first search runs before the browser has
   made its code fast, and one word is in thousands. */
var KatalogScores = (() => {
  "use strict";

  // A practice must hold this share of what the best one holds of the query's weight: of two words both or nearly the rarer one.
  const SHARE_OF_BEST = 0.36;
  const WHOLE = 100; // more than any score: a practice with every word comes before those without one
  const ANOTHER = 0.5; // how much another word counts that stands for the same
  const UNSURE = 0.8; // how much of its weight a word has that was guessed or stands for another

  /** Filled anew by each search: with thousands of practices making the columns costs more than the sums. */
  class Scores {
    /** @param {InstanceType<typeof KatalogIndex.SearchIndex>} index */
    constructor(index) {
      this.index = index;
      const column = () => new Float64Array(index.count);
      this.scores = column();
      this.held = column();
      this.best = column();
      this.strongest = column();
      this.fields = new Uint8Array(index.count);
      this.known = new Uint8Array(index.count);
      /** @type {number[]} */
      this.touched = [];
      this.found = 0;
    }

    clear() {
      const { scores, held, best, strongest, fields, known, touched } = this;
      for (const values of [scores, held, best, strongest, fields, known]) for (const doc of touched) values[doc] = 0;
      this.touched = [];
    }

    /** Scores by practice: the best reading of each word, times the square of how much of the query is there.
        @param {Plan} plan */
    fill(plan) {
      this.clear();
      this.found = foundIn(plan);
      if (!plan.asked.length) this.fillWhole();
      let all = 0;
      for (const { lemmas, kind, further } of plan.asked) {
        const isExact = kind === "exact";
        const { here, rarest } = this.fillWord(lemmas, kind === "relative");
        const weight = isExact || !lemmas.size ? rarest : rarest * UNSURE;
        all += weight;
        this.add(here, weight, isExact);
        if (further) this.addFurther(here, further, weight, plan.asked.length === 1);
      }
      const { scores, held, touched } = this;
      for (let i = 0; i < touched.length; i++) scores[touched[i]] *= (all ? held[touched[i]] / all : 1) ** 2;
    }

    /** Counts a word for practices, whose best reading of it is in the columns.
        @param {number[]} here @param {number} weight @param {boolean} isExact */
    add(here, weight, isExact) {
      const { scores, held, best, known, touched } = this;
      for (let i = 0; i < here.length; i++) {
        const doc = here[i];
        if (!held[doc]) touched.push(doc);
        held[doc] += weight;
        scores[doc] += best[doc];
        best[doc] = 0;
        if (isExact) known[doc]++;
      }
    }

    /** Counts what else may be meant by a word for practices that have not the word itself. It adds up only for a word alone: beside
        others it must not outweigh what was typed.
        @param {number[]} having @param {Weights} further @param {number} weight @param {boolean} isAlone */
    addFurther(having, further, weight, isAlone) {
      const has = new Set(having);
      const { here } = this.fillWord(further, isAlone);
      for (const doc of here) if (has.has(doc)) this.best[doc] = 0;
      this.add(here.filter((doc) => !has.has(doc)), weight * UNSURE, false);
    }

    /** Every practice, where a query only says what must not be there. */
    fillWhole() {
      this.touched = [...this.held.keys()];
      this.held.fill(1);
      this.scores.fill(1);
    }

    /** Practices with a word, their best reading left in the columns, and how much the rarest reading of it says. Words that
        stand together for another add up. @param {Weights} lemmas @param {boolean} areTogether */
    fillWord(lemmas, areTogether) {
      const { best, strongest, fields } = this;
      const here = [];
      // A word that is nowhere weighs as much as the rarest one.
      let rarest = lemmas.size ? 0 : Math.log(1 + (this.index.count + 0.5) / 0.5);
      for (const [lemma, weight] of lemmas) {
        const { docs, levels, fields: of, idf } = this.index.posting(lemma);
        if (idf > rarest) rarest = idf;
        for (let i = 0; i < docs.length; i++) {
          const doc = docs[i];
          const score = weight * idf * levels[i];
          if (!best[doc]) here.push(doc);
          best[doc] = Math.max(best[doc], score) + (areTogether ? ANOTHER * Math.min(best[doc], score) : 0);
          if (score > strongest[doc]) {
            strongest[doc] = score;
            fields[doc] = of[i];
          }
        }
      }
      return { here, rarest };
    }

    /** Practices that hold enough of the query, or every word of it that was found, but for those refused.
        @param {Set<number>} refused */
    worthwhile(refused) {
      const { found, held, known, touched } = this;
      const allowed = refused.size ? touched.filter((doc) => !refused.has(doc)) : touched;
      let most = 0;
      for (let i = 0; i < allowed.length; i++) if (held[allowed[i]] > most) most = held[allowed[i]];
      const kept = [];
      for (let i = 0; i < allowed.length; i++) {
        const doc = allowed[i];
        if (held[doc] >= most * SHARE_OF_BEST || (found && known[doc] === found)) kept.push(doc);
      }
      return kept;
    }

    /** Says of a practice whether it is what was asked for: some word of it is there. If a word was not found, that is so where
        all others are and they are the most of the query: of "Kopenhaga mlodzeiz" half is not enough.
        @param {Plan} plan @returns {(n: number) => boolean} */
    exactness(plan) {
      const { found } = this;
      if (plan.isApart) return () => false;
      if (!plan.missing.length) return (n) => !found || this.known[n] > 0;
      return (n) => found > plan.missing.length && this.known[n] === found;
    }

    /** Practices by falling score, those with every word that was found before the others, equal ones in their order. Numbers
        sort many times faster than what a function compares.
        @param {number[]} practices */
    ranked(practices) {
      const { found, known, scores } = this;
      const size = this.scores.length;
      const count = practices.length;
      const keys = new Float64Array(count);
      for (let i = 0; i < count; i++) {
        const whole = found && known[practices[i]] === found ? WHOLE : 0;
        keys[i] = Math.round((whole + scores[practices[i]]) * 1e6) * size + (size - 1 - practices[i]);
      }
      keys.sort();
      /** @type {number[]} */
      const ordered = new Array(count);
      for (let i = 0; i < count; i++) ordered[i] = size - 1 - (keys[count - 1 - i] % size);
      return ordered;
    }
  }

  /** How many words were found as they were typed.
      @param {Plan} plan */
  function foundIn(plan) {
    return plan.asked.filter(({ kind }) => kind === "exact").length;
  }

  return { Scores };
})();
