/* What the form hands out: the file of the entry, records for registries, a link to where both go, the preview. */

/** What was typed, what became of it, and its problems.
    @typedef {{
      raw: Entry,
      records: Record<string, Entry[]>,
      value: Entry,
      notes: Note[],
      problems: Problem[],
      addedProblems: Problem[],
    }} Checked */

var FormResults = (() => {
  "use strict";

  const { data, say } = FormWords;
  const { make } = KatalogElements;
  const { yamlText, entryText } = FormYaml;
  const { readTyped } = FormCheck;
  const { preview } = FormPreview;
  const LONGEST_ADDRESS = 2000;

  /** @param {Checked} checked */
  function isInOrder({ problems, addedProblems }) {
    return problems.length + addedProblems.length === 0;
  }

  /** @param {string} id */
  function fileOf(id) {
    return "practices/" + id + "/index.md";
  }

  /** Where the host of the repository takes a new file, with the text where it takes one, or opens that of an entry.
      @param {string} id @param {string} text @param {string} opened the id of the entry that is corrected */
  function hostAddress(id, text, opened) {
    if (!data.host) return "";
    const { address, file, content, edit } = data.host;
    if (opened) return edit + opened + "/index.md";
    const query = file + "=" + encodeURIComponent(fileOf(id));
    return address + "?" + query + (content ? "&" + content + "=" + encodeURIComponent(text) : "");
  }

  /** What an editor does at the host: paste the text, or find it there.
      @param {boolean} isFit whether the address is not too long @param {string} opened */
  function hostNote(isFit, opened) {
    if (!isFit) return "form.say.host_long";
    return isPasted(opened) ? "form.say.host_paste" : "form.say.host_filled";
  }

  /** Whether the host does not take the text from the address.
      @param {string} opened */
  function isPasted(opened) {
    return Boolean(opened || !data.host?.content);
  }

  class Results {
    /** @param {(name: string) => any} part finds an element of the page */
    constructor(part) {
      this.part = part;
    }

    /** @param {Checked} checked @param {string} opened */
    show(checked, opened) {
      const { part } = this;
      const isReady = isInOrder(checked);
      const id = checked.raw.id || "";
      const text = isReady ? entryText(checked.value) : "";
      part("ready").hidden = !isReady;
      part("unready").hidden = isReady;
      part("text").value = text;
      part("file").textContent = isReady ? fileOf(id) : "";
      part("added").replaceChildren(...(isReady ? this.added(checked.records) : []));
      if (part("host")) this.showHost(isReady ? hostAddress(id, text, opened) : "", opened);
      part("preview").replaceChildren(...preview(checked.value));
    }

    /** The records to add, by registry.
        @param {Record<string, Entry[]>} added */
    added(added) {
      const known = FormNames.known();
      return Object.entries(data.added).filter(([name]) => (added[name] || []).length).flatMap(([name, shape]) => {
        const records = added[name].map((record) => readTyped(record, known, shape.of).value);
        const area = make("textarea", { id: "dopisz-" + name, rows: 6, readonly: true, class: "form__text" });
        area.value = yamlText(records);
        const label = say("form.say.add_to", { file: "practices/_registry/" + name + ".yml" });
        return [make("label", { class: "field__label", for: area.id }, label), area];
      });
    }

    /** The link to the repository's host, unless the address is too long.
        @param {string} address empty while there is no file @param {string} opened */
    showHost(address, opened) {
      const link = this.part("host");
      const note = this.part("host-note");
      const isFit = address !== "" && address.length < LONGEST_ADDRESS;
      link.hidden = !isFit;
      if (isFit) link.href = address;
      note.hidden = !address;
      note.textContent = say(hostNote(isFit, opened));
    }
  }

  return { Results, isInOrder, isPasted, hostAddress };
})();
