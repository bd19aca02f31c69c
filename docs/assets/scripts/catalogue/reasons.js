/* Why a practice was found, shown in its row: what was asked for is marked in title and summary; words that stand in neither are
   shown where they do. */
(function (root) {
  "use strict";

  const FIELDS = ["text", "organisation", "term", "place", "programme", "figure"];
  const BEFORE = 60;
  const LENGTH = 170;

  /** Marks ranges ([[start, end]], rising) of the text of an element that holds nothing but text. */
  function mark(element, ranges) {
    const text = element.textContent;
    element.replaceChildren(...pieces(text, ranges, 0, text.length));
  }

  function pieces(text, ranges, from, to) {
    const nodes = [];
    let end = from;
    for (const [start, stop] of ranges) {
      if (start < end || stop > to) continue;
      const marked = document.createElement("mark");
      marked.textContent = text.slice(start, stop);
      nodes.push(text.slice(end, start), marked);
      end = stop;
    }
    return [...nodes, text.slice(end, to)];
  }

  /** What marks a query in texts; made once for all rows.
      @returns {{all: function(string), words: {text, ranges: function(string)}[]}} each word apart, as none may be left out */
  function marker(engine, query) {
    const { words, fold } = root.KatalogWords;
    const refused = new Set(query.split(/\s+/).filter((word) => word.startsWith("-")).flatMap(words));
    const asked = words(query).filter((word) => !engine.ignored.has(fold(word)) && !refused.has(word));
    const last = asked.length - 1;
    // A word before the last is finished, which the engine knows by the blank behind it.
    const each = asked.map((text, i) => ({ text, ranges: engine.marker(i < last ? text + " " : text) }));
    return { all: engine.marker(query), words: each, of: (some) => engine.marker(some.map(({ text }) => text).join(" ")) };
  }

  /** Where most of some words stand together: {field, text, ranges, from, to, …}, or null. */
  function passage(ranges, texts) {
    for (const field of FIELDS) {
      const found = texts[field] ? ranges(texts[field]) : [];
      if (found.length) return { field, text: texts[field], ranges: found, ...window(texts[field], found) };
    }
    return null;
  }

  function beginning(field, text) {
    const to = text.length > LENGTH ? text.lastIndexOf(" ", LENGTH) : text.length;
    return { field, text, ranges: [], from: 0, to, isCutBefore: false, isCutAfter: to < text.length };
  }

  /** The piece of a text with most ranges, cut between words. */
  function window(text, ranges) {
    let best = 0;
    let most = 0;
    ranges.forEach(([start], i) => {
      const inside = ranges.filter(([other, end]) => other >= start && end <= start - BEFORE + LENGTH).length;
      if (inside > most) [most, best] = [inside, i];
    });
    const start = ranges[best][0];
    const line = text.lastIndexOf("\n", start - 1) + 1;
    let from = Math.max(line, start - BEFORE);
    if (from > line) from = Math.min(start, text.indexOf(" ", from) + 1);
    const ending = text.indexOf("\n", start);
    const last = ending < 0 ? text.length : ending;
    let to = Math.min(last, from + LENGTH);
    if (to < last) to = Math.max(ranges[best][1], text.lastIndexOf(" ", to));
    return { from, to, isCutBefore: from > line, isCutAfter: to < last };
  }

  /** Shows in a row why it is among the results. field says most of what was asked for; texts is null while not loaded.
      @returns {boolean} whether texts are needed and missing */
  function explain(row, marks, field, texts, said) {
    const title = row.querySelector(".row__title a");
    const summary = row.querySelector(".row__text");
    const shown = [title, summary].map((element) => element.textContent);
    mark(title, marks.all(shown[0]));
    mark(summary, marks.all(shown[1]));
    const hidden = marks.words.filter(({ ranges }) => !shown.some((text) => ranges(text).length));
    if (!hidden.length) return false;
    if (!texts) return true;
    // A synonym, or a name in another language, stands nowhere: then the text of the field it belongs to is the reason.
    const found = passage(marks.of(hidden), texts) || (texts[field] && beginning(field, texts[field]));
    if (found) summary.after(snippet(found, said));
    return false;
  }

  function snippet({ field, text, ranges, from, to, isCutBefore, isCutAfter }, said) {
    const line = document.createElement("p");
    line.className = "row__reason";
    const name = document.createElement("b");
    name.textContent = said["catalogue.reasons." + field] + ": ";
    const inside = ranges.filter(([start, end]) => start >= from && end <= to);
    line.append(name, isCutBefore ? "… " : "", ...pieces(text, inside, from, to), isCutAfter ? " …" : "");
    return line;
  }

  root.KatalogReasons = { explain, marker };
})(self);
