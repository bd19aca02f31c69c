/* Dates as people type them, as EDTF, read as catalogue/spellings/dates.py reads them. */
var FormSpelledDates = (() => {
  "use strict";

  const { plain, withoutUnseen, meaning, head } = FormSpelled;
  const { whenProblem } = FormDates;

  // Signs between the parts of a date and between two dates; a hyphen is either.
  /** @type {[RegExp, string][]} */
  const INTO_RANGE = [
    [/ ?[–—―] ?| - /g, "–"],
    [/^([0-9]{4})-([0-9]{4})$/, "$1–$2"],
    [/^([0-9]{1,2})-([0-9]{1,2})(?=[. ])/, "$1–$2"],
    [/([0-9a-z])-(?=[a-z])/g, "$1–"],
    [/([. ][0-9]{4})-(?=[0-9])/g, "$1–"],
    [/([0-9]{4})-$/, "$1–"],
  ];
  // What stands between digits and letters: "2026r.", "15th january", "15. stycznia".
  /** @type {[RegExp, string][]} */
  const APART = [
    [/([0-9])(?:(?:th|st|nd|rd|-?go) ?|\. )(?=[a-z])/g, "$1 "],
    [/([0-9])(?=[a-z])/g, "$1 "],
    [/([0-9][./-]) (?=[0-9])/g, "$1"],
  ];
  const NUMERIC = /^([0-9]{1,4})(?:([ ./-])([0-9]{1,4}|[ivx]+)(?:\2([0-9]{1,4}))?)?$/;
  const SCHOOL_YEAR = /^([0-9]{2})([0-9]{2})[/-]([0-9]{2})$/;
  const SEASON = /^([0-9]{2})([0-9]{2})-(2[1-4])$/;
  const YEARS = /^lata (?=[0-9]{4}–)/;
  const YEAR = /^[0-9]{4}$/;
  const LAST_MONTH = 12;

  /** A date of which the end of an interval may say the rest; what is not known is an empty text.
      @typedef {{year: string, month: string, day: string}} DatePart */

  /** @param {string} year @param {string} [month] @param {string} [dayOfIt] @returns {DatePart} */
  function part(year, month = "", dayOfIt = "") {
    return { year, month, day: dayOfIt };
  }

  /** @param {DatePart} each */
  function edtf(each) {
    return [each.year, each.month, each.day].filter(Boolean).join("-");
  }

  /** @param {string} text */
  function two(text) {
    return text.padStart(2, "0");
  }

  /** Every EDTF date or interval that words can mean, each as a file writes it.
      @param {string} text @returns {string[]} */
  function when(text) {
    const given = withoutUnseen(text);
    if (isDate(given)) return [given, ...yearsLikeASeason(given)];
    const [words, mark] = head(prepared(given), "marks");
    const school = schoolYears(words);
    const found = (school.length ? school : [...intervals(words)]).map((each) => withMark(each, mark));
    return [...new Set(found)].filter(isDate);
  }

  /** The same for intervals with two ends, or one that is open; a quarter is one date, though a file has it as two.
      @param {string} text */
  function period(text) {
    const [words] = head(prepared(withoutUnseen(text)), "marks");
    return partOfYear(words) ? [] : when(text).filter((each) => each.includes("/"));
  }

  /** The same without intervals.
      @param {string} text */
  function date(text) {
    const found = when(text);
    return found.some((each) => each.includes("/")) ? [] : found;
  }

  /** The same for full days only.
      @param {string} text */
  function day(text) {
    return when(text).filter((each) => /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(each));
  }

  /** @param {string} text */
  function isDate(text) {
    return whenProblem(text) === "";
  }

  /** `2019-21` is the spring of 2019 in EDTF, and two years to most people.
      @param {string} text */
  function yearsLikeASeason(text) {
    const [, century, year, second] = SEASON.exec(text) || [];
    return year < second ? [century + year + "/" + century + second] : [];
  }

  /** The words without those that change nothing, dashes between two dates made one sign.
      @param {string} text */
  function prepared(text) {
    let words = plain(text);
    for (const [pattern, blank] of APART) words = words.replace(pattern, blank);
    words = words.split(" ").filter((each) => !meaning("fillers", each.replace(/[.,]+$/, ""))).join(" ");
    for (const [pattern, sign] of INTO_RANGE) words = words.replace(pattern, sign);
    return words.replace(YEARS, "");
  }

  /** @param {string} text @param {string} mark */
  function withMark(text, mark) {
    return text.split("/").map((each) => (each && each !== ".." ? each + mark : each)).join("/");
  }

  /** `2011/12` is December or two years; `2023/24` can only be two years, `2024/03` only March.
      @param {string} words @returns {string[]} */
  function schoolYears(words) {
    const found = SCHOOL_YEAR.exec(words);
    if (!found) return [];
    const [, century, year, second] = found;
    const isMonth = Number(second) >= 1 && Number(second) <= LAST_MONTH;
    const years = second > year ? [`${century}${year}/${century}${second}`] : [];
    return isMonth ? [`${century}${year}-${second}`, ...years] : years;
  }

  /** @param {string} words @returns {Generator<string>} */
  function* intervals(words) {
    const ends = endsOf(words);
    if (!ends) {
      yield* span(words);
      return;
    }
    const [start, end] = ends;
    if (!start || !end) {
      // From when in a quarter on is not said.
      for (const each of span(start || end)) if (!each.includes("/")) yield start ? each + "/.." : "../" + each;
      return;
    }
    for (const first of parts(start)) for (const last of parts(end)) yield* between(first, last);
  }

  /** @param {DatePart} first @param {DatePart} last @returns {Generator<string>} */
  function* between(first, last) {
    const whole = part(first.year || last.year, first.month || (first.day ? last.month : ""), first.day);
    if (isComplete(whole) && isComplete(last)) yield edtf(whole) + "/" + edtf(last);
  }

  /** The two ends of an interval, either of them empty where it is open; null where there are none.
      @param {string} words @returns {[string, string] | null} */
  function endsOf(words) {
    const [first, rest] = cut(words, words.indexOf(" "), 1);
    if (meaning("between", first)) {
      const [start, end] = split(rest, "and");
      return end ? [start, end] : null;
    }
    if (meaning("from", first)) {
      const [start, end] = rest.includes("–") ? cut(rest, rest.indexOf("–"), 1) : split(rest, "until");
      return [start, meaning("ongoing", end) ? "" : end];
    }
    if (meaning("until", first)) return ["", rest];
    const [start, end] = cut(words, words.indexOf("–"), 1);
    if (!words.includes("–") || !start) return null;
    return [start.trim(), meaning("ongoing", end.trim()) ? "" : end.trim()];
  }

  /** @param {string} text @param {number} at a place in it, -1 for its end @param {number} length of what goes
      @returns {[string, string]} */
  function cut(text, at, length) {
    return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + length)];
  }

  /** The words before and behind the first that stands in a table.
      @param {string} words @param {string} name @returns {[string, string]} */
  function split(words, name) {
    const each = words.split(" ");
    const at = each.findIndex((word) => meaning(name, word));
    return at < 0 ? [words, ""] : [each.slice(0, at).join(" "), each.slice(at + 1).join(" ")];
  }

  /** A single date, or the months of a part of a year.
      @param {string} words @returns {Generator<string>} */
  function* span(words) {
    const months = partOfYear(words);
    if (months) yield months;
    for (const each of parts(words)) if (isComplete(each)) yield edtf(each);
  }

  /** The months of "i kw. 2022"; empty where words name no part of a year.
      @param {string} words */
  function partOfYear(words) {
    const [, name, year] = /(.*) ([0-9]{4})$/.exec(words) || [];
    const months = name && meaning("parts_of_year", name.replaceAll(".", ""));
    return months ? months.split(" ").map((month) => year + "-" + month).join("/") : "";
  }

  /** @param {DatePart} each */
  function isComplete({ year, month, day: at }) {
    return Boolean(year) && Boolean(month || !at);
  }

  /** Every way to read one date, which may lack its year.
      @param {string} words @returns {DatePart[]} */
  function parts(words) {
    const found = NUMERIC.exec(words);
    if (!found) return [...named(words.replaceAll(",", "").split(" "))];
    const [, first, sign = "", second = "", third = ""] = found;
    return [...numeric(first, sign, meaning("months", second) || second, third)];
  }

  /** @param {string[]} words `15 stycznia 2026`, `styczen 2026`, `january 15 2026`, `wiosna 2024` @returns {Generator<DatePart>} */
  function* named(words) {
    const bare = words.map((word) => word.replace(/\.+$/, ""));
    const months = bare.map((word) => meaning("months", word)).filter(Boolean);
    const numbers = bare.filter((word, n) => /^[0-9]{1,4}$/.test(word) && words[n].length - word.length < 2);
    const years = numbers.filter((each) => YEAR.test(each));
    const days = numbers.filter((each) => each.length < 3);
    if (months.length === 1 && numbers.length === words.length - 1) {
      const isDated = years.length < 2 && days.length < 2 && years.length + days.length === numbers.length;
      if (isDated) yield part(years.join(""), months[0], days.length ? two(days[0]) : "");
    } else if (words.length === 2 && meaning("seasons", words[0]) && YEAR.test(words[1])) {
      yield part(words[1], meaning("seasons", words[0]));
    }
  }

  /** The parts of a date in digits, as far as their lengths and the sign between them tell which is which.
      @param {string} first @param {string} sign @param {string} second @param {string} third @returns {Generator<DatePart>} */
  function* numeric(first, sign, second, third) {
    if (!second) yield YEAR.test(first) ? part(first) : part("", "", two(first));
    else if (!third) yield* twoNumbers(first, sign, second);
    else if (YEAR.test(first)) yield part(first, two(second), two(third));
    else if (YEAR.test(third)) yield* dayOrMonthFirst(first, sign, second, third);
    else if (first.length === 2 && third.length === 2) {
      yield part("20" + third, two(second), first);
      yield part("20" + first, two(second), third);
    }
  }

  /** With dots the day comes first in every country; with other signs it may be the month.
      @param {string} first @param {string} sign @param {string} second @param {string} year @returns {Generator<DatePart>} */
  function* dayOrMonthFirst(first, sign, second, year) {
    yield part(year, two(second), two(first));
    if (sign === "/" || sign === "-") yield part(year, two(first), two(second));
  }

  /** @param {string} first @param {string} sign @param {string} second @returns {Generator<DatePart>} */
  function* twoNumbers(first, sign, second) {
    if (YEAR.test(first)) yield part(first, two(second));
    else if (YEAR.test(second)) yield part(second, two(first));
    else if (sign === ".") yield part("", two(second), two(first));
  }

  return { period, when, date, day };
})();
