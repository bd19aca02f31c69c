import assert from "node:assert/strict";
import { test } from "node:test";
import { partOn, shown, texts } from "./support/fields.js";
import { send } from "./support/page.js";

const pressed = (element, text) => [...element.querySelectorAll("button")].find((each) => each.textContent === text).click();

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
  part.write(["a", "c"]);
  assert.equal(field.hidden, false);
  part.write(["a", "c", "z"]);
  assert.deepEqual([field.hidden, texts(select.options)], [false, ["Alfa", "Gama", "z"]]);
  select.value = "c";
  send(select, "change");
  assert.deepEqual(part.read(), ["c", "a", "z"]);
  const label = field.querySelector("label");
  assert.deepEqual([label.textContent, label.className, label.htmlFor], ["Główny temat", "field__label", select.id]);
  assert.deepEqual([...element.children].slice(-2).map((each) => each.className), ["checks", "field"]); // below the boxes
  part.write([1, 2]);
  assert.deepEqual(part.read(), ["1", "2"]); // as texts, which controls have
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
  assert.deepEqual([...element.children].map((each) => each.tagName), ["LEGEND", "P", "P", "DIV", "DIV", "DETAILS"]); // its name, help and problem, its fields, the rare ones
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

test("the first item that is added has the first id, and nothing can be put back yet", () => {
  const { part, element } = partOn(LIST);
  assert.equal([...element.querySelectorAll("button")].find((each) => each.textContent === "Cofnij").hidden, true);
  pressed(element, "Dodaj źródło");
  assert.deepEqual(ids(part), ["s1"]);
});

test("a list, its items and what acts on them are known by their classes", () => {
  const { part, element } = partOn(LIST);
  part.write([{ id: "s1" }]);
  const known = (selector) => element.querySelectorAll(selector).length;
  assert.deepEqual([known(".group__items > .item > .item__actions > button.link"), known(".group__actions > button.button.button--quiet"), known(".group__actions > button.link")], [2, 1, 1]);
  assert.deepEqual([element.querySelector(".group__actions").textContent, element.querySelector(".item__actions").textContent], ["Dodaj źródło Cofnij", "Wyżej Usuń"]);
  assert.equal(partOn(RECORD).element.querySelectorAll("details.more.form__more > .form__fields > .field").length, 1);
});

test("what is written into a list takes the place of what was there", () => {
  const { part, element } = partOn(LIST);
  part.write([{ id: "s1" }, { id: "s2" }]);
  part.write([{ id: "s9" }]);
  assert.deepEqual([ids(part), element.querySelectorAll("[data-item]").length], [["s9"], 1]);
});

test("what has to be given is said: in a record that may be left out, only of who gives it", () => {
  const fields = { start: { kind: "date", label: "Początek", required: true } };
  const labelOf = (shape) => {
    const { element } = partOn(shape);
    element.querySelectorAll("button").forEach((each) => each.textContent === "Dodaj" && each.click());
    const label = element.querySelector("label");
    return [label.textContent, element.querySelector("input").getAttribute("aria-required")];
  };
  assert.deepEqual(labelOf({ kind: "record", label: "Okres", fields }), ["Początek (wymagane, jeśli podajesz)", null]);
  assert.deepEqual(labelOf({ kind: "record", label: "Okres", fields, required: true }), ["Początek (wymagane)", "true"]);
  assert.deepEqual(labelOf({ kind: "list", label: "Okresy", of: { kind: "record", fields } }), ["Początek (wymagane)", "true"]);
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
  assert.deepEqual(told.at(-1), "changed");
  assert.equal(told.length, 3);
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
