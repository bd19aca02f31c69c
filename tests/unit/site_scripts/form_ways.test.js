import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { CASES, checking } from "./support/form.js";
import { load } from "./support/load.js";

const { jsyaml } = { jsyaml: createRequire(import.meta.url)("../../../docs/assets/scripts/vendor/js-yaml.js") };
const document = { documentElement: { lang: "pl" }, currentScript: { src: "https://example.org/assets/scripts/form/form.js" } };
// The form knows the records of the test catalogue; those of this practice are in the real one.
const known = () => structuredClone(CASES.ways_known);
const checked = checking();
const globals = { ...checked, document, self: { jsyaml }, KatalogElements: {}, FormNames: { known }, FormPreview: {} };
const { FormEntryFile, FormResults } = load(["form/results", "form/entry_file"], globals);
const read = (name) => readFileSync(new URL(`../../cases/_ways/${name}`, import.meta.url), "utf8");

/** A value as it comes from the controls of the form, which hold texts. */
function typed(value) {
  if (Array.isArray(value)) return value.map(typed);
  if (typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, typed(each)]));
  return typeof value === "number" ? String(value) : value;
}

/** What the form hands over of a draft. */
function written({ entry, added = {} }) {
  const all = known();
  for (const [name, records] of Object.entries(added)) all[name].push(...records.map((each) => each.id));
  const { value, problems } = checked.FormCheck.check(typed(entry), all);
  assert.deepEqual(problems.filter((each) => each.location[0] !== "id"), []);
  return FormResults.fileText({ value, records: added });
}

test("the form writes its file of what was typed into it", () => {
  assert.equal(written(JSON.parse(read("formularz.json"))), read("formularz.md"));
});

for (const name of ["formularz.md", "rozmowa.md", "import.md", "zgloszenie.md"]) {
  test(`the form opens ${name} and hands over the same entry`, async () => {
    const draft = await FormEntryFile.draftOf(read(name));
    const [front] = written(draft).split("\n---\n");
    const [expected] = read("formularz.md").split("\n---\n");
    const values = (text) => jsyaml.load(text.replace(/^---\n/, ""));
    assert.deepEqual(values(front), values(expected));
    assert.equal(draft.entry.solution, "Po szkole:\n\n- zajęcia\n- obiad");
  });
}

test("what is no file of an entry is none", async () => {
  for (const text of ["", "# Las", "{}", "---\n- a\n---\n", "---\ntitle: Las\n"]) assert.equal(await FormEntryFile.draftOf(text), null);
});

test("a section that the form does not know is kept as a question", async () => {
  const { entry } = await FormEntryFile.draftOf("---\ntitle: Las\n---\n\nWstęp.\n\n## Wyzwanie\n\nSusza.\n");
  assert.equal(entry.challenge, "Susza.");
  assert.deepEqual(entry.editorial.questions, ["Wstęp."]);
});

test("a field of a file with nothing behind it is not given, and records it proposes are to be added", async () => {
  const { entry, added } = await FormEntryFile.draftOf("---\ntitle: Las\nsummary:\neditorial:\n  state: draft\n  proposals:\n    places:\n    - {id: reda, name: Reda}\n---\n");
  assert.deepEqual([entry.title, entry.summary, entry.editorial], ["Las", undefined, { state: "draft" }]);
  assert.deepEqual(added, { places: [{ id: "reda", name: "Reda" }] });
});

test("a file is found between lines of backticks, whatever ends its lines", async () => {
  const text = "Dzień dobry,\r\n\r\n````markdown\r\n---\r\ntitle: Las\r\n---\r\n\r\n## Wyzwanie\r\n\r\n```\r\n## Na czym to polega\r\n```\r\n````\r\nAnna";
  const { entry } = await FormEntryFile.draftOf(text);
  assert.deepEqual([entry.title, entry.challenge, entry.solution], ["Las", "```\n## Na czym to polega\n```", undefined]);
});

test("the second section of one name stays in the one it stands in", async () => {
  const { entry } = await FormEntryFile.draftOf("---\ntitle: Las\n---\n## Wyzwanie\nSusza.\n## Wyzwanie\nUpał.\n");
  assert.equal(entry.challenge, "Susza.\n## Wyzwanie\nUpał.");
});

test("numbers of a file are taken as numbers, whatever they look like", async () => {
  const { entry } = await FormEntryFile.draftOf("---\nindicators:\n- {id: a, value: 1.234, label: '1.234'}\n---\n");
  assert.deepEqual(entry.indicators[0], { id: "a", value: 1.234, label: "1.234" });
});
