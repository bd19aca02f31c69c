/* What a reader has chosen on the page, and the address that says so: ?place=gdynia, or ?population=18000&kind=rural */

/** @typedef {{place: string, population: number | null, kind: string}} FitChoice */

var FitChoices = (() => {
  "use strict";

  /** @param {string} search @returns {FitChoice} */
  function read(search) {
    const params = new URLSearchParams(search);
    const place = params.get("place") || "";
    if (place) return { place, population: null, kind: "" };
    return { place, population: numberIn(params.get("population") || "") ?? null, kind: params.get("kind") || "" };
  }

  /** The same as text for the address: empty, or beginning with a question mark.
      @param {FitChoice} choice */
  function write({ place, population, kind }) {
    const params = new URLSearchParams();
    if (place) params.append("place", place);
    if (!place && population !== null) params.append("population", String(population));
    if (!place && kind) params.append("kind", kind);
    const text = params.toString();
    return text && "?" + text;
  }

  /** The number of people that somebody typed: null for nothing, undefined for what is no number.
      @param {string} typed "18 000", "18.000" */
  function numberIn(typed) {
    const text = typed.trim();
    if (!text) return null;
    return /^\d{1,3}(?:[\s.]?\d{3}){0,3}$|^\d{1,9}$/.test(text) ? Number(text.replace(/\D/g, "")) : undefined;
  }

  return { read, write, numberIn };
})();
