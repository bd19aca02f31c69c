/* Numbers, amounts and days, however they are typed, as the one word by which the index knows them: 9,2 mln and 9 200 000 are
   9200000, 9.11.2020 and 9 listopada 2020 are 20201109, 48,1 is 48d1. The rules are those of finding/search/numbers.py, and
   tests/cases/search/numbers.json holds both to the same examples. */
var KatalogNumbers = (() => {
  "use strict";

  // What stands before is matched as well: browsers from 2022 know no other way to look at it.
  const AMOUNT = /(^|[^\p{L}\p{N}.,])(\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:[.,](\d+))?(?:[ \u00a0\u202f]*(tys|mln|mld|thousand|million|billion)(?![\p{L}\p{N}]))?(?![\p{L}\p{N}]|[.,]\d)/giu;
  const NUMERIC_DAY = /(^|[^\p{L}\p{N}.])(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?![\p{L}\p{N}])/gu;
  const DAY_IN_WORDS = /(^|[^\p{L}\p{N}])(\d{1,2})\.?\s+(\p{L}+),?\s+(\d{4})(?![\p{L}\p{N}])/gu;
  const ONE_GROUP = /^(\d+)[.,](\d{3})$/;
  /** @type {Record<string, number>} */
  const ZEROS = { tys: 3, thousand: 3, mln: 6, million: 6, mld: 9, billion: 9 };
  const WHOLE_FROM = 4; // digits: of larger numbers nobody types what follows the comma

  /** @param {string} whole @param {string} part @param {number} zeros */
  function wordOf(whole, part, zeros) {
    const number = (whole + part.slice(0, zeros).padEnd(zeros, "0")).replace(/^0+(?=\d)/, "");
    const rest = part.slice(zeros).replace(/0+$/, "");
    return rest && number.length < WHOLE_FROM ? `${number}d${rest}` : number;
  }

  /** What a number may be: three digits behind one sign are thousands, or what follows the comma.
      @param {string} whole @param {string} [part] @param {string} [scale] */
  function readings(whole, part = "", scale = "") {
    const zeros = ZEROS[scale.toLowerCase()] || 0;
    const found = [wordOf(whole.replace(/\D/g, ""), part, zeros)];
    const group = part ? null : ONE_GROUP.exec(whole);
    return group ? [...found, wordOf(group[1], group[2], zeros)] : found;
  }

  /** The words of the numbers in a text.
      @param {string} text */
  function numbersIn(text) {
    return [...text.matchAll(AMOUNT)].flatMap(([, , whole, part, scale]) => readings(whole, part, scale));
  }

  /** Where the numbers of a text stand, and the words of each.
      @param {string} text */
  function spansIn(text) {
    return [...text.matchAll(AMOUNT)].map((match) => {
      const [all, before, whole, part, scale] = match;
      return { start: match.index + before.length, end: match.index + all.length, words: readings(whole, part, scale) };
    });
  }

  /** @param {string} year @param {string} month @param {string} day */
  function dayWord(year, month, day) {
    return year + month.padStart(2, "0") + day.padStart(2, "0");
  }

  /** The text with each number and each day that the catalogue has in the way the index knows it.
      @param {string} text @param {(word: string) => boolean} isKnown @param {string[]} months forms of their names, the first
        word of each form by its twelve months, in turn */
  function canonical(text, isKnown, months) {
    if (!/\d/.test(text)) return text;
    const or = (/** @type {string} */ typed, /** @type {string} */ before, /** @type {string[]} */ words) => {
      const known = words.find(isKnown);
      return known ? before + known : typed;
    };
    return text
      .replace(NUMERIC_DAY, (typed, before, y, m, d, day, month, year) => or(typed, before, [dayWord(y || year, m || month, d || day)]))
      .replace(DAY_IN_WORDS, (typed, before, day, name, year) => {
        const month = months.indexOf(name.toLowerCase());
        return month < 0 ? typed : or(typed, before, [dayWord(year, String((month % 12) + 1), day)]);
      })
      .replace(AMOUNT, (typed, before, ...parts) => or(typed, before, readings(parts[0], parts[1], parts[2])));
  }

  return { canonical, numbersIn, spansIn };
})();
