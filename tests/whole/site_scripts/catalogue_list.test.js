import assert from "node:assert/strict";
import { test } from "node:test";
import { numbers, open } from "./support/catalogue.js";
import { send } from "./support/page.js";

test("nothing asked for leaves the list that came with the page, and loads nothing", async () => {
  const page = await open();
  assert.equal(page.part("catalogue").dataset.state, "ready");
  assert.equal(page.part("count").textContent, "62 praktyki");
  assert.deepEqual(page.asked, []);
  assert.equal(page.part("whole").isConnected, true);
  assert.equal(page.part("sort").options[0].textContent, "Najpełniejsze");
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

test("the page says that it looks for something for as long as it does", async () => {
  const page = await open();
  page.part("search").elements.q.value = "las";
  send(page.part("search"), "submit");
  assert.equal(page.part("catalogue").getAttribute("aria-busy"), "true");
  await page.wait();
  assert.equal(page.part("catalogue").getAttribute("aria-busy"), null);
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
  assert.ok(!page.part("rows").querySelector(".badge")); // what was asked for needs no word about it
});

test("rows that come later can be compared like those that came with the page", async () => {
  const page = await open();
  const made = [];
  page.window.KatalogToggles = (row) => made.push(row.dataset.result);
  await page.type("most");
  assert.deepEqual([made, page.rows()], [["p2"], ["p2"]]);
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
  const page = await open();
  await page.type("la");
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

/** Why a row is among the results, where `word` was asked for. */
async function reason(word, texts, { field = "text", row = '<a href="../las/?h=las#x">Tytuł</a>', say = (key) => key.split(".").pop() } = {}) {
  const page = await open();
  const holder = page.document.createElement("li");
  holder.innerHTML = `<p class="row__title">${row}</p><p class="row__text">Opis</p>`;
  const ranges = (text) => [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => [index, index + word.length]);
  const marks = { all: ranges, words: [{ text: word, ranges }], areNumbers: false, of: () => ranges };
  const isMissing = page.names.KatalogReasons.explain(holder, marks, field, texts, say);
  return { isMissing, text: holder.querySelector(".row__reason")?.textContent, href: holder.querySelector("a").getAttribute("href"), html: holder.innerHTML };
}

test("a reason says where a long text was cut, on both sides or on one", async () => {
  const words = (n) => Array.from({ length: 40 }, (_, m) => `słowo${n + m}`).join(" ");
  assert.match((await reason("las", { text: `${words(0)} las ${words(50)}` })).text, /^text: … słowo.* las .* …$/);
  assert.match((await reason("las", { text: `las ${words(50)}` })).text, /^text: las .* …$/);
  assert.match((await reason("las", { text: `${words(0)} las` })).text, /^text: … .* las$/);
  assert.equal((await reason("las", { text: "Mały las tu." })).text, "text: Mały las tu.");
});

test("the link of a row leads to the part of the page where the reason stands", async () => {
  assert.equal((await reason("Hel", { place: "Hel" })).href, "../las/?h=las#miejsca");
  assert.equal((await reason("las", { text: "Mały las." })).href, "../las/?h=las#x");
});

test("a word of title or summary needs no reason, and one whose texts did not come waits for them", async () => {
  assert.deepEqual([(await reason("Opis", null)).isMissing, (await reason("Opis", null)).text], [false, undefined]);
  assert.equal((await reason("las", null)).isMissing, true);
  assert.match((await reason("Opis", { text: "Opis" })).html, /<p class="row__text"><mark>Opis<\/mark><\/p>$/);
});

test("a reason in a part of the story is called as that part", async () => {
  const { text } = await reason("las", { text: "\ue000\nMały las.", sections: "obstacles" }, { say: (key) => key });
  assert.equal(text, "section.obstacles: Mały las.");
});

test("where a word stands nowhere as it was typed, the field that it belongs to is the reason", async () => {
  const { text, href } = await reason("synonim", { place: "Hel\nSopot" }, { field: "place" });
  assert.deepEqual([text, href], ["place: Hel; Sopot", "../las/?h=las#miejsca"]);
  assert.equal((await reason("synonim", { place: "Hel" }, { field: "term" })).text, undefined);
});
