// Fields of the form on a page of their own.

import { load } from "../../../unit/site_scripts/support/load.js";
import { openPage } from "./page.js";

const CHECKING = ["words", "dates", "reading_words", "yaml", "nearest", "texts", "personal_numbers", "values"].map((name) => `form/${name}`);
const WORDS = {
  "form.say.required": "(wymagane)",
  "form.say.required_if": "(wymagane, jeśli podajesz)",
  "form.say.example": "Przykład: {example}",
  "form.say.choose": "– wybierz –",
  "form.say.line_each": "Po jednej w linii.",
  "form.say.more": "Więcej",
  "form.say.add": "Dodaj",
  "form.say.up": "Wyżej",
  "form.say.remove": "Usuń",
  "form.say.undo": "Cofnij",
  "form.say.removed": "Usunięto.",
};
const SOURCE = {
  patterns: {},
  words: WORDS,
  digits: { group: " ", decimal: "," },
  spellings: {},
  months: { "21": ["wiosna", "wiosny"] },
  currency_signs: {},
  terms: { themes: ["zielen"] },
  added: { terms: { of: { fields: { vocabulary: { options: [] } } } } },
  registry: { places: [["hel", "Hel", ["Hela", "Hal"]], ["sopot", "Sopot", []], ["sopot-2", "Sopot", ["Hal"]], ["ustka", "Ustka", null]] },
};

/** Parts for fields, with what they say to the page of the form. */
export function partsOn(fields, own = {}) {
  const page = openPage('<div data-form></div>', { script: { src: "https://example.org/katalog/assets/scripts/form/form.js" } });
  const globals = { ...page.globals, KatalogFormularz: structuredClone(SOURCE) };
  const scripts = load(["phrases", "elements", ...CHECKING, "form/names", "form/part", "form/gazetteer", "form/proposing", "form/leaves", "form/fields"], globals);
  const told = [];
  const host = { own: (name) => own[name] ?? [], changed: () => told.push("changed"), announce: (text) => told.push(text) };
  const parts = scripts.FormFields.partsOf(fields, host);
  page.find("[data-form]").append(...Object.values(parts).map((part) => part.element));
  return { ...page, ...scripts, parts, told };
}
export const partOn = (shape, own) => {
  const made = partsOn({ x: shape }, own);
  return { ...made, part: made.parts.x, element: made.parts.x.element };
};
export const texts = (elements) => [...elements].map((each) => each.textContent);
/** What a field offers to choose from. */
export const shown = (part) => texts(part.control.options);
