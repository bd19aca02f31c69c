/* What was typed, in every way it can be read: none is not understood, several are a question. */
var FormSpellings = (() => {
  "use strict";

  const { plain, meaning, withoutUnseen } = FormSpelled;
  const { quantity } = FormQuantities;
  const { when, date, day } = FormSpelledDates;

  /** @param {string} name @param {string} words @returns {string[]} */
  function called(name, words) {
    const found = meaning(name, words) || meaning(name, words.replace(/\.+$/, ""));
    return found ? [found] : [];
  }

  /** @param {string} text */
  function language(text) {
    const [first, ...rest] = plain(text).split(" ");
    return called("languages", meaning("language_prefixes", first) ? rest.join(" ") : plain(text));
  }

  /** @type {Record<string, (text: string) => string[]>} */
  const READERS = {
    date,
    when,
    interval: (text) => when(text).filter((each) => each.includes("/")),
    day,
    country: (text) => called("countries", plain(text)),
    language,
    currency: (text) => called("currencies", plain(text)),
    truth: (text) => called("truths", plain(text)),
  };

  /** Every way to read a text as a value of a kind of the model.
      @param {string} kind @param {string} text @returns {Reading[]} */
  function readings(kind, text) {
    if (kind === "number" || kind === "whole") return quantity(text);
    return kind in READERS ? READERS[kind](text).map((value) => ({ value })) : [];
  }

  /** The parts of a reading by the fields of a record; null where one of them has no field there.
      @param {Reading} reading @param {string} name the field that it was typed in @param {Record<string, any>} fields
      @returns {Reading | null} */
  function placed(reading, name, fields) {
    /** @type {Reading} */
    const made = {};
    for (const [part, value] of Object.entries(reading)) {
      const place = { value: name, currency: "currency" in fields ? "currency" : "unit" }[part] || part;
      if (!(place in fields)) return null;
      made[place] = value;
    }
    return made;
  }

  return { readings, placed, withoutUnseen };
})();
