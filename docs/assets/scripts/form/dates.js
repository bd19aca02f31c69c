/* Dates as the entries write them, a part of EDTF: the same as catalogue/edtf.py accepts, no more and no less. */
(function (root) {
  "use strict";

  const DATE = /^([0-9X]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[~?%]?$/;

  function lastDay(year, month) {
    // setUTCFullYear, since years below 100 are taken for those of the last century elsewhere.
    const day = new Date(0);
    day.setUTCFullYear(year, month, 0);
    return day.getUTCDate();
  }

  function years(text) {
    if (text === "XXXX") return [];
    const known = text.replace(/X+$/, "");
    if (known.includes("X") || known.length < 2 || text === "0000") return null;
    return [Number(known.padEnd(4, "0")) || 1, Number(known.padEnd(4, "9"))];
  }

  function part(text) {
    return text && text !== "XX" ? Number(text) : null;
  }

  /** The first and the last day a date can be, as numbers that compare, and whether its year is known; null if it is none. */
  function parseDate(text) {
    const found = DATE.exec(text);
    const known = found && years(found[1]);
    if (!known) return null;
    const month = part(found[2]);
    const day = part(found[3]);
    if (month === null && day !== null) return null;
    if (month !== null && (month < 1 || month > 12)) return null;
    // A day of February without a certain year may be the 29th: 2000 had one.
    const year = known.length && known[0] === known[1] ? known[0] : 2000;
    if (month !== null && day !== null && (day < 1 || day > lastDay(year, month))) return null;
    if (!known.length) return { isDated: false, earliest: 0, latest: Infinity };
    const last = month || 12;
    return {
      isDated: true,
      earliest: known[0] * 10000 + (month || 1) * 100 + (day || 1),
      latest: known[1] * 10000 + last * 100 + (day || lastDay(known[1], last)),
    };
  }

  /** Whether the end certainly lies before the start. */
  function endsBefore(end, start) {
    return end.isDated && start.isDated && end.latest < start.earliest;
  }

  /** The problem of a date or, with a slash, of two; an empty text if there is none. */
  function whenProblem(text) {
    const slash = text.indexOf("/");
    if (slash < 0) return parseDate(text) ? "" : "bad_date";
    const ends = [text.slice(0, slash), text.slice(slash + 1)];
    const open = ends.map((each) => each === "" || each === "..");
    const [start, end] = ends.map((each, n) => (open[n] ? null : parseDate(each)));
    if ((!start && !open[0]) || (!end && !open[1]) || (open[0] && open[1])) return "bad_date";
    return start && end && endsBefore(end, start) ? "end_before_start" : "";
  }

  function isDay(text) {
    return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) && text !== "0000" && parseDate(text) !== null;
  }

  Object.assign(root.KatalogForm, { parseDate, endsBefore, whenProblem, isDay });
})(self);
