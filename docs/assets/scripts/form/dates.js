/* Dates as the entries write them, a part of EDTF: the same as catalogue/edtf.py accepts, no more and no less. */

/** The first and the last day a date can be, as numbers that compare, and whether its year is known.
    @typedef {{isDated: boolean, earliest: number, latest: number}} DateRange */

var FormDates = (() => {
  "use strict";

  const DATE = /^([0-9X]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[~?%]?$/;
  const LEAP_YEAR = 2000;
  // The first and the last day that a season can hold, after its year; a winter may lie at either end of it.
  /** @type {Record<string, [number, number]>} */
  const SEASONS = { 21: [301, 630], 22: [601, 930], 23: [901, 1231], 24: [101, 1231] };

  /** @param {number} year @param {number} month */
  function lastDay(year, month) {
    // setUTCFullYear, since years below 100 are taken for those of the last century elsewhere.
    const day = new Date(0);
    day.setUTCFullYear(year, month, 0);
    return day.getUTCDate();
  }

  /** The first and the last year that is meant; none if it is unknown, null if it is no year.
      @param {string} text @returns {number[] | null} */
  function years(text) {
    if (text === "XXXX") return [];
    const known = text.replace(/X+$/, "");
    if (known.includes("X") || known.length < 2 || text === "0000") return null;
    return [Number(known.padEnd(4, "0")) || 1, Number(known.padEnd(4, "9"))];
  }

  /** @param {string | undefined} text */
  function part(text) {
    return text && text !== "XX" ? Number(text) : null;
  }

  /** Whether a month, or a day of it, can be; null is one that is not known.
      @param {number | null} month @param {number | null} day @param {number[]} known the years */
  function isPossible(month, day, known) {
    if (month === null) return day === null;
    if (month < 1 || month > 12) return false;
    // A day of February without a certain year may be the 29th.
    const year = known.length && known[0] === known[1] ? known[0] : LEAP_YEAR;
    return day === null || (day >= 1 && day <= lastDay(year, month));
  }

  /** @param {string} text @returns {DateRange | null} null if it is no date */
  function parseDate(text) {
    const found = DATE.exec(text);
    const known = found && years(found[1]);
    if (!known) return null;
    const season = found[3] === undefined ? SEASONS[found[2]] : undefined;
    if (season) return rangeOf(known, season);
    const [month, day] = [part(found[2]), part(found[3])];
    return isPossible(month, day, known) ? rangeOf(known, daysOf(month, day, known[1] || LEAP_YEAR)) : null;
  }

  /** The first and the last day that a month, or a day of it, can be.
      @param {number | null} month @param {number | null} day @param {number} year @returns {[number, number]} */
  function daysOf(month, day, year) {
    const last = month || 12;
    return [(month || 1) * 100 + (day || 1), last * 100 + (day || lastDay(year, last))];
  }

  /** @param {number[]} known the years @param {number[]} days the first and the last day after them @returns {DateRange} */
  function rangeOf(known, [first, last]) {
    if (!known.length) return { isDated: false, earliest: 0, latest: Infinity };
    return { isDated: true, earliest: known[0] * 10000 + first, latest: known[1] * 10000 + last };
  }

  /** Whether the end certainly lies before the start.
      @param {DateRange} end @param {DateRange} start */
  function endsBefore(end, start) {
    return end.isDated && start.isDated && end.latest < start.earliest;
  }

  /** The problem of a date or, with a slash, of two; an empty text if there is none.
      @param {string} text */
  function whenProblem(text) {
    const slash = text.indexOf("/");
    if (slash < 0) return parseDate(text) ? "" : "bad_date";
    const ends = [text.slice(0, slash), text.slice(slash + 1)];
    const dated = ends.filter((each) => each !== "" && each !== "..");
    const dates = dated.map(parseDate);
    if (!dates.length || dates.includes(null)) return "bad_date";
    const [start, end] = /** @type {DateRange[]} */ (dates);
    return end && endsBefore(end, start) ? "end_before_start" : "";
  }

  /** @param {string} text */
  function isDay(text) {
    return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && parseDate(text) !== null;
  }

  return { parseDate, endsBefore, whenProblem, isDay };
})();
