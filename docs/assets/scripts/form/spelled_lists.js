/* Lists as people paste them, read as catalogue/spellings/lists.py reads them. */
var FormSpelledLists = (() => {
  "use strict";

  const { withoutUnseen } = FormSpelled;
  const BULLET = /^(?:[•·◦▪▫●○■□►➢➤✓✔❖*–—-](?:\s+|$)|[•●○▪■►➢➤✓✔❖\uf0b7\uf0a7]\s*)/;
  const NUMBER = /^\(?(?:([0-9]{1,2})|([a-z]))([.)])(?:\s+|$)/;
  // A single dash may be somebody who speaks; a bullet never is.
  const SURE = /^[•·◦▪▫●○■□►➢➤✓✔❖\uf0b7\uf0a7]/;
  const DASHES = ["– ", "— "];
  const BEFORE_A = 96;

  /** @param {RegExpExecArray} number */
  function place(number) {
    return number[1] ? Number(number[1]) : number[2].charCodeAt(0) - BEFORE_A;
  }

  /** Whether two items are marked a and b: a single letter may be an initial.
      @param {string[]} lines */
  function countsLetters(lines) {
    const found = lines.map((line) => NUMBER.exec(line)).filter((each) => each && each[2]);
    const places = found.map((each) => place(/** @type {RegExpExecArray} */ (each)));
    return places.some((each, n) => n > 0 && each === places[n - 1] + 1);
  }

  /** Whether a number or letter at the beginning of a line marks an item; the one before was `counted`.
      @param {RegExpExecArray} number @param {number} counted @param {boolean} isLettered */
  function isMark(number, counted, isLettered) {
    const isClosed = number[3] === ")";
    if (isClosed && number[0] !== number.input) return true;
    return (number[1] || isClosed || isLettered) && place(number) === counted + 1;
  }

  /** The items on the lines of a text without what marked them. A letter or a number with a point marks items only where they
      count up from the first: elsewhere it is an initial, or an edition ("12. edycja"). So does a mark alone, which may be an
      answer; nothing but marks stays as it is.
      @param {string} text @returns {string[]} */
  function listItems(text) {
    const lines = text.split("\n").map(withoutUnseen).filter(Boolean);
    const isLettered = countsLetters(lines);
    let counted = 0;
    const items = lines.map((line) => {
      const number = NUMBER.exec(line);
      if (!number) return line.replace(BULLET, "");
      if (!isMark(number, counted, isLettered)) return line;
      counted = place(number);
      return line.slice(number[0].length);
    }).filter(Boolean);
    return items.length ? items : lines;
  }

  /** Whether a line is an item that Markdown would not take for one.
      @param {string[]} lines @param {number} n */
  function isListed(lines, n) {
    const line = withoutUnseen(lines[n]);
    if (SURE.test(line)) return true;
    const beside = [lines[n - 1], lines[n + 1]].map((each) => withoutUnseen(each || ""));
    return DASHES.some((sign) => line.startsWith(sign) && beside.some((each) => each.startsWith(sign)));
  }

  /** A text in which pasted lists are those of Markdown, each a paragraph of its own.
      @param {string} text */
  function storyLists(text) {
    const lines = text.split("\n");
    const listed = lines.map((_, n) => isListed(lines, n));
    const made = lines.map((line, n) => (listed[n] ? "- " + withoutUnseen(line).replace(BULLET, "") : line));
    return made.flatMap((line, n) => {
      const isEdge = n > 0 && listed[n] !== listed[n - 1] && line.trim() && made[n - 1].trim();
      return isEdge ? ["", line] : [line];
    }).join("\n");
  }

  return { listItems, storyLists };
})();
