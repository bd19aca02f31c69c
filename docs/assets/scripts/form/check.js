/* What is wrong with an entry, and with records that it would add to a registry. */
var FormCheck = (() => {
  "use strict";

  const { data } = FormWords;
  const { readValues } = FormValues;
  const { applyRules } = FormRules;

  /** The values of an entry, as far as they are in order, and its problems.
      @param {Entry} raw @param {Known} known */
  function check(raw, known) {
    const { value, problems } = readValues(raw, known, data.shape);
    applyRules(value, raw, problems, known);
    return { value, problems };
  }

  /** The problems of records to add, by registry.
      @param {Record<string, Entry[]>} records @param {Known} known */
  function checkAdded(records, known) {
    /** @type {Problem[]} */
    const found = [];
    for (const [registry, shape] of Object.entries(data.added)) {
      (records[registry] || []).forEach((record, n) => {
        const { problems } = readValues(record, known, shape.of);
        found.push(...problems.map((each) => ({ ...each, location: [n, ...each.location], registry })));
        if (data.registry[registry].some(([id]) => id === record.id)) {
          found.push({ key: "duplicate_id", location: [n, "id"], params: { value: record.id }, registry });
        }
      });
    }
    return found;
  }

  return { check, checkAdded };
})();
