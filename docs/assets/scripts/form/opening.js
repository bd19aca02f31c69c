/* What is put into the form at once: a practice of the catalogue, or a draft from a file. */
var FormOpening = (() => {
  "use strict";

  const { data, say } = FormWords;
  const { make } = KatalogElements;
  const { readable } = FormDrafts;

  class Opening {
    /** @param {HTMLElement} page @param {(name: string) => any} part @param {(draft: Draft) => void} replace */
    constructor(page, part, replace) {
      this.page = page;
      this.part = part;
      this.replace = replace;
    }

    /** Says what went wrong, or nothing.
        @param {string} name @param {string} text */
    showProblem(name, text) {
      this.part(name).textContent = text;
      this.part(name).hidden = !text;
    }

    /** @param {number} n the number of a file with entries */
    loadEntries(n) {
      return new Promise((done, failed) => {
        const script = make("script", { src: `${this.page.dataset.entries}${n}.js` });
        script.addEventListener("load", done);
        script.addEventListener("error", failed);
        document.head.append(script);
      });
    }

    async openPractice() {
      const wanted = FormNames.idOf("practices", this.part("open-name").value.trim());
      const at = data.registry.practices.findIndex(([each]) => each === wanted);
      if (at < 0) {
        this.showProblem("open-problem", say("form.say.open_unknown"));
        this.part("open-name").focus();
        return;
      }
      this.showProblem("open-problem", "");
      try {
        await this.loadEntries(Math.floor(at / data.per_file));
      } catch (failed) {
        console.info(String(/** @type {Event} */ (failed).type));
        this.showProblem("open-problem", say("form.say.open_failed"));
        return;
      }
      const entry = self.KatalogWpisy[wanted];
      const related = (entry.relations || []).map((/** @type {any} */ each) => each.target);
      this.replace({ opened: wanted, related, entry });
    }

    /** @param {HTMLInputElement} input */
    async openFile(input) {
      const file = input.files?.[0];
      input.value = "";
      if (!file) return;
      const draft = await draftIn(await file.text());
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

  return { Opening };
})();
