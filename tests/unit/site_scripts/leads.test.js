import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/load.js";

const { KatalogLeads } = load(["search/words", "search/leads"]);
const { near, inForm } = KatalogLeads;
const facet = (labels, of) => ({ terms: labels.map((label) => ({ id: label.toLowerCase(), label })), of });
const DATA = {
  facets: {
    theme: facet(["Mieszkalnictwo", "Sport"], [[0], [1], [0, 1]]),
    place: facet(["Gdynia", "Sopot"], [[0], [0], [1]]),
    target_group: facet([], [[], [], []]),
    kind: facet(["Mieszkanie"], [[0], [0], [0]]),
  },
};
const said = (query) => near(DATA, query).map(({ facet: name, id }) => `${name} ${id}`);

test("values with a name like the words come first, whatever their endings", () => {
  assert.deepEqual(said("mieszkaniówka"), ["theme mieszkalnictwo"]);
  assert.deepEqual(said("GDYNIANIE i sport"), ["theme sport", "place gdynia"]);
  assert.deepEqual(said("qwxzv"), []);
  assert.deepEqual(said(""), []);
});

test("of names that are alike the likest stands first, of equal ones the shorter, five at most", () => {
  const labels = ["Sport szkolny", "Sporty", "Sport", "Transport", "Sporting", "Spory"];
  const near = (query) => KatalogLeads.near({ facets: { theme: facet(labels, []), place: facet([], []), target_group: facet([], []) } }, query).map(({ id }) => id);
  assert.deepEqual(near("sport"), ["sport", "sport szkolny", "sporty", "transport", "sporting"]);
});

test("a word of four letters says something, one of three does not", () => {
  const data = { facets: { theme: facet(["Lasy", "Las"], []), place: facet([], []), target_group: facet([], []) } };
  assert.deepEqual(near(data, "lasy").map(({ id }) => id), ["lasy"]);
  assert.deepEqual(near(data, "las"), []);
});

test("names half of whose pairs of letters are the same are alike, and others are not", () => {
  const data = { facets: { theme: facet(["abcdxy", "abcdxyz"], []), place: facet([], []), target_group: facet([], []) } };
  assert.deepEqual(near(data, "abcdef").map(({ id, alike }) => [id, alike]), [["abcdxy", 0.5]]);
});

test("a text of any length is compared in little time", () => {
  assert.deepEqual(said("słowo ".repeat(10000)), []);
});

test("the form gets the words in the part of the address that nobody is sent", () => {
  assert.equal(inForm('las & "łąka"#?'), "#szukam=las+%26+%22%C5%82%C4%85ka%22%23%3F");
  assert.equal(inForm(""), "");
  assert.equal(inForm("\ud83d"), "#szukam=%EF%BF%BD");
  assert.equal(decodeURIComponent(inForm("ł".repeat(999))), `#szukam=${"ł".repeat(300)}`);
});
