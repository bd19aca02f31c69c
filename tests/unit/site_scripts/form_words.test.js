import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECKED_IN, checking, source } from "./support/form.js";
import { load } from "./support/load.js";

const { FormWords, FormNearest, FormTexts } = checking();

// ----- words

test("a place is named as an editor reads it", () => {
  assert.equal(FormWords.fieldName(["indicators", 0, "split", 12, "parts"]), "indicators[0].split[12].parts");
  assert.equal(FormWords.fieldName(["title"]), "title");
});

test("letters fold to those of any keyboard", () => {
  assert.equal(FormWords.fold("  Żółć   Ł\tó "), "zolc l o");
});

test("a problem says the nearest name, or that there is none", () => {
  const { problemText } = FormWords;
  assert.equal(
    problemText({ key: "unknown_source", params: { value: "s2", nearest: "s1" } }).endsWith("Może chodziło o „s1”?"),
    true,
  );
  assert.notEqual(problemText({ key: "not_allowed", params: { value: "x", allowed: "a", nearest: null } }), "");
  assert.equal(problemText({ key: "missing", params: {} }), "Uzupełnij to pole.");
});

test("where there is no near name the message may be another", () => {
  const { FormWords: words } = load(["phrases", "form/words"], {
    document: CHECKED_IN,
    KatalogFormularz: { ...source(), words: { "problem.x": "x", "problem.x.far": "x, daleko", "problem.y": "y", "problem.suggestion": " {nearest}?" } },
  });
  assert.equal(words.problemText({ key: "x", params: {} }), "x, daleko");
  assert.equal(words.problemText({ key: "x", params: { nearest: "z" } }), "x z?");
  assert.equal(words.problemText({ key: "y", params: {} }), "y");
});

// ----- the nearest

test("the nearest name is the one that shares most with the word", () => {
  const { nearest } = FormNearest;
  assert.equal(nearest("zielnn", ["zielen", "zabawa"]), "zielen");
  assert.equal(nearest("ZIELEN", ["zielen"]), "zielen");
  assert.equal(nearest("x", ["zielen"]), null);
  assert.equal(nearest("abcd", ["abxy"]), null);
  assert.equal(nearest("abcde", ["abcxy"]), "abcxy");
  assert.equal(nearest("ab", ["ac", "ad", "abc"]), "abc");
  assert.equal(nearest("abcd", ["abcx", "abcy"]), "abcy");
  assert.equal(nearest("cdab", ["abcd"]), null);
  assert.equal(nearest("", [""]), "");
  assert.equal(nearest("bdac", ["acbd", "badc"]), "badc");
});

// ----- texts

test("an address on the web has a host with a dot, no one's name and a port there is", () => {
  const { isWebAddress } = FormTexts;
  for (const text of ["https://a.pl", "HTTP://a.pl/x?y#z", "https://a.pl:65535/", "https://a.pl:/x", "https://a.b.pl."]) assert.equal(isWebAddress(text), true, text);
  for (const text of [
    "ftp://a.pl", "https://localhost", "https://a.pl:65536", "https://u@a.pl", "https://a .pl", "https://a.pl/<b>", "https://a.pl/\u200b", "https://.pl", "https://[::1].a/", "a.pl", "https://a:b.pl",
  ]) assert.equal(isWebAddress(text), false, text);
});

test("a link in a story leads to the web or writes a letter", () => {
  const { isSafeLink } = FormTexts;
  assert.deepEqual(["https://a.pl", "mailto:a@b.pl", "mailto:ab.pl", "", undefined, "javascript:alert(1)", "a b"].map(isSafeLink), [true, true, false, false, false, false, false]);
});

test("codes are known by their case", () => {
  const { isKnownCode } = FormTexts;
  assert.deepEqual([isKnownCode("country", "PL"), isKnownCode("country", "pl"), isKnownCode("country", "PL DE"), isKnownCode("currency", "PLN"), isKnownCode("language", "XX")], [true, false, false, true, false]);
});

test("a character that nobody sees is named by its number", () => {
  const { unseenCharacter, stackedMarks } = FormTexts;
  assert.deepEqual(["a\u200bb", "a\u202eb", "ab", "\u{e0041}", "a\u0007"].map(unseenCharacter), ["U+200B", "U+202E", "", "U+E0041", "U+0007"]);
  assert.equal(stackedMarks("a\u0301"), 0);
  assert.equal(stackedMarks("q\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301") > 4, true);
});
