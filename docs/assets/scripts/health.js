/* The table of what there is to do: sorted by any of its columns, and narrowed to practices with one kind of it. */
(() => {
  "use strict";

  class HealthTable {
    /** @param {Element} page */
    constructor(page) {
      this.table = /** @type {HTMLTableElement} */ (page.querySelector("table"));
      this.body = this.table.tBodies[0];
      this.heads = [...this.table.rows[0].cells];
      this.kind = /** @type {HTMLSelectElement} */ (page.querySelector("[data-show]"));
      this.count = /** @type {Element} */ (page.querySelector("[data-count]"));
    }

    start() {
      this.heads.forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "health__sort";
        button.title = this.table.dataset.sortLabel + ": " + head.textContent;
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => this.sort(column));
      });
      this.kind.addEventListener("change", () => this.narrow());
      this.narrow(); // a browser that comes back to the page may have kept what was chosen
    }

    /** A second press on the same column turns it round; numbers begin with the largest.
        @param {number} column */
    sort(column) {
      const isText = column === 0;
      const [first, second] = isText ? ["ascending", "descending"] : ["descending", "ascending"];
      const order = this.heads[column].getAttribute("aria-sort") === first ? second : first;
      for (const head of this.heads) head.removeAttribute("aria-sort");
      this.heads[column].setAttribute("aria-sort", order);
      const compare = isText ? byTitle() : byNumber(column);
      const sign = order === "ascending" ? 1 : -1;
      this.body.append(...[...this.body.rows].sort((one, other) => sign * compare(one, other)));
    }

    /** Show the rows that have something of the chosen kind; all where none is chosen. */
    narrow() {
      const wanted = this.kind.value;
      for (const row of this.body.rows) row.hidden = wanted !== "" && !hasSome(row, wanted);
      this.count.textContent = String([...this.body.rows].filter((row) => !row.hidden).length);
    }
  }

  /** @typedef {(one: HTMLTableRowElement, other: HTMLTableRowElement) => number} Compare */

  /** @returns {Compare} */
  function byTitle() {
    const collator = new Intl.Collator(document.documentElement.lang);
    return (one, other) => collator.compare(one.cells[0].textContent || "", other.cells[0].textContent || "");
  }

  /** @param {number} column @returns {Compare} */
  function byNumber(column) {
    return (one, other) => Number(one.cells[column].dataset.n) - Number(other.cells[column].dataset.n);
  }

  /** @param {HTMLTableRowElement} row @param {string} kind */
  function hasSome(row, kind) {
    return [...row.cells].some(({ dataset }) => dataset.kind === kind && dataset.n !== "0");
  }

  for (const page of document.querySelectorAll("[data-health]")) new HealthTable(page).start();
})();
