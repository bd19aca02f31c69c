/* Numbers, amounts and per cents as people type them, read as catalogue/spellings/quantities.py reads them. */

/** The parts of what was typed, each as a file writes it: `value`, or `min` and `max`; `currency`, `unit`, `precision`.
    @typedef {Record<string, string>} Reading */

var FormQuantities = (() => {
  "use strict";

  const { plain, meaning, head, tail } = FormSpelled;

  const BLANK_GROUPS = /^[0-9]{1,3}(?:[ '’][0-9]{3})+(?:[.,][0-9]{1,6})?$/;
  const DOT_GROUPS = /^(?:[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,6}|[0-9]{1,3}(?:\.[0-9]{3}){2,})$/;
  const COMMA_GROUPS = /^(?:[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{1,6}|[0-9]{1,3}(?:,[0-9]{3}){2,})$/;
  const EITHER = /^[1-9][0-9]{0,2}[.,][0-9]{3}$/;
  const PLAIN = /^[0-9]{1,15}(?:[.,][0-9]{1,6})?$/;
  const NO_CENTS = /([0-9]),[-–—]+$/;
  const RANGE = /^(.*[0-9a-z]) ?[-–—] ?([0-9].*)$/;
  const MOST_DIGITS = 15;
  const MOST_DECIMALS = 6;

  /** Every way to read a number.
      @param {string} text @returns {Reading[]} */
  function quantity(text) {
    /** @type {Reading} */
    const further = {};
    const [counted, precision] = head(plain(text), "precisions");
    if (precision) further.precision = precision;
    const [priced, currency] = eitherEnd(counted, "currencies");
    const [rest, percent] = currency ? [priced, ""] : tail(priced, "percent");
    if (currency) further.currency = currency;
    else if (percent) further.unit = "percent";
    const found = values(rest).map((each) => ({ ...each, ...further }));
    return found.filter((each) => !("min" in each && precision));
  }

  /** @param {string} words @returns {Reading[]} */
  function values(words) {
    const single = numbers(words);
    if (single.length) return single.map((value) => ({ value }));
    const found = RANGE.exec(words);
    if (!found) return [];
    const [, zeros] = tail(found[2], "multipliers");
    const highs = numbers(found[2]);
    return numbers(found[1], zeros).flatMap((min) => highs.map((max) => ({ min, max, precision: "range" })));
  }

  /** The numbers that words can mean; zeros of a multiplier are added where the words have none.
      @param {string} words @param {string} [zeros] @returns {string[]} */
  function numbers(words, zeros = "") {
    if (words.startsWith("-")) return numbers(words.slice(1).trimStart(), zeros).map((each) => "-" + each);
    const [rest, own] = tail(words, "multipliers");
    const added = own || zeros;
    const moved = numerals(rest, Boolean(own), Boolean(added)).map((each) => movedBy(each, Number(added || 0)));
    return [...new Set(moved.filter(Boolean))];
  }

  /** @param {string} words before a multiplier, if there is one @param {boolean} isBefore @param {boolean} isCounted */
  function numerals(words, isBefore, isCounted) {
    const numeral = meaning("numerals", words);
    if (numeral) return [numeral];
    return words || !isBefore ? digitsOf(words, isCounted) : ["1"];
  }

  /** The readings of digits with their signs.
      @param {string} typed @param {boolean} isCounted where thousands or millions are named behind them */
  function digitsOf(typed, isCounted) {
    const words = typed.replace(NO_CENTS, "$1");
    if (BLANK_GROUPS.test(words)) return [words.replace(/[ '’]/g, "").replace(",", ".")];
    if (DOT_GROUPS.test(words)) return [words.replaceAll(".", "").replace(",", ".")];
    if (COMMA_GROUPS.test(words)) return [words.replaceAll(",", "")];
    const fraction = words.replace(",", ".");
    // Nobody says "1 250 millions" with a comma, while Polish has one before decimals.
    if (EITHER.test(words)) return isCounted && words.includes(",") ? [fraction] : [words.replace(/[.,]/, ""), fraction];
    return PLAIN.test(words) ? [fraction] : [];
  }

  /** The number with its point moved to the right, without needless zeros; empty where a file has no room for it.
      @param {string} number @param {number} places */
  function movedBy(number, places) {
    const [start, end = ""] = number.split(".");
    const shifted = end.padEnd(places, "0");
    const whole = (start + shifted.slice(0, places)).replace(/^0+/, "") || "0";
    const decimals = shifted.slice(places).replace(/0+$/, "");
    if (whole.length > MOST_DIGITS || decimals.length > MOST_DECIMALS) return "";
    return decimals ? whole + "." + decimals : whole;
  }

  /** @param {string} words @param {string} name @returns {[rest: string, meaning: string]} */
  function eitherEnd(words, name) {
    const found = tail(words, name);
    return found[1] ? found : head(words, name);
  }

  return { quantity };
})();
