/* What the address asks the form to begin with: ?themes=…&target_groups=…&places=…, from a gap of the catalogue. */
var FormAsked = (() => {
  "use strict";

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

  /** Takes it out of the address, so that a page loaded again shows what was typed since. */
  function clearAddress() {
    // Some browsers refuse a new address to a page of a folder; there the form begins with it again.
    try {
      history.replaceState(null, "", location.pathname + location.hash);
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
    }
  }

  return { askedOf, clearAddress };
})();
