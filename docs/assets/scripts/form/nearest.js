/* The nearest of several texts, as Python's difflib finds it. */
var FormNearest = (() => {
  "use strict";

  const ALIKE = 0.6;

  /** @typedef {[fromA: number, toA: number, fromB: number, toB: number]} Span */

  /** Where the longest piece begins that two words share, and how long it is.
      @param {string[]} a @param {string[]} b @param {Span} span */
  function longestMatch(a, b, [fromA, toA, fromB, toB]) {
    let best = [fromA, fromB, 0];
    let ends = new Map();
    for (let i = fromA; i < toA; i += 1) {
      const next = new Map();
      for (let j = fromB; j < toB; j += 1) {
        if (a[i] !== b[j]) continue;
        const size = (ends.get(j - 1) || 0) + 1;
        next.set(j, size);
        if (size > best[2]) best = [i - size + 1, j - size + 1, size];
      }
      ends = next;
    }
    return best;
  }

  /** @param {string[]} a @param {string[]} b @param {Span} [span] @returns {number} */
  function matched(a, b, span = [0, a.length, 0, b.length]) {
    const [i, j, size] = longestMatch(a, b, span);
    if (!size) return 0;
    return size + matched(a, b, [span[0], i, span[2], j]) + matched(a, b, [i + size, span[1], j + size, span[3]]);
  }

  /** @param {string[]} a @param {string[]} b */
  function likeness(a, b) {
    return a.length + b.length ? (2 * matched(a, b)) / (a.length + b.length) : 1;
  }

  /** The allowed value that was most likely meant, if one is near.
      @param {string} value @param {Iterable<string>} allowed */
  function nearest(value, allowed) {
    const word = [...value.toLowerCase()];
    let best = null;
    let most = ALIKE;
    for (const each of [...allowed].sort()) {
      const found = likeness([...each], word);
      if (found >= most) [best, most] = [each, found];
    }
    return best;
  }

  return { nearest };
})();
