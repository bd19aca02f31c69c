import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/load.js";

const NAME = "/katalog/.zglos";
const DRAFT = `${NAME}.szkic.`;

/** A storage as browsers have it, whose own names are what is kept in it. `log` has what was written; one that refuses takes nothing. */
function storage(kept = {}, log = []) {
  const acts = {
    getItem(name) { return Object.hasOwn(this, name) ? this[name] : null; },
    setItem(name, value) {
      if (acts.isRefused) throw new Error("full");
      log.push([name, value]);
      this[name] = String(value);
    },
    removeItem(name) { delete this[name]; },
    isRefused: false,
  };
  return Object.assign(Object.create(acts), kept);
}
const refuse = (one, isRefused = true) => (Object.getPrototypeOf(one).isRefused = isRefused);

/** A tab of a browser; those of one browser share what is lasting. */
function tab({ lasting = storage(), own = storage(), log = [] } = {}) {
  const told = [];
  const { FormDraftStore } = load(["form/drafts", "form/draft_store"], {
    document: { currentScript: { src: "https://example.org/katalog/assets/scripts/form/draft_store.js" } },
    localStorage: lasting, sessionStorage: own, console: { info() {} },
  });
  const store = new FormDraftStore.Store({ onElsewhere: () => told.push("elsewhere"), onChange: () => told.push("changed") });
  return { store, lasting, own, told, log, titles: () => store.list().map(({ draft }) => draft.entry.title) };
}
const draft = (title) => ({ entry: { title } });
const kept = (title, saved) => JSON.stringify({ version: 1, entry: { title }, ...(saved && { saved }) });
const inList = (lasting) => Object.keys(lasting).filter((name) => name.startsWith(DRAFT));

test("a draft is kept in the list with its name and the moment, and written over by its own tab", () => {
  const { store, lasting, titles } = tab();
  assert.equal(store.save(draft("Las"), "Mój las"), "list");
  assert.equal(store.save(draft("Las i łąka"), "Mój las"), "list");
  assert.deepEqual([inList(lasting), titles()], [[DRAFT + store.id], ["Las i łąka"]]);
  const { name, saved } = JSON.parse(lasting[DRAFT + store.id]);
  assert.equal(name, "Mój las");
  assert.match(saved, /^\d{4}-\d\d-\d\dT.*Z$/);
});

test("the list has the newest first, those without a moment last, and nothing that is no draft", () => {
  const lasting = storage({
    [`${DRAFT}a`]: kept("A", "2026-01-01"), [`${DRAFT}b`]: kept("B", "2026-03-01"), [`${DRAFT}c`]: kept("C"), [`${DRAFT}d`]: "{", other: kept("X", "2027"),
  });
  const { store, titles } = tab({ lasting });
  assert.deepEqual(titles(), ["B", "A", "C"]);
  assert.deepEqual(store.list()[0], { id: "b", text: lasting[`${DRAFT}b`], draft: JSON.parse(lasting[`${DRAFT}b`]) });
});

test("a tab goes on with its own draft, a new one with the newest", () => {
  const lasting = storage({ [`${DRAFT}a`]: kept("A", "2026-01-01"), [`${DRAFT}b`]: kept("B", "2026-03-01") });
  assert.equal(tab({ lasting }).store.arrive().entry.title, "B");
  assert.equal(tab({ lasting, own: storage({ [`${NAME}.karta`]: "a" }) }).store.arrive().entry.title, "A");
  assert.equal(tab({ lasting, own: storage({ [`${NAME}.karta`]: "gone" }) }).store.arrive(), null);
  assert.equal(tab().store.arrive(), null);
});

test("what another tab wrote into the draft stays, and this one goes on in a draft of its own", () => {
  const { store, lasting, titles } = tab();
  store.save(draft("Las"), "");
  const first = store.id;
  assert.equal(store.isTaken, false);
  lasting[DRAFT + first] = kept("Z innej karty", "2030-01-01");
  assert.equal(store.isTaken, true);
  store.save(draft("Łąka"), "");
  assert.notEqual(store.id, first);
  assert.deepEqual(titles(), ["Z innej karty", "Łąka"]);
  delete lasting[DRAFT + store.id];
  assert.equal(store.isTaken, false); // removed there, and nothing to lose
});

test("a new draft and one of the list are written from then on", () => {
  const { store, lasting, own } = tab();
  store.save(draft("Las"), "");
  const first = store.id;
  store.begin();
  assert.notEqual(store.id, first);
  assert.equal(own[`${NAME}.karta`], store.id);
  store.save(draft("Łąka"), "");
  assert.equal(store.open(first).entry.title, "Las");
  assert.equal(store.id, first);
  store.save(draft("Las i łąka"), "");
  assert.equal(inList(lasting).length, 2);
  assert.equal(store.open("none"), null);
  assert.equal(store.id, first);
});

test("a draft that was removed can be put back", () => {
  const { store, titles } = tab();
  store.save(draft("Las"), "");
  const [{ id, text }] = store.list();
  store.remove(id);
  assert.deepEqual(titles(), []);
  assert.equal(store.putBack(id, text), true);
  assert.deepEqual(titles(), ["Las"]);
});

test("where the list has no room the tab keeps a draft, else the page alone, and says so", () => {
  const { store, lasting, own, titles } = tab();
  assert.deepEqual([store.isOpen, store.isUnkept, Object.keys(lasting)], [true, false, []]);
  refuse(lasting);
  assert.equal(store.save(draft("Las"), ""), "tab");
  assert.deepEqual([store.isOpen, store.isUnkept, titles(), own[`${NAME}.karta`]], [false, true, ["Las"], store.id]);
  refuse(own);
  assert.equal(store.save(draft("Łąka"), ""), "nowhere");
  assert.deepEqual([store.isUnkept, titles().length], [true, 1]);
  refuse(lasting, false);
  refuse(own, false);
  assert.equal(store.save(draft("Łąka"), ""), "list");
  assert.deepEqual([store.isUnkept, titles(), Object.keys(own)], [false, ["Łąka"], [`${NAME}.karta`]]);
});

test("what is put back into a full browser stays with the page", () => {
  const { store, lasting, titles } = tab();
  refuse(lasting);
  assert.equal(store.putBack("a", kept("Las")), false);
  assert.deepEqual([titles(), store.isUnkept], [["Las"], true]);
  store.remove("a");
  assert.deepEqual([titles(), store.isUnkept], [[], false]);
});

test("a browser that forbids everything has no drafts and breaks nothing", () => {
  const forbidden = new Proxy({}, { get() { throw new Error("no"); }, ownKeys() { throw new Error("no"); } });
  const { store, titles } = tab({ lasting: forbidden, own: forbidden });
  assert.deepEqual([store.isOpen, store.arrive(), store.save(draft("Las"), ""), titles()], [false, null, "nowhere", ["Las"]]);
});

test("a tab that arrives asks who has its draft, and one that has it answers", () => {
  const log = [];
  const lasting = storage({ [`${DRAFT}a`]: kept("A") }, log);
  const first = tab({ lasting });
  first.store.arrive();
  const [[name, words]] = log;
  assert.deepEqual([name, words.split(" ")[0], lasting.getItem(name)], [`${NAME}.kto`, "a", null]); // said and gone at once
  const other = tab({ lasting });
  other.store.arrive();
  log.length = 0;
  other.store.hear({ key: name, newValue: words });
  assert.deepEqual([log.map(([each]) => each), other.told], [[`${NAME}.jest`], []]);
  first.store.hear({ key: `${NAME}.jest`, newValue: log[0][1] });
  assert.deepEqual(first.told, ["elsewhere"]);
});

test("a tab does not answer itself, nor about another draft", () => {
  const log = [];
  const { store, told } = tab({ lasting: storage({ [`${DRAFT}a`]: kept("A") }, log) });
  store.arrive();
  const [[name, words]] = log.splice(0);
  store.hear({ key: name, newValue: words });
  store.hear({ key: name, newValue: "b 1" });
  store.hear({ key: `${NAME}.jest`, newValue: "b 1" });
  store.hear({ key: `${NAME}.jest`, newValue: null });
  store.hear({ key: "other", newValue: "a 1" });
  assert.deepEqual([log, told], [[], []]);
});

test("a change of the list is told, and one of the draft of this tab twice over", () => {
  const { store, lasting, told } = tab();
  store.save(draft("Las"), "");
  store.hear({ key: `${DRAFT}other`, newValue: kept("B") });
  assert.deepEqual(told.splice(0), ["changed"]);
  const key = DRAFT + store.id;
  store.hear({ key, newValue: lasting[key] });
  assert.deepEqual(told.splice(0), ["changed"]); // which this tab wrote itself
  lasting[key] = kept("Z innej karty");
  store.hear({ key, newValue: lasting[key] });
  assert.deepEqual(told.splice(0), ["elsewhere", "changed"]);
  store.hear({ key, newValue: null });
  assert.deepEqual(told.splice(0), ["changed"]);
});

test("drafts of before there was a list come into it, in their order", () => {
  const lasting = storage({ [NAME]: kept("Nowy"), [`${NAME}.poprzedni`]: kept("Stary"), });
  const { store, titles } = tab({ lasting });
  assert.equal(store.arrive().entry.title, "Nowy");
  assert.deepEqual([titles(), inList(lasting).length, NAME in lasting, `${NAME}.poprzedni` in lasting], [["Nowy", "Stary"], 2, false, false]);
});
