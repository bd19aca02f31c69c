// The form with the data that the build makes of the model, read once.

import { readFileSync } from "node:fs";
import { load } from "./load.js";

export const CASES = JSON.parse(readFileSync(process.env.SITE_SCRIPTS_CASES, "utf8"));

/** Its data, fresh for each form: scripts write into it. */
export const source = () => structuredClone(CASES.source);

// A page without a browser takes its time with each field.
const FIELDS = [
  "id", "title", "short_title", "summary", "kind", "themes", "lifecycle", "places", "sources", "target_groups", "organisations", "challenge", "period",
  "support_types", "access_cost", "programme", "funding", "indicators", "claims", "relations", "criteria", "editorial",
];

/** The same with some of the fields. */
export function smallSource() {
  const small = source();
  const { fields } = small.shape;
  small.shape.fields = Object.fromEntries(FIELDS.map((name) => [name, fields[name]]));
  fields.programme.fields = Object.fromEntries(Object.entries(fields.programme.fields).slice(0, 1));
  delete fields.programme.rare;
  delete fields.editorial.rare;
  const { state, created } = fields.editorial.fields;
  fields.editorial.fields = { state, created };
  const some = (names) => names.filter((name) => FIELDS.includes(name));
  small.steps = small.steps.map((step) => ({ ...step, fields: some(step.fields), more: some(step.more) }));
  return small;
}

export const CHECKING = [
  "phrases",
  ...["words", "dates", "spelled", "quantities", "spelled_dates", "spelled_lists", "spellings", "reading_words"].map((name) => `form/${name}`),
  ...["yaml", "nearest", "texts", "personal_numbers", "values", "understanding", "figures", "story", "consents", "rules", "check"].map((name) => `form/${name}`),
];
/** All of a page that the checks ask for. */
export const CHECKED_IN = { documentElement: { lang: "pl" } };

/** What checks an entry, by the names that its scripts make. */
export const checking = () => load(CHECKING, { document: CHECKED_IN, KatalogFormularz: source() });

export const FORM = [
  CHECKING[0],
  "elements",
  "download",
  ...CHECKING.slice(1),
  ...["names", "part", "gazetteer", "proposing", "leaves", "fields", "drafts", "draft_store", "draft_list", "keeping", "markdown", "preview", "card", "steps", "problems", "ways", "understood", "results", "hand_over", "short", "entry_file", "document_file", "opening", "newer", "asked", "page"].map((name) => `form/${name}`),
];
