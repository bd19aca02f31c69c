/* Whether a practice fits a municipality, as finding/fitting.py says; both answer the cases of tests/cases/_fit.yml. */

/** What an entry says of municipalities; what it does not say is left out.
    @typedef {{least?: number, most?: number, kinds?: string[], further?: boolean, disputed?: boolean, tried?: boolean}} FitConditions */
/** What is known of a municipality.
    @typedef {{population?: number | null, kind?: string | null}} FitMunicipality */
/** @typedef {"met" | "asked" | "untried" | "unmet"} FitState */
/** @typedef {{fit: "fits" | "may-fit" | "does-not-fit" | "unknown", size: FitState | null, kind: FitState | null}} FitVerdict */
/** What a municipality of a kind is to a condition that names another.
    @typedef {Record<string, Record<string, FitState>>} FitKinds */

var FitJudging = (() => {
  "use strict";

  /** @type {FitState[]} */
  const STATES = ["met", "asked", "untried", "unmet"];

  /** @param {FitConditions} conditions @param {FitMunicipality} municipality @param {FitKinds} table
      @returns {FitVerdict} */
  function judge(conditions, municipality, table) {
    const size = sizeState(conditions, municipality.population ?? null);
    const kind = kindState(conditions, municipality.kind ?? null, table);
    return { fit: fitOf(conditions, [size, kind]), size, kind };
  }

  /** @param {FitConditions} conditions @param {(FitState | null)[]} states @returns {FitVerdict["fit"]} */
  function fitOf({ further, disputed }, states) {
    if (!further && states.every((state) => state === null)) return "unknown";
    if (disputed) return "may-fit";
    if (states.includes("unmet")) return "does-not-fit";
    return further || states.includes("asked") || states.includes("untried") ? "may-fit" : "fits";
  }

  /** @param {FitConditions} conditions @param {number | null} population @returns {FitState | null} */
  function sizeState({ least = -Infinity, most = Infinity, tried }, population) {
    if (least === -Infinity && most === Infinity) return null;
    if (population === null) return "asked";
    return population < least || population > most ? outside(tried) : "met";
  }

  /** @param {FitConditions} conditions @param {string | null} kind @param {FitKinds} table @returns {FitState | null} */
  function kindState({ kinds: wanted = [], tried }, kind, table) {
    if (!wanted.length) return null;
    if (kind === null) return "asked";
    const states = wanted.map((each) => table[kind][each] || outside(tried));
    return STATES.find((state) => states.includes(state)) || null;
  }

  /** What a municipality is that the conditions do not name: where the practice only ran, nobody tried it there.
      @param {boolean | undefined} tried @returns {FitState} */
  function outside(tried) {
    return tried ? "untried" : "unmet";
  }

  return { judge };
})();
