/* How much of a query each practice holds, as columns by practice. Counted loops: the first search runs before the browser has
   made its code fast, and one word is in thousands. */
var KatalogScores = (() => {
  "use strict";

  // A practice must hold this share of what the best one holds of the query's weight: of two words both or nearly the rarer one.
  const SHARE_OF_BEST = 0.4;

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
      const { scores, held, best, known, touched } = this;
      let all = 0;
      for (const { lemmas, isSimilar } of plan.asked) {
        const { here, rarest } = this.fillWord(lemmas);
        all += rarest;
        for (let i = 0; i < here.length; i++) {
          const doc = here[i];
          if (!held[doc]) touched.push(doc);
          held[doc] += rarest;
          scores[doc] += best[doc];
          best[doc] = 0;
          if (!isSimilar) known[doc]++;
        }
      }
      for (let i = 0; i < touched.length; i++) scores[touched[i]] *= (held[touched[i]] / all) ** 2;
    }

    /** Practices with a word, their best reading left in the columns, and how much the rarest reading of it says.
        @param {Weights} lemmas */
    fillWord(lemmas) {
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
          if (score > best[doc]) best[doc] = score;
          if (score > strongest[doc]) {
            strongest[doc] = score;
            fields[doc] = of[i];
          }
        }
      }
      return { here, rarest };
    }

    /** Practices that hold enough of the query, but for those refused.
        @param {Set<number>} refused */
    worthwhile(refused) {
      const { held, touched } = this;
      const allowed = refused.size ? touched.filter((doc) => !refused.has(doc)) : touched;
      let most = 0;
      for (let i = 0; i < allowed.length; i++) if (held[allowed[i]] > most) most = held[allowed[i]];
      const kept = [];
      for (let i = 0; i < allowed.length; i++) if (held[allowed[i]] >= most * SHARE_OF_BEST) kept.push(allowed[i]);
      return kept;
    }

    /** Says of a practice whether it is what was asked for. If a word was not found, that is so where all others are and
        they are the most of the query: of "Kopenhaga mlodzeiz" half is not enough.
        @param {Plan} plan @returns {(n: number) => boolean} */
    exactness(plan) {
      const found = plan.asked.filter(({ isSimilar }) => !isSimilar).length;
      if (plan.isApart) return () => false;
      if (!plan.missing.length) return () => true;
      return (n) => found > plan.missing.length && this.known[n] === found;
    }

    /** Practices by falling score, equal ones in their order. Numbers sort many times faster than what a function compares.
        @param {number[]} practices */
    ranked(practices) {
      const size = this.scores.length;
      const count = practices.length;
      const keys = new Float64Array(count);
      for (let i = 0; i < count; i++) keys[i] = Math.round(this.scores[practices[i]] * 1e6) * size + (size - 1 - practices[i]);
      keys.sort();
      /** @type {number[]} */
      const ordered = new Array(count);
      for (let i = 0; i < count; i++) ordered[i] = size - 1 - (keys[count - 1 - i] % size);
      return ordered;
    }
  }

  return { Scores };
})();
