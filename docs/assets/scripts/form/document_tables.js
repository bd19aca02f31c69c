/* How the tables of a document (DOCX) lay out its questions, told as paragraphs in the order of questions and answers: a row of
   questions above one of answers, and beside the answers what a commission says of them. document_layout.py does the same for the
   import; tests/cases/_documents.yml holds both to it. */

/** Where in a table a line stands. @typedef {{table: object, row: number, column: number}} DocumentPlace */
/** A cell with its lines. @typedef {{column: number, lines: DocumentLine[], text: string}} DocumentCell */
/** @typedef {(text: string) => unknown} AsksQuestion */

var FormDocumentTables = (() => {
  "use strict";

  const REMARK = new RegExp(
    "^(?:uwagi|komentarz|objaśnieni|wyjaśnieni|wskazówk|przykład|instrukcj|podpowied|limit|maks|ocena|punkty|wymaga" +
      "|obowiązkow|format)",
    "i",
  );
  const HEAD = /^(?:l\.? ?p\.?|nr|numer|pytani[ea]|pol[ae]|zagadnieni[ea]|zakres|odpowied[źz]i?|treść|wypełnia|informacj)/i;
  const LONGEST = 60;

  /** @param {string} text */
  const isRemark = (text) => text.length <= LONGEST && REMARK.test(text);

  /** Whether cells name the columns of a form. @param {DocumentCell[]} cells */
  function isHead(cells) {
    const filled = cells.map(({ text }) => text).filter(Boolean);
    const named = filled.filter((text) => text.length <= LONGEST && HEAD.test(text));
    return filled.length > 1 && named.length > 0 && filled.every((text) => named.includes(text) || isRemark(text));
  }

  /** Whether cells hold only questions, which the row below answers.
      @param {DocumentCell[]} cells @param {DocumentCell[] | undefined} below @param {AsksQuestion} asks */
  function areHeads(cells, below, asks) {
    const filled = cells.filter(({ text }) => text);
    const answers = (below || []).filter(({ text }) => text);
    const columns = filled.map(({ column }) => column);
    return filled.length > 1 && filled.every(({ text }) => asks(text)) && answers.length > 0 &&
      answers.every(({ text, column }) => !asks(text) && columns.includes(column));
  }

  /** The rows of one table. @param {DocumentLine[]} lines @returns {DocumentCell[][]} */
  function rowsOf(lines) {
    /** @type {Map<number, Map<number, DocumentLine[]>>} */
    const rows = new Map();
    for (const line of lines) {
      const { row, column } = /** @type {DocumentPlace} */ (line.place);
      const cells = rows.get(row) || new Map();
      rows.set(row, cells.set(column, [...(cells.get(column) || []), line]));
    }
    return [...rows.values()].map((cells) => [...cells].map(([column, each]) => (
      { column, lines: each, text: each.map(({ text, isBoxed }) => (isBoxed ? "" : text)).join("\n").trim() })));
  }

  /** @param {string} under @param {string[]} texts */
  const inOneLine = (under, texts) => `${under}: ${texts.flatMap((each) => each.split("\n")).filter(Boolean).join(" / ")}`;

  /** Lines whose words are no answers: they are asked about, as words that stand under something.
      @param {DocumentLine[]} lines @param {string} under nothing, where the words are passed over */
  const asked = (lines, under) => lines.map((line) => (line.isBoxed ? line : {
    ...line,
    text: "",
    asides: [...(under && line.text ? [{ kind: "", text: inOneLine(under, [line.text]) }] : []), ...line.asides],
  }));

  /** The head of a table: its first word, and under that the others. @param {DocumentCell[]} cells */
  function asHead(cells) {
    const [first, ...others] = cells.map(({ text }) => text).filter(Boolean);
    const lines = cells.flatMap((each) => asked(each.lines, ""));
    lines[0] = { ...lines[0], asides: [{ kind: "", text: inOneLine(first, others) }, ...lines[0].asides] };
    return lines;
  }

  /** @param {DocumentCell[]} cells @param {number} column */
  const at = (cells, column) => cells.find((each) => each.column === column);

  /** The lines of one table in the order of its questions.
      @param {DocumentLine[]} lines @param {AsksQuestion} asks @returns {DocumentLine[]} */
  function inOrder(lines, asks) {
    const rows = rowsOf(lines);
    if (!rows.some((cells) => cells.some(({ text }) => asks(text)))) return lines;
    const head = isHead(rows[0]) ? rows[0] : [];
    /** @type {DocumentCell[]} */
    let heads = [];
    const told = rows.flatMap((cells, n) => {
      if (n === 0 && head.length) return asHead(cells);
      if (heads.length && n > 0 && areHeads(rows[n - 1], cells, asks)) return []; // told with the row above
      if (areHeads(cells, rows[n + 1], asks)) {
        heads = cells;
        return cells.flatMap((each) => [...each.lines, ...(at(rows[n + 1], each.column)?.lines || [])]);
      }
      if (cells.some(({ text }) => asks(text))) heads = [];
      const label = cells.flatMap((each) => each.lines).find(({ text }) => asks(text))?.text || "";
      return cells.flatMap((each) => {
        const over = at(heads, each.column)?.text;
        const remark = each.column > 0 ? at(head, each.column)?.text || "" : "";
        if (over) return asked(each.lines, over);
        return isRemark(remark) ? asked(each.lines, label ? `${remark}, ${label}` : remark) : each.lines;
      });
    });
    return told;
  }

  /** The lines of a document, those of each table in the order of its questions.
      @param {DocumentLine[]} lines @param {AsksQuestion} asks whether a text is a question @returns {DocumentLine[]} */
  function arranged(lines, asks) {
    /** @type {DocumentLine[][]} */
    const runs = [];
    for (const line of lines) {
      const last = runs[runs.length - 1];
      if (last && last[0].place?.table === line.place?.table) last.push(line);
      else runs.push([line]);
    }
    return runs.flatMap((run) => (run[0].place ? inOrder(run, asks) : run));
  }

  return { arranged };
})();
