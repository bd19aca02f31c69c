import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/load.js";

const { KatalogPassages } = load(["search/words", "search/leads", "catalogue/passages"]);
const { passage, beginning } = KatalogPassages;
const LONG = Array.from({ length: 60 }, (_, n) => `słowo${n}`).join(" ");
const rangesOf = (word) => (text) => [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => [index, index + word.length]);
const cut = ({ text, from, to }) => text.slice(from, to);

test("a short text is shown whole", () => {
  const found = passage(rangesOf("lasu"), { place: "Gdynia", text: "Opis lasu." });
  assert.deepEqual(found, { field: "text", text: "Opis lasu.", ranges: [[5, 9]], from: 0, to: 10, isCutBefore: false, isCutAfter: false, anchor: "" });
});

test("the story comes before the other fields, and null where there is nothing", () => {
  const texts = { figure: "las", programme: "las", place: "las", term: "las", organisation: "las" };
  const fields = [];
  for (const field of ["organisation", "term", "place", "programme", "figure"]) {
    fields.push(passage(rangesOf("las"), texts).field);
    delete texts[field];
  }
  assert.deepEqual(fields, ["organisation", "term", "place", "programme", "figure"]);
  assert.equal(passage(rangesOf("las"), { text: "most" }), null);
});

test("a long text is cut between words, around the word", () => {
  const found = passage(rangesOf("słowo30"), { text: LONG });
  assert.equal(cut(found), "słowo23 słowo24 słowo25 słowo26 słowo27 słowo28 słowo29 słowo30 słowo31 słowo32 słowo33 słowo34 słowo35 słowo36 słowo37 słowo38 słowo39 słowo40 słowo41 słowo42 słowo43");
  assert.deepEqual([found.isCutBefore, found.isCutAfter], [true, true]);
});

test("a text is not cut where it begins or ends", () => {
  const first = passage(rangesOf("słowo1 "), { text: LONG });
  assert.deepEqual([first.from, first.isCutBefore, first.isCutAfter], [0, false, true]);
  const last = passage(rangesOf("słowo59"), { text: LONG });
  assert.deepEqual([last.to, last.isCutBefore, last.isCutAfter], [LONG.length, true, false]);
});

test("a passage stays within its paragraph", () => {
  const found = passage(rangesOf("las"), { text: "Pierwszy akapit.\nTu jest las.\nTrzeci akapit." });
  assert.equal(cut(found), "Tu jest las.");
  assert.deepEqual([found.isCutBefore, found.isCutAfter], [false, false]);
});

test("the passage with most of the words is chosen, of equal ones the first", () => {
  const far = "x".repeat(300);
  assert.equal(cut(passage(rangesOf("las"), { text: `las ${far} las i las ${far}` })).includes("las i las"), true);
  assert.equal(passage(rangesOf("las"), { text: `las ${far} las` }).from, 0);
});

test("the sentence with the word is shown, with its section", () => {
  const texts = { text: "\ue000\nDawno tu było pole.\n\ue000\nNajpierw most. Potem 2,5 ha lasu! I koniec.", sections: "challenge steps" };
  const found = passage(rangesOf("lasu"), texts);
  assert.deepEqual([cut(found), found.field, found.isCutBefore, found.isCutAfter], ["Potem 2,5 ha lasu!", "section.steps", false, false]);
  assert.equal(passage(rangesOf("pole"), texts).field, "section.challenge");
});

test("a figure leads to its place on the page of the practice", () => {
  const found = passage(rangesOf("3"), { figure: "osoby: 9 · Bez dzieci.\ndrzewa: 3", figures: "people trees" });
  assert.deepEqual([cut(found), found.anchor], ["drzewa: 3", "#figure-trees"]);
});

test("a term is told by its list, and leads to the part that shows it", () => {
  const texts = { term: "las; zieleń\nseniorzy\nprojekt", terms: "themes target_groups kinds" };
  const told = (word) => [passage(rangesOf(word), texts)].map((found) => [cut(found), found.field, found.anchor])[0];
  assert.deepEqual(told("zieleń"), ["las; zieleń", "themes", "#jak-dziala"]);
  assert.deepEqual(told("seniorzy"), ["seniorzy", "target_groups", "#fakty"]);
  assert.deepEqual(told("projekt"), ["projekt", "kinds", ""]);
  assert.equal(cut(beginning("term", texts.term)), "las; zieleń; seniorzy; projekt");
});

test("an abbreviation ends no sentence", () => {
  const text = "Dawno. Do 2020 r. w lesie przy ul. Leśnej rosło 9 drzew. Potem nie.";
  assert.equal(cut(passage(rangesOf("drzew"), { text })), "Do 2020 r. w lesie przy ul. Leśnej rosło 9 drzew.");
});

test("a beginning ends at a word", () => {
  assert.deepEqual(beginning("place", "Gdynia"), { field: "place", text: "Gdynia", ranges: [], from: 0, to: 6, isCutBefore: false, isCutAfter: false, anchor: "#miejsca" });
  const found = beginning("text", LONG);
  assert.equal(cut(found).endsWith(" słowo21"), true);
  assert.equal(found.isCutAfter, true);
  assert.equal(beginning("text", "x".repeat(170)).to, 170);
});
