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

const small = cutDown();

/** The same with some of the fields. */
export const smallSource = () => structuredClone(small);

function cutDown() {
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

/** All scripts of the form, in the order in which a page has them. */
export const FORM = CASES.scripts;

/** Those that open documents, which come with the first one. */
export const LATER = CASES.later;

const NEED_A_PAGE = ["elements", "download"];

/** Those that check an entry. */
export const CHECKING = FORM.slice(0, FORM.indexOf("form/check") + 1).filter((name) => !NEED_A_PAGE.includes(name));

/** All of a page that the checks ask for. */
export const CHECKED_IN = { documentElement: { lang: "pl" } };

/** What checks an entry, by the names that its scripts make. */
export const checking = () => load(CHECKING, { document: CHECKED_IN, KatalogFormularz: source() });
