/* The first step from what was typed to what is meant: words that were glued, split or typed on another keyboard are put right,
   if the catalogue then knows them. What had to be cut or read anew is a guess, and whatever it finds is labelled as one. */

/** A word to look for. Those that are no guess stand as typed, or side by side as they belong together. In
    alsoAs is what two words are together.
    @typedef {{word: string, isOpen: boolean, offset: number, guessOf?: string, alsoAs?: string}} AskedWord */

/** A clause of which the words are put right. @typedef {{clause: Clause, words: AskedWord[]}} Repaired */

var KatalogRepair = (() => {
  "use strict";

  const { fold } = KatalogWords;
  const SHORTEST_PART = 3;
  const LONG_PART = 4;
  const MOST_PARTS = 4;
  const MOST_JOINED = 4;
  const SHORTEST_GLUED = 7;
  const LONGEST_GLUED = 40;
  const SHORTEST_MISSPELT = 5; // a part of a glued word
  const SHORTEST_STEM = 5; // behind a prefix
  const PREFIXES = /^(?:anty|anti|nie|non|eko|eco|mini|mikro|micro|super|inter|miedzy|multi|wielo|wspol|pro|post|pra)/;
  const KEYS = {
    й: "q", ц: "w", у: "e", к: "r", е: "t", н: "y", г: "u", ш: "i", щ: "o", з: "p", ф: "a", ы: "s", і: "s", в: "d", а: "f", п: "g",
    р: "h", о: "j", л: "k", д: "l", я: "z", ч: "x", с: "c", м: "v", и: "b", т: "n", ь: "m",
  };
  const SOUNDS = {
    а: "a", б: "b", в: "w", г: "g", ґ: "g", д: "d", е: "e", є: "je", ж: "z", з: "z", и: "i", і: "i", ї: "ji", й: "j", к: "k", л: "l",
    м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "ch", ц: "c", ч: "cz", ш: "sz", щ: "szcz", ы: "y",
    э: "e", ю: "ju", я: "ja", ь: "", ъ: "",
  };

  class Repair {
    /** @param {InstanceType<typeof KatalogIndex.SearchIndex>} index
        @param {(folded: string) => boolean} isSaid whether a word is known to be said in everyday life */
    constructor(index, isSaid) {
      this.index = index;
      this.lexicon = index.lexicon;
      this.isSaid = isSaid;
    }

    /** Whether the catalogue has a word of such a form, or one of its family.
        @param {string} folded */
    isKnown(folded) {
      const { index, lexicon } = this;
      return index.lookup(folded).some(({ lemma }) => lexicon.occurs(lemma) || lexicon.families.has(lemma));
    }

    /** @param {Clause[]} clauses @returns {Repaired[]} */
    repair(clauses) {
      /** @type {Repaired[]} */
      const repaired = [];
      for (const clause of clauses) {
        const last = clause.words.length - 1;
        const words = clause.words.map((word, offset) => ({ word, isOpen: clause.isOpen && offset === last, offset }));
        const before = repaired[repaired.length - 1];
        if (isBare(clause) && before && isBare(before.clause)) before.words.push(...words);
        else repaired.push({ clause, words });
      }
      return repaired.map(({ clause, words }) => (isBare(clause) ? { clause, words: this.cut(this.join(words)) } : { clause, words }));
    }

    /** Neighbours as one word, where the catalogue has it and lacks one of them; the blank between two where it belongs.
        @param {AskedWord[]} words */
    join(words) {
      /** @type {AskedWord[]} */
      const joined = [];
      for (let at = 0; at < words.length; ) {
        const run = this.runFrom(words, at);
        const found = run > 1 ? [together(words.slice(at, at + run))] : this.blankMoved(words, at);
        joined.push(...(found || [words[at]]));
        at += found ? Math.max(run, 2) : 1;
      }
      const pairs = joined.map((each, n) => this.both(each, joined[n + 1]));
      return joined.map((each, n) => ({ ...each, alsoAs: pairs[n - 1] || pairs[n] }));
    }

    /** How many neighbours from a place on are one word.
        @param {AskedWord[]} words @param {number} at */
    runFrom(words, at) {
      let run = Math.min(MOST_JOINED, words.length - at);
      while (run > 1 && !this.isOne(words.slice(at, at + run))) run--;
      return run;
    }

    /** @param {AskedWord[]} run */
    isOne(run) {
      const folded = run.map(({ word }) => fold(word));
      if (!this.isKnown(folded.join(""))) return false;
      const isCode = /^\p{L}+$/u.test(folded[0]) && /^\d+$/.test(folded[1]); // SDG 17 is neither any seventeen nor any of the goals
      return isPrefix(folded[0]) || isCode || !run.every((each) => this.has(each));
    }

    /** Two words with the blank where both are known: jo bcentre.
        @param {AskedWord[]} words @param {number} at */
    blankMoved(words, at) {
      const pair = words.slice(at, at + 2);
      if (pair.length < 2 || pair[1].isOpen || pair.every((each) => this.has(each))) return null;
      const parts = this.inParts(fold(together(pair).word), 2);
      return parts && parts.length === pair.length ? pair.map(({ word, ...each }, n) => ({ ...each, word: parts[n], guessOf: word })) : null;
    }

    /** What is known, and together with its neighbour as well: samo rządu.
        @param {AskedWord} one @param {AskedWord | undefined} other */
    both(one, other) {
      if (!other || other.isOpen || this.index.ignored.has(fold(one.word))) return undefined;
      const { word } = together([one, other]);
      return this.lexicon.hasForm(fold(word)) ? word : undefined;
    }

    /** Whether the catalogue has a word, or one that it may still become.
        @param {AskedWord} asked */
    has({ word, isOpen }) {
      const folded = fold(word);
      return this.index.ignored.has(folded) || this.isKnown(folded) || (isOpen && this.lexicon.complete(folded).length > 0);
    }

    /** @param {AskedWord[]} words */
    cut(words) {
      return words.flatMap((each) => {
        const folded = fold(each.word);
        if (this.index.ignored.has(folded) || this.isKnown(folded)) return [each];
        const parts = this.fromOtherKeys(each.word) || this.taken(folded, each.isOpen);
        return parts ? parts.map((word) => ({ ...each, word, isOpen: false, guessOf: each.word })) : [each];
      });
    }

    /** The parts of a word that is not there; none of one that another begins with or that is said for something.
        @param {string} folded @param {boolean} isOpen */
    taken(folded, isOpen) {
      if (this.lexicon.complete(folded).length) return null;
      const parts = this.partsOf(folded) || (isOpen ? null : this.withoutPrefix(folded) || this.looseParts(folded) || this.saidParts(folded));
      return parts && this.isSaid(folded) ? null : parts;
    }

    /** Words in a row without blanks of which some are not the catalogue's, but said for something that is.
        @param {string} folded @returns {string[] | null} */
    saidParts(folded) {
      if (!mayBeGlued(folded) || this.lexicon.similar(folded, 2).length) return null;
      const mayBe = (/** @type {string} */ part) => this.mayStand(part) || (part.length >= LONG_PART && this.isSaid(part));
      for (let most = 2; most <= MOST_PARTS; most++) {
        const parts = this.inParts(folded, most, SHORTEST_PART, mayBe);
        if (parts) return parts;
      }
      return null;
    }

    /** What a prefix stands before: plotki of antyplotki.
        @param {string} folded */
    withoutPrefix(folded) {
      const stem = folded.replace(PREFIXES, "");
      return stem !== folded && stem.length >= SHORTEST_STEM && this.isKnown(stem) ? [stem] : null;
    }

    /** A word of the catalogue and one that is but misspelt, in a row without blanks.
        @param {string} folded @returns {string[] | null} */
    looseParts(folded) {
      if (!mayBeGlued(folded) || this.lexicon.similar(folded, 2).length) return null;
      for (let end = folded.length - SHORTEST_MISSPELT; end >= LONG_PART; end--) {
        const [first, second] = [folded.slice(0, end), folded.slice(end)];
        const form = this.isKnown(first) ? this.spelled(second) : null;
        if (form) return [first, form];
        const before = end >= SHORTEST_MISSPELT && this.isKnown(second) ? this.spelled(first) : null;
        if (before) return [before, second];
      }
      return null;
    }

    /** The form that stands in the catalogue and is one letter from a word.
        @param {string} part */
    spelled(part) {
      const hit = this.lexicon.similar(part, 1).find(({ attested }) => attested);
      return hit ? hit.form : null;
    }

    /** A German keyboard's y and z; what Cyrillic letters sound like, or what stands on their keys. They are read as typed: without
        its mark й is another letter.
        @param {string} word */
    fromOtherKeys(word) {
      if (!/^\p{Script=Cyrillic}+$/u.test(word)) {
        const swapped = fold(word).replace(/[yz]/g, (letter) => (letter === "y" ? "z" : "y"));
        return swapped.length >= LONG_PART && this.isKnown(swapped) ? [swapped] : null;
      }
      const readings = [SOUNDS, KEYS].map((table) => read(word, table)).filter((each) => each !== null);
      const isThere = (/** @type {string} */ each) => this.index.ignored.has(each) || this.isKnown(each);
      const best = readings.find(isThere) || readings.find(this.isSaid) || readings[0];
      return best ? [best] : null;
    }

    /** The fewest words of the catalogue that stand in a row without blanks. None where one word is but misspelt.
        @param {string} folded @returns {string[] | null} */
    partsOf(folded) {
      if (!mayBeGlued(folded)) return null;
      for (let most = 2; most <= MOST_PARTS; most++) {
        const parts = this.inParts(folded, most);
        if (!parts) continue;
        // Comparing with the whole table takes longest, so it comes last.
        const mayBe = parts.some((part) => part.length >= LONG_PART) && !this.lexicon.similar(folded, 1).length;
        return mayBe ? parts : null;
      }
      return null;
    }

    /** The shortest words stand between others only: staże w firmie.
        @param {string} folded @param {number} most @param {number} shortest @param {(part: string) => boolean} mayBe
        @returns {string[] | null} */
    inParts(folded, most, shortest = SHORTEST_PART, mayBe = (part) => this.mayStand(part)) {
      if (mayBe(folded)) return [folded];
      if (most < 2) return null;
      for (let end = folded.length - SHORTEST_PART; end >= shortest; end--) {
        const first = folded.slice(0, end);
        const rest = mayBe(first) ? this.inParts(folded.slice(end), most - 1, end < SHORTEST_PART ? SHORTEST_PART : 1, mayBe) : null;
        if (rest) return [first, ...rest];
      }
      return null;
    }

    /** Whether a part is a word of the catalogue; a short one only as it stands there.
        @param {string} part */
    mayStand(part) {
      if (this.index.ignored.has(part)) return true;
      if (part.length < LONG_PART) return part.length >= SHORTEST_PART && this.lexicon.hasForm(part);
      return this.isKnown(part);
    }
  }

  /** @param {AskedWord[]} run */
  function together(run) {
    return { word: run.map(({ word }) => word).join(""), isOpen: run[run.length - 1].isOpen, offset: run[0].offset };
  }

  /** @param {Clause} clause */
  function isBare({ isMinus, isPhrase, text }) {
    return !isMinus && !isPhrase && !/["„”“«»]/.test(text);
  }

  /** @param {string} folded */
  function mayBeGlued(folded) {
    return folded.length >= SHORTEST_GLUED && folded.length <= LONGEST_GLUED && !/\d/.test(folded);
  }

  /** What is no word of its own before others, whatever a dictionary says: nie pełnosprawni, bez domny.
      @param {string} folded */
  function isPrefix(folded) {
    return folded === "nie" || folded === "bez" || folded === "wspol";
  }

  /** @param {string} text @param {Record<string, string>} table */
  function read(text, table) {
    const letters = [...text].map((letter) => table[letter]);
    return letters.every((letter) => letter !== undefined) ? letters.join("") : null;
  }

  return { Repair };
})();
