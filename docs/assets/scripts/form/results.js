/* What the form hands out: the file of the entry with the records it proposes, a link to where it goes, the preview. */

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
  const { entryText } = FormYaml;
  const { readTyped } = FormCheck;
  const { preview } = FormPreview;
  const { make } = KatalogElements;
  const LONGEST_ADDRESS = 2000;

  /** @param {Checked} checked */
  function isInOrder({ problems, addedProblems }) {
    return problems.length + addedProblems.length === 0;
  }

  /** The file of an entry with the new records it needs in it.
      @param {Checked} checked */
  function fileText({ value, records }) {
    const known = FormNames.known();
    /** @type {Record<string, any[]>} */
    const proposals = {};
    for (const [name, shape] of Object.entries(data.added)) {
      const given = (records[name] || []).map((record) => readTyped(record, known, shape.of).value);
      if (given.length) proposals[name] = given;
    }
    if (!Object.keys(proposals).length) return entryText(value);
    return entryText({ ...value, editorial: { ...value.editorial, proposals } });
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
      const text = isReady ? fileText(checked) : "";
      part("ready").hidden = !isReady;
      part("unready").hidden = isReady;
      part("text").value = text;
      part("file").textContent = isReady ? fileOf(id) : "";
      if (part("host")) this.showHost(isReady ? hostAddress(id, text, opened) : "", opened);
      part("preview").replaceChildren(...preview(checked.value));
    }

    /** Says in the short form whether the entry can be handed over, and what its sender will be asked.
        @param {string[]} questions */
    ask(questions) {
      const isReady = !this.part("ready").hidden;
      this.part("short-ready").hidden = !isReady;
      this.part("short-unready").hidden = isReady;
      this.part("asked").hidden = !questions.length;
      this.part("questions").replaceChildren(...questions.map((each) => make("li", {}, each)));
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

  return { Results, isInOrder, isPasted, hostAddress, fileText };
})();
