import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../unit/site_scripts/support/load.js";
import { openPage } from "./support/page.js";

const WORDS = {
  "problem.missing": "Uzupełnij.",
  "problem.x": "Źle: {value}.",
  "problem.suggestion": "",
  "form.say.step_problems": "{n} do poprawy",
  "form.say.problems": "Wszystkie: {n}",
  "form.say.step_left": "W kroku: {n}",
  "form.say.bad": "Po naszemu.",
  "form.say.bad.title": "O tytule.",
};
const HTML = `<form>
  <section><input id="a"><fieldset><legend>Okres <span>(x)</span></legend><details><input id="b"></details></fieldset></section>
  <section data-step><fieldset><legend>Liczby</legend><fieldset><legend>Liczba 1</legend><input id="c"></fieldset></fieldset></section>
</form><section data-summary hidden><h2 data-summary-title></h2><ul data-summary-list></ul></section>`;

function open() {
  const page = openPage(HTML);
  page.window.Element.prototype.scrollIntoView = function scrolled() { page.said.push(`seen: ${this.id}`); };
  const KatalogFormularz = { words: WORDS, digits: { group: " ", decimal: "," } };
  const { FormProblems } = load(["phrases", "elements", "form/words", "form/problems"], { ...page.globals, KatalogFormularz });
  const sections = [...page.document.querySelectorAll("form > section")];
  const counted = [];
  const steps = {
    steps: sections,
    holding: (element) => sections.findIndex((each) => each.contains(element)),
    showCounts: (counts, say) => counted.push(counts, counts.map(say)),
    show: (n, { isFocused }) => page.said.push(`step ${n} ${isFocused}`),
  };
  const form = page.find("form");
  const problems = new FormProblems.Problems(form, (name) => page.find(`[data-${name}]`), steps);
  const partOf = (id, label) => ({ id, label, element: page.find(`#${id}`), isTouched: false, texts: [], show(text) { this.texts.push(text); }, focus: () => page.said.push(`focus ${id}`) });
  const parts = { a: partOf("a", "Tytuł"), b: partOf("b", "Początek?"), c: partOf("c", "Wartość") };
  return { ...page, problems, parts, counted, listed: () => [...page.find("[data-summary-list]").children].map((each) => each.textContent), title: () => page.find("[data-summary-title]").textContent };
}
const missing = (...location) => ({ key: "missing", location, params: {} });

test("a problem is said where somebody was, and no more once it is gone", () => {
  const { problems, parts } = open();
  const found = [[parts.a, missing("title")], [parts.b, missing("period", "start")], [null, missing("id")]];
  parts.a.isTouched = true;
  problems.show(found);
  assert.deepEqual([parts.a.texts, parts.b.texts], [["Uzupełnij."], []]);
  problems.show([]);
  assert.deepEqual(parts.a.texts, ["Uzupełnij.", ""]);
});

test("all problems of a field are said together, in words of the form where it has its own", () => {
  const { problems, parts } = open();
  parts.a.isTouched = true;
  problems.show([[parts.a, { key: "bad", location: ["title"], params: {} }], [parts.a, { key: "x", location: ["title"], params: { value: "las" } }], [parts.a, { key: "bad", location: ["title"], params: {}, registry: "places" }], [parts.a, { key: "bad", location: ["period", 0], params: {} }]]);
  assert.deepEqual(parts.a.texts, ["O tytule. Źle: las. Po naszemu. Po naszemu."]);
});

test("each step says how many of its fields have a problem", () => {
  const { problems, parts, counted } = open();
  problems.areAllAsked = true;
  problems.show([[parts.a, missing("title")], [parts.a, missing("title")], [parts.b, missing("b")], [parts.c, missing("c")]]);
  assert.deepEqual(counted, [[2, 1], ["2 do poprawy", "1 do poprawy"]]);
  assert.deepEqual([problems.left(0), problems.left(1), problems.left(2)], [2, 1, 0]);
});

test("the list has the problems of all in the order of the page, each with the labels that lead to it", () => {
  const { problems, parts, listed, title, find } = open();
  problems.show([[parts.c, missing("c")], [parts.b, missing("b")], [parts.a, missing("title")]]);
  assert.deepEqual([listed(), find("[data-summary]").hidden], [[], true]);
  problems.areAllAsked = true;
  problems.show([[parts.c, missing("c")], [parts.b, missing("b")], [parts.a, missing("title")]]);
  assert.deepEqual(listed(), ["Tytuł: Uzupełnij.", "Początek? Uzupełnij.", "Liczby › Liczba 1 › Wartość: Uzupełnij."]);
  assert.deepEqual([title(), find("[data-summary]").hidden], ["Wszystkie: 3", false]);
});

test("the list of a step that somebody leaves has its problems alone, and goes with the next wish", () => {
  const { problems, parts, listed, title } = open();
  const found = [[parts.a, missing("title")], [parts.b, missing("b")], [parts.c, missing("c")]];
  problems.askStep(1, true);
  problems.show(found);
  assert.deepEqual([listed(), title(), parts.a.texts], [["Liczby › Liczba 1 › Wartość: Uzupełnij."], "W kroku: 1", []]);
  problems.askStep(0, false);
  problems.show(found);
  assert.deepEqual([listed(), parts.a.texts], [[], ["Uzupełnij."]]);
  problems.askNothing();
  problems.show(found);
  assert.deepEqual([listed(), parts.a.texts, parts.c.texts.pop()], [[], ["Uzupełnij.", ""], ""]);
});

test("a problem of the list leads to its field, and opens what it is closed in", () => {
  const { problems, parts, said, find } = open();
  problems.areAllAsked = true;
  problems.show([[parts.b, missing("b")]]);
  const link = find("[data-summary-list] a");
  assert.equal(link.getAttribute("href"), "#b");
  link.click();
  assert.deepEqual(said, ["step 0 false", "focus b", "seen: b"]);
  assert.equal(find("details").open, true);
});
