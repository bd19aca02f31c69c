import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../unit/site_scripts/support/load.js";
import { openPage, send } from "./support/page.js";

const CHECKING = ["words", "dates", "yaml", "nearest", "texts", "values"].map((name) => `form/${name}`);
const WORDS = {
  "form.say.required": "(wymagane)",
  "form.say.example": "Przykład: {example}",
  "form.say.choose": "– wybierz –",
  "form.say.line_each": "Po jednej w linii.",
  "form.say.more": "Więcej",
  "form.say.add": "Dodaj",
  "form.say.up": "Wyżej",
  "form.say.remove": "Usuń",
  "form.say.undo": "Cofnij",
  "form.say.removed": "Usunięto.",
};
const SOURCE = {
  patterns: {},
  words: WORDS,
  digits: { group: " ", decimal: "," },
  terms: { themes: [["zielen", "Zieleń"]] },
  registry: { places: [["hel", "Hel", ["Hela", "Hal"]], ["sopot", "Sopot", []], ["sopot-2", "Sopot", ["Hal"]], ["ustka", "Ustka", null]] },
};

/** Parts for fields, with what they say to the page of the form. */
function partsOn(fields, own = {}) {
  const page = openPage('<div data-form></div>');
  const globals = { ...page.globals, KatalogFormularz: structuredClone(SOURCE) };
  const scripts = load(["phrases", "elements", ...CHECKING, "form/names", "form/part", "form/leaves", "form/fields"], globals);
  const told = [];
  const host = { own: (name) => own[name] ?? [], changed: () => told.push("changed"), announce: (text) => told.push(text) };
  const parts = scripts.FormFields.partsOf(fields, host);
  page.find("[data-form]").append(...Object.values(parts).map((part) => part.element));
  return { ...page, ...scripts, parts, told };
}
const partOn = (shape, own) => {
  const made = partsOn({ x: shape }, own);
  return { ...made, part: made.parts.x, element: made.parts.x.element };
};
const texts = (elements) => [...elements].map((each) => each.textContent);
const pressed = (element, text) => [...element.querySelectorAll("button")].find((each) => each.textContent === text).click();

// ----- one value

test("a field has its label, its help and its problem, tied to its control", () => {
  const { part, element } = partOn({ kind: "text", max: 100, label: "Tytuł", required: true, help: "Krótko.", hint: "Bez kropki.", example: "Las" });
  assert.deepEqual(texts(element.children), ["Tytuł (wymagane)", "Krótko. Bez kropki. Przykład: Las", "", ""]);
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
const shown = (part) => texts(part.control.options);

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

// ----- several values

const CHECKS = { kind: "list", of: { kind: "ref" }, label: "Tematy", options: [["a", "Alfa"], ["b", "Beta"], ["c", "Gama"]] };

test("boxes keep the order in which they were ticked", () => {
  const { part, element } = partOn(CHECKS);
  const boxes = [...element.querySelectorAll("input")];
  const tick = (n, isChecked) => {
    boxes[n].checked = isChecked;
    send(boxes[n], "change");
  };
  tick(2, true);
  tick(0, true);
  tick(1, true);
  tick(0, false);
  assert.deepEqual(part.read(), ["c", "b"]);
  assert.deepEqual(texts(element.querySelectorAll("label")), ["Alfa", "Beta", "Gama"]);
  assert.equal(element.querySelector("label").getAttribute("for"), boxes[0].id);
});

test("what the list has not is kept", () => {
  const { part, element } = partOn(CHECKS);
  part.write(["z", "b"]);
  assert.deepEqual([part.read(), [...element.querySelectorAll("input")].map((each) => each.checked)], [["z", "b"], [false, true, false]]);
  part.write(undefined);
  assert.deepEqual(part.read(), []);
});

test("many boxes stand in columns", () => {
  const options = Array.from({ length: 8 }, (_, n) => [`${n}`, `${n}`]);
  assert.equal(partOn({ ...CHECKS, options }).element.querySelector(".checks").className, "checks checks--many");
  assert.equal(partOn({ ...CHECKS, options: options.slice(1) }).element.querySelector(".checks").className, "checks");
});

test("the main one of several is chosen and comes first", () => {
  const { part, element } = partOn({ ...CHECKS, main: "Główny temat" });
  const select = element.querySelector("select");
  const field = element.querySelector(".field");
  part.write(["a"]);
  assert.equal(field.hidden, true);
  part.write(["a", "c", "z"]);
  assert.deepEqual([field.hidden, texts(select.options)], [false, ["Alfa", "Gama", "z"]]);
  select.value = "c";
  send(select, "change");
  assert.deepEqual(part.read(), ["c", "a", "z"]);
  assert.equal(field.querySelector("label").textContent, "Główny temat");
});

const RECORD = {
  kind: "record",
  label: "Okres",
  help: "Od kiedy do kiedy.",
  fields: { start: { kind: "date", label: "Początek" }, end: { kind: "date", label: "Koniec" }, note: { kind: "text", label: "Uwaga" } },
  rare: ["note"],
};

test("a record reads what was given in it", () => {
  const { part, element } = partOn(RECORD);
  assert.deepEqual(part.read(), {});
  part.write({ start: "2024", note: "x" });
  assert.deepEqual(part.read(), { start: "2024", note: "x" });
  part.write(undefined);
  assert.deepEqual(part.read(), {});
  assert.equal(element.querySelector("legend").textContent, "Okres");
  assert.equal(element.getAttribute("aria-describedby"), `${part.id}-opis`);
});

test("what few entries need stands behind a word", () => {
  const { element } = partOn(RECORD);
  assert.deepEqual(texts(element.querySelectorAll("details label, summary")), ["Więcej", "Uwaga"]);
  assert.deepEqual(texts(element.querySelectorAll(":scope > div > label")), ["Początek", "Koniec"]);
  const { rare, ...plain } = RECORD;
  assert.equal(rare.length, 1);
  assert.ok(!partOn(plain).element.querySelector("details"));
});

test("a problem leads to the innermost part that there is", () => {
  const { part } = partOn(RECORD);
  assert.equal(part.find(["end"]).label, "Koniec");
  assert.equal(part.find([]).label, "Okres");
  assert.equal(part.find(["x"]).label, "Okres");
});

test("a group gives the focus to its first control", () => {
  const { part, document } = partOn(RECORD);
  part.focus();
  assert.equal(document.activeElement.id, part.parts.start.id);
  part.show("Źle.");
  assert.equal(part.element.getAttribute("aria-describedby"), `${part.id}-opis ${part.id}-blad`);
});

const LIST = {
  kind: "list",
  label: "Źródła",
  item: "Źródło",
  add: "Dodaj źródło",
  first: ["id", "s"],
  of: { kind: "record", fields: { id: { kind: "slug", label: "Id" }, title: { kind: "text", label: "Tytuł" }, of: { kind: "slug", own: "sources", label: "Z" } } },
};
const SHARED = ["id", "s"];
const ids = (part) => part.read().map(({ id }) => id);

test("an added item has the first id that is free, and the focus", () => {
  const { part, element, document, told } = partOn(LIST);
  part.write([{ id: "s1" }, { id: "s3" }]);
  pressed(element, "Dodaj źródło");
  assert.deepEqual(ids(part), ["s1", "s3", "s2"]);
  assert.equal(document.activeElement.id, part.items[2].part.parts.id.id);
  assert.deepEqual(told, ["changed"]);
  pressed(element, "Dodaj źródło");
  assert.deepEqual(ids(part).at(-1), "s4");
});

test("items are numbered, and all but the first can be moved up", () => {
  const { part, element, told } = partOn(LIST);
  part.write([{ id: "s1" }, { id: "s2" }, { id: "s3" }]);
  assert.deepEqual(texts(element.querySelectorAll("legend")), ["Źródła", "Źródło 1", "Źródło 2", "Źródło 3"]);
  assert.deepEqual(part.items.map(({ up }) => up.hidden), [true, false, false]);
  const [{ element: item, up, remover }] = part.items;
  assert.deepEqual([item.className, item.hasAttribute("data-item"), up.className, remover.className], ["item", true, "link", "link"]);
  part.items[2].up.click();
  assert.deepEqual(ids(part), ["s1", "s3", "s2"]);
  assert.deepEqual([...element.querySelectorAll("[data-name=id] input")].map((each) => each.value), ["s1", "s3", "s2"]);
  assert.equal(element.ownerDocument.activeElement.getAttribute("aria-label"), "Wyżej: Źródło 2");
  element.ownerDocument.activeElement.click();
  assert.deepEqual(ids(part), ["s3", "s1", "s2"]);
  assert.equal(element.ownerDocument.activeElement.getAttribute("aria-label"), "Usuń: Źródło 1");
  assert.deepEqual(told, ["changed", "changed"]);
});

test("a removed item can be put back where it was", () => {
  const { part, element, told } = partOn(LIST);
  const undo = () => [...element.querySelectorAll("button")].find((each) => each.textContent === "Cofnij");
  part.write([{ id: "s1" }, { id: "s2", title: "Raport" }, { id: "s3" }]);
  assert.equal(undo().hidden, true);
  part.items[1].remover.click();
  assert.deepEqual([ids(part), undo().hidden, told], [["s1", "s3"], false, ["Usunięto.", "changed"]]);
  assert.ok(element.ownerDocument.activeElement === undo());
  assert.deepEqual(texts(element.querySelectorAll("legend")).slice(1), ["Źródło 1", "Źródło 2"]);
  undo().click();
  assert.deepEqual(part.read()[1], { id: "s2", title: "Raport" });
  assert.deepEqual([ids(part), undo().hidden], [["s1", "s2", "s3"], true]);
  assert.equal(element.ownerDocument.activeElement.id, part.items[1].part.parts.id.id);
  part.items[2].remover.click();
  part.write([]);
  assert.equal(undo().hidden, true);
});

test("an item put back stands at the end where others are gone", () => {
  const { part, element } = partOn(LIST);
  part.write([{ id: "s1" }, { id: "s2" }]);
  part.items[1].remover.click();
  part.removed.at = 9;
  pressed(element, "Cofnij");
  assert.deepEqual(ids(part), ["s1", "s2"]);
  part.removed = null;
  pressed(element, "Cofnij");
  assert.deepEqual(ids(part), ["s1", "s2"]);
});

test("a list finds the item a problem is about, and follows what stands elsewhere", () => {
  const own = { sources: [] };
  const { part, document } = partOn(LIST, own);
  part.write([{ id: "s1" }, { id: "s2" }]);
  assert.ok(part.find([1, "title"]) === part.items[1].part.parts.title);
  assert.ok(part.find([7, "title"]) === part);
  own.sources = [["w1", "w1"]];
  part.refresh();
  assert.deepEqual(shown(part.items[1].part.parts.of), ["– wybierz –", "w1"]);
  part.focus();
  assert.equal(document.activeElement.textContent, "Dodaj źródło");
  part.write("no list");
  assert.deepEqual(part.read(), []);
});

test("an item of a list without ids of its own begins empty", () => {
  const { first, add, item, ...plain } = LIST;
  assert.deepEqual([first, add, item], [SHARED, "Dodaj źródło", "Źródło"]);
  const { part, element } = partOn(plain);
  pressed(element, "Dodaj");
  assert.deepEqual(part.read(), [{}]);
  assert.equal(texts(element.querySelectorAll("legend"))[1], "Źródła 1");
});

const MAP = { kind: "map", label: "Części", item: "Część", keys: { kind: "text", label: "Nazwa" }, of: { kind: "number", label: "Liczba" } };

test("a map is a list of pairs", () => {
  const { part } = partOn(MAP);
  part.write([["a", "1"], ["b", "2"]]);
  assert.deepEqual(part.read(), [["a", "1"], ["b", "2"]]);
  part.write({ c: 3 });
  assert.deepEqual(part.read(), [["c", "3"]]);
  assert.equal(part.find(["c"]).label, "Liczba");
  assert.ok(part.find(["x"]) === part);
  part.write(undefined);
  assert.deepEqual(part.read(), []);
  assert.equal(part.add().label, "Część");
});
