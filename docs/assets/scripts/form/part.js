/* A part of the form: a field, or fields that belong together. Each has an `element`, `read()` and `write(value)` in the raw form
   that check.js takes, `find(location)` for the part a problem is about, `show(text)` to say it there, and `focus()`. */

/** What the parts need from the page of the form; proposing a record gives its id.
    @typedef {{
      own: (name: string) => [string, string][],
      changed: () => void,
      announce: (text: string) => void,
      propose: (registry: string, record: Entry) => string,
    }} FormHost */

/** @typedef {InstanceType<typeof FormPart.Part>} Part */

var FormPart = (() => {
  "use strict";

  const { say } = FormWords;
  const { make } = KatalogElements;

  /** Gives parts an id each. */
  class Ids {
    static #made = 0;

    static next() {
      Ids.#made += 1;
      return "pole-" + Ids.#made;
    }
  }

  /** What is the same for every part: its name, help, and the place for a problem. */
  class Part {
    /** @param {Shape} shape @param {string} name @param {FormHost} host */
    constructor(shape, name, host) {
      this.shape = shape;
      this.name = name;
      this.host = host;
      this.id = Ids.next();
      this.isTouched = false;
      this.problem = make("p", { class: "field__problem", id: this.id + "-blad", hidden: true });
      this.understood = make("p", { class: "field__understood", id: this.id + "-odczyt", hidden: true });
      /** @type {string[]} */
      this.describedBy = [];
      /** @type {HTMLElement} */
      this.element = this.problem;
    }

    get label() {
      return this.shape.label || "";
    }

    /** @template {"label" | "legend"} T @param {T} tag @param {Record<string, string>} attributes */
    labelled(tag, attributes) {
      const label = make(tag, attributes, this.label);
      const key = this.shape.ofOptional ? "form.say.required_if" : "form.say.required";
      if (this.shape.required) label.append(" ", make("span", { class: "field__required" }, say(key)));
      return label;
    }

    helps() {
      const { help, hint, example } = this.shape;
      const given = [help, hint, example && say("form.say.example", { example })].filter(Boolean).join(" ");
      if (!given) return [];
      const id = this.id + "-opis";
      this.describedBy.push(id);
      return [make("p", { class: "field__help", id }, given)];
    }

    /** Notes that somebody was here: only then are its problems said, until all are asked for. */
    listen() {
      this.element.addEventListener("change", () => {
        this.isTouched = true;
      });
    }

    /** Ties help and problem to what has the focus; a problem is named only while there is one.
        @param {Element} element */
    describe(element) {
      const ids = [...this.describedBy, ...[this.problem, this.understood].filter((each) => !each.hidden).map((each) => each.id)];
      if (ids.length) element.setAttribute("aria-describedby", ids.join(" "));
      else element.removeAttribute("aria-describedby");
    }

    /** @param {string} text of the problem, or an empty one */
    show(text) {
      this.problem.textContent = text;
      this.problem.hidden = !text;
      this.element.classList.toggle("has-problem", Boolean(text));
      this.mark(Boolean(text));
    }

    /** @param {string} text what was understood of what was typed, or an empty one */
    tell(text) {
      this.understood.textContent = text;
      this.understood.hidden = !text;
      this.mark(!this.problem.hidden);
    }

    /** @param {boolean} _isWrong */
    mark(_isWrong) {
      this.describe(this.element);
    }

    /** The part that a place within it is about.
        @param {Place} _location @returns {Part} */
    find(_location) {
      return this;
    }

    /** @returns {any} */
    read() {
      return undefined;
    }

    /** @param {any} _value */
    write(_value) {}

    focus() {}

    /** Follows what changed elsewhere in the form. */
    refresh() {}
  }

  return { Part, nextId: Ids.next };
})();
