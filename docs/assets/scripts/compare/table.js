/* Practices side by side: first the rows in which they differ, then those in which they are alike, then those of which nothing is
   known. Nothing is added up. */

/** What the page says around the practices.
    @typedef {{names: Record<string, string>, unknown: string, say: (key: string, values?: Record<string, any>) => string}} TableWords */

var KatalogCompareTable = (() => {
  "use strict";

  const { make } = KatalogElements;
  // Amounts in złoty stand beside those of the source only where one of these is in another currency.
  const AT_HOME = "at_home";
  const MISSING = "missing";

  /** What makes two cells of a row alike.
      @param {ComparedCell | undefined} said */
  function keyOf(said) {
    return said ? said.state + "\n" + (said.key ?? said.html) : "";
  }

  /** The rows by what the practices say in them, each group in the order of the rows.
      @param {ComparedPractice[]} practices @param {string[]} rows */
  function arrange(practices, rows) {
    const isWanted = (/** @type {string} */ row) => row !== AT_HOME || practices.some(({ foreign }) => foreign);
    const keys = (/** @type {string} */ row) => new Set(practices.map(({ cells }) => keyOf(cells[row])));
    /** @type {Record<"differ" | "alike" | "unknown" | "nowhere", string[]>} */
    const groups = { differ: [], alike: [], unknown: [], nowhere: [] };
    for (const row of rows.filter(isWanted)) {
      const { size } = keys(row);
      const isSaid = practices.some(({ cells }) => cells[row] && cells[row].state !== MISSING);
      // That nothing is known of any, for one reason or another, is nothing that they have in common.
      if (isSaid) groups[size > 1 ? "differ" : "alike"].push(row);
      else groups[size > 1 ? "unknown" : "nowhere"].push(row);
    }
    return groups;
  }

  /** @param {ComparedPractice[]} practices @param {string[]} rows @param {TableWords} words @param {(id: string) => void} remove */
  function table(practices, rows, words, remove) {
    const { nowhere, ...groups } = arrange(practices, rows);
    const made = make("table", { class: "compare__table", role: "table", "data-columns": practices.length });
    made.append(head(practices, words, remove), namesAgain(practices));
    for (const name of /** @type {const} */ (["differ", "alike", "unknown"])) {
      if (groups[name].length) made.append(group(name, groups[name], practices, words));
    }
    if (!nowhere.length) return [made];
    const names = nowhere.map((row) => words.names[row]).join(", ");
    return [made, make("p", { class: "compare__nowhere" }, words.say("compare.nowhere", { rows: names }))];
  }

  /** @param {ComparedPractice[]} practices @param {TableWords} words @param {(id: string) => void} remove */
  function head(practices, words, remove) {
    const row = make("tr", { role: "row" }, make("th", { role: "columnheader", scope: "col" }));
    row.firstElementChild?.append(make("span", { class: "visually-hidden" }, words.say("compare.rows_label")));
    for (const { id, title, meta, family, link, tile } of practices) {
      const name = make("p", { class: "compare__name" }, make("a", { href: link }, title));
      const about = make("p", { class: "compare__meta" }, meta.join(", "));
      const hidden = make("span", { class: "visually-hidden" }, " " + title);
      const button = make("button", { type: "button", class: "link", "data-remove": id }, words.say("compare.remove"), hidden);
      button.addEventListener("click", () => remove(id));
      const drawn = make("div", { class: "poster poster--tile" });
      drawn.innerHTML = tile; // drawn by the build, of numbers alone
      row.append(make("th", { role: "columnheader", scope: "col", class: family }, drawn, make("div", {}, name, about, button)));
    }
    return make("thead", { role: "rowgroup" }, row);
  }

  /** The names once more: on a phone they stay in sight above the answers, and nowhere else are they shown.
      @param {ComparedPractice[]} practices */
  function namesAgain(practices) {
    const row = make("tr", {}, ...practices.map(({ title, family }) => make("td", { class: family }, title)));
    return make("tbody", { class: "compare__names", "aria-hidden": true }, row);
  }

  /** @param {"differ" | "alike" | "unknown"} name @param {string[]} rows @param {ComparedPractice[]} practices @param {TableWords} words */
  function group(name, rows, practices, words) {
    // One practice alone is like no other.
    const title = make("h2", {}, words.say("compare." + (name === "alike" && practices.length === 1 ? "alone" : name)));
    const span = practices.length + 1;
    const first = make("th", { role: "rowheader", scope: "rowgroup", colspan: span, "aria-colspan": span }, title);
    const made = make("tbody", { role: "rowgroup", "data-group": name }, make("tr", { role: "row" }, first));
    for (const row of rows) {
      const line = make("tr", { role: "row", "data-row": row });
      line.append(make("th", { role: "rowheader", scope: "row" }, words.names[row]));
      for (const practice of practices) line.append(cell(row, practice, words));
      made.append(line);
    }
    return made;
  }

  /** @param {string} row @param {ComparedPractice} practice @param {TableWords} words */
  function cell(row, { title, family, link, cells }, words) {
    const said = cells[row];
    const made = make("td", { role: "cell", class: family, "data-name": title, "data-state": said ? said.state : MISSING });
    if (!said) {
      made.append(make("p", {}, words.unknown));
      return made;
    }
    made.innerHTML = said.html; // rendered and escaped by the build, like the page of the practice
    if (said.anchor) {
      const hidden = make("span", { class: "visually-hidden" }, ` ${words.names[row]}, ${title}`);
      const source = make("a", { class: "compare__source", href: link + "#" + said.anchor }, words.say("compare.source"), hidden);
      let last = /** @type {Element} */ (made.lastElementChild);
      if (!last.matches("p:not(.compare__value)")) made.append((last = make("p")));
      last.append(" ", source);
    }
    return made;
  }

  return { arrange, table };
})();
