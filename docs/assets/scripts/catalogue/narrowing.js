/* Which practices remain of those found, and how many each further value would leave: AND between facets, OR within one. */
var KatalogNarrowing = (() => {
  "use strict";

  /** @param {Record<string, {terms: {id: string}[], of: number[][]}>} facets values of each practice, by number
      @param {Iterable<number>} found practices by number
      @param {Record<string, string[]>} chosen ids of values by facet; a value nobody has is left aside
      @returns {{kept: number[], counts: Record<string, number[]>}} counts in the order of the terms: how many of the
        practices found would remain if that value alone were chosen in its facet and all other facets stayed as they are */
  function narrow(facets, found, chosen) {
    const names = Object.keys(facets);
    /** @type {Record<string, number[]>} */
    const counts = {};
    for (const name of names) counts[name] = new Array(facets[name].terms.length).fill(0);
    const missedBy = missing(facets, chosen);
    const kept = [];
    const add = (/** @type {string} */ name, /** @type {number} */ n) => {
      for (const value of facets[name].of[n]) counts[name][value]++;
    };
    for (const n of found) {
      const missed = missedBy(n);
      if (missed.length > 1) continue;
      if (missed.length) {
        add(missed[0], n);
        continue;
      }
      kept.push(n);
      for (const name of names) add(name, n);
    }
    return { kept, counts };
  }

  /** What says of a practice in which facets it has none of the values chosen.
      @param {Record<string, {terms: {id: string}[], of: number[][]}>} facets @param {Record<string, string[]>} chosen
      @returns {(n: number) => string[]} */
  function missing(facets, chosen) {
    const active = activeOf(facets, chosen);
    return (n) => {
      return active.filter(({ name, values }) => !facets[name].of[n].some((value) => values.has(value))).map(({ name }) => name);
    };
  }

  /** The facets in which something is chosen, with the numbers of the values.
      @param {Record<string, {terms: {id: string}[]}>} facets @param {Record<string, string[]>} chosen */
  function activeOf(facets, chosen) {
    const active = [];
    for (const [name, { terms }] of Object.entries(facets)) {
      const values = new Set((chosen[name] || []).map((id) => terms.findIndex((term) => term.id === id)));
      values.delete(-1);
      if (values.size) active.push({ name, values });
    }
    return active;
  }

  /** Practices by rising rank, equal ones in the order they came in.
      @param {number[]} practices @param {number[]} ranks */
  function ordered(practices, ranks) {
    return [...practices].sort((a, b) => ranks[a] - ranks[b]);
  }

  return { narrow, missing, ordered };
})();
