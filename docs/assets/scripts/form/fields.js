/* Controls for several values, and the control for every shape of value. */
var FormFields = (() => {
  "use strict";

  const { say } = FormWords;
  const { isBlank } = FormValues;
  const { make, button } = KatalogElements;
  const { Part, nextId } = FormPart;
  const { Leaf, Truth, Choice, Own, Reference, Lines } = FormLeaves;
  const FEW = 7;

  class Group extends Part {
    /** @param {Shape} shape @param {string} name @param {FormHost} host */
    constructor(shape, name, host) {
      super(shape, name, host);
      this.element = make("fieldset", { class: "group group--" + shape.kind, "data-name": name, id: this.id });
      if (this.label) this.element.append(this.labelled("legend", { class: "group__label" }));
      this.element.append(...this.helps(), this.problem);
      this.describe(this.element);
      this.listen();
    }

    focus() {
      /** @type {HTMLElement | null} */
      const first = this.element.querySelector("input, select, textarea, button");
      if (first) first.focus();
    }
  }

  /** Any of a list; the order of ticking is kept where it says something. */
  class Checks extends Group {
    /** @param {Shape} shape @param {string} name @param {FormHost} host */
    constructor(shape, name, host) {
      super(shape, name, host);
      /** @type {string[]} */
      this.chosen = [];
      /** @type {Map<string, HTMLInputElement>} */
      this.boxes = new Map();
      /** @type {[string, string][]} */
      this.options = shape.options || [];
      const items = this.options.map(([value, label]) => this.box(value, label));
      this.holder = make("div", { class: "checks" + (items.length > FEW ? " checks--many" : "") }, ...items);
      this.element.append(this.holder);
      this.main = shape.main ? this.addMain(shape.main) : null;
      this.vocabulary = shape.of.kind === "ref" ? shape.of.to : "";
      this.element.append(...FormProposing.termProposal(this.vocabulary, host, (id) => this.take(id)));
    }

    /** @param {string} id of a term that was just proposed */
    take(id) {
      this.refresh();
      this.tick(id, true);
      this.write(this.chosen);
    }

    /** Shows the terms that the form is about to propose among the others, and no others that it was about to. */
    refresh() {
      const proposed = FormNames.proposedTerms(this.vocabulary);
      this.options = [...(this.shape.options || []), ...proposed];
      for (const [id, label] of proposed) if (!this.boxes.has(id)) this.holder.append(this.box(id, label));
      for (const [id, input] of this.boxes) {
        if (this.options.some(([each]) => each === id)) continue;
        /** @type {Element} */ (input.parentElement).remove();
        this.boxes.delete(id);
      }
      for (const [id, input] of this.boxes) input.checked = this.chosen.includes(id);
      this.fillMain();
    }

    /** @param {string} value @param {string} label */
    box(value, label) {
      const id = nextId();
      const input = make("input", { type: "checkbox", id, value });
      input.addEventListener("change", () => this.tick(value, input.checked));
      this.boxes.set(value, input);
      return make("div", { class: "check" }, input, make("label", { for: id }, label));
    }

    /** @param {string} value @param {boolean} isChosen */
    tick(value, isChosen) {
      this.chosen = this.chosen.filter((each) => each !== value);
      if (isChosen) this.chosen.push(value);
      this.fillMain();
    }

    /** Where the first of several is chosen.
        @param {string} label */
    addMain(label) {
      const id = nextId();
      const select = make("select", { id });
      select.addEventListener("change", () => {
        this.chosen = [select.value, ...this.chosen.filter((each) => each !== select.value)];
      });
      const field = make("div", { class: "field", hidden: true }, make("label", { class: "field__label", for: id }, label), select);
      this.element.append(field);
      return { select, field };
    }

    fillMain() {
      if (!this.main) return;
      const label = (/** @type {string} */ value) => (this.options.find(([each]) => each === value) || [value, value])[1];
      this.main.select.replaceChildren(...this.chosen.map((value) => make("option", { value }, label(value))));
      this.main.field.hidden = this.chosen.length < 2;
    }

    read() {
      return [...this.chosen];
    }

    /** @param {any} value */
    write(value) {
      this.chosen = (value || []).map(String);
      // What the list has not is kept, so that it is said and not lost.
      this.boxes.forEach((input, each) => {
        input.checked = this.chosen.includes(each);
      });
      this.fillMain();
    }
  }

  class Fields extends Group {
    /** @param {Shape} shape @param {string} name @param {FormHost} host */
    constructor(shape, name, host) {
      super(shape, name, host);
      this.parts = partsOf(shape.required || shape.isItem ? shape.fields : ofOptional(shape.fields), host);
      const rare = shape.rare || [];
      const elements = (/** @type {boolean} */ isRare) => {
        return Object.entries(this.parts).filter(([each]) => rare.includes(each) === isRare).map(([, part]) => part.element);
      };
      this.element.append(...elements(false));
      if (rare.length) {
        const more = make("div", { class: "form__fields" }, ...elements(true));
        this.element.append(make("details", { class: "more form__more" }, make("summary", {}, say("form.say.more")), more));
      }
    }

    read() {
      return readParts(this.parts);
    }

    /** @param {any} value */
    write(value) {
      for (const [name, part] of Object.entries(this.parts)) part.write((value || {})[name]);
    }

    /** @param {Place} location @returns {Part} */
    find([name, ...rest]) {
      return name in this.parts ? this.parts[name].find(rest) : this;
    }

    refresh() {
      for (const part of Object.values(this.parts)) part.refresh();
    }
  }

  /** @typedef {{part: Fields, element: HTMLElement, up: HTMLButtonElement, remover: HTMLButtonElement}} Item */

  /** A list that grows: items come and go, and one that was removed can be put back. */
  class Several extends Group {
    /** @param {Shape} shape @param {string} name @param {FormHost} host */
    constructor(shape, name, host) {
      super(shape, name, host);
      /** @type {Item[]} */
      this.items = [];
      /** @type {{at: number, value: any} | null} */
      this.removed = null;
      this.holder = make("div", { class: "group__items" });
      this.adder = button(shape.add || say("form.say.add"), "button button--quiet", () => this.addByHand());
      this.undo = button(say("form.say.undo"), "link", () => this.putBack());
      this.undo.hidden = true;
      this.element.append(this.holder, make("p", { class: "group__actions" }, this.adder, " ", this.undo));
    }

    get itemLabel() {
      return this.shape.item || this.label;
    }

    addByHand() {
      const part = this.add();
      const [name] = this.shape.first || [""];
      if (part.parts[name]) part.parts[name].write(this.freeId());
      part.focus();
      this.host.changed();
    }

    /** An id that none of the items has: s1, s2 and so on. */
    freeId() {
      const [name, start] = this.shape.first || [];
      const taken = this.items.map((item) => item.part.read()[name || ""]);
      let n = 1;
      while (taken.includes(`${start}${n}`)) n += 1;
      return `${start}${n}`;
    }

    /** @param {any} [value] @param {number} [at] */
    add(value, at = this.items.length) {
      const item = this.itemOf(this.makeItem());
      this.items.splice(at, 0, item);
      this.holder.insertBefore(item.element, this.holder.children[at] || null);
      if (value !== undefined) item.part.write(value);
      this.number();
      return item.part;
    }

    makeItem() {
      return new Fields({ ...this.shape.of, label: this.itemLabel, isItem: true }, "", this.host);
    }

    /** @param {Fields} part @returns {Item} */
    itemOf(part) {
      const up = button(say("form.say.up"), "link", () => this.raise(item));
      const remover = button(say("form.say.remove"), "link", () => this.remove(item));
      const actions = make("p", { class: "item__actions" }, up, " ", remover);
      const item = { part, element: make("div", { class: "item", "data-item": true }, part.element, actions), up, remover };
      return item;
    }

    number() {
      this.items.forEach((item, n) => {
        const name = this.itemLabel + " " + (n + 1);
        const legend = item.part.element.querySelector(":scope > legend");
        if (legend) legend.textContent = name;
        item.up.hidden = n === 0;
        item.up.setAttribute("aria-label", say("form.say.up") + ": " + name);
        item.remover.setAttribute("aria-label", say("form.say.remove") + ": " + name);
      });
    }

    /** @param {Item} item */
    raise(item) {
      const at = this.items.indexOf(item);
      this.items.splice(at, 1);
      this.items.splice(at - 1, 0, item);
      this.holder.insertBefore(item.element, this.holder.children[at - 1]);
      this.number();
      (item.up.hidden ? item.remover : item.up).focus();
      this.host.changed();
    }

    /** @param {Item} item */
    remove(item) {
      const at = this.items.indexOf(item);
      this.removed = { at, value: item.part.read() };
      this.items.splice(at, 1);
      item.element.remove();
      this.number();
      this.undo.hidden = false;
      this.undo.focus();
      this.host.announce(say("form.say.removed"));
      this.host.changed();
    }

    putBack() {
      if (!this.removed) return;
      const { at, value } = this.removed;
      this.undo.hidden = true;
      this.add(value, Math.min(at, this.items.length)).focus();
      this.host.changed();
    }

    /** @returns {any[]} */
    read() {
      return this.items.map((item) => item.part.read());
    }

    /** @param {any} value */
    write(value) {
      this.items = [];
      this.holder.replaceChildren();
      this.undo.hidden = true;
      (Array.isArray(value) ? value : []).forEach((each) => this.add(each));
    }

    /** @param {Place} location @returns {Part} */
    find([n, ...rest]) {
      const item = this.items[Number(n)];
      return item ? item.part.find(rest) : this;
    }

    focus() {
      this.adder.focus();
    }

    refresh() {
      for (const item of this.items) item.part.refresh();
    }
  }

  /** A value under a key that somebody chooses or writes. */
  class Pair extends Fields {
    /** @returns {any} */
    read() {
      return [this.parts.key.read(), this.parts.value.read()];
    }

    /** @param {any} pair */
    write([key, value]) {
      this.parts.key.write(key);
      this.parts.value.write(value);
    }
  }

  /** Values under keys: a row a pair. */
  class Pairs extends Several {
    makeItem() {
      const fields = { key: this.shape.keys, value: this.shape.of };
      const shape = { kind: "record", label: this.itemLabel, fields, isItem: true };
      return new Pair(/** @type {any} */ (shape), "", this.host);
    }

    /** @param {any} value */
    write(value) {
      super.write(Array.isArray(value) ? value : Object.entries(value || {}));
    }

    /** @param {Place} location @returns {Part} */
    find([key]) {
      const item = this.items.find((each) => each.part.parts.key.read() === key);
      return item ? item.part.parts.value : this;
    }
  }

  /** @param {Shape} shape @returns {new (shape: Shape, name: string, host: FormHost) => Part} */
  function kindOfPart({ kind, options, own, of }) {
    if (kind === "record") return Fields;
    if (kind === "map") return Pairs;
    if (kind === "list") return listPart(options, of);
    if (own) return Own;
    if (options) return Choice;
    if (kind === "truth") return Truth;
    return kind === "ref" ? Reference : Leaf;
  }

  /** @param {Shape["options"]} options @param {Shape} of */
  function listPart(options, of) {
    if (options) return Checks;
    return of.kind === "record" ? Several : Lines;
  }

  /** The fields of a record that may be left out: what it has to have is asked of those alone who fill it in.
      @param {Record<string, Shape>} fields @returns {Record<string, Shape>} */
  function ofOptional(fields) {
    return Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, { ...shape, ofOptional: true }]));
  }

  /** The parts of fields, by name.
      @param {Record<string, Shape>} fields @param {FormHost} host @returns {Record<string, Part>} */
  function partsOf(fields, host) {
    return Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, new (kindOfPart(shape))(shape, name, host)]));
  }

  /** What was given in parts, by name.
      @param {Record<string, Part>} parts */
  function readParts(parts) {
    /** @type {Record<string, any>} */
    const values = {};
    for (const [name, part] of Object.entries(parts)) {
      const given = part.read();
      if (!isBlank(given)) values[name] = given;
    }
    return values;
  }

  return { partsOf, readParts, Several };
})();
