import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { coreOf } from "./support/index.js";
import { load } from "./support/load.js";

const { KatalogForms, KatalogNumbers, KatalogWords } = load(["search/words", "search/slips", "search/forms", "search/numbers"]);
const { words, fold, numbers, digit, frontCoded } = KatalogWords;
const { Lexicon } = KatalogForms;
const CASES = JSON.parse(readFileSync(new URL("../../cases/search/tokens.json", import.meta.url), "utf8"));
const NUMBERS = JSON.parse(readFileSync(new URL("../../cases/search/numbers.json", import.meta.url), "utf8"));
const NOUN = ["", "em", "u"];

const lexicon = (entries) => new Lexicon(coreOf(entries, 9).lexicon);
const here = (n) => Array.from({ length: n }, (_, doc) => [doc, 9, 0]);
const forms = (hits) => hits.map(({ form }) => form);

test("numbers are the words that the index has for them", () => {
  for (const [text, expected] of Object.entries(NUMBERS)) assert.deepEqual(KatalogNumbers.numbersIn(text), expected, text);
});

test("words and folded words are those of the index", () => {
  for (const [text, expected] of CASES.words) assert.deepEqual(words(text), expected, text);
  for (const [text, expected] of CASES.fold) assert.equal(fold(text), expected, text);
});

test("a letter and its mark typed apart are the letter", () => {
  assert.deepEqual(words("Żółw".normalize("NFD")), ["żółw"]);
});

test("letters of other tongues and every Polish one fold, in words and in stems", () => {
  assert.equal(fold("ðħıŧþæœßøςđł"), "dhitthaeoessoσdl");
  const stems = ["bąk", "cień", "ćma", "fala", "gęś", "łódź", "źdźbło", "żuk"].map((stem) => [stem, [""], here(1)]);
  const table = lexicon(stems);
  assert.deepEqual(["bak", "cien", "cma", "fala", "ges", "lodz", "zdzblo", "zuk"].map((folded) => table.lookup(folded)[0]?.form), ["bąk", "cień", "ćma", "fala", "gęś", "łódź", "źdźbło", "żuk"]);
});

test("a letter alone is no word, a digit alone is", () => {
  assert.deepEqual(words("a 5 ab"), ["5", "ab"]);
});

test("numbers are read as the build writes them", () => {
  assert.deepEqual(numbers("#OQ#}OQP#"), [0, 44, 45, 2024, 2025]);
  assert.deepEqual(numbers(""), []);
});

test("the sign that JSON would have to escape is passed over", () => {
  assert.deepEqual([digit("[".charCodeAt(0)), digit("]".charCodeAt(0))], [56, 57]);
});

test("words that share their beginning are written once", () => {
  assert.deepEqual(frontCoded("ApracaEownia"), ["praca", "pracownia"]);
  assert.deepEqual(frontCoded(""), []);
});

test("any form leads to its word, with its marks", () => {
  const table = lexicon([["las", NOUN, here(1)], ["most", NOUN, here(1)]]);
  assert.deepEqual(table.lookup("lasem"), [{ lemma: 0, form: "lasem" }]);
  assert.deepEqual(table.lookup("mostu"), [{ lemma: 1, form: "mostu" }]);
  assert.deepEqual(table.lookup("lase"), []);
  assert.deepEqual(table.lookup("la"), []);
  assert.deepEqual(lexicon([["szko", ["ła", "łą"], here(1)]]).lookup("szkola"), [
    { lemma: 0, form: "szkoła" },
    { lemma: 0, form: "szkołą" },
  ]);
});

test("stems alike without marks stand for each of their words", () => {
  const table = lexicon([["kat", ["", "a"], here(1)], ["kąt", ["", "a"], here(1)], ["kot", ["", "a"], here(1)]]);
  assert.deepEqual(table.lookup("kata"), [{ lemma: 0, form: "kata" }, { lemma: 1, form: "kąta" }]);
});

test("a word with two stems is one word", () => {
  const table = lexicon([["człowiek", ["", "a"], here(1)], ["las", ["", "a"], here(1)], ["lud", ["zie", "zi"], here(1), { of: "człowiek" }]]);
  assert.deepEqual(table.lookup("ludzi"), [{ lemma: 0, form: "ludzi" }]);
  assert.deepEqual(table.lookup("lasa"), [{ lemma: 1, form: "lasa" }]);
  assert.deepEqual(table.attestedForms(0), ["człowiek", "człowieka", "ludzie", "ludzi"]);
});

test("several words may have two stems each, and one may have none", () => {
  const words = [["człowiek", [""], here(1)], ["lat", ["a"], here(1), { of: "rok" }], ["ludzie", [""], here(1), { of: "człowiek" }], ["rok", [""], here(1)]];
  const table = lexicon(words);
  assert.deepEqual(["rok", "lata", "ludzie", "czlowiek"].map((form) => table.lookup(form)[0].lemma), [1, 1, 0, 0]);
  assert.deepEqual(lexicon([["", ["jest", "są"], here(1)], ["las", [""], here(1)]]).lookup("sa"), [{ lemma: 0, form: "są" }]);
});

test("a word of nine letters may be misspelt in its first and in another one, a shorter one may not", () => {
  const table = lexicon([["biblioteka", [""], here(1)], ["godzinka", [""], here(1)], ["informacja", [""], here(1)], ["kolejność", [""], here(1)]]);
  assert.deepEqual(["holejnosq", "rodzimka"].map((typed) => forms(table.similar(typed, 2))), [["kolejność"], []]);
});

test("of a divided table the parts of a word are wanted, and all for what is like a word", () => {
  const { stems, classes, attested, ...head } = coreOf([["las", NOUN, here(1)], ["most", NOUN, here(1)]], 9).lexicon;
  const table = new Lexicon({ ...head, cut: { lengths: "#$$", names: "0 c m" } });
  assert.deepEqual(table.lookup("mostem"), []);
  assert.deepEqual([...table.wanted], ["words-m"]);
  table.accept("words-m", { stems: "Amost", classes: classes[1], attested: attested.split(" ")[1] });
  assert.deepEqual(table.lookup("mostem"), [{ lemma: 1, form: "mostem" }]);
  assert.deepEqual(forms(table.complete("mo")), ["most"]);
  table.wanted.clear();
  assert.deepEqual(table.similar("lasme", 2), []);
  assert.deepEqual([...table.wanted], ["words-0", "words-c"]);
  assert.deepEqual(table.attestedForms(0), []);
  table.accept("words-0", { stems: "", classes: "", attested: "" });
  table.accept("words-c", { stems: "Alas", classes: classes[0], attested: attested.split(" ")[0] });
  table.accept("terms-0", "x");
  assert.deepEqual(forms(table.similar("lasme", 2)), ["lasem"]);
  assert.deepEqual(table.attestedForms(0), ["las", "lasem", "lasu"]);
});

test("only forms that occur are attested", () => {
  const table = lexicon([["las", NOUN, here(1), { occurring: ["u"] }]]);
  assert.deepEqual(table.attestedForms(0), ["lasu"]);
});

test("families lead both ways", () => {
  const table = lexicon([["a", ["x"], here(1)], ["b", ["x"], here(1), { relatives: ["c", "d"] }], ["c", ["x"], here(1)], ["d", ["x"], []]]);
  assert.deepEqual([...table.families], [[1, [2, 3]], [2, [1]], [3, [1]]]);
  assert.deepEqual([table.occurs(2), table.occurs(3)], [true, false]);
});

test("the nearest completion comes first, of equal ones the commonest", () => {
  const table = lexicon([["las", ["", "ek"], here(1)], ["lasy", [""], here(1)], ["lato", [""], here(4)], ["most", [""], here(1)]]);
  assert.deepEqual(forms(table.complete("la")), ["las", "lato", "lasy"]);
  assert.deepEqual(forms(table.complete("laso")), []);
  assert.deepEqual(table.complete("lase").map(({ form, near }) => [form, near]), [["lasek", 0.8]]);
});

test("a form that occurs is nearer than one that only could", () => {
  const table = lexicon([["las", ["ek", "u"], here(1), { occurring: ["ek"] }]]);
  assert.deepEqual(table.complete("las").map(({ form, near }) => [form, near]), [["lasek", 0.6]]);
});

test("a letter changed, left out, added or swapped is one edit", () => {
  const table = lexicon([["szkoła", ["", "m"], here(1)]]);
  for (const typed of ["szkoka", "szkoa", "szkoola", "szokla"]) {
    assert.deepEqual(table.similar(typed, 1).map(({ form, distance }) => [form, distance]), [["szkoła", 1]], typed);
  }
  assert.deepEqual(table.similar("szkooola", 1), []);
  assert.deepEqual(table.similar("skzoal", 1), []);
  assert.deepEqual(table.similar("skzoal", 2).map(({ distance }) => distance), [2]);
});

test("only the nearest forms are similar, those that occur before others, then the commonest", () => {
  const table = lexicon([
    ["kosz", [""], here(1)],
    ["koza", ["", "k"], here(2), { occurring: ["k"] }],
    ["kozy", [""], here(2)],
    ["kura", [""], here(4)],
  ]);
  assert.deepEqual(table.similar("kozi", 2).map(({ form, distance }) => [form, distance]), [["kozy", 1], ["koza", 1]]);
  assert.deepEqual(forms(lexicon([["bora", [""], here(1)], ["mora", [""], here(8)], ["pora", [""], here(1)]]).similar("tora", 1)), ["mora", "bora", "pora"]);
});

test("similar forms with nothing to choose between them stand in the order of their words", () => {
  const four = ["bora", "lora", "mora", "pora"].map((stem) => [stem, [""], here(1)]);
  assert.deepEqual(forms(lexicon(four).similar("tora", 1)), ["bora", "lora", "mora", "pora"]);
  assert.deepEqual(forms(lexicon([["bora", ["", "x"], here(1), { occurring: ["x"] }], ["mora", [""], here(1)]]).similar("tora", 1)), ["mora", "bora"]);
  const often = [["bora", [""], here(1)], ["mora", ["", "x"], here(8), { occurring: ["x"] }]];
  assert.deepEqual(forms(lexicon(often).similar("tora", 1)), ["bora", "mora"]);
});

test("two edits and another first letter make another word", () => {
  const table = lexicon([["rodzina", [""], here(1)]]);
  assert.deepEqual(forms(table.similar("godzina", 2)), ["rodzina"]);
  assert.deepEqual(forms(table.similar("godzima", 2)), []);
  assert.deepEqual(forms(table.similar("rodzymo", 2)), []);
  assert.deepEqual(forms(table.similar("rodzimo", 2)), ["rodzina"]);
});

test("stems that begin alike are compared from where they part", () => {
  const table = lexicon([["praca", [""], here(1)], ["pracownik", [""], here(1)], ["prawo", [""], here(1)], ["przedszkole", [""], here(1)]]);
  assert.deepEqual(forms(table.similar("pravo", 1)), ["prawo"]);
  assert.deepEqual(forms(table.similar("pracovnik", 2)), ["pracownik"]);
  assert.deepEqual(forms(table.similar("przdszkole", 2)), ["przedszkole"]);
});
