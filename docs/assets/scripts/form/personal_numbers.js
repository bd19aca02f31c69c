/* PESEL numbers in a text, as the validator finds them (catalogue/personal_numbers.py, plain_digits.py, where the reasons stand). */
var FormPersonalNumbers = (() => {
  "use strict";

  const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
  /** The first year of each century that a month can say; numbers of later ones nobody has yet.
      @type {(number | null)[]} */
  const CENTURIES = [1900, 2000, null, null, 1800];
  const MONTHS_OF_A_CENTURY = 20;
  const LENGTH = 11;
  const BIRTH_DATE = 6;
  const ACCOUNT = 26;
  const LONGEST_CALL = 20;

  const ADDRESS = /((?:https?:\/\/|www\.|mailto:)[^\s<>"')\]]+)/i;
  const BYTES = /(?:%[0-9A-Fa-f]{2})+/;
  const ENTITIES = /&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(nbsp|ensp|emsp|thinsp|shy|zwj|zwnj|ndash|mdash|hyphen|dash));/g;
  /** What Markdown makes a link, a footnote or struck text of, and nobody sees. */
  const ROUND_LINK = /\](?:\([^()\s]*\)|\[[^[\]]*\])|\[\^[^[\]]*\]|~~|[[\]]/g;
  const UNICODE_END = 0x110000;
  /** @type {Record<string, string>} */
  const NAMED = { nbsp: " ", ensp: " ", emsp: " ", thinsp: " ", ndash: "-", mdash: "-", hyphen: "-", dash: "-" };
  /** With what stands before it: older Safari cannot look behind. */
  const HASH = /(^|[^\p{L}\p{N}_])(?=[0-9]*[a-f])[0-9a-f]{64}(?![\p{L}\p{N}_])/gu;
  const IN_ADDRESS = "~";
  /** @type {Record<string, string>} */
  const OF_AN_ADDRESS = { ".": "x", "-": IN_ADDRESS, "+": " " };

  const BY_NAME = /pesel[^0-9]{0,20}?((?:[0-9][^\p{L}\p{N}_]{0,3}){10}[0-9])(?![0-9])/giu;
  const BETWEEN = " {0,9}\\n[ >#]{0,99}| {1,2}|[-.~]";
  const RUN = new RegExp("[0-9]+(?:(?:" + BETWEEN + ")[0-9]+)*", "g");
  const GROUP = new RegExp("([0-9]+)(" + BETWEEN + ")?", "g");
  const YEAR = /^(?:1[89]|20)[0-9]{2}/;
  const CALLED = /(?:tel|fax|faks|kom|phone|mobile|infolini)\p{L}{0,6}[.:]{0,2}[ (]{0,2}$/iu;
  const COUNTED = /^(?:,[0-9]{1,2})? ?(?:zł|PLN|EUR|euro|€|USD|\$|CZK|SEK|tys|mln|mld|os[óo]b|mieszk|m2|m3|km|kWh|MWh|kg|ton|szt|%)/i;

  /** @param {string} codes */
  function unquoted(codes) {
    const bytes = codes.match(/[0-9A-Fa-f]{2}/g) || [];
    return new TextDecoder().decode(Uint8Array.from(bytes, (each) => parseInt(each, 16)));
  }

  /** @param {string} text */
  function unescaped(text) {
    return text.replace(ENTITIES, (_, decimal, hexadecimal, name) => {
      if (name) return NAMED[name] || "";
      const code = decimal ? Number(decimal) : parseInt(hexadecimal, 16);
      return code < UNICODE_END ? String.fromCodePoint(code) : "x";
    });
  }

  /** @param {string} text */
  function ofAnAddress(text) {
    const parts = text.split(new RegExp("(" + BYTES.source + ")"));
    return parts.map((part, n) => (n % 2 ? unquoted(part) : part.replace(/[.+-]/g, (sign) => OF_AN_ADDRESS[sign]))).join("");
  }

  /** A digit of any script as a usual one: the digits of a script follow each other, from its zero on.
      @param {string} digit */
  function usual(digit) {
    const code = /** @type {number} */ (digit.codePointAt(0));
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  }

  /** A text without what only seems to part digits: each blank, line break, hyphen and dot as one of its kind.
      @param {string} text */
  function plainDigits(text) {
    const parts = text.split(ADDRESS).map((part, n) => (n % 2 ? ofAnAddress(part) : unescaped(part)));
    return parts
      .join("")
      .replace(/[\n\u2028\u2029]/g, "\n")
      .replace(/[\p{Zs}\t]/gu, " ")
      .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Mn}\p{Me}*_`\\]/gu, "")
      .replace(/[\p{Pd}\u2212]/gu, "-")
      .replace(/\u00b7/g, ".")
      .replace(/(?![0-9])\p{Nd}/gu, usual);
  }

  /** The same text with raised or encircled digits in the place of the usual ones.
      @param {string} plain */
  function otherDigits(plain) {
    return plain.replace(/[0-9]/g, "x").replace(/\p{No}/gu, (each) => (/^[0-9]$/.test(each.normalize("NFKC")) ? each.normalize("NFKC") : each));
  }

  /** @param {number} year @param {number} month @param {number} day */
  function isDay(year, month, day) {
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }

  /** Whether eleven digits can be a PESEL: a day that there was, and the checksum of its register.
      @param {string} digits */
  function isPesel(digits) {
    const century = CENTURIES[Math.floor(Number(digits.slice(2, 4)) / MONTHS_OF_A_CENTURY)];
    const sum = [...digits].reduce((total, digit, n) => total + Number(digit) * WEIGHTS[n], 0);
    const isGiven = century !== null && sum % 10 === 0;
    return isGiven && isDay(century + Number(digits.slice(0, 2)), Number(digits.slice(2, 4)) % MONTHS_OF_A_CENTURY, Number(digits.slice(4, 6)));
  }

  /** Digits in groups, the kind of what stands between them, and what stands before and behind.
      @typedef {{groups: string[], kinds: string[], before: string, after: string}} Run */

  /** @param {string} plain @returns {Run[]} */
  function runs(plain) {
    return [...plain.matchAll(RUN)].map((found) => {
      const parts = [...found[0].matchAll(GROUP)];
      const end = found.index + found[0].length;
      const kinds = parts.slice(0, -1).map((part) => (part[2].includes("\n") ? "\n" : part[2][0]));
      return { groups: parts.map((part) => part[1]), kinds, before: plain.slice(Math.max(0, found.index - LONGEST_CALL), found.index), after: plain.slice(end, end + LONGEST_CALL) };
    });
  }

  /** Whether some groups are one of the sides of a decimal point or comma.
      @param {Run} run @param {number} first @param {number} last */
  function hasDecimals(run, first, last) {
    if (run.kinds[first - 1] === "." || run.kinds[last] === ".") return true;
    return (first === 0 && /[0-9],$/.test(run.before)) || (last === run.kinds.length && /^,[0-9]/.test(run.after));
  }

  /** Whether a date of birth and the five digits behind it are a number, and no part of a longer one.
      @param {Run} run @param {number} n */
  function isPair({ groups, kinds, ...around }, n) {
    if (groups[n].length !== BIRTH_DATE || groups.length === n + 1 || groups[n + 1].length !== LENGTH - BIRTH_DATE) return false;
    const kind = kinds[n];
    const isPart = kind !== " " && (kinds[n - 1] === kind || kinds[n + 1] === kind);
    const isMonth = kind === IN_ADDRESS && YEAR.test(groups[n]);
    return !isPart && !isMonth && !hasDecimals({ groups, kinds, ...around }, n, n + 1) && isPesel(groups[n] + groups[n + 1]);
  }

  /** Whether groups of eleven digits in all are one number, rather than years, an amount, a phone or decimals.
      @param {Run} run */
  function standsAlone(run) {
    const kinds = new Set(run.kinds);
    kinds.delete("\n");
    const sizes = run.groups.map((group) => group.length).join();
    if (kinds.has(IN_ADDRESS) || (kinds.size > 1 && sizes !== "2,2,2,5")) return false;
    if (run.groups.some((group) => group.length === 4 && YEAR.test(group))) return false;
    const isAmount = sizes === "2,3,3,3" && COUNTED.test(run.after);
    return !isAmount && !CALLED.test(run.before) && !hasDecimals(run, 0, run.kinds.length);
  }

  /** @param {Run} run */
  function isPersonal(run) {
    const digits = run.groups.join("");
    if (digits.length < LENGTH || digits.length === ACCOUNT || run.before.endsWith("+")) return false;
    if (run.groups.length > 1 && digits.length === LENGTH && standsAlone(run) && isPesel(digits)) return true;
    return run.groups.some((group, n) => (group.length === LENGTH && !hasDecimals(run, n, n) && isPesel(group)) || isPair(run, n));
  }

  /** Whether a number stands behind its name, whatever parts its digits.
      @param {string} plain */
  function isNamed(plain) {
    return [...plain.matchAll(BY_NAME)].some((found) => isPesel(found[1].replace(/[^0-9]/g, "")));
  }

  /** @param {string} text */
  function hasPersonalNumber(text) {
    const plain = [text, text.replace(ROUND_LINK, "")].map((each) => plainDigits(each.replace(HASH, "$1x")));
    return plain.concat(plain.map(otherDigits)).some((each) => runs(each).some(isPersonal) || isNamed(each));
  }

  return { hasPersonalNumber };
})();
