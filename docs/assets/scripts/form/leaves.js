/* Controls for one value each. */
var FormLeaves = (() => {
  "use strict";

  const { say } = FormWords;
  const { make } = KatalogElements;
  const { Part } = FormPart;
  const { readingWords } = FormReadingWords;
  const LONG_TEXT = 200;
  /** @type {Record<string, string>} */
  const INPUT_TYPES = { url: "url", email: "email", phone: "tel" };

  /** A text without needless blanks, as the model has it; characters that are not seen are left for it to name.
      @param {string} text */
  function onOneLine(text) {
    return text.replace(/[\t\n\v\f\r \u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, " ").trim();
  }

  /** What was typed for a kind of text, as the model reads it.
      @param {string} kind @param {string} text */
  function cleaned(kind, text) {
    if (kind === "story") return text.replace(/\r\n?/g, "\n").trim();
    if (kind === "lines") return text.split("\n").map(onOneLine).join("\n").replace(/\n{3,}/g, "\n\n").trim();
    return kind === "text" ? onOneLine(text) : text.trim();
  }

  /** A value of a file as nobody can take it for another one: 1.234 could be a thousand, 2019-21 two years.
      @param {string} kind @param {any} value */
  function clear(kind, value) {
    const text = String(value);
    if (typeof value === "number" && /\.[0-9]{3}$/.test(text)) return text + "0";
    const isSeason = ["date", "when"].includes(kind) && /^[0-9]{4}-2[1-4][~?%]?$/.test(text);
    return isSeason ? readingWords(kind, { value: text }) : text;
  }

  /** @param {any} value */
  function isGiven(value) {
    return value !== undefined && value !== null;
  }

  class Leaf extends Part {
    /** @param {Shape} shape @param {string} name @param {FormHost} host */
    constructor(shape, name, host) {
      super(shape, name, host);
      /** @type {any} an input, a select or a textarea */
      this.control = this.makeControl();
      this.control.id = this.id;
      this.element = make("div", { class: "field field--" + shape.kind, "data-name": name });
      const label = this.labelled("label", { class: "field__label", for: this.id, "data-field": name });
      this.element.append(label, ...this.helps(), this.problem, this.control, this.understood);
      if (shape.required && !shape.ofOptional) this.control.setAttribute("aria-required", "true");
      this.describe(this.control);
      this.listen();
    }

    /** @returns {HTMLElement} */
    makeControl() {
      const { kind, max } = this.shape;
      if (kind === "story" || kind === "lines") return make("textarea", { rows: 6 });
      if (kind === "text" && max > LONG_TEXT) return make("textarea", { rows: 3 });
      const isNumber = kind === "number" || kind === "whole";
      return make("input", {
        type: INPUT_TYPES[kind] || "text",
        inputmode: isNumber ? "decimal" : null,
        autocomplete: "off",
        autocapitalize: kind === "text" ? null : "off",
        spellcheck: kind === "text" ? null : "false",
      });
    }

    /** @returns {any} */
    read() {
      return cleaned(this.shape.kind, this.control.value);
    }

    /** @param {any} value */
    write(value) {
      this.control.value = isGiven(value) ? clear(this.shape.kind, value) : "";
    }

    /** @param {boolean} isWrong */
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
    /** @returns {HTMLElement} */
    makeControl() {
      return make("input", { type: "checkbox" });
    }

    read() {
      return this.control.checked;
    }

    /** @param {any} value */
    write(value) {
      this.control.checked = value === true || value === "true";
    }
  }

  /** One of a few: a list to choose from. What a draft brings and the list has not stays, to be shown as a problem. */
  class Choice extends Leaf {
    #filled = "";

    /** @param {Shape} shape @param {string} name @param {FormHost} host */
    constructor(shape, name, host) {
      super(shape, name, host);
      if (shape.kind === "ref") this.element.append(...FormProposing.termProposal(shape.to, host, (id) => this.take(id)));
    }

    /** @param {string} id of a term that was just proposed */
    take(id) {
      this.refresh();
      this.write(id);
    }

    /** @returns {HTMLElement} */
    makeControl() {
      const control = make("select");
      this.fill(control);
      return control;
    }

    /** @returns {[string, string][]} */
    options() {
      const { kind, to, options = [] } = this.shape;
      return kind === "ref" ? [...options, ...FormNames.proposedTerms(to)] : options;
    }

    /** Only when there is something else to choose from: filling closes a list that is open. */
    refresh() {
      const now = JSON.stringify(this.options());
      if (now !== (this.#filled || JSON.stringify(this.shape.options || []))) this.fill(this.control);
      this.#filled = now;
    }

    /** @param {HTMLSelectElement} control */
    fill(control) {
      const chosen = control.value;
      /** @type {[string, string][]} */
      const blank = this.shape.default ? [] : [["", say("form.say.choose")]];
      control.replaceChildren(...[...blank, ...this.options()].map(([value, label]) => make("option", { value }, label)));
      if (this.shape.default && !chosen) control.value = this.shape.default;
      else this.put(chosen, control);
    }

    /** @param {string} value @param {HTMLSelectElement} control */
    put(value, control) {
      if (value && ![...control.options].some((each) => each.value === value)) control.append(make("option", { value }, value));
      control.value = value;
    }

    /** @param {any} value */
    write(value) {
      this.put(isGiven(value) ? String(value) : this.shape.default || "", this.control);
    }
  }

  /** One of those that stand elsewhere in the form and may change: sources, figures, fields. */
  class Own extends Choice {
    options() {
      return this.host.own(this.shape.own || "");
    }
  }

  /** One of a long list: typed with suggestions, by any of its names; kept as its id. */
  class Reference extends Leaf {
    /** @param {Shape} shape @param {string} name @param {FormHost} host */
    constructor(shape, name, host) {
      super(shape, name, host);
      this.panel = new FormProposing.Panel(this);
    }

    refresh() {
      if (!this.panel.element.hidden && this.panel.isKnown) this.panel.away();
    }

    /** @returns {HTMLElement} */
    makeControl() {
      return make("input", { type: "text", list: "lista-" + this.shape.to, autocomplete: "off", spellcheck: "false" });
    }

    read() {
      const typed = this.control.value.trim();
      return FormNames.idOf(this.shape.to, typed) || typed;
    }

    /** @param {any} value */
    write(value) {
      this.control.value = value ? FormNames.nameOf(this.shape.to, value) : "";
    }
  }

  /** Several short texts, a line each. */
  class Lines extends Leaf {
    /** @returns {HTMLElement} */
    makeControl() {
      return make("textarea", { rows: 3 });
    }

    helps() {
      this.shape.hint = say("form.say.line_each");
      return super.helps();
    }

    read() {
      const lines = /** @type {string[]} */ (this.control.value.split("\n"));
      return lines.map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
    }

    /** @param {any} value */
    write(value) {
      this.control.value = (typeof value === "string" ? [value] : value || []).join("\n");
    }
  }

  return { Leaf, Truth, Choice, Own, Reference, Lines, cleaned };
})();
