/* An entry as it was typed, made one in the spelling of files: what can be read in one way is, the rest stays and is asked about. */

/** What was understood of what was typed: the entry, what is to be said of it at its places, and what is not clear.
    @typedef {{raw: any, notes: Note[], problems: Problem[]}} Understood */

/** @typedef {{location: Place, kind: string, reading?: Reading, items?: string[]}} Note */

var FormUnderstanding = (() => {
  "use strict";

  const { readings, placed, withoutUnseen } = FormSpellings;
  const { listItems, storyLists } = FormSpelledLists;
  const { when, period } = FormSpelledDates;
  const { isBlank } = FormValues;
  const { readingWords } = FormReadingWords;

  const READ = ["number", "whole", "date", "when", "interval", "day", "country", "language", "currency"];
  const WORDS = ["text", "lines", "story", "slug", "url", "email", "phone"];
  // What no program needs and no reader sees; other unseen characters may be meant, so they are asked about.
  const NOTHING = /[\u200b\u2060\ufeff]/g;
  const OPEN = "..";

  /** Goes through an entry and notes what it finds. */
  class Understanding {
    constructor() {
      /** @type {Note[]} */
      this.notes = [];
      /** @type {Problem[]} */
      this.problems = [];
    }

    /** @param {string} key @param {Place} location @param {Record<string, any>} params */
    ask(key, location, params) {
      this.problems.push({ key, location, params });
    }

    /** A value in the spelling of files.
        @param {Shape} shape @param {any} value @param {Place} location @returns {any} */
    read(shape, value, location) {
      if (isBlank(value)) return value;
      if (shape.kind === "record") return this.record(shape, value, location);
      if (shape.kind === "list") return this.list(shape, value, location);
      if (shape.kind === "map") {
        return value.map((/** @type {[string, any]} */ [key, each]) => [key, this.alone(shape.of, each, [...location, key])]);
      }
      return this.alone(shape, value, location);
    }

    /** @param {Shape} shape @param {any} value @param {Place} location */
    list(shape, value, location) {
      if (!Array.isArray(value)) return value;
      if (shape.of.kind !== "text" || shape.options) {
        return value.map((each, n) => this.read(shape.of, each, [...location, n]));
      }
      const items = listItems(value.join("\n"));
      if (items.join("\n") !== value.join("\n")) this.notes.push({ location, kind: "list", items });
      return items;
    }

    /** A value that has no neighbours to put a part of it into.
        @param {Shape} shape @param {any} value @param {Place} location */
    alone(shape, value, location) {
      if (typeof value !== "string") return value;
      if (WORDS.includes(shape.kind)) return this.words(shape.kind, value, location);
      return this.field("value", { value: shape }, value, location).value;
    }

    /** @param {string} kind @param {string} text @param {Place} location */
    words(kind, text, location) {
      const seen = text.replace(NOTHING, "");
      const written = kind === "story" ? storyLists(seen) : seen;
      if (written !== seen) this.notes.push({ location, kind: "story" });
      else if (seen !== text) this.notes.push({ location, kind: "unseen" });
      return written;
    }

    /** @param {Shape} shape @param {any} value @param {Place} location */
    record(shape, value, location) {
      /** @type {Record<string, any>} */
      const made = { ...value };
      /** @type {[string, Record<string, string>][]} */
      const further = [];
      for (const [name, field] of Object.entries(shape.fields)) {
        const here = [...location, name];
        if (typeof value[name] !== "string" || WORDS.includes(field.kind)) made[name] = this.read(field, value[name], here);
        else further.push([name, this.field(name, shape.fields, value[name], here)]);
        if (made[name] === undefined) delete made[name];
      }
      for (const [name, { [name]: own }] of further) if (own !== undefined) made[name] = own;
      for (const [name, parts] of further) this.spread(shape.fields, made, name, parts, value[name], location);
      return made;
    }

    /** The parts of a typed value by the fields they belong into; just what was typed if it is not clear.
        @param {string} name @param {Record<string, Shape>} fields @param {string} text @param {Place} location
        @returns {Record<string, string>} */
    field(name, fields, text, location) {
      const { kind } = fields[name];
      if (!READ.includes(kind)) return { [name]: text };
      const found = readings(kind, text);
      if (found.length > 1) {
        const said = found.map((each) => readingWords(kind, each));
        this.ask("ambiguous", location, { value: text, meanings: said.join("; ") });
        return { [name]: text };
      }
      const parts = (found.length && placed(found[0], name, fields)) || endsOf(name, fields, text);
      if (!parts) return { [name]: text };
      const isNew = parts[name] !== withoutUnseen(text);
      if (isNew) this.notes.push({ location, kind, reading: found[0] || { value: when(text)[0] } });
      return parts;
    }

    /** Puts parts of a value into the fields beside it; where these say something else, that is asked about.
        @param {Record<string, Shape>} fields @param {Record<string, any>} made @param {string} name
        @param {Record<string, string>} parts @param {string} text @param {Place} location */
    spread(fields, made, name, parts, text, location) {
      const others = Object.entries(parts).filter(([part]) => part !== name);
      const isFree = (/** @type {[string, string]} */ [part, value]) => isBlank(made[part]) || made[part] === fields[part].default || made[part] === value;
      const taken = others.find((each) => !isFree(each));
      if (taken) {
        made[name] = text;
        this.notes = this.notes.filter((note) => note.location.join() !== [...location, name].join());
        this.ask("contradicting", [...location, name], { value: text, other: made[taken[0]] });
        return;
      }
      if (others.length && !(name in parts)) delete made[name];
      for (const [part, value] of others) made[part] = value;
    }
  }

  /** Where an interval was typed at one end of a period: both ends, as far as they are known.
      @param {string} name @param {Record<string, Shape>} fields @param {string} text */
  function endsOf(name, fields, text) {
    if (!fields.start || !fields.end) return null;
    const found = period(text);
    if (found.length !== 1) return null;
    const [start, end] = found[0].split("/");
    const ends = Object.entries({ start, end }).filter(([, each]) => each && each !== OPEN);
    /** @type {Record<string, string>} */
    const parts = Object.fromEntries(ends);
    return name in parts ? parts : null;
  }

  /** @param {any} raw @param {Shape} shape @returns {Understood} */
  function understood(raw, shape) {
    const by = new Understanding();
    return { raw: by.read(shape, raw, []), notes: by.notes, problems: by.problems };
  }

  return { understood };
})();
