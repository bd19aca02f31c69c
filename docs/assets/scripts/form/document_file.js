/* A filled-in document (DOCX) of the catalogue's template, opened in the form: the answers below its questions. What is no plain
   answer is kept word for word as a question to the editors. */

/** What stands under a question of the template. @typedef {{id: string, lines: string[]}} DocumentAnswer */

var FormDocumentFile = (() => {
  "use strict";

  const { data, fold } = FormWords;
  const { addScript } = KatalogElements;
  const { linesOf } = FormDocumentText;
  const LARGEST = 10 * 1024 * 1024;
  const LARGEST_PART = 20 * 1024 * 1024;
  const PIECE = 1200;
  const TICKED = /^(?:[☒☑✓✔🗹]|[xX+]\s*☐|\[\s*[xX]\s*\])\s*/u;
  const UNTICKED = /^(?:☐|\[\s*\])\s*/;
  const ADDRESS = /https?:\/\/[^\s<>]+[^\s<>.,;)]/;
  const BESIDE = /^word\/(?:footnotes|endnotes|comments|header\d*|footer\d*)\.xml$/;
  const site = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);

  /** What unpacks files, which is fetched when the first document is opened.
      @returns {Promise<Unpacker>} */
  async function unpacker() {
    if (!self.fflate) await addScript(new URL("assets/scripts/vendor/fflate.js", site).href);
    return /** @type {Unpacker} */ (self.fflate);
  }

  /** The answers of a document by the questions they stand under; what stands under none comes first.
      @param {DocumentLine[]} paragraphs */
  function answersIn(paragraphs) {
    /** @type {Map<string, string>} */
    const labels = new Map();
    for (const [id, label] of Object.entries(data.asked.labels)) labels.set(fold(label.replace(/\?$/, "")), id);
    const ours = new Set(data.asked.hints.map(fold));
    /** @type {DocumentAnswer[]} */
    const answers = [{ id: "", lines: [] }];
    for (const line of paragraphs.flatMap(({ text }) => text.split("\n"))) {
      const id = labels.get(fold(line.replace(/[:*?\s]+$/, "")));
      if (id) answers.push({ id, lines: [] });
      else if (!ours.has(fold(line))) answers[answers.length - 1].lines.push(line);
    }
    return answers.map(({ id, lines }) => ({ id, lines: trimmed(lines) })).filter(({ lines }) => lines.length);
  }

  /** @param {string[]} lines */
  function trimmed(lines) {
    const given = lines.filter((line) => !UNTICKED.test(line)).map((line) => line.replace(TICKED, ""));
    return given.join("\n").trim() ? given.join("\n").trim().split("\n") : [];
  }

  /** An answer of one of a few, or several of them, as ids; a question where one of them is no label.
      @param {string} name of the field @param {string[]} words */
  function idsOf(name, words) {
    const { options, of } = data.shape.fields[name];
    const choices = options || (of && of.options) || [];
    return words.map((each) => choices.find(([id, label]) => fold(label) === fold(each) || id === each)?.[0] || "");
  }

  /** Puts an answer into the entry; false where it has to be asked about.
      @param {Entry} entry @param {DocumentAnswer} answer */
  function put(entry, { id, lines }) {
    const words = lines.filter(Boolean);
    if (id in PUT) return PUT[id](entry, words);
    const shape = data.shape.fields[id];
    if (!shape) return false;
    if (!shape.options) entry[id] = lines.join(["story", "lines"].includes(shape.kind) ? "\n" : " ");
    else {
      const ids = idsOf(id, words.flatMap((each) => (shape.kind === "list" ? each.split(/\s*;\s*/) : [each])));
      if (ids.includes("") || (shape.kind !== "list" && ids.length > 1)) return false;
      entry[id] = shape.kind === "list" ? ids : ids[0];
    }
    return true;
  }

  /** @param {Entry} entry @param {string} name @param {Entry[]} records */
  function add(entry, name, records) {
    entry[name] = [...(entry[name] || []), ...records];
    return true;
  }

  /** @type {Record<string, (entry: Entry, words: string[]) => boolean>} */
  const PUT = {
    places: (entry, words) => add(entry, "places", words.map((place) => ({ place }))),
    leaders: (entry, words) => add(entry, "organisations", words.map((org) => ({ org, role: "leader" }))),
    partners: (entry, words) => add(entry, "organisations", words.map((org) => ({ org, role: "partner" }))),
    start: (entry, words) => Boolean((entry.period = { ...entry.period, start: words.join(" ") })),
    end: (entry, words) => Boolean((entry.period = { ...entry.period, end: words.join(" ") })),
    programme: (entry, words) => Boolean((entry.programme = { id: words.join(" ") })),
    sources: (entry, words) => add(entry, "sources", words.map(sourceOf)),
    contact_unit: (entry, words) => contact(entry, "unit", words),
    contact_email: (entry, words) => contact(entry, "email", words),
    obstacles: (entry, words) => add(entry, "obstacles", words.map((each) => {
      const [what, handled] = each.split(/\s*(?:->|→)\s*/);
      return handled ? { what, how_handled: handled } : { what };
    })),
    // A person takes sums and figures apart.
    funding: () => false,
    indicators: () => false,
    remarks: () => false,
  };

  /** @param {string} line @param {number} n @returns {Entry} */
  function sourceOf(line, n) {
    const url = ADDRESS.exec(line)?.[0] || "";
    const title = line.replace(url, "").replace(/[\s,;:()–-]+\.?$/, "").trim() || url;
    return { id: "s" + (n + 1), title, ...(url ? { url } : {}) };
  }

  /** @param {Entry} entry @param {string} name @param {string[]} words */
  function contact(entry, name, words) {
    entry.contacts = [{ ...(entry.contacts || [])[0], [name]: words.join(" ") }];
    return true;
  }

  /** Words as questions to the editors, in pieces that one has room for.
      @param {string} label @param {string[]} lines */
  function questions(label, lines) {
    const text = (label ? label + ": " : "") + lines.filter(Boolean).join(" / ");
    return text.match(new RegExp(`[^]{1,${PIECE}}`, "g")) || [];
  }

  /** The answers among the paragraphs of a document, and what stands in boxes beside them. Programs for layout put all of a
      page into boxes: where there is no question elsewhere, those are read like the rest.
      @param {DocumentLine[]} lines */
  function toldBy(lines) {
    const answers = answersIn(lines.filter(({ isBoxed }) => !isBoxed));
    if (!answers.some(({ id }) => id)) return { answers: answersIn(lines), boxes: [] };
    return { answers, boxes: lines.filter(({ isBoxed }) => isBoxed) };
  }

  /** The draft in a document; null where it holds no question of the template.
      @param {File} file @returns {Promise<Draft | null>} */
  async function draftOf(file) {
    if (file.size > LARGEST) return null;
    const isRead = (/** @type {{name: string, originalSize: number}} */ part) =>
      (part.name === "word/document.xml" || BESIDE.test(part.name)) && part.originalSize <= LARGEST_PART;
    const parts = (await unpacker()).unzipSync(new Uint8Array(await file.arrayBuffer()), { filter: isRead });
    const { "word/document.xml": main, ...others } = parts;
    const { answers, boxes } = toldBy(main ? linesOf(main) : []);
    if (!answers.some(({ id }) => id)) return null;
    /** @type {Entry} */
    const entry = { ...data.start, sources: undefined, places: undefined };
    const asked = answers.flatMap((each) => (put(entry, each) ? [] : questions(data.asked.labels[each.id] || "", each.lines)));
    for (const beside of [boxes, ...Object.values(others).map(linesOf)]) asked.push(...questions("", beside.map(({ text }) => text)));
    entry.editorial = { ...data.start.editorial, ...(asked.length ? { questions: asked } : {}) };
    return { entry };
  }

  return { draftOf };
})();
