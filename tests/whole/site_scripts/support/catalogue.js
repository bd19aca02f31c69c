// The catalogue page, with an index of sixty-two practices.

import { CHOICES, coreOf, cut, facetsPart } from "../../../unit/site_scripts/support/index.js";
import { load } from "../../../unit/site_scripts/support/load.js";
import { settled } from "../../../unit/site_scripts/support/bare.js";
import { openPage, send } from "./page.js";

const SCRIPTS = [
  "search/words",
  ...["slips", "forms", "numbers", "query", "index", "repair", "everyday", "meaning", "scores", "engine"].map((name) => `search/${name}`),
  "catalogue/state",
  "search/data",
  "catalogue/asked",
  "phrases",
  "elements",
  "search/leads",
  ...["narrowing", "results", "values", "passages", "reasons", "families", "finding", "filters", "sheet", "rows", "notices", "nearest", "page"].map((name) => `catalogue/${name}`),
];
const SAID = {
  "digits.group": " ",
  "practices.count": { one: "{n} praktyka", few: "{n} praktyki", many: "{n} praktyk", other: "{n} praktyki" },
  "catalogue.similar_count": { one: "{n} podobna", few: "{n} podobne", many: "{n} podobnych", other: "{n}" },
  "catalogue.show": "Pokaż: {n}",
  "catalogue.filters": "Filtry",
  "catalogue.filters_set": "Filtry ({n})",
  "catalogue.sorts.relevance": "Trafność",
  "catalogue.sorts.fullest": "Najpełniejsze",
  "catalogue.remove": "Usuń: {label}",
  "catalogue.of_facet": "{facet}: {label}",
  "catalogue.clear": "Wyczyść",
  "catalogue.clear_set": "Wyczyść ({n})",
  "catalogue.quoted": "„{text}”",
  "catalogue.nothing_for": "Nie ma: {words}.",
  "catalogue.asks_nothing": "O nic nie pyta: {words}.",
  "catalogue.did_you_mean": "Czy chodziło o {text}?",
  "catalogue.similar_below": "Niżej podobne.",
  "search.similar": "podobne",
  "catalogue.check_spelling": "Sprawdź pisownię.",
  "catalogue.relax": "Zrezygnuj z warunku.",
  "catalogue.without": "bez: {label}",
  "catalogue.nearest_lacks": "nie: {words}",
  "catalogue.find_value": "Znajdź w: {facet}",
  "catalogue.find_none": "Nie ma takiej wartości.",
  "catalogue.more": "Pokaż {n} więcej",
  "catalogue.failed": "Nie udało się.",
  "catalogue.reasons.text": "W opisie",
  "catalogue.reasons.place": "Miejsce",
};
export const value = (facet, id, label, count) =>
  `<li><label><input type="checkbox" name="${facet}" value="${id}"> <span class="facet__label">${label}</span> <span class="facet__count">${count}</span></label></li>`;
export const PAGE = `
<div data-catalogue data-scripted data-said='${JSON.stringify(SAID)}'>
  <form data-search><input type="search" name="q"><button type="submit">Szukaj</button></form>
  <section><button data-filters-toggle>Filtry</button><div data-filters>
  <fieldset data-facet="theme"><legend class="facet__name">Temat</legend><ul class="facet__values">${value("theme", "a", "Alfa", 2)}${value("theme", "b", "Beta", 1)}</ul></fieldset>
  <fieldset data-facet="place"><legend class="facet__name">Miejsce</legend><ul class="facet__values">${value("place", "x", "Gdynia", 60)}</ul>
    <details><summary>Wszystkie</summary><ul class="facet__values"></ul><p><button data-rest>Jeszcze 2</button></p></details></fieldset>
  </div><dialog data-filters-sheet><button data-filters-clear hidden>Wyczyść</button><button data-filters-cancel>Zamknij</button>
    <div data-filters-place></div><button data-filters-close>Pokaż: 62</button><p data-filters-said></p></dialog></section>
  <div data-notice hidden></div>
  <p role="status" data-count>62 praktyki</p>
  <ul data-chips hidden></ul>
  <select data-sort><option value="relevance">Najpełniejsze</option><option value="newest">Najnowsze</option><option value="title">Tytuł</option></select>
  <div data-found hidden><ol data-rows></ol><button data-more hidden>Więcej</button></div>
  <div data-empty hidden><div data-empty-ways></div><div data-nearest hidden><ul></ul></div><ul data-near></ul><a href="../zglos/" data-ask>Zgłoś</a></div>
  <div data-whole>Cała lista</div>
</div>`;

/** The same with the themes in a family, folded, and places said to be steps of a scale. */
export const IN_FAMILY = PAGE.replace(/<fieldset data-facet="theme">.*?<\/fieldset>/, `<fieldset data-facet="theme"><legend>Temat</legend>
  <details><summary>Wszystkie</summary><ul><li><label><input type="checkbox" data-family> <span class="facet__label">Rodzina</span> <span class="facet__count">3</span></label>
    <details><summary>2 tematy</summary><ul>${value("theme", "a", "Alfa", 2)}${value("theme", "b", "Beta", 1)}</ul></details></li></ul></details></fieldset>`)
  .replace('<fieldset data-facet="place">', '<fieldset data-facet="place" data-scale><legend>Miejsce</legend>');

const COUNT = 62;
export const numbers = Array.from({ length: COUNT }, (_, n) => n);
/** Practice 0 is of a wood in its title, 1 of a wood in its story, 2 of a bridge; a square is in sixty of them. */
const WORDS = [
  ["las", ["", "u"], [[0, 40, 0, [0]], [1, 9, 2, [5]]]],
  ["most", ["", "u"], [[2, 20, 0, [0]]]],
  ["plac", ["", "u"], numbers.slice(2).map((n) => [n, 9, 0, [0]])],
];
const row = (n, title) =>
  `<li class="row family-youth" data-result="p${n}"><p class="row__title"><a href="../praktyki/p${n}/">${title}</a></p><p class="row__text">Opis ${n}</p><p class="meta">Gdynia</p></li>`;
const titleOf = (n) => (n === 0 ? "Las" : n === 2 ? "Most i plac" : `Praktyka ${n}`);

function partsOf() {
  const { parts, ...core } = coreOf(WORDS, COUNT, { cards: cut([0], COUNT) });
  const facets = {
    theme: { terms: [["a", "Alfa"], ["b", "Beta"]], of: numbers.map((n) => (n < 2 ? [0] : n === 2 ? [1] : [])) },
    place: { terms: [["x", "Gdynia"], ["y", "Sopot"], ["z", "Hel"], ["nikt", "Nigdzie"]], of: numbers.map((n) => [n === 0 ? 2 : n < 3 ? 1 : 0]) },
    target_group: { terms: [], of: numbers.map(() => []) },
  };
  const orders = { fullest: numbers, title: numbers.map((n) => COUNT - n), newest: numbers };
  return {
    core: core,
    ...parts,
    facets: facetsPart(numbers.map((n) => `p${n}`), facets, orders),
    "cards-0": numbers.map((n) => [`p${n}`, titleOf(n), `Opis ${n}`, "Gdynia", row(n, titleOf(n))]),
    "texts-0": numbers.map((n) => (n === 1 ? { text: "Tu rośnie las." } : {})),
  };
}

const PARTS = partsOf();

/** The catalogue page at an address, with parts that come at once; those in `failing` do not come. */
export async function open(address = "", failing = new Set(), html = PAGE) {
  const page = openPage(html, { url: `https://katalog.example/praktyki/${address}`, script: { dataset: { parts: "../szukaj/", ...CHOICES } } });
  const asked = [];
  page.document.head.append = (script) => {
    const name = /([\w-]+)\.js$/.exec(script.src)[1];
    asked.push(name);
    Promise.resolve().then(() => (failing.has(name) ? script.onerror() : names.katalogPart(name, PARTS[name])));
  };
  page.window.Element.prototype.scrollIntoView = () => page.said.push("scrolled");
  const names = load(SCRIPTS, { ...page.globals, URLSearchParams });
  const part = (name) => page.find(`:not(span)[data-${name}]`);
  const all = {
    ...page,
    asked,
    names,
    part,
    rows: () => [...part("rows").children].map((each) => each.dataset.result),
    input: (facet, id) => page.find(`input[name=${facet}][value=${id}]`),
    search: () => page.window.location.search,
    async wait() {
      for (let n = 0; n < 4; n++) {
        await settled();
        page.clock.run(50);
      }
      await settled();
    },
    async tick(facet, id, isChecked = true) {
      this.input(facet, id).checked = isChecked;
      send(this.input(facet, id), "change");
      await this.wait();
    },
    async type(text) {
      part("search").elements.q.value = text;
      send(part("search").elements.q, "input");
      page.clock.run(60);
      await this.wait();
    },
  };
  await all.wait();
  return all;
}
export const texts = (elements) => [...elements].map((each) => each.textContent);
export const labels = (page) => texts(page.part("chips").querySelectorAll("button"));
export const counts = (page) => texts(page.document.querySelectorAll(".facet__count"));

/** The field of the query. */
export const box = (page) => page.part("search").elements.q;
