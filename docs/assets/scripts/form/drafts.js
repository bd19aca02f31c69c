/* What was typed, kept in this browser and in files, so that no error, reload or step back loses it. */
(function (root) {
  "use strict";

  const form = root.KatalogForm;
  const VERSION = 1;
  const LARGEST = 2_000_000;
  const site = new URL("../../../", document.currentScript.src);
  const NAME = site.pathname + ".zglos";
  const BEFORE = NAME + ".poprzedni";

  function kept(name) {
    try {
      return readable(localStorage.getItem(name));
    } catch (refused) {
      console.info(refused.message);
      return null;
    }
  }

  /** Whether it could be kept; some browsers refuse, and their place is not endless. */
  function keep(name, draft) {
    try {
      localStorage.setItem(name, JSON.stringify({ ...draft, version: VERSION }));
      return true;
    } catch (refused) {
      console.info(refused.message);
      return false;
    }
  }

  /** Whether this browser keeps anything at all; a reader may have forbidden it. */
  function canKeep() {
    const trial = NAME + ".proba";
    try {
      localStorage.setItem(trial, "");
      localStorage.removeItem(trial);
      return true;
    } catch (refused) {
      console.info(refused.message);
      return false;
    }
  }

  function forget(name) {
    try {
      localStorage.removeItem(name);
    } catch (refused) {
      console.info(refused.message);
    }
  }

  function isPlain(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  /** A draft from its text; null if it is none. What is in it is written into controls only, which take any text. */
  function readable(text) {
    if (!text || text.length > LARGEST) return null;
    try {
      const draft = JSON.parse(text);
      return isPlain(draft) && draft.version === VERSION && isPlain(draft.entry) ? draft : null;
    } catch (broken) {
      console.info(broken.message);
      return null;
    }
  }

  function draftText(draft) {
    return JSON.stringify({ ...draft, version: VERSION }, null, 2) + "\n";
  }

  /** Hand a text to the reader as a file. */
  function download(name, text, type) {
    const address = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    const link = form.make("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  /** Put a text on the clipboard; pages of a folder have no right to the newer way everywhere. */
  async function copy(area) {
    try {
      await navigator.clipboard.writeText(area.value);
      return true;
    } catch (refused) {
      console.info(refused.message);
      area.select();
      return document.execCommand("copy");
    }
  }

  Object.assign(form, { NAME, BEFORE, kept, keep, canKeep, forget, readable, draftText, download, copy });
})(self);
