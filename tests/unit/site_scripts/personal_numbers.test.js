import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checking } from "./support/form.js";

// The same texts as the validator's own test reads (test_personal_numbers.py).
const TEXTS = JSON.parse(readFileSync(new URL("../../cases/personal_numbers/texts.json", import.meta.url), "utf8"));
const { hasPersonalNumber } = checking().FormPersonalNumbers;

for (const { name, text } of TEXTS.personal) {
  test(`a PESEL is found ${name}`, () => {
    assert.equal(hasPersonalNumber(text), true);
  });
}

for (const text of TEXTS.true) {
  test(`true text is no PESEL: ${text}`, () => {
    assert.equal(hasPersonalNumber(text), false);
  });
}

test("a text with no end of digits is read in time", () => {
  assert.equal(hasPersonalNumber("440514 01358 ".repeat(20_000)), false);
});
