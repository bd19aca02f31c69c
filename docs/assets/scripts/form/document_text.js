/* The text of a document (DOCX) as Word shows it once all changes are accepted. What is no plain letter is said as the import of
   the catalogue says it, since the same document may go either way: tests/cases/_documents.yml holds both to it. */

/** A paragraph of a document. @typedef {{text: string, isBoxed: boolean}} DocumentLine */

var FormDocumentText = (() => {
  "use strict";

  const PASSED_OVER = ["moveFrom", "del", "p"]; // what stood here before, and paragraphs of their own
  const BESIDE_THE_TEXT = ["drawing", "pict", "object", "txbxContent"];
  /** @type {Record<string, string>} */
  const BLANKS = { br: "\n", cr: "\n", tab: " ", ptab: " ", noBreakHyphen: "-" };
  const ON_LINE = "0123456789+−-=()";
  const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾";
  const LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎";
  /** Where signs of Symbol begin, and what they are from there on. @type {[first: number, signs: string][]} */
  const SYMBOL = [
    [0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?"],
    [0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"],
    [0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"],
    [0xa0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"],
    [0xc0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"],
    [0xe0, "◊〈®©™∑"],
    [0xf1, "〉∫"],
  ];
  /** Ticks, boxes, bullets and arrows of Wingdings and its kin, by their codes. @type {[sign: string, codes: number[]][]} */
  const WINGDINGS = [
    ["☒", [0xfe, 0xfd, 0x52, 0x53, 0x54, 0xfc, 0x50, 0x51]],
    ["☐", [0xa8, 0x6f, 0xa3, 0x71]],
    ["•", [0xb7, 0xa7, 0xd8, 0x6c, 0x6e, 0x76, 0x77]],
    ["←", [0xdf]],
    ["→", [0xe0, 0xe8, 0xf0]],
    ["↑", [0xe1]],
    ["↓", [0xe2]],
    ["☎", [0x28, 0x29]],
    ["✉", [0x2a]],
    ["☺", [0x4a]],
    ["☹", [0x4c]],
  ];

  /** @param {Element | undefined} element @param {string} name @returns {Element | undefined} */
  function child(element, name) {
    return element && [...element.children].find(({ localName }) => localName === name);
  }

  /** The value of an attribute, whatever namespace it is in.
      @param {Element | undefined} element @param {string} name */
  function attribute(element, name) {
    const found = element && [...element.attributes].find((each) => each.name.split(":").pop() === name);
    return found ? found.value : "";
  }

  /** The sign that a typeface of signs has at a code; nothing where nobody knows it.
      @param {string} font @param {number} code */
  function ownSign(font, code) {
    const place = code % 0x100;
    if (!/^symbol/i.test(font)) return WINGDINGS.find(([, codes]) => codes.includes(place))?.[0] || "";
    return SYMBOL.map(([first, signs]) => signs[place - first] || "").join("");
  }

  /** @param {number} code beside all letters, where such typefaces have their signs */
  const isOwn = (code) => code >= 0xf000 && code <= 0xf0ff;

  /** The sign at a code of a typeface, or both in brackets where nobody knows it.
      @param {string} font @param {string} written */
  function sign(font, written) {
    const code = /^[0-9a-f]{1,8}$/i.test(written) ? parseInt(written, 16) : 0;
    if (isOwn(code) || /^(?:symbol|wingdings|webdings)/i.test(font)) return ownSign(font, code) || `[${font} ${written}]`;
    return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : `[${font} ${written}]`;
  }

  /** A text above or below the line: 10 and a raised 6 are no 106.
      @param {string} text @param {string} place */
  function placed(text, place) {
    const signs = { superscript: RAISED, subscript: LOWERED }[place];
    return signs ? text.replace(/[-0-9+−=()]/g, (each) => signs[ON_LINE.indexOf(each)]) : text;
  }

  /** @param {string} text */
  const grouped = (text) => (/^[\p{L}\p{N}]*$/u.test(text) ? text : `(${text})`);

  /** @param {Element} element @param {string} name of a part of a formula */
  function part(element, name) {
    const found = child(element, name);
    return found ? formula(found) : "";
  }

  /** What stands above or below the line of a formula; behind ^ or _ where no letters for it are known.
      @param {Element} element @param {string} name */
  function at(element, name) {
    const text = part(element, name);
    const raised = placed(text, name === "sub" ? "subscript" : "superscript");
    const isKnown = [...text].every((each, n) => !/[\p{L}\p{N}]/u.test(each) || each !== [...raised][n]);
    return isKnown ? raised : (name === "sub" ? "_" : "^") + grouped(text);
  }

  /** @param {Element} element @param {string} name @param {string} otherwise */
  function said(element, name, otherwise) {
    const found = child(child(element, element.localName + "Pr"), name);
    return found ? attribute(found, "val") : otherwise;
  }

  /** @param {Element} element */
  const content = (element) => [...element.children].filter(({ localName }) => !localName.endsWith("Pr"));

  /** @param {Element} element */
  const items = (element) => content(element).filter(({ localName }) => localName === "e").map(formula);

  /** @param {Element} each */
  const withScripts = (each) => part(each, "e") + at(each, "sub") + at(each, "sup");
  /** @param {Element} each */
  const withSign = (each) => (said(each, "chr", "") || "∫") + at(each, "sub") + at(each, "sup") + `(${part(each, "e")})`;
  /** @param {Element} each */
  const inLines = (each) => content(each).map(formula).join("; ");
  /** @param {Element} each */
  const inWords = (each) => content(each).map(formula).filter(Boolean).join(" ");

  /** Parts of formulas on one line: a half is 1/2, never 12. @type {Record<string, (element: Element) => string>} */
  const FORMULAS = {
    t: (each) => each.textContent || "",
    f: (each) => `${grouped(part(each, "num"))}/${grouped(part(each, "den"))}`,
    ...{ sSup: withScripts, sSub: withScripts, sSubSup: withScripts, sPre: withScripts },
    rad: (each) => `${at(each, "deg")}√(${part(each, "e")})`,
    ...{ nary: withSign, groupChr: withSign },
    d: (each) => said(each, "begChr", "(") + items(each).join(said(each, "sepChr", "|")) + said(each, "endChr", ")"),
    ...{ m: inLines, eqArr: inLines },
    mr: (each) => items(each).join(", "),
    ...{ limLow: inWords, limUpp: inWords, func: inWords },
  };

  /** @param {Element} element @returns {string} */
  function formula(element) {
    const onOneLine = FORMULAS[element.localName];
    return onOneLine ? onOneLine(element) : content(element).map(formula).join("");
  }

  /** The words of a run, whose typeface may have signs for letters and which may stand above or below the line.
      @param {Element} run */
  function ofRun(run) {
    const look = child(run, "rPr");
    const fonts = child(look, "rFonts");
    const font = attribute(fonts, "hAnsi") || attribute(fonts, "ascii");
    const words = [...run.children].map(shown).join("");
    const letters = words.replace(/[\uf000-\uf0ff]/g, (each) => ownSign(font, each.charCodeAt(0)) || each);
    return placed(letters, attribute(child(look, "vertAlign"), "val"));
  }

  /** What an element shows.
      @param {Element} element @returns {string} */
  function shown(element) {
    const name = element.localName;
    if (PASSED_OVER.includes(name) || isForOlder(element)) return "";
    if (name === "r") return ofRun(element);
    if (name === "t") return element.textContent || "";
    if (name === "sym") return sign(attribute(element, "font"), attribute(element, "char"));
    if (name === "oMath") return formula(element);
    return BLANKS[name] || [...element.children].map(shown).join("");
  }

  /** Whether an element says once more, for older programs, what stands beside it.
      @param {Element} element */
  function isForOlder(element) {
    return element.localName === "Fallback" && Boolean(element.parentElement && child(element.parentElement, "Choice"));
  }

  /** @param {Element} element @param {(around: Element) => boolean} is @returns {boolean} */
  function isWithin({ parentElement }, is) {
    return parentElement !== null && (is(parentElement) || isWithin(parentElement, is));
  }

  /** The paragraphs of a part of a document; those in boxes stand beside the text.
      @param {Uint8Array} bytes @returns {DocumentLine[]} */
  function linesOf(bytes) {
    const text = new TextDecoder().decode(bytes);
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) return [];
    const found = [...new DOMParser().parseFromString(text, "application/xml").getElementsByTagNameNS("*", "p")];
    const isGone = (/** @type {Element} */ each) => isForOlder(each) || ["moveFrom", "del"].includes(each.localName);
    const isBox = (/** @type {Element} */ each) => BESIDE_THE_TEXT.includes(each.localName);
    return found.filter((each) => !isWithin(each, isGone)).map((each) => ({
      text: [...each.children].map(shown).join("").replace(/[ \u00a0]+/g, " ").trim(),
      isBoxed: isWithin(each, isBox),
    }));
  }

  return { linesOf, sign };
})();
