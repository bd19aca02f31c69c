/* Running text as readers will see it: paragraphs and lists; marks of Markdown that it does not know stay as they are. */
var FormMarkdown = (() => {
  "use strict";

  const { make } = KatalogElements;
  const ITEM = /^(?:[-*+]|\d+\.) (.*)$/;
  const PIECES = /(\[\^[^[\]\s]+\]|\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\))/;

  /** @param {string} text @param {string[]} sources */
  function story(text, sources) {
    return text.split(/\n\s*\n/).map((block) => {
      const lines = block.split("\n").filter((line) => line.trim());
      const isList = lines.length > 0 && lines.every((line) => /^(?:[-*+]|\d+\.) |^\s/.test(line));
      return isList ? list(lines, sources) : make("p", {}, ...inline(lines.join(" "), sources));
    });
  }

  /** @param {string[]} lines @param {string[]} sources */
  function list(lines, sources) {
    /** @type {string[]} */
    const items = [];
    for (const line of lines) {
      const found = ITEM.exec(line);
      if (found) items.push(found[1]);
      else items[items.length - 1] += " " + line.trim();
    }
    const isNumbered = /^\d/.test(lines[0]);
    return make(isNumbered ? "ol" : "ul", {}, ...items.map((item) => make("li", {}, ...inline(item, sources))));
  }

  /** @param {string} text @param {string[]} sources ids in the order of their numbers */
  function inline(text, sources) {
    return text.split(PIECES).map((piece) => {
      const note = /^\[\^([^[\]\s]+)\]$/.exec(piece);
      if (note) return make("sup", {}, String(sources.indexOf(note[1]) + 1 || "?"));
      if (/^\*\*[^*]+\*\*$/.test(piece)) return make("strong", {}, piece.slice(2, -2));
      const link = /^\[([^\]]+)\]\([^)\s]+\)$/.exec(piece);
      return link ? make("u", {}, link[1]) : piece;
    });
  }

  return { story };
})();
