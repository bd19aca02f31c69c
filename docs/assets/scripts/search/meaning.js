/* Which words of the catalogue a query asks for, in three steps. Repair puts words right that were glued, split or typed on other
   keys; what had to be guessed stays marked as a guess. Resolve finds each word in any form of it, then, if it is the last and
   still being typed, as the beginning of a longer one. Relate does for a word found in no way: what people say for it in everyday
   life, then longer words with that beginning, then what is like it letter by letter. What a guess or a relation brings is marked
   "similar": it is offered and never passed off as what was asked for. */

/** Words of the catalogue, each with how much it counts.
    @typedef {Map<number, number>} Weights */

/** How a word came to its words of the catalogue. @typedef {"exact" | "guess" | "relative" | "similar"} Kind */

/** A word that is asked for. In further are words that may be meant by one that is in few practices: they are only similar.
    @typedef {{word: string, lemmas: Weights, kind: Kind, further?: Weights}} Asked */

/** What each clause asks for, what it must not find, which words found nothing, what may have been meant, and what was looked
    for in the place of words of everyday life.
    @typedef {{
      asked: Asked[],
      phrases: Phrase[],
      refused: Weights[],
      missing: string[],
      replaced: Replaced[],
      related: Related[],
      needsRelatives?: boolean,
      isApart?: boolean,
    }} Plan */

/** Quoted words, each with its place among them.
    @typedef {{text: string, words: {offset: number, lemmas: Weights}[]}} Phrase */

/** What was typed, and forms of the words that were looked for instead. @typedef {{from: string, to: string[]}} Related */

var KatalogMeaning = (() => {
  "use strict";

  const { fold, digit, sameMarksFirst } = KatalogWords;
  const MOST_COMPLETIONS = 60;
  const MOST_PIECES_TO_COMPLETE = 3;
  const MOST_PRACTICES_TO_COMPLETE = 40000;
  const MOST_RELATED = 8; // words of a query: a text that was pasted has hundreds, and each is compared with the whole table
  const COMPLETION = 0.9; // how much a completed word counts beside a whole one
  const COMPLETION_BESIDE_EXACT = 0.35;
  const SHORTEST_BEGINNING = 4; // of a word that was finished
  const OTHER_MARKS = 0.9;
  const SIMILAR = 0.6;
  const FURTHER = 0.3; // how much counts what else may be meant by a word that may be meant
  const SOONER = 0.15; // how much sooner a word of the catalogue is meant than one of everyday life
  const LIKELY = 0.25; // how much sooner the likelier of two slips is meant
  const RELATIVE = 0.5; // stypendium for stypendialny
  const RELATIVE_BESIDE_EXACT = 0.15;

  class Meaning {
    /** @param {InstanceType<typeof KatalogIndex.SearchIndex>} index */
    constructor(index) {
      this.index = index;
      this.lexicon = index.lexicon;
      this.everyday = new KatalogEveryday.Everyday(index);
    }

    /** @param {Clause[]} clauses */
    plan(clauses) {
      /** @type {Plan} */
      const plan = { asked: [], phrases: [], refused: [], missing: [], replaced: [], related: [] };
      const repair = new KatalogRepair.Repair(this.index, (folded) => this.everyday.knows(folded, plan));
      const repaired = repair.repair(this.everyday.expressions(clauses, plan));
      const telling = this.tellingOf(repaired);
      for (const { clause, words } of repaired) {
        /** @type {Phrase["words"]} */
        const phrase = [];
        for (const asked of words.filter(telling)) {
          const lemmas = this.resolveWithBoth(asked, clause.isMinus);
          if (clause.isMinus) plan.refused.push(lemmas);
          else if (lemmas.size) {
            this.planFound(plan, asked, lemmas);
            phrase.push({ offset: asked.offset, lemmas });
          } else if (!this.index.ignored.has(fold(asked.word))) this.relate(plan, asked);
        }
        if (clause.isPhrase && phrase.length > 1) plan.phrases.push({ text: clause.words.join(" "), words: phrase });
      }
      return plan;
    }

    /** Which words say what is looked for. Words of the closed classes do not, but for one alone that is still being typed; words
        of questions ("jak znaleźć", "chcę") do not where others do.
        @param {Repaired[]} repaired @returns {(asked: AskedWord) => boolean} */
    tellingOf(repaired) {
      const { ignored, asking } = this.index;
      const all = repaired.flatMap(({ words }) => words);
      const isOpenWord = (/** @type {AskedWord} */ { isOpen }) => isOpen && all.length === 1;
      const says = (/** @type {AskedWord} */ each) => !ignored.has(fold(each.word)) || isOpenWord(each);
      const tells = (/** @type {AskedWord} */ each) => says(each) && !asking.has(fold(each.word));
      return all.some(tells) ? tells : says;
    }

    /** @param {Plan} plan @param {AskedWord} asked @param {Weights} lemmas */
    planFound(plan, { word, guessOf }, lemmas) {
      plan.asked.push({ word, lemmas, kind: guessOf ? "guess" : "exact", further: this.everyday.further(lemmas, plan) });
      if (guessOf) addReplaced(plan, guessOf, this.hitsOf(word)[0].form);
    }

    /** What stands for a word that the catalogue has in no form.
        @param {Plan} plan @param {AskedWord} asked */
    relate(plan, { word, guessOf }) {
      if (!guessOf && plan.missing.includes(word)) return;
      addMissing(plan, guessOf || word);
      if (plan.missing.length > MOST_RELATED) {
        plan.asked.push({ word, lemmas: new Map(), kind: "similar" });
        return;
      }
      const relatives = this.everyday.relatives(word, plan);
      const beginnings = this.beginningsOf(word);
      if (relatives && guessOf) addReplaced(plan, guessOf, word);
      if (relatives) plan.asked.push({ word, lemmas: new Map([...beginnings, ...relatives]), kind: "relative" });
      else if (beginnings.size) plan.asked.push({ word, lemmas: beginnings, kind: "guess" });
      else this.planSimilar(plan, word);
    }

    /** What is like a word letter by letter: words of the catalogue, or words of everyday life where those are nearer.
        @param {Plan} plan @param {string} word */
    planSimilar(plan, word) {
      const { hits, said } = this.similarTo(word, plan);
      const isSaid = said.length > 0 && (!hits.length || said[0].cost + SOONER < hits[0].cost);
      const [likeliest] = isSaid ? said : hits;
      /** @type {Weights} */
      const lemmas = new Map();
      if (likeliest) {
        const form = isSaid ? likeliest.form : this.attestedLike(likeliest);
        if (form) plan.replaced.push({ from: word, to: form });
        if (isSaid) this.standSaid(lemmas, word, said, plan);
        this.standSimilar(lemmas, hits, likeliest.cost);
      }
      plan.asked.push({ word, lemmas, kind: "similar", further: shareOf(this.everyday.further(lemmas, plan), FURTHER) });
    }

    /** The words of the catalogue that are most like one, and those of everyday life that are no less so.
        @param {string} word @param {Plan} plan */
    similarTo(word, plan) {
      const folded = fold(word);
      const most = mostEdits(folded);
      if (!most) return { hits: [], said: [] };
      const hits = this.lexicon.similar(folded, most);
      return { hits, said: this.everyday.similar(folded, hits.length ? hits[0].distance : most, plan) };
    }

    /** Lets what stands for the likeliest words of everyday life stand for what was typed.
        @param {Weights} lemmas @param {string} word @param {SimilarHit[]} said @param {Plan} plan */
    standSaid(lemmas, word, said, plan) {
      const [{ cost, distance }] = said;
      const meant = this.everyday.standingFor(word, said.filter((each) => each.cost === cost), plan);
      for (const [lemma, weight] of meant) this.stand(lemmas, lemma, (weight * SIMILAR) / distance);
    }

    /** Lets words that were found letter by letter stand for what was typed, the likelier ones for more of it.
        @param {Weights} lemmas @param {SimilarHit[]} hits @param {number} least what the likeliest costs */
    standSimilar(lemmas, hits, least) {
      for (const { lemma, distance, cost } of hits) {
        const weight = (SIMILAR / distance) * (least / cost) ** LIKELY;
        this.stand(lemmas, lemma, weight);
        this.addRelatives(lemmas, lemma, weight * (this.lexicon.occurs(lemma) ? RELATIVE_BESIDE_EXACT : RELATIVE));
      }
    }

    /** Words of the catalogue that a typed word stands for. Who refuses a word means it alone, and nothing of its family.
        @param {{word: string, isOpen: boolean}} asked @param {boolean} [isRefused] */
    resolve({ word, isOpen }, isRefused = false) {
      /** @type {Weights} */
      const lemmas = new Map();
      const hits = this.hitsOf(word);
      for (const { lemma, form } of hits) this.stand(lemmas, lemma, form === word ? 1 : OTHER_MARKS);
      if (isRefused && lemmas.size) return lemmas;
      const share = lemmas.size ? RELATIVE_BESIDE_EXACT : RELATIVE;
      for (const { lemma } of hits) this.addRelatives(lemmas, lemma, share);
      if (isOpen) this.addCompletions(word, lemmas, lemmas.size ? COMPLETION_BESIDE_EXACT : COMPLETION);
      return lemmas;
    }

    /** The same, with its neighbour as well.
        @param {AskedWord} asked @param {boolean} isRefused */
    resolveWithBoth(asked, isRefused) {
      const lemmas = this.resolve(asked, isRefused);
      return asked.alsoAs ? new Map([...this.resolve({ word: asked.alsoAs, isOpen: false }), ...lemmas]) : lemmas;
    }

    /** @param {string} word */
    hitsOf(word) {
      const folded = fold(word);
      let hits = this.index.lookup(folded);
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

    /** @param {string} word @param {Weights} lemmas @param {number} weight */
    addCompletions(word, lemmas, weight) {
      const pieces = new Set();
      let practices = 0;
      for (const { lemma, near, often } of this.completionsOf(word).slice(0, MOST_COMPLETIONS)) {
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

    /** Longer words that begin so; with the marks that were typed, if there were any.
        @param {string} word */
    completionsOf(word) {
      const folded = fold(word);
      const found = this.lexicon.complete(folded);
      return folded === word ? found : found.filter(({ form }) => form.startsWith(word));
    }

    /** What a word that was finished may be the beginning of.
        @param {string} word */
    beginningsOf(word) {
      /** @type {Weights} */
      const lemmas = new Map();
      if (word.length >= SHORTEST_BEGINNING && !/\d/.test(word)) this.addCompletions(word, lemmas, SIMILAR);
      return lemmas;
    }

    /** The form that was found, or another of its word that stands in the catalogue: only what does is suggested.
        @param {SimilarHit} hit */
    attestedLike({ form, attested, lemma }) {
      return attested ? form : this.lexicon.attestedForms(lemma)[0] || null;
    }
  }

  /** @param {Plan} plan @param {string} word */
  function addMissing({ missing }, word) {
    if (!missing.includes(word)) missing.push(word);
  }

  /** Adds to what may be meant by a word, which is not there as it was typed.
      @param {Plan} plan @param {string} from @param {string} form */
  function addReplaced(plan, from, form) {
    addMissing(plan, from);
    const before = plan.replaced[plan.replaced.length - 1];
    if (before && before.from === from) before.to += ` ${form}`;
    else plan.replaced.push({ from, to: form });
  }

  /** @param {Weights | undefined} lemmas @param {number} share */
  function shareOf(lemmas, share) {
    return lemmas && new Map([...lemmas].map(([lemma, weight]) => [lemma, weight * share]));
  }

  /** How many letters of a word may be wrong: none of a short one or a number.
      @param {string} folded */
  function mostEdits(folded) {
    if (folded.length < 4 || /\d/.test(folded)) return 0;
    return folded.length < 7 ? 1 : 2;
  }

  return { Meaning };
})();
