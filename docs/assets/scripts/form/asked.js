/* What the address asks the form to begin with: ?themes=…&target_groups=…&places=… from a gap of the catalogue, or #szukam=… with the words
   of a search that found nothing, which no browser sends. */
var FormAsked = (() => {
  "use strict";

  const LOOKED_FOR = "#szukam=";

  /** The fields that the address names, with the values that the catalogue knows; null if it names none.
      @param {string} search @param {{terms: Record<string, string[]>, registry: Record<string, any[][]>}} data
      @returns {Entry | null} */
  function askedOf(search, { terms, registry }) {
    const params = new URLSearchParams(search);
    const known = (/** @type {string} */ name, /** @type {string[]} */ ids) =>
      [...new Set(params.getAll(name))].filter((value) => ids.includes(value));
    const places = known("places", registry.places.map(([id]) => id)).map((place) => ({ place }));
    const found = Object.entries({ themes: known("themes", terms.themes), target_groups: known("target_groups", terms.target_groups), places });
    const given = found.filter(([, values]) => values.length);
    return given.length ? Object.fromEntries(given) : null;
  }

  /** The words that were looked for, as a title to begin with; null if there are none.
      @param {string} hash @param {number} most signs of a title @returns {Entry | null} */
  function lookedFor(hash, most) {
    if (!hash.startsWith(LOOKED_FOR)) return null;
    const words = (new URLSearchParams(hash.slice(1)).get("szukam") || "").replace(/[\p{C}\s]+/gu, " ").trim();
    const title = [...words].slice(0, most).join("").trim();
    return title ? { title } : null;
  }

  /** Takes it out of the address, so that a page loaded again shows what was typed since. */
  function clearAddress() {
    // Some browsers refuse a new address to a page of a folder; there the form begins with it again.
    try {
      history.replaceState(null, "", location.pathname + (location.hash.startsWith(LOOKED_FOR) ? "" : location.hash));
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
    }
  }

  return { askedOf, lookedFor, clearAddress };
})();
