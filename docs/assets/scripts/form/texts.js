/* Which texts an entry takes, by the patterns and limits of the model (catalogue/fields.py, characters.py). */
var FormTexts = (() => {
  "use strict";

  const { data } = FormWords;
  const patterns = Object.fromEntries(Object.entries(data.patterns).map(([name, pattern]) => [name, new RegExp(pattern, "u")]));
  const { control: CONTROL, marks: MARKS, email: EMAIL } = patterns;
  const HIGHEST_PORT = 65535;

  /** @param {string} kind @param {string} value */
  function isKnownCode(kind, value) {
    return /^[A-Za-z]+$/.test(value) && (" " + data.codes[kind] + " ").includes(" " + value + " ");
  }

  /** @param {string} text */
  function isWebAddress(text) {
    if (/[<>"'`\\{}|^\s]/.test(text) || CONTROL.test(text)) return false;
    const found = /^https?:\/\/([^/?#]*)/i.exec(text);
    if (!found || found[1].includes("@")) return false;
    const host = /^([^:[\]]*)(?::([0-9]{0,5}))?$/.exec(found[1]);
    return host !== null && Number(host[2] || 0) <= HIGHEST_PORT && host[1].replace(/^\.+|\.+$/g, "").includes(".");
  }

  /** Whether the host of a web address is what it looks like (catalogue/hosts.py).
      @param {string} text */
  function hasPlainHost(text) {
    const found = /^https?:\/\/([^:/?#]*)/i.exec(text);
    return !found || !patterns.deceptive_host.test(found[1]);
  }

  /** @param {string | undefined} target */
  function isSafeLink(target) {
    if (!target || /\s/.test(target) || CONTROL.test(target)) return false;
    if (target.startsWith("mailto:")) return EMAIL.test(target.slice(7));
    return isWebAddress(target);
  }

  /** The first character of a text that nobody sees, by its number in Unicode; an empty text if there is none.
      @param {string} text */
  function unseenCharacter(text) {
    const unseen = CONTROL.exec(text);
    if (!unseen) return "";
    const [character] = [...unseen[0]].slice(-1); // a match may begin with the letter before
    const code = /** @type {number} */ (character.codePointAt(0));
    return "U+" + code.toString(16).toUpperCase().padStart(4, "0");
  }

  /** How many marks are piled up on a letter of a text, if they are too many.
      @param {string} text */
  function stackedMarks(text) {
    const marks = MARKS.exec(text.normalize("NFC")); // as the file is read
    return marks ? marks[0].length : 0;
  }

  return { patterns, isKnownCode, isWebAddress, hasPlainHost, isSafeLink, unseenCharacter, stackedMarks };
})();
