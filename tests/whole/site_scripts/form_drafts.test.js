import assert from "node:assert/strict";
import { test } from "node:test";
import { smallSource as source } from "../../unit/site_scripts/support/form.js";
import { settled } from "../../unit/site_scripts/support/bare.js";
import { draftOf, ENTRY, KEPT, NAME, open, opened } from "./support/form_page.js";
import { send } from "./support/page.js";

// ----- drafts

test("what is typed is kept in the browser, and comes back", () => {
  const page = open();
  assert.equal(page.kept(), null);
  page.type("title", "Park");
  page.clock.run(250);
  assert.equal(page.part("saved").textContent, "Szkic zapisany w tej przeglądarce.");
  assert.deepEqual([page.kept().version, page.kept().entry.title, page.kept().step], [1, "Park", 0]);
  const again = open({ address: "", kept: { [KEPT]: { ...page.kept(), step: 2 } } });
  assert.equal(again.field("title").value, "Park");
  assert.equal(again.part("saved").textContent, "Wczytano szkic z tej przeglądarki.");
  assert.equal(again.shown(), 2);
  assert.equal(open({ address: "", kept: { [KEPT]: { ...page.kept(), step: 99 } } }).shown(), 0);
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

const NOT_SAVED = "Ta przeglądarka nie zapisze szkicu. Zapisz go w pliku, zanim zamkniesz stronę.";
const refuse = () => {
  throw new Error("no");
};
const REFUSING = { getItem: refuse, setItem: refuse, removeItem: refuse };

test("a browser that keeps nothing says so, and asks before what was typed is gone", () => {
  const page = open({ ready: ({ globals }) => Object.assign(globals, { localStorage: REFUSING, sessionStorage: REFUSING }) });
  assert.equal(page.part("saved").textContent, NOT_SAVED);
  assert.equal(send(page.window, "beforeunload").defaultPrevented, false);
  page.type("title", "Park");
  const asked = send(page.window, "beforeunload");
  assert.equal(asked.defaultPrevented, true);
  assert.equal(page.part("saved").textContent, NOT_SAVED);
  page.part("save-file").click();
  assert.match(page.handed[0].type, /json/);
  assert.equal(send(page.window, "beforeunload").defaultPrevented, false);
  page.type("title", "Park nad rzeką");
  assert.equal(send(page.window, "beforeunload").defaultPrevented, true);
});

test("who has taken the file of an entry is not asked to stay", () => {
  const page = open({ ready: ({ globals }) => Object.assign(globals, { localStorage: REFUSING, sessionStorage: REFUSING }) });
  page.type("title", "Park");
  page.part("download").click(); // not in order yet, so there is no file
  assert.deepEqual([page.handed, send(page.window, "beforeunload").defaultPrevented], [[], true]);
  const ready = ({ globals, window }) => {
    globals.localStorage = { getItem: () => null, setItem: refuse, removeItem() {} };
    globals.sessionStorage = window.sessionStorage;
    window.sessionStorage.setItem(`${NAME}.karta.pierwszy`, JSON.stringify(draftOf(ENTRY)));
  };
  const other = open({ ready });
  assert.equal(send(other.window, "beforeunload").defaultPrevented, true);
  other.part("download").click();
  assert.equal(other.handed.length > 0, true);
  assert.equal(send(other.window, "beforeunload").defaultPrevented, false);
});

test("nothing a button does takes what a browser keeps nowhere", () => {
  const page = open({ ready: ({ globals }) => Object.assign(globals, { localStorage: REFUSING, sessionStorage: REFUSING }) });
  page.type("title", "Park");
  page.part("new").click();
  assert.equal(page.field("title").value, "");
  assert.equal(send(page.window, "beforeunload").defaultPrevented, true);
  page.find("[data-draft-list] button").click();
  assert.equal(page.field("title").value, "Park");
});

test("a full browser keeps a draft in its tab, and asks before that one is closed", () => {
  const full = ({ globals, window }) => {
    globals.localStorage = { getItem: () => null, setItem: refuse, removeItem() {} };
    globals.sessionStorage = window.sessionStorage;
  };
  const page = open({ ready: full });
  page.type("title", "Park");
  page.clock.run(250);
  assert.match(page.part("saved").textContent, /^W tej przeglądarce nie ma już miejsca/);
  const texts = Object.entries(page.window.sessionStorage).filter(([name]) => name.startsWith(NAME + ".karta."));
  assert.equal(JSON.parse(texts[0][1]).entry.title, "Park");
  assert.equal(send(page.window, "beforeunload").defaultPrevented, true);
  const tab = Object.entries(page.window.sessionStorage);
  const again = open({ ready: ({ window }) => tab.forEach(([name, text]) => window.sessionStorage.setItem(name, text)) });
  assert.equal(again.field("title").value, "Park");
  assert.equal(send(again.window, "beforeunload").defaultPrevented, true); // it still stands nowhere else
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

test("what another tab wrote into the draft stays, and what is typed here is a draft of its own", () => {
  const page = opened();
  page.window.localStorage.setItem(KEPT, JSON.stringify(draftOf({ ...ENTRY, title: "Z innej karty" }, { saved: "2020-01-01" })));
  page.type("title", "Z tej karty");
  page.clock.run(250);
  assert.deepEqual(page.drafts().map(({ entry }) => entry.title), ["Z tej karty", "Z innej karty"]);
  assert.match(page.part("elsewhere").textContent, /w innej karcie/);
  assert.equal(page.part("elsewhere").hidden, false);
  page.type("title", "Z tej karty, dalej");
  page.clock.run(250);
  assert.deepEqual(page.drafts().map(({ entry }) => entry.title), ["Z tej karty, dalej", "Z innej karty"]);
});

/** Notes what is put into the list of drafts. */
const hearing = ({ globals, window }, told) => {
  const { localStorage } = window;
  globals.localStorage = new Proxy(localStorage, {
    get: (_, name) => name === "setItem" ? (key, text) => told.push([key, text]) && localStorage.setItem(key, text) : localStorage[name].bind(localStorage),
    ownKeys: () => Object.keys(localStorage),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
};

test("a draft that is open in another tab is left to it", () => {
  const told = [];
  const page = opened(ENTRY, {}, { ready: (page) => hearing(page, told) });
  assert.match(told.find(([name]) => name === NAME + ".kto")[1], /^pierwszy /);
  assert.equal(page.window.localStorage.getItem(NAME + ".kto"), null);
  send(page.window, "storage", { key: NAME + ".jest", newValue: "inny karta" });
  assert.equal(page.part("elsewhere").hidden, true);
  send(page.window, "storage", { key: NAME + ".jest", newValue: "pierwszy karta" });
  assert.equal(page.part("elsewhere").hidden, false);
  assert.match(page.part("elsewhere").textContent, /^Szkic „Park nad rzeką” jest otwarty w innej karcie/);
  assert.equal(page.field("title").value, "");
  page.type("title", "Nowy");
  page.clock.run(250);
  assert.deepEqual(page.drafts().map(({ entry }) => entry.title), ["Nowy", "Park nad rzeką"]);
});

test("who is asked about the draft of this tab answers", () => {
  const told = [];
  const page = opened(ENTRY, {}, { ready: (page) => hearing(page, told) });
  const answers = () => told.filter(([name]) => name === NAME + ".jest").map(([, text]) => text.split(" ")[0]);
  send(page.window, "storage", { key: NAME + ".kto", newValue: "inny karta" });
  assert.deepEqual(answers(), []);
  send(page.window, "storage", { key: NAME + ".kto", newValue: "pierwszy karta" });
  assert.deepEqual(answers(), ["pierwszy"]);
});

const listed = (page) => [...page.find("[data-draft-list]").children].map((each) => each.querySelector("strong")?.textContent || each.textContent);

test("a new entry is a draft of its own, and the list has the one before it", () => {
  const page = opened();
  page.part("new").click();
  assert.equal(page.field("title").value, "");
  assert.deepEqual(listed(page), ["Park nad rzeką"]);
  assert.equal(page.part("draft-count").textContent, ""); // one needs no number
  page.type("title", "Drugi");
  page.clock.run(250);
  assert.equal(page.part("draft-count").textContent, " (2)");
  page.part("new").click();
  page.type("title", "T");
  page.clock.run(250);
  assert.deepEqual(listed(page), ["T", "Drugi", "Park nad rzeką"]);
  assert.equal(page.part("draft-count").textContent, " (3)");
  page.find('[data-draft-list] [aria-label^="Otwórz: Park"]').click();
  assert.equal(page.field("title").value, "Park nad rzeką");
  page.type("title", "Park");
  page.clock.run(250);
  assert.deepEqual(listed(page), ["Park", "T", "Drugi"]);
});

test("a draft of the list is told by its name, and by when it was kept", () => {
  const drafts = { [KEPT]: draftOf(ENTRY, { saved: "2024-05-01T10:00:00Z" }), [KEPT + "2"]: draftOf({ short_title: "Park", title: "Park nad rzeką" }), [KEPT + "3"]: draftOf({}) };
  const page = open({ kept: drafts });
  const [open_, ...others] = page.find("[data-draft-list]").children;
  assert.equal(open_.getAttribute("aria-current"), "true");
  assert.match(open_.textContent, /^Park nad rzeką 1 maja 2024.*otwarty/);
  assert.ok(!open_.querySelector("button"));
  const names = others.flatMap((each) => [...each.querySelectorAll("button")].map((button) => button.getAttribute("aria-label")));
  assert.deepEqual(names, ["Otwórz: Park, ", "Usuń: Park, ", "Otwórz: Praktyka bez nazwy, ", "Usuń: Praktyka bez nazwy, "]);
  assert.deepEqual(others.map((each) => each.hasAttribute("aria-current")), [false, false]);
  assert.deepEqual(others.map((each) => each.querySelectorAll(".item__actions > button").length), [2, 2]); // on a line of their own
});

test("a draft that was removed from the list can be had back", () => {
  const page = opened();
  page.part("new").click();
  page.find('[data-draft-list] [aria-label^="Usuń: Park"]').click();
  assert.deepEqual(page.drafts(), []);
  assert.deepEqual(listed(page), ["Usunięto szkic: Park nad rzeką Cofnij usunięcie"]);
  assert.equal(page.part("announce").textContent, "Usunięto szkic: Park nad rzeką");
  assert.ok(page.document.activeElement === page.find("[data-draft-list] [data-undo]"));
  page.find("[data-draft-list] [data-undo]").click();
  assert.ok(page.document.activeElement === page.find("[data-draft-list] button"));
  assert.deepEqual(listed(page), ["Park nad rzeką"]);
  assert.equal(page.kept().entry.title, "Park nad rzeką");
});

test("an empty form leaves no draft", () => {
  const page = open();
  page.part("new").click();
  page.part("new").click();
  assert.deepEqual([listed(page), page.drafts(), page.part("no-drafts").hidden], [[], [], false]);
});

test("drafts that were kept before there was a list come into it", () => {
  const page = open({ kept: { [NAME]: draftOf(ENTRY), [`${NAME}.poprzedni`]: draftOf({ ...ENTRY, title: "Poprzedni" }) } });
  assert.equal(page.field("title").value, "Park nad rzeką");
  assert.deepEqual(listed(page), ["Park nad rzeką", "Poprzedni"]);
  assert.equal(page.window.localStorage.getItem(NAME), null);
});

// ----- opening

async function corrected(typed, entry) {
  const base = { ...ENTRY, id: "las", title: "Las", summary: ENTRY.summary, short_title: "Las" };
  const arrives = (page) => {
    page.document.head.append = (script) => {
      page.window.KatalogWpisy = { las: { ...base, ...entry } };
      send(script, "load");
    };
  };
  const page = open({ kept: { [KEPT]: draftOf({ ...base, ...typed }, { opened: "las", base }) }, ready: arrives });
  await settled();
  return page;
}

const changes = (page) =>
  [...page.find("[data-newer-list]").children].map((each) => ({
    field: each.querySelector("legend").textContent,
    texts: [...each.querySelectorAll("pre")].map((text) => text.textContent),
    chosen: [...each.querySelectorAll("input")].findIndex((input) => input.checked),
  }));

test("a correction is told of what changed in the catalogue since it was begun", async () => {
  const page = await corrected({ short_title: "Mój las" }, { short_title: "Nowy las", title: "Las i park" });
  assert.equal(page.part("newer").hidden, false);
  assert.match(page.part("announce").textContent, /w katalogu/);
  for (const input of page.find("[data-newer-list]").querySelectorAll("input")) {
    assert.ok(page.document.getElementById(input.getAttribute("aria-describedby")).matches("pre"));
    assert.ok(page.find(`label[for="${input.id}"]`).textContent);
    const others = [...input.closest("fieldset").querySelectorAll("input")];
    assert.deepEqual(others.map(({ type, name }) => [type, name]), Array(2).fill(["radio", input.name])); // one of the two at a time
  }
  assert.deepEqual(changes(page), [
    { field: "Tytuł", texts: ["Las i park", "Las"], chosen: 0 },
    { field: "Krótki tytuł", texts: ["Las", "Nowy las", "Mój las"], chosen: 1 },
  ]);
  assert.deepEqual([page.field("title").value, page.field("short_title").value], ["Las i park", "Mój las"]);
});

test("what is empty on either side is said to be", async () => {
  const page = await corrected({ short_title: "Mój las" }, { short_title: undefined, themes: [] });
  const said = page.FormWords.say("form.say.newer_nothing");
  assert.ok(said);
  const [[, theirs]] = changes(page).filter(({ field }) => field === "Krótki tytuł").map(({ texts }) => texts);
  assert.equal(theirs, said);
});

test("whose words a field gets is chosen, and can be chosen again", async () => {
  const page = await corrected({ short_title: "Mój las" }, { short_title: "Nowy las" });
  const [theirs, mine] = page.find("[data-newer-list]").querySelectorAll("input");
  send(theirs, "change");
  assert.equal(page.field("short_title").value, "Nowy las");
  send(mine, "change");
  assert.equal(page.field("short_title").value, "Mój las");
  page.part("newer-done").click();
  assert.equal(page.part("newer").hidden, true);
  assert.equal(page.kept().base.short_title, "Nowy las");
  assert.equal(page.kept().entry.short_title, "Mój las");
});

test("a correction of an entry that did not change asks nothing", async () => {
  const same = await corrected({ short_title: "Mój las" }, {});
  assert.equal(same.part("newer").hidden, true);
  const agreed = await corrected({ short_title: "Nowy las" }, { short_title: "Nowy las" });
  assert.equal(agreed.part("newer").hidden, true);
  assert.equal(agreed.kept().base.short_title, "Nowy las");
});

test("a correction is left alone where the entry does not come, or comes when another draft is open", async () => {
  const base = { ...ENTRY, id: "las", title: "Las" };
  const begun = (arrive) => open({ kept: { [KEPT]: draftOf(base, { opened: "las", base }) }, ready: (page) => {
    page.document.head.append = (script) => arrive(page, script);
  } });
  const failed = begun((_, script) => send(script, "error"));
  await settled();
  assert.deepEqual([failed.part("newer").hidden, failed.kept().base.title], [true, "Las"]);
  const late = [];
  const other = begun((page, script) => late.push(() => {
    page.window.KatalogWpisy = { las: { ...base, title: "Las i park" } };
    send(script, "load");
  }));
  other.part("new").click();
  for (const arrive of late) arrive();
  await settled();
  assert.deepEqual([late.length, other.part("newer").hidden, other.field("title").value], [1, true, ""]);
});

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
  page.document.head.append = (script) => send(script, "error");
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

test("where the reader of entries does not come, the form does not say that the file is none", async () => {
  const page = await openFile("---\ntitle: Las\n---\n");
  assert.match(page.part("file-problem").textContent, /^Nie udało się wczytać skryptu/);
  assert.equal(page.part("file-problem").hidden, false);
});
