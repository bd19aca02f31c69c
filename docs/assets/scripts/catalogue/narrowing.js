/* Which practices remain of those found, and how many each further value would leave: AND between facets, OR within one. */
(function (root) {
  "use strict";

  /** @param facets {Object<string, {terms: {id}[], of: number[][]}>} values of each practice, by number
      @param found {Iterable<number>} practices by number
      @param chosen {Object<string, string[]>} ids of values by facet; a value nobody has is left aside
      @returns {{kept: number[], counts: Object<string, number[]>}} counts in the order of the terms: how many of the
        practices found would remain if that value alone were chosen in its facet and all other facets stayed as they are */
  function narrow(facets, found, chosen) {
    const names = Object.keys(facets);
    const counts = {};
    for (const name of names) counts[name] = new Array(facets[name].terms.length).fill(0);
    const active = [];
    for (const name of names) {
      const values = new Set((chosen[name] || []).map((id) => facets[name].terms.findIndex((term) => term.id === id)));
      values.delete(-1);
      if (values.size) active.push({ name, values });
    }
    const kept = [];
    const add = (name, n) => {
      for (const value of facets[name].of[n]) counts[name][value]++;
    };
    for (const n of found) {
      const missed = active.filter(({ name, values }) => !facets[name].of[n].some((value) => values.has(value)));
      if (missed.length > 1) continue;
      if (missed.length) {
        add(missed[0].name, n);
        continue;
      }
      kept.push(n);
      for (const name of names) add(name, n);
    }
    return { kept, counts };
  }

  /** Practices by rising rank, equal ones in the order they came in. */
  function ordered(practices, ranks) {
    return [...practices].sort((a, b) => ranks[a] - ranks[b]);
  }

  root.KatalogNarrowing = { narrow, ordered };
})(self);
