import assert from "node:assert/strict";
import { test } from "node:test";
import { smallSource as source } from "../../unit/site_scripts/support/form.js";
import { settled } from "../../unit/site_scripts/support/bare.js";
import { BEFORE, draftOf, ENTRY, KEPT, open, opened } from "./support/form_page.js";
import { send } from "./support/page.js";

// ----- drafts

test("what is typed is kept in the browser, and comes back", () => {
  const page = open();
  assert.equal(page.kept(), null);
  page.type("title", "Park");
  page.clock.run(250);
  assert.equal(page.part("saved").textContent, "Szkic zapisany w tej przeglądarce.");
  assert.deepEqual([page.kept().version, page.kept().entry.title, page.kept().step], [1, "Park", 0]);
  const again = open({ kept: { [KEPT]: { ...page.kept(), step: 2 } } });
  assert.equal(again.field("title").value, "Park");
  assert.equal(again.part("saved").textContent, "Wczytano szkic z tej przeglądarki.");
  assert.equal(again.shown(), 2);
  assert.equal(open({ kept: { [KEPT]: { ...page.kept(), step: 99 } } }).shown(), 0);
});

test("a draft of another kind is no draft", () => {
  for (const text of ["x", "{}", "[]", '{"version":2,"entry":{}}', '{"version":1,"entry":[]}', '{"version":1}']) {
    assert.equal(open({ kept: { [KEPT]: text } }).part("saved").textContent, "", text);
  }
  const { readable } = open().FormDrafts;
  assert.deepEqual(readable('{"version":1,"entry":{}}'), { version: 1, entry: {} });
  assert.equal(readable(`{"version":1,"entry":{"a":"${"x".repeat(2_000_000)}"}}`), null);
  assert.equal(readable(null), null);
  // Earlier drafts knew one evaluation of a practice.
  const early = readable('{"version":1,"entry":{"title":"Las","evaluation":{"type":"internal"}}}');
  assert.deepEqual(early?.entry, { title: "Las", evaluation: [{ type: "internal" }] });
});

test("a field that cannot take what a draft has is left empty", () => {
  const page = opened({ ...ENTRY, themes: 7, places: [{ place: "hel" }], criteria: [5] });
  assert.equal(page.said.length > 0, true);
  assert.equal(page.field("title").value, "Park nad rzeką");
});

test("a browser that keeps nothing says so, and asks before what was typed is gone", () => {
  const refuse = () => { throw new Error("no"); };
  const page = open({ ready: ({ globals }) => { globals.localStorage = { getItem: refuse, setItem: refuse, removeItem: refuse }; } });
  const NOT_SAVED = "Ta przeglądarka nie zapisze szkicu. Zapisz go w pliku, zanim zamkniesz stronę.";
  assert.equal(page.part("saved").textContent, NOT_SAVED);
  assert.equal(send(page.window, "beforeunload").defaultPrevented, false);
  page.type("title", "Park");
  const asked = send(page.window, "beforeunload");
  assert.equal(asked.defaultPrevented, true);
  assert.equal(page.part("saved").textContent, NOT_SAVED);
  page.part("save-file").click();
  assert.equal(send(page.window, "beforeunload").defaultPrevented, false);
});

test("what is kept asks nobody to stay", () => {
  const page = open();
  page.type("title", "Park");
  assert.equal(send(page.window, "beforeunload").defaultPrevented, false);
  assert.equal(page.kept().entry.title, "Park");
});

test("leaving the page keeps what was typed a moment ago", () => {
  const page = open();
  page.type("title", "Park");
  send(page.window, "pagehide");
  assert.equal(page.kept().entry.title, "Park");
  assert.deepEqual(page.clock.waits, []);
});

test("another tab with the same form is told of", () => {
  const page = open();
  send(page.window, "storage", { key: "inne" });
  assert.equal(page.part("elsewhere").hidden, true);
  send(page.window, "storage", { key: KEPT });
  assert.match(page.part("elsewhere").textContent, /w innej karcie/);
  assert.equal(page.part("elsewhere").hidden, false);
});

test("a new entry takes the place of what was typed, which can be had back", () => {
  const page = opened();
  assert.equal(page.part("back").hidden, true);
  page.part("new").click();
  assert.equal(page.field("title").value, "");
  assert.equal(page.kept(BEFORE).entry.title, "Park nad rzeką");
  assert.equal(page.part("back").hidden, false);
  page.part("back").click();
  assert.equal(page.field("title").value, "Park nad rzeką");
  assert.equal(page.part("back").hidden, true);
});

test("an empty form leaves nothing to have back, an earlier visit may have", () => {
  const page = open();
  page.part("new").click();
  assert.deepEqual([page.part("back").hidden, page.kept(BEFORE)], [true, null]);
  assert.equal(open({ kept: { [BEFORE]: draftOf(ENTRY) } }).part("back").hidden, false);
});

// ----- opening

async function openPractice(name, arrives) {
  const page = open();
  const asked = [];
  page.document.head.append = (script) => {
    asked.push(script.getAttribute("src"));
    if (arrives) page.window.KatalogWpisy = { las: { ...ENTRY, id: "las", title: "Las", relations: [{ target: "ukryta" }] } };
    send(script, arrives ? "load" : "error");
  };
  page.part("open-name").value = name;
  page.part("open").click();
  await settled();
  return { ...page, asked };
}

test("a practice of the catalogue is opened by its name", async () => {
  const page = await openPractice(" Las ", true);
  assert.deepEqual(page.asked, ["wpisy-0.js"]);
  assert.equal(page.field("title").value, "Las");
  assert.equal(page.part("opened").textContent, "Poprawiasz praktykę: Las");
  assert.deepEqual([page.part("opened").hidden, page.field("id").readOnly, page.field("id").value], [false, true, "las"]);
  assert.deepEqual([page.kept().opened, page.kept().related], ["las", ["ukryta"]]);
  assert.equal(page.part("open-problem").hidden, true);
  page.part("new").click();
  assert.deepEqual([page.part("opened").hidden, page.part("opened").textContent, page.field("id").readOnly], [true, "", false]);
});

test("the file of an entry is found by its place in the list", async () => {
  const data = source();
  data.per_file = 1;
  const page = open({ data });
  const asked = [];
  page.document.head.append = (script) => asked.push(script.getAttribute("src"));
  page.part("open-name").value = "Most";
  page.part("open").click();
  assert.deepEqual(asked, ["wpisy-1.js"]);
});

test("a practice that is none, or does not come, is said to be so", async () => {
  const none = await openPractice("Nic", true);
  assert.deepEqual([none.part("open-problem").textContent, none.part("open-problem").hidden, none.asked], ["Nie ma takiej praktyki. Wybierz nazwę z listy.", false, []]);
  assert.ok(none.document.activeElement === none.part("open-name"));
  const failed = await openPractice("Las", false);
  assert.match(failed.part("open-problem").textContent, /^Nie udało się wczytać/);
  assert.equal(failed.field("title").value, "");
});

async function openFile(text) {
  const page = open();
  const input = page.part("open-file");
  Object.defineProperty(input, "files", { value: text === null ? [] : [{ text: async () => text }] });
  send(input, "change");
  await settled();
  return page;
}

test("a draft is read from its file", async () => {
  const page = await openFile(JSON.stringify(draftOf(ENTRY)));
  assert.equal(page.field("title").value, "Park nad rzeką");
  assert.equal(page.part("file-problem").hidden, true);
  const wrong = await openFile("{}");
  assert.match(wrong.part("file-problem").textContent, /^To nie jest szkic/);
  assert.equal(wrong.part("file-problem").hidden, false);
  assert.equal((await openFile(null)).part("file-problem").hidden, true);
});
