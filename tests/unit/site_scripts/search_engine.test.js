import assert from "node:assert/strict";
import { test } from "node:test";
import { coreOf, cut, facetsPart } from "./support/index.js";
import { load } from "./support/load.js";

const PARTS = ["words", "slips", "forms", "numbers", "query", "index", "repair", "everyday", "meaning", "scores", "engine"];
const { KatalogQuery, KatalogSearch } = load(PARTS.map((name) => `search/${name}`));
const { parse, suggest } = KatalogQuery;

const TITLE = 0;
const TEXT = 2;

/** Ten practices: 0 and 1 are of a wood, 1 and 2 of a bridge, 3 of a trip, 4 of a scholarship and of a scholar. */
const WORDS = [
  ["las", ["", "em", "u"], [[0, 40, TITLE, [0, 6]], [1, 9, TEXT, [4]]], { occurring: ["", "u"] }],
  ["most", ["", "em", "u"], [[1, 20, TEXT, [5]], [2, 20, TITLE, [0]]]],
  ["nowy", ["", "m", "ch"], [[3, 20, TEXT, [2]]]],
  ["stypendialn", ["y", "a"], [], { relatives: ["stypendium"] }],
  ["stypendium", [""], [[4, 20, TEXT, [1]]]],
  ["wyciecz", ["ka", "ki"], [[3, 30, TITLE, [0]]]],
];
const engineOf = (words = WORDS, options = {}, count = 10) => KatalogSearch.create(coreOf(words, count, options));
const engine = engineOf();
const found = (text, options) => engine.search(text, options).results.map(({ n, match }) => [n, match]);
const close = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
const idf = (count) => Math.log(1 + (10 - count + 0.5) / (count + 0.5));

// ----- what was typed

test("words, quoted words and words with a minus are clauses of their own", () => {
  assert.deepEqual(parse("Las „Nowy most” -rok -\"stary dom"), [
    { text: "Las", words: ["las"], isPhrase: false, isMinus: false, isOpen: false },
    { text: "„Nowy most”", words: ["nowy", "most"], isPhrase: true, isMinus: false, isOpen: false },
    { text: "-rok", words: ["rok"], isPhrase: false, isMinus: true, isOpen: false },
    { text: "-\"stary dom", words: ["stary", "dom"], isPhrase: true, isMinus: true, isOpen: false },
  ]);
});

test("a dash inside a word or alone refuses nothing", () => {
  assert.deepEqual(parse("e-mail").map(({ words, isMinus }) => [words, isMinus]), [[["mail"], false]]);
  assert.deepEqual(parse("- --las").map(({ words, isMinus }) => [words, isMinus]), [[["las"], false]]);
});

test("one quoted word is no phrase", () => {
  assert.equal(parse('"las"')[0].isPhrase, false);
});

test("the last word is open until a blank or a quotation mark follows", () => {
  const isOpen = (text) => parse(text).map((clause) => clause.isOpen);
  assert.deepEqual(isOpen("nowy las"), [false, true]);
  assert.deepEqual(isOpen("las "), [false]);
  assert.deepEqual(isOpen('"nowy las'), [false]);
  assert.deepEqual(isOpen("nowy -las"), [false, false]);
});

test("what may have been meant replaces the words in the text as it was typed", () => {
  const replaced = [{ from: "lsa", to: "las" }, { from: "motsu", to: "mostu" }];
  assert.deepEqual(suggest(" Nowy Lsa i motsu ", replaced), { text: "Nowy las i mostu", words: replaced });
  assert.equal(suggest("las", []), null);
});

// ----- which words are meant

test("any form finds the practices with the word, those that say most of it first", () => {
  assert.deepEqual(found("lasem "), [[0, "exact"], [1, "exact"]]);
  assert.deepEqual(found("LASU "), [[0, "exact"], [1, "exact"]]);
});

test("a score is the weight of the word by its level and how rare it is", () => {
  const [first, second] = engine.search("las ").results;
  close(first.score, (41 / 45) * idf(2));
  close(second.score, (10 / 45) * idf(2));
  assert.deepEqual([first.field, second.field], ["title", "text"]);
});

test("a word that is everywhere still counts where it says much", () => {
  const everywhere = Array.from({ length: 10 }, (_, n) => [n, n === 1 ? 40 : 3, TEXT]);
  const some = engineOf([["kurs", [""], [[0, 12, TEXT], [1, 9, TEXT]]], ["praca", [""], everywhere]]);
  const both = some.search("praca kurs ").results.filter(({ lacking }) => !lacking.length);
  assert.deepEqual(both.map(({ n }) => n), [1, 0]);
});

test("who types marks means them, who types none may have left them out", () => {
  const some = engineOf([["kat", ["", "a"], [[0, 9, TITLE]]], ["kąt", ["", "a"], [[1, 9, TITLE]]]]);
  const ask = (text) => some.search(text).results.map(({ n, score }) => [n, score / (10 / 45) / idf(1)]);
  assert.deepEqual(ask("kąta ").map(([n]) => n), [1]);
  const [plain, marked] = ask("kata ");
  assert.deepEqual([plain[0], marked[0]], [0, 1]);
  close(plain[1], 1);
  close(marked[1], 0.9);
  assert.deepEqual(ask("kątą ").map(([n]) => n), [0, 1]);
});

test("the highest degree of a word leads to the word", () => {
  assert.deepEqual(found("najnowych "), [[3, "exact"]]);
  assert.deepEqual(engine.search("nanowych ").missing, ["nanowych"]);
  assert.deepEqual(engine.search("najnowych ").missing, []);
});

test("a word with that beginning of its own is not taken apart", () => {
  const some = engineOf([["em", [""], [[0, 9, TITLE]]], ["naj", ["em"], [[1, 9, TITLE]]]]);
  assert.deepEqual(some.search("najem ").results.map(({ n }) => n), [1]);
});

test("a word that is nowhere leads to its family, for half its weight", () => {
  const [{ n, score, match }] = engine.search("stypendialna ").results;
  assert.deepEqual([n, match], [4, "exact"]);
  close(score, 0.5 * (21 / 45) * idf(1));
});

test("beside the word itself its family counts little", () => {
  const some = engineOf([["las", [""], [[1, 9, TITLE]], { relatives: ["leśny"] }], ["leśny", [""], [[0, 9, TITLE]]]]);
  const [own, relative] = some.search("las ").results;
  assert.deepEqual([own.n, relative.n], [1, 0]);
  close(relative.score, 0.15 * (10 / 45) * idf(1));
});

test("the last word may be the beginning of a longer one", () => {
  assert.deepEqual(found("wycie"), [[3, "exact"]]);
  assert.deepEqual(found("wycie "), [[3, "similar"]]); // once it is finished, that is but a guess
  assert.deepEqual(found("wyc "), []);
  close(engine.search("wycie").results[0].score, 0.9 * (5 / 9) * (31 / 45) * idf(1));
});

test("beside a whole word a longer one counts less", () => {
  const some = engineOf([["las", [""], [[0, 9, TITLE]]], ["lasek", [""], [[1, 9, TITLE]]]]);
  const [whole, longer] = some.search("las").results;
  assert.deepEqual([whole.n, longer.n], [0, 1]);
  close(longer.score, 0.35 * (3 / 5) * (10 / 45) * idf(1));
});

test("a beginning leads to the family of a word that is nowhere", () => {
  const [{ n, score }] = engine.search("stypendialn").results;
  assert.equal(n, 4);
  close(score, 0.9 * (11 / 12) * 0.5 * (21 / 45) * idf(1));
});

test("words that say nothing are left out, but for one alone that is still being typed", () => {
  assert.deepEqual(found("las ze "), found("las "));
  assert.equal(engine.search("ze ").asksNothing, true);
  assert.equal(engine.search("na ze").asksNothing, true);
  const some = engineOf([["zespół", [""], [[7, 9, TITLE]]]]);
  assert.deepEqual(some.search("ze").results.map(({ n }) => n), [7]);
  assert.deepEqual(some.search("ze ").results, []);
  assert.deepEqual(engineOf([["las", [""], []]]).search("ze").missing, []);
});

test("once forty thousand practices hold the words so far, a beginning stands for no more of them", () => {
  const words = ["xa", "xb", "xc"].map((stem, n) => [stem, [""], [[n, 9, TITLE]], { often: n ? 1 : 50_000 }]);
  assert.deepEqual(engineOf(words).search("x").results, []);
  const found = (often) => engineOf([["xya", [""], [[0, 9, TITLE]], { often }], ["xyb", [""], [[1, 9, TITLE]]]]).search("xy").results.map(({ n }) => n);
  assert.deepEqual([found(30_000), found(70_000)], [[0, 1], [0]]);
});

// ----- letter by letter

test("a misspelt word finds what is most like it, as similar, and says what may be meant", () => {
  const answer = engine.search("mosd ");
  assert.deepEqual(answer.results.map(({ n, match }) => [n, match]), [[1, "similar"], [2, "similar"]]);
  assert.deepEqual(answer.missing, ["mosd"]);
  assert.deepEqual(answer.suggestion, { text: "most", words: [{ from: "mosd", to: "most" }] });
  close(answer.results[0].score, 0.6 * (21 / 45) * idf(2));
  assert.deepEqual(found("mosd ", { similar: false }), []);
});

test("short words and numbers are taken as they are", () => {
  const some = engineOf([["las", [""], [[0, 9, TITLE]]], ["covid19", [""], [[1, 9, TITLE]]]]);
  for (const text of ["laz ", "covid18 ", "2019 "]) assert.deepEqual(some.search(text).results, [], text);
});

test("one letter may be wrong from four letters on, two from seven", () => {
  const some = engineOf([["wymiana", [""], [[0, 9, TITLE]]], ["wiosna", [""], [[1, 9, TITLE]]]]);
  const ask = (text) => some.search(text).results.map(({ n }) => n);
  assert.deepEqual(ask("wiozna "), [1]);
  assert.deepEqual(ask("wiozta "), []);
  assert.deepEqual(ask("wymjanna "), [0]);
  assert.deepEqual(ask("wymjann "), [0]);
  assert.deepEqual(ask("wynjann "), []);
  close(some.search("wymjann ").results[0].score, (0.6 / 2) * (10 / 45) * idf(1));
});

test("a misspelt word that is nowhere leads to its family", () => {
  const [{ n, score, match }] = engine.search("stypendjalny ").results;
  assert.deepEqual([n, match], [4, "similar"]);
  close(score, 0.6 * 0.5 * (21 / 45) * idf(1));
});

test("a word like none finds nothing", () => {
  assert.deepEqual(engine.search("xyzxyz "), {
    text: "xyzxyz ", results: [], missing: ["xyzxyz"], related: [], suggestion: null, needs: [], asksNothing: false,
  });
});

// ----- several words

test("more of the query counts by the square of its share", () => {
  const [both, wood] = engine.search("las most ").results;
  assert.deepEqual([both.n, wood.n], [1, 0]);
  close(both.score, (10 / 45 + 21 / 45) * idf(2));
  close(wood.score, (41 / 45) * idf(2) * 0.25);
});

test("a word that is nowhere weighs as much as the rarest one", () => {
  const [first] = engine.search("las xyzxyz ").results;
  close(first.score, (41 / 45) * idf(2) * (idf(2) / (idf(2) + Math.log(1 + 10.5 / 0.5))) ** 2);
});

test("practices far apart in a large catalogue are found", () => {
  const some = engineOf([["las", [""], [[3, 9, TITLE], [50, 9, TITLE], [2100, 9, TITLE], [4999, 9, TITLE]]]], {}, 5000);
  assert.deepEqual(some.search("las ").results.map(({ n }) => n), [3, 50, 2100, 4999]);
});

test("a practice with less than half of what the best one holds is left out", () => {
  const words = [["las", [""], [[0, 9, TITLE], [1, 9, TITLE]]], ["most", [""], [[0, 9, TITLE]]], ["rok", [""], [[0, 9, TITLE], [2, 9, TITLE]]]];
  const ask = (text) => engineOf(words).search(text).results.map(({ n }) => n);
  assert.deepEqual(ask("las most rok "), [0]);
  assert.deepEqual(ask("las rok "), [0, 1, 2]);
});

test("words with a minus refuse practices", () => {
  assert.deepEqual(found("las -most"), [[0, "exact"]]);
});

test("a query of nothing but a minus shows all others", () => {
  assert.deepEqual(found("-most").map(([n]) => n), [0, 3, 4, 5, 6, 7, 8, 9]);
  assert.equal(engine.search("-most").asksNothing, false);
});

test("who refuses a word does not refuse its family", () => {
  const some = engineOf([["las", [""], [[1, 9, TITLE]], { relatives: ["leśny"] }], ["leśny", [""], [[0, 9, TITLE]]]]);
  assert.deepEqual(some.search("leśny -las").results.map(({ n }) => n), [0]);
});

test("quoted words follow each other in the text, in any form", () => {
  assert.deepEqual(found('"lasem mostu"'), [[1, "exact"]]);
  const apart = engine.search('"mostu lasem"');
  assert.deepEqual(apart.results.map(({ n, match }) => [n, match]), [[1, "similar"], [0, "similar"], [2, "similar"]]);
  assert.deepEqual(apart.missing, ["mostu lasem"]);
});

test("words that say nothing keep their place between quoted ones", () => {
  const words = [["las", [""], [[0, 9, TITLE, [1]], [1, 9, TITLE, [1]]]], ["most", [""], [[0, 9, TITLE, [2]], [1, 9, TITLE, [3]]]]];
  assert.deepEqual(engineOf(words).search('"las ze most"').results.map(({ n }) => n), [1]);
});

test("where a word was not found, the others count as found if they are more", () => {
  assert.deepEqual(found("las most xyzxyz "), [[1, "exact"], [0, "similar"], [2, "similar"]]);
  assert.deepEqual(found("wycieczka xyzxyz "), [[3, "similar"]]);
});

test("exact results come before similar ones", () => {
  const matches = found("las most nowy wycieczkx ").map(([, match]) => match);
  assert.deepEqual(matches, [...matches].sort());
});

test("practices with the same score stay in their order", () => {
  const some = engineOf([["las", [""], [[2, 9, TITLE], [5, 9, TITLE], [7, 9, TITLE]]]]);
  assert.deepEqual(some.search("las ").results.map(({ n }) => n), [2, 5, 7]);
});

test("a search leaves nothing behind for the next one", () => {
  engine.search("las most nowy wycieczka ");
  const [first] = engine.search("las ").results;
  close(first.score, (41 / 45) * idf(2));
  assert.equal(first.field, "title");
});

test("the strongest word says in which field a practice was found", () => {
  assert.equal(engine.search("nowa wycieczka ").results[0].field, "title");
  assert.equal(engine.search("las most ").results[0].field, "text");
});

// ----- parts

test("a search names the parts that it needs and answers once they are there", () => {
  const core = coreOf(WORDS, 10, { pieces: [0, 2, 5] });
  const { parts, ...bare } = core;
  const some = KatalogSearch.create(bare);
  assert.deepEqual(some.search("most wycieczka ").needs, ["terms-0", "terms-2"]);
  assert.deepEqual(some.search('"las most"').needs, ["positions-0", "terms-0"]);
  assert.deepEqual(some.search("las -wycieczka").needs, ["terms-0", "terms-2"]);
  some.add("terms-0", parts["terms-0"]);
  assert.equal(some.has("terms-0"), true);
  assert.deepEqual(some.search("most wycieczka ").needs, ["terms-2"]);
  assert.deepEqual(some.search("most wycieczka ", { shards: parts }).results.map(({ n }) => n), [3, 1, 2]);
  assert.deepEqual(some.search("nowy ").results.map(({ n }) => n), [3]);
});

test("two letters do not ask for more than three pieces", () => {
  const words = ["aa", "ab", "ac", "ad", "ae"].map((stem, n) => [`x${stem}`, [""], [[n, 9, TITLE]]]);
  const { parts, ...bare } = coreOf(words, 10, { pieces: [0, 1, 2, 3, 4] });
  assert.equal(Object.keys(parts).length, 10);
  assert.deepEqual(KatalogSearch.create(bare).search("xa").needs, ["terms-0", "terms-1", "terms-2"]);
});

test("what a result shows and says comes with its part", () => {
  const some = engineOf(WORDS, { parts: {} });
  assert.deepEqual([some.cardsOf(1), some.cardsOf(2), some.textsOf(5)], ["cards-0", "cards-1", "texts-2"]);
  assert.deepEqual([some.card(3), some.text(3), some.id(3), some.facets()], [null, null, null, null]);
  some.add("cards-1", [["c", "C", "", "", ""], ["d", "D", "Dd", "Gdynia", "<li>"]]);
  some.add("texts-1", [{}, { text: "Długi" }]);
  assert.deepEqual(some.card(3), { id: "d", title: "D", summary: "Dd", places: "Gdynia", row: "<li>" });
  assert.deepEqual([some.text(3), some.id(3), some.id(0)], [{ text: "Długi" }, "d", null]);
});

test("parts may be of any length and are called by their names", () => {
  const some = engineOf(WORDS, { parts: {}, cards: { ...cut([0, 1, 4], 50), names: "d8cd 6d08 07ab" } }, 50);
  assert.deepEqual([0, 1, 3, 4, 49].map((n) => some.cardsOf(n)), ["cards-d8cd", "cards-6d08", "cards-6d08", "cards-07ab", "cards-07ab"]);
  assert.equal(some.textsOf(49), "texts-07ab");
  some.add("cards-07ab", Array.from({ length: 46 }, (_, n) => [`p${n}`, `P${n}`, "", "", ""]));
  assert.deepEqual([some.card(4).id, some.card(49).id, some.card(3)], ["p0", "p45", null]);
});

test("facets and orders come as lists by practice", () => {
  const some = engineOf(WORDS, {}, 3);
  some.add("facets", facetsPart(["a", "ab", "b"], { theme: { terms: [["x", "X"], ["y", "Y"]], of: [[0], [0, 1], []] } }, { title: [2, 0, 1] }));
  assert.deepEqual(some.facets(), {
    facets: { theme: { terms: [{ id: "x", label: "X" }, { id: "y", label: "Y" }], of: [[0], [0, 1], []] } },
    orders: { title: [2, 0, 1] },
  });
  assert.equal(some.facets(), some.facets());
  assert.deepEqual([0, 1, 2].map((n) => some.id(n)), ["a", "ab", "b"]);
});

test("a result knows its id and the forms that occur", () => {
  const some = engineOf();
  some.add("cards-0", [["a"], ["b"]]);
  const [first] = some.search("lasem wycieczka ").results.filter(({ n }) => n === 0);
  assert.equal(first.id, "a");
  assert.deepEqual(first.forms, ["las", "lasu"]);
});

// ----- beside the results

test("the last word is completed with words that occur", () => {
  assert.deepEqual(engine.complete("nowy wyc"), ["wycieczka"]);
  assert.deepEqual(engine.complete("stypendi"), ["stypendium"]);
  assert.deepEqual(engine.complete("wyc "), []);
  assert.deepEqual(engine.complete(""), []);
  const many = engineOf(["a", "b", "c", "d", "e", "f", "g"].map((letter, n) => [`la${letter}`, [""], [[n, 9, TITLE]]]));
  assert.deepEqual(many.complete("la"), ["laa", "lab", "lac", "lad", "lae"]);
  assert.deepEqual(many.complete("la", 2), ["laa", "lab"]);
});

test("a word that stands there already is not offered", () => {
  const some = engineOf([["las", [""], [[0, 9, TITLE]]], ["lasek", [""], [[1, 9, TITLE]]]]);
  assert.deepEqual(some.complete("las"), ["lasek"]);
});

test("what was asked for is found in texts in any form", () => {
  assert.deepEqual(engine.ranges("Nad lasem i MOSTEM.", "las "), [[4, 9]]);
  assert.deepEqual(engine.ranges("Nad lasem i MOSTEM.", "las most"), [[4, 9], [12, 18]]);
  const some = engineOf([["kat", ["", "a"], [[0, 9, TITLE]]], ["kąt", ["", "a"], [[1, 9, TITLE]]]]);
  assert.deepEqual(some.ranges("kąta kata", "kąt "), [[0, 4]]);
  assert.deepEqual(some.ranges("KĄTA KATA", "kąt "), [[0, 4]]);
});
