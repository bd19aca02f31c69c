/* A reading of what was typed, in words a person can check: "9 200 000 zł", "15 stycznia 2026". */
var FormReadingWords = (() => {
  "use strict";

  const { data, say, digits } = FormWords;

  /** @param {Reading} reading */
  function quantityWords({ value, min, max, currency, unit, precision }) {
    const number = value === undefined ? digits(min) + "–" + digits(max) : digits(value);
    const measured = withUnit(number, currency, unit);
    const key = "form.say.reading." + precision;
    return key in data.words ? say(key, { value: measured }) : measured;
  }

  /** @param {string} number @param {string} [currency] @param {string} [unit] */
  function withUnit(number, currency, unit) {
    if (currency) return number + "\u00a0" + (data.currency_signs[currency] || currency);
    return unit === "percent" ? number + "%" : number;
  }

  /** @param {string} text an EDTF date */
  function dateWords(text) {
    const [year, month, day] = text.replace(/[~?%]$/, "").split("-");
    const [alone, after] = data.months[month] || ["", ""];
    const words = day ? [String(Number(day)), after, year] : [alone, year];
    const said = /X/.test(text) ? text : words.filter(Boolean).join(" ");
    const mark = text.slice(-1);
    if (mark === "~") return say("form.say.reading.about", { value: said });
    return mark === "?" ? say("form.say.reading.probably", { value: said }) : said;
  }

  /** @param {string} text an EDTF date or interval */
  function whenWords(text) {
    const [start, end] = text.split("/");
    if (end === undefined) return dateWords(start);
    if (!end || end === "..") return say("form.say.reading.since", { value: dateWords(start) });
    if (!start || start === "..") return say("form.say.reading.until", { value: dateWords(end) });
    return dateWords(start) + " – " + dateWords(end);
  }

  /** @param {string} kind @param {Reading} reading */
  function readingWords(kind, reading) {
    if (kind === "number" || kind === "whole") return quantityWords(reading);
    return ["date", "when", "interval", "day"].includes(kind) ? whenWords(reading.value) : reading.value;
  }

  return { readingWords };
})();
