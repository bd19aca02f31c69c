import assert from "node:assert/strict";
import { test } from "node:test";
import { coreOf, numbers } from "./support/index.js";
import { load } from "./support/load.js";

const PARTS = ["words", "slips", "forms", "numbers", "query", "index", "repair", "everyday", "meaning", "scores", "engine"];
const { KatalogSearch } = load(PARTS.map((name) => `search/${name}`));

const TITLE = 0;
const TEXT = 2;
const engineOf = (words, options = {}, count = 10) => KatalogSearch.create(coreOf(words, count, options));

const WORDS = [
  ["cudzoziemc", ["y", "a"], [[0, 9, TITLE]]],
  ["kryzys", ["", "u"], [[1, 9, TITLE]]],
  ["prac", ["a", "y"], [[2, 9, TITLE]]],
  ["rynek", ["", "u"], [[2, 9, TITLE], [3, 9, TITLE]]],
  ["samo", [""], [[3, 9, TITLE]]],
  ["samorząd", ["", "u"], [[4, 9, TITLE]]],
  ["rząd", ["", "u"], [[3, 9, TITLE]]],
  ["staż", ["", "e"], [[5, 9, TITLE]]],
  ["firm", ["a", "ie"], [[5, 9, TITLE]]],
].sort(([one], [other]) => (one < other ? -1 : 1));
const some = engineOf(WORDS, { ignored: "nie na po po w ze" });
const seen = (text) => some.search(text).results.map(({ n, match }) => [n, match]);

// ----- blanks

test("a word in three pieces is one", () => {
  assert.deepEqual(seen("cud zozi emcy "), [[0, "exact"]]);
});

test("two words with the blank a letter too early or too late are a guess", () => {
  for (const text of ["ryne kpracy ", "rynekp racy "]) {
    const { results, suggestion } = some.search(text);
    assert.deepEqual([results.map(({ n, match }) => [n, match]), suggestion.text], [[[2, "similar"], [3, "similar"]], "rynek pracy"]);
  }
  assert.notEqual(some.search("ryne kpracy").suggestion?.text, "rynek pracy"); // while the second word may go on
});

test("two words that are known as one as well are found as either", () => {
  assert.deepEqual(seen("samo rządu ").map(([n]) => n).sort(), [3, 4]);
  assert.deepEqual(seen("samo rządu "), [[3, "exact"], [4, "exact"]]);
  assert.deepEqual(seen("rynek pracy "), [[2, "exact"], [3, "exact"]]);
});

// ----- glued words

test("the shortest words may stand between others", () => {
  assert.equal(some.search("rynekpracywfirmie ").suggestion.text, "rynek pracy firmie");
  const short = engineOf([["firm", ["a", "ie"], [[0, 9, TITLE]]], ["las", ["", "u"], [[0, 9, TITLE]]]], { ignored: "w" }, 1);
  assert.equal(short.search("laswfirmie ").suggestion.text, "las firmie"); // behind a word of three letters as well
});

// ----- keyboards

test("on a German keyboard y and z change places", () => {
  assert.deepEqual(seen("cudyoyiemcz "), [[0, "similar"]]);
  assert.equal(some.search("krzyzs ").suggestion.text, "kryzys");
});

const ALPHABET = [["bcdfg", [""], [[0, 9, TITLE]]], ["hijklm", [""], [[1, 9, TITLE]]], ["noprs", [""], [[2, 9, TITLE]]], ["tuvwxaey", [""], [[3, 9, TITLE]]]];

test("a letter that was typed on Cyrillic keys is the one that stands on its key", () => {
  const keys = Object.fromEntries([..."wertyuiopasdfghjklzxcvbnm"].map((letter, n) => [letter, [..."цукенгшщзфывапролдячсмить"][n]]));
  const every = engineOf(ALPHABET, {}, 4);
  for (const [n, [word]] of ALPHABET.entries()) {
    const typed = [...word].map((letter) => keys[letter]).join("");
    assert.deepEqual(every.search(`${typed} `).results.map((each) => each.n), [n], `${typed}: ${word}`);
  }
});

test("a word in Cyrillic letters is found by what it sounds like", () => {
  const heard = {
    "абвгґ": "abwgg", "деєжзи": "dejezzi", "іикл": "iikl", "мнопр": "mnopr", "стуфх": "stufch", "цчшщ": "cczszszcz", "ыэюя": "yejuja", "объезд": "obezd",
  };
  const words = Object.values(heard).sort().map((word, n) => [word, [""], [[n, 9, TITLE]]]);
  const every = engineOf(words, {}, words.length);
  for (const [typed, word] of Object.entries(heard)) {
    const { results, suggestion } = every.search(`${typed} `);
    assert.deepEqual([results.map(({ n }) => words[n][0]), suggestion.text], [[word], word], typed);
  }
});

// ----- words of everyday life

const table = (words, of, further = []) => ({ lexicon: coreOf(words, 1).lexicon, of: of.map(numbers).join(" "), expressions: numbers([0]), further, names: [[0, "bezdomność"]] });
const daily = (part, words, hints = { expressions: "Ajob centre", further: "" }) => {
  const core = coreOf(words, 50, { everyday: hints, ignored: "nie" });
  return KatalogSearch.create({ ...core, parts: { ...core.parts, everyday: part } });
};
const KLOSZARD = table([["kloszard", ["", "a"], []]], [[0]]);
const HOMELESS = [["bezdomność", [""], [[0, 9, TITLE], [1, 9, TITLE]]], ["kloc", ["ek"], [[2, 9, TITLE]]]];

test("an expression is one with a hyphen as well", () => {
  for (const text of ["job centre ", "job-centre "]) assert.deepEqual(daily(KLOSZARD, HOMELESS).search(text).results.map(({ n }) => n), [0, 1], text);
});

test("of what stands for a word, a practice with more of it comes first", () => {
  const words = [["dom", [""], [[0, 20, TITLE], [1, 18, TEXT]]], ["rodzina", [""], [[1, 18, TEXT], [2, 20, TITLE]]]];
  const some = daily(table([["chat", ["a", "y"], []]], [[0, 1]]), words);
  assert.equal(some.search("chaty ").results[0].n, 1);
});
