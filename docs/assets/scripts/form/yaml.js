/* Entries as the text of their file: YAML that every reader takes for the same values, which a test has PyYAML say.
   Values are texts, numbers, true, lists and mappings. */
var FormYaml = (() => {
  "use strict";

  const { data } = FormWords;

  // What stands without quotes: words that begin with a letter, one blank apart, with nothing that means something to YAML,
  const PLAIN = /^\p{L}(?:[^\s:#]|:(?=\S)| (?=\S))*$/u;
  // unless YAML takes the whole for something else than a text.
  const OTHER = /^(?:y|n|yes|no|true|false|on|off|null)$/i;
  // A long text goes on in the next line, from a single blank on.
  const LINE = /(.{100,}?\S) (?=\S)/gu;

  /** @param {string} text */
  function quoted(text) {
    return PLAIN.test(text) && !OTHER.test(text) ? text : "'" + text.replaceAll("'", "''") + "'";
  }

  /** A text of several lines as those lines.
      @param {string} text @param {number} indent */
  function block(text, indent) {
    return "|-\n" + text.replace(/^(?=.)/gm, " ".repeat(indent));
  }

  /** A value whose further lines are indented.
      @param {any} value @param {number} indent @returns {string} */
  function scalar(value, indent) {
    if (typeof value !== "string") return String(value);
    return value.includes("\n") ? block(value, indent) : quoted(value).replace(LINE, "$1\n" + " ".repeat(indent));
  }

  /** @param {any} value */
  function isLeaf(value) {
    return typeof value !== "object" || value instanceof Numeral;
  }

  /** The pairs of a mapping; one whose keys people write is a Map, since objects put keys of digits first.
      @param {any} value @returns {[string, any][]} */
  function pairs(value) {
    return value instanceof Map ? [...value] : Object.entries(value);
  }

  /** @param {any} value @param {number} indent @param {boolean} isFirstThere @returns {string} */
  function lines(value, indent, isFirstThere) {
    return pairs(value)
      .map(([name, item], n) => {
        const start = (n || !isFirstThere ? " ".repeat(indent) : "") + quoted(name) + ":";
        if (isLeaf(item)) return start + " " + scalar(item, indent + 2) + "\n";
        if (Array.isArray(item)) return item.length ? start + "\n" + listed(item, indent) : start + " []\n";
        return pairs(item).length ? start + "\n" + lines(item, indent + 2, false) : start + " {}\n";
      })
      .join("");
  }

  /** @param {any[]} items @param {number} indent @returns {string} */
  function listed(items, indent) {
    const start = " ".repeat(indent) + "- ";
    return items
      .map((item) => {
        if (isLeaf(item)) return start + scalar(item, indent + 2) + "\n";
        return start + lines(item, indent + 2, true);
      })
      .join("");
  }

  /** A number with the digits it was written with: 9.0 stays 9.0, which a number would not. */
  class Numeral {
    /** @param {string} text */
    constructor(text) {
      this.value = Number(text);
      this.written = text;
    }

    toString() {
      const shortest = String(this.value);
      return this.written.includes(".") && !shortest.includes(".") ? shortest + ".0" : shortest;
    }
  }

  /** A number stands without quotes, which a text of digits would need.
      @param {any} value */
  function yamlText(value) {
    return Array.isArray(value) ? listed(value, 0) : lines(value, 0, false);
  }

  /** The file of an entry: its fields, then its story under the headings.
      @param {Record<string, any>} value */
  function entryText(value) {
    /** @type {Record<string, any>} */
    const fields = {};
    let story = "";
    for (const [name, each] of Object.entries(value)) {
      if (name in data.headings || name === "id") continue;
      fields[name] = each;
    }
    for (const [name, heading] of Object.entries(data.headings)) {
      if (value[name]) story += "\n## " + heading + "\n\n" + value[name].trim() + "\n";
    }
    return "---\n" + yamlText(fields) + "---\n" + story;
  }

  return { yamlText, entryText, Numeral };
})();
