/* The form of five minutes: a few questions over the same entry. What is typed goes into the fields of the full form, so that the
   draft, the check and the file are the same; what a short answer leaves open becomes a question in the file. */
var FormShort = (() => {
  "use strict";

  const { data } = FormWords;
  const { isBlank } = FormValues;
  const { partsOf } = FormFields;

  /** The field of the short form that a field of an entry is asked by.
      @type {Record<string, string>} */
  const ASKED_BY = {
    title: "title", summary: "summary", places: "place", lifecycle: "lifecycle", kind: "kind", themes: "theme", sources: "link", organisations: "leader",
  };
  /** What a short entry leaves open, if nobody filled it in in full. */
  const OPEN = ["period", "target_groups", "funding", "indicators"];

  /** The address in what was typed, if it is one.
      @param {string} typed */
  function addressIn(typed) {
    if (/^https?:\/\/\S+$/i.test(typed)) return typed;
    return /^www\.\S+\.\S+$/i.test(typed) ? "https://" + typed : "";
  }

  /** @param {string} address */
  function hostOf(address) {
    return (/^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(address) || ["", ""])[1];
  }

  /** The first source after something else was typed: an address with its host for a title, or a title.
      @param {Entry} before @param {string} typed @returns {Entry} */
  function sourceOf(before, typed) {
    const { title, url, ...others } = before;
    const address = addressIn(typed);
    if (!typed) return others;
    if (!address) return { ...others, title: typed };
    return { ...others, title: title && title !== hostOf(url || "") && url ? title : hostOf(address), url: address };
  }

  /** @param {Entry[]} organisations */
  function leaderIn(organisations) {
    return organisations.findIndex(({ role }) => role === "leader");
  }

  /** The organisations that can stand in an entry, and what has to be asked about who leads.
      @param {Entry[]} organisations */
  function organisationsOf(organisations) {
    if (!organisations.length) return { organisations, asked: [question("organisations")] };
    const { org = "" } = organisations[leaderIn(organisations)] || {};
    if (!org || FormNames.known().organisations.includes(org)) return { organisations, asked: [] };
    return { organisations: organisations.filter((each) => each.org !== org), asked: [question("leader", org)] };
  }

  /** @param {Part} list @returns {Entry} */
  function firstOf(list) {
    return list.read()[0] || {};
  }

  /** @param {Entry} source */
  function linkIn({ url = "", title = "" }) {
    return url || title;
  }

  /** @param {string} key @param {string} [words] */
  function question(key, words = "") {
    return data.short.questions[key].replace("{words}", words);
  }

  /** The fields with the answers there are to choose from, which the full form has as well.
      @returns {Record<string, Shape>} */
  function fieldsToAsk() {
    const asked = Object.entries(data.short.fields).map(([name, shape]) => {
      const { same, ahead = [] } = shape;
      if (!same) return [name, shape];
      const options = data.shape.fields[same].options || [];
      const isAhead = (/** @type {[string, string]} */ [each]) => ahead.includes(each);
      return [name, { ...shape, options: [...options.filter(isAhead), ...options.filter((each) => !isAhead(each))] }];
    });
    return Object.fromEntries(asked);
  }

  class Short {
    /** @param {(name: string) => any} part finds an element of the page @param {FormHost} host */
    constructor(part, host) {
      this.parts = partsOf(fieldsToAsk(), host);
      for (const { name, fields } of data.short.steps) {
        part("short-fields-" + name).append(...fields.map((each) => this.parts[each].element));
      }
      /** @type {InstanceType<typeof FormLeaves.Leaf>} */ (this.parts.leader).control.setAttribute("list", "lista-organisations");
    }

    get sender() {
      return this.parts.sender.read();
    }

    /** Shows what the full form holds.
        @param {Record<string, Part>} full @param {string} sender */
    fill(full, sender) {
      for (const [name, value] of Object.entries(this.answersIn(full))) this.parts[name].write(value);
      this.parts.sender.write(sender);
    }

    /** @param {Record<string, Part>} full @returns {Record<string, string>} */
    answersIn(full) {
      const organisations = full.organisations.read();
      const same = ["title", "summary", "lifecycle", "kind"].map((name) => [name, full[name].read()]);
      return {
        ...Object.fromEntries(same),
        place: firstOf(full.places).place || "",
        theme: full.themes.read()[0] || "",
        leader: FormNames.nameOf("organisations", (organisations[leaderIn(organisations)] || {}).org || ""),
        link: linkIn(firstOf(full.sources)),
      };
    }

    /** Puts what was typed into the full form, and leaves alone what nobody changed here.
        @param {Record<string, Part>} full */
    writeInto(full) {
      const before = this.answersIn(full);
      for (const [name, was] of Object.entries(before)) {
        const now = this.parts[name].read();
        if (now !== was) this.put(name, now, full);
      }
    }

    /** @param {string} name @param {string} now @param {Record<string, Part>} full */
    put(name, now, full) {
      if (name in full) full[name].write(now);
      if (name === "place") this.putFirst(full.places, ({ place: _, ...others }) => (now ? { ...others, place: now } : others));
      if (name === "link") this.putFirst(full.sources, (source) => sourceOf({ id: "s1", ...source }, now));
      if (name === "theme") full.themes.write([now, ...full.themes.read().slice(1)].filter(Boolean));
      if (name === "leader") this.putLeader(full.organisations, FormNames.idOf("organisations", now) || now);
    }

    /** @param {Part} list @param {(first: Entry) => Entry} change */
    putFirst(list, change) {
      const [first = {}, ...others] = list.read();
      list.write([change(first), ...others]);
    }

    /** @param {Part} list @param {string} org */
    putLeader(list, org) {
      const organisations = list.read();
      const n = leaderIn(organisations);
      const others = organisations.filter((/** @type {Entry} */ _, /** @type {number} */ m) => m !== n);
      list.write(org ? [{ ...organisations[n], org, role: "leader" }, ...others] : others);
    }

    /** The entry with what it has to have, and the questions to whoever sent it.
        @param {Entry} raw @returns {{entry: Entry, questions: string[]}} */
    entryOf(raw) {
      const { organisations, asked } = organisationsOf(raw.organisations || []);
      const [source = {}, ...sources] = raw.sources || [];
      const open = OPEN.filter((name) => isBlank(raw[name])).map((name) => question(name));
      const questions = [...asked, ...open, ...(source.title ? [] : [question("link")])];
      const editorial = raw.editorial || {};
      const entry = {
        ...raw,
        organisations,
        sources: [{ id: "s1", ...source, title: source.title || data.short.source }, ...sources],
        editorial: { ...editorial, questions: [...new Set([...(editorial.questions || []), ...questions])] },
      };
      return { entry, questions };
    }

    /** The part that a place in an entry is asked by; null where the full form alone asks.
        @param {Place} location @returns {Part | null} */
    find([name]) {
      return this.parts[ASKED_BY[name]] || null;
    }
  }

  return { Short, addressIn };
})();
