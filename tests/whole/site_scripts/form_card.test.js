import assert from "node:assert/strict";
import { test } from "node:test";
import { ENTRY, open, opened } from "./support/form_page.js";

const said = (page) => [...page.part("card").querySelectorAll("dl div")].map((each) => each.textContent);
const FIGURE = { id: "w1", label: "uczestnicy", unit: "person", nature: "output", source: "s1", value: "784" };

test("a card of nothing says where the place and the name will stand, and what is empty", () => {
  const page = open();
  assert.equal(page.find(".poster__name").textContent, "Gdzie?");
  assert.match(page.part("card").textContent, /Praktyka bez nazwy/);
  assert.match(page.part("card").textContent, /Jeszcze puste: .*organizacje/);
});

test("what readers look for first is said to be empty until it is given, and nothing else", () => {
  const label = (page, name) => page.FormWords.data.shape.fields[name].label.toLowerCase();
  const said = (page) => page.find("[data-card] .small")?.textContent.replace("Jeszcze puste: ", "").replace(/\.$/, "").split(", ");
  const wanted = ["places", "organisations", "target_groups", "period", "funding", "indicators", "sources"];
  const nothing = opened({ title: "Park" });
  const known = wanted.filter((name) => name in nothing.FormWords.data.shape.fields);
  assert.deepEqual(said(nothing), known.map((name) => label(nothing, name)));
  const placed = opened({ title: "Park", places: [{ place: "gdynia" }] });
  assert.deepEqual(said(placed), known.filter((name) => name !== "places").map((name) => label(placed, name)));
});

test("the poster has the place, the colour of the family, and a figure that nobody doubts", () => {
  const page = opened({ ...ENTRY, themes: ["zielen"], places: [{ place: "gdynia" }], indicators: [FIGURE] });
  assert.equal(page.find(".poster__name").textContent, "Gdynia");
  assert.equal(page.find(".poster__figure").textContent, "784");
  assert.equal(page.find(".poster__label").textContent, "uczestnicy");
  assert.equal(page.find(".poster").className, "poster form__poster" + (page.FormWords.data.families.zielen ? ` family-${page.FormWords.data.families.zielen}` : ""));
  const doubted = opened({ ...ENTRY, indicators: [{ ...FIGURE, nature: "target" }] });
  assert.ok(!doubted.find(".poster__figure"));
});

test("facts are said in the words of readers, of amounts the first one", () => {
  const funding = [{ role: "total", amount: "85 000", currency: "PLN", source: "s1", precision: "exact" }, { role: "grant", amount: "1", source: "s1" }];
  const page = opened({ ...ENTRY, lifecycle: "running", organisations: [{ org: "um-gdynia", role: "leader" }], funding });
  const facts = said(page);
  assert.ok(facts.includes("EtapTrwa"), facts.join("|"));
  assert.ok(facts.includes("OrganizacjeUrząd Miasta Gdyni (prowadzi)"), facts.join("|"));
  assert.ok(facts.some((each) => each.endsWith(": 85\u00a0000\u00a0PLN")), facts.join("|"));
});
