/* Where a search leads: into the page of a practice, to what it was found by; and where nothing is found, to values of filters with a name
   like its words and to the form with the words. */

/** A value of a filter. @typedef {{facet: string, id: string, label: string, alike: number}} NearValue */

var KatalogLeads = (() => {
  "use strict";

  const { words, fold } = KatalogWords;
  /** The parts of the page, by field or by the list that a term belongs to. Kinds stand at its top.
      @type {Record<string, string>} */
  const ANCHORS = { place: "#miejsca", organisation: "#kto-i-gdzie", themes: "#jak-dziala", target_groups: "#fakty", support_types: "#formy" };
  const FACETS = ["theme", "target_group", "place"];
  const MOST = 5;
  const SHORTEST = 4;
  const ALIKE = 0.5; // of the pairs of letters of two words
  const LONGEST = 300;

  /** The words of a text that say something, in pairs of letters.
      @param {string} text */
  function pairsIn(text) {
    const long = words(text.slice(0, LONGEST)).map(fold).filter((word) => word.length >= SHORTEST);
    return long.map((word) => [...word].map((_, i) => word.slice(i, i + 2)));
  }

  /** Labels in pairs of letters, by the facets that they are of.
      @type {WeakMap<Facets, {facet: string, id: string, label: string, pairs: string[][]}[]>} */
  const remembered = new WeakMap();

  /** @param {Facets} data */
  function valuesOf(data) {
    let values = remembered.get(data);
    if (!values) {
      values = FACETS.flatMap((facet) => data.facets[facet].terms.map(({ id, label }) => ({ facet, id, label, pairs: pairsIn(label) })));
      remembered.set(data, values);
    }
    return values;
  }

  /** The values with a name most like the query, of equal ones the shorter name first.
      @param {Facets} data @param {string} query @returns {NearValue[]} */
  function near(data, query) {
    const asked = pairsIn(query);
    const values = valuesOf(data).map(({ facet, id, label, pairs }) => {
      const alike = pairs.flatMap((one) => asked.map((other) => {
        return (2 * one.filter((pair) => other.includes(pair)).length) / (one.length + other.length);
      }));
      return { facet, id, label, alike: Math.max(...alike) };
    });
    return values.filter(({ alike }) => alike >= ALIKE).sort((a, b) => b.alike - a.alike || a.label.length - b.label.length).slice(0, MOST);
  }

  /** The end of the address of the form that has it begin with some words, see form/asked.js. No browser sends it.
      @param {string} query */
  function inForm(query) {
    return query && "#" + new URLSearchParams({ szukam: query.slice(0, LONGEST) });
  }

  return { ANCHORS, near, inForm };
})();
