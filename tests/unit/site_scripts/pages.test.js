import assert from "node:assert/strict";
import { test } from "node:test";
import { Classes, storageOf } from "./support/bare.js";
import { source } from "./support/form.js";
import { load } from "./support/load.js";

// ----- phrases

const { Phrases, labelOf } = load(["phrases"], { document: { documentElement: { lang: "pl" } } }).KatalogPhrases;
const FILES = { one: "{n} plik", few: "{n} pliki", many: "{n} plików", other: "{n} pliku" };
const phrases = new Phrases({ files: FILES, named: "{name}: {n}" }, { group: "\u00a0", decimal: "," });

test("numbers are written as the build writes them", () => {
  assert.deepEqual([7, 1234, 1234567, 12.5, "1000.25"].map((each) => phrases.digits(each)), ["7", "1\u00a0234", "1\u00a0234\u00a0567", "12,5", "1\u00a0000,25"]);
});

test("a phrase has the plural form of its number", () => {
  assert.deepEqual([1, 3, 5, 1.5, 1000].map((n) => phrases.say("files", { n })), ["1 plik", "3 pliki", "5 plików", "1,5 pliku", "1\u00a0000 plików"]);
  assert.equal(new Phrases({ files: { other: "{n}" } }, { group: " " }).say("files", { n: 1 }), "1");
});

test("a phrase names what it is given", () => {
  assert.equal(phrases.say("named", { name: "las", n: 2000 }), "las: 2\u00a0000");
  assert.equal(phrases.say("named"), "undefined: undefined");
});

test("of words that were typed five are told, and that there are more", () => {
  const some = new Phrases({ "catalogue.quoted": "„{text}”" }, { group: " " });
  assert.equal(some.quoted(["a", "b", "c", "d", "e"]), "„a”, „b”, „c”, „d”, „e”");
  assert.equal(some.quoted(["a", "b", "c", "d", "e", "f"]), "„a”, „b”, „c”, „d”, „e” …");
});

test("a result says first that it is but similar, then what it lacks, then its language", () => {
  const some = new Phrases({ "search.similar": "podobne", "search.without": "bez: {words}", "search.found_in.en": "po angielsku", "search.found_in.other": "w innym języku" }, { group: " " });
  const label = (changes) => labelOf({ match: "exact", lacking: [], language: null, ...changes }, some);
  assert.deepEqual(
    [label({}), label({ match: "similar", lacking: ["las"] }), label({ lacking: ["las", "most"], language: "en" }), label({ language: "en" }), label({ language: "uk" })],
    ["", "podobne", "bez: las, most", "po angielsku", "w innym języku"],
  );
});

// ----- names of records

test("a name that several share comes with the id, and alone stands for none of them", () => {
  const KatalogFormularz = { ...source(), registry: { places: [["hel", "Hel", ["Hela", "Hal"]], ["sopot", "Sopot", []], ["sopot-2", "Sopot", ["Hal"]]] } };
  const { FormNames } = load(["phrases", "elements", "form/words", "form/names"], { document: { documentElement: { lang: "pl" } }, KatalogFormularz });
  const names = ["hel", "sopot", "sopot-2", "inne"].map((id) => FormNames.nameOf("places", id));
  assert.deepEqual(names, ["Hel", "Sopot (sopot)", "Sopot (sopot-2)", "inne"]);
  const ids = ["Sopot (sopot-2)", "Sopot", "hal", "HELA", "sopot", ""].map((typed) => FormNames.idOf("places", typed));
  assert.deepEqual(ids, ["sopot-2", "", "", "hel", "sopot", ""]);
});

// ----- the colour scheme

const KEPT = "/katalog/.motyw";

function scheme(kept, isRefused = false) {
  const body = { dataset: {} };
  const localStorage = storageOf(kept ? { [KEPT]: kept } : {}, isRefused);
  const on = {};
  const document = {
    body,
    currentScript: { src: "https://example.org/katalog/assets/scripts/early.js" },
    documentElement: { classList: new Classes(["no-js"]) },
    addEventListener() {},
  };
  const self = { addEventListener: (type, act) => (on[type] = act) };
  const { KatalogScheme } = load(["early"], { self, document, localStorage, console: { info() {} } });
  return { scheme: KatalogScheme, shown: () => body.dataset.scheme, kept: () => localStorage.getItem(KEPT) };
}

test("a chosen scheme is shown and kept", () => {
  const page = scheme();
  assert.deepEqual([page.scheme.chosen(), page.shown()], [null, undefined]);
  page.scheme.choose("dark");
  assert.deepEqual([page.scheme.chosen(), page.shown(), page.kept()], ["dark", "dark", '"dark"']);
  assert.equal(scheme('"light"').shown(), "light");
});

test("a reader can go back to the scheme of the system", () => {
  const page = scheme('"dark"');
  page.scheme.choose(null);
  assert.deepEqual([page.scheme.chosen(), page.shown(), page.kept()], [null, undefined, null]);
  const refused = scheme(undefined, true);
  refused.scheme.choose("dark");
  assert.equal(refused.shown(), "dark");
  refused.scheme.choose(null);
  assert.deepEqual([refused.scheme.chosen(), refused.shown()], [null, undefined]);
});
