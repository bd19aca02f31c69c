/* The list of drafts: each with its name and when it was kept, to open or to remove. */
var FormDraftList = (() => {
  "use strict";

  const { say } = FormWords;
  const { make, button } = KatalogElements;

  /** What the list needs from the page of the form.
      @typedef {{
        store: InstanceType<typeof FormDraftStore.Store>,
        open: (draft: Draft) => void,
        announce: (text: string) => void,
      }} ListHost */

  /** @param {Draft} draft */
  function nameOf({ name, entry }) {
    return name || entry.short_title || entry.title || say("form.say.untitled");
  }

  /** @param {Draft} draft */
  function momentOf({ saved }) {
    const moment = new Date(saved || "");
    if (Number.isNaN(moment.getTime())) return "";
    return moment.toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  }

  class List {
    /** @param {(name: string) => any} part finds an element of the page @param {ListHost} host */
    constructor(part, host) {
      this.part = part;
      this.host = host;
      /** @type {KeptDraft[]} those that a person removed on this visit */
      this.removed = [];
    }

    show() {
      const drafts = this.host.store.list();
      this.removed = this.removed.filter((each) => !drafts.some(({ id }) => id === each.id));
      const items = [...drafts.map((each) => this.item(each)), ...this.removed.map((each) => this.goneItem(each))];
      this.part("draft-list").replaceChildren(...items);
      this.part("draft-list").hidden = !items.length;
      this.part("no-drafts").hidden = items.length > 0;
      this.part("draft-count").textContent = drafts.length > 1 ? ` (${drafts.length})` : "";
    }

    /** @param {KeptDraft} kept */
    item(kept) {
      const { id, draft } = kept;
      const [name, moment] = [nameOf(draft), momentOf(draft)];
      const words = [make("strong", {}, name), " ", make("span", { class: "small" }, moment)];
      if (id === this.host.store.id) return make("li", { "aria-current": "true" }, ...words, " ", say("form.say.draft_open"));
      const called = `${name}, ${moment}`;
      const opener = button(say("form.say.open_draft"), "link", () => this.open(id));
      opener.setAttribute("aria-label", `${say("form.say.open_draft")}: ${called}`);
      const remover = button(say("form.say.remove"), "link", () => this.remove(kept));
      remover.setAttribute("aria-label", `${say("form.say.remove")}: ${called}`);
      return make("li", {}, ...words, make("span", { class: "item__actions" }, opener, " ", remover));
    }

    /** @param {KeptDraft} kept */
    goneItem(kept) {
      const name = nameOf(kept.draft);
      const undo = button(say("form.say.undo"), "link", () => this.putBack(kept));
      undo.setAttribute("aria-label", `${say("form.say.undo")}: ${name}`);
      undo.dataset.undo = kept.id;
      return make("li", {}, say("form.say.draft_removed", { name }), " ", undo);
    }

    /** @param {string} id */
    open(id) {
      const draft = this.host.store.open(id);
      if (draft) this.host.open(draft);
      this.show();
    }

    /** @param {KeptDraft} kept */
    remove(kept) {
      this.host.store.remove(kept.id);
      this.removed.push(kept);
      this.show();
      this.part("draft-list").querySelector(`[data-undo="${kept.id}"]`)?.focus();
      this.host.announce(say("form.say.draft_removed", { name: nameOf(kept.draft) }));
    }

    /** @param {KeptDraft} kept */
    putBack({ id, text }) {
      if (!this.host.store.putBack(id, text)) this.host.announce(say("form.say.not_saved"));
      this.show();
      this.part("draft-list").querySelector("button")?.focus();
    }
  }

  return { List };
})();
