// How the text of a document looks, where that changes what it says to the form: numbers and boxes of lists, what is hidden by a style.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, entryOf, labels } from "./support/document.js";

const value = (name, text) => `<w:${name} w:val="${text}"/>`;
const level = (at, { format, sign = "", start = "", font = "" }) => {
  const fonts = font && `<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr>`;
  return `<w:lvl w:ilvl="${at}">${start && value("start", start)}${format ? value("numFmt", format) : ""}${value("lvlText", sign)}${fonts}</w:lvl>`;
};
/** The part with the lists of a document: one kind with levels, and lists of that kind that may begin elsewhere. */
const numbering = (levels, lists = { 1: "" }) => [
  `<w:numbering><w:abstractNum w:abstractNumId="7">${levels.map((each, at) => level(at, each)).join("")}</w:abstractNum>${
    Object.entries(lists).map(([id, own]) => `<w:num w:numId="${id}">${value("abstractNumId", 7)}${own}</w:num>`).join("")}</w:numbering>`,
];
const item = (text, at = 0, id = 1) =>
  `<w:p><w:pPr><w:numPr>${at === null ? "" : value("ilvl", at)}${value("numId", id)}</w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
/** What the form has as the challenge of a document with these paragraphs. */
const challengeOf = async (paragraphs, beside = {}) => (await entryOf(answered({ title: "Las", challenge: paragraphs }), { beside }))?.challenge;
const listed = (paragraphs, ...given) => challengeOf(paragraphs, { "word/numbering.xml": numbering(...given) });

test("a list counts in Roman numbers or in letters as its author sees them", async () => {
  for (const [format, numbers] of Object.entries({
    upperRoman: { 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 49: "XLIX", 90: "XC", 400: "CD", 888: "DCCCLXXXVIII", 900: "CM", 999: "CMXCIX" },
    lowerRoman: { 1: "i", 5: "v", 60: "lx", 1000: "1000" },
    lowerLetter: { 1: "a", 26: "z", 28: "bb", 53: "aaa" },
    upperLetter: { 2: "B" },
    decimalZero: { 3: "3" },
  })) {
    for (const [start, shown] of Object.entries(numbers)) {
      assert.equal(await listed([item("Drzewa")], [{ format, sign: "%1)", start }]), `${shown}) Drzewa`, `${format} from ${start}`);
    }
  }
});

test("an item of a plain list has its number, and one of a list of marks a dash", async () => {
  const items = [item("Drzewa"), item("Krzewy")];
  assert.equal(await listed(items, [{ format: "decimal", sign: "%1)" }]), "1. Drzewa\n\n2. Krzewy");
  assert.equal(await listed(items, [{ format: "decimal", sign: "%1", start: "3" }]), "3. Drzewa\n\n4. Krzewy");
  assert.equal(await listed(items, [{ format: "decimal", sign: "Cel %1." }]), "Cel 1. Drzewa\n\nCel 2. Krzewy");
  for (const format of ["bullet", "none", ""]) assert.equal(await listed(items, [{ format, sign: "·" }]), "- Drzewa\n\n- Krzewy", format);
  assert.equal(await challengeOf(items), "- Drzewa\n\n- Krzewy"); // a list that the document does not describe
});

test("an item of a lower level tells those above it, and begins anew below each", async () => {
  const levels = [{ format: "decimal", sign: "%1." }, { format: "lowerLetter", sign: "%1.%2" }];
  const items = [item("Zieleń"), item("Drzewa", 1), item("Krzewy", 1), item("Woda"), item("Stawy", 1)];
  assert.equal(await listed(items, levels), "1. Zieleń\n\n1.a Drzewa\n\n1.b Krzewy\n\n2. Woda\n\n2.a Stawy");
  assert.equal(await listed([item("Drzewa", 1)], [{ ...levels[0], start: "4" }, levels[1]]), "4.a Drzewa");
});

test("an item of a lower level of a plain list stands in, in a name it does not", async () => {
  const levels = [{ format: "decimal", sign: "%1." }, { format: "bullet", sign: "·" }, { format: "decimal", sign: "%3)" }];
  const items = [item("Zieleń"), item("Drzewa", 1), item("Dęby", 2), item("Lipy", 2), item("Woda")];
  assert.equal(await listed(items, levels), "1. Zieleń\n\n    - Drzewa\n\n        1. Dęby\n\n        2. Lipy\n\n2. Woda");
  const entry = await entryOf(answered({ title: item("Las", 1) }), { beside: { "word/numbering.xml": numbering(levels) } });
  assert.equal(entry.title, "- Las");
});

test("a list may begin at another number than others of its kind, and counts for itself", async () => {
  const own = (start) => `<w:lvlOverride w:ilvl="0">${value("startOverride", start)}</w:lvlOverride>`;
  const items = [item("Drzewa"), item("Woda", 0, 2), item("Krzewy"), item("Stawy", null, 2), item("Bez numeru", 0, 0)];
  const text = await listed(items, [{ format: "decimal", sign: "%1." }], { 1: "", 2: own(5) });
  assert.equal(text, "1. Drzewa\n\n5. Woda\n\n2. Krzewy\n\n6. Stawy\n\nBez numeru");
});

test("a mark of a list that is a box says whether it was ticked", async () => {
  const boxed = async (sign) => {
    const beside = { "word/numbering.xml": numbering([{ format: "bullet", sign, font: "Wingdings" }]) };
    const { challenge, editorial } = await entryOf(answered({ title: "Las", challenge: item("Susza") }), { beside });
    return [challenge, editorial.questions];
  };
  assert.deepEqual(await boxed("\uf0fe"), ["Susza", undefined]);
  assert.deepEqual(await boxed("\uf0a8"), ["", ["Susza"]]); // left empty, so the editors are asked
});

const styles = (...said) => [`<w:styles>${said.map(([id, more]) => `<w:style w:styleId="${id}">${more}</w:style>`).join("")}</w:styles>`];
const run = (text, look) => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;

test("a look is said by the styles of a paragraph and of a run, those that they are based on too, and last by the run itself", async () => {
  const beside = { "word/styles.xml": styles(
    ["skryty", "<w:rPr><w:vanish/></w:rPr>"],
    ["inny", value("basedOn", "skryty")],
    ["jawny", `${value("basedOn", "skryty")}<w:rPr>${value("vanish", "0")}</w:rPr>`],
    ["w-kolo", value("basedOn", "w-kolo")],
  ) };
  const shown = (look, of = "") => challengeOf([`<w:p><w:pPr>${of && value("pStyle", of)}</w:pPr>${run("Susza", look)}${of ? "" : run(" i wiatr", "")}</w:p>`], beside);
  assert.equal(await shown(value("rStyle", "skryty")), "i wiatr");
  assert.equal(await shown(value("rStyle", "inny")), "i wiatr");
  assert.equal(await shown(value("rStyle", "jawny")), "Susza i wiatr");
  assert.equal(await shown(value("rStyle", "w-kolo")), "Susza i wiatr"); // a style that is based on itself
  assert.equal(await shown("", "skryty"), undefined);
  assert.equal(await shown(value("vanish", "False"), "skryty"), "Susza");
  for (const off of ["0", "false", "none", "OFF"]) assert.equal(await shown(value("strike", off)), "Susza i wiatr", off);
  for (const on of ["strike", "dstrike"]) assert.equal(await shown(`<w:${on}/>`), "i wiatr", on);
});

test("a line of a table of contents that a paragraph repeats is no answer", async () => {
  const beside = { "word/styles.xml": styles(["Spistreci1", value("name", "toc 1")], ["TOC2", value("name", "TOC 2")]) };
  const contents = (style, text) => `<w:p><w:pPr>${value("pStyle", style)}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const { challenge, editorial } = await entryOf([labels.title, "Las", labels.challenge, contents("Spistreci1", "Susza...... 4"), contents("TOC2", "Wiatr 7"), "Susza"], { beside });
  assert.deepEqual([challenge, editorial.questions], ["Susza", ["Wiatr 7"]]);
});

test("the addresses of links are kept, those of a template and of pictures elsewhere are nobody's words", async () => {
  const relation = (kind, target, mode) => `<Relationship Id="${kind}${mode}" Type="http://x/${kind}" Target="${target}" TargetMode="${mode}"/>`;
  const relations = [["hyperlink", "https://example.org/las", "External"], ["attachedTemplate", "file:///C:/Normal.dotm", "External"], ["hyperlink", "spis", "Internal"]];
  const beside = { "word/_rels/document.xml.rels": `<Relationships>${relations.map((each) => relation(...each)).join("")}</Relationships>` };
  const { editorial } = await entryOf(answered({ title: "Las" }), { beside });
  assert.deepEqual(editorial.questions, ["https://example.org/las"]);
});
