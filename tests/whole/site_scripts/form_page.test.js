import assert from "node:assert/strict";
import { test } from "node:test";
import { CASES, FORM, smallSource as source } from "../../unit/site_scripts/support/form.js";
import { load } from "../../unit/site_scripts/support/load.js";
import { settled } from "../../unit/site_scripts/support/bare.js";
import { openPage, send } from "./support/page.js";

const KEPT = "/katalog/.zglos";
const BEFORE = "/katalog/.zglos.poprzedni";
const steps = source().steps;
const step = ({ name, more }, n) => `
<section id="krok-${n + 1}" data-step="${name}" hidden><h2 tabindex="-1">${name}</h2>
  <div data-fields-${name}></div>${more.length ? `<details><summary>Więcej</summary><div data-more-${name}></div></details>` : ""}
  <button type="button" data-go="${(n + 1) % steps.length}">Dalej</button></section>`;
const button = (name) => `<button type="button" data-${name}>${name}</button>`;
const PAGE = `
<form data-form data-entries="wpisy-">
  <ol>${steps.map((_, n) => `<li><a href="#krok-${n + 1}" data-step-link>${n + 1} <span data-step-problems></span></a></li>`).join("")}</ol>
  <p data-saved></p>${button("save-file")}<p data-file-problem hidden></p><input type="file" data-open-file>
  <p data-open-problem hidden></p><input type="text" data-open-name>${button("open")}${button("new")}<button type="button" data-back hidden>back</button>
  <p data-announce></p><p data-opened hidden></p><p data-elsewhere hidden></p>
  <section data-summary tabindex="-1" hidden><h2 data-summary-title></h2><ul data-summary-list></ul></section>
  ${steps.map(step).join("")}
  <div data-preview></div><p data-unready></p>${button("check")}
  <div data-ready hidden><code data-file></code>${button("download")}${button("copy")}<a data-host hidden>host</a><p data-host-note></p>
    <textarea data-text></textarea><div data-added></div></div>
</form>`;
const ENTRY = { ...CASES.cases.find(({ problems }) => !problems.length).raw, id: "park", title: "Park nad rzeką" };

/** The form, with what an earlier visit kept. */
function open({ address = "", kept = {}, data = source(), ready = () => {} } = {}) {
  const page = openPage(PAGE, {
    url: `https://example.org/katalog/zglos/${address}`,
    script: { src: "https://example.org/katalog/assets/scripts/form/page.js" },
  });
  for (const [name, value] of Object.entries(kept)) page.window.localStorage.setItem(name, typeof value === "string" ? value : JSON.stringify(value));
  page.window.Element.prototype.scrollIntoView = () => {};
  const handed = [];
  const copied = [];
  const globals = {
    ...page.globals,
    KatalogFormularz: data,
    URL: Object.assign(class extends URL {}, { createObjectURL: (blob) => handed.push(blob) && "blob:x", revokeObjectURL: () => handed.push("revoked") }),
    navigator: { clipboard: { writeText: async (text) => copied.push(text) } },
  };
  ready({ ...page, globals });
  const scripts = load(FORM, globals);
  const part = (name) => page.find(`[data-${name}]`);
  const control = (name, tag) => `[data-step] > div > [data-name="${name}"] > ${tag}, [data-step] > details [data-name="${name}"] > ${tag}`;
  const field = (name) => page.find(["input", "textarea", "select"].map((tag) => control(name, tag)).join(", "));
  return {
    ...page,
    ...scripts,
    part,
    field,
    handed,
    copied,
    type(name, value) {
      field(name).value = value;
      send(field(name), "input");
      send(field(name), "change");
    },
    kept: (name = KEPT) => JSON.parse(page.window.localStorage.getItem(name)),
    shown: () => steps.findIndex((_, n) => !page.find(`#krok-${n + 1}`).hidden),
    problems: () => [...page.find("[data-summary-list]").children].map((each) => each.textContent.split(": ")[0]),
  };
}
const draftOf = (entry, more = {}) => ({ version: 1, entry, ...more });
const opened = (entry = ENTRY, more = {}) => open({ kept: { [KEPT]: draftOf(entry, more) } });

// ----- steps

test("the form begins with its first step, and every field stands in its own", () => {
  const page = open();
  assert.equal(page.part("form").dataset.state, "ready");
  assert.equal(page.shown(), 0);
  assert.equal(page.find("[data-step-link]").getAttribute("aria-current"), "step");
  const places = steps.flatMap(({ name, fields, more }) => [...fields.map((each) => [each, `fields-${name}`]), ...more.map((each) => [each, `more-${name}`])]);
  assert.deepEqual(places.filter(([name, place]) => !page.find(`[data-${place}] > [data-name="${name}"]`)), []);
  assert.ok(page.find('[data-fields-people] > [data-name="organisations"] ~ [data-name="organisations"]'));
});

test("a new entry has its first source, place and the day", () => {
  const page = open();
  assert.equal(page.find('[data-name="sources"] [data-name="id"] input').value, "s1");
  assert.match(page.find('[data-name="editorial"] [data-name="created"] input').value, /^\d{4}-\d{2}-\d{2}$/);
});

test("going on shows the next step, in the address too, and asks for what is missing", () => {
  const page = open();
  page.find("#krok-1 [data-go]").click();
  assert.equal(page.shown(), 1);
  assert.equal(page.window.location.hash, "#krok-2");
  assert.equal(page.document.activeElement.textContent, "people");
  assert.deepEqual([...page.document.querySelectorAll("[data-step-link]")].map((each) => each.getAttribute("aria-current")).slice(0, 2), [null, "step"]);
  assert.equal(page.find('[data-name="title"] .field__problem').hidden, true);
  page.clock.run(250);
  assert.equal(page.find('[data-name="title"] .field__problem').textContent, "Uzupełnij to pole.");
  assert.match(page.find("[data-step-problems]").textContent, /^\(\d+ do poprawy\)$/);
  assert.equal(page.find("[data-step-link]").classList.contains("has-problem"), true);
  assert.equal(page.document.querySelectorAll("[data-step-link]")[1].classList.contains("has-problem"), false);
  assert.equal(page.part("summary").hidden, true);
});

test("an address leads to its step, and going back to the one before", () => {
  const page = open({ address: "#krok-3" });
  assert.equal(page.shown(), 2);
  page.window.location.hash = "#krok-2";
  send(page.window, "hashchange");
  assert.equal(page.shown(), 1);
  page.window.location.hash = "#inne";
  send(page.window, "popstate");
  assert.equal(page.shown(), 1);
  page.window.location.hash = "";
  send(page.window, "popstate");
  assert.equal(page.shown(), 0);
  assert.ok(page.document.activeElement === page.find("#krok-1 h2"));
});

test("a browser that refuses a new address shows the step all the same", () => {
  const page = open();
  page.window.history.pushState = () => { throw new Error("refused"); };
  page.find("#krok-1 [data-go]").click();
  assert.deepEqual([page.shown(), page.said], [1, ["refused"]]);
});

// ----- checking

test("problems are shown where somebody was, a moment after", () => {
  const page = open();
  page.type("title", "");
  assert.deepEqual(page.clock.waits, [250]);
  page.clock.run(250);
  assert.equal(page.find('[data-name="title"] .field__problem').hidden, false);
  assert.equal(page.find('[data-name="summary"] .field__problem').hidden, true);
  page.type("title", "Park");
  page.clock.run(250);
  assert.equal(page.find('[data-name="title"] .field__problem').hidden, true);
});

test("asking for a check lists all problems in the order of the page, each with the way to its field", () => {
  const page = open();
  page.part("check").click();
  assert.equal(page.part("summary").hidden, false);
  assert.ok(page.document.activeElement === page.part("summary"));
  assert.match(page.part("summary-title").textContent, /^Popraw \d+ miejsc/);
  const problems = page.problems();
  assert.deepEqual(problems.slice(0, 2), ["Tytuł", "W dwóch zdaniach"]);
  assert.ok(problems.some((each) => /^.+ 1 › .+/.test(each)), problems.join());
  page.find("#krok-1").hidden = true;
  const [first] = page.find("[data-summary-list]").querySelectorAll("a");
  assert.equal(send(first, "click").defaultPrevented, true);
  assert.equal(page.shown(), 0);
  assert.equal(page.document.activeElement.id, page.field("title").id);
  assert.equal(first.getAttribute("href"), `#${page.field("title").id}`);
});

test("the way to a field opens what it is folded away in", () => {
  const page = opened({ ...ENTRY, period: { start: "2024", note: "x".repeat(5000) } });
  page.part("check").click();
  const link = page.find("[data-summary-list] a");
  link.click();
  assert.equal(page.find('[data-name="period"] details').open, true);
  assert.equal(page.shown(), steps.findIndex(({ fields }) => fields.includes("period")));
});

test("an entry in order is said to be, and is handed out", () => {
  const page = opened();
  page.part("check").click();
  assert.equal(page.part("announce").textContent, "Wszystko w porządku. Plik jest gotowy.");
  assert.deepEqual([page.part("ready").hidden, page.part("unready").hidden, page.part("summary").hidden], [false, true, true]);
  assert.equal(page.part("file").textContent, "practices/park/index.md");
  assert.equal(page.part("text").value.startsWith("---\ntitle: Park nad rzeką\n"), true);
});

test("an entry that is not in order is not handed out", () => {
  const page = open();
  assert.deepEqual([page.part("ready").hidden, page.part("unready").hidden, page.part("text").value, page.part("file").textContent], [true, false, "", ""]);
  assert.deepEqual([page.part("host").hidden, page.part("host-note").hidden], [true, true]);
});

test("the id of a practice of the catalogue is taken, unless it is the one that is corrected", () => {
  const page = opened({ ...ENTRY, id: "las" });
  page.part("check").click();
  assert.equal(page.problems().length, 1);
  assert.match(page.find("[data-summary-list]").textContent, /Praktyka „las” już jest w katalogu/);
  const other = opened({ ...ENTRY, id: "las" }, { opened: "las" });
  assert.equal(other.part("ready").hidden, false);
});

test("practices that an opened entry names may be named though readers do not see them", () => {
  const entry = { ...ENTRY, relations: [{ type: "inspired_by", target: "ukryta" }] };
  const relations = CASES.source.shape.fields.relations.of.fields;
  entry.relations[0].type = relations.type.values[0];
  assert.equal(opened(entry, { related: ["ukryta"] }).part("ready").hidden, false);
  assert.equal(opened(entry, { related: "ukryta" }).part("ready").hidden, true);
});

// ----- the id

test("the id follows the title until somebody chooses one", () => {
  const page = open();
  page.type("title", "  Łąka & Park – „Zielony Ład”!");
  assert.equal(page.field("id").value, "laka-park-zielony-lad");
  page.type("short_title", "Łąka");
  assert.equal(page.field("id").value, "laka");
  page.type("short_title", "a".repeat(59) + " bc");
  assert.equal(page.field("id").value, "a".repeat(59));
  page.type("id", "moja");
  page.type("title", "Inny");
  assert.equal(page.field("id").value, "moja");
});

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

// ----- handing out

test("the file and the draft are handed to the reader", async () => {
  const page = opened();
  const names = [];
  page.document.addEventListener("click", ({ target }) => {
    if (target.tagName === "A") names.push(`${target.getAttribute("download")} ${target.getAttribute("href")}`);
  });
  page.part("download").click();
  assert.equal(await page.handed[0].text(), page.part("text").value);
  assert.equal(page.handed[0].type, "text/markdown;charset=utf-8");
  page.part("save-file").click();
  assert.deepEqual(names, ["index.md blob:x", "szkic-park.json blob:x"]);
  const draft = JSON.parse(await page.handed[1].text());
  assert.deepEqual([draft.version, draft.entry.title], [1, "Park nad rzeką"]);
  assert.deepEqual(page.clock.waits, [10_000, 10_000]);
  page.clock.run();
  assert.equal(page.handed.at(-1), "revoked");
  assert.ok(!page.find("a[download]"));
});

test("the text is copied, or selected for the reader to copy", async () => {
  const page = opened();
  page.part("copy").click();
  await settled();
  assert.deepEqual(page.copied, [page.part("text").value]);
  assert.equal(page.part("announce").textContent, "Skopiowano.");
  const other = open({
    kept: { [KEPT]: draftOf(ENTRY) },
    ready: ({ globals, document }) => {
      globals.navigator = {};
      document.execCommand = () => false;
    },
  });
  other.part("copy").click();
  await settled();
  assert.match(other.part("announce").textContent, /^Nie udało się skopiować/);
});

test("the host gets the file in the address, unless it is too long or the host takes none", () => {
  const page = opened();
  const { href } = page.part("host");
  assert.equal(href.startsWith("https://git.example.org/katalog/new/main?filename=practices%2Fpark%2Findex.md&value=---%0Atitle"), true, href);
  assert.deepEqual([page.part("host").hidden, page.part("host-note").hidden], [false, false]);
  assert.match(page.part("host-note").textContent, /^Repozytorium otworzy się z gotowym/);
  page.part("host").click();
  assert.deepEqual(page.copied, []);
  const long = opened({ ...ENTRY, challenge: "słowo ".repeat(300) });
  assert.equal(long.part("host").hidden, true);
  assert.match(long.part("host-note").textContent, /^Ten opis jest za długi/);
});

test("who corrects an entry, or has a host that takes no text, pastes it", () => {
  const page = opened({ ...ENTRY, id: "las" }, { opened: "las" });
  assert.equal(page.part("host").href, "https://git.example.org/katalog/edit/main/practices/las/index.md");
  assert.match(page.part("host-note").textContent, /^Treść pliku się skopiuje/);
  page.part("host").click();
  assert.deepEqual(page.copied, [page.part("text").value]);
  const data = source();
  data.host.content = "";
  const other = open({ data, kept: { [KEPT]: draftOf(ENTRY) } });
  assert.equal(other.part("host").href, "https://git.example.org/katalog/new/main?filename=practices%2Fpark%2Findex.md");
  assert.match(other.part("host-note").textContent, /^Treść pliku się skopiuje/);
});

test("a site without a host has no link to it", () => {
  const data = source();
  data.host = null;
  const page = open({ data, ready: ({ document }) => document.querySelector("[data-host]").remove(), kept: { [KEPT]: draftOf(ENTRY) } });
  assert.equal(page.part("ready").hidden, false);
  assert.equal(page.FormResults.hostAddress("a", "b", ""), "");
});

test("records that a registry lacks are handed out, and can be named at once", () => {
  const hel = { id: "hel", name: "Hel", country: "PL", level: "town" };
  const page = opened({ ...ENTRY, places: [{ place: "hel" }] }, { added: { places: [hel] } });
  assert.equal(page.part("ready").hidden, false);
  assert.deepEqual([...page.part("added").children].map((each) => each.value ?? each.textContent), [
    "Dopisz na końcu pliku practices/_registry/places.yml:",
    "- id: hel\n  name: Hel\n  country: PL\n  level: town\n",
  ]);
  assert.equal(page.part("added").firstElementChild.getAttribute("for"), "dopisz-places");
  const twice = opened(ENTRY, { added: { places: [{ ...hel, id: "sopot" }] } });
  twice.part("check").click();
  assert.equal(twice.problems().length, 1);
  assert.equal(twice.part("added").children.length, 0);
});

test("sources of the form are there to choose from", () => {
  const page = opened({ ...ENTRY, sources: [{ id: "s1", title: "Raport" }, { id: "s2" }, { title: "Bez id" }], claims: [{ text: "Tak", source: "s2" }] });
  const options = [...page.find('[data-name="claims"] [data-name="source"] select').options].map((each) => each.textContent);
  assert.deepEqual(options, ["– wybierz –", "s1 – Raport", "s2 – "]);
  const title = page.find('[data-name="sources"] [data-name="title"] input');
  title.value = "Ustawa";
  send(title, "input");
  page.clock.run(250);
  assert.equal(page.find('[data-name="claims"] [data-name="source"] select').options[1].textContent, "s1 – Ustawa");
});

test("sending the form by the keyboard does nothing", () => {
  assert.equal(send(open().part("form"), "submit").defaultPrevented, true);
});

// ----- the preview

const previewOf = (entry) => opened({ ...ENTRY, ...entry }).part("preview");

test("the preview shows the facts of an entry in words", () => {
  const preview = previewOf({ target_groups: undefined, period: { start: "2023" }, lifecycle: "running" });
  assert.equal(preview.querySelector("h3").textContent, "Park nad rzeką");
  assert.equal(preview.querySelector(".meta").textContent, "Gdynia · Projekt");
  const facts = Object.fromEntries([...preview.querySelectorAll("dl > div")].map((each) => [...each.children].map(({ textContent }) => textContent)));
  const labels = CASES.source.shape.fields;
  assert.equal(facts[labels.period.label], "2023 – …");
  assert.equal(facts[labels.target_groups.label], "brak danych");
  assert.equal(facts[labels.lifecycle.label], labels.lifecycle.options.find(([id]) => id === "running")[1]);
  assert.ok(previewOf({ period: { end: "2024" } }).querySelector("dl").textContent.includes("… – 2024"));
  const nothing = open().part("preview");
  assert.deepEqual([nothing.querySelector("h3").textContent, nothing.querySelector(".lead").textContent], ["Praktyka bez nazwy", ""]);
});

test("the preview shows places and organisations with what they do in brackets", () => {
  const organisations = [{ org: "um-gdynia", role: CASES.source.shape.fields.organisations.of.fields.role.values[0], note: "nie" }, { org: "um-sopot" }];
  const role = CASES.source.shape.fields.organisations.of.fields.role.options[0][1];
  const preview = previewOf({ organisations: [organisations[0]] });
  const small = role.charAt(0).toLowerCase() + role.slice(1);
  assert.ok(preview.querySelector("dl").textContent.includes(`Urząd Miasta Gdyni (${small})`));
});

test("the preview shows figures, with parts, wholes and how exact they are", () => {
  const fields = CASES.source.shape.fields.indicators.of.fields;
  const figure = (changes) => ({ label: "Osoby", value: "1234.5", unit: "person", nature: "result", source: "s1", ...changes });
  const indicators = [
    figure({ id: "w1", label: "Wszyscy" }),
    figure({ id: "w2", value: "5", of: "w1", precision: "about", split: [{ dimension: "sex", parts: [["kobiety", "3"], ["mężczyźni", "2"]] }] }),
    figure({ id: "w3", value: "", min: "1", max: "2", precision: "range" }),
  ];
  const preview = previewOf({ indicators });
  const values = [...preview.querySelectorAll(".number__value")].map((each) => each.textContent);
  const precision = fields.precision.options.find(([id]) => id === "about")[1];
  assert.deepEqual(values, ["1\u00a0234,5", `${precision} 5`, "1–2"]);
  assert.deepEqual([...preview.querySelectorAll(".number__note")].map((each) => each.textContent), ["kobiety 3, mężczyźni 2", "z: Wszyscy"]);
  const unit = fields.unit.options.find(([id]) => id === "person")[1];
  assert.equal(preview.querySelector(".number__label").textContent, `Wszyscy (${unit.charAt(0).toLowerCase()}${unit.slice(1)})`);
  assert.equal(preview.querySelector(".number").dataset.nature, "result");
});

test("the preview shows money, story and sources", () => {
  const role = CASES.source.shape.fields.funding.of.fields.role;
  const preview = previewOf({
    funding: [{ role: role.values[0], amount: "1000", currency: "PLN", source: "s1" }],
    challenge: "Brak **drzew**[^s1][^x], [więcej](../las/).\n\n- raz\n  dalej\n- dwa\n\n1. jeden\n\nkoniec\n- nie",
    sources: [{ id: "s1", title: "Raport", publisher: "Urząd" }],
  });
  const items = [...preview.querySelectorAll(".block")].map((each) => each.innerHTML);
  const { fields } = CASES.source.shape;
  assert.deepEqual(items, [
    `<h4>${fields.funding.label}</h4><ul><li>${role.options[0][1]}, 1&nbsp;000, PLN</li></ul>`,
    "<h4>Wyzwanie</h4><p>Brak <strong>drzew</strong><sup>1</sup><sup>?</sup>, <u>więcej</u>.</p><ul><li>raz dalej</li><li>dwa</li></ul><ol><li>jeden</li></ol><p>koniec - nie</p>",
    `<h4>${fields.sources.label}</h4><ol><li>Raport. Urząd</li></ol>`,
  ]);
});
