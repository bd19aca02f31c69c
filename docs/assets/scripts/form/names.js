/* What entries name by an id: organisations, places, programmes and practices, by whatever of their names is typed. */

/** A record by its id, with its name and its other names.
    @typedef {[id: string, name: string, others: string[]]} NamedRecord */

var FormNames = (() => {
  "use strict";

  const { data, fold } = FormWords;
  const { make } = KatalogElements;

  const LONGEST_ID = 60;

  class Names {
    /** @type {Record<string, NamedRecord[]>} by registry: records that the form is about to add, and ids an opened entry names */
    #further = {};
    /** @type {Entry[]} terms that the form is about to propose */
    terms = [];

    /** @param {string} registry @returns {NamedRecord[]} */
    recordsOf(registry) {
      return [...data.registry[registry], ...(this.#further[registry] || [])];
    }

    /** The name shown for an id; one that several have comes with the id.
        @param {string} registry @param {string} id */
    nameOf(registry, id) {
      const records = this.recordsOf(registry);
      const found = records.find(([each]) => each === id);
      if (!found) return id;
      const isCommon = records.some(([each, name]) => each !== id && name === found[1]);
      return isCommon ? found[1] + " (" + id + ")" : found[1];
    }

    /** The id of what was typed: its id, its name, or another name of it; empty if it is none or not one alone.
        @param {string} registry @param {string} typed */
    idOf(registry, typed) {
      if (!typed) return "";
      const records = this.recordsOf(registry);
      const words = fold(typed);
      const exact = records.find(([id]) => id === typed || this.nameOf(registry, id) === typed);
      if (exact) return exact[0];
      const alike = records.filter(([, name, others]) => [name, ...(others || [])].some((each) => fold(each) === words));
      return alike.length === 1 ? alike[0][0] : "";
    }

    /** Words as an id, which is a part of an address; empty where they have neither a letter nor a digit for one.
        @param {string} words */
    slug(words) {
      return fold(words).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, LONGEST_ID).replace(/-+$/, "");
    }

    /** An id made of a name that no record of a registry has.
        @param {string} registry @param {string} name @param {string[]} [others] further ids that are taken */
    freeId(registry, name, others = []) {
      const start = this.slug(name) || "x";
      const taken = [...others, ...(data.registry[registry] ? this.recordsOf(registry) : []).map(([id]) => id)];
      let [id, n] = [start, 2];
      while (taken.includes(id)) {
        id = `${start}-${n}`;
        n += 1;
      }
      return id;
    }

    /** Everything an id may be, by vocabulary or registry.
        @returns {Known} */
    known() {
      /** @type {Known} */
      const known = {};
      for (const [name, terms] of Object.entries(data.terms)) known[name] = [...terms];
      for (const name of Object.keys(data.registry)) known[name] = this.recordsOf(name).map(([id]) => id);
      return known;
    }

    /** Has a registry know further records, in place of those before.
        @param {string} registry @param {NamedRecord[]} records */
    add(registry, records) {
      const now = JSON.stringify(records);
      if (JSON.stringify(this.#further[registry] || []) === now) return;
      this.#further[registry] = records;
      this.fillLists();
    }

    /** The terms that the form is about to propose for a vocabulary.
        @param {string} vocabulary @returns {[string, string][]} */
    proposedTerms(vocabulary) {
      return this.terms.filter((each) => each.vocabulary === vocabulary && each.id).map((each) => [each.id, each.pl || each.id]);
    }

    /** The lists that inputs suggest from. */
    fillLists() {
      for (const registry of Object.keys(data.registry)) {
        const id = "lista-" + registry;
        const options = this.recordsOf(registry).map(([each]) => make("option", { value: this.nameOf(registry, each) }));
        const list = make("datalist", { id }, ...options);
        const old = document.getElementById(id);
        if (old) old.replaceWith(list);
        else /** @type {Element} */ (document.querySelector("[data-form]")).append(list);
      }
    }
  }

  return new Names();
})();
