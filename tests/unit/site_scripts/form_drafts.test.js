import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/load.js";

const said = [];
const { FormDrafts } = load(["form/drafts"], { console: { info: (text) => said.push(text) } });
const { readable, draftText } = FormDrafts;
const text = (draft) => JSON.stringify(draft);

test("a draft is read from what was kept of it", () => {
  const draft = { entry: { title: "Las" }, step: 2, way: "short" };
  assert.deepEqual(readable(draftText(draft)), { version: 1, ...draft });
  assert.equal(draftText(draft), '{\n  "entry": {\n    "title": "Las"\n  },\n  "step": 2,\n  "way": "short",\n  "version": 1\n}\n');
});

test("what is no draft is none", () => {
  for (const none of [null, "", "[]", "null", "7", text({ entry: {} }), text({ version: 2, entry: {} }), text({ version: 1 }), text({ version: 1, entry: [] }), text({ version: 1, entry: null })]) {
    assert.equal(readable(none), null, none);
  }
});

test("what cannot be read is said to those who look for the fault", () => {
  said.length = 0;
  assert.equal(readable("{"), null);
  assert.equal(said.length, 1);
});

test("a draft of two million signs is taken, a longer one is not", () => {
  const bare = text({ version: 1, entry: { a: "" } }).length;
  const ofLength = (length) => text({ version: 1, entry: { a: "x".repeat(length - bare) } });
  assert.deepEqual([readable(ofLength(2_000_000)) === null, readable(ofLength(2_000_001))], [false, null]);
});

test("an evaluation of an earlier draft is the only one of its list", () => {
  const evaluation = { method: "ankieta" };
  assert.deepEqual(readable(text({ version: 1, entry: { title: "Las", evaluation }, step: 3 })), { version: 1, entry: { title: "Las", evaluation: [evaluation] }, step: 3 });
  assert.deepEqual(readable(text({ version: 1, entry: { evaluation: [evaluation] } })).entry.evaluation, [evaluation]);
});
