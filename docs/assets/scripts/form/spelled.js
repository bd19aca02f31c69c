/* Typed words as they compare, and the words they may begin or end with: the same as catalogue/spellings/ reads. */
var FormSpelled = (() => {
  "use strict";

  const { data } = FormWords;
  const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;
  const BLANKS = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
  const LETTER = /\p{L}/u;

  /** The text without characters that are not seen, its blanks of whatever width single spaces.
      @param {string} text */
  function withoutUnseen(text) {
    return text.replace(UNSEEN, "").replace(BLANKS, " ").trim();
  }

  /** The same in small letters without Polish marks; a minus is a hyphen.
      @param {string} text */
  function plain(text) {
    const small = withoutUnseen(text).toLowerCase().replaceAll("\u2212", "-");
    return small.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("ł", "l");
  }

  /** What words stand for, by the name of their table, the longest word first.
      @type {Map<string, Map<string, string>>} */
  const tables = new Map(
    Object.entries(data.spellings).map(([name, words]) => [
      name,
      new Map(Object.entries(words).sort(([a], [b]) => b.length - a.length)),
    ]),
  );

  /** @param {string} name @returns {Map<string, string>} */
  function table(name) {
    return tables.get(name) || new Map();
  }

  /** What a word of a table stands for; an empty text if it is none of them.
      @param {string} name @param {string} word */
  function meaning(name, word) {
    return table(name).get(word) || "";
  }

  /** The words behind the longest one of a table that they begin with, and its meaning.
      @param {string} words @param {string} name @returns {[rest: string, meaning: string]} */
  function head(words, name) {
    for (const [word, meant] of table(name)) {
      const rest = words.slice(word.length);
      if (words.startsWith(word) && !(LETTER.test(word.slice(-1)) && LETTER.test(rest.charAt(0)))) {
        return [rest.replace(/^\./, "").trimStart(), meant];
      }
    }
    return [words, ""];
  }

  /** The words before the longest one of a table that they end with, and its meaning.
      @param {string} words @param {string} name @returns {[rest: string, meaning: string]} */
  function tail(words, name) {
    for (const end of [words, words.replace(/\.$/, "")]) {
      for (const [word, meant] of table(name)) {
        const rest = end.slice(0, end.length - word.length);
        if (end.endsWith(word) && !(LETTER.test(word.charAt(0)) && LETTER.test(rest.slice(-1)))) {
          return [rest.trimEnd(), meant];
        }
      }
    }
    return [words, ""];
  }

  return { withoutUnseen, plain, meaning, head, tail };
})();
