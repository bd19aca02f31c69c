/* The piece of a practice's texts that shows best why it was found. */

/** Ranges of a text, rising: [[start, end]].
    @typedef {[number, number][]} Ranges */

/** A piece of a text, from one sign to another, with the ranges to mark, and whether the text goes on around it.
    @typedef {{from: number, to: number, isCutBefore: boolean, isCutAfter: boolean}} Cut */

/** @typedef {Cut & {field: string, text: string, ranges: Ranges}} Passage */

var KatalogPassages = (() => {
  "use strict";

  const FIELDS = ["text", "organisation", "term", "place", "programme", "figure"];
  const BEFORE = 60;
  const LENGTH = 170;

  /** Where most of some words stand together, or null.
      @param {(text: string) => Ranges} ranges @param {Record<string, string>} texts @returns {Passage | null} */
  function passage(ranges, texts) {
    for (const field of FIELDS) {
      const text = texts[field];
      const found = text ? ranges(text) : [];
      if (found.length) return { field, text, ranges: found, ...fullest(text, found) };
    }
    return null;
  }

  /** @param {string} field @param {string} text @returns {Passage} */
  function beginning(field, text) {
    const to = text.length > LENGTH ? text.lastIndexOf(" ", LENGTH) : text.length;
    return { field, text, ranges: [], from: 0, to, isCutBefore: false, isCutAfter: to < text.length };
  }

  /** The piece of a text with most ranges, cut between words.
      @param {string} text @param {Ranges} ranges @returns {Cut} */
  function fullest(text, ranges) {
    const [start, end] = ranges[bestOf(ranges)];
    const line = text.lastIndexOf("\n", start - 1) + 1;
    let from = Math.max(line, start - BEFORE);
    if (from > line) from = Math.min(start, text.indexOf(" ", from) + 1);
    const ending = text.indexOf("\n", start);
    const last = ending < 0 ? text.length : ending;
    let to = Math.min(last, from + LENGTH);
    if (to < last) to = Math.max(end, text.lastIndexOf(" ", to));
    return { from, to, isCutBefore: from > line, isCutAfter: to < last };
  }

  /** The range that most others follow within a piece.
      @param {Ranges} ranges */
  function bestOf(ranges) {
    let best = 0;
    let most = 0;
    ranges.forEach(([start], i) => {
      const inside = ranges.filter(([other, end]) => other >= start && end <= start - BEFORE + LENGTH).length;
      if (inside > most) [most, best] = [inside, i];
    });
    return best;
  }

  return { passage, beginning };
})();
