import assert from "node:assert/strict";
import { test } from "node:test";
import { CASES } from "./support/form.js";
import { load } from "./support/load.js";

const { FitJudging, FitChoices } = load(["fit/judging", "fit/choice"], { URLSearchParams });
const { cases, kinds } = CASES.fit;

test("the script answers each case as the program does", () => {
  assert.ok(cases.length > 25);
  for (const { conditions, municipality, fit, size = null, kind = null } of cases) {
    const answer = FitJudging.judge(conditions, municipality, kinds);
    assert.deepEqual(answer, { fit, size, kind }, JSON.stringify([conditions, municipality]));
  }
});

test("what is chosen stands in the address and is read from it", () => {
  for (const search of ["", "?place=gdynia", "?population=18000&kind=rural", "?population=0", "?kind=urban"]) {
    assert.equal(FitChoices.write(FitChoices.read(search)), search);
  }
  assert.equal(FitChoices.write(FitChoices.read("?place=gdynia&population=7")), "?place=gdynia");
  assert.deepEqual(FitChoices.read("?place=gdynia&population=7&kind=rural"), { place: "gdynia", population: null, kind: "" });
  assert.deepEqual(FitChoices.read("?population=wiele"), { place: "", population: null, kind: "" });
});

test("a number of people is read as people write it", () => {
  const typed = { "18000": 18000, " 18 000 ": 18000, "18.000": 18000, "1\u00a0200\u00a0000": 1200000, 0: 0, "": null };
  for (const [text, number] of Object.entries(typed)) assert.equal(FitChoices.numberIn(text), number, text);
  for (const text of ["dużo", "-5", "18,5", "1 00", "1e3", "9999999999999"]) assert.equal(FitChoices.numberIn(text), undefined, text);
});
