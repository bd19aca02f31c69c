/* What slips of fingers and ears cost: which of several words that are equally many edits from what was typed is meant. Keys beside
   each other, letters that sound alike and two that changed places cost less than any letter in the place of any other. */
var KatalogSlips = (() => {
  "use strict";

  const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
  // Letters that are heard as one another once marks are left out: ó and u, ą and o, w and f; of English ie and y, c and s.
  const HEARD = "ae ao ay bp cs ck cz dt ei ey fw gk iy ij kq mn ou sz vw wl";
  // Letters that are not heard before or behind another one: rz for ż, h for ch; en for ę, om for ą, s for sz.
  const BEFORE = "rz ch ji";
  const BEHIND = "en em on om sz cz dz ph gh";
  const SWAPPED = 0.5;
  const DOUBLED = 0.4;
  const ALIKE = 0.6;
  const LEFT_OUT = 0.8;
  const OTHER = 1.2;
  const FIRST = 0.3; // the first letter is seldom wrong

  const alike = new Set(HEARD.split(" ").flatMap(([one, other]) => [one + other, other + one]));
  ROWS.forEach((row, n) => [...row].forEach((key, at) => {
    const below = ROWS[n + 1] || "";
    for (const near of [row[at + 1], below[at - 1], below[at]]) if (near) alike.add(key + near).add(near + key);
  }));
  const before = new Set(BEFORE.split(" "));
  const behind = new Set(BEHIND.split(" "));

  /** @param {string} one @param {string} other */
  function exchanged(one, other) {
    if (one === other) return 0;
    return alike.has(one + other) ? ALIKE : OTHER;
  }

  /** A letter of a word that the other word lacks.
      @param {string} word @param {number} at */
  function alone(word, at) {
    const [last, letter, next] = [word[at - 1] || "", word[at], word[at + 1] || ""];
    if (letter === last || letter === next) return DOUBLED;
    return before.has(letter + next) || behind.has(last + letter) ? ALIKE : LEFT_OUT;
  }

  /** What it costs to have typed one word for another, both folded.
      @param {string} typed @param {string} meant */
  function cost(typed, meant) {
    let [above, line] = [/** @type {number[]} */ ([]), [0]];
    for (let i = 0; i < typed.length; i++) line.push(line[i] + alone(typed, i));
    for (let row = 1; row <= meant.length; row++) {
      const second = above;
      above = line;
      line = [above[0] + alone(meant, row - 1)];
      for (let i = 1; i <= typed.length; i++) {
        let least = Math.min(above[i] + alone(meant, row - 1), line[i - 1] + alone(typed, i - 1), above[i - 1] + exchanged(typed[i - 1], meant[row - 1]));
        const isSwapped = row > 1 && i > 1 && typed[i - 1] === meant[row - 2] && typed[i - 2] === meant[row - 1];
        if (isSwapped) least = Math.min(least, second[i - 2] + SWAPPED);
        line.push(least);
      }
    }
    return line[typed.length] + (typed[0] === meant[0] ? 0 : FIRST);
  }

  return { cost };
})();
