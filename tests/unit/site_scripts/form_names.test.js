import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECKED_IN, source } from "./support/form.js";
import { load } from "./support/load.js";

const REGISTRY = {
  places: [["hel", "Hel", ["Hela", "Hal"]], ["lodz", "Łódź", null], ["sopot", "Sopot", []]],
  organisations: [["um-hel", "Urząd Miasta", []]],
};
const scripts = (globals = {}, data = {}) =>
  load(["phrases", "form/words", "form/names", "form/gazetteer"], {
    document: { ...CHECKED_IN, currentScript: { src: "https://example.org/katalog/assets/scripts/form/gazetteer.js" }, querySelector: () => ({ append() {} }), getElementById: () => null },
    KatalogElements: { make: () => ({}) },
    KatalogFormularz: { ...source(), registry: REGISTRY, terms: { themes: ["zielen"] }, ...data },
    ...globals,
  });

// ----- names

test("a record is known by its id, its name and its other names, in any letters", () => {
  const { FormNames } = scripts();
  const ids = ["hel", "Hel", "HELA", "łodz", "lodz", "Lódz", "nigdzie", "", "Sopo"].map((typed) => FormNames.idOf("places", typed));
  assert.deepEqual(ids, ["hel", "hel", "hel", "lodz", "lodz", "lodz", "", "", ""]);
});

test("an id is made of letters and digits of words, sixty at most, with a number where it is taken", () => {
  const { FormNames } = scripts();
  assert.deepEqual(["Żółta Łódź 2", "  -a--b- ", "…", `${"x".repeat(59)} abc`].map((words) => FormNames.slug(words)), ["zolta-lodz-2", "a-b", "", "x".repeat(59)]);
  assert.equal(FormNames.slug("y".repeat(90)), "y".repeat(60));
  assert.deepEqual(
    [FormNames.freeId("places", "Hel"), FormNames.freeId("places", "Reda"), FormNames.freeId("places", "Hel", ["hel-2", "hel-3"]), FormNames.freeId("places", "…"), FormNames.freeId("terms", "Hel", ["hel"])],
    ["hel-2", "reda", "hel-4", "x", "hel-2"],
  );
});

test("what an id may be follows the records that the form is about to add", () => {
  const { FormNames } = scripts();
  assert.deepEqual(FormNames.known(), { themes: ["zielen"], places: ["hel", "lodz", "sopot"], organisations: ["um-hel"] });
  FormNames.add("places", [["reda", "Reda", []]]);
  assert.deepEqual([FormNames.known().places, FormNames.idOf("places", "Reda"), FormNames.nameOf("places", "reda")], [["hel", "lodz", "sopot", "reda"], "reda", "Reda"]);
  FormNames.add("places", [["ustka", "Ustka", []]]);
  assert.deepEqual([FormNames.idOf("places", "Reda"), FormNames.idOf("places", "Ustka")], ["", "ustka"]);
});

test("proposed terms are those of their vocabulary that have an id, by their words if they have any", () => {
  const { FormNames } = scripts();
  FormNames.terms = [{ vocabulary: "themes", id: "a", pl: "Alfa" }, { vocabulary: "themes", id: "b" }, { vocabulary: "themes", pl: "Nic" }, { vocabulary: "kinds", id: "c" }];
  assert.deepEqual(FormNames.proposedTerms("themes"), [["a", "Alfa"], ["b", "b"]]);
});

// ----- places that the registry lacks

const line = (name, people = 0, more = {}) => [name, more.main ?? "", "PL", "82", "54.1", "18.2", "7", people, more.near ?? ""].join("\t");

function gazetteer(lists, fails = []) {
  const asked = [];
  const addScript = async (href) => {
    asked.push(href);
    if (fails.length) throw fails.pop();
  };
  const { FormGazetteer } = scripts({ KatalogElements: { make: () => ({}), addScript }, KatalogMiejscowosci: lists });
  return { ...FormGazetteer, asked, names: async (name) => (await FormGazetteer.placesCalled(name)).map((place) => place.name) };
}

test("places of just that name come first, the largest first, then eight in all that begin so", async () => {
  const longer = Array.from({ length: 9 }, (_, n) => line(`Redan ${n}`, n));
  const { names } = gazetteer({ r: [line("Reda", 1), line("Redzikowo", 9), ...longer, line("Reda", 5), line("Rumia", 9)].join("\n") });
  assert.deepEqual(await names("reda"), ["Reda", "Reda", ...[8, 7, 6, 5, 4, 3].map((n) => `Redan ${n}`)]);
});

test("all places of just that name are there, however many", async () => {
  const { names } = gazetteer({ r: [...Array(10)].map(() => line("Reda")).concat(line("Redan")).join("\n") });
  assert.equal((await names("Reda")).length, 10);
});

test("another name of a place leads to it where it is typed in full", async () => {
  const { names } = gazetteer({ d: [line("Danzig", 9, { main: "Gdańsk" }), line("Danzigowo", 1)].join("\n") });
  assert.deepEqual([await names("danzig"), await names("danzi")], [["Danzig", "Danzigowo"], ["Danzigowo"]]);
});

test("letters of other tongues are those of a keyboard", async () => {
  const typed = { Ørsta: "orsta", Đakovo: "dakovo", "Ħamrun": "hamrun", Iğdır: "igdir", Ærø: "aero", Œuilly: "oeuilly", "Þórshöfn": "thorshofn", "Ðarna": "darna", Weiß: "weiss" };
  for (const [name, plain] of Object.entries(typed)) {
    assert.deepEqual(await gazetteer({ [plain[0]]: line(name) }).names(plain), [name], name);
  }
});

test("the list of a letter is asked for once, that of other signs has a name of its own", async () => {
  const page = gazetteer({ r: line("Reda"), _: line("1 Maja") });
  assert.deepEqual([await page.names("Re"), await page.names("reda"), await page.names("1")], [["Reda"], ["Reda"], ["1 Maja"]]);
  assert.deepEqual(page.asked, ["https://example.org/katalog/assets/gazetteer/r.js", "https://example.org/katalog/assets/gazetteer/_.js"]);
});

test("a list that did not come is asked for again", async () => {
  const page = gazetteer({ r: line("Reda") }, [new Error("offline")]);
  await assert.rejects(page.names("reda"));
  assert.deepEqual(await page.names("reda"), ["Reda"]);
  assert.equal(page.asked.length, 2);
});

test("a place is told from others by its usual name, region, country, the larger town and its people", () => {
  const words = { "gazetteer.near": "koło: {name}", "gazetteer.people": "{people} os." };
  const { FormGazetteer } = scripts({}, { words, digits: { group: " ", decimal: "," }, gazetteer: { regions: { "PL.82": "pomorskie" }, countries: { PL: "Polska", CZ: "Czechy" } } });
  const place = { main: "Gdańsk", country: "PL", region: "82", near: "Sopot", people: 1200 };
  assert.equal(FormGazetteer.described(place), "Gdańsk, pomorskie, Polska, koło: Sopot, 1 200 os.");
  assert.equal(FormGazetteer.described({ main: "", country: "CZ", region: "1", near: "", people: 0 }), "Czechy");
});
