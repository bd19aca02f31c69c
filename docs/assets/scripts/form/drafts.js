/* What was typed, kept in this browser and in files, so that no error, reload or step back loses it. */

/** What was typed: the entry, records to add, and of which practice it is a correction.
    @typedef {{
      entry: Record<string, any>,
      opened?: string,
      related?: string[],
      added?: Record<string, any>,
      step?: number,
      version?: number,
    }} Draft */

var FormDrafts = (() => {
  "use strict";

  const { make } = KatalogElements;
  const VERSION = 1;
  const LARGEST = 2_000_000;
  const site = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const NAME = site.pathname + ".zglos";
  const BEFORE = NAME + ".poprzedni";

  /** @param {string} name @returns {Draft | null} */
  function kept(name) {
    try {
      return readable(localStorage.getItem(name));
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
      return null;
    }
  }

  /** Whether it could be kept; some browsers refuse, and their place is not endless.
      @param {string} name @param {Draft} draft */
  function keep(name, draft) {
    try {
      localStorage.setItem(name, JSON.stringify({ ...draft, version: VERSION }));
      return true;
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
      return false;
    }
  }

  /** Whether this browser keeps anything at all; a reader may have forbidden it. */
  function canKeep() {
    const trial = NAME + ".proba";
    try {
      localStorage.setItem(trial, "");
      localStorage.removeItem(trial);
      return true;
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
      return false;
    }
  }

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

  /** Hand a text to the reader as a file.
      @param {string} name @param {string} text @param {string} type */
  function download(name, text, type) {
    const address = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    const link = make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
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

  return { NAME, BEFORE, kept, keep, canKeep, readable, draftText, download, copy };
})();
