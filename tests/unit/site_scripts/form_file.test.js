import assert from "node:assert/strict";
import { test } from "node:test";
import { checking } from "./support/form.js";

const { yamlText, entryText, Numeral } = checking().FormYaml;

test("fields, lists and records stand below each other", () => {
  const value = { title: "Las", themes: ["a", "b"], places: [{ place: "x", role: "z" }], period: { start: "2024" }, none: [], empty: {} };
  assert.equal(
    yamlText(value),
    "title: Las\nthemes:\n- a\n- b\nplaces:\n- place: x\n  role: z\nperiod:\n  start: '2024'\nnone: []\nempty: {}\n",
  );
  assert.equal(yamlText([{ id: "a", names: ["x"] }, { id: "b" }]), "- id: a\n  names:\n  - x\n- id: b\n");
});

test("a map keeps the order of its keys, and quotes those that need it", () => {
  assert.equal(yamlText({ parts: new Map([["2", "x"], ["1", true], ["no", "b"], ["it's: so", "z"]]) }), "parts:\n  '2': x\n  '1': true\n  'no': b\n  'it''s: so': z\n");
});

test("numbers keep the digits that they were written with", () => {
  assert.equal(yamlText({ a: new Numeral("9.0"), b: new Numeral("9"), c: new Numeral("1.50"), d: new Numeral("1000000.0") }), "a: 9.0\nb: 9\nc: 1.5\nd: 1000000.0\n");
});

test("texts that YAML could take for something else are quoted", () => {
  const quoted = [
    "yes", "No", "TRUE", "off", "y", "N", "1", "-12", "+1_000", "0x1F", "1.5", ".5", "1.5e+3", ".inf", "1:30", "null", "~", "=", "<<", "2024-01-02", "2024-13", "---", "...", "# a", "- a", "? a",
    ": a", "a: b", "a:: b", "a:", "a #b", " a", "a ", "a  b", "a\tb", "[a]", "{a}", "&a", "*a", "!a", "|", ">", "'a", "\"a", "%a", "@a", "`a", ",a", "12 osób", "",
  ];
  const plain = ["tak", "Łódź", "a:b", "https://a.pl:80/x?y=z", "nulll", "yes!", "a'b", "a, b [c]", "Las – „w mieście”", "no way"];
  const isQuoted = (text) => yamlText({ a: text }) === `a: '${text.replaceAll("'", "''")}'\n`;
  assert.deepEqual(quoted.filter((text) => !isQuoted(text)), []);
  assert.deepEqual(plain.filter((text) => yamlText({ a: text }) !== `a: ${text}\n`), []);
});

test("long texts go on in the next line, from the first single blank after 100 signs", () => {
  const long = "x".repeat(101);
  assert.equal(yamlText({ a: `${long} y z` }), `a: ${long}\n  y z\n`);
  assert.equal(yamlText({ a: `${long} ${long} z` }), `a: ${long}\n  ${long}\n  z\n`);
  assert.equal(yamlText({ a: `- ${long} y` }), `a: '- ${long}\n  y'\n`);
  assert.equal(yamlText({ b: { a: `${long} y` } }), `b:\n  a: ${long}\n    y\n`);
  assert.equal(yamlText([`${long} y`]), `- ${long}\n  y\n`);
  assert.equal(yamlText({ a: `${long}  y` }), `a: '${long}  y'\n`);
  assert.equal(yamlText({ a: `${"x".repeat(98)} y` }), `a: ${"x".repeat(98)} y\n`);
});

test("a text of several lines is written as those lines", () => {
  assert.equal(yamlText({ a: "x\n\ny: z" }), "a: |-\n  x\n\n  y: z\n");
  assert.equal(yamlText({ b: { a: "x\ny" } }), "b:\n  a: |-\n    x\n    y\n");
});

test("the file of an entry has its fields, then its story under the headings", () => {
  const entry = { id: "las", title: "Las", challenge: " Brak drzew. ", solution: "Las.\n\nDrugi." };
  assert.equal(entryText(entry), "---\ntitle: Las\n---\n\n## Wyzwanie\n\nBrak drzew.\n\n## Na czym to polega\n\nLas.\n\nDrugi.\n");
});
