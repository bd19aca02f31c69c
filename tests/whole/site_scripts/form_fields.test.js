import assert from "node:assert/strict";
import { test } from "node:test";
import { partOn, partsOn, shown, texts } from "./support/fields.js";
import { send } from "./support/page.js";

// ----- one value

test("a field has its label, its help and its problem, tied to its control", () => {
  const { part, element } = partOn({ kind: "text", max: 100, label: "Tytuł", required: true, help: "Krótko.", hint: "Bez kropki.", example: "Las" });
  assert.deepEqual(texts(element.children), ["Tytuł (wymagane)", "Krótko. Bez kropki. Przykład: Las", "", "", ""]);
  const { control } = part;
  assert.equal(element.querySelector("label").getAttribute("for"), control.id);
  assert.equal(control.getAttribute("aria-required"), "true");
  assert.equal(control.getAttribute("aria-describedby"), `${control.id}-opis`);
  assert.equal(element.querySelector(".field__help").id, `${control.id}-opis`);
  assert.equal(element.className, "field field--text");
  assert.equal(element.dataset.name, "x");
  part.focus();
  assert.ok(element.ownerDocument.activeElement === control);
});

test("a field without help is described by nothing", () => {
  const { part } = partOn({ kind: "text", max: 100, label: "Tytuł" });
  assert.deepEqual([part.control.getAttribute("aria-describedby"), part.control.getAttribute("aria-required")], [null, null]);
});

test("a problem is shown at its field until it is gone", () => {
  const { part, element } = partOn({ kind: "text", max: 100, label: "Tytuł", help: "Krótko." });
  part.show("Uzupełnij.");
  const problem = element.querySelector(".field__problem");
  assert.deepEqual([problem.textContent, problem.hidden, element.classList.contains("has-problem")], ["Uzupełnij.", false, true]);
  assert.equal(part.control.getAttribute("aria-invalid"), "true");
  assert.equal(part.control.getAttribute("aria-describedby"), `${part.id}-opis ${problem.id}`);
  part.show("");
  assert.deepEqual([problem.hidden, element.classList.contains("has-problem"), part.control.getAttribute("aria-invalid")], [true, false, null]);
  assert.equal(part.control.getAttribute("aria-describedby"), `${part.id}-opis`);
});

test("a field knows once somebody was in it", () => {
  const { part } = partOn({ kind: "text", max: 100 });
  assert.equal(part.isTouched, false);
  send(part.control, "change");
  assert.equal(part.isTouched, true);
});

test("ids are given once", () => {
  const { parts } = partsOn({ a: { kind: "text" }, b: { kind: "text" } });
  assert.notEqual(parts.a.id, parts.b.id);
  assert.match(parts.a.id, /^pole-\d+$/);
  const { part: { id }, document } = partOn({ kind: "text", help: "Pomoc" });
  const ids = [...document.querySelectorAll("[id]")].map((each) => each.id).filter((each) => each.startsWith(id));
  assert.deepEqual(ids.sort(), [id, `${id}-blad`, `${id}-odczyt`, `${id}-opis`]);
});

test("a kind of value has the control for it", () => {
  const control = (shape) => {
    const { part: { control: made } } = partOn({ label: "x", ...shape });
    return [made.tagName, made.getAttribute("type"), made.getAttribute("rows"), made.getAttribute("inputmode"), made.getAttribute("autocapitalize")].filter(Boolean).join(" ");
  };
  assert.equal(control({ kind: "story" }), "TEXTAREA 6");
  assert.equal(control({ kind: "lines" }), "TEXTAREA 6");
  assert.equal(control({ kind: "text", max: 201 }), "TEXTAREA 3");
  assert.equal(control({ kind: "text", max: 200 }), "INPUT text");
  assert.equal(control({ kind: "number" }), "INPUT text decimal off");
  assert.equal(control({ kind: "whole" }), "INPUT text decimal off");
  assert.equal(control({ kind: "url", max: 500 }), "INPUT url off");
  assert.equal(control({ kind: "email" }), "INPUT email off");
  assert.equal(control({ kind: "phone" }), "INPUT tel off");
  assert.equal(control({ kind: "truth" }), "INPUT checkbox");
  assert.equal(control({ kind: "list", of: { kind: "text" } }), "TEXTAREA 3");
  assert.equal(control({ kind: "choice", options: [] }), "SELECT");
  assert.equal(control({ kind: "ref", to: "places" }), "INPUT text");
});

test("only texts are corrected and begin with a capital", () => {
  assert.equal(partOn({ kind: "slug" }).part.control.getAttribute("spellcheck"), "false");
  assert.equal(partOn({ kind: "text" }).part.control.getAttribute("spellcheck"), null);
});

test("what is typed loses needless blanks, as the model has it", () => {
  const { cleaned } = partOn({ kind: "text" }).FormLeaves;
  assert.equal(cleaned("text", "  Las \u00a0 w\n\tmieście "), "Las w mieście");
  assert.equal(cleaned("lines", " a  b \n\n\n\nc\n"), "a b\n\nc");
  assert.equal(cleaned("story", " a  b\r\n\r\nc\rd "), "a  b\n\nc\nd");
  assert.equal(cleaned("url", " a  b "), "a  b");
});

test("what is written into a field is read from it", () => {
  const { part } = partOn({ kind: "text" });
  part.write(5);
  assert.equal(part.read(), "5");
  part.write(null);
  assert.equal(part.read(), "");
  part.write(undefined);
  assert.equal(part.read(), "");
});

test("a box is ticked or not", () => {
  const { part } = partOn({ kind: "truth" });
  for (const [value, read] of [[true, true], ["true", true], [false, false], ["false", false], [undefined, false]]) {
    part.write(value);
    assert.equal(part.read(), read);
  }
});

test("lines are items", () => {
  const { part, element } = partOn({ kind: "list", of: { kind: "text" }, label: "x" });
  part.write(["a", "b"]);
  part.control.value += "\n\n  c   d ";
  assert.deepEqual(part.read(), ["a", "b", "c d"]);
  part.write("jedna");
  assert.deepEqual(part.read(), ["jedna"]);
  part.write(undefined);
  assert.deepEqual(part.read(), []);
  assert.equal(element.querySelector(".field__help").textContent, "Po jednej w linii.");
});

const CHOICE = { kind: "choice", options: [["a", "Alfa"], ["b", "Beta"]] };

test("a choice begins with none, or with the usual one", () => {
  const { part } = partOn(CHOICE);
  assert.deepEqual([shown(part), part.read()], [["– wybierz –", "Alfa", "Beta"], ""]);
  const usual = partOn({ ...CHOICE, default: "b" }).part;
  assert.deepEqual([shown(usual), usual.read()], [["Alfa", "Beta"], "b"]);
  usual.write("a");
  usual.write(undefined);
  assert.equal(usual.read(), "b");
});

test("a choice that the list has not is kept, so that it can be shown as a problem", () => {
  const { part } = partOn(CHOICE);
  part.write("z");
  assert.deepEqual([shown(part), part.read()], [["– wybierz –", "Alfa", "Beta", "z"], "z"]);
  part.write("a");
  assert.deepEqual([shown(part).length, part.read()], [4, "a"]);
});

test("a list that somebody may have open is filled anew only where there is something else to choose from", () => {
  const { part } = partOn(CHOICE);
  const [, before] = part.control.options;
  part.refresh();
  assert.ok(part.control.options[1] === before);
});

test("a choice among what stands elsewhere follows it and keeps what was chosen", () => {
  const own = { sources: [["s1", "s1 – Raport"]] };
  const { part } = partOn({ kind: "slug", own: "sources" }, own);
  part.refresh();
  assert.deepEqual(shown(part), ["– wybierz –", "s1 – Raport"]);
  part.write("s1");
  const before = part.control.options[1];
  part.refresh();
  assert.ok(part.control.options[1] === before);
  own.sources = [["s2", "s2 – Ustawa"], ["s1", "s1 – Raport"]];
  part.refresh();
  assert.deepEqual([shown(part), part.read()], [["– wybierz –", "s2 – Ustawa", "s1 – Raport"], "s1"]);
});

// ----- names

test("a name is read as its id, by whatever is typed", () => {
  const { part } = partOn({ kind: "ref", to: "places" });
  for (const [typed, id] of [["hel", "hel"], [" HEL ", "hel"], ["hela", "hel"], ["Ustka", "ustka"], ["Gdynia", "Gdynia"], ["", ""]]) {
    part.control.value = typed;
    assert.equal(part.read(), id);
  }
  part.write("hel");
  assert.equal(part.control.value, "Hel");
  part.write(undefined);
  assert.equal(part.control.value, "");
  assert.equal(part.control.getAttribute("list"), "lista-places");
});

test("records that the form is about to add can be named at once", () => {
  const { FormNames, document } = partOn({ kind: "text" });
  FormNames.fillLists();
  const list = () => [...document.querySelectorAll("#lista-places option")].map((each) => each.getAttribute("value"));
  assert.deepEqual(list(), ["Hel", "Sopot (sopot)", "Sopot (sopot-2)", "Ustka"]);
  const before = document.getElementById("lista-places");
  FormNames.add("places", []);
  assert.ok(document.getElementById("lista-places") === before);
  FormNames.add("places", [["puck", "Puck", []]]);
  assert.deepEqual(list().slice(-2), ["Ustka", "Puck"]);
  assert.equal(document.querySelectorAll("datalist").length, 1);
  assert.equal(FormNames.idOf("places", "puck"), "puck");
  assert.deepEqual(FormNames.known(), { themes: ["zielen"], places: ["hel", "sopot", "sopot-2", "ustka", "puck"] });
  FormNames.add("places", []);
  assert.equal(FormNames.idOf("places", "puck"), "");
});

test("a value of a file is written so that nobody can take it for another one", () => {
  const number = partOn({ kind: "number" }).part;
  number.write(1.234);
  assert.equal(number.control.value, "1.2340");
  number.write("1.234");
  assert.equal(number.control.value, "1.234");
  const date = partOn({ kind: "date" }).part;
  date.write("2019-21");
  assert.equal(date.control.value, "wiosna 2019");
});

test("what was understood is said below the control and described to it", () => {
  const { part, element } = partOn({ kind: "number" });
  part.tell("Rozumiem jako: 5");
  const note = element.querySelector(".field__understood");
  assert.deepEqual([note.textContent, note.hidden], ["Rozumiem jako: 5", false]);
  assert.ok(part.control.getAttribute("aria-describedby").includes(note.id));
  part.tell("");
  assert.equal(note.hidden, true);
  assert.equal(part.control.getAttribute("aria-describedby"), null);
});
