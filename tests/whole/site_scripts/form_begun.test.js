// What the form begins with: what the address asks for, a draft, an id that follows its title.

import assert from "node:assert/strict";
import { test } from "node:test";
import { smallSource as source } from "../../unit/site_scripts/support/form.js";
import { draftOf, ENTRY, KEPT, open, opened } from "./support/form_page.js";
import { send } from "./support/page.js";

const [THEME] = source().terms.themes;

test("a gap of the catalogue begins an entry of its theme, beside the draft of an earlier visit", () => {
  const page = open({ address: `?themes=${THEME}&themes=zmyslony`, kept: { [KEPT]: draftOf(ENTRY) } });
  assert.equal(page.field("title").value, "");
  const ticked = [...page.document.querySelectorAll('[data-step] [data-name="themes"] .checks input')].filter((each) => each.checked);
  assert.deepEqual(ticked.map(({ value }) => value), [THEME]);
  assert.deepEqual([page.window.location.search, page.window.location.hash], ["", ""]);
  assert.deepEqual([...page.find("[data-draft-list]").children].map((each) => each.querySelector("strong").textContent), ["Park nad rzeką"]);
  const title = page.find('[data-short-step] [data-name="title"] input');
  title.value = "Las";
  send(title, "input");
  page.clock.run(250);
  assert.deepEqual(page.drafts().map(({ entry }) => [entry.title, entry.themes]).sort(), [["Las", [THEME]], ["Park nad rzeką", ENTRY.themes]]);
});

test("words that a search did not find are the title of a new entry", () => {
  const page = open({ address: "#szukam=ogr%C3%B3d+deszczowy" });
  assert.deepEqual([page.field("title").value, page.field("id").value, page.window.location.hash], ["ogród deszczowy", "ogrod-deszczowy", ""]);
});

test("the id of a draft stays where somebody saw it, and follows the title where nobody did", () => {
  const idOf = (more, entry = { ...ENTRY, id: "moj-park" }) => {
    const page = opened(entry, more);
    page.type("title", "Las");
    return page.field("id").value;
  };
  assert.equal(idOf({ way: "full" }), "moj-park");
  assert.equal(idOf({ way: "short" }), "las");
  assert.equal(idOf({ way: "short", opened: "moj-park" }), "moj-park");
  assert.equal(idOf({ way: "full" }, { ...ENTRY, id: "" }), "las");
});

test("a new entry corrects none, and nobody sends it yet", () => {
  const page = open();
  assert.equal(page.part("sender").value, "");
  page.type("title", "Las");
  page.clock.run(250);
  const { opened: corrected, base, related, way, step, sender } = page.kept();
  assert.deepEqual([corrected, base, related, way, step, sender], ["", undefined, [], "full", 0, ""]);
});

test("a new entry has an id of its own, whatever that of the one before", () => {
  const page = open();
  page.type("id", "moj");
  page.part("new").click();
  page.type("title", "Las");
  assert.equal(page.field("id").value, "las");
});

test("how the sender is reached is kept with the draft and comes back with it", () => {
  const page = open();
  page.part("sender").value = " anna@example.org ";
  send(page.part("sender"), "input");
  assert.deepEqual(page.clock.waits, [250]);
  page.clock.run(250);
  assert.equal(page.kept().sender, "anna@example.org");
  assert.equal(opened(ENTRY, { sender: "anna@example.org" }).part("sender").value, "anna@example.org");
  assert.equal(opened(ENTRY, { sender: ["anna"] }).part("sender").value, "");
});

test("the file of a draft is called by its id, or by what it is where there is none yet", () => {
  const page = open();
  const names = [];
  page.document.body.append = (link) => names.push(link.getAttribute("download"));
  page.part("save-file").click();
  page.type("title", "Las");
  page.part("save-file").click();
  assert.deepEqual(names, ["szkic-praktyki.json", "szkic-las.json"]);
});

test("a choice is kept like what is typed", () => {
  const page = open();
  const field = page.field("lifecycle");
  field.value = field.options[1].value;
  send(field, "change");
  assert.deepEqual(page.clock.waits, [250]);
  page.clock.run(250);
  assert.equal(page.kept().entry.lifecycle, field.value);
});

test("what a browser keeps is what was typed last, once and not with every key", () => {
  const page = open();
  page.type("title", "L");
  page.type("title", "La");
  assert.deepEqual(page.clock.waits, [250]);
  assert.equal(page.kept(), null);
  page.clock.run(250);
  assert.deepEqual(page.drafts().map(({ entry }) => entry.title), ["La"]);
});

test("a draft is in order before anything is typed, and what is wrong with it is not said yet", () => {
  const page = opened();
  assert.deepEqual([page.part("ready").hidden, page.part("text").value.startsWith("---\n")], [false, true]);
  const empty = open();
  assert.deepEqual([empty.part("ready").hidden, [...empty.document.querySelectorAll(".field__problem")].every((each) => each.hidden)], [true, true]);
  assert.equal(empty.part("summary").hidden, true);
});

test("the card shows the entry as it is typed", () => {
  const page = open();
  page.type("title", "Las");
  page.clock.run(250);
  assert.match(page.part("card").textContent, /Las/);
  page.type("title", "Park");
  page.clock.run(250);
  assert.doesNotMatch(page.part("card").textContent, /Las/);
});
