// What the form hands out and how, over parts of a page that only note what they are given.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECKED_IN, CHECKING, source } from "./support/form.js";
import { load } from "./support/load.js";

const HOST = { address: "https://git.example.org/new/main", file: "filename", content: "value", edit: "https://git.example.org/edit/practices/" };

function element() {
  return {
    hidden: false, textContent: "", value: "", children: [], acts: [], classes: new Set(),
    classList: { toggle(name, isOn) { this.of[isOn ? "add" : "delete"](name); } },
    replaceChildren(...children) { this.children = children; },
    addEventListener(_type, act) { this.acts.push(act); },
    closest: () => null,
  };
}
/** Elements by name, made when they are asked for; those of `without` are not on the page. */
function partsOf(without = []) {
  const made = {};
  return (name) => {
    if (without.includes(name)) return null;
    made[name] ??= element();
    made[name].classList.of = made[name].classes;
    return made[name];
  };
}

function results(data = {}, globals = {}) {
  const part = partsOf();
  const scripts = load([...CHECKING, "form/names", "form/results"], {
    document: CHECKED_IN,
    KatalogFormularz: { ...source(), host: HOST, ...data },
    KatalogElements: { make: (tag, _attributes, text) => ({ tag, text }) },
    FormPreview: { preview: (value) => [`preview of ${value.title}`] },
    ...globals,
  });
  return { ...scripts, part, shown: new scripts.FormResults.Results(part) };
}
const checked = (more = {}) => ({ raw: { id: "las" }, records: {}, value: { title: "Las" }, problems: [], addedProblems: [], ...more });

// ----- the file and its host

test("an entry in order is handed out with its file, its name and the way to its host", () => {
  const { part, shown, FormResults } = results();
  shown.show(checked(), "");
  assert.deepEqual([part("ready").hidden, part("unready").hidden, part("file").textContent], [false, true, "practices/las/index.md"]);
  assert.equal(part("text").value, "---\ntitle: Las\n---\n");
  assert.deepEqual(part("preview").children, ["preview of Las"]);
  const text = encodeURIComponent("---\ntitle: Las\n---\n");
  assert.equal(part("host").href, `https://git.example.org/new/main?filename=practices%2Flas%2Findex.md&value=${text}`);
  assert.deepEqual([part("host").hidden, part("host-note").hidden], [false, false]);
  assert.equal(FormResults.isPasted(""), false);
});

test("an entry with a problem, or with a record that has one, is shown and not handed out", () => {
  for (const more of [{ problems: [{}] }, { addedProblems: [{}] }]) {
    const { part, shown, FormResults } = results();
    shown.show(checked(more), "");
    assert.deepEqual([part("ready").hidden, part("unready").hidden, part("file").textContent, part("text").value], [true, false, "", ""]);
    assert.deepEqual([part("host").hidden, part("host-note").hidden, part("preview").children.length], [true, true, 1]);
    assert.equal(FormResults.isInOrder(checked(more)), false);
  }
});

test("an entry that is corrected is opened where it stands, and its text is pasted", () => {
  const { part, shown, FormResults } = results();
  const { words } = source();
  shown.show(checked(), "las");
  assert.deepEqual([part("host").href, part("host-note").textContent, FormResults.isPasted("las")], ["https://git.example.org/edit/practices/las/index.md", words["form.say.host_paste"], true]);
});

test("a host that takes no text is told the name of the file alone", () => {
  const { part, shown, FormResults } = results({ host: { ...HOST, content: "" } });
  const { words } = source();
  shown.show(checked(), "");
  assert.deepEqual([part("host").href, part("host-note").textContent, FormResults.isPasted("")], ["https://git.example.org/new/main?filename=practices%2Flas%2Findex.md", words["form.say.host_paste"], true]);
});

test("without a host there is no way to one", () => {
  const { FormResults } = results({ host: null });
  assert.deepEqual([FormResults.hostAddress("las", "text", ""), FormResults.isPasted("")], ["", true]);
});

test("an address of two thousand signs is too long for a link", () => {
  const { words } = source();
  const of = (length) => {
    const { part, shown } = results();
    const bare = HOST.address.length;
    shown.showHost(HOST.address + "x".repeat(length - bare), "");
    return [part("host").hidden, part("host-note").hidden, part("host-note").textContent];
  };
  assert.deepEqual(of(1999), [false, false, words["form.say.host_filled"]]);
  assert.deepEqual(of(2000), [true, false, words["form.say.host_long"]]);
});

test("records that an entry needs go into its file", () => {
  const { FormResults } = results();
  const places = [{ id: "reda", name: "Reda", country: "PL", level: "town" }];
  const text = FormResults.fileText(checked({ value: { title: "Las", editorial: { state: "draft" } }, records: { places } }));
  assert.match(text, /editorial:\n {2}state: draft\n {2}proposals:\n {4}places:\n {4}- id: reda\n {6}name: Reda\n/);
  assert.ok(!FormResults.fileText(checked({ records: { places: [] } })).includes("proposals"));
});

test("a short entry says what its sender will be asked", () => {
  const { part, shown } = results();
  shown.show(checked(), "");
  shown.ask(["Od kiedy?"]);
  assert.deepEqual([part("short-ready").hidden, part("short-unready").hidden, part("asked").hidden, part("questions").children], [false, true, false, [{ tag: "li", text: "Od kiedy?" }]]);
  shown.show(checked({ problems: [{}] }), "");
  shown.ask([]);
  assert.deepEqual([part("short-ready").hidden, part("short-unready").hidden, part("asked").hidden], [true, false, true]);
});

// ----- handing over

const FINISHED = { title: "Las", text: "---\ntitle: Las\n---\n", sender: "", isCorrection: false };

function handOver({ taking = {}, finished = FINISHED, without = [], answer = { ok: true, status: 204 }, protocol = "https:" } = {}) {
  const data = source();
  data.taking = { ...data.taking, contact: "biuro@example.org", address: "https://zgloszenia.example.org/p", issue: { address: "https://git.example.org/i", title: "title", text: "body" }, ...taking };
  const part = partsOf(without);
  const told = [];
  const removed = [];
  if (!without.includes("send")) part("send").closest = (tag) => ({ remove: () => removed.push(tag) });
  const { FormHandOver } = load([...CHECKING, "form/hand_over"], {
    document: CHECKED_IN, KatalogFormularz: data, console: { info() {} }, location: { protocol },
    KatalogElements: { partsOf: () => part }, KatalogDownload: { download: (...args) => told.push(args) },
    fetch: async () => answer, setTimeout: () => 0, clearTimeout() {}, navigator: { onLine: true }, FormData, Blob, AbortController, URL,
  });
  const host = { finished: () => finished, copy: () => told.push("copy"), taken: () => told.push("taken"), announce() {} };
  return { part, told, removed, words: data.words, over: new FormHandOver.HandOver({}, host), press: (name) => part(name).acts.forEach((act) => act()) };
}

test("who hands over finds a message and an issue with the entry in them", () => {
  const { over, part, words } = handOver();
  over.show(FINISHED);
  assert.ok(part("mail").href.startsWith("mailto:biuro@example.org?subject="));
  assert.ok(part("issue").href.startsWith("https://git.example.org/i?title="));
  assert.equal(part("mail-note").textContent, words["form.say.mail_whole"].replace("{address}", "biuro@example.org"));
  assert.equal(part("issue-note").textContent, words["form.say.issue_whole"]);
});

test("what is too long for them is attached, or copied when the issue is opened", () => {
  const { over, part, words, told, press } = handOver();
  over.show(FINISHED);
  press("issue");
  assert.deepEqual(told, []);
  over.show({ ...FINISHED, text: "x".repeat(9000) });
  press("issue");
  assert.deepEqual(told, ["copy"]);
  assert.equal(part("mail-note").textContent, words["form.say.mail_attach"].replace("{address}", "biuro@example.org"));
  assert.equal(part("issue-note").textContent, words["form.say.issue_paste"]);
});

test("nothing is shown of what is not finished, or of a way that the catalogue has not", () => {
  const { over, part } = handOver();
  over.show(null);
  assert.equal(part("mail").href, undefined);
  const none = handOver({ taking: { contact: "", issue: null } });
  none.over.show(FINISHED);
  assert.deepEqual([none.part("mail").href, none.part("issue").href], [undefined, undefined]);
  assert.doesNotThrow(() => handOver({ without: ["mail", "issue", "send"] }).over.show(FINISHED));
});

test("the file can be had, once there is one", () => {
  const { told, press } = handOver();
  press("download");
  assert.deepEqual(told, [["index.md", FINISHED.text, "text/markdown"], "taken"]);
  const none = handOver({ finished: null });
  none.press("download");
  assert.deepEqual(none.told, []);
});

test("how sending ended is said, with the place it went to, and may be tried again", async () => {
  const { over, part, told, words } = handOver();
  const ending = over.send();
  assert.equal(part("sending").textContent, words["form.say.sending"]);
  over.send(); // while it goes on, nothing is sent twice
  await ending;
  assert.deepEqual(told, ["taken"]);
  assert.equal(part("sending").textContent, words["form.say.sent"].replace("{host}", "zgloszenia.example.org"));
  assert.deepEqual([[...part("sending").classes], part("send").textContent], [[], words["form.say.send_again"]]);
  const refused = handOver({ answer: { ok: false, status: 413 } });
  await refused.over.send();
  assert.deepEqual([refused.told, [...refused.part("sending").classes]], [[], ["field__problem"]]);
  assert.equal(refused.part("sending").textContent, words["form.say.send_refused"].replace("{host}", "zgloszenia.example.org").replace("{status}", "413"));
});

test("nothing is sent that is not finished, or nowhere, or from a folder", async () => {
  for (const made of [handOver({ finished: null }), handOver({ taking: { address: "" } })]) {
    await made.over.send();
    assert.deepEqual([made.part("sending").textContent, made.told], ["", []]);
  }
  assert.deepEqual([handOver().removed, handOver({ protocol: "file:" }).removed], [[], ["li"]]);
});
