import assert from "node:assert/strict";
import { test } from "node:test";
import { checking } from "./support/form.js";

const { FormValues, FormWords } = checking();

const SHAPES = {
  text: { kind: "text", min: 2, max: 5 },
  number: { kind: "number", min: 1, max: 10 },
  whole: { kind: "whole" },
  list: { kind: "list", of: { kind: "slug" }, min: 1, max: 2 },
  map: { kind: "map", keys: { kind: "slug" }, of: { kind: "number" }, max: 2 },
  truth: { kind: "truth" },
  url: { kind: "url", max: 2000 },
  phone: { kind: "phone" },
  lines: { kind: "lines", min: 1, max: 500 },
  ref: { kind: "ref", to: "themes" },
  practice: { kind: "ref", to: "practices" },
  code: { kind: "code", pattern: "^[a-z]{2}$" },
  choice: { kind: "choice", values: ["trwa", "koniec"], default: "trwa" },
};
function readOne(name, value) {
  const shape = { kind: "record", fields: { [name]: SHAPES[name] } };
  const read = FormValues.readValues({ [name]: value }, { themes: ["zielen"], practices: ["las"] }, shape);
  return [read.value[name], ...read.problems.map(({ key, location, params }) => [key, location.join("."), params])];
}

test("no value of any kind holds a PESEL", () => {
  for (const name of ["number", "whole", "url", "code", "ref", "lines"]) {
    assert.deepEqual(readOne(name, "44051401359"), [undefined, ["personal_number", name, {}]], name);
  }
  assert.deepEqual(readOne("url", "https://a.pl/?id=44051401359"), [undefined, ["personal_number", "url", {}]]);
  assert.deepEqual(readOne("phone", "44 05 14 01 359"), ["44 05 14 01 359"]);
});

test("nothing is given by what is empty, and by false", () => {
  const { isBlank } = FormValues;
  for (const value of [undefined, null, "", false, [], {}]) assert.equal(isBlank(value), true);
  for (const value of [" ", true, 0, [""], { a: 1 }]) assert.equal(isBlank(value), false);
});

test("limits count characters, not units", () => {
  assert.deepEqual(readOne("text", "abc"), ["abc"]);
  assert.deepEqual(readOne("text", "🌳🌳🌳🌳🌳"), ["🌳🌳🌳🌳🌳"]);
  assert.deepEqual(readOne("text", "abcdefg"), [undefined, ["too_long", "text", { max: 5, over: 2 }]]);
  assert.deepEqual(readOne("text", "a"), [undefined, ["too_short", "text", { min: 2, n: 1 }]]);
});

test("numbers have digits and limits", () => {
  assert.equal(readOne("number", "9.50")[0].written, "9.50");
  assert.equal(readOne("number", "1")[0].value, 1);
  assert.equal(readOne("number", "10").length, 1);
  assert.deepEqual(readOne("number", "0.5"), [undefined, ["too_small", "number", { min: 1 }]]);
  assert.deepEqual(readOne("number", "10.5"), [undefined, ["too_large", "number", { max: 10 }]]);
  assert.deepEqual(readOne("number", "9,5"), [undefined, ["not_a_number", "number", { value: "9,5" }]]);
  assert.deepEqual(readOne("number", "1e1"), [undefined, ["number_with_exponent", "number", {}]]);
  assert.deepEqual(readOne("whole", "9.0"), [undefined, ["not_integer", "whole", { value: "9.0" }]]);
  assert.equal(readOne("whole", "9").length, 1);
});

test("a list is read item by item, whatever its length", () => {
  assert.deepEqual(readOne("list", ["a", "B"]), [["a", undefined], ["bad_id", "list.1", { value: "B" }]]);
  assert.deepEqual(readOne("list", ["a", "b", "c"]), [["a", "b", "c"], ["too_many", "list", { max: 2 }]]);
  assert.deepEqual(readOne("list", ["a", ""]), [["a", undefined], ["missing", "list.1", {}]]);
});

test("an id has eighty signs at most", () => {
  assert.equal(readOne("list", ["a".repeat(80)]).length, 1);
  assert.equal(readOne("list", ["a".repeat(81)])[1][0], "bad_id");
});

test("a map names each key once", () => {
  const [value, problem] = readOne("map", [["a", "1"], ["a", "2"]]);
  assert.deepEqual([...value].map(([key, number]) => [key, number.value]), [["a", 2]]);
  assert.deepEqual(problem, ["duplicate_key", "map.a", {}]);
  assert.deepEqual(readOne("map", [["a", "1"], ["b", "1"], ["c", "1"]])[1], ["too_many", "map", { max: 2 }]);
  const [refused] = readOne("map", [["Ą", "x"]]);
  assert.deepEqual([...refused], [["Ą", undefined]]);
});

test("an id is one of those there are, or says which is near", () => {
  assert.deepEqual(readOne("ref", "zielen"), ["zielen"]);
  assert.deepEqual(readOne("ref", "zielnn"), [undefined, ["unknown_id", "ref", { value: "zielnn", where: "themes", nearest: "zielen" }]]);
  assert.deepEqual(readOne("practice", "lasy"), [undefined, ["unknown_practice", "practice", { value: "lasy", where: "practices", nearest: "las" }]]);
  const shape = { kind: "record", fields: { x: { kind: "ref", to: "other" } } };
  assert.deepEqual(FormValues.readValues({ x: "a" }, {}, shape), { value: { x: "a" }, problems: [] });
  assert.equal(FormValues.readValues({ x: "A b" }, {}, shape).problems[0].key, "bad_id");
});

test("a choice that is the usual one is not written", () => {
  assert.deepEqual(readOne("choice", "trwa"), [undefined]);
  assert.deepEqual(readOne("choice", "koniec"), ["koniec"]);
  assert.deepEqual(readOne("choice", "konec"), [undefined, ["not_allowed", "choice", { value: "konec", allowed: "trwa, koniec", nearest: "koniec" }]]);
  assert.equal(readOne("choice", "x".repeat(90))[1][2].value.length, 60);
});

test("what has a pattern of its own fits it", () => {
  assert.deepEqual(readOne("code", "ab"), ["ab"]);
  assert.deepEqual(readOne("code", "abc"), [undefined, ["bad_pattern", "code", { value: "abc" }]]);
  assert.deepEqual(readOne("truth", true), [true]);
});

test("each kind of value takes what is right, and says of what is wrong that it is just that", () => {
  const kinds = [
    ["day", "2024-02-29", "2024-02", "bad_day"],
    ["date", "2024-02", "2024-13", "bad_date"],
    ["url", "https://example.org/a", "example", "bad_url"],
    ["email", "biuro@example.org", "biuro", "bad_email"],
    ["phone", "+48 58 668 80 00", "tel.", "bad_phone"],
    ["picture", "las.jpg", "las.exe", "bad_picture_name"],
    ["country", "PL", "XX", "bad_country"],
    ["language", "pl", "xx", "bad_language"],
    ["currency", "PLN", "XXY", "bad_currency"],
    ["slug", "las-2", "Las 2", "bad_id"],
  ];
  for (const [kind, right, wrong, key] of kinds) {
    const read = (value) => FormValues.readValues({ x: value }, {}, { kind: "record", fields: { x: { kind, max: 500 } } });
    assert.deepEqual(read(right), { value: { x: right }, problems: [] }, kind);
    assert.deepEqual(read(wrong).problems, [{ key, location: ["x"], params: { value: wrong } }], kind);
    assert.ok(`problem.${key}` in FormWords.data.words, `what is said of ${key}`);
  }
});

test("a word is near another one by all letters they share in order, before and behind the longest piece", () => {
  const { nearest } = checking().FormNearest;
  assert.equal(nearest("parkxdeszcz", ["parkydeszcz"]), "parkydeszcz");
  assert.equal(nearest("deszczxpark", ["deszczypark"]), "deszczypark");
  assert.equal(nearest("PARK", ["most", "park", "parki"]), "park");
  assert.equal(nearest("las", ["most", "park"]), null);
  assert.equal(nearest("", [""]), "");
});
