/* What is put into the form at once: a practice of the catalogue, or a draft from a file. */
var FormOpening = (() => {
  "use strict";

  const { data, say } = FormWords;
  const { addScript } = KatalogElements;
  const { readable } = FormDrafts;
  const scripts = /** @type {HTMLScriptElement} */ (document.currentScript).src;

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
      let draft = null;
      let problem = "form.say.file_unreadable";
      try {
        draft = await (/\.docx$/i.test(file.name) ? draftInDocument(file) : draftIn(await file.text()));
      } catch (failed) {
        console.info(String(failed));
        if (isNotLoaded(failed)) problem = "form.say.file_failed";
      }
      this.showProblem("file-problem", draft ? "" : say(problem));
      if (draft) this.replace(draft);
    }
  }

  /** Whether what was thrown is the event of a script that did not come.
      @param {unknown} failed */
  function isNotLoaded(failed) {
    return /** @type {Partial<Event>} */ (failed).type === "error";
  }

  /** The draft in the text of a file: one that the form wrote, or an entry; null if it is neither.
      @param {string} text */
  async function draftIn(text) {
    return readable(text) || (await FormEntryFile.draftOf(text));
  }

  /** The draft in a filled-in document; null if it is none. What reads documents comes with the first one.
      @param {File} file */
  async function draftInDocument(file) {
    if (!self.FormDocumentFile) await addScript(new URL("document.js", scripts).href);
    return self.FormDocumentFile.draftOf(file);
  }

  return { Opening };
})();
