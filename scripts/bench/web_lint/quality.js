// Rules for how the scripts of the site are written, whatever browsers know: what is likely a mistake, and what is too long.

import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = new URL(".", import.meta.url);
const SCRIPTS = pattern("../../../docs/assets/scripts");
const MOST_LINES = 400;
const MOST_WAYS = 10; // through a function

const RULES = {
  eqeqeq: "error",
  complexity: ["error", MOST_WAYS],
  "max-lines": ["error", MOST_LINES],
  "array-callback-return": "error",
  "no-shadow": "error",
  "no-undef": "off", // types know it
  "no-unused-expressions": "error",
  // A script hands its names to those after it; types tell of those that nobody takes.
  "no-unused-vars": ["error", { vars: "local", argsIgnorePattern: "^_" }],
  "no-useless-return": "error",
  "prefer-const": "error",
  // Only at the top of a script, where it makes a name that the next scripts and other pages find.
  "no-restricted-syntax": ["error", { selector: ":function VariableDeclaration[kind=var]", message: "Write const or let." }],
};

/** A path of this folder as ESLint has it in patterns: from the root of the disk, where lint.js runs it. */
function pattern(path) {
  return relative("/", fileURLToPath(new URL(path, HERE))).replaceAll(sep, "/");
}

export function qualityConfig(js) {
  return { files: [`${SCRIPTS}/**/*.js`], rules: { ...js.configs.recommended.rules, ...RULES } };
}
