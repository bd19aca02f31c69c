// A form into which somebody types a name that it asks for.

import { settled } from "../../../unit/site_scripts/support/bare.js";
import { opened } from "./form_page.js";
import { send } from "./page.js";

/** The form of an entry with a name typed into a field of it, and the control that has the name. */
export async function typedInto(field, name, entry, { ready = () => {}, ...options } = {}) {
  // A page has all names of all scripts; here a script knows those alone that were made before it.
  const later = { partsOf: (...given) => page.FormFields.partsOf(...given), readParts: (...given) => page.FormFields.readParts(...given) };
  const prepare = (given) => {
    Object.assign(given.globals, { FormFields: later });
    ready(given);
  };
  const page = opened(entry, {}, { ...options, ready: prepare });
  const control = page.find(`[data-step] [data-name="${field}"] input`);
  control.value = name;
  send(control, "input");
  send(control, "change");
  await settled();
  return { ...page, control };
}
