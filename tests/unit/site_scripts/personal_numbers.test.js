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

test("every number that the register could give is found, and none with another last digit", () => {
  const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]; // as its law has them
  const months = [...Array(12).keys()].flatMap((month) => [month + 1, month + 21, month + 81]); // of 1900, 2000 and 1800
  for (const [n, month] of months.entries()) {
    const digits = `${String((n * 37) % 100).padStart(2, "0")}${String(month).padStart(2, "0")}${String(1 + ((n * 5) % 28)).padStart(2, "0")}${String((n * 2777) % 10_000).padStart(4, "0")}`;
    const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
    const last = (10 - (sum % 10)) % 10;
    for (let other = 0; other < 10; other++) assert.equal(hasPersonalNumber(digits + other), other === last, digits + other);
  }
});

test("a text with no end of digits is read in time", () => {
  assert.equal(hasPersonalNumber("440514 01358 ".repeat(20_000)), false);
});
