import assert from "node:assert/strict";
import { test } from "node:test";
import { CASES, CHECKING, source } from "./support/form.js";
import { load } from "./support/load.js";

const document = { documentElement: { lang: "pl" } };
const scripts = load(CHECKING, { document, KatalogFormularz: source() });
const { FormWords, FormDates, FormYaml, FormNearest, FormTexts, FormValues, FormRules, FormCheck } = scripts;
const { check, checkAdded } = FormCheck;

// ----- words

test("a place is named as an editor reads it", () => {
  assert.equal(FormWords.fieldName(["indicators", 0, "split", 12, "parts"]), "indicators[0].split[12].parts");
  assert.equal(FormWords.fieldName(["title"]), "title");
});

test("letters fold to those of any keyboard", () => {
  assert.equal(FormWords.fold("  Żółć   Ł\tó "), "zolc l o");
});

test("a problem says the nearest name, or that there is none", () => {
  const { problemText } = FormWords;
  assert.equal(
    problemText({ key: "unknown_source", params: { value: "s2", nearest: "s1" } }).endsWith("Może chodziło o „s1”?"),
    true,
  );
  assert.notEqual(problemText({ key: "not_allowed", params: { value: "x", allowed: "a", nearest: null } }), "");
  assert.equal(problemText({ key: "missing", params: {} }), "Uzupełnij to pole.");
});

test("where there is no near name the message may be another", () => {
  const { FormWords: words } = load(["phrases", "form/words"], {
    document,
    KatalogFormularz: { ...source(), words: { "problem.x": "x", "problem.x.far": "x, daleko", "problem.y": "y", "problem.suggestion": " {nearest}?" } },
  });
  assert.equal(words.problemText({ key: "x", params: {} }), "x, daleko");
  assert.equal(words.problemText({ key: "x", params: { nearest: "z" } }), "x z?");
  assert.equal(words.problemText({ key: "y", params: {} }), "y");
});

// ----- dates

const range = (text) => {
  const found = FormDates.parseDate(text);
  return found && [found.isDated, found.earliest, found.latest];
};

test("a date is a range of days", () => {
  assert.deepEqual(range("2024-02-10"), [true, 20240210, 20240210]);
  assert.deepEqual(range("2024-02"), [true, 20240201, 20240229]);
  assert.deepEqual(range("2023-02"), [true, 20230201, 20230228]);
  assert.deepEqual(range("2024"), [true, 20240101, 20241231]);
  assert.deepEqual(range("202X"), [true, 20200101, 20291231]);
  assert.deepEqual(range("20XX-06"), [true, 20000601, 20990630]);
  assert.deepEqual(range("2024-XX"), [true, 20240101, 20241231]);
  assert.deepEqual(range("2024-05-XX"), [true, 20240501, 20240531]);
  assert.deepEqual(range("XXXX"), [false, 0, Infinity]);
  assert.deepEqual(range("0044"), [true, 440101, 441231]);
  assert.deepEqual(range("00XX"), [true, 10101, 991231]);
  assert.deepEqual(range("2024-06~"), [true, 20240601, 20240630]);
});

test("what cannot be a date is none", () => {
  const none = [
    "", "24", "2024-13", "2024-00", "2024-00-05", "2024-01-00", "2024-01-32", "2023-02-29", "2024-04-31", "2024-XX-05", "XXXX-XX-05",
    "0000", "2XXX", "20X4", "2024-1", "2024/5", "2024-05-05x",
  ];
  assert.deepEqual(none.filter((text) => range(text) !== null), []);
});

test("a day of February may be the 29th where the year is not certain", () => {
  assert.deepEqual(range("202X-02-29"), [true, 20200229, 20290229]);
  assert.equal(range("202X-02-30"), null);
  assert.deepEqual(range("XXXX-02-29"), [false, 0, Infinity]);
  assert.deepEqual(range("2000-02-29"), [true, 20000229, 20000229]);
});

test("two dates with a slash are a time that runs forward, open at one end at most", () => {
  const { whenProblem } = FormDates;
  const problems = Object.fromEntries(["2024", "2023/2024", "2024/2024", "2024/..", "/2024", "2024/", "2024-05/2024", "XXXX/2020"].map((each) => [each, whenProblem(each)]));
  assert.deepEqual(Object.values(problems), ["", "", "", "", "", "", "", ""]);
  for (const text of ["x", "/", "../..", "x/2024", "2024/x", "2024/x/2025", "..", "../x"]) assert.equal(whenProblem(text), "bad_date", text);
  assert.equal(whenProblem("2024/2023"), "end_before_start");
  assert.equal(whenProblem("2024-05/2024-04"), "end_before_start");
});

test("a day is a date with all its parts", () => {
  assert.deepEqual(["2024-02-29", "2023-02-29", "2024-02", "202X-02-01", "0000-01-01"].map(FormDates.isDay), [true, false, false, false, false]);
});

// ----- the file

const { yamlText, entryText, Numeral } = FormYaml;

test("fields, lists and records stand below each other", () => {
  const value = { title: "Las", themes: ["a", "b"], places: [{ place: "x", role: "z" }], period: { start: "2024" }, none: [], empty: {} };
  assert.equal(
    yamlText(value),
    "title: Las\nthemes:\n- a\n- b\nplaces:\n- place: x\n  role: z\nperiod:\n  start: '2024'\nnone: []\nempty: {}\n",
  );
  assert.equal(yamlText([{ id: "a", names: ["x"] }, { id: "b" }]), "- id: a\n  names:\n  - x\n- id: b\n");
});

test("a map keeps the order of its keys, and quotes those that need it", () => {
  assert.equal(yamlText({ parts: new Map([["2", "x"], ["1", true], ["no", "b"], ["it's: so", "z"]]) }), "parts:\n  '2': x\n  '1': true\n  'no': b\n  'it''s: so': z\n");
});

test("numbers keep the digits that they were written with", () => {
  assert.equal(yamlText({ a: new Numeral("9.0"), b: new Numeral("9"), c: new Numeral("1.50"), d: new Numeral("1000000.0") }), "a: 9.0\nb: 9\nc: 1.5\nd: 1000000.0\n");
});

test("texts that YAML could take for something else are quoted", () => {
  const quoted = [
    "yes", "No", "TRUE", "off", "y", "N", "1", "-12", "+1_000", "0x1F", "1.5", ".5", "1.5e+3", ".inf", "1:30", "null", "~", "=", "<<", "2024-01-02", "2024-13", "---", "...", "# a", "- a", "? a",
    ": a", "a: b", "a:: b", "a:", "a #b", " a", "a ", "a  b", "a\tb", "[a]", "{a}", "&a", "*a", "!a", "|", ">", "'a", "\"a", "%a", "@a", "`a", ",a", "12 osób", "",
  ];
  const plain = ["tak", "Łódź", "a:b", "https://a.pl:80/x?y=z", "nulll", "yes!", "a'b", "a, b [c]", "Las – „w mieście”", "no way"];
  const isQuoted = (text) => yamlText({ a: text }) === `a: '${text.replaceAll("'", "''")}'\n`;
  assert.deepEqual(quoted.filter((text) => !isQuoted(text)), []);
  assert.deepEqual(plain.filter((text) => yamlText({ a: text }) !== `a: ${text}\n`), []);
});

test("long texts go on in the next line, from the first single blank after 100 signs", () => {
  const long = "x".repeat(101);
  assert.equal(yamlText({ a: `${long} y z` }), `a: ${long}\n  y z\n`);
  assert.equal(yamlText({ a: `${long} ${long} z` }), `a: ${long}\n  ${long}\n  z\n`);
  assert.equal(yamlText({ a: `- ${long} y` }), `a: '- ${long}\n  y'\n`);
  assert.equal(yamlText({ b: { a: `${long} y` } }), `b:\n  a: ${long}\n    y\n`);
  assert.equal(yamlText([`${long} y`]), `- ${long}\n  y\n`);
  assert.equal(yamlText({ a: `${long}  y` }), `a: '${long}  y'\n`);
  assert.equal(yamlText({ a: `${"x".repeat(98)} y` }), `a: ${"x".repeat(98)} y\n`);
});

test("a text of several lines is written as those lines", () => {
  assert.equal(yamlText({ a: "x\n\ny: z" }), "a: |-\n  x\n\n  y: z\n");
  assert.equal(yamlText({ b: { a: "x\ny" } }), "b:\n  a: |-\n    x\n    y\n");
});

test("the file of an entry has its fields, then its story under the headings", () => {
  const entry = { id: "las", title: "Las", challenge: " Brak drzew. ", solution: "Las.\n\nDrugi." };
  assert.equal(entryText(entry), "---\ntitle: Las\n---\n\n## Wyzwanie\n\nBrak drzew.\n\n## Na czym to polega\n\nLas.\n\nDrugi.\n");
});

// ----- the nearest

test("the nearest name is the one that shares most with the word", () => {
  const { nearest } = FormNearest;
  assert.equal(nearest("zielnn", ["zielen", "zabawa"]), "zielen");
  assert.equal(nearest("ZIELEN", ["zielen"]), "zielen");
  assert.equal(nearest("x", ["zielen"]), null);
  assert.equal(nearest("abcd", ["abxy"]), null);
  assert.equal(nearest("abcde", ["abcxy"]), "abcxy");
  assert.equal(nearest("ab", ["ac", "ad", "abc"]), "abc");
  assert.equal(nearest("abcd", ["abcx", "abcy"]), "abcy");
  assert.equal(nearest("cdab", ["abcd"]), null);
  assert.equal(nearest("", [""]), "");
  assert.equal(nearest("bdac", ["acbd", "badc"]), "badc");
});

// ----- texts

test("an address on the web has a host with a dot, no one's name and a port there is", () => {
  const { isWebAddress } = FormTexts;
  for (const text of ["https://a.pl", "HTTP://a.pl/x?y#z", "https://a.pl:65535/", "https://a.pl:/x", "https://a.b.pl."]) assert.equal(isWebAddress(text), true, text);
  for (const text of [
    "ftp://a.pl", "https://localhost", "https://a.pl:65536", "https://u@a.pl", "https://a .pl", "https://a.pl/<b>", "https://a.pl/\u200b", "https://.pl", "https://[::1].a/", "a.pl", "https://a:b.pl",
  ]) assert.equal(isWebAddress(text), false, text);
});

test("a link in a story leads to the web or writes a letter", () => {
  const { isSafeLink } = FormTexts;
  assert.deepEqual(["https://a.pl", "mailto:a@b.pl", "mailto:ab.pl", "", undefined, "javascript:alert(1)", "a b"].map(isSafeLink), [true, true, false, false, false, false, false]);
});

test("codes are known by their case", () => {
  const { isKnownCode } = FormTexts;
  assert.deepEqual([isKnownCode("country", "PL"), isKnownCode("country", "pl"), isKnownCode("country", "PL DE"), isKnownCode("currency", "PLN"), isKnownCode("language", "XX")], [true, false, false, true, false]);
});

test("a character that nobody sees is named by its number", () => {
  const { unseenCharacter, stackedMarks } = FormTexts;
  assert.deepEqual(["a\u200bb", "a\u202eb", "ab", "\u{e0041}", "a\u0007"].map(unseenCharacter), ["U+200B", "U+202E", "", "U+E0041", "U+0007"]);
  assert.equal(stackedMarks("a\u0301"), 0);
  assert.equal(stackedMarks("q\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301") > 4, true);
});

test("a PESEL has a day that there was and the sum of its register", () => {
  const { hasPersonalNumber } = FormTexts;
  for (const text of ["44051401359", "nr 440514 01359.", "02070803628", "44121401359", "(440514-01359)", "44051401359, 5"]) assert.equal(hasPersonalNumber(text), true, text);
  for (const text of ["44051401358", "44131401359", "44053201359", "44050001359", "144051401359", "44051401359-x", "44051401359,5", "https://a.pl/44051401359", "a44051401359", "4405140135"]) {
    assert.equal(hasPersonalNumber(text), false, text);
  }
});

// ----- values

const SHAPES = {
  text: { kind: "text", min: 2, max: 5 },
  number: { kind: "number", min: 1, max: 10 },
  whole: { kind: "whole" },
  list: { kind: "list", of: { kind: "slug" }, min: 1, max: 2 },
  map: { kind: "map", keys: { kind: "slug" }, of: { kind: "number" }, max: 2 },
  truth: { kind: "truth" },
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

test("nothing is given by what is empty, and by false", () => {
  const { isBlank } = FormValues;
  for (const value of [undefined, null, "", false, [], {}]) assert.equal(isBlank(value), true);
  for (const value of [" ", true, 0, [""], { a: 1 }]) assert.equal(isBlank(value), false);
});

test("limits count characters, not units", () => {
  assert.deepEqual(readOne("text", "abc"), ["abc"]);
  assert.deepEqual(readOne("text", "🌳🌳🌳🌳🌳"), ["🌳🌳🌳🌳🌳"]);
  assert.deepEqual(readOne("text", "abcdefg"), [undefined, ["too_long", "text", { max: 5, over: 2 }]]);
  assert.deepEqual(readOne("text", "a"), [undefined, ["too_short", "text", { min: 2 }]]);
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

// ----- whole entries

for (const { name, claim, raw, problems } of CASES.cases) {
  test(`${name}: ${claim}`, () => {
    const found = check(raw, CASES.known).problems.map((each) => `${FormWords.fieldName(each.location)}: ${FormWords.problemText(each)}`);
    // A report shows any blank as a plain one.
    assert.deepEqual(found.map((text) => text.replaceAll("\u00a0", " ")).sort(), problems);
  });
}

const ENTRY = CASES.cases.find(({ problems }) => !problems.length).raw;
const keys = (changes, known = CASES.known) => check({ ...ENTRY, ...changes }, known).problems.map(({ key, location }) => `${key} ${location.join(".")}`);

test("a heading in a story is one too many, but not between the marks of code", () => {
  const heading = "unknown_section challenge";
  assert.deepEqual(keys({ challenge: "Tekst.\n## Inny" }), [heading]);
  assert.deepEqual(keys({ challenge: "# Tytuł\n\n##Bez odstępu" }), [heading, heading]);
  assert.deepEqual(keys({ challenge: "### Mniejszy\n\n#" }), []);
  assert.deepEqual(keys({ challenge: "```\n## Kod\n# Też\n```\nTekst." }), []);
  assert.deepEqual(keys({ challenge: "~~~\n## Kod\n~~~\n## Inny" }), [heading]);
  assert.deepEqual(keys({ challenge: "    ```\n## Inny" }), [heading]);
});

test("a heading is named as it stands, with those that there are", () => {
  const { params } = check({ ...ENTRY, challenge: "##  Inny " }, CASES.known).problems[0];
  assert.equal(params.value, "Inny");
  assert.equal(params.known.startsWith("„Wyzwanie”, „"), true);
  assert.equal(check({ ...ENTRY, challenge: "#  Tytuł" }, CASES.known).problems[0].params.value, "Tytuł");
});

test("a story names sources, practices and addresses that there are", () => {
  const story = (text) => keys({ challenge: text });
  assert.deepEqual(story("Tak[^s1], nie[^s2]."), ["unknown_source challenge"]);
  assert.deepEqual(story("[a](../wzor/index.md) [b](../inny/)"), ["unknown_practice challenge"]);
  assert.deepEqual(keys({ challenge: "[b](../inny/)" }, { ...CASES.known, practices: undefined }), []);
  assert.deepEqual(story("[a](https://a.pl) <https://b.pl/> [b](x)"), ["bad_link challenge"]);
  assert.deepEqual(story("<https://b>"), ["bad_link challenge"]);
  assert.deepEqual(story("[a]: javascript:x"), ["bad_link challenge"]);
  assert.deepEqual(story("![a](https://a.pl/b.png) ![c](d)"), ["body_image challenge", "body_image challenge"]);
  assert.deepEqual(story("Tak <b>pogrubione</b>"), ["raw_html challenge"]);
  assert.deepEqual(story("a < b, <https://a.pl>, <mailto:a@b.pl>"), []);
});

const figure = (changes) => ({ id: "w1", label: "Osoby", value: "10", unit: "person", nature: "result", source: "s1", ...changes });
const withFigures = (...figures) => keys({ indicators: figures });

test("a percentage in the story or the summary is one of the figures", () => {
  const indicators = [figure({ unit: "percent", value: "12.5" })];
  assert.deepEqual(keys({ indicators, challenge: "To 12,5% i 12.5 proc." }), []);
  assert.deepEqual(keys({ indicators, challenge: "To 13 %." }), ["percent_in_prose challenge"]);
  assert.deepEqual(keys({ indicators, summary: `${ENTRY.summary} To 12,5% i 13 procent.` }), ["percent_in_prose summary"]);
  assert.deepEqual(keys({ indicators: [figure({ value: "13" })], challenge: "To 13%." }), ["percent_in_prose challenge"]);
});

test("a range has two ends that rise, another figure one value", () => {
  const ends = { value: "", precision: "range" };
  assert.deepEqual(withFigures(figure({ ...ends, min: "1", max: "2" })), []);
  assert.deepEqual(withFigures(figure({ ...ends, min: "2", max: "2" })), []);
  assert.deepEqual(withFigures(figure({ ...ends, min: "3", max: "2" })), ["range_order indicators.0.max"]);
  for (const given of [{ min: "1" }, { max: "1" }, {}, { min: "1", max: "2", value: "1" }]) {
    assert.deepEqual(withFigures(figure({ ...ends, ...given })), ["range_needs_ends indicators.0"]);
  }
  for (const given of [{ value: "" }, { min: "1" }, { max: "1" }]) assert.deepEqual(withFigures(figure(given)), ["needs_value indicators.0"]);
});

test("a percentage lies between none and all", () => {
  const percent = (value) => withFigures(figure({ unit: "percent", value }));
  assert.deepEqual([percent("0"), percent("100")], [[], []]);
  assert.deepEqual([percent("-1"), percent("100.5")], [["bad_percent indicators.0.value"], ["bad_percent indicators.0.value"]]);
});

test("parts add up to their figure, whatever is lost in fractions", () => {
  const split = (value, ...parts) => withFigures(figure({ value, split: [{ dimension: "sex", parts }] }));
  assert.deepEqual(split("10", ["a", "4"], ["b", "6"]), []);
  assert.deepEqual(split("0.3", ["a", "0.1"], ["b", "0.2"]), []);
  assert.deepEqual(split("10", ["a", "4"], ["b", "7"]), ["split_sum indicators.0.split.0.parts.a"]);
  assert.deepEqual(split("10", ["a", "4"], ["b", "x"]), ["not_a_number indicators.0.split.0.parts.b"]);
});

test("a part fits its whole", () => {
  const whole = figure({ id: "w1", value: "10" });
  const part = (changes) => withFigures(whole, figure({ id: "w2", value: "5", of: "w1", ...changes }));
  assert.deepEqual(part({}), []);
  assert.deepEqual(part({ value: "10" }), []);
  assert.deepEqual(part({ value: "11" }), ["part_above_whole indicators.1.value"]);
  assert.deepEqual(part({ unit: "percent" }), ["unit_mismatch indicators.1.of"]);
  assert.deepEqual(part({ nature: "target" }), ["target_mixed_with_result indicators.1.of"]);
  assert.deepEqual(part({ of: "w9" }), ["unknown_indicator indicators.1.of"]);
  assert.deepEqual(part({ of: "w2" }), ["indicator_refers_to_itself indicators.1.of"]);
  assert.deepEqual(withFigures(figure({ of: "w2" }), figure({ id: "w2", of: "w1" })), [
    "indicator_refers_to_itself indicators.0.of",
    "indicator_refers_to_itself indicators.1.of",
  ]);
});

const money = (role, amount, changes) => ({ role, amount, currency: "PLN", source: "s1", ...changes });
const withMoney = (...funding) => keys({ funding });

test("grants together stay below the total of their currency and time", () => {
  assert.deepEqual(withMoney(money("total", "10"), money("grant", "4"), money("grant", "6")), []);
  assert.deepEqual(withMoney(money("total", "10"), money("grant", "4"), money("grant", "7"), money("grant", "1")), ["grant_above_total funding.2.amount"]);
  assert.deepEqual(withMoney(money("total", "10"), money("grant", "11", { currency: "EUR" })), []);
  assert.deepEqual(withMoney(money("total", "10", { period: "2023" }), money("grant", "11", { period: "2024" })), []);
  assert.deepEqual(withMoney(money("grant", "11"), money("total", "10", { period: "2023" }), money("total", "10")), ["grant_above_total funding.0.amount"]);
});

test("days of the record are in order", () => {
  const editorial = (days) => keys({ editorial: { state: "draft", ...days } });
  assert.deepEqual(editorial({ created: "2024-01-02", updated: "2024-01-02" }), []);
  assert.deepEqual(editorial({ created: "2024-01-02", updated: "2024-01-01" }), ["days_out_of_order editorial.updated"]);
  assert.deepEqual(editorial({ created: "2024-01-02", reviewed_on: "2024-01-01" }), ["days_out_of_order editorial.reviewed_on"]);
  assert.deepEqual(editorial({ reviewed_on: "2024-01-02", review_by: "2024-01-01" }), ["days_out_of_order editorial.review_by"]);
});

test("nothing is named twice", () => {
  assert.deepEqual(keys({ themes: ["zielen", "zielen"] }), ["duplicate_item themes.1"]);
  assert.deepEqual(keys({ places: [{ place: "gdynia" }, { place: "gdynia", role: "implemented" }, { place: "sopot" }] }), ["duplicate_item places.1"]);
  const [role, other] = CASES.source.shape.fields.organisations.of.fields.role.values;
  const organisations = [{ org: "um-gdynia", role }, { org: "um-sopot", role }, { org: "um-gdynia", role: other }, { org: "um-sopot", role }];
  assert.deepEqual(keys({ organisations }), ["duplicate_item organisations.3"]);
  const [type, otherType] = CASES.source.shape.fields.relations.of.fields.type.values;
  const relations = [{ type, target: "las" }, { type: otherType, target: "las" }, { type, target: "las" }];
  assert.deepEqual(keys({ relations }, { ...CASES.known, practices: ["wzor", "las"] }), ["duplicate_item relations.2"]);
  assert.deepEqual(keys({ sources: [{ id: "s1", title: "A" }, { id: "s1", title: "B" }] }), ["duplicate_id sources.1.id"]);
  assert.deepEqual(withFigures(figure({}), figure({})), ["duplicate_id indicators.1.id"]);
});

test("what only follows from a fault is not said as well", () => {
  assert.deepEqual(keys({ sources: [{ id: "S1", title: "A" }], indicators: [figure({ source: "s2" })] }), ["bad_id sources.0.id"]);
  assert.deepEqual(keys({ sources: [{ id: "s1", title: "" }, { id: "s2", title: "" }], indicators: [figure({ source: "s2" })] }), ["missing sources.0.title", "missing sources.1.title"]);
  assert.deepEqual(keys({ indicators: [figure({ unit: "percent", value: "x" })], challenge: "To 12%." }), ["not_a_number indicators.0.value"]);
  assert.deepEqual(withMoney(money("total", "10"), money("grant", "11", { period: "x" })), ["bad_date funding.1.period"]);
  assert.deepEqual(withFigures(figure({ id: "W1" }), figure({ id: "w2", of: "w1" })), ["bad_id indicators.0.id"]);
});

test("a person is named with a consent, or with an office and its source", () => {
  const contact = (changes) => keys({ contacts: [{ person: "Jan Nowak", ...changes }] });
  assert.deepEqual(contact({}), ["person_without_consent contacts.0.person"]);
  assert.deepEqual(contact({ role: "Prezydent" }), ["person_without_consent contacts.0.person"]);
  assert.deepEqual(contact({ role: "Prezydent", source: "s1" }), []);
  assert.deepEqual(contact({ consent_until: "2030-01-01" }), []);
  assert.deepEqual(contact({ consent_until: "x" }), ["bad_day contacts.0.consent_until"]);
  const contacts = [{ person: "Jan Nowak", consent_until: "x" }, { person: "Ewa Nowak" }];
  assert.deepEqual(keys({ contacts }), ["bad_day contacts.0.consent_until", "person_without_consent contacts.1.person"]);
});

// ----- records to add

test("records to add are checked, and their ids are new", () => {
  const good = { id: "hel", name: "Hel", country: "PL", level: "municipality" };
  const places = [good, { ...good, id: "gdynia" }, { ...good, id: "", name: "" }];
  const found = checkAdded({ places }, CASES.known);
  assert.deepEqual(found.map(({ key, location, registry }) => [key, location, registry]), [
    ["duplicate_id", [1, "id"], "places"],
    ["missing", [2, "id"], "places"],
    ["missing", [2, "name"], "places"],
  ]);
  assert.deepEqual(checkAdded({}, CASES.known), []);
});
