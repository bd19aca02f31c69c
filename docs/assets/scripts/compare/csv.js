/* Tables for spreadsheets, written as open_data/spreadsheets.py writes them: they open right in Polish Excel, and none runs a cell. */
var KatalogCsv = (() => {
  "use strict";

  const SEPARATOR = ";";
  const LINE_END = "\r\n";
  const MARK = "\ufeff"; // without it Excel reads Polish letters wrongly
  // A spreadsheet runs a cell that begins with one of these; the wide ones count in some of them.
  const STARTS_A_FORMULA = /^[ \u00a0]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

  /** A text as a cell that no spreadsheet runs.
      @param {string} text */
  function cell(text) {
    const safe = STARTS_A_FORMULA.test(text) ? "'" + text : text;
    return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  }

  /** @param {string[][]} rows */
  function csv(rows) {
    return MARK + rows.map((row) => row.map(cell).join(SEPARATOR) + LINE_END).join("");
  }

  return { csv };
})();
