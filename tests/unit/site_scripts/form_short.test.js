import assert from "node:assert/strict";
import { test } from "node:test";
import { CHECKED_IN, CHECKING, source } from "./support/form.js";
import { load } from "./support/load.js";

/** A field that holds what is written into it. */
function field(value) {
  return { value, element: {}, control: { setAttribute() {} }, read() { return this.value; }, write(given) { this.value = given; } };
}
const registry = { ...source().registry, organisations: [["um-gdynia", "Urząd Miasta Gdyni", []]] };

/** The short form over the fields of the full one. */
function short(entry = {}) {
  const asked = {};
  const shapes = {};
  const FormFields = { partsOf: (fields) => Object.assign(shapes, fields) && Object.assign(asked, Object.fromEntries(Object.keys(fields).map((name) => [name, field("")]))) };
  const { FormShort, FormNames } = load([...CHECKING, "form/names", "form/short"], {
    document: CHECKED_IN,
    KatalogFormularz: { ...source(), registry },
    KatalogElements: { make: () => ({}) },
    FormFields,
  });
  const empty = { title: "", summary: "", lifecycle: "", kind: "", places: [], themes: [], organisations: [], sources: [] };
  const full = Object.fromEntries(Object.entries({ ...empty, ...entry }).map(([name, value]) => [name, field(value)]));
  const form = new FormShort.Short(() => ({ append() {} }), {});
  form.fill(full, "anna@example.org");
  const typed = (name, value) => {
    asked[name].value = value;
    form.writeInto(full);
    return Object.fromEntries(Object.entries(full).map(([each, { value: now }]) => [each, now]));
  };
  return { form, full, asked, shapes, typed, FormNames, shown: () => Object.fromEntries(Object.entries(asked).map(([name, part]) => [name, part.value])) };
}

test("a few questions show what the full form holds, and nothing where it holds nothing", () => {
  const { place, theme, leader, link, sender, title } = short().shown();
  assert.deepEqual([place, theme, leader, link, sender, title], ["", "", "", "", "anna@example.org", ""]);
  const shown = short({
    title: "Las", places: [{ place: "gdynia", role: "x" }, { place: "sopot" }], themes: ["zielen", "sport"],
    organisations: [{ org: "a", role: "partner" }, { org: "um-gdynia", role: "leader" }, { org: "b", role: "leader" }], sources: [{ id: "s1", title: "Raport", url: "https://a.pl" }],
  }).shown();
  assert.deepEqual([shown.title, shown.place, shown.theme, shown.leader, shown.link], ["Las", "gdynia", "zielen", "Urząd Miasta Gdyni", "https://a.pl"]);
  assert.equal(short({ sources: [{ id: "s1", title: "Raport" }] }).shown().link, "Raport");
});

test("an answer goes into the field of the full form, and what stands beside stays", () => {
  const entry = { places: [{ place: "gdynia", role: "x" }, { place: "sopot" }], themes: ["zielen", "sport"] };
  const whole = { title: "", summary: "", lifecycle: "", kind: "", organisations: [], sources: [], ...entry };
  for (const [name, now] of [["title", "Las"], ["summary", "O lesie"], ["lifecycle", "ended"], ["kind", "project"]]) {
    assert.deepEqual(short(entry).typed(name, now), { ...whole, [name]: now });
  }
  assert.deepEqual(short(entry).typed("theme", "kultura"), { ...whole, themes: ["kultura", "sport"] });
  assert.deepEqual(short(entry).typed("place", "reda").places, [{ role: "x", place: "reda" }, { place: "sopot" }]);
  assert.deepEqual(short(entry).typed("place", "").places, [{ role: "x" }, { place: "sopot" }]);
  assert.deepEqual(short().typed("place", "reda").places, [{ place: "reda" }]);
  assert.deepEqual(short(entry).typed("theme", "kultura").themes, ["kultura", "sport"]);
  assert.deepEqual(short(entry).typed("theme", "").themes, ["sport"]);
});

test("who leads is one of the organisations, by its id where the catalogue knows the name", () => {
  const partner = { org: "a", role: "partner" };
  const leader = { org: "um-gdynia", role: "leader", note: "x" };
  assert.deepEqual(short({ organisations: [partner] }).typed("leader", "Urząd Miasta Gdyni").organisations, [{ org: "um-gdynia", role: "leader" }, partner]);
  assert.deepEqual(short({ organisations: [partner, leader] }).typed("leader", "Klub Las").organisations, [{ org: "Klub Las", role: "leader", note: "x" }, partner]);
  assert.deepEqual(short({ organisations: [partner, leader] }).typed("leader", "").organisations, [partner]);
});

test("an address becomes a source with its host for a title, other words become its title", () => {
  const link = (typed, ...sources) => short({ sources }).typed("link", typed).sources;
  assert.deepEqual(link("https://www.gdynia.pl/las?a"), [{ id: "s1", title: "gdynia.pl", url: "https://www.gdynia.pl/las?a" }]);
  assert.deepEqual(link("www.gdynia.pl"), [{ id: "s1", title: "gdynia.pl", url: "https://www.gdynia.pl" }]);
  assert.deepEqual(link("Raport roczny"), [{ id: "s1", title: "Raport roczny" }]);
  assert.deepEqual(link("ftp://a.pl"), [{ id: "s1", title: "ftp://a.pl" }]);
  const known = { id: "s7", title: "Raport", url: "https://a.pl", publisher: "Gdynia" };
  assert.deepEqual(link("https://b.pl/x", known), [{ id: "s7", publisher: "Gdynia", title: "Raport", url: "https://b.pl/x" }]);
  assert.deepEqual(link("https://b.pl/x", { ...known, title: "a.pl" })[0].title, "b.pl");
  assert.deepEqual(link("https://b.pl/x", { id: "s7", title: "Raport" })[0].title, "b.pl");
  assert.deepEqual(link("", known, { id: "s2" }), [{ id: "s7", publisher: "Gdynia" }, { id: "s2" }]);
});

test("what nobody changed in the few questions is left as it stands in the full form", () => {
  const { form, full } = short({ title: "Las", sources: [{ id: "s1", title: "Raport", url: "https://a.pl" }] });
  for (const part of Object.values(full)) part.write = () => assert.fail("written");
  form.writeInto(full);
});

test("what a short entry leaves open becomes questions, each once", () => {
  const { questions } = source().short;
  const { form } = short();
  const asked = (raw) => form.entryOf(raw);
  const none = asked({});
  const texts = (...keys) => keys.map((key) => questions[key]);
  assert.deepEqual(none.questions, texts("organisations", "period", "target_groups", "funding", "indicators", "link"));
  assert.deepEqual(none.entry.editorial.questions, none.questions);
  assert.deepEqual(none.entry.sources, [{ id: "s1", title: source().short.source }]);
  const given = { organisations: [{ org: "um-gdynia", role: "leader" }], period: { start: "2024" }, target_groups: ["a"], funding: [{ amount: "1" }], sources: [{ id: "s1", title: "Raport" }, { id: "s2" }] };
  const rest = asked({ ...given, editorial: { state: "draft", questions: [questions.indicators, "Inne?"] } });
  assert.deepEqual([rest.questions, rest.entry.editorial], [texts("indicators"), { state: "draft", questions: [questions.indicators, "Inne?"] }]);
  assert.deepEqual(rest.entry.sources, given.sources);
});

test("a leader that the catalogue does not know is asked about and stands in no entry", () => {
  const { form } = short();
  const partner = { org: "um-gdynia", role: "partner" };
  const { entry, questions } = form.entryOf({ organisations: [{ org: "Klub Las", role: "leader" }, partner], sources: [{ title: "Raport" }] });
  assert.deepEqual(entry.organisations, [partner]);
  assert.equal(questions[0], source().short.questions.leader.replace("{words}", "Klub Las"));
  assert.deepEqual(form.entryOf({ organisations: [partner] }).entry.organisations, [partner]);
});

test("a problem of the entry leads to the question that it is asked by", () => {
  const { form, asked } = short();
  const names = { title: "title", summary: "summary", places: "place", lifecycle: "lifecycle", kind: "kind", themes: "theme", sources: "link", organisations: "leader" };
  for (const [name, question] of Object.entries(names)) assert.equal(form.find([name, 0, "x"]), asked[question], name);
  assert.equal(form.find(["period"]), null);
});

test("a question that the full form asks as well has its answers, the usual ones first", () => {
  const { lifecycle, kind, title } = short().shapes;
  const { fields } = source().shape;
  assert.deepEqual(lifecycle.options.slice(0, 4).map(([id]) => id).sort(), ["ended", "running", "starting", "unknown"]);
  assert.deepEqual([...lifecycle.options].sort(), [...fields.lifecycle.options].sort());
  assert.deepEqual([kind.options, title.options], [fields.kind.options, undefined]);
});
