/* Words of a query, and how what the build has written is read.
   First of the scripts of the search. Classic scripts without a document, so that they run in a page, in a worker and from a
   folder opened without a server.

   The rules of words() and fold() are those of finding/search/tokens.py; tests/cases/search/tokens.json holds both to the same
   examples. The forms of numbers() and stems are written by encoding.py and lexicon.py. */

/** A word of the catalogue by its number, and the form of it that was found, spelled with its marks.
    @typedef {{lemma: number, form: string}} Hit */

/** The numbers of what is first in each of some parts, behind them how many things there are, and the names of the parts.
    @typedef {{starts: number[], names: string[]}} Division */

var KatalogWords = (() => {
  "use strict";

  const WORD = /[\p{L}\p{N}]+/gu;
  const HIDDEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
  const FOREIGN = /[\u0080-\u{10ffff}]/gu;
  /** @type {Record<string, string>} */
  const BASES = {
    ł: "l", ø: "o", đ: "d", ħ: "h", ı: "i", ŧ: "t", æ: "ae", œ: "oe", þ: "th", ð: "d", ß: "ss", ς: "σ",
  };
  const POLISH = { ą: "a", ć: "c", ę: "e", ł: "l", ń: "n", ó: "o", ś: "s", ź: "z", ż: "z" };
  /** @type {Map<string, string>} */
  const foldedLetters = new Map();
  const HALF = 45;

  /** @param {string} text */
  function isWord(text) {
    return text.length > 1 || /^\p{Nd}$/u.test(text);
  }

  /** The words of a text in small letters.
      @param {string} text */
  function words(text) {
    const found = text.normalize("NFC").replace(HIDDEN, "").match(WORD) || [];
    return found.map((word) => word.toLowerCase()).filter(isWord);
  }

  /** The word as typed on a keyboard without Polish letters. Letter by letter, since the few there are repeat all the time.
      @param {string} word */
  function fold(word) {
    return word.toLowerCase().replace(FOREIGN, foldLetter);
  }

  /** Many words in small letters, folded: one letter after the other is several times quicker than one word after the other.
      @param {string[]} list */
  function foldAll(list) {
    let together = list.join("\n");
    for (const [letter, base] of Object.entries(POLISH)) together = together.replaceAll(letter, base);
    return list.length ? fold(together).split("\n") : [];
  }

  /** @param {string} letter */
  function foldLetter(letter) {
    let folded = foldedLetters.get(letter);
    if (folded === undefined) {
      const parts = letter.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
      folded = Array.from(parts, (part) => BASES[part] || part).join("");
      foldedLetters.set(letter, folded);
    }
    return folded;
  }

  /** @param {number} code */
  function digit(code) {
    return code < 92 ? code - 35 : code - 36;
  }

  /** Numbers written one after another; digits from 45 on say that a number goes on.
      @param {string} text */
  function numbers(text) {
    const found = [];
    let value = 0;
    for (let i = 0; i < text.length; i++) {
      const read = digit(text.charCodeAt(i));
      if (read < HALF) {
        found.push(value * HALF + read);
        value = 0;
      } else {
        value = value * HALF + read - HALF;
      }
    }
    return found;
  }

  /** Words of which each begins with a capital that says how many letters it shares with the one before.
      @param {string} text */
  function frontCoded(text) {
    const found = [];
    let before = "";
    for (const part of text.match(/[A-Z][^A-Z]*/g) || []) {
      before = before.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
      found.push(before);
    }
    return found;
  }

  /** How things are divided among parts, as finding/search/index.py writes it.
      @param {SearchCut} cut @returns {Division} */
  function cutOf({ lengths, names }) {
    let end = 0;
    const starts = [0, ...numbers(lengths).map((length) => (end += length))];
    return { starts, names: names.split(" ") };
  }

  /** The part with a number, by its place among the parts.
      @param {Pick<Division, "starts">} division @param {number} n */
  function partOf({ starts }, n) {
    let part = starts.length - 1;
    while (starts[part] > n) part--;
    return part;
  }

  /** Of words that differ in marks only (szkoła, szkolą) the one that is meant, if any of them is written so.
      @param {Hit[]} hits @param {string} word */
  function sameMarksFirst(hits, word) {
    const same = hits.filter(({ form }) => form === word);
    return same.length ? same : hits;
  }

  return { words, fold, foldAll, numbers, digit, frontCoded, cutOf, partOf, sameMarksFirst };
})();
