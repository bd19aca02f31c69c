import assert from "node:assert/strict";
import { test } from "node:test";
import { CHOICES, coreOf, cut, facetsPart } from "../../unit/site_scripts/support/index.js";
import { load } from "../../unit/site_scripts/support/load.js";
import { settled } from "../../unit/site_scripts/support/bare.js";
import { openPage, send } from "./support/page.js";

const SCRIPTS = [
  "search/words",
  ...["query", "index", "meaning", "scores", "engine"].map((name) => `search/${name}`),
  "catalogue/state",
  "search/data",
  "catalogue/asked",
  "phrases",
  "elements",
  ...["narrowing", "results", "values", "passages", "reasons", "filters", "rows", "notices", "page"].map((name) => `catalogue/${name}`),
];
const SAID = {
  "digits.group": " ",
  "practices.count": { one: "{n} praktyka", few: "{n} praktyki", many: "{n} praktyk", other: "{n} praktyki" },
  "catalogue.similar_count": { one: "{n} podobna", few: "{n} podobne", many: "{n} podobnych", other: "{n}" },
  "catalogue.show": "Pokaż: {n}",
  "catalogue.filters": "Filtry",
  "catalogue.filters_set": "Filtry ({n})",
  "catalogue.sorts.relevance": "Trafność",
  "catalogue.sorts.theme": "Tematy",
  "catalogue.remove": "Usuń: {label}",
  "catalogue.clear": "Wyczyść",
  "catalogue.quoted": "„{text}”",
  "catalogue.nothing_for": "Nie ma: {words}.",
  "catalogue.did_you_mean": "Czy chodziło o {text}?",
  "catalogue.similar_below": "Niżej podobne.",
  "search.similar": "podobne",
  "catalogue.check_spelling": "Sprawdź pisownię.",
  "catalogue.relax": "Zrezygnuj z warunku.",
  "catalogue.without": "bez: {label}",
  "catalogue.more": "Pokaż {n} więcej",
  "catalogue.failed": "Nie udało się.",
  "catalogue.reasons.text": "W opisie",
  "catalogue.reasons.place": "Miejsce",
};
const value = (facet, id, label, count) =>
  `<li><label><input type="checkbox" name="${facet}" value="${id}"> <span class="facet__label">${label}</span> <span class="facet__count">${count}</span></label></li>`;
const PAGE = `
<div data-catalogue data-scripted data-said='${JSON.stringify(SAID)}'>
  <form data-search><input type="search" name="q"><button type="submit">Szukaj</button></form>
  <button data-filters-toggle aria-expanded="false">Filtry</button>
  <fieldset data-facet="theme"><ul class="facet__values">${value("theme", "a", "Alfa", 2)}${value("theme", "b", "Beta", 1)}</ul></fieldset>
  <fieldset data-facet="place"><ul class="facet__values">${value("place", "x", "Gdynia", 60)}</ul>
    <p><button data-rest>Jeszcze 2</button></p></fieldset>
  <button data-filters-close>Pokaż: 62</button>
  <div data-notice hidden></div>
  <p role="status" data-count>62 praktyki</p>
  <ul data-chips hidden></ul>
  <select data-sort><option value="relevance">Tematy</option><option value="newest">Najnowsze</option><option value="title">Tytuł</option></select>
  <div data-found hidden><ol data-rows></ol><button data-more hidden>Więcej</button></div>
  <div data-empty hidden></div>
  <div data-whole>Cała lista</div>
</div>`;

const COUNT = 62;
const numbers = Array.from({ length: COUNT }, (_, n) => n);
/** Practice 0 is of a wood in its title, 1 of a wood in its story, 2 of a bridge; a square is in sixty of them. */
const WORDS = [
  ["las", ["", "u"], [[0, 40, 0, [0]], [1, 9, 2, [5]]]],
  ["most", ["", "u"], [[2, 20, 0, [0]]]],
  ["plac", ["", "u"], numbers.slice(2).map((n) => [n, 9, 0, [0]])],
];
const row = (n, title) =>
  `<li data-result="p${n}"><p class="row__title"><a href="../praktyki/p${n}/">${title}</a></p><p class="row__text">Opis ${n}</p><p class="meta">Gdynia</p></li>`;
const titleOf = (n) => (n === 0 ? "Las" : n === 2 ? "Most i plac" : `Praktyka ${n}`);

function partsOf() {
  const { parts, ...core } = coreOf(WORDS, COUNT, { cards: cut([0], COUNT) });
  const facets = {
    theme: { terms: [["a", "Alfa"], ["b", "Beta"]], of: numbers.map((n) => (n < 2 ? [0] : n === 2 ? [1] : [])) },
    place: { terms: [["x", "Gdynia"], ["y", "Sopot"], ["z", "Hel"], ["nikt", "Nigdzie"]], of: numbers.map((n) => [n === 0 ? 2 : n < 3 ? 1 : 0]) },
    target_group: { terms: [], of: numbers.map(() => []) },
  };
  const orders = { theme: numbers, title: numbers.map((n) => COUNT - n), newest: numbers };
  return {
    core: core,
    ...parts,
    facets: facetsPart(numbers.map((n) => `p${n}`), facets, orders),
    "cards-0": numbers.map((n) => [`p${n}`, titleOf(n), `Opis ${n}`, "Gdynia", row(n, titleOf(n))]),
    "texts-0": numbers.map((n) => (n === 1 ? { text: "Tu rośnie las." } : {})),
  };
}

const PARTS = partsOf();

/** The catalogue page at an address, with parts that come at once; those in `failing` do not come. */
async function open(address = "", failing = new Set()) {
  const page = openPage(PAGE, { url: `https://katalog.example/praktyki/${address}`, script: { dataset: { parts: "../szukaj/", ...CHOICES } } });
  const asked = [];
  page.document.head.append = (script) => {
    const name = /([\w-]+)\.js$/.exec(script.src)[1];
    asked.push(name);
    Promise.resolve().then(() => (failing.has(name) ? script.onerror() : names.katalogPart(name, PARTS[name])));
  };
  page.window.Element.prototype.scrollIntoView = () => page.said.push("scrolled");
  const names = load(SCRIPTS, { ...page.globals, URLSearchParams });
  const part = (name) => page.find(`:not(span)[data-${name}]`);
  const all = {
    ...page,
    asked,
    names,
    part,
    rows: () => [...part("rows").children].map((each) => each.dataset.result),
    input: (facet, id) => page.find(`input[name=${facet}][value=${id}]`),
    search: () => page.window.location.search,
    async wait() {
      for (let n = 0; n < 4; n++) {
        await settled();
        page.clock.run(50);
      }
      await settled();
    },
    async tick(facet, id, isChecked = true) {
      this.input(facet, id).checked = isChecked;
      send(this.input(facet, id), "change");
      await this.wait();
    },
    async type(text) {
      part("search").elements.q.value = text;
      send(part("search").elements.q, "input");
      page.clock.run(60);
      await this.wait();
    },
  };
  await all.wait();
  return all;
}
const texts = (elements) => [...elements].map((each) => each.textContent);
const labels = (page) => texts(page.part("chips").querySelectorAll("button"));
const counts = (page) => texts(page.document.querySelectorAll(".facet__count"));

// ----- the list

test("nothing asked for leaves the list that came with the page, and loads nothing", async () => {
  const page = await open();
  assert.equal(page.part("catalogue").dataset.state, "ready");
  assert.equal(page.part("count").textContent, "62 praktyki");
  assert.deepEqual(page.asked, []);
  assert.equal(page.part("whole").isConnected, true);
  assert.equal(page.part("sort").options[0].textContent, "Tematy");
});

test("what an address asks for is shown in place of the list", async () => {
  const page = await open("?q=las");
  assert.deepEqual(page.rows(), ["p0", "p1"]);
  assert.equal(page.part("count").textContent, "2 praktyki");
  assert.equal(page.part("filters-close").textContent, "Pokaż: 2");
  assert.ok(!page.find("div[data-whole]"));
  assert.equal(page.part("found").hidden, false);
  assert.equal(page.part("search").elements.q.value, "las");
  assert.equal(page.part("sort").options[0].textContent, "Trafność");
  assert.equal(page.document.documentElement.className, "");
  assert.equal(page.part("catalogue").getAttribute("aria-busy"), null);
});

test("the page says when it shows what its address asks for", async () => {
  const page = await open("?q=las");
  assert.equal(await page.names.KatalogAsked.shown, undefined);
});

test("rows come in steps of fifty, and the focus goes to the first new one", async () => {
  const page = await open("?q=plac");
  assert.equal(page.rows().length, 50);
  assert.equal(page.part("more").hidden, false);
  assert.equal(page.part("more").textContent, "Pokaż 10 więcej");
  page.part("more").click();
  await page.wait();
  assert.deepEqual(page.rows(), numbers.slice(2).map((n) => `p${n}`));
  assert.equal(page.part("more").hidden, true);
  assert.equal(page.document.activeElement.textContent, "Praktyka 52");
  assert.deepEqual(page.window.history.state, { shown: 100 });
});

test("what was found is marked in a row, and its link says so to the practice", async () => {
  const page = await open("?q=lasu");
  const link = page.part("rows").querySelector("a");
  assert.equal(link.innerHTML, "<mark>Las</mark>");
  assert.equal(link.getAttribute("href"), "../praktyki/p0/?h=las%20lasu");
  assert.deepEqual([...page.part("rows").children].map((each) => each.dataset.match), ["exact", "exact"]);
});

test("a word that stands in neither title nor summary is shown where it does, once the row is seen", async () => {
  const page = await open("?q=las");
  assert.equal(page.seen.length, 1);
  assert.equal(page.seen[0].element.dataset.result, "p1");
  page.seen[0].look(false);
  assert.equal(page.asked.includes("texts-0"), false);
  page.seen[0].look(false, true);
  await page.wait();
  assert.equal(page.find(".row__reason").innerHTML, "<b>W opisie: </b>Tu rośnie <mark>las</mark>.");
});

test("a word that is still being typed stands in a title as well", async () => {
  const page = await open("?q=la");
  assert.deepEqual([page.rows(), page.seen.map(({ element }) => element.dataset.result)], [["p0", "p1"], ["p1"]]);
});

test("without a query rows stand as they are", async () => {
  const page = await open("?theme=a");
  assert.deepEqual(page.rows(), ["p0", "p1"]);
  assert.ok(!page.part("rows").querySelector("mark"));
  assert.ok(!page.part("rows").querySelector("[data-match]"));
  assert.equal(page.part("rows").querySelector("a").getAttribute("href"), "../praktyki/p0/");
});

test("what is only similar is named so, and what may be meant is one press away", async () => {
  const page = await open("?q=mosd");
  assert.deepEqual(page.rows(), ["p2"]);
  assert.equal(page.part("rows").firstElementChild.dataset.match, "similar");
  assert.equal(page.find(".meta").textContent, "Gdyniapodobne");
  assert.equal(page.part("count").textContent, "1 podobna");
  assert.equal(page.part("notice").textContent, "Nie ma: „mosd”. Czy chodziło o most? Niżej podobne.");
  page.part("notice").querySelector("button").click();
  await page.wait();
  assert.equal(page.search(), "?q=most");
  assert.equal(page.part("notice").hidden, true);
  assert.equal(page.part("count").textContent, "1 praktyka");
});

// ----- filters

test("counts say what each value would leave, and what would leave nothing cannot be pressed", async () => {
  const page = await open("?q=las");
  assert.deepEqual(counts(page), ["2", "0", "0"]);
  assert.deepEqual([page.input("theme", "a").disabled, page.input("theme", "b").disabled], [false, true]);
});

test("a chosen value can be given up though it leaves nothing", async () => {
  const page = await open("?q=las&theme=b");
  assert.equal(page.part("count").textContent, "0 praktyk");
  assert.equal(counts(page)[1], "0");
  assert.equal(page.input("theme", "b").disabled, false);
  await page.tick("theme", "b", false);
  assert.equal(page.search(), "?q=las");
});

test("a value that the data does not know leaves nothing", async () => {
  const page = await open();
  page.input("theme", "b").value = "znikła";
  await page.type("las");
  assert.deepEqual(counts(page), ["2", "0", "0"]);
});

test("a list of values with none to press is reached itself", async () => {
  const page = await open("?q=las");
  assert.deepEqual([...page.document.querySelectorAll(".facet__values")].map((each) => each.getAttribute("tabindex")), [null, "0"]);
  await page.type("");
  assert.deepEqual([...page.document.querySelectorAll(".facet__values")].map((each) => each.getAttribute("tabindex")), [null, null]);
});

test("the whole list has the counts that came with the page", async () => {
  const page = await open("?q=las");
  await page.type("");
  assert.deepEqual(counts(page), ["2", "1", "60"]);
  assert.equal(page.input("theme", "b").disabled, false);
  assert.equal(page.part("count").textContent, "62 praktyki");
  assert.equal(page.part("filters-close").textContent, "Pokaż: 62");
  assert.equal(page.part("found").hidden, true);
  assert.equal(page.rows().length, 0);
  assert.ok(page.part("empty").nextElementSibling === page.part("whole"));
});

test("ticking narrows, stands in the address and above the rows", async () => {
  const page = await open();
  await page.tick("theme", "a");
  assert.deepEqual(page.rows(), ["p0", "p1"]);
  assert.equal(page.search(), "?theme=a");
  assert.equal(page.part("filters-toggle").textContent, "Filtry (1)");
  assert.deepEqual(labels(page), ["Alfa", "Wyczyść"]);
  await page.tick("theme", "b");
  assert.equal(page.search(), "?theme=a&theme=b");
  assert.deepEqual(page.rows(), ["p0", "p1", "p2"]);
});

test("conditions are taken away one by one, or all but the order", async () => {
  const page = await open("?q=las&theme=a&theme=b&sort=title");
  assert.deepEqual(labels(page), ["„las”", "Alfa", "Beta", "Wyczyść"]);
  assert.equal(page.part("chips").querySelectorAll("button")[1].getAttribute("aria-label"), "Usuń: Alfa");
  page.part("chips").querySelectorAll("button")[1].click();
  await page.wait();
  assert.equal(page.search(), "?q=las&theme=b&sort=title");
  assert.equal(page.document.activeElement.textContent, "„las”");
  page.document.activeElement.click();
  await page.wait();
  assert.equal(page.search(), "?theme=b&sort=title");
  page.part("chips").querySelectorAll("button")[1].click();
  await page.wait();
  assert.equal(page.search(), "?sort=title");
  assert.equal(page.part("chips").hidden, true);
  assert.ok(page.document.activeElement === page.part("search").elements.q);
});

test("where nothing is left, ways out say what they bring", async () => {
  const page = await open("?q=las&theme=b");
  assert.deepEqual(texts(page.part("empty").querySelectorAll("p, button")), ["Zrezygnuj z warunku.", "bez: Beta (2)", "bez: „las” (1)"]);
  assert.equal(page.part("found").hidden, true);
  page.part("empty").querySelector("button").click();
  await page.wait();
  assert.equal(page.search(), "?q=las");
  assert.equal(page.part("empty").hidden, true);
});

test("where nothing would help, the spelling is asked for", async () => {
  const page = await open("?q=xyzxyz");
  assert.equal(page.part("empty").textContent, "Sprawdź pisownię.");
  assert.equal(page.part("empty").querySelector("ul").hidden, true);
  assert.equal(page.part("notice").textContent, "Nie ma: „xyzxyz”. ");
});

test("values that did not come with the page stand by their number behind the others", async () => {
  const page = await open();
  page.part("rest").click();
  await page.wait();
  assert.deepEqual(texts(page.document.querySelectorAll("[data-facet=place] .facet__label")), ["Gdynia", "Sopot", "Hel"]);
  assert.deepEqual(counts(page), ["2", "1", "60", "2", "1"]);
  assert.ok(!page.part("rest"));
  assert.ok(page.document.activeElement === page.input("place", "y"));
  await page.tick("place", "y");
  assert.equal(page.search(), "?place=y");
  assert.deepEqual(page.rows(), ["p1", "p2"]);
});

test("added values count for what is asked, and the focus goes to one that can be pressed", async () => {
  const page = await open("?q=las&theme=a");
  page.part("rest").click();
  await page.wait();
  assert.deepEqual(counts(page), ["2", "0", "0", "1", "1"]);
  const other = await open("?q=most");
  other.part("rest").click();
  await other.wait();
  assert.deepEqual([other.input("place", "y").disabled, other.input("place", "z").disabled], [false, true]);
  assert.ok(other.document.activeElement === other.input("place", "y"));
});

test("an address with a value that did not come with the page brings it", async () => {
  const page = await open("?place=z&theme=nikt");
  assert.deepEqual(page.rows(), ["p0"]);
  assert.deepEqual(labels(page), ["Hel", "Wyczyść"]);
  assert.equal(page.input("place", "z").checked, true);
});

test("the order stands in the address", async () => {
  const page = await open("?theme=a");
  page.part("sort").value = "title";
  send(page.part("sort"), "change");
  await page.wait();
  assert.equal(page.search(), "?theme=a&sort=title");
  assert.deepEqual(page.rows(), ["p1", "p0"]);
});

test("the filters open and close by either button, and closing brings the count into view", async () => {
  const page = await open();
  const isOpen = () => page.part("filters-toggle").getAttribute("aria-expanded");
  page.part("filters-toggle").click();
  assert.deepEqual([isOpen(), page.said], ["true", []]);
  page.part("filters-close").click();
  assert.deepEqual([isOpen(), page.said], ["false", ["scrolled"]]);
  assert.ok(page.document.activeElement === page.part("filters-toggle"));
});

// ----- typing and going back

test("typing searches after a moment, and a word is one step of the history", async () => {
  const page = await open();
  const length = page.window.history.length;
  part(page).value = " l";
  send(part(page), "input");
  assert.deepEqual(page.clock.waits, [60]);
  part(page).value = " las ";
  send(part(page), "input");
  assert.deepEqual(page.clock.waits, [60]);
  page.clock.run(60);
  await page.wait();
  assert.equal(page.search(), "?q=las");
  await page.type("lasu");
  assert.equal(page.search(), "?q=lasu");
  assert.equal(page.window.history.length, length + 1);
  await page.tick("theme", "a");
  await page.tick("theme", "b");
  assert.equal(page.window.history.length, length + 3);
});
const part = (page) => page.part("search").elements.q;

test("a submitted query is asked at once and the page stays", async () => {
  const page = await open();
  part(page).value = "most ";
  send(part(page), "input");
  assert.equal(send(page.part("search"), "submit").defaultPrevented, true);
  assert.deepEqual(page.clock.waits, []);
  await page.wait();
  assert.equal(page.search(), "?q=most");
});

test("what is being typed is not written over", async () => {
  const page = await open();
  part(page).focus();
  part(page).value = "las ";
  send(part(page), "input");
  page.clock.run(60);
  await page.wait();
  assert.equal(part(page).value, "las ");
});

test("going back follows the address and the number of rows", async () => {
  const page = await open("?q=plac");
  page.window.history.replaceState(null, "", "?q=plac&theme=b");
  send(page.window, "popstate", { state: { shown: 100 } });
  await page.wait();
  assert.deepEqual(page.rows(), ["p2"]);
  page.window.history.replaceState(null, "", "?q=plac");
  send(page.window, "popstate", { state: { shown: 100 } });
  await page.wait();
  assert.equal(page.rows().length, 60);
  send(page.window, "popstate", { state: null });
  await page.wait();
  assert.equal(page.rows().length, 50);
});

test("only the last of two questions is answered", async () => {
  const page = await open("?q=las");
  page.input("theme", "a").checked = true;
  send(page.input("theme", "a"), "change");
  page.input("theme", "a").checked = false;
  send(page.input("theme", "a"), "change");
  await page.type("most");
  assert.deepEqual(page.rows(), ["p2"]);
  assert.equal(page.part("count").textContent, "1 praktyka");
});

test("the engine is fetched when a reader turns to the search", async () => {
  const page = await open();
  part(page).focus();
  await page.wait();
  assert.deepEqual(page.asked, ["core"]);
});

// ----- what fails

test("where the data cannot be read, the whole list comes back with a word about it", async () => {
  const page = await open("?q=las", new Set(["core"]));
  assert.equal(page.part("notice").textContent, "Nie udało się.");
  assert.equal(page.part("notice").hidden, false);
  assert.equal(page.part("whole").isConnected, true);
  assert.equal(page.document.documentElement.className, "");
  assert.equal(page.part("catalogue").getAttribute("aria-busy"), null);
  assert.deepEqual(page.said, ["Error: core"]);
});

test("what failed can be tried again", async () => {
  const failing = new Set(["facets"]);
  const page = await open("", failing);
  page.part("rest").click();
  await page.wait();
  assert.equal(page.part("notice").textContent, "Nie udało się.");
  assert.equal(page.part("rest").disabled, false);
  failing.clear();
  page.part("rest").click();
  await page.wait();
  assert.ok(!page.part("rest"));
});

test("a browser that refuses a new address shows what was asked for all the same", async () => {
  const page = await open();
  page.window.history.pushState = () => { throw new Error("refused"); };
  await page.tick("theme", "a");
  assert.deepEqual(page.rows(), ["p0", "p1"]);
  assert.deepEqual(page.said, ["refused"]);
});
