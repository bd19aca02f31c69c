/* Controls for every shape of value. Each part of the form has an `element`, `read()` and `write(value)` in the raw form that
   check.js takes, `find(location)` for the part a problem is about, `show(text)` to say it there, and `focus()`. */
(function (root) {
  "use strict";

  const form = root.KatalogForm;
  const { data, say, make, button, fold } = form;

  const LONG_TEXT = 200;
  const FEW = 7;
  let made = 0;

  function nextId() {
    made += 1;
    return "pole-" + made;
  }

  /** A text without needless blanks, as the model has it; characters that are not seen are left for it to name. */
  function onOneLine(text) {
    return text.replace(/[\t\n\v\f\r \u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, " ").trim();
  }

  /** What is the same for every part: its name, help, and the place for a problem. */
  class Part {
    constructor(shape, name) {
      this.shape = shape;
      this.name = name;
      this.id = nextId();
      this.problem = make("p", { class: "field__problem", id: this.id + "-blad", hidden: true });
      this.describedBy = [];
    }

    get label() {
      return this.shape.label || "";
    }

    labelled(tag, attributes) {
      const label = make(tag, attributes, this.label);
      if (this.shape.required) label.append(" ", make("span", { class: "field__required" }, say("form.say.required")));
      return label;
    }

    helps() {
      const texts = [this.shape.help, this.shape.hint, this.shape.example && say("form.say.example", { example: this.shape.example })];
      const id = this.id + "-opis";
      const given = texts.filter(Boolean).join(" ");
      if (!given) return [];
      this.describedBy.push(id);
      return [make("p", { class: "field__help", id }, given)];
    }

    /** Notes that somebody was here: only then are its problems told, until all are asked for. */
    listen() {
      this.element.addEventListener("change", () => {
        this.isTouched = true;
      });
    }

    /** Ties help and problem to what has the focus; a problem is named only while there is one. */
    describe(element) {
      const ids = this.problem.hidden ? this.describedBy : [...this.describedBy, this.problem.id];
      if (ids.length) element.setAttribute("aria-describedby", ids.join(" "));
      else element.removeAttribute("aria-describedby");
    }

    show(text) {
      this.problem.textContent = text;
      this.problem.hidden = !text;
      this.element.classList.toggle("has-problem", Boolean(text));
      this.mark(Boolean(text));
    }

    find() {
      return this;
    }
  }

  // ----- one value

  class Leaf extends Part {
    constructor(shape, name) {
      super(shape, name);
      this.control = this.makeControl();
      this.control.id = this.id;
      this.element = make("div", { class: "field field--" + shape.kind, "data-name": name });
      this.element.append(this.labelled("label", { class: "field__label", for: this.id, "data-field": name }), ...this.helps(), this.problem, this.control);
      if (shape.required) this.control.setAttribute("aria-required", "true");
      this.describe(this.control);
      this.listen();
    }

    makeControl() {
      const { kind, max } = this.shape;
      if (kind === "story" || kind === "lines") return make("textarea", { rows: 6 });
      if (kind === "text" && max > LONG_TEXT) return make("textarea", { rows: 3 });
      const types = { url: "url", email: "email", phone: "tel" };
      const isNumber = kind === "number" || kind === "whole";
      return make("input", {
        type: types[kind] || "text",
        inputmode: isNumber ? "decimal" : null,
        autocomplete: "off",
        autocapitalize: kind === "text" ? null : "off",
        spellcheck: kind === "text" ? null : "false",
      });
    }

    read() {
      const text = this.control.value;
      if (this.shape.kind === "story") return text.replace(/\r\n?/g, "\n").trim();
      if (this.shape.kind === "lines") return text.split("\n").map(onOneLine).join("\n").replace(/\n{3,}/g, "\n\n").trim();
      if (this.shape.kind === "text") return onOneLine(text);
      return text.trim();
    }

    write(value) {
      this.control.value = value === undefined || value === null ? "" : String(value);
    }

    mark(isWrong) {
      if (isWrong) this.control.setAttribute("aria-invalid", "true");
      else this.control.removeAttribute("aria-invalid");
      this.describe(this.control);
    }

    focus() {
      this.control.focus();
    }
  }

  class Truth extends Leaf {
    makeControl() {
      return make("input", { type: "checkbox" });
    }

    read() {
      return this.control.checked;
    }

    write(value) {
      this.control.checked = value === true || value === "true";
    }
  }

  /** One of a few: a list to choose from. What a draft brings and the list has not stays, to be told as a problem. */
  class Choice extends Leaf {
    makeControl() {
      const control = make("select");
      this.fill(control);
      return control;
    }

    options() {
      return this.shape.options;
    }

    fill(control = this.control) {
      const chosen = control.value;
      const options = this.options();
      const blank = this.shape.default ? [] : [["", say("form.say.choose")]];
      control.replaceChildren(...[...blank, ...options].map(([value, label]) => make("option", { value }, label)));
      if (this.shape.default && !chosen) control.value = this.shape.default;
      else this.put(chosen, control);
    }

    put(value, control) {
      if (value && ![...control.options].some((each) => each.value === value)) control.append(make("option", { value }, value));
      control.value = value;
    }

    write(value) {
      this.put(value === undefined || value === null ? this.shape.default || "" : String(value), this.control);
    }
  }

  /** One of those that stand elsewhere in the form and may change: sources, figures, fields. */
  class Own extends Choice {
    options() {
      return form.own(this.shape.own);
    }

    /** Only when there is something else to choose from: filling closes a list that is open. */
    refresh() {
      const now = JSON.stringify(this.options());
      if (now !== this.filled) this.fill();
      this.filled = now;
    }
  }

  /** One of a long list: typed with suggestions, by any of its names; kept as its id. */
  class Reference extends Leaf {
    makeControl() {
      return make("input", { type: "text", list: "lista-" + this.shape.to, autocomplete: "off", spellcheck: "false" });
    }

    read() {
      const typed = this.control.value.trim();
      return form.idOf(this.shape.to, typed) || typed;
    }

    write(value) {
      this.control.value = value ? form.nameOf(this.shape.to, value) : "";
    }
  }

  /** Several short texts, a line each. */
  class Lines extends Leaf {
    makeControl() {
      return make("textarea", { rows: 3 });
    }

    helps() {
      this.shape.hint = say("form.say.line_each");
      return super.helps();
    }

    read() {
      const lines = this.control.value.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
      return lines.filter(Boolean);
    }

    write(value) {
      this.control.value = (typeof value === "string" ? [value] : value || []).join("\n");
    }
  }

  // ----- several values

  class Group extends Part {
    constructor(shape, name) {
      super(shape, name);
      this.element = make("fieldset", { class: "group group--" + shape.kind, "data-name": name, id: this.id });
      if (this.label) this.element.append(this.labelled("legend", { class: "group__label" }));
      this.element.append(...this.helps(), this.problem);
      this.describe(this.element);
      this.listen();
    }

    mark() {
      this.describe(this.element);
    }

    focus() {
      const first = this.element.querySelector("input, select, textarea, button");
      if (first) first.focus();
    }
  }

  /** Any of a list; the order of ticking is kept where it says something. */
  class Checks extends Group {
    constructor(shape, name) {
      super(shape, name);
      this.chosen = [];
      this.boxes = new Map();
      const items = shape.options.map(([value, label]) => this.box(value, label));
      this.element.append(make("div", { class: "checks" + (items.length > FEW ? " checks--many" : "") }, ...items));
      if (shape.main) this.addMain();
    }

    box(value, label) {
      const id = nextId();
      const input = make("input", { type: "checkbox", id, value });
      input.addEventListener("change", () => this.tick(value, input.checked));
      this.boxes.set(value, input);
      return make("div", { class: "check" }, input, make("label", { for: id }, label));
    }

    tick(value, isChosen) {
      this.chosen = this.chosen.filter((each) => each !== value);
      if (isChosen) this.chosen.push(value);
      this.fillMain();
    }

    addMain() {
      const id = nextId();
      this.main = make("select", { id });
      this.main.addEventListener("change", () => {
        this.chosen = [this.main.value, ...this.chosen.filter((each) => each !== this.main.value)];
      });
      this.mainField = make("div", { class: "field", hidden: true }, make("label", { class: "field__label", for: id }, this.shape.main), this.main);
      this.element.append(this.mainField);
    }

    fillMain() {
      if (!this.main) return;
      const label = (value) => (this.shape.options.find(([each]) => each === value) || [value, value])[1];
      this.main.replaceChildren(...this.chosen.map((value) => make("option", { value }, label(value))));
      this.mainField.hidden = this.chosen.length < 2;
    }

    read() {
      return [...this.chosen];
    }

    write(value) {
      this.chosen = (value || []).map(String);
      // What the list has not is kept, so that it is told and not lost.
      this.boxes.forEach((input, each) => {
        input.checked = this.chosen.includes(each);
      });
      this.fillMain();
    }
  }

  class Fields extends Group {
    constructor(shape, name) {
      super(shape, name);
      this.parts = partsOf(shape.fields);
      const rare = shape.rare || [];
      const elements = (isRare) => Object.entries(this.parts).filter(([each]) => rare.includes(each) === isRare).map(([, part]) => part.element);
      this.element.append(...elements(false));
      if (rare.length) {
        const more = make("div", { class: "form__fields" }, ...elements(true));
        this.element.append(make("details", { class: "more form__more" }, make("summary", {}, say("form.say.more")), more));
      }
    }

    read() {
      const value = {};
      for (const [name, part] of Object.entries(this.parts)) {
        const given = part.read();
        if (!form.isBlank(given)) value[name] = given;
      }
      return value;
    }

    write(value) {
      for (const [name, part] of Object.entries(this.parts)) part.write((value || {})[name]);
    }

    find([name, ...rest]) {
      return name in this.parts ? this.parts[name].find(rest) : this;
    }

    refresh() {
      refresh(Object.values(this.parts));
    }
  }

  /** A list that grows: items come and go, and one that was removed can be put back. */
  class Several extends Group {
    constructor(shape, name) {
      super(shape, name);
      this.items = [];
      this.holder = make("div", { class: "group__items" });
      this.adder = button(shape.add || say("form.say.add"), "button button--quiet", () => this.addByHand());
      this.undo = button(say("form.say.undo"), "link", () => this.putBack());
      this.undo.hidden = true;
      this.element.append(this.holder, make("p", { class: "group__actions" }, this.adder, " ", this.undo));
    }

    addByHand() {
      const part = this.add();
      if (this.shape.first && part.parts[this.shape.first[0]]) part.parts[this.shape.first[0]].write(this.freeId());
      part.focus();
      form.changed();
    }

    /** An id that none of the items has: s1, s2 and so on. */
    freeId() {
      const [name, start] = this.shape.first;
      const taken = this.items.map((item) => item.part.read()[name]);
      let n = 1;
      while (taken.includes(start + n)) n += 1;
      return start + n;
    }

    add(value, at = this.items.length) {
      const part = this.makeItem();
      const item = { part, element: make("div", { class: "item", "data-item": true }) };
      item.element.append(part.element, this.itemActions(item));
      this.items.splice(at, 0, item);
      this.holder.insertBefore(item.element, this.holder.children[at] || null);
      if (value !== undefined) part.write(value);
      this.number();
      return part;
    }

    makeItem() {
      return new Fields({ ...this.shape.of, label: this.shape.item || this.label }, "");
    }

    itemActions(item) {
      item.up = button(say("form.say.up"), "link", () => this.raise(item));
      item.remover = button(say("form.say.remove"), "link", () => this.remove(item));
      return make("p", { class: "item__actions" }, item.up, " ", item.remover);
    }

    number() {
      this.items.forEach((item, n) => {
        const name = (this.shape.item || this.label) + " " + (n + 1);
        const legend = item.part.element.querySelector(":scope > legend");
        if (legend) legend.textContent = name;
        item.up.hidden = n === 0;
        item.up.setAttribute("aria-label", say("form.say.up") + ": " + name);
        item.remover.setAttribute("aria-label", say("form.say.remove") + ": " + name);
      });
    }

    raise(item) {
      const at = this.items.indexOf(item);
      this.items.splice(at, 1);
      this.items.splice(at - 1, 0, item);
      this.holder.insertBefore(item.element, this.holder.children[at - 1]);
      this.number();
      (item.up.hidden ? item.remover : item.up).focus();
      form.changed();
    }

    remove(item) {
      const at = this.items.indexOf(item);
      this.removed = { at, value: item.part.read() };
      this.items.splice(at, 1);
      item.element.remove();
      this.number();
      this.undo.hidden = false;
      this.undo.focus();
      form.announce(say("form.say.removed"));
      form.changed();
    }

    putBack() {
      const { at, value } = this.removed;
      this.undo.hidden = true;
      this.add(value, Math.min(at, this.items.length)).focus();
      form.changed();
    }

    read() {
      return this.items.map((item) => item.part.read());
    }

    write(value) {
      this.items = [];
      this.holder.replaceChildren();
      this.undo.hidden = true;
      (Array.isArray(value) ? value : []).forEach((each) => this.add(each));
    }

    find([n, ...rest]) {
      return this.items[n] ? this.items[n].part.find(rest) : this;
    }

    focus() {
      this.adder.focus();
    }

    refresh() {
      refresh(this.items.map((item) => item.part));
    }
  }

  /** Values under keys that people choose or write: a row a pair. */
  class Pairs extends Several {
    makeItem() {
      const fields = { key: this.shape.keys, value: this.shape.of };
      const part = new Fields({ kind: "record", label: this.shape.item || this.label, fields }, "");
      part.read = () => [part.parts.key.read(), part.parts.value.read()];
      part.write = ([key, value]) => {
        part.parts.key.write(key);
        part.parts.value.write(value);
      };
      return part;
    }

    write(value) {
      super.write(Array.isArray(value) ? value : Object.entries(value || {}));
    }

    find([key]) {
      const item = this.items.find((each) => each.part.parts.key.read() === key);
      return item ? item.part.parts.value : this;
    }
  }

  function refresh(parts) {
    parts.filter((part) => part.refresh).forEach((part) => part.refresh());
  }

  function partOf(shape, name) {
    if (shape.kind === "record") return new Fields(shape, name);
    if (shape.kind === "map") return new Pairs(shape, name);
    if (shape.kind === "list") {
      if (shape.options) return new Checks(shape, name);
      return shape.of.kind === "record" ? new Several(shape, name) : new Lines(shape, name);
    }
    if (shape.own) return new Own(shape, name);
    if (shape.options) return new Choice(shape, name);
    if (shape.kind === "truth") return new Truth(shape, name);
    return new (shape.kind === "ref" ? Reference : Leaf)(shape, name);
  }

  function partsOf(fields) {
    return Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, partOf(shape, name)]));
  }

  Object.assign(form, { partsOf, partOf, refresh, fold });
})(self);
