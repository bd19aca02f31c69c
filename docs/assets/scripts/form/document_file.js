/* A filled-in document (DOCX) of the catalogue's template, opened in the form: the answers below its questions. What is no plain
   answer is kept word for word as a question to the editors. */

/** What stands under a question of the template; unticked are other words behind empty boxes.
    label: how it was explained there.
    @typedef {{id: string, lines: string[], unticked: string[], label?: string}} DocumentAnswer */

var FormDocumentFile = (() => {
  "use strict";

  const { data, fold } = FormWords;
  const { addScript } = KatalogElements;
  const { read } = FormDocumentRest;
  const { NESTED } = FormDocumentText;
  const { arranged } = FormDocumentTables;
  const LARGEST = 10 * 1024 * 1024;
  const LARGEST_UNPACKED = 40 * 1024 * 1024;
  const MOST_PARTS = 400;
  const PIECE = 1200;
  const TICKED = "☒☑✓✔✅⊠🗹🗵✗✘■●◉⚫";
  const UNTICKED = "☐□○◯❑❏⬜▢⚪";
  const BOX = new RegExp(`[xX+]\\s*☐|[\\[(]\\s*[xX+✓✔]\\s*[\\])]|\\[\\s?\\]|\\(\\s\\)|[${TICKED}${UNTICKED}]`, "gu");
  const IS_TICKED = new RegExp(`[xX+✓✔${TICKED}]`, "u");
  const NUMBER = new RegExp(
    "^\\s*(?:\\(?\\d{1,2}(?:[.)]|(?:\\.\\d{1,2})+[.)]?)|[a-z][.)]|[IVX]{1,4}(?:\\.\\d{1,2})?[.)]" +
      "|(?:pytanie|pyt|nr|pkt|punkt|pole|poz|ad|§)\\.?\\s*\\d{1,2}[.:)]?|[•–—-])\\s+",
    "i",
  ); // of a question in a list
  const IN_BRACKETS = /\s*\([^()]*\)[\s:*]*$/; // what somebody explained a question with
  const ADDRESS = /https?:\/\/[^\s<>]+[^\s<>.,;)]/;
  const LINKED = / \(((?:https?|ftp):\/\/[^\s()]+)\)/g;
  const ROOM = "(?:\\.{4,}|_{3,}|…{2,})"; // what a printed form has to write on
  const ROOM_AROUND = new RegExp(`^\\s*${ROOM}\\s*|\\s*${ROOM}\\s*$`, "g");
  const SPLIT = new RegExp(`\\s*(?::|\\t|\\s[–—-]\\s?|\\s?[–—-]\\s|=|->|→|\\?\\s|\\s\\|\\s|${ROOM}|[ \u00a0]{3,})\\s*`, "g");
  const FURTHER = /(?:\t|[ \u00a0]{2,}|[;|]\s*)(?=([\p{L}\p{N}_][^:\t;|]{2,40}):)/gu; // where another question may begin
  const CROSSED_OUT = /^[\s/|,;*]+|[\s/|,;*]+$/g; // what stays of answers of which all but one were crossed out
  const LONGEST_LABEL = 120;
  const LONGEST_LINE = 2000;
  const site = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);

  /** What unpacks files, which is fetched when the first document is opened.
      @returns {Promise<Unpacker>} */
  async function unpacker() {
    if (!self.fflate) await addScript(new URL("assets/scripts/vendor/fflate.js", site).href);
    return /** @type {Unpacker} */ (self.fflate);
  }

  /** The questions of the template by their labels as they compare. */
  const labels = new Map(Object.entries(data.asked.labels).map(([id, label]) => [fold(label.replace(/\?$/, "")), id]));
  const ours = new Set(data.asked.hints.map(fold));

  /** The question that a line is, if any. @param {string} line */
  function questionOf(line) {
    return [line, line.replace(NUMBER, "")].map((each) => labels.get(fold(each.replace(/[:*?.…_\s]+$/, "")))).find(Boolean);
  }

  /** The question that a line is, where somebody explained it in brackets. @param {string} line */
  const explainedIn = (line) => (line.length <= LONGEST_LABEL && IN_BRACKETS.test(line) ? questionOf(line.replace(IN_BRACKETS, "")) : "");

  /** The lines of a paragraph; of a question that is explained below itself, one. @param {string} text */
  function linesIn(text) {
    const whole = text.length <= LONGEST_LABEL ? text.replace(/\s*\n\s*/g, " ") : "";
    return explainedIn(whole) ? [whole] : text.split("\n");
  }

  /** The question that a line begins with, and the answer behind it. @param {string} line */
  function splitOf(line) {
    for (const { index, 0: sign } of line.slice(0, LONGEST_LABEL + 1).matchAll(SPLIT)) {
      const id = questionOf(line.slice(0, index));
      const rest = line.slice(Number(index) + sign.length);
      if (id && rest.trim()) return { id, rest };
    }
    return null;
  }

  /** A line as the questions it asks, each with its answer: "Początek: 2019   Koniec: 2021".
      @param {string} line @param {Set<string | undefined>} [alone] questions that are asked elsewhere, and so not in this line */
  function questionsIn(line, alone) {
    const parts = [];
    let start = 0;
    const first = line.length <= LONGEST_LINE ? splitOf(line)?.id : "";
    for (const { index, 0: sign, 1: label } of first && !alone?.has(first) ? line.matchAll(FURTHER) : []) {
      if (!index || !questionOf(label)) continue;
      parts.push(line.slice(start, index));
      start = Number(index) + sign.length;
    }
    return [...parts, line.slice(start)];
  }

  /** @param {string} text without what only lays it out; an item of a list within a list stays where it stands */
  const plain = (text) => (NESTED.exec(text) || [""])[0] + text.replace(/[ \u00a0\t]+/g, " ").replace(ROOM_AROUND, "").trim();

  /** The lines of a document as they are asked and answered: without numbers of questions beside them, a question a line, an
      empty one behind each paragraph.
      @param {DocumentLine[]} paragraphs @param {Set<string | undefined>} alone the questions that stand alone somewhere */
  function linesOf(paragraphs, alone) {
    const kept = paragraphs.filter(({ isNumber }, n) => !(isNumber && n + 1 < paragraphs.length && questionOf(paragraphs[n + 1].text)));
    return kept.flatMap(({ text }) => [...linesIn(text).flatMap((line) => questionsIn(line, alone)), ""]);
  }

  /** The answer that a line begins, if it asks a question.
      @param {string} line @param {(id: string | undefined) => boolean} isOpen whether a question may stand in a line with other words
      @returns {{id: string, lines: string[], label?: string} | null} */
  function begunBy(line, isOpen) {
    const id = questionOf(line);
    if (id) return { id, lines: [] };
    const explained = explainedIn(line);
    if (explained && isOpen(explained)) return { id: explained, lines: [], label: line.trim() };
    const split = splitOf(line);
    return split && isOpen(split.id) ? { id: split.id, lines: [plain(split.rest)] } : null;
  }

  /** The answers of a document by the questions they stand under; what stands under none comes first. A question that stands
      alone somewhere is not looked for in other lines. @param {DocumentLine[]} paragraphs */
  function answersIn(paragraphs) {
    const closed = new Set(paragraphs.flatMap(({ text }) => linesIn(text)).map(questionOf));
    /** @type {{id: string, lines: string[], label?: string}[]} */
    const answers = [{ id: "", lines: [] }];
    for (const line of linesOf(paragraphs, new Set(closed))) {
      const begun = begunBy(line, (id) => !closed.has(id));
      if (begun) closed.add(answers[answers.push(begun) - 1].id);
      else if (!ours.has(fold(line))) answers[answers.length - 1].lines.push(plain(line));
    }
    const all = answers.map(({ lines: each, ...question }) => ({ ...question, ...given(each) }));
    return all.filter(({ lines: each, unticked, label }) => each.length || unticked.length || label);
  }

  /** What of a document is not seen, each as a question that says under which of its questions it stood.
      @param {DocumentLine[]} lines */
  function unseenIn(lines) {
    let under = data.asked.before;
    /** @type {string[]} */
    const asked = [];
    for (const { text, asides } of lines) {
      for (const line of text.split("\n").flatMap((each) => questionsIn(each))) under = data.asked.labels[questionOf(line) || splitOf(line)?.id || ""] || under;
      for (const { kind, text: words } of asides) {
        for (const piece of questions("", [words])) {
          const told = data.asked.notes[kind];
          asked.push(told ? told.replace("{label}", () => under).replace("{words}", () => piece) : piece);
        }
      }
    }
    return asked;
  }

  /** The ready answers of the template, as they compare. */
  const ready = () => new Set(Object.values(data.shape.fields).flatMap(({ options, of }) => options || (of && of.options) || []).map(([, label]) => fold(label)));

  /** A line with boxes as its answers, each with whether it was ticked; null where there is no box.
      @param {string} line @returns {{text: string, mark: boolean | null}[]} */
  function marked(line) {
    const boxes = [...line.matchAll(BOX)];
    const at = boxes.map((each) => Number(each.index));
    if (!boxes.length) return [{ text: line, mark: null }];
    if (!line.slice(0, at[0]).replace(/[\s*•-]/g, "")) {
      return boxes.map(([box], n) => ({ text: line.slice(at[n] + box.length, at[n + 1]).replace(/[\s,;]+$/, "").trim(), mark: IS_TICKED.test(box) }));
    }
    const isLast = boxes.length === 1 && !line.slice(at[0] + boxes[0][0].length).trim();
    return [isLast ? { text: line.slice(0, at[0]).replace(/^[\s–:-]+|[\s–:-]+$/g, ""), mark: IS_TICKED.test(boxes[0][0]) } : { text: line, mark: null }];
  }

  /** What was answered, and the words of the office's own behind boxes that nobody ticked. @param {string[]} lines */
  function given(lines) {
    const answers = ready();
    const all = lines.flatMap(marked);
    const kept = all.filter(({ mark }) => mark !== false).map(({ text }) => text);
    const unticked = all.filter(({ text, mark }) => mark === false && text && !answers.has(fold(text))).map(({ text }) => text);
    return { lines: kept.join("\n").trim() ? kept.join("\n").trim().split("\n") : [], unticked };
  }

  /** An answer of one of a few, or several of them, as ids; a question where one of them is no label.
      @param {string} name of the field @param {string[]} words */
  function idsOf(name, words) {
    const { options, of } = data.shape.fields[name];
    const choices = options || (of && of.options) || [];
    return words.map((each) => choices.find(([id, label]) => fold(label) === fold(each) || id === each)?.[0] || "");
  }

  /** @param {string} id of a question whose answer may have several lines */
  const isText = (id) => (data.shape.fields[id] || {}).kind === "story";

  /** Puts an answer into the entry; false where it has to be asked about.
      @param {Entry} entry @param {DocumentAnswer} answer */
  function put(entry, { id, lines }) {
    const words = lines.map((each) => each.trim()).filter(Boolean);
    if (id in PUT) return PUT[id](entry, words);
    const shape = data.shape.fields[id];
    if (!shape) return false;
    if (!shape.options) entry[id] = isText(id) ? lines.join("\n").replace(/\n{3,}/g, "\n\n") : words.join(" ");
    else {
      const ids = idsOf(id, words.flatMap((each) => (shape.kind === "list" ? each.split(/\s*;\s*/) : [each.replace(CROSSED_OUT, "")])));
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
      const [, what, handled] = /^(.*?)\s*(?:->|→)\s*(.+)$/.exec(each) || ["", each, ""];
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
    const text = (label ? label + ": " : "") + lines.map((each) => each.replace(/[ \u00a0\t]+/g, " ").trim()).filter(Boolean).join(" / ");
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

  /** Puts an answer into the entry, or gives the questions about it; a name is told without the address behind it.
      @param {Entry} entry @param {DocumentAnswer} answer */
  function askedOf(entry, answer) {
    const keepsLinks = ["sources", "contact_email"].includes(answer.id) || isText(answer.id);
    const lines = keepsLinks ? answer.lines : answer.lines.map((line) => line.replace(LINKED, ""));
    if (!put(entry, { ...answer, lines })) return questions(data.asked.labels[answer.id] || "", answer.lines);
    return keepsLinks ? [] : answer.lines.flatMap((line) => [...line.matchAll(LINKED)].map(([, address]) => address));
  }

  /** The draft in a document; null where it holds no question of the template.
      @param {File} file @returns {Promise<Draft | null>} */
  async function draftOf(file) {
    if (file.size > LARGEST) return null;
    let parts = 0;
    let size = 0;
    const isRead = (/** @type {{originalSize: number}} */ part) => {
      size += part.originalSize;
      return ++parts <= MOST_PARTS && size <= LARGEST_UNPACKED;
    };
    const files = (await unpacker()).unzipSync(new Uint8Array(await file.arrayBuffer()), { filter: isRead });
    if (parts > MOST_PARTS || size > LARGEST_UNPACKED) return null;
    const said = read(files);
    const lines = arranged(said.lines, questionOf);
    const { answers, boxes } = toldBy(lines);
    if (!answers.some(({ id }) => id)) return null;
    /** @type {Entry} */
    const entry = { ...data.start, sources: undefined, places: undefined };
    /** @type {Set<string>} */
    const answered = new Set();
    const asked = answers.flatMap((each) => {
      const found = answered.has(each.id) ? questions(data.asked.labels[each.id], each.lines) : askedOf(entry, each);
      if (each.lines.length) answered.add(each.id);
      const taken = each.label ? data.asked.notes.taken_for.replace("{label}", () => each.label || "").replace("{words}", () => data.asked.labels[each.id]) : "";
      return [...found, ...each.unticked, ...(taken ? [taken] : [])];
    });
    asked.push(...questions("", boxes.map(({ text }) => text)), ...unseenIn(lines));
    const known = new Set([...ready(), ...ours]);
    for (const beside of said.beside) asked.push(...questions("", beside.filter((each) => !known.has(fold(each)))));
    const carried = JSON.stringify([entry, asked]);
    for (const each of new Set([...said.addresses, ...said.closed])) if (!carried.includes(each)) asked.push(each);
    entry.editorial = { ...data.start.editorial, ...(asked.length ? { questions: asked } : {}) };
    return { entry };
  }

  return { draftOf };
})();
