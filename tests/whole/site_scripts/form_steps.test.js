import assert from "node:assert/strict";
import { test } from "node:test";
import { CASES } from "../../unit/site_scripts/support/form.js";
import { draftOf, ENTRY, KEPT, open, opened, steps } from "./support/form_page.js";
import { send } from "./support/page.js";

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

test("who goes on is told what is missing first, and may go on all the same", () => {
  const page = open();
  const title = '#krok-1 [data-name="title"] .field__problem';
  assert.equal(page.find(title).hidden, true);
  page.find("#krok-1 [data-go]").click();
  assert.equal(page.shown(), 0);
  assert.equal(page.find(title).textContent, "Wpisz nazwę, pod którą znają to mieszkańcy.");
  assert.ok(page.document.activeElement === page.part("summary"));
  assert.match(page.part("summary-title").textContent, /^W tym kroku popraw \d+ miejsc/);
  assert.equal(page.part("go-anyway").hidden, false);
  page.part("go-anyway").click();
  assert.equal(page.shown(), 1);
  assert.equal(page.window.location.hash, "#krok-2");
  assert.equal(page.document.activeElement.textContent, "people");
  assert.deepEqual([...page.document.querySelectorAll("[data-step-link]")].map((each) => each.getAttribute("aria-current")).slice(0, 2), [null, "step"]);
  assert.equal(page.part("summary").hidden, true);
  assert.match(page.find("[data-step-problems]").textContent, /^\(\d+ do poprawy\)$/);
  assert.equal(page.find("[data-step-link]").classList.contains("has-problem"), true);
  assert.equal(page.document.querySelectorAll("[data-step-link]")[1].classList.contains("has-problem"), false);
});

test("a step with nothing to mend is left at once, and going back asks for nothing", () => {
  const page = opened();
  page.find("#krok-1 [data-go]").click();
  assert.equal(page.shown(), 1);
  const empty = open({ address: "#krok-2" });
  empty.find('#krok-2 [data-go]').dataset.go = "0";
  empty.find("#krok-2 [data-go]").click();
  assert.equal(empty.shown(), 0);
});

test("what is counted beside the steps is what the list of everything has", () => {
  const page = open();
  page.find("#krok-1 [data-go]").click();
  const counted = () => [...page.document.querySelectorAll("[data-step-problems]")].reduce((sum, each) => sum + Number(/\d+/.exec(each.textContent) || 0), 0);
  const said = () => Number(/\d+/.exec(page.part("summary-title").textContent));
  assert.equal(counted(), said());
  page.part("check").click();
  assert.equal(counted(), said());
  assert.equal(page.problems().length, said());
});

test("what an optional part has to have is said to be so", () => {
  const page = open();
  const required = (name) => page.find(`#krok-1 [data-name="title"] .field__required, ${name}`)?.textContent;
  assert.equal(required(), "(wymagane)");
  const ofPart = page.find('[data-name="programme"] .field__required') || page.find('[data-name="period"] .field__required');
  assert.match(ofPart.textContent, /^\(wymagane, jeżeli/);
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

test("who comes to the form has the focus and the address left alone", () => {
  for (const address of ["", "#krok-2"]) {
    const page = open({ address, kept: { [KEPT]: draftOf(ENTRY, { way: "full", step: 2 }) } });
    assert.deepEqual([page.shown(), page.window.location.hash], [address ? 1 : 2, address]);
    assert.ok(page.document.activeElement === page.document.body, address);
  }
});

test("one of the two ways is marked as the one that a reader is on", () => {
  const marks = (page) => [...page.document.querySelectorAll("[data-way-link]")].map((each) => [each.dataset.wayLink, each.getAttribute("aria-current")]);
  const page = open();
  assert.deepEqual(marks(page), [["short", null], ["full", "true"]]);
  page.window.location.hash = "#krotko-1";
  send(page.window, "hashchange");
  assert.deepEqual(marks(page), [["short", "true"], ["full", null]]);
});

test("on a phone the list of steps is closed behind the name of the one that is shown", () => {
  const told = [];
  const width = { matches: true, addEventListener: (_, act) => told.push(act) };
  const ready = ({ document, globals }) => {
    globals.matchMedia = () => width;
    const list = document.querySelector("ol");
    list.outerHTML = `<details data-step-fold open><summary>Kroki</summary>${list.outerHTML}</details>`;
  };
  const page = open({ ready });
  const fold = page.find("[data-step-fold]");
  const seen = () => [fold.open, fold.querySelector("summary").textContent, fold.classList.contains("has-problem")];
  assert.deepEqual(seen(), [false, steps[0].name, false]);
  page.find("#krok-1 [data-go]").click();
  fold.open = true;
  page.part("go-anyway").click();
  assert.deepEqual(seen(), [false, steps[1].name, true]);
  width.matches = false;
  for (const act of told) act();
  assert.equal(fold.open, true);
});

test("a browser that refuses a new address shows the step all the same", () => {
  const page = open();
  page.window.history.pushState = () => { throw new Error("refused"); };
  page.find("#krok-1 [data-go]").click();
  page.part("go-anyway").click();
  assert.deepEqual([page.shown(), page.said], [1, ["refused"]]);
});

// ----- checking

test("problems are shown where somebody was, a moment after", () => {
  const page = open();
  page.type("title", "");
  assert.deepEqual(page.clock.waits, [250]);
  page.clock.run(250);
  assert.equal(page.find('#krok-1 [data-name="title"] .field__problem').hidden, false);
  assert.equal(page.find('#krok-1 [data-name="summary"] .field__problem').hidden, true);
  page.type("title", "Park");
  page.clock.run(250);
  assert.equal(page.find('#krok-1 [data-name="title"] .field__problem').hidden, true);
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

test("a new entry is asked for nothing that the one before was asked for", () => {
  const page = open();
  page.part("check").click();
  assert.equal(page.part("summary").hidden, false);
  page.part("new").click();
  assert.deepEqual([page.part("summary").hidden, page.problems()], [true, []]);
  assert.ok([...page.document.querySelectorAll(".field__problem")].every((each) => each.hidden));
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
