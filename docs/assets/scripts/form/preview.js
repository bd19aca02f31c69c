/* The page as readers will see it, simpler: the same facts in the same words. Everything typed goes in as text. */
var FormPreview = (() => {
  "use strict";

  const { data, say, digits } = FormWords;
  const { make } = KatalogElements;
  const { story } = FormMarkdown;

  const FACTS = ["lifecycle", "period", "target_groups", "support_types", "organisations", "access_cost", "programme"];

  /** A value in words: the label of a choice, the name of what an id stands for, what was written.
      @param {Shape} shape @param {any} value @returns {string} */
  function words(shape, value) {
    if (value === undefined) return "";
    if (shape.kind === "list") return listWords(shape, value);
    if (shape.kind === "record") return recordWords(shape, value);
    if (shape.options) return labelOf(shape.options, String(value));
    if (shape.kind === "ref") return FormNames.nameOf(shape.to, value);
    if (shape.kind === "number" || shape.kind === "whole") return digits(value.value);
    return value === true ? "" : String(value);
  }

  /** @param {[string, string][]} options @param {string} value */
  function labelOf(options, value) {
    const found = options.find(([each]) => each === value);
    return found ? found[1] : value;
  }

  /** A label within a sentence; a sign of capitals, as of a currency, stays one.
      @param {string} label */
  function small(label) {
    if (/^\p{Lu}{2}/u.test(label)) return label;
    return label.charAt(0).toLowerCase() + label.slice(1);
  }

  /** Things in a row; of a record the first value, the others in brackets.
      @param {Shape} shape @param {any[]} value */
  function listWords(shape, value) {
    if (shape.of.kind !== "record") return value.map((each) => words({ options: shape.options, ...shape.of }, each)).join(", ");
    const said = value.filter(Boolean).map((each) => {
      const [first, ...rest] = recordWords(shape.of, each).split("\n");
      return rest.length ? first + " (" + rest.map(small).join(", ") + ")" : first;
    });
    return said.join("; ");
  }

  /** What a record says, a line a value.
      @param {Shape} shape @param {Record<string, any>} value */
  function recordWords(shape, value) {
    const { start, end, ...rest } = value;
    const shown = [start || end ? [start || "…", end || "…"].join(" – ") : ""];
    for (const [name, each] of Object.entries(rest)) {
      const field = shape.fields[name];
      if (name !== "source" && name !== "note" && field.kind !== "map") shown.push(words(field, each));
    }
    return shown.filter(Boolean).join("\n");
  }

  /** @param {Shape} shape @param {any} value */
  function inLine(shape, value) {
    return words(shape, value).split("\n").join(", ");
  }

  /** @param {string} name */
  function shapeOf(name) {
    return data.shape.fields[name];
  }

  /** @param {string} name @param {Entry} value */
  function fact(name, value) {
    const shape = shapeOf(name);
    const said = value[name] === undefined ? make("dd", { class: "missing" }, say("missing")) : make("dd", {}, inLine(shape, value[name]));
    return make("div", {}, make("dt", {}, shape.label || ""), said);
  }

  /** @param {Entry} indicator @param {Entry[]} indicators */
  function figure(indicator, indicators) {
    const { fields } = shapeOf("indicators").of;
    const said = (/** @type {string} */ name) => words(fields[name], indicator[name]);
    const number = indicator.value ? said("value") : [said("min"), said("max")].filter(Boolean).join("–");
    const value = (indicator.words || number) + (indicator.disputed ? "\u00a0?" : "");
    const precision = indicator.precision && indicator.precision !== "range" ? said("precision") + " " : "";
    const unit = indicator.unit ? " (" + small(said("unit")) + ")" : "";
    return make(
      "li",
      { class: "number", "data-nature": indicator.nature || "context" },
      make("p", { class: "number__kind" }, said("nature")),
      make("p", { class: "number__value" }, precision + value),
      make("p", { class: "number__label" }, (indicator.label || "") + unit),
      ...notesOf(indicator, indicators).map((note) => make("p", { class: "number__note" }, note)),
    );
  }

  /** The parts of a figure, and what it is a part of.
      @param {Entry} indicator @param {Entry[]} indicators */
  function notesOf(indicator, indicators) {
    /** @type {string[]} */
    const notes = (indicator.split || []).map((/** @type {any} */ split) => {
      const parts = [...(split?.parts || [])].map(([name, part]) => name + " " + (part ? digits(part.value) : "…"));
      return parts.join(", ");
    });
    const whole = indicators.find((each) => each.id === indicator.of && each !== indicator);
    if (indicator.disputed?.what) notes.push(indicator.disputed.what);
    if (whole) notes.push(say("form.say.of", { whole: whole.label || whole.id }));
    return notes;
  }

  /** @param {string} heading @param {HTMLElement[]} content */
  function section(heading, ...content) {
    return make("section", { class: "block prose" }, make("h4", {}, heading), ...content);
  }

  /** The items of a list that are in order.
      @param {Entry} value @param {string} name @returns {Entry[]} */
  function itemsOf(value, name) {
    return (value[name] || []).filter(Boolean);
  }

  /** @param {Entry} value */
  function head(value) {
    const place = [words(shapeOf("places"), value.places), words(shapeOf("kind"), value.kind)].filter(Boolean).join(" · ");
    return [
      make("p", { class: "meta" }, place),
      make("h3", { class: "preview__title" }, value.title || say("form.say.untitled")),
      make("p", { class: "lead" }, value.summary || ""),
      make("p", { class: "meta" }, words(shapeOf("themes"), value.themes)),
      make("dl", { class: "preview__facts" }, ...FACTS.map((name) => fact(name, value))),
    ];
  }

  /** @param {Entry} value */
  function figures(value) {
    const indicators = itemsOf(value, "indicators");
    if (!indicators.length) return [];
    const items = indicators.map((each) => figure(each, indicators));
    const heading = make("h4", {}, shapeOf("indicators").label || "");
    return [make("section", { class: "block" }, heading, make("ul", { class: "numbers" }, ...items))];
  }

  /** @param {Entry} value */
  function money(value) {
    if (!value.funding) return [];
    const amounts = itemsOf(value, "funding").map((each) => make("li", {}, inLine(shapeOf("funding").of, each)));
    return [section(shapeOf("funding").label || "", make("ul", {}, ...amounts))];
  }

  /** @param {Entry} value */
  function sections(value) {
    const sources = (value.sources || []).map((/** @type {any} */ each) => (each && each.id) || "");
    const written = Object.entries(data.headings).filter(([name]) => value[name]);
    return written.map(([name, heading]) => section(heading, ...story(value[name], sources)));
  }

  /** @param {Entry} value */
  function sourceList(value) {
    if (!value.sources) return [];
    const items = itemsOf(value, "sources").map((each) => make("li", {}, [each.title, each.publisher].filter(Boolean).join(". ")));
    return [section(shapeOf("sources").label || "", make("ol", {}, ...items))];
  }

  /** @param {Entry} value an entry as far as it is in order */
  function preview(value) {
    return [...head(value), ...figures(value), ...money(value), ...sections(value), ...sourceList(value)];
  }

  return { preview, words, inLine, shapeOf };
})();
