/* What is put into the form at once: a practice of the catalogue, or a draft from a file. */
var FormOpening = (() => {
  "use strict";

  const { data, say } = FormWords;
  const { addScript } = KatalogElements;
  const { readable } = FormDrafts;

  class Opening {
    /** @param {HTMLElement} page @param {(name: string) => any} part @param {(draft: Draft) => void} replace */
    constructor(page, part, replace) {
      this.page = page;
      this.part = part;
      this.replace = replace;
      /** @type {Set<number>} the numbers of files with entries that are there */
      this.loaded = new Set();
    }

    /** Says what went wrong, or nothing.
        @param {string} name @param {string} text */
    showProblem(name, text) {
      this.part(name).textContent = text;
      this.part(name).hidden = !text;
    }

    /** The entry of a practice as the catalogue has it now; null where it has none of the name.
        @param {string} id @returns {Promise<Entry | null>} */
    async entryOf(id) {
      const at = data.registry.practices.findIndex(([each]) => each === id);
      if (at < 0 || !this.page.dataset.entries) return null;
      const n = Math.floor(at / data.per_file);
      if (!this.loaded.has(n)) await addScript(`${this.page.dataset.entries}${n}.js`);
      this.loaded.add(n);
      return self.KatalogWpisy[id] || null;
    }

    async openPractice() {
      const wanted = FormNames.idOf("practices", this.part("open-name").value.trim());
      try {
        const entry = await this.entryOf(wanted);
        this.showProblem("open-problem", entry ? "" : say("form.say.open_unknown"));
        if (!entry) {
          this.part("open-name").focus();
          return;
        }
        const related = (entry.relations || []).map((/** @type {any} */ each) => each.target);
        this.replace({ opened: wanted, base: entry, related, entry });
      } catch (failed) {
        console.info(String(failed));
        this.showProblem("open-problem", say("form.say.open_failed"));
      }
    }

    /** @param {HTMLInputElement} input */
    async openFile(input) {
      const file = input.files?.[0];
      input.value = "";
      if (!file) return;
      const draft = await (/\.docx$/i.test(file.name) ? draftInDocument(file) : draftIn(await file.text()));
      this.showProblem("file-problem", draft ? "" : say("form.say.file_unreadable"));
      if (draft) this.replace(draft);
    }
  }

  /** The draft in the text of a file: one that the form wrote, or an entry; null if it is neither.
      @param {string} text */
  async function draftIn(text) {
    try {
      return readable(text) || (await FormEntryFile.draftOf(text));
    } catch (broken) {
      console.info(String(broken));
      return null;
    }
  }

  /** The draft in a filled-in document; null if it is none.
      @param {File} file */
  async function draftInDocument(file) {
    try {
      return await FormDocumentFile.draftOf(file);
    } catch (broken) {
      console.info(String(broken));
      return null;
    }
  }

  return { Opening };
})();
