/* The piece of a practice's texts that shows best why it was found. */

/** Ranges of a text, rising: [[start, end]].
    @typedef {[number, number][]} Ranges */

/** A piece of a text, from one sign to another, with the ranges to mark, and whether the text goes on around it.
    @typedef {{from: number, to: number, isCutBefore: boolean, isCutAfter: boolean}} Cut */

/** The piece by the field it is in, or the section of the story, with the place on the page of the practice, if it has one.
    @typedef {Cut & {field: string, text: string, ranges: Ranges, anchor: string}} Passage */

var KatalogPassages = (() => {
  "use strict";

  const { ANCHORS } = KatalogLeads;
  const FIELDS = ["text", "organisation", "term", "place", "programme", "figure"];
  const BEFORE = 60;
  const LENGTH = 170;
  const LONGEST_SENTENCE = 260;
  const SENTENCE_END = /(?:\p{L}{3}|[\d)%"”])[.!?…]["”]?(?=\s+[^\s\p{Ll}]|\s*$)/gu; // but for abbreviations
  const SECTION = "\ue000"; // before each section of a story, as documents.py writes it

  /** Where most of some words stand together, or null.
      @param {(text: string) => Ranges} ranges @param {Record<string, string>} texts @returns {Passage | null} */
  function passage(ranges, texts) {
    for (const field of FIELDS) {
      const text = texts[field];
      const found = text ? ranges(text) : [];
      if (!found.length) continue;
      const cut = fullest(text, found);
      return { ...placeOf(field, texts, cut.from), text, ranges: found, ...cut };
    }
    return null;
  }

  /** What a piece of a field is called, and where it is on the page.
      @param {string} field @param {Record<string, string>} texts @param {number} from */
  function placeOf(field, texts, from) {
    const partsBefore = (/** @type {string} */ sign) => texts[field].slice(0, from).split(sign).length - 1;
    const nameOf = (/** @type {string} */ names, /** @type {number} */ n) => (texts[names] || "").split(" ")[n];
    if (field === "figure") return { field, anchor: `#figure-${nameOf("figures", partsBefore("\n"))}` };
    const part = (field === "term" && nameOf("terms", partsBefore("\n"))) || field;
    const section = field === "text" ? nameOf("sections", partsBefore(SECTION) - 1) : "";
    return { field: section ? `section.${section}` : part, anchor: ANCHORS[part] || "" };
  }

  /** @param {string} field @param {string} lines @returns {Passage} */
  function beginning(field, lines) {
    const text = lines.replaceAll("\n", "; ");
    const to = text.length > LENGTH ? text.lastIndexOf(" ", LENGTH) : text.length;
    return { field, text, ranges: [], from: 0, to, isCutBefore: false, isCutAfter: to < text.length, anchor: ANCHORS[field] || "" };
  }

  /** The sentence with most ranges; of a long one a piece, cut between words.
      @param {string} text @param {Ranges} ranges @returns {Cut} */
  function fullest(text, ranges) {
    const [start, end] = ranges[bestOf(ranges)];
    const line = text.lastIndexOf("\n", start - 1) + 1;
    const whole = sentence(text, line, start, end);
    if (whole.to - whole.from <= LONGEST_SENTENCE) return whole;
    let from = Math.max(line, start - BEFORE);
    if (from > line) from = Math.min(start, text.indexOf(" ", from) + 1);
    const ending = text.indexOf("\n", start);
    const last = ending < 0 ? text.length : ending;
    let to = Math.min(last, from + LENGTH);
    if (to < last) to = Math.max(end, text.lastIndexOf(" ", to));
    return { from, to, isCutBefore: from > line, isCutAfter: to < last };
  }

  /** The sentence of a line around a range.
      @param {string} text @param {number} line where the line begins @param {number} start @param {number} end @returns {Cut} */
  function sentence(text, line, start, end) {
    const next = text.indexOf("\n", end);
    const last = next < 0 ? text.length : next;
    let from = line;
    let to = last;
    for (const { 0: ending, index } of text.slice(line, last).matchAll(SENTENCE_END)) {
      const stop = line + index + ending.length;
      if (stop <= start) from = stop + 1;
      else if (stop >= end && to === last) to = stop;
    }
    return { from, to, isCutBefore: false, isCutAfter: false };
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
