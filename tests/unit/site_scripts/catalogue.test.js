import assert from "node:assert/strict";
import { test } from "node:test";
import { Classes, settled } from "./support/bare.js";
import { CHOICES, facetsPart, coreOf } from "./support/index.js";
import { load } from "./support/load.js";

const SEARCH = ["slips", "forms", "numbers", "query", "index", "repair", "everyday", "meaning", "scores", "engine"].map((name) => `search/${name}`);
const { KatalogState, KatalogNarrowing, KatalogResults, KatalogValues, KatalogSearch } = load(
  ["search/words", ...SEARCH, "catalogue/state", "catalogue/narrowing", "catalogue/results", "catalogue/values"],
  { document: { currentScript: { dataset: CHOICES } } },
);
const { read, write, isFiltered } = KatalogState;
const { narrow, missing, ordered } = KatalogNarrowing;
const { Results } = KatalogResults;
const { missingValues } = KatalogValues;

const ADDRESS = "?q=las+w+mie%C5%9Bcie&theme=a&theme=b&place=gdynia&sort=title";

// ----- state

test("an address holds query, values and order, and comes back as it was", () => {
  const state = read(ADDRESS);
  assert.deepEqual([state.query, state.chosen.theme, state.chosen.place, state.sort], ["las w mieście", ["a", "b"], ["gdynia"], "title"]);
  assert.equal(write(state), ADDRESS);
});

test("every facet is there, though nothing is chosen in it", () => {
  const names = ["theme", "target_group", "place", "kind", "support", "lifecycle", "programme", "evidence"];
  assert.deepEqual(Object.entries(read("").chosen), names.map((name) => [name, []]));
});

test("what an address has twice, around words or in vain is left out", () => {
  assert.equal(write(read("?q=+las++&theme=a&theme=a&colour=red&sort=size")), "?q=las&theme=a");
  assert.equal(write(read("?q=+&sort=relevance")), "");
});

test("every order has a name", () => {
  for (const sort of ["relevance", "newest", "title", "evidence", "cost"]) assert.equal(read(`?sort=${sort}`).sort, sort);
});

test("a query alone filters nothing", () => {
  assert.deepEqual([isFiltered(read("?q=las")), isFiltered(read("?theme=a"))], [false, true]);
});

// ----- narrowing

const FACETS = {
  theme: { terms: [{ id: "a" }, { id: "b" }, { id: "c" }], of: [[0], [0, 1], [1], [2]] },
  place: { terms: [{ id: "x" }, { id: "y" }], of: [[0], [1], [1], [0]] },
};

test("values of one facet add up, facets narrow each other", () => {
  assert.deepEqual(narrow(FACETS, [3, 2, 1, 0], { theme: ["a", "b"], place: ["y"] }).kept, [2, 1]);
  assert.deepEqual(narrow(FACETS, [0, 1, 2, 3], {}).kept, [0, 1, 2, 3]);
});

test("a count says what its value alone would leave beside the other facets", () => {
  assert.deepEqual(narrow(FACETS, [0, 1, 2, 3], { theme: ["a"], place: ["y"] }).counts, { theme: [1, 2, 0], place: [1, 1] });
});

test("only what was found is counted", () => {
  assert.deepEqual(narrow(FACETS, [3], { theme: ["a"] }), { kept: [], counts: { theme: [0, 0, 1], place: [0, 0] } });
});

test("a value that nobody has is left aside", () => {
  assert.deepEqual(narrow(FACETS, [0, 1], { theme: ["z"] }).kept, [0, 1]);
  assert.deepEqual(narrow(FACETS, [0, 2], { theme: ["z", "b"] }).kept, [2]);
});

test("practices with one rank keep their order, and the list that came in is left alone", () => {
  const practices = [3, 1, 2, 0];
  assert.deepEqual(ordered(practices, [1, 0, 1, 0]), [3, 1, 2, 0]);
  assert.deepEqual(ordered(practices, [0, 1, 2, 3]), [0, 1, 2, 3]);
  assert.deepEqual(practices, [3, 1, 2, 0]);
});

test("what a practice misses are the facets in which it has none of the values chosen", () => {
  const missedBy = missing(FACETS, { theme: ["a"], place: ["y", "z"] });
  assert.deepEqual([0, 1, 2, 3].map(missedBy), [["place"], [], ["theme"], ["theme", "place"]]);
});

// ----- values that did not come with the page

test("added values stand by how many practices have them, those that nobody has or that are there not at all", () => {
  const terms = ["a", "b", "c", "d", "e"].map((id) => ({ id, label: id.toUpperCase() }));
  const of = [[0, 1, 2], [2, 3], [2, 3], [1, 0]];
  assert.deepEqual(missingValues({ terms, of }, new Set(["a"])), [
    { id: "c", label: "C", count: 3 },
    { id: "b", label: "B", count: 2 },
    { id: "d", label: "D", count: 2 },
  ]);
});

// ----- results

const ORDERS = { fullest: [3, 2, 1, 0], title: [1, 0, 3, 2], newest: [0, 1, 2, 3], evidence: [0, 0, 0, 0], cost: [2, 1, 0, 3] };
const terms = (facet) => facet.terms.map(({ id }) => [id, id]);
const LISTED = { theme: { terms: terms(FACETS.theme), of: FACETS.theme.of }, place: { terms: terms(FACETS.place), of: FACETS.place.of } };

function engineOf({ isComplete = true } = {}) {
  const words = [["las", ["", "y"], [[1, 9, 0], [2, 20, 0]]], ["most", [""], [[0, 9, 0]]]];
  const engine = KatalogSearch.create(coreOf(words, 4));
  if (isComplete) engine.add("facets", facetsPart(["a", "b", "c", "d"], LISTED, ORDERS));
  return engine;
}

function resultsOf(address, engine = engineOf()) {
  const state = read(address);
  return new Results(engine, state, state.query ? engine.search(state.query) : null);
}

test("without a query the fullest practices stand first, or all in the order chosen", () => {
  assert.deepEqual(resultsOf("").practices, [3, 2, 1, 0]);
  assert.deepEqual(resultsOf("?sort=title").practices, [1, 0, 3, 2]);
  assert.deepEqual(resultsOf("?sort=evidence").practices, [1, 0, 3, 2]);
  assert.deepEqual(resultsOf("?theme=a").practices, [1, 0]);
});

test("practices of which as much is known stand by title", () => {
  const engine = engineOf({ isComplete: false });
  engine.add("facets", facetsPart(["a", "b", "c", "d"], LISTED, { ...ORDERS, fullest: [0, 0, 0, 0] }));
  assert.deepEqual(resultsOf("", engine).practices, [1, 0, 3, 2]);
});

test("a query brings the order of the search, unless another is chosen", () => {
  assert.deepEqual(resultsOf("?q=las").practices, [2, 1]);
  assert.deepEqual(resultsOf("?q=las&sort=newest").practices, [1, 2]);
  assert.deepEqual(resultsOf("?q=las&place=y&theme=a").practices, [1]);
});

test("a query brings practices before the facets are there", () => {
  assert.deepEqual(resultsOf("?q=las", engineOf({ isComplete: false })).practices, [2, 1]);
});

test("words that ask for nothing leave the whole list", () => {
  assert.deepEqual(resultsOf("?q=ze+na").practices, [3, 2, 1, 0]);
});

test("what is only similar comes last in any order, and is counted", () => {
  const results = resultsOf("?q=lasy+most+xyzx&sort=cost");
  assert.deepEqual(results.practices, [2, 1, 0]);
  assert.equal(results.similarCount, 3);
  const answer = { results: [{ n: 2, match: "exact" }, { n: 0, match: "similar" }, { n: 3, match: "similar" }], asksNothing: false, missing: [] };
  const some = new Results(engineOf(), read("?q=x&sort=newest"), answer);
  assert.deepEqual(some.practices, [2, 0, 3]);
  assert.equal(some.similarCount, 2);
  assert.equal(some.resultOf(3), answer.results[2]);
  assert.equal(new Results(engineOf(), read("?q=x&theme=b"), answer).similarCount, 0);
});

test("facets are needed for everything but the order of the search, and where it finds nothing", () => {
  const answer = { results: [{ n: 0, match: "exact" }], asksNothing: false };
  const needs = (address, given = answer) => Results.needFacets(read(address), given);
  assert.deepEqual([needs("?q=las"), needs("?q=las&sort=title"), needs("?q=las&theme=a"), needs("", null)], [false, true, true, true]);
  assert.equal(needs("?q=ze", { results: [], asksNothing: true }), true);
  assert.equal(needs("?q=xyzxyz", { results: [], asksNothing: false }), true);
});

test("where nothing is left, each condition says what giving it up would bring, the most first", () => {
  const ways = (address, engine) => resultsOf(address, engine).waysOut().map(({ facet, left, changes }) => [facet, left, changes.query ?? changes.chosen[facet]]);
  assert.deepEqual(ways("?q=las&theme=c&place=x"), [[null, 1, ""]]);
  assert.deepEqual(ways("?theme=c&place=y"), [["theme", 2, []], ["place", 1, []]]);
  assert.deepEqual(ways("?q=most&theme=b"), [[null, 2, ""], ["theme", 1, []]]);
  assert.deepEqual(ways("?q=xyzxyz"), []);
  assert.deepEqual(ways("?theme=a&place=y"), [["theme", 2, []], ["place", 2, []]]); // of equal ones the first condition
  assert.deepEqual(ways("?q=las", engineOf({ isComplete: false })), []);
});

test("the other conditions stay when one is given up", () => {
  const [way] = resultsOf("?theme=c&place=y").waysOut();
  assert.deepEqual([way.changes.chosen.place, way.changes.chosen.theme], [["y"], []]);
});

test("the practices that fit most conditions are near, those found first, then the fullest, and say what they miss", () => {
  const near = (address, most = 3, engine) => resultsOf(address, engine).nearest(most).map(({ n, misses }) => [n, ...misses]);
  assert.deepEqual(near("?theme=c&place=y"), [[3, "place"], [2, "theme"], [1, "theme"]]);
  assert.deepEqual(near("?q=most&theme=b"), [[0, "theme"], [2, null], [1, null]]);
  assert.deepEqual(near("?q=most&theme=b", 1), [[0, "theme"]]);
  assert.deepEqual(near("?q=most&theme=c&place=y"), [[0, "theme", "place"], [3, null, "place"], [2, null, "theme"]]);
  assert.deepEqual(near("?q=ze&theme=c&place=y&sort=title", 1), [[3, "place"]]);
});

test("what fits no condition is not near, nor is anything known before the facets are there", () => {
  const near = (address, engine) => resultsOf(address, engine).nearest(3).map(({ n }) => n);
  assert.deepEqual(near("?q=xyzxyz"), []);
  assert.deepEqual(near("?q=xyzxyz&theme=c"), [3]);
  assert.deepEqual(near("?q=las", engineOf({ isComplete: false })), []);
});

// ----- data that comes in parts

function practicesOn(parts, folder = "../szukaj/") {
  const asked = [];
  const append = (script) => {
    const name = /([\w-]+)\.js$/.exec(script.src)[1];
    asked.push(script.src);
    Promise.resolve().then(() => (name in parts ? names.katalogPart(name, parts[name]) : script.onerror()));
  };
  const document = { currentScript: { dataset: { parts: folder } }, createElement: () => ({}), head: { append } };
  const location = { href: "https://katalog.example/praktyki/" };
  const names = load(["search/words", ...SEARCH, "search/data"], { document, location });
  return { data: names.KatalogData, receive: names.katalogPart, asked };
}

const bare = () => {
  const { parts, ...core } = coreOf([["las", [""], [[0, 9, 0]]], ["most", [""], [[1, 9, 0]]]], 2, { pieces: [0, 1] });
  return { core: core, ...parts };
};

test("the engine starts once its core is there, and is the same for all", async () => {
  const { data, asked } = practicesOn(bare());
  const [one, other] = await Promise.all([data.start(), data.start()]);
  assert.equal(one, other);
  assert.equal(await data.start(), one);
  assert.deepEqual(asked, ["https://katalog.example/szukaj/core.js"]);
});

test("a query loads the parts that it needs, each once", async () => {
  const { data, asked } = practicesOn(bare());
  const { results } = await data.search("las ");
  assert.deepEqual(results.map(({ n }) => n), [0]);
  await data.search("las most ");
  assert.deepEqual(asked.map((each) => each.split("/").pop()), ["core.js", "terms-0.js", "terms-1.js"]);
});

test("the last query is not looked for twice", async () => {
  const { data } = practicesOn(bare());
  const answer = data.search("las ");
  assert.equal(data.search("las "), answer);
  assert.notEqual(data.search("most "), answer);
});

test("what failed to load is asked for again, and so is the query", async () => {
  const parts = bare();
  const core = parts.core;
  delete parts.core;
  const { data, asked } = practicesOn(parts);
  await assert.rejects(data.search("las "), { message: "core" });
  parts.core = core;
  const { results } = await data.search("las ");
  assert.equal(results.length, 1);
  assert.equal(asked.length, 3);
});

test("a failed query is not forgotten for one after it", async () => {
  const { data } = practicesOn({});
  const failing = data.search("las ");
  const later = data.search("most ");
  await assert.rejects(failing);
  await assert.rejects(later);
  assert.notEqual(data.search("most "), later);
});

test("parts that came before the engine are its own", async () => {
  const parts = bare();
  const { data, receive, asked } = practicesOn(parts);
  receive("terms-0", parts["terms-0"]);
  const engine = await data.start();
  assert.equal(engine.has("terms-0"), true);
  assert.equal(engine.has("core"), false);
  receive("cards-0", []);
  assert.equal(engine.has("cards-0"), true);
  await data.load(["terms-0", "cards-0", "terms-1", "terms-1"]);
  assert.deepEqual(asked.map((each) => each.split("/").pop()), ["core.js", "terms-1.js"]);
});

// ----- what the address asks before the page is read

function asking(address, parts = {}) {
  const look = new Classes();
  const timers = [];
  const loaded = [];
  const engine = engineOf();
  const KatalogData = {
    start: async () => engine,
    search: async (query) => engine.search(query),
    load: async (names) => loaded.push(...names),
    ...parts,
  };
  const { KatalogAsked } = load(["catalogue/state", "catalogue/asked"], {
    document: { currentScript: { dataset: CHOICES }, documentElement: { classList: look } },
    location: { search: address },
    setTimeout: (act, ms) => timers.push({ act, ms }),
    KatalogData,
  });
  return { loaded, timers, asked: KatalogAsked, classes: () => [...look] };
}

test("an address that asks nothing leaves the list in view", async () => {
  const page = asking("");
  await settled();
  assert.deepEqual([page.classes(), page.loaded, page.asked.AT_ONCE], [[], [], 4]);
});

test("a list that is narrowed is hidden until rows come, for 300 ms at most", () => {
  const page = asking("?q=las");
  assert.deepEqual(page.classes(), ["is-narrowed", "is-awaited"]);
  assert.deepEqual(page.timers.map(({ ms }) => ms), [300]);
  page.timers[0].act();
  assert.deepEqual(page.classes(), ["is-narrowed"]);
});

test("a query alone brings the first rows at once, filters and orders bring the facets", async () => {
  const page = asking("?q=las");
  await settled();
  assert.deepEqual(page.loaded, ["cards-1", "cards-0"]);
  for (const address of ["?q=las&sort=title", "?q=las&theme=a", "?theme=a"]) {
    const other = asking(address);
    await settled();
    assert.deepEqual(other.loaded, ["facets"], address);
  }
});

test("what fails before the page is read is left for the page to say", async () => {
  const page = asking("?q=las", { start: async () => { throw new Error("core"); } });
  await settled();
  assert.equal(page.asked.state.query, "las");
});

// ----- what a value shows

test("a value that would leave nothing cannot be pressed, but a chosen one can be given up", () => {
  const { KatalogFilters } = load(["catalogue/state", "catalogue/values", "catalogue/families", "catalogue/filters"], {
    document: { currentScript: { dataset: CHOICES } },
  });
  const label = { dataset: {}, textContent: "7" };
  const input = { checked: false, closest: () => ({ querySelector: () => label }) };
  const filters = new KatalogFilters.Filters({ querySelectorAll: () => [] }, { digits: String }, () => {});
  const isDisabled = (count, isChecked) => {
    input.checked = isChecked;
    filters.showCount(input, count);
    return input.disabled;
  };
  assert.deepEqual([isDisabled(0, false), isDisabled(0, true), isDisabled(3, false), isDisabled(3, true)], [true, false, false, false]);
  assert.deepEqual([label.textContent, label.dataset.whole], ["3", "7"]);
});
