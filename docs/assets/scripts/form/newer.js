/* A correction that was begun on an older version of its entry: what changed in the catalogue meanwhile, field by field, and
   whose words each field gets. */
var FormNewer = (() => {
  "use strict";

  const { data, say } = FormWords;
  const { make } = KatalogElements;
  const { partsOf } = FormFields;
  const { nextId } = FormPart;

  /** What this needs from the page of the form.
      @typedef {FormHost & {
        parts: Record<string, Part>,
        opened: string,
        base: Entry | undefined,
        opening: InstanceType<typeof FormOpening.Opening>,
        update: () => void,
      }} NewerHost */

  /** A field that changed: as it was when the correction was begun, as the catalogue has it, and as it was typed here.
      @typedef {{name: string, before: any, now: any, mine: any}} Change */

  /** @param {any} one @param {any} other */
  function isSame(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
  }

  /** A value for a person to read; an empty one says so.
      @param {any} value */
  function textOf(value) {
    if (value === undefined || value === "" || isSame(value, [])) return say("form.say.newer_nothing");
    return typeof value === "object" ? FormYaml.yamlText(value).trim() : String(value);
  }

  class Newer {
    /** @param {(name: string) => any} part finds an element of the page @param {NewerHost} host */
    constructor(part, host) {
      this.part = part;
      this.host = host;
      part("newer-done").addEventListener("click", () => this.finish());
      /** @type {Entry | null} */
      this.entry = null;
    }

    /** Compares the entry that a draft corrects with that of the catalogue, and shows what differs.
        @param {Draft} draft */
    async look({ opened, base }) {
      this.part("newer").hidden = true;
      if (!opened || !base) return;
      const entry = await this.host.opening.entryOf(opened).catch(() => null);
      if (!entry || opened !== this.host.opened || isSame(entry, base)) return;
      this.entry = entry;
      this.show(this.changes(base, entry));
    }

    /** @param {Entry} base @param {Entry} entry @returns {Change[]} */
    changes(base, entry) {
      const [before, now] = [this.asTyped(base), this.asTyped(entry)];
      const names = Object.keys(this.host.parts).filter((name) => !isSame(before[name], now[name]));
      const all = names.map((name) => ({ name, before: before[name], now: now[name], mine: this.host.parts[name].read() }));
      return all.filter(({ mine, now: theirs }) => !isSame(mine, theirs));
    }

    /** An entry as the fields of the form read it.
        @param {Entry} entry @returns {Record<string, any>} */
    asTyped(entry) {
      const parts = partsOf(data.shape.fields, { own: (name) => this.host.own(name), changed() {}, announce() {}, propose: () => "" });
      for (const [name, part] of Object.entries(parts)) part.write(entry[name]);
      return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.read()]));
    }

    /** @param {Change[]} changes */
    show(changes) {
      if (!changes.length) {
        this.finish();
        return;
      }
      this.part("newer-list").replaceChildren(...changes.map((each) => this.item(each)));
      this.part("newer").hidden = false;
      this.host.update();
      this.host.announce(say("form.say.newer"));
    }

    /** A field with what stood there, what stands there now and what was typed; whoever typed nothing gets what is new.
        @param {Change} change */
    item(change) {
      const { name, before, now, mine } = change;
      const isTouched = !isSame(mine, before);
      const field = make("fieldset", { class: "group newer__field" }, make("legend", { class: "group__label" }, this.host.parts[name].label));
      if (isTouched) field.append(this.shown("form.say.newer_before", before));
      field.append(
        this.choice(name, now, say("form.say.newer_now"), !isTouched),
        this.choice(name, mine, say(isTouched ? "form.say.newer_mine" : "form.say.newer_old"), isTouched),
      );
      if (!isTouched) this.host.parts[name].write(now);
      return make("li", {}, field);
    }

    /** @param {string} key @param {any} value */
    shown(key, value) {
      return make("div", { class: "newer__value" }, make("p", {}, say(key)), make("pre", {}, textOf(value)));
    }

    /** @param {string} name of the field @param {any} value @param {string} label @param {boolean} isChosen */
    choice(name, value, label, isChosen) {
      const [id, text] = [nextId(), nextId()];
      const input = make("input", { type: "radio", name: "nowsze-" + name, id, checked: isChosen, "aria-describedby": text });
      input.addEventListener("change", () => {
        this.host.parts[name].write(value);
        this.host.update();
      });
      const check = make("div", { class: "check" }, input, make("label", { for: id }, label));
      return make("div", { class: "newer__value" }, check, make("pre", { id: text }, textOf(value)));
    }

    /** From here on the correction is one of the entry as the catalogue has it. */
    finish() {
      this.part("newer").hidden = true;
      if (this.entry) this.host.base = this.entry;
      this.host.update();
    }
  }

  return { Newer };
})();
