/* What a registry lacks, proposed at the field that asks for it: a place found in GeoNames, or a record with what has to be known. */
var FormProposing = (() => {
  "use strict";

  const { data, say, fold } = FormWords;
  const { make, button } = KatalogElements;
  const { nextId } = FormPart;
  const { isBlank } = FormValues;
  const PAUSE = 400; // ms after the last key

  /** @typedef {{element: HTMLElement, control: HTMLInputElement, shape: Shape, host: FormHost}} Asking */

  class Panel {
    /** @param {Asking} asking the control of a reference */
    constructor(asking) {
      this.asking = asking;
      this.registry = asking.shape.to;
      this.element = make("div", { class: "unlisted", role: "group", hidden: true });
      this.waiting = 0;
      this.shownFor = "";
      if (!(this.registry in data.added)) return;
      asking.element.append(this.element);
      asking.control.addEventListener("input", () => this.wait());
      asking.control.addEventListener("change", () => this.look());
    }

    get name() {
      return this.asking.control.value.replace(/\s+/g, " ").trim();
    }

    get isKnown() {
      return FormNames.idOf(this.registry, this.name) !== "";
    }

    /** Whether the list of the control has something that may be meant. */
    get isSuggested() {
      const words = fold(this.name);
      const records = FormNames.recordsOf(this.registry);
      return records.some(([, name, others]) => [name, ...(others || [])].some((each) => fold(each).includes(words)));
    }

    wait() {
      clearTimeout(this.waiting);
      if (this.name !== this.shownFor) this.away();
      this.waiting = setTimeout(() => this.isSuggested || this.look(), PAUSE);
    }

    /** Looks what there is for a name that is on no list. */
    async look() {
      clearTimeout(this.waiting);
      const { name } = this;
      if (name.length < 2 || this.isKnown) this.away();
      else if (name !== this.shownFor) await this.show(name);
    }

    away() {
      this.element.hidden = true;
      this.shownFor = "";
    }

    /** @param {string} name */
    async show(name) {
      this.shownFor = name;
      const places = this.registry === "places" ? await FormGazetteer.placesCalled(name).catch(() => []) : [];
      if (this.shownFor !== name) return; // typed on meanwhile
      const said = [say("form.say.unlisted", { name })];
      if (places.length) said.push(say("form.say.unlisted_found", { n: places.length }));
      const id = nextId();
      this.element.setAttribute("aria-labelledby", id);
      this.element.replaceChildren(make("p", { id }, said.join(" ")), ...this.found(places), this.byHand(name, places.length > 0));
      this.element.hidden = false;
      this.asking.host.announce(said.join(" "));
    }

    /** The places there are, each to choose.
        @param {GazetteerPlace[]} places */
    found(places) {
      if (!places.length) return [];
      const items = places.map((place) => {
        const words = `${place.name} – ${FormGazetteer.described(place)}`;
        return make("li", {}, button(words, "link", () => this.propose(recordOf(place))));
      });
      return [make("ul", {}, ...items), make("p", { class: "field__help" }, say("form.say.unlisted_credit"))];
    }

    /** What has to be known of a record, to fill in.
        @param {string} name @param {boolean} isLast whether places stand above it */
    byHand(name, isLast) {
      const { fields } = data.added[this.registry].of;
      const needed = Object.entries(fields).filter(([each, shape]) => shape.required && !["id", "name"].includes(each));
      const parts = FormFields.partsOf(Object.fromEntries(needed), this.asking.host);
      const adder = button(say("form.say.propose", { name }), "button button--quiet", () => this.proposeTyped(name, parts));
      const content = [...Object.values(parts).map((part) => part.element), make("p", {}, adder)];
      if (!isLast) return make("div", { class: "unlisted__fields" }, ...content);
      return make("details", { class: "more" }, make("summary", {}, say("form.say.propose_by_hand")), ...content);
    }

    /** @param {string} name @param {Record<string, Part>} parts */
    proposeTyped(name, parts) {
      const missing = Object.values(parts).filter((part) => isBlank(part.read()));
      for (const part of Object.values(parts)) part.show(missing.includes(part) ? say("problem.missing", {}) : "");
      if (missing.length) missing[0].focus();
      else this.propose({ name, ...FormFields.readParts(parts) });
    }

    /** @param {Entry} record without its id */
    propose(record) {
      const id = this.asking.host.propose(this.registry, record);
      this.asking.control.value = FormNames.nameOf(this.registry, id);
      this.away();
      this.asking.control.focus();
      this.asking.host.announce(say("form.say.proposed", { name: record.name }));
      this.asking.host.changed();
    }
  }

  /** @param {GazetteerPlace} place @returns {Entry} */
  function recordOf({ name, country, region, lat, lon, geonames }) {
    const parent = FormNames.idOf("places", data.gazetteer.regions[`${country}.${region}`] || "");
    return { name, country, level: "town", lat, lon, geonames, ...(parent ? { parent } : {}) };
  }

  /** A word that a vocabulary lacks, proposed beside those it has.
      @param {string} vocabulary @param {FormHost} host @param {(id: string) => void} take takes the new term */
  function termProposal(vocabulary, host, take) {
    const vocabularies = data.added.terms.of.fields.vocabulary.options || [];
    if (!vocabularies.some(([name]) => name === vocabulary)) return [];
    const id = nextId();
    const input = make("input", { type: "text", id, autocomplete: "off" });
    const details = make("details", { class: "more unlisted__term" });
    const propose = () => {
      const pl = input.value.replace(/\s+/g, " ").trim();
      if (!pl) {
        input.focus();
        return;
      }
      take(host.propose("terms", { vocabulary, pl }));
      input.value = "";
      details.open = false;
      host.announce(say("form.say.proposed", { name: pl }));
      host.changed();
    };
    const label = make("label", { class: "field__label", for: id }, say("form.say.propose_term_label"));
    const adder = button(say("form.say.propose_term_button"), "button button--quiet", propose);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      propose();
    });
    details.append(make("summary", {}, say("form.say.propose_term")), make("div", { class: "field" }, label, input), make("p", {}, adder));
    return [details];
  }

  return { Panel, termProposal };
})();
