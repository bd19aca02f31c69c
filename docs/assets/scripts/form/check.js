/* What is wrong with an entry, and with records that it would add to a registry. */
var FormCheck = (() => {
  "use strict";

  const { data } = FormWords;
  const { understood } = FormUnderstanding;
  const { readValues } = FormValues;
  const { applyRules } = FormRules;

  /** What was typed in the spelling of files, with the values of it and what is wrong with them.
      @param {any} raw @param {Known} known @param {Shape} shape */
  function readTyped(raw, known, shape) {
    const { raw: given, notes, problems: asked } = understood(raw, shape);
    const { value, problems } = readValues(given, known, shape);
    const places = asked.map((each) => each.location.join("."));
    const others = problems.filter((each) => !places.includes(each.location.join(".")));
    return { given, value, notes, problems: [...asked, ...others] };
  }

  /** The values of an entry, as far as they are in order, what was understood of it, and its problems.
      @param {Entry} raw @param {Known} known */
  function check(raw, known) {
    const { given, value, notes, problems } = readTyped(raw, known, data.shape);
    applyRules(value, given, problems, known);
    return { value, notes, problems };
  }

  /** The problems of records to add, by registry.
      @param {Record<string, Entry[]>} records @param {Known} known */
  function checkAdded(records, known) {
    /** @type {Problem[]} */
    const found = [];
    for (const [registry, shape] of Object.entries(data.added)) {
      (records[registry] || []).forEach((record, n) => {
        const { problems } = readTyped(record, known, shape.of);
        found.push(...problems.map((each) => ({ ...each, location: [n, ...each.location], registry })));
        const taken = (data.registry[registry] || []).map(([id]) => id);
        if ([...taken, ...(data.terms[record.vocabulary] || [])].includes(record.id)) {
          found.push({ key: "duplicate_id", location: [n, "id"], params: { value: record.id }, registry });
        }
      });
    }
    return found;
  }

  return { check, checkAdded, readTyped };
})();
