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
  const known = Object.keys(globals);
  const key = [path, ...known].join();
  if (!compiled.has(key)) compiled.set(key, compile(path, known));
  return compiled.get(key)(...Object.values(globals));
}

/** A script as a function of the names that it knows; what it makes is made anew by each call. */
function compile(path, known) {
  const text = readFileSync(path, "utf8");
  const names = [...text.matchAll(MADE)].map(([, each]) => each);
  // Behind the script, so that what stands in it keeps its place: coverage is counted by it.
  return compileFunction(`${text}\nreturn { ${names.join(", ")} };`, known, { filename: path });
}
