/* What is wrong with each value of an entry, by the shapes of the model (catalogue/shapes.py): the keys and places of the
   validator, whose words both say. From texts as people typed them come the values that are written. */

/** A problem by the key of its message.
    @typedef {{key: string, location: Place, params: Record<string, any>, registry?: string}} Problem */

/** The ids there are, by vocabulary or registry.
    @typedef {Record<string, string[]>} Known */

var FormValues = (() => {
  "use strict";

  const { data } = FormWords;
  const { parseDate, whenProblem, isDay } = FormDates;
  const { patterns, isKnownCode, isWebAddress, hasPlainHost, unseenCharacter, stackedMarks } = FormTexts;
  const { hasPersonalNumber } = FormPersonalNumbers;
  const { Numeral } = FormYaml;
  const { nearest } = FormNearest;
  const LONGEST_ID = 80;
  const SHOWN = 60;

  /** Where a field that is missing has a message of its own.
      @type {Record<string, string>} */
  const MISSING = {
    "indicators.source": "figure_without_source",
    "funding.source": "figure_without_source",
    "claims.as_of": "claim_without_date",
  };

  /** Whether nothing was given.
      @param {any} value */
  function isBlank(value) {
    if (value === undefined || value === null || value === "" || value === false) return true;
    return typeof value === "object" && Object.keys(value).length === 0;
  }

  /** Problems as they are found. */
  class Checking {
    /** @param {Known} known */
    constructor(known) {
      this.known = known;
      /** @type {Problem[]} */
      this.problems = [];
    }

    /** Notes a problem; the value is then `undefined`.
        @param {string} key @param {Place} location @param {Record<string, any>} [params] @returns {undefined} */
    refuse(key, location, params = {}) {
      this.problems.push({ key, location, params });
    }
  }

  /** What reads a value of a kind, or refuses it.
      @typedef {(checking: Checking, shape: Shape, value: any, location: Place) => any} Reader */

  /** @type {Reader} */
  function isInLimits(checking, shape, text, location) {
    const size = [...text].length;
    if (size > shape.max) checking.refuse("too_long", location, { max: shape.max, over: size - shape.max });
    else if (size < shape.min) checking.refuse("too_short", location, { min: shape.min, n: shape.min - size });
    else return true;
    return false;
  }

  /** Whether a text holds what catalogue/characters.py refuses: what nobody sees, or marks piled up on a letter.
      @param {Checking} checking @param {string} text @param {Place} location */
  function hasUnwanted(checking, text, location) {
    const unseen = unseenCharacter(text);
    if (unseen) checking.refuse("control_character", location, { value: unseen });
    const count = stackedMarks(text);
    if (count) checking.refuse("stacked_marks", location, { count, most: data.most_marks });
    return Boolean(unseen || count);
  }

  /** @param {Checking} checking @param {string} text @param {Place} location */
  function refusesPersonalNumber(checking, text, location) {
    // The rule comes with its words.
    if (!hasPersonalNumber(text) || !("problem.personal_number" in data.words)) return false;
    checking.refuse("personal_number", location);
    return true;
  }

  /** Whether a text can be said as it is.
      @type {Reader} */
  function isSayable(checking, shape, text, location) {
    return !hasUnwanted(checking, text, location) && isInLimits(checking, shape, text, location);
  }

  /** A kind of text that is accepted by a condition and refused with a message.
      @param {string} key @param {(value: string, shape: Shape) => boolean} accepts @returns {Reader} */
  function matching(key, accepts) {
    return (checking, shape, value, location) => {
      if (!isInLimits(checking, shape, value, location)) return undefined;
      return accepts(value, shape) ? value : checking.refuse(key, location, { value });
    };
  }

  /** @type {Reader} */
  function number(checking, shape, value, location) {
    if (patterns.exponent.test(value)) return checking.refuse("number_with_exponent", location);
    if (!patterns.number.test(value)) return checking.refuse("not_a_number", location, { value });
    if (shape.kind === "whole" && value.includes(".")) return checking.refuse("not_integer", location, { value });
    if (Number(value) < shape.min) return checking.refuse("too_small", location, { min: shape.min });
    if (Number(value) > shape.max) return checking.refuse("too_large", location, { max: shape.max });
    return new Numeral(value);
  }

  /** @type {Reader} */
  function plainText(checking, shape, value, location) {
    if (!isSayable(checking, shape, value, location)) return undefined;
    return patterns.markup.test(value) ? checking.refuse("markup_in_text", location) : value;
  }

  /** @type {Record<string, Reader>} */
  const KINDS = {
    text: plainText,
    lines: plainText,
    story: (checking, shape, value, location) => (isSayable(checking, shape, value, location) ? value : undefined),
    slug: matching("bad_id", (value) => value.length <= LONGEST_ID && patterns.slug.test(value)),
    number,
    whole: number,
    truth: (_checking, _shape, value) => value,
    day: matching("bad_day", isDay),
    date: matching("bad_date", (value) => parseDate(value) !== null),
    when(checking, _shape, value, location) {
      const key = whenProblem(value);
      return key ? checking.refuse(key, location, { value }) : value;
    },
    url(checking, shape, value, location) {
      const url = matching("bad_url", isWebAddress)(checking, shape, value, location);
      return url && !hasPlainHost(url) ? checking.refuse("lookalike_host", location, { value: url }) : url;
    },
    email: matching("bad_email", (value) => patterns.email.test(value)),
    phone: matching("bad_phone", (value) => patterns.phone.test(value)),
    picture: matching("bad_picture_name", (value) => patterns.picture.test(value)),
    country: matching("bad_country", (value) => isKnownCode("country", value)),
    language: matching("bad_language", (value) => isKnownCode("language", value)),
    currency: matching("bad_currency", (value) => isKnownCode("currency", value)),
    code: matching("bad_pattern", (value, shape) => new RegExp(shape.pattern).test(value)),
    ref(checking, shape, value, location) {
      const known = checking.known[shape.to];
      if (!patterns.slug.test(value) && !known) return checking.refuse("bad_id", location, { value });
      if (!known || known.includes(value)) return value;
      const key = shape.to === "practices" ? "unknown_practice" : "unknown_id";
      return checking.refuse(key, location, { value, where: shape.to, nearest: nearest(value, known) });
    },
    choice(checking, shape, value, location) {
      if (shape.values.includes(value)) return value;
      const shown = value.slice(0, SHOWN);
      const params = { value: shown, allowed: shape.values.join(", "), nearest: nearest(shown, shape.values) };
      return checking.refuse("not_allowed", location, params);
    },
    list(checking, shape, value, location) {
      if (value.length > shape.max) checking.refuse("too_many", location, { max: shape.max });
      if (value.length < shape.min) checking.refuse("too_few", location, { min: shape.min });
      return value.map((/** @type {any} */ each, /** @type {number} */ n) => read(checking, shape.of, each, [...location, n]));
    },
    map(checking, shape, value, location) {
      if (value.length > shape.max) checking.refuse("too_many", location, { max: shape.max });
      const seen = new Map();
      for (const [name, each] of value) {
        const here = [...location, name];
        if (seen.has(name)) checking.refuse("duplicate_key", here);
        const key = read(checking, shape.keys, name, here);
        const item = read(checking, shape.of, each, here);
        seen.set(key === undefined ? name : key, item);
      }
      return seen;
    },
    record(checking, shape, value, location) {
      /** @type {Record<string, any>} */
      const made = {};
      for (const [name, field] of Object.entries(shape.fields)) {
        const here = [...location, name];
        const given = value[name];
        if (!isBlank(given)) {
          if (given !== field.default) made[name] = read(checking, field, given, here);
        } else if (field.required) {
          checking.refuse(MISSING[location[0] + "." + name] || "missing", here);
        }
      }
      return made;
    },
  };

  /** @type {Reader} */
  function read(checking, shape, value, location) {
    if (isBlank(value) && shape.kind !== "record") return checking.refuse("missing", location);
    if (typeof value === "string" && refusesPersonalNumber(checking, shape.kind === "phone" ? `tel. ${value}` : value, location)) return undefined;
    return KINDS[shape.kind](checking, shape, value, location);
  }

  /** The values of an entry or record, as far as they are in order, and its problems. `raw` holds texts, `true`, lists, and maps
      as lists of pairs.
      @param {any} raw @param {Known} known @param {Shape} shape */
  function readValues(raw, known, shape) {
    const checking = new Checking(known);
    return { value: read(checking, shape, raw, []), problems: checking.problems };
  }

  return { readValues, isBlank };
})();
