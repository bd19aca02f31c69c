import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECKED_IN, CHECKING, source } from "./support/form.js";
import { load } from "./support/load.js";

const RECEIVING = "https://zgloszenia.example.org/praktyki";

/** What hands entries over, with what it asks of a browser. */
function handingOver(globals = {}) {
  const browser = { document: CHECKED_IN, KatalogFormularz: source(), console: { info() {} }, ...globals };
  return load([...CHECKING.slice(0, 1), "elements", "download", ...CHECKING.slice(1), "form/drafts", "form/hand_over"], browser).FormHandOver;
}

const FINISHED = { title: "Las & łąka?", text: "---\ntitle: 'Las & łąka?'\n---\n", sender: "anna@example.org", isCorrection: false };
const GITHUB = { address: "https://git.example.org/katalog/issues/new", title: "title", text: "body" };
const long = (length) => ({ ...FINISHED, text: "x".repeat(length) });

/** A link taken apart: what stands before the question mark, and its parts. */
function taken(link) {
  const at = link.indexOf("?");
  return [link.slice(0, at), Object.fromEntries(new URLSearchParams(link.slice(at + 1).replaceAll("+", "%2B")))];
}

test("a message has a subject, whoever sends it, and the file between lines of its own", () => {
  const { address, isWhole } = handingOver().mailTo("biuro@example.org", FINISHED);
  const [to, { subject, body }] = taken(address);
  assert.deepEqual([to, subject, isWhole], ["mailto:biuro@example.org", "Praktyka: Las & łąka?", true]);
  assert.ok(body.includes("nie do publikacji: anna@example.org\r\n"), body);
  assert.ok(body.endsWith("\r\n\r\n````markdown\r\n---\r\ntitle: 'Las & łąka?'\r\n---\r\n````"), body);
  assert.match(address, /^[\x21-\x7e]+$/);
  assert.doesNotMatch(address, /["<>\\^`{|}]/);
});

test("a correction is called one, and nobody has to say who sends it", () => {
  const [, { subject, body }] = taken(handingOver().mailTo("biuro@example.org", { ...FINISHED, sender: "", isCorrection: true }).address);
  assert.equal(subject, "Poprawka opisu: Las & łąka?");
  assert.ok(!body.includes("nie do publikacji"));
});

test("an entry too long for a message is to be attached", () => {
  const { mailTo } = handingOver();
  for (const length of [1, 500, 1000, 1500, 5000, 100_000]) {
    const { address, isWhole } = mailTo("biuro@example.org", long(length));
    assert.ok(address.length <= 1900, `${length}`);
    assert.equal(taken(address)[1].body.includes("x".repeat(length)), isWhole);
    if (!isWhole) assert.match(taken(address)[1].body, /jest w załączniku\.$/);
  }
});

test("an issue has no word of who sends it, and is named as its host does", () => {
  const { issueOf } = handingOver();
  const { address, isWhole } = issueOf(GITHUB, FINISHED);
  const [to, { title, body }] = taken(address);
  assert.deepEqual([to, title, isWhole], [GITHUB.address, "Praktyka: Las & łąka?", true]);
  assert.equal(body, "````markdown\n---\ntitle: 'Las & łąka?'\n---\n````");
  assert.ok(!address.includes("anna"));
  const gitlab = { address: "https://git.example.org/k/-/issues/new", title: "issue[title]", text: "issue[description]" };
  assert.deepEqual(Object.keys(taken(issueOf(gitlab, FINISHED).address)[1]), ["issue[title]", "issue[description]"]);
});

test("an entry too long for the link of an issue is to be pasted", () => {
  const { issueOf } = handingOver();
  for (const length of [1, 3000, 4000, 9000, 100_000]) {
    const { address, isWhole } = issueOf(GITHUB, long(length));
    assert.ok(address.length <= 4000, `${length}`);
    assert.equal(taken(address)[1].body.includes("x".repeat(length)), isWhole);
  }
});

test("nothing in a file ends the lines around it, and half a character breaks no link", () => {
  const { issueOf } = handingOver();
  const [, { body }] = taken(issueOf(GITHUB, { ...FINISHED, text: "a\n`````\nb" }).address);
  assert.ok(body.startsWith("``````markdown\n") && body.endsWith("\n``````"), body);
  assert.equal(taken(issueOf(GITHUB, { ...FINISHED, title: "a\ud83cb🌳" }).address)[1].title, "Praktyka: a\ufffdb🌳");
});

/** What a request was, and how it ended. */
async function sent(answer, more = {}) {
  const asked = [];
  const globals = {
    fetch: async (address, options) => {
      asked.push([address, options]);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    setTimeout: () => 7,
    clearTimeout: (id) => asked.push(id),
    navigator: { onLine: true },
    FormData, Blob, AbortController, ...more,
  };
  return [await handingOver(globals).send(RECEIVING, FINISHED), asked];
}

test("an entry is sent as a file, with its title and how its sender is reached", async () => {
  const [ended, [[address, { method, body, credentials, redirect }], stopped]] = await sent({ ok: true, status: 204 });
  assert.deepEqual(ended, { state: "sent" });
  assert.deepEqual([address, method, credentials, redirect, stopped], [RECEIVING, "POST", "omit", "error", 7]);
  assert.deepEqual([body.get("title"), body.get("sender")], ["Las & łąka?", "anna@example.org"]);
  const file = body.get("file");
  assert.deepEqual([file.name, file.type, await file.text()], ["index.md", "text/markdown;charset=utf-8", FINISHED.text]);
});

test("what was not sent is said to be so, and why", async () => {
  assert.deepEqual((await sent({ ok: false, status: 413 }))[0], { state: "refused", status: 413 });
  assert.deepEqual((await sent(new TypeError("Failed to fetch")))[0], { state: "lost" });
  assert.deepEqual((await sent(new TypeError("Failed to fetch"), { navigator: { onLine: false } }))[0], { state: "offline" });
});

test("who waits too long waits no longer", async () => {
  let given;
  const globals = { setTimeout: (stop) => stop(), fetch: async (_, { signal }) => { given = signal; throw new Error("aborted"); } };
  assert.deepEqual((await sent(null, globals))[0], { state: "lost" });
  assert.equal(given.aborted, true);
});
