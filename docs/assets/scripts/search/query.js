/* What was typed into the search, as clauses; and what may have been meant instead. */

/** Words, quoted words that must follow each other, or words that must not be there. The last word is open while it may go on.
    @typedef {{text: string, words: string[], isPhrase: boolean, isMinus: boolean, isOpen: boolean}} Clause */

/** A word that was found in none of its forms, and the form of the catalogue that is most like it.
    @typedef {{from: string, to: string}} Replaced */

var KatalogQuery = (() => {
  "use strict";

  const { words } = KatalogWords;
  const QUOTE = /["„”“«»]/;
  const CLAUSE = /(-?)["„”“«»]([^"„”“«»]*)["„”“«»]?|(\S+)/g;
  const WORD = /[\p{L}\p{N}]+/gu;

  /** @param {string} text */
  function parse(text) {
    /** @type {Clause[]} */
    const clauses = [];
    for (const [chunk, quotedMinus, quoted, bare] of text.matchAll(CLAUSE)) {
      const isMinus = quotedMinus === "-" || /^-[\p{L}\p{N}]/u.test(bare || "");
      const found = words(quoted === undefined ? bare : quoted);
      if (!found.length) continue;
      clauses.push({ text: chunk, words: found, isPhrase: quoted !== undefined && found.length > 1, isMinus, isOpen: false });
    }
    const last = clauses[clauses.length - 1];
    if (last) last.isOpen = mayGoOn(last, text);
    return clauses;
  }

  /** Whether the last clause of a text is still being typed.
      @param {Clause} clause @param {string} text */
  function mayGoOn({ text: end, isMinus }, text) {
    return !isMinus && text.endsWith(end) && !QUOTE.test(end);
  }

  /** The text with words of the catalogue in place of those that it has not.
      @param {string} text @param {Replaced[]} replaced */
  function suggest(text, replaced) {
    if (!replaced.length) return null;
    const meant = new Map(replaced.map(({ from, to }) => [from, to]));
    return { text: text.replace(WORD, (word) => meant.get(word.toLowerCase()) || word).trim(), words: replaced };
  }

  return { parse, suggest };
})();
