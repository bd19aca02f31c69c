/* What is wrong with an entry, by the shapes of the model (catalogue/shapes.py): the keys and places of the validator, whose words
   both say. From texts as people typed them come the values that are written; rules between fields are in rules.js. */
(function (root) {
  "use strict";

  const form = root.KatalogForm;
  const { data, whenProblem, parseDate, isDay, Numeral } = form;

  // Those of catalogue/fields.py.
  const { control: CONTROL, marks: MARKS, markup: MARKUP, slug: SLUG, number: NUMBER, exponent: EXPONENT, email: EMAIL, phone: PHONE, picture: PICTURE } =
    Object.fromEntries(Object.entries(data.patterns).map(([name, pattern]) => [name, new RegExp(pattern, "u")]));
  // With the character before, since browsers that look behind are newer than some that people have.
  const LIKE_PESEL = /(?:^|[^\w.,+-])([0-9]{6})[ -]?([0-9]{5})(?![\w-]|[.,]\d)/g;
  const PESEL_WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
  const WEB_ADDRESS = /https?:\/\/[^\s<>"')\]]+/g;
  const LONGEST_ID = 80;
  const SHOWN = 60;

  // Where a field that is missing has a message of its own.
  const MISSING = {
    "indicators.source": "figure_without_source",
    "funding.source": "figure_without_source",
    "claims.as_of": "claim_without_date",
  };

  function isBlank(value) {
    if (value === undefined || value === null || value === "" || value === false) return true;
    return typeof value === "object" && Object.keys(value).length === 0;
  }

  /** Problems as they are found; a refused value is `undefined`. */
  class Checking {
    constructor(known) {
      this.known = known;
      this.problems = [];
    }

    refuse(key, location, params = {}) {
      this.problems.push({ key, location, params });
    }
  }

  function isKnownCode(kind, value) {
    return /^[A-Za-z]+$/.test(value) && (" " + data.codes[kind] + " ").includes(" " + value + " ");
  }

  function isWebAddress(text) {
    if (/[<>"'`\\{}|^\s]/.test(text) || CONTROL.test(text)) return false;
    const found = /^https?:\/\/([^/?#]*)/i.exec(text);
    if (!found || found[1].includes("@")) return false;
    const host = /^([^:[\]]*)(?::([0-9]{0,5}))?$/.exec(found[1]);
    return host !== null && Number(host[2] || 0) < 65536 && host[1].replace(/^\.+|\.+$/g, "").includes(".");
  }

  function isSafeLink(target) {
    if (!target || /\s/.test(target) || CONTROL.test(target)) return false;
    if (target.startsWith("mailto:")) return EMAIL.test(target.slice(7));
    return isWebAddress(target);
  }

  function isInLimits(checking, shape, text, location) {
    const size = [...text].length;
    if (size > shape.max) checking.refuse("too_long", location, { max: shape.max, over: size - shape.max });
    else if (size < shape.min) checking.refuse("too_short", location, { min: shape.min });
    else return true;
    return false;
  }

  /** Whether a text holds what catalogue/characters.py refuses: what nobody sees, or marks piled up on a letter. */
  function hasUnwanted(checking, text, location) {
    const unseen = CONTROL.exec(text);
    if (unseen) {
      const [character] = [...unseen[0]].slice(-1); // a match may begin with the letter before
      const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
      checking.refuse("control_character", location, { value: "U+" + code });
    }
    const marks = MARKS.exec(text.normalize("NFC")); // as the file is read
    if (marks) checking.refuse("stacked_marks", location, { count: marks[0].length, most: data.most_marks });
    return Boolean(unseen || marks);
  }

  /** Whether eleven digits can be a PESEL: a day that there was, and the checksum of its register. */
  function isPesel(digits) {
    const month = Number(digits.slice(2, 4));
    const day = Number(digits.slice(4, 6));
    const sum = [...digits].reduce((total, digit, n) => total + Number(digit) * PESEL_WEIGHTS[n], 0);
    return month < 100 && month % 20 >= 1 && month % 20 <= 12 && day >= 1 && day <= 31 && sum % 10 === 0;
  }

  function hasPersonalNumber(checking, text, location) {
    const found = [...text.replace(WEB_ADDRESS, " ").matchAll(LIKE_PESEL)].filter((each) => isPesel(each[1] + each[2]));
    // The rule comes with its words.
    if (!found.length || !("problem.personal_number" in data.words)) return false;
    checking.refuse("personal_number", location);
    return true;
  }

  /** Whether a text can be said as it is. */
  function isSayable(checking, shape, text, location) {
    const isRefused = hasUnwanted(checking, text, location) || hasPersonalNumber(checking, text, location);
    return !isRefused && isInLimits(checking, shape, text, location);
  }

  /** A kind of text that is accepted by a condition and refused with a message. */
  function matching(key, accepts) {
    return (checking, shape, value, location) => {
      if (isInLimits(checking, shape, value, location)) {
        if (accepts(value, shape)) return value;
        checking.refuse(key, location, { value });
      }
      return undefined;
    };
  }

  function number(checking, shape, value, location) {
    if (EXPONENT.test(value)) return checking.refuse("number_with_exponent", location);
    if (!NUMBER.test(value)) return checking.refuse("not_a_number", location, { value });
    if (shape.kind === "whole" && value.includes(".")) return checking.refuse("not_integer", location, { value });
    if (Number(value) < shape.min) return checking.refuse("too_small", location, { min: shape.min });
    if (Number(value) > shape.max) return checking.refuse("too_large", location, { max: shape.max });
    return new Numeral(value);
  }

  function text(checking, shape, value, location) {
    if (!isSayable(checking, shape, value, location)) return undefined;
    if (!MARKUP.test(value)) return value;
    return checking.refuse("markup_in_text", location);
  }

  const KINDS = {
    text,
    lines: text,
    story(checking, shape, value, location) {
      return isSayable(checking, shape, value, location) ? value : undefined;
    },
    slug: matching("bad_id", (value) => value.length <= LONGEST_ID && SLUG.test(value)),
    number,
    whole: number,
    truth: (checking, shape, value) => value,
    day: matching("bad_day", isDay),
    date: matching("bad_date", (value) => parseDate(value) !== null),
    when(checking, shape, value, location) {
      const key = whenProblem(value);
      return key ? checking.refuse(key, location, { value }) : value;
    },
    url: matching("bad_url", isWebAddress),
    email: matching("bad_email", (value) => EMAIL.test(value)),
    phone: matching("bad_phone", (value) => PHONE.test(value)),
    picture: matching("bad_picture_name", (value) => PICTURE.test(value)),
    country: matching("bad_country", (value) => isKnownCode("country", value)),
    language: matching("bad_language", (value) => isKnownCode("language", value)),
    currency: matching("bad_currency", (value) => isKnownCode("currency", value)),
    code: matching("bad_pattern", (value, shape) => new RegExp(shape.pattern).test(value)),
    ref(checking, shape, value, location) {
      const known = checking.known[shape.to];
      if (!SLUG.test(value) && !known) return checking.refuse("bad_id", location, { value });
      if (!known || known.includes(value)) return value;
      const key = shape.to === "practices" ? "unknown_practice" : "unknown_id";
      return checking.refuse(key, location, { value, where: shape.to, nearest: form.nearest(value, known) });
    },
    choice(checking, shape, value, location) {
      if (shape.values.includes(value)) return value;
      const shown = value.slice(0, SHOWN);
      const params = { value: shown, allowed: shape.values.join(", "), nearest: form.nearest(shown, shape.values) };
      return checking.refuse("not_allowed", location, params);
    },
    list(checking, shape, value, location) {
      if (value.length > shape.max) checking.refuse("too_many", location, { max: shape.max });
      if (value.length < shape.min) checking.refuse("too_few", location, { min: shape.min });
      return value.map((each, n) => read(checking, shape.of, each, [...location, n]));
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

  function read(checking, shape, value, location) {
    if (isBlank(value) && shape.kind !== "record") return checking.refuse("missing", location);
    return KINDS[shape.kind](checking, shape, value, location);
  }

  /** The values of an entry, as far as they are in order, and its problems. `raw` holds texts, `true`, lists, and maps as lists
      of pairs; `known` the ids there are, by vocabulary or registry. */
  function check(raw, known, shape = data.shape) {
    const checking = new Checking(known);
    const value = read(checking, shape, raw, []);
    if (shape === data.shape) form.applyRules(value, raw, checking.problems, known);
    return { value, problems: checking.problems };
  }

  Object.assign(form, { check, isBlank, isSafeLink });
})(self);
