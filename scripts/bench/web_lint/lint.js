// Prints what is wrong with files, as JSON: [{path, line, column, feature, lacked, old, list}, …]. Its first argument is the folder
// where the packages of package.json were installed, the others are the files.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { namesRule } from "./names.js";
import { qualityConfig } from "./quality.js";
import { stylesRule } from "./styles.js";
import { oldestOf } from "./support.js";

const [home, ...files] = process.argv.slice(2);
const require = createRequire(`${home}/`);
const { ESLint } = require("eslint");
const css = require("@eslint/css").default;
const js = require("@eslint/js");
const esX = require("eslint-plugin-es-x");
const browserslist = require("browserslist");
const data = require("@mdn/browser-compat-data");

const wanted = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).browserslist;
const oldest = oldestOf(browserslist(wanted));
const support = { rules: { styles: stylesRule(data, oldest), names: namesRule(data, oldest) } };
// What is newer than ES2022 does not parse; of ES2022 and before, Safari 15.6 lacks these two.
const SYNTAX = { "es-x/no-regexp-lookbehind-assertions": "error", "es-x/no-class-static-block": "error" };
const NAMES = {
  "es-x/no-regexp-lookbehind-assertions": "(?<=…), (?<!…)",
  "es-x/no-class-static-block": "static { … }",
};
const LACKED = ["safari 15.6", "safari_ios 15.6"];

const eslint = new ESLint({
  cwd: "/",
  overrideConfigFile: true,
  allowInlineConfig: false, // exceptions stand in one list, each with its reason
  overrideConfig: [
    { files: ["**/*.css"], language: "css/css", languageOptions: { tolerant: true }, plugins: { css, support }, rules: { "support/styles": "error" } },
    {
      files: ["**/*.js"],
      languageOptions: { ecmaVersion: 2022, sourceType: "script" },
      plugins: { support, "es-x": esX },
      rules: { "support/names": "error", ...SYNTAX },
    },
    qualityConfig(js),
  ],
});

function problemOf(path, { line, column, ruleId, message }) {
  const place = { path, line, column };
  if (ruleId?.startsWith("support/")) return { ...place, ...JSON.parse(message) };
  if (ruleId in NAMES) return { ...place, feature: NAMES[ruleId], lacked: LACKED, old: [] };
  return { ...place, feature: ruleId ? `${message} (${ruleId})` : message, lacked: [], old: [] };
}

const results = await eslint.lintFiles(files);
console.log(JSON.stringify(results.flatMap(({ filePath, messages }) => messages.map((each) => problemOf(filePath, each)))));
