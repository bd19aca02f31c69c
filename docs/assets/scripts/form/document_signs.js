/* Signs and formulas of a document (DOCX), said as the import of the catalogue says them: tests/cases/_documents.yml and the
   tables of reading/signs.py hold both to it. */

var FormDocumentSigns = (() => {
  "use strict";

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
  const NUMBERS = "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿";
  /** @typedef {[sign: string, codes: number[]][]} Signs */
  /** Ticks, boxes, bullets, arrows and numbers of Wingdings, by their codes: what an unknown typeface of signs has, too.
      @type {Signs} */
  const WINGDINGS = [
    ["☒", [0xfe, 0xfd, 0xfc, 0x78]],
    ["✗", [0xfb]],
    ["☐", [0xa8, 0x6f, 0xa3, 0x71, 0x72]],
    ["•", [0xb7, 0xa7, 0xd8, 0x6c, 0x6e, 0x76, 0x77]],
    ["←", [0xdf, 0xe7, 0xef]],
    ["→", [0xe0, 0xe8, 0xf0]],
    ["↑", [0xe1, 0xe9, 0xf1]],
    ["↓", [0xe2, 0xea, 0xf2]],
    ["☎", [0x28, 0x29]],
    ["✉", [0x2a]],
    ["☺", [0x4a]],
    ["☹", [0x4c]],
    ["★", [0xab]],
    .../** @type {Signs} */ ([...NUMBERS].map((each, n) => [each, [0x80 + n]])),
  ];
  /** Those of the other typefaces, by their names. @type {Map<string, Signs>} */
  const SIGNS = new Map(Object.entries(/** @type {Record<string, Signs>} */ ({
    "wingdings 2": [
      ["☒", [0x50, 0x51, 0x52, 0x53, 0x54]],
      ["✗", [0x4f]],
      ["☐", [0xa3]],
    ],
    "wingdings 3": [
      ["←", [0x66]],
      ["→", [0x67]],
      ["↑", [0x68]],
      ["↓", [0x69]],
    ],
    webdings: [
      ["☒", [0x61]],
      ["✗", [0x72]],
      ["☐", [0x63]],
      ["←", [0x33]],
      ["→", [0x34]],
      ["↑", [0x35]],
      ["↓", [0x36]],
    ],
  })));

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

  const IS_OF_SIGNS = /^(?:symbol|wingdings|webdings)/i;

  /** The sign that a typeface of signs has at a code; nothing where nobody knows it.
      @param {string} font @param {number} code */
  function ownSign(font, code) {
    const place = code % 0x100;
    const known = SIGNS.get(font.toLowerCase()) || WINGDINGS;
    if (!/^symbol/i.test(font)) return known.find(([, codes]) => codes.includes(place))?.[0] || "";
    return SYMBOL.map(([first, signs]) => signs[place - first] || "").join("");
  }

  /** @param {number} code beside all letters, where such typefaces have their signs */
  const isOwn = (code) => code >= 0xf000 && code <= 0xf0ff;

  /** The sign at a code of a typeface, or both in brackets where nobody knows it.
      @param {string} font @param {string} written */
  function sign(font, written) {
    const code = /^[0-9a-f]{1,8}$/i.test(written) ? parseInt(written, 16) : 0;
    if (isOwn(code) || IS_OF_SIGNS.test(font)) return ownSign(font, code) || `[${font} ${written}]`;
    return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : `[${font} ${written}]`;
  }

  /** A text of a typeface of signs: codes beside all letters, and letters where the typeface has signs for all of them.
      @param {string} text @param {string} font */
  function inLetters(text, font) {
    const shown = [...text].map((each) => (each.trim() ? each < "\u0100" && ownSign(font, each.charCodeAt(0)) : each));
    if (IS_OF_SIGNS.test(font) && shown.every(Boolean)) return shown.join("");
    return text.replace(/[\uf000-\uf0ff]/g, (each) => ownSign(font, each.charCodeAt(0)) || each);
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

  /** Parts of formulas on one line: a half is 1/2, never 12. @type {Map<string, (element: Element) => string>} */
  const FORMULAS = new Map(Object.entries(/** @type {Record<string, (element: Element) => string>} */ ({
    t: (each) => each.textContent || "",
    f: (each) => `${grouped(part(each, "num"))}/${grouped(part(each, "den"))}`,
    ...{ sSup: withScripts, sSub: withScripts, sSubSup: withScripts, sPre: withScripts },
    rad: (each) => `${at(each, "deg")}√(${part(each, "e")})`,
    ...{ nary: withSign, groupChr: withSign },
    d: (each) => said(each, "begChr", "(") + items(each).join(said(each, "sepChr", "|")) + said(each, "endChr", ")"),
    ...{ m: inLines, eqArr: inLines },
    mr: (each) => items(each).join(", "),
    ...{ limLow: inWords, limUpp: inWords, func: inWords },
  })));

  /** @param {Element} element @returns {string} */
  function formula(element) {
    const onOneLine = FORMULAS.get(element.localName);
    return onOneLine ? onOneLine(element) : content(element).map(formula).join("");
  }

  return { child, attribute, sign, inLetters, placed, formula };
})();
