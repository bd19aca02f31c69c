/* Which texts an entry takes, by the patterns and limits of the model (catalogue/fields.py, characters.py). */
var FormTexts = (() => {
  "use strict";

  const { data } = FormWords;
  const patterns = Object.fromEntries(Object.entries(data.patterns).map(([name, pattern]) => [name, new RegExp(pattern, "u")]));
  const { control: CONTROL, marks: MARKS, email: EMAIL } = patterns;
  // With the character before, since browsers that look behind are newer than some that people have.
  const LIKE_PESEL = /(?:^|[^\w.,+-])([0-9]{6})[ -]?([0-9]{5})(?![\w-]|[.,]\d)/g;
  const PESEL_WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
  const WEB_ADDRESS = /https?:\/\/[^\s<>"')\]]+/g;
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

  /** Whether eleven digits can be a PESEL: a day that there was, and the checksum of its register.
      @param {string} digits */
  function isPesel(digits) {
    const month = Number(digits.slice(2, 4));
    const day = Number(digits.slice(4, 6));
    const sum = [...digits].reduce((total, digit, n) => total + Number(digit) * PESEL_WEIGHTS[n], 0);
    return month % 20 >= 1 && month % 20 <= 12 && day >= 1 && day <= 31 && sum % 10 === 0;
  }

  /** @param {string} text */
  function hasPersonalNumber(text) {
    return [...text.replace(WEB_ADDRESS, " ").matchAll(LIKE_PESEL)].some((each) => isPesel(each[1] + each[2]));
  }

  return { patterns, isKnownCode, isWebAddress, isSafeLink, unseenCharacter, stackedMarks, hasPersonalNumber };
})();
