/* The page as readers will see it, simpler: the same facts in the same words. Everything typed goes in as text. */
(function (root) {
  "use strict";

  const form = root.KatalogForm;
  const { data, say, make, digits } = form;

  const FACTS = ["lifecycle", "period", "target_groups", "support_types", "organisations", "access_cost", "programme"];

  function labelOf(options, value) {
    const found = (options || []).find(([each]) => each === value);
    return found ? found[1] : value;
  }

  /** A value in words: the label of a choice, the name of what an id stands for, what was written. */
  function words(shape, value) {
    if (value === undefined) return "";
    if (shape.kind === "list") return listWords(shape, value);
    if (shape.kind === "record") return recordWords(shape, value);
    if (shape.options) return labelOf(shape.options, String(value));
    if (shape.kind === "ref") return form.nameOf(shape.to, value);
    if (shape.kind === "number" || shape.kind === "whole") return digits(value.value);
    return value === true ? "" : String(value);
  }

  function small(label) {
    return label.charAt(0).toLowerCase() + label.slice(1);
  }

  /** Things in a row; of a record the first value, the others in brackets. */
  function listWords(shape, value) {
    if (shape.of.kind !== "record") return value.map((each) => words({ options: shape.options, ...shape.of }, each)).join(", ");
    const said = value.filter(Boolean).map((each) => {
      const [first, ...rest] = recordWords(shape.of, each).split("\n");
      return rest.length ? first + " (" + rest.map(small).join(", ") + ")" : first;
    });
    return said.join("; ");
  }

  /** What a record says, a line a value. */
  function recordWords(shape, value) {
    const { start, end, ...rest } = value;
    const shown = [start || end ? [start || "…", end || "…"].join(" – ") : ""];
    for (const [name, each] of Object.entries(rest)) {
      const field = shape.fields[name];
      if (name !== "source" && name !== "note" && field.kind !== "map") shown.push(words(field, each));
    }
    return shown.filter(Boolean).join("\n");
  }

  function inLine(shape, value) {
    return words(shape, value).split("\n").join(", ");
  }

  function shapeOf(name) {
    return data.shape.fields[name];
  }

  function fact(name, value) {
    const shape = shapeOf(name);
    const said = value[name] === undefined ? make("dd", { class: "missing" }, say("missing")) : make("dd", {}, inLine(shape, value[name]));
    return make("div", {}, make("dt", {}, shape.label), said);
  }

  function figure(indicator, indicators) {
    const fields = shapeOf("indicators").of.fields;
    const said = (name) => words(fields[name], indicator[name]);
    const value = indicator.value ? said("value") : [said("min"), said("max")].filter(Boolean).join("–");
    const precision = indicator.precision && indicator.precision !== "range" ? said("precision") + " " : "";
    const whole = indicators.find((each) => each && each.id === indicator.of && each !== indicator);
    const notes = (indicator.split || []).map((split) => {
      const parts = [...((split && split.parts) || [])].map(([name, part]) => name + " " + (part ? digits(part.value) : "…"));
      return parts.join(", ");
    });
    if (whole) notes.push(say("form.say.of", { whole: whole.label || whole.id }));
    return make(
      "li",
      { class: "number", "data-nature": indicator.nature || "context" },
      make("p", { class: "number__kind" }, said("nature")),
      make("p", { class: "number__value" }, precision + value),
      make("p", { class: "number__label" }, (indicator.label || "") + (indicator.unit ? " (" + small(said("unit")) + ")" : "")),
      ...notes.map((note) => make("p", { class: "number__note" }, note)),
    );
  }

  /** Running text: paragraphs and lists; marks of Markdown that it does not know stay as they are. */
  function story(text, sources) {
    const shown = [];
    for (const block of text.split(/\n\s*\n/)) {
      const lines = block.split("\n").filter((line) => line.trim());
      const isList = lines.length > 0 && lines.every((line) => /^(?:[-*+]|\d+\.) |^\s/.test(line));
      if (!isList) {
        shown.push(make("p", {}, ...inline(lines.join(" "), sources)));
        continue;
      }
      const items = [];
      for (const line of lines) {
        const found = /^(?:[-*+]|\d+\.) (.*)$/.exec(line);
        if (found) items.push(found[1]);
        else items[items.length - 1] += " " + line.trim();
      }
      const isNumbered = /^\d/.test(lines[0]);
      shown.push(make(isNumbered ? "ol" : "ul", {}, ...items.map((item) => make("li", {}, ...inline(item, sources)))));
    }
    return shown;
  }

  function inline(text, sources) {
    return text.split(/(\[\^[^[\]\s]+\]|\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\))/).map((piece) => {
      const note = /^\[\^([^[\]\s]+)\]$/.exec(piece);
      if (note) return make("sup", {}, String(sources.indexOf(note[1]) + 1 || "?"));
      if (/^\*\*[^*]+\*\*$/.test(piece)) return make("strong", {}, piece.slice(2, -2));
      const link = /^\[([^\]]+)\]\([^)\s]+\)$/.exec(piece);
      return link ? make("u", {}, link[1]) : piece;
    });
  }

  function section(heading, ...content) {
    return make("section", { class: "block prose" }, make("h4", {}, heading), ...content);
  }

  function preview(value) {
    const indicators = (value.indicators || []).filter(Boolean);
    const sources = (value.sources || []).map((each) => (each && each.id) || "");
    const page = [
      make("p", { class: "meta" }, [words(shapeOf("places"), value.places), words(shapeOf("kind"), value.kind)].filter(Boolean).join(" · ")),
      make("h3", { class: "preview__title" }, value.title || say("form.say.untitled")),
      make("p", { class: "lead" }, value.summary || ""),
      make("p", { class: "meta" }, words(shapeOf("themes"), value.themes)),
      make("dl", { class: "preview__facts" }, ...FACTS.map((name) => fact(name, value))),
    ];
    if (indicators.length) {
      const figures = indicators.map((each) => figure(each, indicators));
      page.push(make("section", { class: "block" }, make("h4", {}, shapeOf("indicators").label), make("ul", { class: "numbers" }, ...figures)));
    }
    if (value.funding) {
      const amounts = value.funding.filter(Boolean).map((each) => make("li", {}, inLine(shapeOf("funding").of, each)));
      page.push(section(shapeOf("funding").label, make("ul", {}, ...amounts)));
    }
    for (const [name, heading] of Object.entries(data.headings)) {
      if (value[name]) page.push(section(heading, ...story(value[name], sources)));
    }
    if (value.sources) {
      const items = value.sources.filter(Boolean).map((each) => make("li", {}, [each.title, each.publisher].filter(Boolean).join(". ")));
      page.push(section(shapeOf("sources").label, make("ol", {}, ...items)));
    }
    return page;
  }

  Object.assign(form, { preview });
})(self);
