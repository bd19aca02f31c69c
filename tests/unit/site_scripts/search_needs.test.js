import assert from "node:assert/strict";
import { test } from "node:test";
import { coreOf, numbers } from "./support/index.js";
import { load } from "./support/load.js";

const PARTS = ["words", "slips", "forms", "numbers", "query", "index", "repair", "everyday", "meaning", "scores", "engine"];
const { KatalogSearch } = load(PARTS.map((name) => `search/${name}`));

const TITLE = 0;
const TEXT = 2;

/** Ten practices: 0 and 1 are of a wood, 1 and 2 of a bridge. */
const WORDS = [
  ["las", ["", "em", "u"], [[0, 40, TITLE, [0, 6]], [1, 9, TEXT, [4]]], { occurring: ["", "u"] }],
  ["most", ["", "em", "u"], [[1, 20, TEXT, [5]], [2, 20, TITLE, [0]]]],
];
const engineOf = (words = WORDS, options = {}, count = 10) => KatalogSearch.create(coreOf(words, count, options));
const engine = engineOf();

// ----- not all of it

test("a practice without one of the words says so and stands below those with all", () => {
  const lacking = engine.search("las most ").results.map(({ n, lacking }) => [n, lacking]);
  assert.deepEqual(lacking, [[1, []], [0, ["most"]], [2, ["las"]]]);
});

test("what is only similar pushes out no practice that has every word that was found", () => {
  const words = [["las", [""], [[0, 9, TEXT], ...[2, 3, 4, 5, 6, 7, 8].map((n) => [n, 9, TEXT])]], ["zwierz", ["yna"], [[1, 40, TITLE]]]];
  assert.deepEqual(engineOf(words).search("las zwieszyna ").results.map(({ n }) => n).includes(0), true);
});

test("typed marks are kept while a word is typed", () => {
  const some = engineOf([["lekcja", [""], [[0, 9, TITLE]]], ["lękliwy", [""], [[1, 9, TITLE]]]]);
  const ask = (text) => some.search(text).results.map(({ n }) => n);
  assert.deepEqual([ask("lęk"), ask("lek").sort()], [[1], [0, 1]]);
  assert.deepEqual(some.complete("lęk"), ["lękliwy"]);
});

test("only what stands in the catalogue is suggested", () => {
  assert.equal(engine.search("lasme ").suggestion.text, "las"); // lasem is a form of it, and nowhere
});

test("the rows of the words of a query are asked for before anything else", () => {
  const { lexicon, parts, ...core } = coreOf(WORDS, 10);
  const { stems, classes, attested, ...head } = lexicon;
  const some = KatalogSearch.create({ ...core, parts, lexicon: { ...head, cut: { lengths: "#$$", names: "0 c m" } } });
  assert.deepEqual(some.search("most ").needs, ["words-m"]);
  some.add("words-m", { stems: "Amost", classes: classes[1], attested: attested.split(" ")[1] });
  assert.deepEqual(some.search("most ").results.map(({ n }) => n), [1, 2]);
  assert.deepEqual(some.search("lasme ").needs, ["words-c"]);
});

test("many words that are not there are not all compared letter by letter", () => {
  const many = Array.from({ length: 200 }, (_, n) => `zzzzz${"abcdefghij"[n % 10]}${"klmnoprstu"[Math.floor(n / 10) % 10]}q`).join(" ");
  const start = performance.now();
  const { missing } = engine.search(many + " xyzxyz xyzxyz ");
  assert.ok(performance.now() - start < 500);
  assert.equal(new Set(missing).size, missing.length);
});

test("what was found in another language alone says in which", () => {
  const some = engineOf(WORDS, { foreign: { en: "$" } });
  const languages = (text) => some.search(text).results.map(({ n, language }) => [n, language]);
  assert.deepEqual(languages("most "), [[1, "en"], [2, "en"]]);
  assert.deepEqual(languages("las most ").slice(0, 2), [[1, null], [0, null]]);
});

// ----- words of questions

test("words of questions are left out where another word says what is looked for", () => {
  const some = engineOf([["las", [""], [[0, 9, TITLE]]], ["szukam", [""], [[1, 9, TITLE]]]], { asking: "szukam chce" });
  const ask = (text) => some.search(text).results.map(({ n }) => n);
  assert.deepEqual([ask("chcę szukam las "), ask("szukam ")], [[0], [1]]);
});

// ----- repair

const GLUED = [
  ["bezdomn", ["y", "ość"], [[0, 9, TITLE]]],
  ["niepełnosprawn", ["y", "i"], [[1, 9, TITLE]]],
  ["prac", ["y", "a"], [[2, 9, TITLE]]],
  ["urząd", [""], [[2, 9, TITLE], [3, 9, TITLE]]],
  ["sdg17", [""], [[4, 9, TITLE]]],
  ["sdg", [""], [[4, 9, TITLE], [5, 9, TITLE]]],
  ["17", [""], [[6, 9, TITLE]]],
];
const glued = engineOf(GLUED, { ignored: "nie na ze" });
const seen = (text) => glued.search(text).results.map(({ n, match }) => [n, match]);

test("neighbours are one word where the catalogue has it and lacks one of them", () => {
  assert.deepEqual(seen("bez domność "), [[0, "exact"]]);
  assert.deepEqual(seen("nie pełnosprawni "), [[1, "exact"]]);
  assert.deepEqual(seen("SDG 17 "), [[4, "exact"]]);
  assert.deepEqual(seen("urząd pracy ").map(([n]) => n), [2, 3]);
});

test("a word of several is taken apart, as a guess that is named", () => {
  assert.deepEqual(seen("urządpracy "), [[2, "similar"], [3, "similar"]]);
  const { missing, suggestion } = glued.search("urzadpracy ");
  assert.deepEqual([missing, suggestion.text], [["urzadpracy"], "urząd pracy"]);
});

test("of a glued word one part may be misspelt, once it was sent", () => {
  assert.deepEqual(seen("urządpracc "), [[2, "similar"], [3, "similar"]]);
  assert.deepEqual(seen("urzaddpracy "), [[2, "similar"], [3, "similar"]]);
  assert.deepEqual(seen("urządpracc"), []);
});

test("what a prefix stands before is a guess", () => {
  const { results, suggestion } = glued.search("antybezdomność ");
  assert.deepEqual([results.map(({ n, match }) => [n, match]), suggestion.text], [[[0, "similar"]], "bezdomność"]);
});

test("a word that is but misspelt is not taken apart", () => {
  assert.equal(glued.search("bezdomnyy ").suggestion.text, "bezdomny");
});

test("Cyrillic letters are read by their sound, else by their keys", () => {
  assert.deepEqual(seen("праца "), [[2, "similar"]]);
  assert.deepEqual(seen("зкфсф "), [[2, "similar"]]);
});

test("a word is one, however the language spells it", () => {
  const some = engineOf([["labour", [""], [[0, 9, TITLE]]]], { spellings: [["or(?=s?$)", "our"]] });
  assert.deepEqual(some.search("labor ").results.map(({ n, match }) => [n, match]), [[0, "exact"]]);
  assert.deepEqual(some.ranges("The labour of one", "labor "), [[4, 10]]);
});

// ----- numbers

test("numbers and days are found however they are typed", () => {
  const some = engineOf([["20201109", [""], [[1, 9, TITLE]]], ["9200000", [""], [[0, 9, TITLE]]]], { months: "styczeń x x x x x x x x x listopada x" });
  for (const text of ["9,2 mln", "9 200 000", "9.2 million ", "9200000 "]) assert.deepEqual(some.search(text).results.map(({ n }) => n), [0], text);
  for (const text of ["9.11.2020", "2020-11-09", "9 listopada 2020 "]) assert.deepEqual(some.search(text).results.map(({ n }) => n), [1], text);
});

test("a number is marked as a whole, however it is written", () => {
  const some = engineOf([["9200000", [""], [[0, 9, TITLE]]], ["zł", ["", "ote"], [[0, 9, TITLE]]]]);
  assert.deepEqual(some.ranges("Razem 9,2 mln zł, z tego 9 zł", "9 200 000 zł "), [[6, 13], [14, 16], [27, 29]]);
  assert.deepEqual(some.ranges("Razem 9,2 mln zł", "zł "), [[14, 16]]);
});

// ----- everyday words

const TABLE = {
  lexicon: coreOf([["menel", ["", "a"], []]], 1).lexicon,
  of: numbers([0]),
  expressions: numbers([0]),
  further: [[1, numbers([0])]],
  names: [[0, "bezdomność"]],
};
const HINTS = { expressions: "Anie ma* dom*", further: numbers([1]) };
const everyday = (parts = {}) => {
  const words = [["bezdomność", [""], [[0, 9, TITLE], [1, 9, TITLE]]], ["lump", [""], [[2, 9, TITLE]]]];
  const core = coreOf(words, 50, { everyday: HINTS, ignored: "nie" });
  return KatalogSearch.create({ ...core, parts: { ...core.parts, ...parts } });
};

test("the table of everyday words is asked for where it can help: it weighs as much as half of the core", () => {
  const needs = (text) => everyday().search(text).needs;
  assert.deepEqual([needs("menela "), needs("lump "), needs("nie mam domu ")], [["everyday"], ["everyday"], ["everyday"]]);
  assert.deepEqual([needs("bezdomność "), needs("nie bezdomność ")], [[], []]);
  const core = coreOf([["las", [""], Array.from({ length: 9 }, (_, n) => [n, 9, TITLE])]], 50, { everyday: HINTS });
  assert.deepEqual(KatalogSearch.create(core).search("las ").needs, []);
});

test("what people say leads to what the catalogue says, as similar, and says so", () => {
  const some = everyday({ everyday: TABLE });
  for (const text of ["menela ", "nie mam domu "]) {
    const { results, related, missing } = some.search(text);
    assert.deepEqual(results.map(({ n, match }) => [n, match]), [[0, "similar"], [1, "similar"]], text);
    assert.deepEqual(related, [{ from: text.trim(), to: ["bezdomność"] }]);
    assert.deepEqual(missing, [text.trim()]);
  }
});

test("a word of few practices leads on to others as well", () => {
  assert.deepEqual(everyday({ everyday: TABLE }).search("lump ").results.map(({ n, match }) => [n, match]), [[2, "exact"], [0, "similar"], [1, "similar"]]);
});

test("what else a rare word may mean adds up for that word alone and not beside others", () => {
  const words = [
    ["lump", [""], [[0, 9, TITLE]]], ["most", [""], [[1, 9, TITLE], [2, 10, TITLE]]],
    ["nocleg", [""], [[1, 9, TITLE], [2, 9, TITLE], [3, 9, TITLE]]], ["schron", [""], [[1, 9, TITLE]]],
  ];
  const core = coreOf(words, 50, { everyday: { expressions: "", further: numbers([0]) } });
  const table = { ...TABLE, of: "", expressions: "", further: [[0, numbers([2, 3])]], names: [[2, "nocleg"], [3, "schron"]] };
  const some = KatalogSearch.create({ ...core, parts: { ...core.parts, everyday: table } });
  const scores = (text) => new Map(some.search(text).results.map(({ n, score }) => [n, score]));
  const [alone, beside] = [scores("lump "), scores("lump most ")];
  assert.ok(alone.get(1) > alone.get(3));
  assert.ok(beside.get(2) > beside.get(1));
});
