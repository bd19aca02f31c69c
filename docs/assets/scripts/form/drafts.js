/* What was typed, as a text: of the browser, of a file, or on the clipboard. */

/** What was typed: the entry, records to add, of which practice it is a correction, and that practice as it was when the
    correction was begun; which form it was typed in, and how its sender is reached; in the browser with its name and the moment
    it was kept.
    @typedef {{
      entry: Record<string, any>,
      opened?: string,
      base?: Record<string, any>,
      related?: string[],
      added?: Record<string, any>,
      step?: number,
      way?: string,
      sender?: string,
      version?: number,
      name?: string,
      saved?: string,
    }} Draft */

var FormDrafts = (() => {
  "use strict";

  const VERSION = 1;
  const LARGEST = 2_000_000;

  /** @param {any} value */
  function isPlain(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  /** A draft as it would be kept now: earlier ones knew one evaluation of a practice.
      @param {Draft} draft @returns {Draft} */
  function brought(draft) {
    const { evaluation } = draft.entry;
    return isPlain(evaluation) ? { ...draft, entry: { ...draft.entry, evaluation: [evaluation] } } : draft;
  }

  /** A draft from its text; null if it is none. What is in it is written into controls only, which take any text.
      @param {string | null} text @returns {Draft | null} */
  function readable(text) {
    if (!text || text.length > LARGEST) return null;
    try {
      const draft = JSON.parse(text);
      return isPlain(draft) && draft.version === VERSION && isPlain(draft.entry) ? brought(draft) : null;
    } catch (broken) {
      console.info(/** @type {Error} */ (broken).message);
      return null;
    }
  }

  /** @param {Draft} draft */
  function draftText(draft) {
    return JSON.stringify({ ...draft, version: VERSION }, null, 2) + "\n";
  }

  /** Put a text on the clipboard; pages of a folder have no right to the newer way everywhere.
      @param {HTMLTextAreaElement} area */
  async function copy(area) {
    try {
      await navigator.clipboard.writeText(area.value);
      return true;
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
      area.select();
      return document.execCommand("copy");
    }
  }

  return { readable, draftText, copy };
})();
