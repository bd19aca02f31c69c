/* What was understood of what was typed, said under its field. */
var FormUnderstood = (() => {
  "use strict";

  const { say } = FormWords;
  const { readingWords } = FormReadingWords;

  /** @param {Note} note */
  function textOf({ kind, reading, items }) {
    if (kind === "unseen") return say("form.say.unseen_removed");
    if (kind === "story") return say("form.say.understood_lists");
    return say("form.say.understood", { value: items ? items.join("; ") : readingWords(kind, /** @type {Reading} */ (reading)) });
  }

  class Understood {
    constructor() {
      /** @type {Map<Part, string>} */
      this.shown = new Map();
    }

    /** Says each note at its part, and aloud where somebody is typing.
        @param {[Part | null, Note][]} found notes, each with the part that it is about @param {(text: string) => void} announce */
    show(found, announce) {
      /** @type {Map<Part, string>} */
      const now = new Map();
      for (const [part, note] of found) if (part) now.set(part, textOf(note));
      for (const part of this.shown.keys()) if (!now.has(part)) part.tell("");
      for (const [part, text] of now) {
        if (this.shown.get(part) === text) continue;
        part.tell(text);
        if (part.element.contains(document.activeElement)) announce(text);
      }
      this.shown = now;
    }
  }

  return { Understood };
})();
