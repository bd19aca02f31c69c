import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../unit/site_scripts/support/bare.js";
import { coreOf, cut } from "../../unit/site_scripts/support/index.js";
import { load } from "../../unit/site_scripts/support/load.js";
import { openPage, send } from "./support/page.js";
import { PANEL, SITE } from "./support/panel.js";

const SCRIPTS = ["search/words", ...["slips", "forms", "numbers", "query", "index", "repair", "everyday", "meaning", "scores", "engine", "data"].map((name) => `search/${name}`), "phrases", "elements", "search/leads", "search/header"];
const COUNT = 14;
const numbers = Array.from({ length: COUNT }, (_, n) => n);
const CORE = coreOf(
  [["las", ["", "u"], [[0, 40, 0]]], ["most", [""], [[1, 9, 0]]], ["plac", ["", "u"], numbers.map((n) => [n, 9, 0])]],
  COUNT,
  { cards: cut([0], COUNT), addresses: { practices: "praktyki/", elsewhere: { p1: "en/practices/p1/" }, form: "zglos/", ask: "Zgłoś." } },
);
const PARTS = {
  core: CORE,
  "cards-0": numbers.map((n) => [`p${n}`, n ? `Most ${n}` : "Las w mieście", `Opis ${n} `.repeat(60), "Gdynia", ""]),
  facets: { facets: Object.fromEntries(["theme", "target_group", "place"].map((name) => [name, { terms: [[name, `xyz ${name}`]], of: numbers.map(() => "").join(" ") }])), orders: {}, ids: "" },
  pages: [["o-katalogu/", "O katalogu", "las katalog łąka"], ...numbers.map((n) => [`s${n}/`, `Strona ${n}`, "inna strona"])],
};

async function search(typed = "", { site = SITE, failing = new Set(), isFocused = false } = {}) {
  const page = openPage(PANEL, { url: SITE, script: { dataset: { parts: "szukaj/" } } });
  const panel = page.find("[data-search-panel]");
  const field = panel.querySelector("input");
  panel.dataset.site = site;
  field.value = typed;
  if (isFocused) field.focus();
  page.document.head.append = (script) => {
    const name = /([\w-]+)\.js$/.exec(script.src)[1];
    Promise.resolve().then(() => (failing.has(name) ? script.onerror() : names.katalogPart(name, PARTS[name])));
  };
  const names = load(SCRIPTS, page.globals);
  const all = {
    ...page,
    panel,
    field,
    names,
    status: () => page.find("[data-search-status]").textContent,
    spoken: () => page.find("[data-announce]").textContent,
    suggestion: () => page.find("[data-search-suggest]").textContent,
    results: () => [...page.find("[data-search-results]").children].map((each) => each.textContent),
    links: () => [...page.find("[data-search-results]").querySelectorAll("a")].map((each) => each.getAttribute("href").replace(SITE, "")),
    async type(text) {
      field.value = text;
      field.setSelectionRange(text.length, text.length);
      send(field, "input");
      page.clock.run(60);
      await settled();
    },
  };
  await settled();
  return all;
}

test("an empty field asks to begin, letters that stand there are looked for", async () => {
  assert.equal((await search()).status(), "Zacznij pisać.");
  assert.equal((await search("lasu ")).status(), "1 wynik");
  const page = await search("las ");
  assert.equal(page.status(), "2 wyniki");
  assert.deepEqual(page.links(), ["praktyki/p0/?h=las+lasu", "praktyki/?q=las", "o-katalogu/"]);
});

test("a result shows title, place and the beginning of its summary, with what was asked for marked", async () => {
  const page = await search("las");
  const first = page.find("[data-search-results]").firstElementChild;
  assert.equal(first.className, "search-panel__item");
  assert.equal(first.firstElementChild.className, "search-panel__link");
  assert.equal(first.querySelector(".search-panel__title").innerHTML, "<mark>Las</mark> w mieście");
  const text = first.querySelector(".search-panel__text").textContent;
  assert.equal(text.startsWith("Gdynia · Opis 0 Opis 0"), true);
  assert.equal(text.length, "Gdynia · ".length + 320);
});

test("twelve results stand in the panel, the others behind a link to all", async () => {
  const page = await search("plac ");
  assert.equal(page.links().length, 13);
  assert.equal(page.results().at(-1), "Wszystkie wyniki: 14");
  assert.equal(page.links().at(-1), "praktyki/?q=plac");
  assert.equal(page.status(), "14 wyników");
});

test("a practice in another language is where its page is", async () => {
  assert.equal((await search("most ")).links()[0], "en/practices/p1/?h=most");
});

test("a folder without a server is asked for the page in it", async () => {
  const page = await search("las ", { site: "file:///katalog/" });
  assert.equal(page.links()[0], "file:///katalog/praktyki/p0/index.html?h=las+lasu");
});

test("pages written by hand are found by how each word begins, five at most", async () => {
  const page = await search("stro inn");
  assert.deepEqual(page.results(), ["Strona 0", "Strona 1", "Strona 2", "Strona 3", "Strona 4"]);
  assert.equal(page.status(), "5 wyników");
  assert.deepEqual((await search("laka katal")).results(), ["O katalogu"]);
  assert.deepEqual((await search("laka inna")).results(), ["Zobacz tematy.", "Zgłoś."]);
});

test("nothing found is said, and what may be meant is one press away", async () => {
  const none = await search("xyzxyz");
  assert.deepEqual([none.status(), none.results(), none.links()], ["Nic nie znaleziono.", ["Zobacz tematy.", "Zgłoś."], ["praktyki/?q=xyzxyz", "zglos/#szukam=xyzxyz"]]);
  const page = await search("mosd");
  assert.equal(page.results()[0], "Czy chodziło o most?");
  assert.equal(page.find(".search-panel__text").textContent.startsWith("podobne · Gdynia"), true);
  page.find("[data-search-results] button").click();
  await settled();
  assert.deepEqual([page.field.value, page.links()[0]], ["most", "en/practices/p1/?h=most"]);
  assert.ok(page.document.activeElement === page.field);
});

test("the number of results is read out once the typing has paused, and only the last", async () => {
  const page = await search();
  await page.type("las");
  assert.equal(page.spoken(), "");
  assert.deepEqual(page.clock.waits, [1000]);
  await page.type("plac");
  assert.deepEqual(page.clock.waits, [1000]);
  page.clock.run();
  assert.equal(page.spoken(), "14 wyników");
  await page.type("las");
  await page.type("");
  assert.deepEqual([page.status(), page.results(), page.clock.waits], ["Zacznij pisać.", [], []]);
});

test("the word being typed is completed, and taken at its end", async () => {
  const page = await search();
  await page.type("nowy pla");
  assert.equal(page.suggestion(), "nowy plac");
  page.field.setSelectionRange(2, 2);
  assert.equal(send(page.field, "keydown", { key: "ArrowRight" }).defaultPrevented, false);
  page.field.setSelectionRange(8, 8);
  assert.equal(send(page.panel, "keydown", { key: "ArrowRight" }).defaultPrevented, false);
  assert.equal(send(page.field, "keydown", { key: "ArrowRight" }).defaultPrevented, true);
  assert.equal(page.field.value, "nowy plac");
  await settled();
  page.field.setSelectionRange(9, 9);
  assert.equal(send(page.field, "keydown", { key: "ArrowRight" }).defaultPrevented, false);
  for (const text of ["<b>pla", "pla ", "xyz"]) {
    await page.type(text);
    assert.equal(page.suggestion(), "", text);
  }
  page.field.value = "pla";
  send(page.field, "input");
  assert.equal(page.suggestion(), "");
});

test("a completion that would not fit its box is hidden, and not taken", async () => {
  const page = await search();
  Object.defineProperty(page.field, "scrollWidth", { value: 9 });
  await page.type("pla");
  assert.equal(page.find("[data-search-suggest]").hidden, true);
  assert.equal(send(page.field, "keydown", { key: "ArrowRight" }).defaultPrevented, false);
});

test("arrows lead through field and results", async () => {
  const page = await search("las ");
  const at = () => page.document.activeElement.textContent || page.document.activeElement.tagName;
  page.field.focus();
  const press = (key) => send(page.document.activeElement, "keydown", { key }).defaultPrevented;
  assert.deepEqual([press("ArrowUp"), at()], [false, "INPUT"]);
  assert.deepEqual([press("ArrowDown"), at().slice(0, 13)], [true, "Las w mieście"]);
  assert.deepEqual([press("ArrowDown"), press("ArrowDown"), at()], [true, true, "O katalogu"]);
  assert.deepEqual([press("ArrowDown"), press("ArrowUp"), at()], [false, true, "Wszystkie wyniki: 1"]);
  page.find("[data-search-close]").focus();
  assert.equal(press("ArrowDown"), false);
});

test("an arrow before the results of the words typed leads to the first of them, unless more is typed", async () => {
  const page = await search("las ");
  const at = () => page.document.activeElement.textContent.slice(0, 6) || page.document.activeElement.tagName;
  page.field.focus();
  page.field.value = "most ";
  send(page.field, "input");
  assert.equal(send(page.field, "keydown", { key: "ArrowDown" }).defaultPrevented, true);
  assert.equal(at(), "INPUT");
  page.clock.run(60);
  await settled();
  assert.equal(at(), "Most 1");
  page.field.focus();
  page.field.value = "la";
  send(page.field, "input");
  send(page.field, "keydown", { key: "ArrowDown" });
  await page.type("las ");
  assert.equal(at(), "INPUT");
});

test("results leave the focus with whoever types", async () => {
  const page = await search("most ", { isFocused: true });
  assert.ok(page.document.activeElement === page.field);
  await page.type("las ");
  assert.ok(page.document.activeElement === page.field);
});

test("new results leave the focus in its place, and in the field where that is gone", async () => {
  const page = await search("plac ");
  const stands = () => page.document.activeElement.textContent.slice(0, 6) || page.document.activeElement.tagName;
  page.find("[data-search-results]").querySelectorAll("a")[1].focus();
  await page.type("las ");
  assert.equal(stands(), "Wszyst");
  page.find("[data-search-results]").querySelectorAll("a")[2].focus();
  await page.type("xyzxyz");
  assert.equal(stands(), "INPUT");
});

test("Enter leads to the list of practices, or to a page written by hand where that is all there is", async () => {
  const page = await search("stro inn");
  const clicked = [];
  page.find("[data-search-results]").addEventListener("click", (event) => {
    event.preventDefault();
    clicked.push(event.target.closest("a").textContent.slice(0, 3));
  });
  assert.equal(send(page.find("form"), "submit").defaultPrevented, true);
  assert.deepEqual(clicked, ["Str"]);
  page.field.value = "most";
  assert.equal(send(page.find("form"), "submit").defaultPrevented, false);
  for (const text of ["las ", "plac", "xyzxyz"]) { // the list says more of what there is not
    await page.type(text);
    assert.equal(send(page.find("form"), "submit").defaultPrevented, false);
  }
  assert.equal(clicked.length, 1);
});

test("clearing the field clears the results", async () => {
  const page = await search("las");
  send(page.find("form"), "reset");
  page.field.value = "";
  page.clock.run(0);
  await settled();
  assert.deepEqual([page.results(), page.status(), page.suggestion()], [[], "Zacznij pisać.", ""]);
  assert.ok(page.document.activeElement === page.field);
});

test("only the last question is answered", async () => {
  const page = await search();
  page.field.value = "las";
  send(page.field, "input");
  page.clock.run(60);
  await page.type("most ");
  assert.deepEqual(page.links()[0], "en/practices/p1/?h=most");
});

test("a search that fails says so, and answers once it can", async () => {
  const failing = new Set(["pages"]);
  const page = await search("las", { failing });
  assert.deepEqual([page.status(), page.results(), page.said], ["Nie udało się.", [], ["Error: pages"]]);
  failing.clear();
  await page.type("las ");
  assert.equal(page.status(), "2 wyniki");
});
