/* The comparison as files to take along: a table for spreadsheets, and one page that needs nothing else. */

/** What is saved: the comparison as it is shown, and where the page it is on stands, or nothing where nobody else can come to it.
    @typedef {{name: string, title: string, result: HTMLElement, notes: HTMLElement, site: string, link: string}} SavedComparison */

var katalogCompareSaving = (() => {
  "use strict";

  const { make } = KatalogElements;
  const { download } = KatalogDownload;

  /** What a cell says, without what only leads on, and without signs that words stand beside.
      @param {Element} cell */
  function textOf(cell) {
    const copy = /** @type {Element} */ (cell.cloneNode(true));
    for (const each of copy.querySelectorAll(".compare__source, button, [aria-hidden]")) each.remove();
    const parts = [...copy.querySelectorAll("p")];
    const texts = (parts.length ? parts : [copy]).map((each) => (each.textContent || "").replace(/\u00ad/g, "").replace(/\s+/g, " ").trim());
    return texts.filter(Boolean).join("; ");
  }

  /** The table as rows of texts, without the headings of groups and the names that a phone shows again.
      @param {Element} result */
  function rowsOf(result) {
    const rows = [...result.querySelectorAll("tr[role]")].filter(({ children }) => children.length > 1);
    return rows.map((row) => [...row.children].map(textOf));
  }

  /** The page alone: its styles in it, links that lead to the site or else nowhere.
      @param {SavedComparison} saved @param {string} styles */
  function html({ title, result, notes, site, link }, styles) {
    const content = make("main", { class: "page compare" }, make("h1", {}, title));
    content.append(...[...result.childNodes, notes].map((each) => each.cloneNode(true)));
    for (const each of content.querySelectorAll("button")) each.remove();
    for (const each of content.querySelectorAll("a")) {
      if (site) each.setAttribute("href", new URL(each.getAttribute("href") || "", site).href);
      else each.replaceWith(...each.childNodes);
    }
    if (site) {
      const address = new URL(new URL(link).search, site).href;
      content.append(make("p", { class: "compare__address" }, make("a", { href: address }, address)));
    }
    // A text and not a document: the policy of this page, which knows no styles on a page, would hold for that as well.
    return `<!doctype html>
<html lang="${document.documentElement.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${make("p", {}, title).innerHTML}</title>
<style>${styles}</style>
</head>
<body>
${content.outerHTML}
</body>
</html>
`;
  }

  /** The styles are those of the page, which the build puts behind this script. */
  return (/** @type {string} */ styles) => {
    self.KatalogCompareSaving = {
      csv: (/** @type {SavedComparison} */ saved) => download(`${saved.name}.csv`, KatalogCsv.csv(rowsOf(saved.result)), "text/csv"),
      html: (/** @type {SavedComparison} */ saved) => download(`${saved.name}.html`, html(saved, styles), "text/html"),
    };
  };
})();
