import assert from "node:assert/strict";
import { test } from "node:test";
import { smallSource as source } from "../../unit/site_scripts/support/form.js";
import { settled } from "../../unit/site_scripts/support/bare.js";
import { draftOf, ENTRY, KEPT, open, opened } from "./support/form_page.js";
import { send } from "./support/page.js";

const SUMMARY = "Mieszkańcy sadzą drzewa razem ze szkołami i strażą miejską. Każda klasa opiekuje się lasem.";
const ANSWERS = { title: "Las w mieście", summary: SUMMARY, place: "Gdynia", lifecycle: "running", kind: "project", theme: "sport" };
const RECEIVING = "https://zgloszenia.example.org/praktyki";

const start = (options = {}) => open({ address: "", ...options });
const asked = (page, name) => page.find(["input", "textarea", "select"].map((tag) => `[data-short-step] [data-name="${name}"] > ${tag}`).join(", "));
const shownStep = (page) => [1, 2, 3].find((n) => !page.find(`#krotko-${n}`).hidden);
const isShort = (page) => [page.part("form").dataset.way, page.find('[data-of-way="short"]').hidden, page.find('[data-of-way="full"]').hidden];

function answer(page, name, value) {
  asked(page, name).value = value;
  send(asked(page, name), "input");
  send(asked(page, name), "change");
}

/** The short form, filled in and gone through to its end. */
function filled(more = {}, options = {}) {
  const page = start(options);
  const known = page.FormWords.data.shape.fields;
  const given = { ...ANSWERS, kind: known.kind.options[0][0], theme: known.themes.options[0][0], ...more };
  for (const [name, value] of Object.entries(given)) answer(page, name, value);
  for (const n of [1, 2]) page.find(`#krotko-${n} [data-short-go="${n}"]`).click();
  return page;
}

test("the short form comes first, and what is kept of it comes back there", () => {
  const page = start();
  assert.deepEqual(isShort(page), ["short", false, true]);
  answer(page, "title", "Las nad rzeką");
  answer(page, "sender", "anna@example.org");
  page.clock.run(250);
  const { way, sender, entry, step } = page.kept();
  assert.deepEqual([way, sender, entry.title, entry.id, step], ["short", "anna@example.org", "Las nad rzeką", "las-nad-rzeka", 0]);
  const again = start({ kept: { [KEPT]: { ...page.kept(), step: 1 } } });
  assert.deepEqual([...isShort(again), shownStep(again)], ["short", false, true, 2]);
  assert.deepEqual([asked(again, "title").value, asked(again, "sender").value], ["Las nad rzeką", "anna@example.org"]);
  assert.deepEqual(isShort(start({ kept: { [KEPT]: draftOf(ENTRY) } })), ["full", true, false]);
});

test("the stages that most people say come first, and none is left out", () => {
  const page = start();
  const options = [...asked(page, "lifecycle").options].map(({ value }) => value);
  assert.deepEqual(options.slice(0, 5), ["", "starting", "running", "ended", "unknown"]);
  assert.deepEqual([...options].sort(), ["", ...source().shape.fields.lifecycle.values].sort());
});

test("an empty step is not left in silence", () => {
  const page = start();
  page.find('#krotko-1 [data-short-go="1"]').click();
  assert.equal(shownStep(page), 1);
  assert.ok(page.document.activeElement === page.part("summary"));
  assert.equal(page.part("summary-title").textContent, "W tym kroku popraw 4 miejsca");
  assert.equal(page.part("go-anyway").hidden, true);
  assert.equal(page.find("[data-summary-list] a").textContent, "Jak to się nazywa? Wpisz nazwę, pod którą znają to mieszkańcy.");
  answer(page, "summary", "Sadzimy drzewa.");
  page.clock.run(250);
  assert.equal(asked(page, "summary").closest(".field").querySelector(".field__problem").textContent, "Napisz jeszcze co najmniej 65 znaków: co zrobiono i dla kogo.");
});

test("who comes to the last step by its address is told all that is missing", () => {
  const page = open({ address: "#krotko-3" });
  assert.deepEqual([page.part("short-ready").hidden, page.part("short-unready").hidden], [true, false]);
  assert.equal(page.part("summary-title").textContent, "Popraw 6 miejsc");
  assert.equal(page.part("summary").hidden, false);
});

test("a filled in short form is an entry in order, with questions for what is not known", () => {
  const page = filled({ leader: "Klub Las", sender: "anna@example.org" });
  assert.equal(shownStep(page), 3);
  assert.deepEqual([page.part("short-ready").hidden, page.part("short-unready").hidden], [false, true]);
  const text = page.part("text").value;
  assert.match(text, /^---\ntitle: Las w mieście\n/);
  assert.match(text, /\n {2}state: draft\n/);
  const questions = page.part("questions").textContent;
  assert.match(questions, /Kto to prowadzi\? W zgłoszeniu: „Klub Las”/);
  assert.ok(!text.includes("organisations:"));
  assert.match(text, /- id: s1\n {2}title: Zgłoszenie praktyki do katalogu\n/);
  assert.ok(questions.includes("Co potwierdza te informacje?"));
  assert.ok(!text.includes("anna"));
  assert.equal(page.part("questions").children.length, 6);
  assert.deepEqual(page.problems(), []);
});

test("a title that a practice of the catalogue has is no obstacle", () => {
  const [[taken]] = source().registry.practices;
  const page = filled({ title: taken.replaceAll("-", " ") });
  assert.equal(page.part("short-ready").hidden, false);
  page.clock.run(250);
  assert.equal(page.kept().entry.id, `${taken}-2`);
});

test("an organisation that is known leads, and a link or a title is the source", () => {
  const page = filled({ leader: "urząd miasta gdyni", link: "www.example.org/las" });
  assert.ok(page.part("text").value.includes("organisations:\n- org: um-gdynia\n  role: leader\n"));
  assert.ok(page.part("text").value.includes("- id: s1\n  title: example.org\n  url: https://www.example.org/las\n"));
  answer(page, "link", "Sprawozdanie");
  page.clock.run(250);
  assert.ok(page.part("text").value.includes("- id: s1\n  title: Sprawozdanie\n"), page.part("text").value);
  assert.ok(!page.part("text").value.includes("url:"));
  answer(page, "link", "");
  answer(page, "leader", "");
  page.clock.run(250);
  assert.ok(page.part("text").value.includes("title: Zgłoszenie praktyki do katalogu"));
  assert.ok(page.part("questions").textContent.includes("Kto to prowadzi i kto pomaga?"));
});

test("the full form goes on with what was typed, and comes back with it", () => {
  const page = filled({ leader: "Klub Las", link: "https://example.org/las", sender: "anna@example.org" });
  page.window.location.hash = "#krok-1";
  send(page.window, "hashchange");
  assert.deepEqual([...isShort(page), page.shown()], ["full", true, false, 0]);
  assert.equal(page.find('[data-way-link="full"]').getAttribute("aria-current"), "true");
  assert.deepEqual([page.field("title").value, page.part("sender").value], ["Las w mieście", "anna@example.org"]);
  assert.equal(page.find('#krok-2 [data-name="org"] input').value, "Klub Las");
  page.type("title", "Las nad rzeką");
  page.part("sender").value = "biuro@example.org";
  send(page.part("sender"), "input");
  page.window.location.hash = "#krotko-2";
  send(page.window, "hashchange");
  assert.deepEqual([...isShort(page), shownStep(page)], ["short", false, true, 2]);
  assert.deepEqual([asked(page, "title").value, asked(page, "sender").value], ["Las nad rzeką", "biuro@example.org"]);
  assert.deepEqual(["leader", "link", "place", "lifecycle"].map((name) => asked(page, name).value), ["Klub Las", "https://example.org/las", "Gdynia", "running"]);
});

test("what the full form has beside is left alone", () => {
  const places = [{ place: "gdynia", role: "implemented" }, { place: "sopot", role: "host" }];
  const entry = { ...ENTRY, places, sources: [{ id: "s1", title: "Raport", url: "https://example.org/a" }, { id: "s2", title: "Ustawa" }] };
  const page = start({ kept: { [KEPT]: draftOf(entry, { way: "short" }) } });
  answer(page, "place", "Sopot");
  answer(page, "link", "https://example.org/b");
  page.clock.run(250);
  const kept = page.kept().entry;
  assert.deepEqual(kept.places.map(({ place }) => place), ["sopot", "sopot"]);
  assert.deepEqual(kept.sources, [{ id: "s1", title: "Raport", url: "https://example.org/b" }, { id: "s2", title: "Ustawa" }]);
});

test("a file to keep does not say how its sender is reached", async () => {
  const page = filled({ sender: "anna@example.org" });
  page.part("save-file").click();
  assert.ok(!(await page.handed[0].text()).includes("anna"));
});

/** A page whose office takes entries in every way. */
function withAll(more = {}) {
  const data = source();
  data.taking = { ...data.taking, contact: "biuro@example.org", address: RECEIVING };
  return filled({ sender: "anna@example.org" }, { data, ...more });
}

test("each way says what it does, and links have the entry in them", () => {
  const page = withAll();
  assert.match(page.part("mail").href, /^mailto:biuro@example\.org\?subject=Praktyka%3A%20Las/);
  assert.match(page.part("mail-note").textContent, /z gotowym opisem/);
  assert.match(page.part("issue").href, /^https:\/\/git\.example\.org\/katalog\/issues\/new\?title=Praktyka%3A%20Las/);
  page.part("issue").click();
  assert.deepEqual(page.copied, []);
  const long = opened({ ...ENTRY, challenge: "słowo ".repeat(900) });
  assert.match(long.part("issue-note").textContent, /nie zmieści się/);
  long.part("issue").click();
  assert.deepEqual(long.copied, [long.part("text").value]);
});

test("an entry is sent once at a time, and what failed is still there", async () => {
  const answers = [{ ok: false, status: 500 }, { ok: true, status: 200 }];
  const sent = [];
  const ready = ({ globals }) => {
    Object.assign(globals, { FormData, Blob, AbortController, navigator: { onLine: true } });
    globals.fetch = async (address, { body }) => {
      sent.push([address, body.get("sender")]);
      return answers.shift();
    };
  };
  const page = withAll({ ready });
  assert.deepEqual(sent, []);
  page.part("send").click();
  page.part("send").click();
  assert.equal(page.part("sending").textContent, "Wysyłam…");
  await settled();
  assert.match(page.part("sending").textContent, /nie przyjął pliku \(kod 500\).*jest dalej w formularzu/);
  assert.equal(asked(page, "title").value, "Las w mieście");
  page.part("send").click();
  await settled();
  assert.deepEqual(sent, [[RECEIVING, "anna@example.org"], [RECEIVING, "anna@example.org"]]);
  assert.equal(page.part("sending").textContent, "Wysłano. Serwer zgloszenia.example.org przyjął plik.");
});

test("an entry that is not in order is handed to nobody", async () => {
  const sent = [];
  const page = start({ ready: ({ globals }) => Object.assign(globals, { fetch: async () => sent.push(1) }) });
  page.part("send").click();
  page.part("download").click();
  await settled();
  assert.deepEqual([sent, page.handed], [[], []]);
});

test("a site that is opened from a folder sends nothing", () => {
  const page = start({ ready: ({ globals }) => { globals.location = { protocol: "file:", hash: "" }; } });
  assert.deepEqual([page.part("send"), page.part("sending")], [null, null]);
  assert.ok(page.part("download"));
});
