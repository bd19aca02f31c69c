/* Why a practice was found, shown in its row: what was asked for is marked in title and summary; words that stand in neither are
   shown where they do. */

/** What marks a query in texts: all of it, each word apart, as none may be left out, or some of the words; and whether there is a number.
    @typedef {{text: string, ranges: (text: string) => Ranges}} MarkedWord
    @typedef {{all: (text: string) => Ranges, words: MarkedWord[], areNumbers: boolean, of: (some: MarkedWord[]) => (text: string) => Ranges}} Marks */

var KatalogReasons = (() => {
  "use strict";

  const { make } = KatalogElements;
  const { passage, beginning } = KatalogPassages;

  /** Marks ranges of the text of an element that holds nothing but text.
      @param {Element} element @param {Ranges} ranges */
  function mark(element, ranges) {
    const text = element.textContent || "";
    // Without a mark the end of a summary stays apart, and a phone leaves it out.
    if (ranges.length) element.replaceChildren(...pieces(text, ranges, 0, text.length));
  }

  /** @param {string} text @param {Ranges} ranges @param {number} from @param {number} to */
  function pieces(text, ranges, from, to) {
    /** @type {(string | Node)[]} */
    const nodes = [];
    let end = from;
    for (const [start, stop] of ranges) {
      if (start < end || stop > to) continue;
      nodes.push(text.slice(end, start), make("mark", {}, text.slice(start, stop)));
      end = stop;
    }
    return [...nodes, text.slice(end, to)];
  }

  /** What marks a query in texts; made once for all rows.
      @param {SearchEngine} engine @param {string} query @returns {Marks} */
  function marker(engine, query) {
    const { words, fold } = KatalogWords;
    const refused = new Set(query.split(/\s+/).filter((word) => word.startsWith("-")).flatMap(words));
    const asked = words(query).filter((word) => !engine.ignored.has(fold(word)) && !refused.has(word));
    const last = asked.length - 1;
    // A word before the last is finished, which the engine knows by the blank behind it.
    const isOpen = !/\s$/.test(query);
    const each = asked.map((text, i) => ({ text, ranges: engine.marker(isOpen && i === last ? text : text + " ") }));
    const areNumbers = /\d/.test(query);
    /** @type {Map<string, MarkedWord["ranges"]>} rows lack the same words time and again */
    const remembered = new Map();
    const of = (/** @type {MarkedWord[]} */ some) => {
      const text = some.map((word) => word.text).join(" ") + (isOpen ? "" : " ");
      let ranges = remembered.get(text);
      if (!ranges) remembered.set(text, (ranges = engine.marker(text)));
      return ranges;
    };
    return { all: engine.marker(query), words: each, areNumbers, of };
  }

  /** Shows in a row why it is among the results. field says most of what was asked for; texts is null while not loaded.
      @param {Element} row @param {Marks} marks @param {string} field @param {Record<string, string> | null} texts
      @param {(key: string) => string} say
      @returns {boolean} whether texts are needed and missing */
  function explain(row, marks, field, texts, say) {
    const title = /** @type {Element} */ (row.querySelector(".row__title a"));
    const summary = /** @type {Element} */ (row.querySelector(".row__text"));
    const shown = [title, summary].map((element) => element.textContent || "");
    mark(title, marks.all(shown[0]));
    mark(summary, marks.all(shown[1]));
    const hidden = marks.words.filter(({ ranges }) => !shown.some((text) => ranges(text).length));
    if (!hidden.length && !marks.areNumbers) return false;
    if (!texts) return true;
    const found = figureOf(marks, texts) || (hidden.length ? reasonOf(marks.of(hidden), field, texts) : null);
    if (found) summary.after(snippet(found, say));
    if (found && found.anchor) leadTo(title, found.anchor);
    return false;
  }

  /** The figure that a number was asked for by, or null.
      @param {Marks} marks @param {Record<string, string>} texts */
  function figureOf(marks, texts) {
    const numbersIn = (/** @type {string} */ text) => marks.all(text).filter(([start, end]) => /\d/.test(text.slice(start, end)));
    return marks.areNumbers ? passage(numbersIn, { figure: texts.figure, figures: texts.figures }) : null;
  }

  /** Where words stand that neither title nor summary has. A synonym, or a name in another language, stands nowhere: then the text
      of the field it belongs to is the reason.
      @param {(text: string) => Ranges} ranges @param {string} field @param {Record<string, string>} texts */
  function reasonOf(ranges, field, texts) {
    return passage(ranges, texts) || (texts[field] ? beginning(field, texts[field]) : null);
  }

  /** Has a link lead to the very place.
      @param {Element} link @param {string} anchor */
  function leadTo(link, anchor) {
    link.setAttribute("href", (link.getAttribute("href") || "").split("#")[0] + anchor);
  }

  /** @param {Passage} passage @param {(key: string) => string} say */
  function snippet({ field, text, ranges, from, to, isCutBefore, isCutAfter }, say) {
    const name = make("b", {}, say(field.startsWith("section.") ? field : "catalogue.reasons." + field) + ": ");
    const inside = ranges.filter(([start, end]) => start >= from && end <= to);
    const line = [isCutBefore ? "… " : "", ...pieces(text, inside, from, to), isCutAfter ? " …" : ""];
    return make("p", { class: "row__reason" }, name, ...line);
  }

  return { explain, marker };
})();
