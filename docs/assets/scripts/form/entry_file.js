/* The file of an entry, opened in the form: what its front matter says, its story by headings, the records it proposes. */
var FormEntryFile = (() => {
  "use strict";

  const { data } = FormWords;
  const { addScript } = KatalogElements;
  const HALVES = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)([\s\S]*)$/;
  // A file pasted into an issue stands between lines of backticks.
  const PASTED = /^(`{3,})[^\n`]*\n(---[ \t]*\n[\s\S]*?)\n\1[ \t]*$/m;
  const FENCE = /^ {0,3}(?:```|~~~)/;
  const HEADING = /^## +(.*?)[ \t]*$/;
  const site = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);

  /** The reader of YAML, which is fetched when the first file is opened.
      @returns {Promise<YamlReader>} */
  async function yamlReader() {
    if (!self.jsyaml) await addScript(new URL("assets/scripts/vendor/js-yaml.js", site).href);
    return /** @type {YamlReader} */ (self.jsyaml);
  }

  /** The file that a text is, or that was pasted into it; null if there is none.
      @param {string} text @returns {[frontMatter: string, story: string] | null} */
  function halvesOf(text) {
    const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    const pasted = PASTED.exec(lines);
    const found = HALVES.exec(pasted ? pasted[2] : lines);
    return found ? [found[1], found[2]] : null;
  }

  /** The sections of a story by the fields they stand for, and what stands under no heading that is known.
      @param {string} text */
  function sectionsOf(text) {
    const names = new Map(Object.entries(data.headings).map(([name, heading]) => [heading, name]));
    /** @type {Record<string, string>} */
    const sections = {};
    let [current, isFenced] = ["", false];
    for (const line of text.split("\n")) {
      if (FENCE.test(line)) isFenced = !isFenced;
      const heading = isFenced ? null : HEADING.exec(line);
      const name = heading && names.get(heading[1]);
      if (name && !(name in sections)) [current, sections[name]] = [name, ""];
      else sections[current] = (sections[current] || "") + line + "\n";
    }
    const { "": rest = "", ...known } = sections;
    return { known: Object.fromEntries(Object.entries(known).map(([name, each]) => [name, each.trim()])), rest: rest.trim() };
  }

  /** The same of a mapping: of a record, a map, or one record that stands for a list.
      @param {Shape} shape @param {Record<string, any>} value @returns {any} */
  function takenPairs(shape, value) {
    if (shape.kind === "list") return [taken(shape.of, value)];
    const pairs = Object.entries(value);
    if (shape.kind === "map") return pairs.map(([name, each]) => [name, taken(shape.of, each)]);
    return Object.fromEntries(pairs.map(([name, each]) => [name, taken((shape.fields || {})[name], each)]));
  }

  /** A value as the controls take it: numbers as numbers, since their texts could be read in another way.
      @param {Shape | undefined} shape @param {any} value @returns {any} */
  function taken(shape, value) {
    if (!shape || value === null || value === undefined) return value === null ? undefined : value;
    if (Array.isArray(value)) return value.map((each) => taken(shape.of, each));
    if (typeof value === "object") return takenPairs(shape, value);
    const isNumber = ["number", "whole"].includes(shape.kind) && /^-?[0-9]{1,15}(?:\.[0-9]{1,6})?$/.test(value);
    return isNumber ? Number(value) : value;
  }

  /** The draft that the text of a file makes; null if it is no file of an entry.
      @param {string} text @returns {Promise<Draft | null>} */
  async function draftOf(text) {
    const halves = halvesOf(text);
    if (!halves) return null;
    const yaml = await yamlReader();
    const fields = yaml.load(halves[0], { schema: yaml.FAILSAFE_SCHEMA });
    if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return null;
    const { known, rest } = sectionsOf(halves[1]);
    const { proposals = {}, ...editorial } = fields.editorial || {};
    if (rest) editorial.questions = [].concat(editorial.questions || [], /** @type {any} */ (rest));
    const entry = taken(/** @type {any} */ ({ kind: "record", fields: data.shape.fields }), { ...fields, ...known, editorial });
    const added = Object.entries(data.added).map(([name, shape]) => [name, taken(shape, proposals[name])]);
    return { entry, added: Object.fromEntries(added.filter(([, records]) => records)) };
  }

  return { draftOf };
})();
