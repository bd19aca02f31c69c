// Where the rules of the search begin and end: what is still taken apart, completed, led further, and what no longer is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { coreOf, numbers } from "./support/index.js";
import { load } from "./support/load.js";

const PARTS = ["words", "slips", "forms", "numbers", "query", "index", "repair", "everyday", "meaning", "scores", "engine"];
const { KatalogNumbers, KatalogSearch } = load(PARTS.map((name) => `search/${name}`));

const TITLE = 0;
const sorted = (words) => words.sort(([one], [other]) => (one < other ? -1 : 1));
const engineOf = (words, options = {}, count = 10) => KatalogSearch.create(coreOf(sorted(words), count, options));
const word = (stem, n, endings = [""], options = {}) => [stem, endings, [n].flat().map((each) => [each, 9, TITLE]), options];
const found = (engine, text) => engine.search(text).results.map(({ n }) => n);
const close = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
const idf = (having, count) => Math.log(1 + (count - having + 0.5) / (having + 0.5));

// ----- numbers

const MONTHS = [..."abcdefghijkl"].map((letter) => `${letter}y`).concat([..."abcdefghijkl"].map((letter) => `${letter}a`));
const canonical = (text, isKnown = () => true) => KatalogNumbers.canonical(text, isKnown, MONTHS);

test("numbers and days that the catalogue has not stay as they were typed", () => {
  assert.equal(canonical("od 9.11.2020, 5,5 i 9 ka 2020", () => false), "od 9.11.2020, 5,5 i 9 ka 2020");
});

test("a day is one word, in whichever form its month is named", () => {
  for (const text of ["9.1.2020", "2020-1-9", "9 ay 2020", "9. aa 2020"]) assert.equal(canonical(text), "20200109", text);
  assert.deepEqual(["31 ly 2020", "31 la 2020", "31.12.2020"].map((text) => canonical(text)), ["20201231", "20201231", "20201231"]);
});

test("words around a number and a day stay where they are", () => {
  assert.equal(canonical("lasy (9,2 mln) z 9 ka 2020 roku"), "lasy (9200000) z 20201109 roku");
  assert.equal(canonical("9 czegoś 2020", (each) => each === "9"), "9 czegoś 2020");
});

// ----- glued and split words

const GLUED = [
  word("urząd", [2, 3]), word("prac", 2, ["y", "a"]), word("sdg17", 4), word("sdg", [4, 5]), word("17", 6), word("sdg171", 7),
  word("las", 1), word("firm", 5, ["a", "ie"]), word("do", 8, ["m", "mu"], { occurring: ["mu"] }), word("pies", 9),
];
const glued = engineOf(GLUED, { ignored: "nie w" });
const suggested = (engine, text) => engine.search(text).suggestion?.text ?? null;

test("a word with a digit is not taken apart", () => {
  for (const text of ["urządsdg17 ", "urządprac1 "]) assert.deepEqual(found(glued, text), [], text);
});

test("a misspelt word in front of another is read as well as one behind it", () => {
  assert.equal(suggested(glued, "urzxdpracy "), "urząd pracy");
  assert.equal(suggested(glued, "urządpracc "), "urząd pracy");
});

test("a word that is still being typed is taken apart where one part is long", () => {
  assert.equal(suggested(glued, "laswfirmie"), "las firmie");
  assert.equal(suggested(engineOf([word("las", 1), word("sad", 2), word("wóz", 3)]), "lassadwóz"), null);
});

test("parts of a glued word are whole words, though it may still go on", () => {
  const some = engineOf([word("urząd", 2), word("urządzenie", 7), word("prac", 3, ["y"]), word("pracyk", 8)]);
  assert.deepEqual(found(some, "urządpracy"), [3, 2]);
});

test("a glued word is as few words as can be, though the first of them be shorter then", () => {
  const some = engineOf([word("park", 2), word("ingrowyab", 2), word("parking", 5), word("row", 5), word("yab", 5)]);
  assert.deepEqual(found(some, "parkingrowyab "), [2]);
});

test("a short part stands in the catalogue just so", () => {
  assert.deepEqual(found(glued, "urząddom "), []);
  assert.deepEqual(found(engineOf([word("urząd", 2), word("do", 8, ["m", "mu"])]), "urząddom "), [8, 2]);
});

test("a prefix before a short word says nothing", () => {
  assert.deepEqual(found(glued, "antypies "), []);
});

test("a word that is one or two letters from a longer one is that", () => {
  const some = engineOf([word("lasowisko", 0), word("lasow", 1), word("iskra", 2)]);
  assert.equal(suggested(some, "lasowiskro "), "lasowisko");
  assert.equal(suggested(some, "lasowiskrq "), "lasowisko");
  assert.equal(suggested(some, "lasowiskra "), "lasow iskra"); // two words that are there come before one that is two letters away
});

test("two neighbours that are one word go on as one while they are typed", () => {
  assert.deepEqual(found(glued, "SDG 17"), [4, 7]);
  assert.deepEqual(found(glued, "SDG 17 "), [4]);
});

test("two beginnings of words that are finished are one word where the catalogue has it", () => {
  assert.deepEqual(found(engineOf([word("rowerzysta", 0), word("rower", 1), word("rzystarz", 2)]), "rowe rzysta "), [0]);
});

test("seven letters may be glued words, six are not; a part of four letters may be any form of its word", () => {
  const some = engineOf([word("las", 1), word("dom", 2, ["", "y", "a"], { occurring: [""] })]);
  assert.deepEqual([suggested(some, "lasdomy "), suggested(some, "lasdom ")], ["las domy", null]);
});

test("who types a word in two lacks neither half of it", () => {
  const some = engineOf([word("samo", 3), word("samorząd", 4, ["", "u"]), word("rząd", 3, ["", "u"])]);
  assert.deepEqual(some.search("samo rządu ").results.map(({ n, lacking }) => [n, lacking]), [[3, []], [4, []]]);
});

// ----- beginnings

test("a beginning stands for sixty words at most", () => {
  const letters = [..."abcdefghij"];
  const many = letters.flatMap((one) => letters.map((other) => `xx${one}${other}`)).slice(0, 70).map((stem, n) => word(stem, n));
  assert.equal(found(engineOf(many, {}, 100), "xx").length, 60);
});

test("beside others a word that says nothing is left out while it is typed as well", () => {
  const some = engineOf([word("las", 0), word("zespół", 1)], { ignored: "ze" });
  assert.deepEqual(found(some, "las ze"), [0]);
});

// ----- guesses

test("eight words of a query are compared letter by letter, the ninth is not", () => {
  const nine = ["alabama", "brzoza", "czeremcha", "dereń", "ekosystem", "formularz", "gimnazjum", "historia", "inwestycja"];
  const some = engineOf(nine.map((stem, n) => word(stem, n)), {}, 20);
  const query = nine.map((each) => `${each}x`).join(" ");
  const { missing, suggestion } = some.search(`${query} `);
  assert.deepEqual(missing, query.split(" "));
  assert.deepEqual(suggestion.words.map(({ to }) => to), nine.slice(0, 8));
});

test("the forms of a result stand in the order of the words typed", () => {
  const some = engineOf([word("las", 0), word("most", 0), word("rzeka", 0)]);
  assert.deepEqual(some.search("rzeka mosd las ").results[0].forms, ["rzeka", "most", "las"]);
});

test("what is marked stands in the order of the text, numbers among words", () => {
  const some = engineOf([word("9200000", 0), word("zł", 0)]);
  assert.deepEqual(some.ranges("Zł: 9,2 mln zł", "zł 9 200 000 "), [[0, 2], [4, 11], [12, 14]]);
});

test("a guess holds less of a query than a word that is there", () => {
  const [, first] = engineOf([word("las", 0), word("most", [0, 1])]).search("mosd las ").results;
  const [there, guessed] = [idf(1, 10), 0.8 * idf(2, 10)];
  assert.equal(first.n, 1);
  close(first.score, 0.6 * (10 / 45) * idf(2, 10) * (guessed / (there + guessed)) ** 2);
});

test("a word that is nowhere counts once, however often it is typed", () => {
  const some = engineOf([word("las", 0)]);
  close(some.search("las xyzxyz xyzxyz ").results[0].score, some.search("las xyzxyz ").results[0].score);
});

test("where only a word is refused, all others are alike", () => {
  assert.deepEqual(engineOf([word("las", 0)], {}, 3).search("-las").results.map(({ n, score }) => [n, score]), [[1, 1], [2, 1]]);
});

test("the field of the strongest word is told, wherever it stands in the query", () => {
  const some = engineOf([["las", [""], [[0, 40, TITLE]]], ["most", [""], [[0, 9, 2]]]]);
  for (const text of ["las most ", "most las "]) assert.equal(some.search(text).results[0].field, "title", text);
});

// ----- parts of a divided table of forms

test("the rows of the family of a word are asked for with it", () => {
  const core = coreOf([word("leśny", 0), word("most", 1, [""], { relatives: ["zielony"] }), word("zielony", 2)], 10);
  const { stems, classes, attested, ...head } = core.lexicon;
  const some = KatalogSearch.create({ ...core, lexicon: { ...head, cut: { lengths: "$$$", names: "0 m z" } } });
  const nothing = { text: "most ", results: [], missing: [], related: [], suggestion: null, asksNothing: false };
  assert.deepEqual(some.search("most "), { ...nothing, needs: ["words-m"] });
  some.add("words-m", { stems: "Amost", classes: classes[1], attested: attested.split(" ")[1] });
  assert.deepEqual(some.search("most ").needs, ["words-z"]);
});

// ----- words of everyday life

const said = (words, hints, table, count = 10) => {
  const core = coreOf(sorted(words), count, { everyday: { expressions: "", further: "", ...hints }, ignored: "nie" });
  const part = { lexicon: coreOf([["chat", ["a", "y"], []]], 1).lexicon, of: "", expressions: "", further: [], names: [], ...table };
  return KatalogSearch.create({ ...core, parts: { ...core.parts, everyday: part } });
};

test("the first word that stands for another counts in full, each further one for three fifths", () => {
  const some = said([word("dom", 0), word("rodzina", 1)], {}, { of: numbers([0, 1]), names: [[0, "dom"], [1, "rodzina"]] });
  const [first, second] = some.search("chaty ").results;
  assert.deepEqual([first.n, second.n], [0, 1]);
  close(first.score, (10 / 45) * idf(1, 10));
  close(second.score, 0.6 * (10 / 45) * idf(1, 10));
});

test("a word leads further where three practices have it, or a fifth of them", () => {
  const further = (having, count) => {
    const words = [word("lump", Array.from({ length: having }, (_, n) => n)), word("nocleg", count - 1)];
    const some = said(words, { further: numbers([0]) }, { further: [[0, numbers([1])]], names: [[1, "nocleg"]] }, count);
    return found(some, "lump ").includes(count - 1);
  };
  assert.deepEqual([further(3, 10), further(4, 10), further(4, 20), further(8, 50), further(16, 50)], [true, false, true, true, false]);
});

test("a word that may be two of the catalogue leads no further where one of them is in many practices", () => {
  const words = [word("kat", 0, ["", "a"]), word("kąt", [1, 2, 3, 4, 5], ["", "a"]), word("nocleg", 9)];
  const some = said(words, { further: numbers([0]) }, { further: [[0, numbers([2])]], names: [[2, "nocleg"]] });
  assert.deepEqual([found(some, "kata ").includes(9), found(some, "kąta ").includes(9)], [false, false]);
});

test("what a guess may mean beside itself counts for three tenths of it", () => {
  const some = said([word("lumpa", 0), word("nocleg", 1)], { further: numbers([0]) }, { further: [[0, numbers([1])]], names: [[1, "nocleg"]] });
  const [guess, further] = some.search("lumpo ").results;
  assert.deepEqual([guess.n, further.n], [0, 1]);
  close(guess.score, 0.6 * (10 / 45) * idf(1, 10));
  close(further.score, 0.3 * (10 / 45) * idf(1, 10) * 0.8 ** 2);
});

test("a misspelt word of everyday life counts for what a misspelt word does", () => {
  const some = said([word("dom", 0)], {}, { of: numbers([0]), names: [[0, "dom"]] });
  close(some.search("chatq ").results[0].score, 0.6 * (10 / 45) * idf(1, 10));
});

test("what else a word may mean holds less of a query than the word", () => {
  const words = [word("lump", 0), word("most", [1, 2]), word("nocleg", 3)];
  const some = said(words, { further: numbers([0]) }, { further: [[0, numbers([2])]], names: [[2, "nocleg"]] });
  const { score } = some.search("lump most ").results.find(({ n }) => n === 3);
  close(score, (10 / 45) * idf(1, 10) * ((0.8 * idf(1, 10)) / (idf(1, 10) + idf(2, 10))) ** 2);
});

test("an expression begins and ends as it is written, and other words are no part of it", () => {
  const some = said([word("bezdomność", 0), word("most", 1)], { expressions: "Anie ma* dom*" }, { expressions: numbers([0]), names: [[0, "bezdomność"]] });
  const related = (text) => some.search(text).related.map(({ from }) => from);
  assert.deepEqual(related("nie mam domu "), ["nie mam domu"]);
  assert.deepEqual(related("most nie mają domów "), ["nie mają domów"]);
  assert.deepEqual(some.search("most nie mają domów ").results.map(({ n, match }) => [n, match]), [[1, "similar"], [0, "similar"]]); // the half of a query is not enough
  for (const text of ["nie mogę domu ", "nie mam drogi ", "nie mam ", "mam domu ", "niech mam domu ", '"nie mam domu"', "nie mam domu -las"]) assert.deepEqual(related(text), [], text);
});

test("the words that an expression stands for add up where a practice has several of them", () => {
  const words = [word("dach", [0, 1]), word("dom", [0, 2])];
  const some = said(words, { expressions: "Anie mam" }, { expressions: numbers([0, 1]), names: [[0, "dach"], [1, "dom"]] });
  const [both, first, second] = some.search("nie mam ").results;
  assert.deepEqual([both.n, first.n, second.n], [0, 1, 2]);
  close(both.score / first.score, 1 + 0.5 * 0.6);
});
