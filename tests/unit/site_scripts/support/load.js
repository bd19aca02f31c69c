// Runs scripts of the site outside a browser: each gives the names that it makes for those after it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileFunction } from "node:vm";

/** Where the scripts are; elsewhere for those that try out what the tests notice. */
const FOLDER = process.env.SITE_SCRIPTS ?? new URL("../../../../docs/assets/scripts/", import.meta.url).pathname;
const MADE = /^(?:var|function) (\w+)/gm;
const compiled = new Map();

/** The names that scripts make, given those of a browser that they use.
    @param {string[]} names of scripts, "search/words" */
export function load(names, globals = {}) {
  const made = { ...globals };
  for (const name of names) Object.assign(made, run(name, made));
  return made;
}

function run(name, globals) {
  const path = join(FOLDER, name + ".js");
  const text = compiled.get(path) ?? readFileSync(path, "utf8");
  compiled.set(path, text);
  const names = [...text.matchAll(MADE)].map(([, each]) => each);
  // Behind the script, so that what stands in it keeps its place: coverage is counted by it.
  const call = compileFunction(`${text}\nreturn { ${names.join(", ")} };`, Object.keys(globals), { filename: path });
  return call(...Object.values(globals));
}
