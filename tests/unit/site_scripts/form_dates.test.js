import assert from "node:assert/strict";
import { test } from "node:test";
import { checking } from "./support/form.js";

const { FormDates } = checking();

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

test("a season is a range of days too", () => {
  assert.deepEqual(range("2024-21"), [true, 20240301, 20240630]);
  assert.deepEqual(range("2024-24~"), [true, 20240101, 20241231]);
  assert.deepEqual(range("XXXX-21"), [false, 0, Infinity]);
  assert.deepEqual([range("2024-20"), range("2024-25"), range("2024-21-01")], [null, null, null]);
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
