import assert from "node:assert/strict";
import { test } from "node:test";
import { CASES, checking } from "./support/form.js";

const { FormSpellings, FormSpelledDates, FormSpelledLists, FormUnderstanding, FormCheck, FormReadingWords } = checking();
const { list, story, number, ...others } = CASES.spellings;
const { readings } = FormSpellings;

test("numbers have the readings of the table that Python reads too", () => {
  for (const [typed, meant] of Object.entries(number)) assert.deepEqual(readings("number", typed), meant, typed);
});

test("dates and names have the readings of the table that Python reads too", () => {
  for (const [kind, spelled] of Object.entries(others)) {
    for (const [typed, meant] of Object.entries(spelled)) {
      assert.deepEqual(readings(kind, typed).map((each) => each.value), meant, `${kind}: ${typed}`);
    }
  }
});

test("an amount of money is no share of it", () => {
  assert.deepEqual(readings("number", "5% zł"), []);
  assert.deepEqual(readings("number", "5 zł"), [{ value: "5", currency: "PLN" }]);
});

test("an interval has two ends", () => {
  assert.deepEqual(readings("interval", "2019-2021").map(({ value }) => value), ["2019/2021"]);
  assert.deepEqual(readings("interval", "2019"), []);
});

test("blanks around words and characters that nobody sees change nothing", () => {
  for (const [kind, spelled] of Object.entries({ number, ...others })) {
    for (const typed of Object.keys(spelled)) {
      assert.deepEqual(readings(kind, ` \u00a0${typed}\u200b  `), readings(kind, typed), `${kind}: ${typed}`);
    }
  }
});

test("lists lose their marks as in the table that Python reads too", () => {
  for (const [typed, items] of Object.entries(list)) assert.deepEqual(FormSpelledLists.listItems(typed), items, typed);
  for (const [typed, written] of Object.entries(story)) assert.equal(FormSpelledLists.storyLists(typed), written);
});

const FIELD = (kind, more = {}) => ({ kind, ...more });
const MONEY = {
  kind: "record",
  fields: {
    amount: FIELD("number"),
    currency: FIELD("currency"),
    precision: FIELD("choice", { values: ["exact", "about"], default: "exact" }),
  },
};
const understood = (raw, shape = MONEY) => FormUnderstanding.understood(raw, shape);

test("an amount brings its currency and how exact it is", () => {
  const { raw, notes, problems } = understood({ amount: "ok. 9,2 mln zł", precision: "exact" });
  assert.deepEqual(raw, { amount: "9200000", currency: "PLN", precision: "about" });
  assert.deepEqual(notes.map((each) => each.location), [["amount"]]);
  assert.deepEqual(problems, []);
});

test("what the field beside says already is not said against", () => {
  assert.deepEqual(understood({ amount: "5 zł", currency: "PLN" }).raw, { amount: "5", currency: "PLN" });
  assert.deepEqual(understood({ amount: "5 zł", currency: "złoty" }).raw, { amount: "5", currency: "PLN" });
  const { raw, notes, problems } = understood({ amount: "5 zł", currency: "EUR" });
  assert.deepEqual(raw, { amount: "5 zł", currency: "EUR" });
  assert.deepEqual(notes, []);
  assert.deepEqual(problems, [{ key: "contradicting", location: ["amount"], params: { value: "5 zł", other: "EUR" } }]);
});

test("what can be read in two ways is asked about with both", () => {
  const { raw, problems } = understood({ amount: "1.500", currency: "PLN" });
  assert.equal(raw.amount, "1.500");
  assert.equal(problems[0].key, "ambiguous");
  assert.deepEqual(problems[0].params, { value: "1.500", meanings: "1\u00a0500; 1,5" });
});

test("a period typed into one field fills both ends", () => {
  const PERIOD = { kind: "record", fields: { start: FIELD("date"), end: FIELD("date") } };
  assert.deepEqual(understood({ start: "2019–2023" }, PERIOD).raw, { start: "2019", end: "2023" });
  assert.deepEqual(understood({ start: "od marca 2019" }, PERIOD).raw, { start: "2019-03" });
  assert.deepEqual(understood({ end: "do 2023" }, PERIOD).raw, { end: "2023" });
  assert.deepEqual(understood({ start: "do 2023" }, PERIOD).raw, { start: "do 2023" });
  assert.deepEqual(understood({ start: "kiedyś" }, PERIOD).raw, { start: "kiedyś" });
  assert.deepEqual(understood({ start: "I kw. 2022" }, PERIOD).raw, { start: "I kw. 2022" }); // it need not end with March
  const { start } = PERIOD.fields; // with one end alone there is no place for the other
  assert.deepEqual(understood({ start: "2019–2023" }, { kind: "record", fields: { start } }).raw, { start: "2019–2023" });
});

test("a range becomes its two ends", () => {
  const FIGURE = {
    kind: "record",
    fields: { value: FIELD("number"), min: FIELD("number"), max: FIELD("number"), precision: MONEY.fields.precision },
  };
  assert.deepEqual(understood({ value: "300–400" }, FIGURE).raw, { min: "300", max: "400", precision: "range" });
});

test("a part of a split has no place for more than its number", () => {
  const PARTS = { kind: "map", keys: FIELD("text"), of: FIELD("number") };
  assert.deepEqual(understood([["F", "1 240"], ["M", "ok. 5"]], PARTS).raw, [["F", "1240"], ["M", "ok. 5"]]);
});

test("a period is what has two ends or an open one, a day is a full one", () => {
  const { period, day, date } = FormSpelledDates;
  assert.deepEqual(["2019–2023", "od 2019", "do 2023", "2024", "I kw. 2022", "wiosna 2024"].map(period), [["2019/2023"], ["2019/.."], ["../2023"], [], [], []]);
  assert.deepEqual(["15.01.2026", "01.2026", "2026"].map(day), [["2026-01-15"], [], []]);
  assert.deepEqual(["15.01.2026", "2019–2023"].map(date), [["2026-01-15"], []]);
});

test("pasted lists and unseen characters are said", () => {
  const SHAPE = { kind: "record", fields: { goals: FIELD("story"), url: FIELD("url"), facts: { kind: "list", of: FIELD("text") } } };
  const { raw, notes } = understood({ goals: "• a\n• b", url: "https://a.pl\u200b", facts: ["• a", "b"] }, SHAPE);
  assert.deepEqual(raw, { goals: "- a\n- b", url: "https://a.pl", facts: ["a", "b"] });
  assert.deepEqual(notes.map((each) => each.kind), ["story", "unseen", "list"]);
});

test("a reading is said in words that a person can check", () => {
  const said = (kind, typed) => FormReadingWords.readingWords(kind, readings(kind, typed)[0]);
  assert.equal(said("number", "9,2 mln zł"), "9\u00a0200\u00a0000\u00a0zł");
  assert.equal(said("number", "ok. 1,5 tys. EUR"), "około 1\u00a0500\u00a0€");
  assert.equal(said("number", "0,5 proc."), "0,5%");
  assert.equal(said("number", "300-400"), "300–400");
  assert.equal(said("when", "15.01.2026"), "15 stycznia 2026");
  assert.equal(said("when", "03.2024"), "marzec 2024");
  assert.equal(said("when", "wiosną 2024"), "wiosna 2024");
  assert.equal(said("when", "ok. 2019"), "około 2019");
  assert.equal(said("when", "od 2019"), "od 2019");
  assert.equal(said("when", "2019-2023"), "2019 – 2023");
});

test("an entry is checked as it was understood", () => {
  const { value, problems } = FormCheck.check({ period: { start: "15 stycznia 2026 r." }, funding: [{ amount: "1.500 zł" }] }, {});
  assert.equal(value.period.start, "2026-01-15");
  const ofAmount = problems.filter((each) => each.location.join(".") === "funding.0.amount");
  assert.deepEqual(ofAmount.map((each) => each.key), ["ambiguous"]);
});

test("twenty usual spellings become what the other ways in make of them", () => {
  const { money, dates, numbers, percents } = CASES.usual;
  const read = (raw) => FormCheck.check(raw, {}).value;
  for (const { typed, amount, currency } of money) {
    const { funding } = read({ funding: [{ amount: typed }] });
    assert.deepEqual([String(funding[0].amount), funding[0].currency], [amount, currency], typed);
  }
  for (const { typed, date } of dates) assert.equal(read({ period: { start: typed } }).period.start, date);
  for (const { typed, value, unit } of [...numbers, ...percents]) {
    const { indicators } = read({ indicators: [{ value: typed, unit: typed.includes("%") || typed.includes("proc") ? "" : unit }] });
    assert.deepEqual([String(indicators[0].value), indicators[0].unit], [value, unit], typed);
  }
});

test("a list that was typed as it is read is not remarked on", () => {
  const shape = { kind: "record", fields: { steps: { kind: "list", of: FIELD("text") } } };
  assert.deepEqual(understood({ steps: ["Sadzenie", "Podlewanie"] }, shape).notes, []);
  const { raw, notes } = understood({ steps: ["- Sadzenie", "- Podlewanie"] }, shape);
  assert.deepEqual(raw.steps, ["Sadzenie", "Podlewanie"]);
  assert.deepEqual(notes, [{ location: ["steps"], kind: "list", items: ["Sadzenie", "Podlewanie"] }]);
});
