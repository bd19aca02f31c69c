// What the registries lack, proposed at the field that asks for it; and the looks of what scripts put into the form.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { settled } from "../../unit/site_scripts/support/bare.js";
import { ENTRY } from "./support/form_page.js";
import { send } from "./support/page.js";
import { typedInto } from "./support/typing.js";

/** The form with the name of an organisation that the catalogue has not. */
async function unlisted(name = "Klub Las") {
  const page = await typedInto("org", name, { ...ENTRY, organisations: [{ role: "leader" }] });
  return { ...page, panel: page.control.closest(".field").querySelector("[role=group]") };
}
const adderIn = (panel) => [...panel.querySelectorAll("button")].at(-1);

test("a name on no list can be proposed with what has to be known of it", async () => {
  const page = await unlisted();
  const { control, panel } = page;
  assert.equal(panel.hidden, false);
  const said = page.document.getElementById(panel.getAttribute("aria-labelledby")).textContent;
  assert.match(said, /Klub Las/);
  assert.equal(page.part("announce").textContent, said);
  const fields = [...panel.querySelectorAll(".field > input, .field > select")];
  assert.ok(fields.length > 0);
  adderIn(panel).click();
  const problem = panel.querySelector(".field__problem");
  assert.deepEqual([problem.hidden, problem.textContent], [false, page.FormWords.say("problem.missing", {})]);
  assert.ok(page.document.activeElement === fields[0]);
  for (const field of fields) field.value = field.options ? field.options[1].value : "x";
  adderIn(panel).click();
  assert.deepEqual([panel.hidden, control.value], [true, "Klub Las"]);
  assert.ok(page.document.activeElement === control);
  assert.match(page.part("announce").textContent, /Klub Las/);
  page.clock.run(250);
  const { added, entry } = page.kept();
  assert.deepEqual(added.organisations.map(({ id, name }) => [id, name]), [["klub-las", "Klub Las"]]);
  assert.equal(entry.organisations[0].org, "klub-las");
});

test("nothing is proposed for a name that the catalogue has, for one letter, or once it is mended", async () => {
  for (const name of ["urząd miasta gdyni", "K", ""]) assert.equal((await unlisted(name)).panel.hidden, true, name);
  const { control, panel } = await unlisted();
  control.value = "Urząd Miasta Gdyni";
  send(control, "input");
  assert.equal(panel.hidden, true);
});

test("what is typed is looked for a moment after, unless a list has something like it", async () => {
  const page = await unlisted("");
  const typed = async (name) => {
    page.control.value = name;
    send(page.control, "input");
    page.clock.run(400);
    await settled();
    return page.panel.hidden;
  };
  assert.equal(await typed("urzad miasta g"), true);
  assert.equal(await typed("Klub  Las"), false);
});

const FOLDER = new URL("../../../", import.meta.url);
const text = (path) => readFileSync(new URL(path, FOLDER), "utf8");

test("what the styles of the form are for is in the form", async () => {
  const selectors = text("docs/assets/styles/form.css").replace(/\/\*[^]*?\*\//g, "").replace(/\{[^{}]*\}/g, "{}");
  const styled = new Set([...selectors.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name));
  const templates = "hooks/goodpractices/publishing/templates/";
  const written = readdirSync(new URL(templates, FOLDER), { recursive: true }).filter((name) => name.endsWith(".html")).map((name) => text(templates + name)).join("\n");
  const ofScripts = [...styled].filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(written));
  const page = await unlisted();
  page.part("check").click();
  const isKnown = (name) => page.find(`.${name}`) || /^field--|^newer__|^has-|^checks--/.test(name); // of some entries alone
  assert.ok(ofScripts.length > 10, ofScripts.join());
  assert.deepEqual(ofScripts.filter((name) => !isKnown(name)), []);
  const buttons = [...page.document.querySelectorAll("[data-step] .field button, [data-step] .group button, [data-draft-list] button")];
  assert.deepEqual(buttons.filter((each) => !each.matches(".link, .button")).map((each) => each.textContent), []);
  const actions = [...page.document.querySelectorAll("[data-item] > p, [data-name] > p:has(> .button)")];
  assert.deepEqual(actions.filter((each) => !each.matches(".item__actions, .group__actions")).map((each) => each.textContent), []);
});
