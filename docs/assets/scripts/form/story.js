/* What is wrong in the story of an entry, line by line, as catalogue/body.py finds it. */
var FormStory = (() => {
  "use strict";

  const { data } = FormWords;
  const { isSafeLink, hasPlainHost } = FormTexts;
  const { nearest } = FormNearest;
  const { PERCENT, valuesBeside } = FormFigures;

  const CITATION = /\[\^([^[\]\s]+)\]/g;
  const PRACTICE_LINK = /^\.\.\/([a-z0-9-]+)\/(?:index\.md)?$/;
  const HEADING = /^##(?!#)(.*)$/;
  const TITLE = /^#[ \t]*[^#\s]/;
  const FENCE = /^ {0,3}(?:```|~~~)/;
  const HTML = /<(?!https?:\/\/[^\s<>]+>|mailto:[^\s<>]+>)[A-Za-z/!?]/;
  const IMAGE = /!\[/g;
  // In brackets after words, at the foot of the text, or as an address alone between < and >.
  const LINK = /\]\(\s*<?([^)\s>]*)|^ {0,3}\[[^\]^][^\]]*\]:\s*<?(\S*?)>?(?:\s|$)|<((?:https?:\/\/|mailto:)[^\s<>]+)>/g;

  /** What the texts of a story may name.
      @typedef {{sources: string[], percents: string[], practices: string[] | undefined}} Named */

  /** @param {RegExpMatchArray} found @param {Place} location @param {Named} named @returns {Generator<Finding>} */
  function* linkProblems(found, location, { practices }) {
    const target = found.slice(1).find((each) => each !== undefined);
    const internal = PRACTICE_LINK.exec(String(target));
    if (!internal) {
      if (!isSafeLink(target)) yield ["bad_link", location, { value: target }];
      else if (!hasPlainHost(String(target))) yield ["lookalike_host", location, { value: target }];
    } else if (practices && !practices.includes(internal[1])) {
      yield ["unknown_practice", location, { value: internal[1], nearest: nearest(internal[1], practices) }];
    }
  }

  /** @param {string} line @param {Place} location @param {Named} named @returns {Generator<Finding>} */
  function* lineProblems(line, location, named) {
    if (HTML.test(line)) yield ["raw_html", location];
    const images = [...line.matchAll(IMAGE)];
    for (let n = 0; n < images.length; n += 1) yield ["body_image", location];
    for (const [, source] of line.matchAll(CITATION)) {
      if (named.sources.includes(source)) continue;
      yield ["unknown_source", location, { value: source, nearest: nearest(source, named.sources) }];
    }
    if (!images.length) for (const found of line.matchAll(LINK)) yield* linkProblems(found, location, named);
    for (const [text, number] of line.matchAll(PERCENT)) {
      if (!named.percents.includes(number.replace(",", "."))) yield ["percent_in_prose", location, { value: text }];
    }
  }

  /** The heading that a line is, or nothing.
      @param {string} line */
  function headingOf(line) {
    const heading = HEADING.exec(line);
    if (heading) return heading[1].trim();
    return TITLE.test(line) ? line.replace(/^[# \t]+/, "").trim() : null;
  }

  /** @param {string} text @param {Place} location @param {Named} named @returns {Generator<Finding>} */
  function* sectionProblems(text, location, named) {
    let isFenced = false;
    for (const line of text.split("\n")) {
      if (FENCE.test(line)) isFenced = !isFenced;
      const heading = isFenced ? null : headingOf(line);
      // Each field is one section: a heading inside would begin another.
      if (heading !== null) yield ["unknown_section", location, { value: heading, known: sectionNames() }];
      yield* lineProblems(line, location, named);
    }
  }

  function sectionNames() {
    return Object.values(data.headings).map((words) => "„" + words + "”").join(", ");
  }

  /** @type {Rule} */
  function* storyIsInOrder(value, raw, known) {
    const sources = (raw.sources || []).map((/** @type {any} */ each) => each.id).filter(Boolean);
    const percents = (raw.indicators || [])
      .filter((/** @type {any} */ each) => each.unit === "percent")
      .flatMap((/** @type {any} */ each) => [each.value, each.min, each.max, ...valuesBeside(each)].map(String));
    for (const name of Object.keys(data.headings)) {
      yield* sectionProblems(value[name] || "", [name], { sources, percents, practices: known.practices });
    }
  }

  return { storyIsInOrder };
})();
