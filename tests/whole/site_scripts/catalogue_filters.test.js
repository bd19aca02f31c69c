import assert from "node:assert/strict";
import { test } from "node:test";
import { IN_FAMILY, PAGE, counts, labels, open, texts, value } from "./support/catalogue.js";
import { send } from "./support/page.js";

test("counts say what each value would leave, and what would leave nothing cannot be pressed", async () => {
  const page = await open("?q=las");
  assert.deepEqual(counts(page), ["2", "0", "0"]);
  assert.deepEqual([page.input("theme", "a").disabled, page.input("theme", "b").disabled], [false, true]);
});

test("what was typed just now is kept by who ticks a value at once", async () => {
  const page = await open();
  const query = page.part("search").elements.q;
  query.value = "las";
  send(query, "input");
  await page.tick("theme", "a");
  assert.deepEqual([page.search(), query.value], ["?q=las&theme=a", "las"]);
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
  assert.deepEqual(texts(page.part("empty-ways").querySelectorAll("p, button")), ["Zrezygnuj z warunku.", "bez: Beta (2)", "bez: „las” (1)"]);
  assert.equal(page.part("found").hidden, true);
  page.part("empty").querySelector("button").click();
  await page.wait();
  assert.equal(page.search(), "?q=las");
  assert.equal(page.part("empty").hidden, true);
});

test("where nothing would help, the spelling is asked for", async () => {
  const page = await open("?q=xyzxyz");
  assert.equal(page.part("empty-ways").textContent, "Sprawdź pisownię.");
  assert.equal(page.part("nearest").hidden, true);
  assert.equal(page.part("empty").querySelector("ul").hidden, true);
  assert.equal(page.part("notice").textContent, "Nie ma: „xyzxyz”. ");
});

test("where nothing is left, the practices that come nearest stand with what they miss", async () => {
  const page = await open("?q=las&theme=b");
  const lines = [...page.part("nearest").querySelectorAll("li")];
  assert.deepEqual(lines.map((each) => each.querySelector("a").textContent), ["Las", "Praktyka 1", "Most i plac"]);
  assert.deepEqual(lines.map((each) => each.querySelector(".meta").textContent), ["Gdynianie: Beta", "Gdynianie: Beta", "Gdynianie: „las”"]);
  assert.deepEqual([lines[0].className, page.part("nearest").hidden], ["line family-youth", false]);
  await page.tick("theme", "b", false);
  assert.deepEqual([page.part("nearest").hidden, page.part("nearest").querySelectorAll("li").length], [true, 0]);
});

test("what is near says of each condition that it misses what was chosen there, and of no other", async () => {
  const page = await open("?theme=b&place=x");
  const lines = [...page.part("nearest").querySelectorAll("li")].map((each) => [each.querySelector("a").textContent, each.querySelector(".meta").lastElementChild.textContent]);
  assert.deepEqual(lines, [["Most i plac", "nie: Gdynia"], ["Praktyka 3", "nie: Beta"], ["Praktyka 4", "nie: Beta"]]);
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

// ----- the sheet of a narrow screen

const folds = (page) => [...page.document.querySelectorAll(".facet__fold")];
const unfolded = (page) => folds(page).map((each) => each.getAttribute("aria-expanded") === "true");

test("the filters move into a sheet and back, as they are", async () => {
  const page = await open("?theme=a");
  const [box, legend] = [page.input("theme", "a"), page.find("legend").outerHTML];
  page.part("filters-toggle").click();
  assert.deepEqual([page.part("filters-sheet").open, page.document.documentElement.className], [true, "has-sheet"]);
  assert.ok(page.part("filters-place").contains(box) && box.checked);
  assert.ok(page.document.activeElement === page.part("filters-cancel"));
  page.part("filters-toggle").click();
  assert.equal(folds(page).length, 2);
  page.part("filters-cancel").click();
  await page.wait();
  assert.deepEqual([page.part("filters-sheet").open, page.document.documentElement.className], [false, ""]);
  assert.ok(page.part("filters").nextElementSibling === page.part("filters-sheet") && page.input("theme", "a") === box);
  assert.equal(page.find("legend").outerHTML, legend);
  assert.equal(page.find("fieldset").classList.contains("facet--closed"), false);
  assert.ok(page.document.activeElement === page.part("filters-toggle"));
  assert.deepEqual(page.said, []);
});

test("a step of a scale is called by its filter while the sheet is open too", async () => {
  const page = await open("?place=x", new Set(), IN_FAMILY);
  page.part("filters-toggle").click();
  await page.tick("theme", "a");
  assert.deepEqual(labels(page).slice(0, 2), ["Alfa", "Miejsce: Gdynia"]);
});

test("the sheet folds all filters but the first, with what is chosen beside, and keeps what was unfolded", async () => {
  const page = await open("?theme=a&theme=b");
  page.part("filters-toggle").click();
  assert.deepEqual([unfolded(page), texts(folds(page))], [[true, false], ["TematAlfa, Beta", "Miejsce"]]);
  assert.deepEqual([...page.document.querySelectorAll("fieldset")].map((each) => each.className), ["", "facet--closed"]);
  folds(page)[1].click();
  folds(page)[0].click();
  await page.tick("place", "x");
  assert.deepEqual([unfolded(page), texts(folds(page))], [[false, true], ["TematAlfa, Beta", "MiejsceGdynia"]]);
  page.part("filters-cancel").click();
  page.part("filters-toggle").click();
  assert.deepEqual(unfolded(page), [false, true]);
});

test("the sheet says what is left, and its button leads there", async () => {
  const page = await open();
  page.part("filters-toggle").click();
  assert.equal(page.part("filters-said").textContent, "");
  await page.tick("theme", "a");
  assert.deepEqual([page.part("filters-close").textContent, page.part("filters-said").textContent], ["Pokaż: 2", "2 praktyki"]);
  page.part("filters-close").click();
  await page.wait();
  assert.deepEqual([page.part("filters-sheet").open, page.said], [false, ["scrolled"]]);
  await page.tick("theme", "b");
  assert.equal(page.part("filters-said").textContent, "");
});

test("the sheet takes all filters away and keeps query and order", async () => {
  const page = await open("?q=plac&theme=b&place=y&sort=title");
  page.part("filters-toggle").click();
  assert.deepEqual([page.part("filters-clear").textContent, page.part("filters-clear").hidden], ["Wyczyść (2)", false]);
  page.part("filters-clear").click();
  await page.wait();
  assert.deepEqual([page.search(), page.part("filters-clear").hidden], ["?q=plac&sort=title", true]);
  assert.ok(page.document.activeElement === page.part("filters-cancel"));
});

test("a window that grows wide has its filters in the page again", async () => {
  const page = await open();
  const rects = { now: [{}] };
  page.part("filters-toggle").getClientRects = () => rects.now;
  page.part("filters-toggle").click();
  send(page.window, "resize");
  assert.equal(page.part("filters-sheet").open, true);
  rects.now = [];
  send(page.window, "resize");
  assert.equal(page.part("filters-sheet").open, false);
  send(page.window, "resize");
});

// ----- families

const inFamily = (address = "") => open(address, new Set(), IN_FAMILY);
const family = (page) => page.find("[data-family]");

test("a family ticks its values, which the address names, and stands above the rows as one", async () => {
  const page = await inFamily();
  family(page).checked = true;
  send(family(page), "change");
  await page.wait();
  assert.equal(page.search(), "?theme=a&theme=b");
  assert.deepEqual(page.rows(), ["p0", "p1", "p2"]);
  assert.deepEqual(labels(page), ["Rodzina", "Wyczyść"]);
  assert.equal(page.part("filters-toggle").textContent, "Filtry (1)");
  page.part("chips").querySelector("button").click();
  await page.wait();
  assert.equal(page.search(), "");
  assert.deepEqual([family(page).checked, page.input("theme", "b").checked], [false, false]);
});

test("a family is half ticked by some of its values, and can be completed", async () => {
  const page = await inFamily("?theme=b");
  assert.deepEqual([family(page).checked, family(page).indeterminate], [false, true]);
  assert.deepEqual(labels(page), ["Beta", "Wyczyść"]);
  await page.tick("theme", "a");
  assert.deepEqual([family(page).checked, family(page).indeterminate], [true, false]);
});

test("a family counts the practices that have any of its values, whatever of them is ticked", async () => {
  const page = await inFamily("?theme=b&place=y");
  assert.deepEqual(counts(page).slice(0, 3), ["2", "1", "1"]);
  const other = await inFamily("?q=most");
  assert.deepEqual(counts(other).slice(0, 3), ["1", "0", "1"]);
  await other.type("plac");
  assert.equal(family(other).disabled, false);
});

test("a family that would leave nothing cannot be ticked, and the whole list has its count again", async () => {
  const page = await inFamily("?place=x");
  assert.deepEqual([counts(page)[0], family(page).disabled], ["0", true]);
  await page.tick("place", "x", false);
  assert.deepEqual([counts(page)[0], family(page).disabled], ["3", false]);
});

test("whatever a chosen value is folded in opens, but a family that is ticked stays as it is", async () => {
  const folds = (page) => [...page.document.querySelectorAll("[data-facet=theme] details")].map((each) => each.open);
  assert.deepEqual(folds(await inFamily()), [false, false]);
  assert.deepEqual(folds(await inFamily("?theme=b")), [true, true]);
  assert.deepEqual(folds(await inFamily("?theme=a&theme=b")), [true, false]);
});

test("a step of a scale is told with the name of its filter", async () => {
  const page = await inFamily("?place=x");
  assert.deepEqual(labels(page), ["Miejsce: Gdynia", "Wyczyść"]);
});

// ----- a filter with many values

const many = (n) => Array.from({ length: n }, (_, i) => value("place", `v${i}`, `Miasto ${i}`, 1));
const MANY = PAGE.replace(/<fieldset data-facet="place">.*?<\/fieldset>/s, `<fieldset data-facet="place"><legend>Miejsce</legend>
  <ul>${value("place", "x", "Gdynia", 1)}</ul><details class="facet__more"><summary>Wszystkie</summary><ul>${value("place", "y", "Łódź", 1)}${many(20).join("")}</ul></details></fieldset>`);

test("a filter with many values has a field that finds them, the chosen ones first", async () => {
  const page = await open("", new Set(), MANY);
  await page.wait();
  const field = page.find(".facet__find");
  const shown = () => [...page.document.querySelectorAll("[data-facet=place] li")].filter((each) => !each.hidden).map((each) => each.querySelector(".facet__label").textContent);
  assert.equal(field.getAttribute("aria-label"), "Znajdź w: Miejsce");
  page.input("place", "v7").checked = true;
  for (const [typed, expected] of [["lod", ["Miasto 7", "Łódź"]], ["miasto 1", ["Miasto 7", ...[1, ...Array.from({ length: 10 }, (_, n) => 10 + n)].map((n) => `Miasto ${n}`)]]]) {
    field.value = typed;
    send(field, "input");
    await page.wait();
    assert.deepEqual(shown(), expected);
  }
  field.value = "";
  send(field, "input");
  await page.wait();
  assert.deepEqual(shown().slice(0, 3), ["Gdynia", "Łódź", "Miasto 0"]);
  field.value = "zzz";
  page.input("place", "v7").checked = false;
  send(field, "input");
  await page.wait();
  assert.equal(page.find("[aria-live].facet__note").textContent, "Nie ma takiej wartości.");
});
