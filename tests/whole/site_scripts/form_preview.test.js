import assert from "node:assert/strict";
import { test } from "node:test";
import { CASES } from "../../unit/site_scripts/support/form.js";
import { ENTRY, open, opened } from "./support/form_page.js";

const previewOf = (entry) => opened({ ...ENTRY, ...entry }).part("preview");

test("the preview shows the facts of an entry in words", () => {
  const preview = previewOf({ target_groups: undefined, period: { start: "2023" }, lifecycle: "running" });
  assert.equal(preview.querySelector("h3").textContent, "Park nad rzeką");
  assert.equal(preview.querySelector(".meta").textContent, "Gdynia · Projekt");
  const facts = Object.fromEntries([...preview.querySelectorAll("dl > div")].map((each) => [...each.children].map(({ textContent }) => textContent)));
  const labels = CASES.source.shape.fields;
  assert.equal(facts[labels.period.label], "2023 – …");
  assert.equal(facts[labels.target_groups.label], "brak danych");
  assert.equal(facts[labels.lifecycle.label], labels.lifecycle.options.find(([id]) => id === "running")[1]);
  assert.ok(previewOf({ period: { end: "2024" } }).querySelector("dl").textContent.includes("… – 2024"));
  const nothing = open().part("preview");
  assert.deepEqual([nothing.querySelector("h3").textContent, nothing.querySelector(".lead").textContent], ["Praktyka bez nazwy", ""]);
});

test("the preview shows places and organisations with what they do in brackets", () => {
  const organisations = [{ org: "um-gdynia", role: CASES.source.shape.fields.organisations.of.fields.role.values[0], note: "nie" }, { org: "um-sopot" }];
  const role = CASES.source.shape.fields.organisations.of.fields.role.options[0][1];
  const preview = previewOf({ organisations: [organisations[0]] });
  const small = role.charAt(0).toLowerCase() + role.slice(1);
  assert.ok(preview.querySelector("dl").textContent.includes(`Urząd Miasta Gdyni (${small})`));
});

test("the preview shows figures, with parts, wholes and how exact they are", () => {
  const fields = CASES.source.shape.fields.indicators.of.fields;
  const figure = (changes) => ({ label: "Osoby", value: "1234.5", unit: "person", nature: "result", source: "s1", ...changes });
  const indicators = [
    figure({ id: "w1", label: "Wszyscy" }),
    figure({ id: "w2", value: "5", of: "w1", precision: "about", split: [{ dimension: "sex", parts: [["kobiety", "3"], ["mężczyźni", "2"]] }] }),
    figure({ id: "w3", value: "", min: "1", max: "2", precision: "range" }),
  ];
  const preview = previewOf({ indicators });
  const values = [...preview.querySelectorAll(".number__value")].map((each) => each.textContent);
  const precision = fields.precision.options.find(([id]) => id === "about")[1];
  assert.deepEqual(values, ["1\u00a0234,5", `${precision} 5`, "1–2"]);
  assert.deepEqual([...preview.querySelectorAll(".number__note")].map((each) => each.textContent), ["kobiety 3, mężczyźni 2", "z: Wszyscy"]);
  const unit = fields.unit.options.find(([id]) => id === "person")[1];
  assert.equal(preview.querySelector(".number__label").textContent, `Wszyscy (${unit.charAt(0).toLowerCase()}${unit.slice(1)})`);
  assert.equal(preview.querySelector(".number").dataset.nature, "result");
});

test("the preview shows money, story and sources", () => {
  const role = CASES.source.shape.fields.funding.of.fields.role;
  const preview = previewOf({
    funding: [{ role: role.values[0], amount: "1000", currency: "PLN", source: "s1" }],
    challenge: "Brak **drzew**[^s1][^x], [więcej](../las/).\n\n- raz\n  dalej\n- dwa\n\n1. jeden\n\nkoniec\n- nie",
    sources: [{ id: "s1", title: "Raport", publisher: "Urząd" }],
  });
  const items = [...preview.querySelectorAll(".block")].map((each) => each.innerHTML);
  const { fields } = CASES.source.shape;
  assert.deepEqual(items, [
    `<h4>${fields.funding.label}</h4><ul><li>${role.options[0][1]}, 1&nbsp;000, PLN</li></ul>`,
    "<h4>Wyzwanie</h4><p>Brak <strong>drzew</strong><sup>1</sup><sup>?</sup>, <u>więcej</u>.</p><ul><li>raz dalej</li><li>dwa</li></ul><ol><li>jeden</li></ol><p>koniec - nie</p>",
    `<h4>${fields.sources.label}</h4><ol><li>Raport. Urząd</li></ol>`,
  ]);
});
