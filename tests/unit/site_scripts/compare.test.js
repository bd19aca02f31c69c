import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/load.js";

const SITE = "https://katalog.example/";

/** What is chosen on a page: its address, and a storage that may refuse. */
function page(search, { kept = null, refuses = false } = {}) {
  const store = new Map(kept ? [["/.porownanie", JSON.stringify(kept)]] : []);
  const location = { search, pathname: "/praktyki/", hash: "" };
  const ask = (answer) => {
    if (refuses) throw new Error("SecurityError");
    return answer();
  };
  const globals = {
    URL,
    URLSearchParams,
    location,
    console: { info() {} },
    document: { currentScript: { src: SITE + "assets/scripts/compare/compare.js" } },
    history: {
      state: null,
      replaceState: (_state, _title, address) => (location.search = new URL(address, SITE).search),
    },
    localStorage: {
      getItem: (name) => ask(() => store.get(name) ?? null),
      setItem: (name, value) => ask(() => store.set(name, value)),
      removeItem: (name) => ask(() => store.delete(name)),
    },
  };
  return { ...load(["compare/chosen"], globals), store, location };
}

test("the address names what is chosen beside all else that it asks for", () => {
  const { named, naming } = page("").KatalogChosen;
  assert.equal(naming("?theme=sport&theme=zielen", ["las", "park-2"]), "?theme=sport&theme=zielen&practices=las,park-2");
  assert.equal(naming("?practices=bor&q=a", []), "?q=a");
  assert.equal(naming("?practices=bor", []), "");
  assert.deepEqual(named("?q=a&practices=las,park-2"), ["las", "park-2"]);
  assert.deepEqual(named("?practices=las%2Cpark"), ["las", "park"]);
  assert.equal(named("?q=a"), null);
});

test("of an address only ids are taken, each once", () => {
  const { named } = page("").KatalogChosen;
  assert.deepEqual(named("?practices=las,las,../zle,,A,las-"), ["las"]);
  assert.deepEqual(named("?practices="), []);
});

test("what the address names goes before what is kept, and at most four are chosen", () => {
  assert.deepEqual(page("?practices=a,b,c,d,e", { kept: ["las"] }).KatalogChosen.all(), ["a", "b", "c", "d"]);
  assert.deepEqual(page("", { kept: ["las"] }).KatalogChosen.all(), ["las"]);
  assert.deepEqual(page("", { kept: { not: "a list" } }).KatalogChosen.all(), []);
});

test("a choice is kept, and stands in the address only where that is about it", () => {
  const { KatalogChosen, store, location } = page("?q=a");
  KatalogChosen.choose(["las"]);
  assert.deepEqual([store.get("/.porownanie"), location.search], ['["las"]', "?q=a"]);
  KatalogChosen.choose(["las", "bor"], { inAddress: true });
  assert.equal(location.search, "?q=a&practices=las,bor");
  KatalogChosen.choose([]);
  assert.deepEqual([store.has("/.porownanie"), location.search], [false, "?q=a"]);
});

test("what is not in the catalogue any more takes no room among what is kept", () => {
  const { KatalogChosen, store } = page("", { kept: ["las", "zgasle", "bor"] });
  KatalogChosen.forget([]);
  assert.equal(store.get("/.porownanie"), '["las","zgasle","bor"]');
  KatalogChosen.forget(["zgasle"]);
  assert.deepEqual([store.get("/.porownanie"), KatalogChosen.all()], ['["las","bor"]', ["las", "bor"]]);
});

test("where nothing may be kept the address remembers", () => {
  const { KatalogChosen, location } = page("", { refuses: true });
  KatalogChosen.choose(["las", "bor"]);
  assert.equal(location.search, "?practices=las,bor");
  assert.deepEqual(KatalogChosen.all(), ["las", "bor"]);
});

const { KatalogCompareTable } = load(["compare/table"], { KatalogElements: {} });
const known = (html, key) => ({ state: "known", html, ...(key && { key }) });
const unknown = { state: "missing", html: "nie liczymy" };

test("rows in which practices differ stand first, those in which none says anything last", () => {
  const practices = [
    { foreign: false, cells: { cost: known("1 zł"), evidence: known("raz", "policzono"), lead: known("gmina") } },
    { foreign: false, cells: { cost: known("2 zł"), evidence: known("dwa", "policzono") } },
  ];
  const groups = KatalogCompareTable.arrange(practices, ["cost", "evidence", "lead", "fits"]);
  assert.deepEqual(groups, { differ: ["cost", "lead"], alike: ["evidence"], unknown: [], nowhere: ["fits"] });
});

test("the same number that somebody disputes is not the same", () => {
  const practices = ["known", "disputed"].map((state) => ({ foreign: false, cells: { scale: { state, html: "784" } } }));
  assert.deepEqual(KatalogCompareTable.arrange(practices, ["scale"]).differ, ["scale"]);
});

test("reasons why nothing is known make neither a difference nor a likeness", () => {
  const none = { differ: [], alike: [], unknown: [], nowhere: [] };
  const practices = [unknown, { ...unknown, html: "inny powód" }].map((cell) => ({ foreign: false, cells: { per_person: cell } }));
  assert.deepEqual(KatalogCompareTable.arrange(practices, ["per_person"]), { ...none, unknown: ["per_person"] });
  const same = [unknown, unknown].map((cell) => ({ foreign: false, cells: { per_person: cell } }));
  assert.deepEqual(KatalogCompareTable.arrange(same, ["per_person"]), { ...none, nowhere: ["per_person"] });
});

test("amounts are told in złoty only beside one in another currency", () => {
  const of = (foreign) => [{ foreign, cells: { at_home: known("1 zł") } }, { foreign: false, cells: { at_home: known("2 zł") } }];
  assert.deepEqual(KatalogCompareTable.arrange(of(true), ["at_home"]).differ, ["at_home"]);
  assert.deepEqual(KatalogCompareTable.arrange(of(false), ["at_home"]).differ, []);
});

test("no spreadsheet runs a cell", () => {
  const { KatalogCsv } = load(["compare/csv"]);
  const written = KatalogCsv.csv([["a;b", 'c"d', "=1+1", " -2", "+48 58", "\uff1d1", "1-2"]]);
  assert.equal(written, "\ufeff\"a;b\";\"c\"\"d\";'=1+1;' -2;'+48 58;'\uff1d1;1-2\r\n");
});
