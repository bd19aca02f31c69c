/* Rules between the figures of an entry, each named as in catalogue/rules.py. Values that were refused before are not there. */

/** An entry as far as its values are in order, or as it was typed.
    @typedef {Record<string, any>} Entry */

/** What a rule finds: the key of a message, the place, and what the message names.
    @typedef {[key: string, location: Place, params?: Record<string, any>]} Finding */

/** @typedef {(value: Entry, raw: Entry, known: Known) => Iterable<Finding>} Rule */

var FormFigures = (() => {
  "use strict";

  const { nearest } = FormNearest;
  const PERCENT = /(\d+(?:[.,]\d+)?)\s?(?:%|proc\.|procent)/g; // from the first digit on, where a search meets a number

  /** The number of a value that may be absent.
      @param {any} value @returns {any} compared with others, so `undefined` is neither less nor more */
  function amount(value) {
    return value ? value.value : undefined;
  }

  /** @param {number} value */
  function round(value) {
    return Math.round(value * 1e6) / 1e6;
  }

  /** The items of a list that are in order, each with its place.
      @param {Entry} value @param {string} name @returns {[any, number][]} */
  function listOf(value, name) {
    const items = (value[name] || []).map((/** @type {any} */ each, /** @type {number} */ n) => [each, n]);
    return items.filter((/** @type {[any, number]} */ [each]) => each !== undefined);
  }

  /** Whether one may compute with a figure or an amount: nobody disputes it, or the entry counts with it all the same.
      @param {any} fact */
  function mayBeCounted(fact) {
    return !fact.disputed || Boolean(fact.disputed.counted);
  }

  /** What a figure was before, and what others say in its place.
      @param {any} figure */
  function valuesBeside(figure) {
    const items = [...(figure.former_values || []), ...(figure.disputed?.others || [])];
    return items.filter(Boolean).map((each) => each.value);
  }

  /** @param {any} each @param {Place} here @returns {Generator<Finding>} */
  function* rangeProblems({ value, min, max }, here) {
    if (value || !min || !max) yield ["range_needs_ends", here];
    else if (amount(min) > amount(max)) yield ["range_order", [...here, "max"], { min: amount(min), max: amount(max) }];
  }

  /** @param {any} each @param {Place} here @returns {Generator<Finding>} */
  function* valueProblems(each, here) {
    const isRanged = each.min || each.max;
    if (each.words) {
      if (each.value || isRanged) yield ["value_or_words", here];
    } else if (each.precision === "range") yield* rangeProblems(each, here);
    else if (!each.value || isRanged) yield ["needs_value", here];
  }

  /** @type {Rule} */
  function* figuresHaveOneValue(value) {
    for (const [each, n] of listOf(value, "indicators")) {
      const here = ["indicators", n];
      yield* valueProblems(each, here);
      const isPercent = each.unit === "percent" && each.value;
      if (isPercent && !(amount(each.value) >= 0 && amount(each.value) <= 100)) {
        yield ["bad_percent", [...here, "value"]];
      }
    }
  }

  /** @type {Rule} */
  function* splitsAddUp(value) {
    for (const [indicator, n] of listOf(value, "indicators")) {
      for (const [split, m] of mayBeCounted(indicator) ? listOf(indicator, "split") : []) {
        const parts = [...(split.parts || [])];
        if (!indicator.value || !parts.length || parts.some(([, part]) => part === undefined)) continue;
        const sum = parts.reduce((total, [, part]) => total + amount(part), 0);
        if (!round(sum - amount(indicator.value))) continue;
        const said = parts.map(([, part]) => String(part)).join(" + ");
        const params = { parts: said, sum: round(sum), value: amount(indicator.value) };
        yield ["split_sum", ["indicators", n, "split", m, "parts", parts[0][0]], params];
      }
    }
  }

  /** @param {any} part @param {Map<string, any>} byId */
  function leadsBack(part, byId) {
    const seen = new Set([part.id]);
    for (let each = part; each && each.of; each = byId.get(each.of)) {
      if (seen.has(each.of)) return true;
      seen.add(each.of);
    }
    return false;
  }

  /** @type {Rule} */
  function* partsFitTheirWhole(value) {
    const figures = listOf(value, "indicators");
    const byId = new Map(figures.filter(([each]) => each.id).map(([each]) => [each.id, each]));
    for (const [part, n] of figures) {
      if (part.of !== undefined) yield* wholeProblems(part, byId, ["indicators", n]);
    }
  }

  /** @param {any} part @param {Map<string, any>} byId @param {Place} here @returns {Generator<Finding>} */
  function* wholeProblems(part, byId, here) {
    const whole = byId.get(part.of);
    const at = [...here, "of"];
    const names = { part: part.id, whole: whole && whole.id };
    if (!whole) yield ["unknown_indicator", at, { value: part.of, nearest: nearest(part.of, byId.keys()) }];
    else if (leadsBack(part, byId)) yield ["indicator_refers_to_itself", at, { value: part.of }];
    else if ((part.nature === "target") !== (whole.nature === "target")) yield ["target_mixed_with_result", at, names];
    else if (part.unit !== whole.unit) yield ["unit_mismatch", at, names];
    else if (mayBeCounted(part) && mayBeCounted(whole) && amount(part.value) > amount(whole.value)) {
      const params = { part: amount(part.value), whole: amount(whole.value), of: whole.id };
      yield ["part_above_whole", [...here, "value"], params];
    }
  }

  /** @type {Rule} */
  function* grantsFitTheTotal(value) {
    const budget = (/** @type {any} */ money) => money.currency + " " + (money.period || "");
    const funding = listOf(value, "funding").filter(([each]) => each.amount && each.currency && mayBeCounted(each));
    const totals = new Map(funding.filter(([each]) => each.role === "total").map(([each]) => [budget(each), each]));
    for (const [key, total] of totals) {
      const grants = funding.filter(([money]) => money.role !== "total" && budget(money) === key);
      let spent = 0;
      for (const [money, n] of grants) {
        spent = round(spent + amount(money.amount));
        if (spent <= amount(total.amount)) continue;
        const params = { amount: spent, total: amount(total.amount), currency: total.currency };
        yield ["grant_above_total", ["funding", n, "amount"], params];
        break;
      }
    }
  }

  /** @type {Rule} */
  function* percentagesHaveAnIndicator(value) {
    const known = listOf(value, "indicators")
      .filter(([each]) => each.unit === "percent")
      .flatMap(([each]) => [each.value, each.min, each.max, ...valuesBeside(each)].map(amount));
    /** @type {[Place, string | undefined][]} */
    const texts = [
      [["summary"], value.summary],
      [["plain_summary"], value.plain_summary],
      [["easy_to_read", "text"], value.easy_to_read && value.easy_to_read.text],
    ];
    for (const [location, text] of texts) {
      for (const found of (text || "").matchAll(PERCENT)) {
        if (!known.includes(Number(found[1].replace(",", ".")))) yield ["percent_in_prose", location, { value: found[0] }];
      }
    }
  }

  /** @param {Entry} value @returns {Generator<[any, Place]>} */
  function* disputes(value) {
    for (const name of ["indicators", "funding", "claims", "adoptions"]) {
      for (const [each, n] of listOf(value, name)) if (each.disputed) yield [each.disputed, [name, n, "disputed"]];
    }
    for (const name of ["period", "transfer"]) if (value[name]?.disputed) yield [value[name].disputed, [name, "disputed"]];
  }

  /** @param {Entry} value @returns {Generator<[any, Place]>} */
  function* otherValues(value) {
    for (const [dispute, here] of disputes(value)) {
      for (const [each, n] of listOf(dispute, "others")) yield [each, [...here, "others", n]];
    }
    for (const [figure, n] of listOf(value, "indicators")) {
      for (const [each, m] of listOf(figure, "former_values")) yield [each, ["indicators", n, "former_values", m]];
    }
  }

  /** @type {Rule} */
  function* valuesAreNumbersOrWords(value) {
    for (const [each, here] of otherValues(value)) {
      if (Boolean(each.value) === Boolean(each.words)) yield ["value_or_words", here];
    }
  }

  /** @type {Rule} */
  function* decisionsAreAboutWhatCounts(value) {
    for (const [dispute, here] of disputes(value)) {
      if (dispute.decision && !dispute.counted) yield ["decision_not_counted", [...here, "decision"]];
    }
  }

  const FIGURE_RULES = [figuresHaveOneValue, splitsAddUp, partsFitTheirWhole, grantsFitTheTotal, valuesAreNumbersOrWords, decisionsAreAboutWhatCounts];
  return { PERCENT, FIGURE_RULES, percentagesHaveAnIndicator, valuesBeside, amount, listOf };
})();
