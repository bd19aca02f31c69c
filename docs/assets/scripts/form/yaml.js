/* Entries as the text of their file, byte for byte as the program writes them (editing/rebuilding.py, by PyYAML): the same quotes,
   the same line ends. A test compares the two. Values are texts, numbers, true, lists and mappings. */
var FormYaml = (() => {
  "use strict";

  const { data } = FormWords;
  const WIDTH = 120;

  // What YAML 1.1 would take for something else than a text.
  const OTHER = [
    /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
    /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
    /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
    /^(?:<<|~|null|Null|NULL|=|!|&|\*|)$/,
    /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9][0-9]?(?::[0-9]{2})?))?)$/,
  ];
  // What cannot stand without quotes because of how it begins, or of what is inside.
  const INDICATOR = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?: |$))|:(?: |$)| #|^ | $/;

  /** @param {string} text */
  function needsQuotes(text) {
    return INDICATOR.test(text) || OTHER.some((pattern) => pattern.test(text));
  }

  /** The words of a text on lines that end at the first blank beyond the width.
      @param {string} text @param {number} column @param {number} indent @param {boolean} isQuoted */
  function folded(text, column, indent, isQuoted) {
    const pieces = text.split(/( +)/); // words at even places, blanks between them
    let out = "";
    let at = column;
    pieces.forEach((piece, n) => {
      const isBlank = n % 2 === 1;
      const isInner = !isQuoted || (pieces[n - 1] !== "" && pieces[n + 1] !== "");
      if (isBlank && piece === " " && at > WIDTH && isInner) {
        out += "\n" + " ".repeat(indent);
        at = indent;
        return;
      }
      const written = isQuoted ? piece.replaceAll("'", "''") : piece;
      out += written;
      at += [...written].length;
    });
    return out;
  }

  /** A text of several lines as those lines.
      @param {string} text @param {number} indent */
  function block(text, indent) {
    return "|-\n" + text.replace(/^(?=.)/gm, " ".repeat(indent));
  }

  /** A scalar that begins at a column; what follows on further lines is indented.
      @param {any} value @param {number} column @param {number} indent @returns {string} */
  function scalar(value, column, indent) {
    if (typeof value !== "string") return String(value);
    if (value.includes("\n")) return block(value, indent);
    if (!needsQuotes(value)) return folded(value, column, indent, false);
    return "'" + folded(value, column + 1, indent, true) + "'";
  }

  /** @param {string} name */
  function key(name) {
    return needsQuotes(name) ? "'" + name.replaceAll("'", "''") + "'" : name;
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
        const start = (n || !isFirstThere ? " ".repeat(indent) : "") + key(name) + ":";
        const width = indent + [...key(name)].length + 2;
        if (isLeaf(item)) return start + " " + scalar(item, width, indent + 2) + "\n";
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
        if (isLeaf(item)) return start + scalar(item, indent + 2, indent + 2) + "\n";
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
