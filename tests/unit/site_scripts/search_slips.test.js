import assert from "node:assert/strict";
import { test } from "node:test";
import { coreOf, numbers } from "./support/index.js";
import { load } from "./support/load.js";

const PARTS = ["words", "slips", "forms", "numbers", "query", "index", "repair", "everyday", "meaning", "scores", "engine"];
const { KatalogSearch, KatalogSlips } = load(PARTS.map((name) => `search/${name}`));
const { cost } = KatalogSlips;
const TITLE = 0;

// ----- what slips cost

test("what was typed right costs nothing", () => {
  assert.equal(cost("praca", "praca"), 0);
});

test("a key beside costs less than one far away", () => {
  for (const [near, far] of [["prava", "prapa"], ["prqca", "prpca"], ["lraca", "zraca"]]) assert.ok(cost(near, "praca") < cost(far, "praca"), near);
});

test("letters that are heard alike cost less than others, in either direction", () => {
  for (const [typed, meant, far] of [["gura", "gora", "gxra"], ["gora", "gura", "gxra"], ["kserof", "kserow", "kserom"]]) {
    assert.ok(cost(typed, meant) < cost(far, meant), typed);
  }
});

test("letters that are not heard cost less than others", () => {
  for (const [typed, meant, other] of [["mozrze", "morze", "motrze"], ["uhodzcy", "uchodzcy", "uchodzy"], ["renka", "reka", "rekta"]]) {
    assert.ok(cost(typed, meant) <= cost(other, meant), typed);
  }
  assert.ok(cost("morze", "moze") < cost("motze", "moze"));
});

test("a doubled letter costs least of those that are added", () => {
  assert.ok(cost("pracca", "praca") < cost("pracza", "praca"));
  assert.ok(cost("praca", "pracca") < cost("praca", "pracza"));
});

test("two letters that changed places cost half an edit", () => {
  assert.equal(cost("parca", "praca"), 0.5);
});

test("another first letter costs more than the same slip elsewhere", () => {
  assert.ok(cost("xraca", "praca") > cost("prxca", "praca"));
});

test("each slip has its price, wherever in the word it happens", () => {
  const prices = [
    ["praa", "praca", 0.8, "a letter left out"],
    ["raca", "praca", 1.1, "the first one left out"],
    ["prac", "praca", 0.8, "the last one left out"],
    ["pratca", "praca", 0.8, "a letter too many"],
    ["xpraca", "praca", 1.1, "one too many before the word"],
    ["pracax", "praca", 0.8, "one too many behind the word"],
    ["pracca", "praca", 0.4, "a letter twice"],
    ["ppraca", "praca", 0.4, "the first one twice"],
    ["praka", "praca", 0.6, "a letter that sounds alike"],
    ["prafa", "praca", 0.6, "a key beside"],
    ["prapa", "praca", 1.2, "any other key"],
    ["lraca", "praca", 0.9, "a key beside the first one"],
    ["rpaca", "praca", 0.8, "the first two swapped"],
    ["praac", "praca", 0.5, "the last two swapped"],
    ["moze", "morze", 0.6, "the r of rz"],
    ["renka", "reka", 0.6, "the n of en"],
    ["kasa", "kasza", 0.6, "the z of sz"],
    ["", "ab", 1.9, "all of a word"],
  ];
  for (const [typed, meant, price, why] of prices) assert.ok(Math.abs(cost(typed, meant) - price) < 1e-9, `${why}: ${cost(typed, meant)}`);
});

// ----- what is meant by slips

const found = (engine, text) => engine.search(text).results.map(({ n, match }) => [n, match]);

test("of words that are equally far the likelier one comes first", () => {
  const some = KatalogSearch.create(coreOf([["kosa", [""], [[0, 9, TITLE]]], ["kota", [""], [[1, 9, TITLE]]]], 9));
  assert.deepEqual(found(some, "koya "), [[1, "similar"], [0, "similar"]]); // y is beside t
  assert.deepEqual(found(some, "koda "), [[0, "similar"], [1, "similar"]]); // and d beside s
});

test("in long words two edits may be one of the first letter", () => {
  const some = KatalogSearch.create(coreOf([["biblioteka", [""], [[0, 9, TITLE]]]], 9));
  assert.deepEqual(found(some, "vibliotwka "), [[0, "similar"]]);
});

test("the family of a word that was misspelt is found as well", () => {
  const words = [["kultura", [""], [[1, 9, TITLE]], { relatives: ["kulturalny"] }], ["kulturalny", [""], [[0, 9, TITLE]]]];
  const some = KatalogSearch.create(coreOf(words, 9));
  assert.ok(found(some, "kultrualny ").some(([n]) => n === 1));
});

// ----- words of everyday life

const TABLE = {
  lexicon: coreOf([["menel", ["", "a"], []]], 1).lexicon,
  of: numbers([0]),
  expressions: "",
  further: [],
  names: [[0, "bezdomność"]],
};
const everyday = (words) => {
  const core = coreOf([["bezdomność", [""], [[0, 9, TITLE]]], ...words].sort(([one], [other]) => (one < other ? -1 : 1)), 9, { everyday: { expressions: "", further: "" }, ignored: "dla przy" });
  return KatalogSearch.create({ ...core, parts: { ...core.parts, everyday: TABLE } });
};

test("a misspelt word of everyday life leads where that leads, and is a guess", () => {
  const { results, suggestion, related, missing } = everyday([]).search("mmenel ");
  assert.deepEqual(results.map(({ n, match }) => [n, match]), [[0, "similar"]]);
  assert.deepEqual([suggestion.text, related[0].to, missing], ["menel", ["bezdomność"], ["mmenel"]]);
});

test("a word of the catalogue that is as near is meant sooner", () => {
  const some = everyday([["menea", [""], [[1, 9, TITLE]]]]);
  assert.deepEqual(found(some, "menez ")[0], [1, "similar"]);
});

test("a word that is said is not taken apart", () => {
  const some = everyday([["men", [""], [[1, 9, TITLE]]], ["dom", [""], [[2, 9, TITLE]]]]);
  assert.deepEqual(found(some, "menela "), [[0, "similar"]]);
});

test("words of everyday life may be glued to others", () => {
  const { suggestion, results, missing } = everyday([["pomoc", [""], [[1, 9, TITLE]]]]).search("pomocdlamenela ");
  assert.deepEqual([suggestion.text, missing], ["pomoc menela", ["pomocdlamenela"]]);
  assert.deepEqual(results.map(({ n, match }) => [n, match]).sort(), [[0, "similar"], [1, "similar"]]);
});

test("longer words of the closed classes stand between others as well", () => {
  const some = everyday([["pomoc", [""], [[1, 9, TITLE]]], ["szkol", ["a", "e"], [[2, 9, TITLE]]]]);
  assert.equal(some.search("pomocprzyszkole ").suggestion.text, "pomoc szkole");
});

test("the beginning of a longer word is not taken apart", () => {
  const words = [["niepełnosprawny", [""], [[0, 9, TITLE]]], ["pełnia", [""], [[1, 9, TITLE]]], ["pełni", [""], [[1, 9, TITLE]]]];
  const some = KatalogSearch.create(coreOf(words, 9, { ignored: "nie" }));
  assert.deepEqual(found(some, "niepełn "), [[0, "similar"]]);
});

test("what is but the beginning of a word belongs to the word behind it, though both are words", () => {
  for (const [prefix, rest] of [["bez", "domność"], ["nie", "pełnia"], ["wspól", "praca"]]) {
    const words = [prefix, rest, prefix + rest].sort((one, other) => (one < other ? -1 : 1));
    const some = KatalogSearch.create(coreOf(words.map((word) => [word, [""], [[word === prefix + rest ? 0 : 1, 9, TITLE]]]), 9));
    assert.deepEqual(found(some, `${prefix} ${rest} `).map(([n]) => n), [0], prefix);
  }
});

test("Cyrillic letters with marks are read as they were typed", () => {
  const some = KatalogSearch.create(coreOf([["ujizd", [""], [[0, 9, TITLE]]], ["quiz", [""], [[1, 9, TITLE]]]].sort(([one], [other]) => (one < other ? -1 : 1)), 9));
  assert.deepEqual(found(some, "йгшя "), [[1, "similar"]]);
  assert.deepEqual(found(some, "уїзд "), [[0, "similar"]]);
});
