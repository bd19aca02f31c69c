/* How text of a document (DOCX) looks, as far as that changes what it says: hidden and struck text, raised digits, typefaces of
   signs, lists. reading/docx_styles.py reads the same for the import. */

/** A kind of one level of a list: how it counts, from which number, and what stands around the number.
    @typedef {{format: string, start: number, sign: string, font: string}} DocumentLevel */

var FormDocumentLook = (() => {
  "use strict";

  const { child, attribute, inLetters } = FormDocumentSigns;
  const DEEPEST = 20;
  const MOST_COUNTED = 1000;
  const MOST_INDENTED = 3;
  const LEAST_MOVED = 4;
  const BOXES = "☐☒";
  /** @type {[number, string][]} */
  const ROMAN = [[1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"],
    [5, "v"], [4, "iv"], [1, "i"]];

  /** @param {Element | undefined} element whether a property is there and not switched off */
  const isOn = (element) => Boolean(element) && !["0", "false", "none", "off"].includes(attribute(element, "val").toLowerCase());

  /** @param {Element | undefined} element @param {string} name */
  const valueIn = (element, name) => attribute(child(element, name), "val");

  /** @param {number} number */
  function roman(number) {
    let left = number;
    return ROMAN.map(([worth, sign]) => {
      const times = Math.floor(left / worth);
      left -= times * worth;
      return sign.repeat(times);
    }).join("");
  }

  /** @param {number} number */
  const letters = (number) => String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));

  /** @type {Map<string, (number: number) => string>} */
  const COUNTED = new Map([
    ["lowerRoman", roman],
    ["upperRoman", (number) => roman(number).toUpperCase()],
    ["lowerLetter", letters],
    ["upperLetter", (number) => letters(number).toUpperCase()],
  ]);

  /** A number as a list of a format counts; beyond what anybody counts so, in digits.
      @param {string} format @param {number} number */
  function counted(format, number) {
    const spell = number > 0 && number < MOST_COUNTED ? COUNTED.get(format) : undefined;
    return spell ? spell(number) : String(number);
  }

  /** Every element of a name, in order.
      @param {Element | undefined} within @param {string} name @returns {Element[]} */
  function every(within, name) {
    if (!within) return [];
    return [...within.children].flatMap((each) => [...(each.localName === name ? [each] : []), ...every(each, name)]);
  }

  /** The styles of a document and its lists, each with how far it has been counted. */
  class Looks {
    /** @param {Element | undefined} styles @param {Element | undefined} numbering */
    constructor(styles, numbering) {
      this.styles = new Map(every(styles, "style").map((each) => [attribute(each, "styleId"), each]));
      /** @type {Map<string, DocumentLevel>} by the number of the list and the depth */
      this.levels = new Map();
      /** @type {Map<string, number>} */
      this.counts = new Map();
      const kinds = every(numbering, "abstractNum");
      for (const number of every(numbering, "num")) this.addList(number, kinds);
    }

    /** @param {Element} number @param {Element[]} kinds */
    addList(number, kinds) {
      const id = attribute(number, "numId");
      const kind = kinds.find((each) => attribute(each, "abstractNumId") === valueIn(number, "abstractNumId"));
      for (const level of [...every(kind, "lvl"), ...every(number, "lvl")]) this.levels.set(`${id}/${attribute(level, "ilvl")}`, levelOf(level));
      for (const own of every(number, "lvlOverride")) {
        const level = this.levels.get(`${id}/${attribute(own, "ilvl")}`);
        if (level && child(own, "startOverride")) level.start = Number(valueIn(own, "startOverride")) || 0;
      }
    }

    /** A style and those it is based on, the last of these first.
        @param {string} name @returns {Element[]} */
    chain(name) {
      /** @type {Element[]} */
      const found = [];
      for (let style = this.styles.get(name); style && found.length < DEEPEST; style = this.styles.get(valueIn(style, "basedOn"))) {
        found.unshift(style);
      }
      return found;
    }

    /** What is said of a paragraph, by its styles and by itself. @param {Element} paragraph */
    ofParagraph(paragraph) {
      const own = child(paragraph, "pPr");
      return [...this.chain(valueIn(own, "pStyle")).map((each) => child(each, "pPr")), own];
    }

    /** How a run looks.
        @param {Element} run @param {Element | undefined} paragraph */
    ofRun(run, paragraph) {
      const own = child(run, "rPr");
      const styles = [...this.chain(valueIn(child(paragraph, "pPr"), "pStyle")), ...this.chain(valueIn(own, "rStyle"))];
      const said = [...styles.map((each) => child(each, "rPr")), own];
      const last = (/** @type {string} */ name) => said.map((each) => child(each, name)).filter(Boolean).pop();
      const isStruck = isOn(last("strike")) || isOn(last("dstrike"));
      const fonts = last("rFonts");
      return {
        kind: isOn(last("vanish")) ? "hidden" : isStruck ? "struck" : "",
        font: attribute(fonts, "hAnsi") || attribute(fonts, "ascii"),
        place: placeOf(attribute(last("vertAlign"), "val"), Number(attribute(last("position"), "val"))),
      };
    }

    /** Whether a paragraph is a line of a table of contents. @param {Element} paragraph */
    isContents(paragraph) {
      const names = this.chain(valueIn(child(paragraph, "pPr"), "pStyle")).flatMap((each) => [valueIn(each, "name"), attribute(each, "styleId")]);
      return names.some((each) => /^(?:toc ?\d|spis treści|spistreci)/i.test(each));
    }

    /** What stands before an item of a list: a dash, its box or its number. @param {Element} paragraph */
    prefix(paragraph) {
      const said = this.ofParagraph(paragraph).map((each) => child(each, "numPr")).filter(Boolean).pop();
      const id = valueIn(said, "numId");
      if (!said || id === "0") return "";
      const depth = valueIn(said, "ilvl") || "0";
      const at = `${id}/${depth}`;
      const level = this.levels.get(at) || { format: "bullet", start: 1, sign: "", font: "" };
      this.counts.set(at, (this.counts.has(at) ? /** @type {number} */ (this.counts.get(at)) : level.start - 1) + 1);
      for (const each of [...this.counts.keys()]) if (each.startsWith(`${id}/`) && each > at) this.counts.delete(each);
      return this.shown(id, level, Number(this.counts.get(at)), depth);
    }

    /** A plain list stands in as deep as its level; one with signs of its own is told by those.
        @param {string} id @param {DocumentLevel} level @param {number} number @param {string} depth */
    shown(id, level, number, depth) {
      const indent = "    ".repeat(Math.min(Number(depth) || 0, MOST_INDENTED));
      if (["bullet", "none"].includes(level.format)) {
        const box = inLetters(level.sign, level.font);
        return box && BOXES.includes(box) ? `${box} ` : `${indent}- `;
      }
      const isPlain = level.format === "decimal" && /^(?:%\d[.)]?)?$/.test(level.sign);
      return isPlain ? `${indent}${number}. ` : `${level.sign.replace(/%([1-9])/g, (_, at) => {
        const other = this.levels.get(`${id}/${at - 1}`) || level;
        const count = String(at - 1) === depth ? number : this.counts.get(`${id}/${at - 1}`) || other.start;
        return counted(other.format, count);
      })} `;
    }
  }

  /** Where a text stands, above or below the line; some move it there by hand, and less than two points are for the look of a letter.
      @param {string} place @param {number} moved by so many half points */
  function placeOf(place, moved) {
    if (["superscript", "subscript"].includes(place)) return place;
    return moved >= LEAST_MOVED ? "superscript" : moved <= -LEAST_MOVED ? "subscript" : "";
  }

  /** @param {Element} level @returns {DocumentLevel} */
  function levelOf(level) {
    const start = child(level, "start");
    const fonts = child(child(level, "rPr"), "rFonts");
    return {
      format: valueIn(level, "numFmt") || "bullet",
      start: start ? Number(attribute(start, "val")) || 0 : 1,
      sign: valueIn(level, "lvlText"),
      font: attribute(fonts, "hAnsi") || attribute(fonts, "ascii"),
    };
  }

  return { Looks, isOn, valueIn, every };
})();
