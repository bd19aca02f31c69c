/* The drafts of this browser: a list, and each tab writes one of them. What a tab writes never takes the place of what another
   tab wrote: who finds something else there than it knows goes on in a draft of its own. */

/** A draft of the list, with the text that is kept of it.
    @typedef {{id: string, text: string, draft: Draft}} KeptDraft */

var FormDraftStore = (() => {
  "use strict";

  const { readable, draftText } = FormDrafts;
  const site = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const NAME = site.pathname + ".zglos";
  const DRAFT = NAME + ".szkic.";
  // Where the form kept its one draft, and the one before it, until it had a list.
  const SLOTS = [NAME, NAME + ".poprzedni"];
  // Of this tab: which draft it writes, and the texts that the browser has no room for otherwise.
  const TAB = NAME + ".karta";
  const TEXT = NAME + ".karta.";
  // Tabs ask each other by these which draft is open.
  const ASKED = NAME + ".kto";
  const ANSWERED = NAME + ".jest";

  /** What comes of asking the storage of the browser, which may refuse anything.
      @template T @param {() => T} act @returns {T | undefined} */
  function tried(act) {
    try {
      return act();
    } catch (refused) {
      console.info(/** @type {Error} */ (refused).message);
      return undefined;
    }
  }

  /** @param {string} name */
  function kept(name) {
    return tried(() => localStorage.getItem(name)) || null;
  }

  /** Whether a storage took a text; one may be refused, and none is endless.
      @param {() => Storage} storage @param {string} name @param {string} text */
  function isKept(storage, name, text) {
    const keep = () => {
      storage().setItem(name, text);
      return true;
    };
    return tried(keep) || false;
  }

  const lasting = () => localStorage;
  const ofTab = () => sessionStorage;

  function newId() {
    return Date.now().toString(36) + "-" + Math.random().toString(36).slice(2, 8);
  }

  /** The drafts whose names begin alike.
      @param {() => Storage} storage @param {string} start @returns {KeptDraft[]} */
  function draftsIn(storage, start) {
    const names = tried(() => Object.keys(storage())) || [];
    return names.filter((name) => name.startsWith(start)).flatMap((name) => {
      return draftOf(name.slice(start.length), tried(() => storage().getItem(name)) || null);
    });
  }

  /** @param {string} id @param {string | null} text @returns {KeptDraft[]} */
  function draftOf(id, text) {
    const draft = readable(text);
    return draft && text ? [{ id, text, draft }] : [];
  }

  /** @param {KeptDraft} one @param {KeptDraft} other */
  function newerFirst(one, other) {
    return (other.draft.saved || "").localeCompare(one.draft.saved || "");
  }

  class Store {
    #id = newId();
    #page = newId();
    /** @type {string | null} what this tab knows to stand in its draft */
    #known = null;
    /** @type {Map<string, string>} what nothing in this browser takes */
    #unkept = new Map();

    /** @param {{onElsewhere: () => void, onChange: () => void}} told when the draft of this tab is open in another one, and
        when the list changed there */
    constructor({ onElsewhere, onChange }) {
      this.onElsewhere = onElsewhere;
      this.onChange = onChange;
    }

    get id() {
      return this.#id;
    }

    /** Whether this browser keeps anything at all; a reader may have forbidden it. */
    get isOpen() {
      const isTaken = isKept(lasting, NAME + ".proba", "");
      if (isTaken) localStorage.removeItem(NAME + ".proba");
      return isTaken;
    }

    /** The drafts there are, the newest first.
        @returns {KeptDraft[]} */
    list() {
      const inMemory = [...this.#unkept].flatMap(([id, text]) => draftOf(id, text));
      const found = [...draftsIn(lasting, DRAFT), ...draftsIn(ofTab, TEXT), ...inMemory].sort(newerFirst);
      return found.filter(({ id }, n) => found.findIndex((each) => each.id === id) === n);
    }

    /** Whether some of it stands in this tab alone. */
    get isUnkept() {
      return this.#unkept.size + draftsIn(ofTab, TEXT).length > 0;
    }

    /** The draft to go on with: that of this tab, else the newest.
        @returns {Draft | null} */
    arrive() {
      this.#takeOver();
      const own = tried(() => sessionStorage.getItem(TAB)) || "";
      const listed = this.list();
      const found = own ? listed.find((each) => each.id === own) : listed[0];
      if (!found) return null;
      this.open(found.id);
      this.#tell(ASKED);
      return found.draft;
    }

    /** Keep what this tab has: in the list, in this tab alone, or nowhere.
        @param {Draft} draft @param {string} name @returns {"list" | "tab" | "nowhere"} */
    save(draft, name) {
      if (this.isTaken) this.#take(newId(), null);
      const id = this.#id;
      const text = draftText({ ...draft, name, saved: new Date().toISOString() });
      if (isKept(lasting, DRAFT + id, text)) {
        this.#take(id, text);
        this.#forget(id);
        return "list";
      }
      this.#unkept.set(id, text);
      if (!isKept(ofTab, TEXT + id, text)) return "nowhere";
      this.#unkept.delete(id);
      this.#take(id, this.#known);
      return "tab";
    }

    /** Whether another tab has written into the draft of this one. */
    get isTaken() {
      const there = kept(DRAFT + this.#id);
      return there !== null && there !== this.#known;
    }

    /** Go on in a new draft; what was written stays in the list. */
    begin() {
      this.#take(newId(), null);
    }

    /** Go on in a draft of the list.
        @param {string} id @returns {Draft | null} */
    open(id) {
      const found = this.list().find((each) => each.id === id);
      if (!found) return null;
      this.#take(id, kept(DRAFT + id));
      return found.draft;
    }

    /** @param {string} id */
    remove(id) {
      tried(() => localStorage.removeItem(DRAFT + id));
      this.#forget(id);
    }

    /** @param {string} id @param {string} text what was removed */
    putBack(id, text) {
      if (isKept(lasting, DRAFT + id, text)) return true;
      this.#unkept.set(id, text);
      return false;
    }

    /** Hear what another tab does with the drafts.
        @param {StorageEvent} event */
    hear({ key, newValue }) {
      if (key && key.startsWith(DRAFT)) {
        if (key === DRAFT + this.#id && newValue && this.isTaken) this.onElsewhere();
        this.onChange();
      } else if (this.#isAboutUs(newValue)) {
        if (key === ASKED) this.#tell(ANSWERED);
        if (key === ANSWERED) this.onElsewhere();
      }
    }

    /** Says a word to the other tabs: they hear what is kept, though it is gone at once.
        @param {string} name */
    #tell(name) {
      if (isKept(lasting, name, this.#id + " " + this.#page)) localStorage.removeItem(name);
    }

    /** Whether another tab speaks of the draft of this one.
        @param {string | null} words its id and that of the tab */
    #isAboutUs(words) {
      const [id, page] = (words || "").split(" ");
      return id === this.#id && page !== this.#page;
    }

    /** @param {string} id @param {string | null} text what stands in the list */
    #take(id, text) {
      this.#id = id;
      this.#known = text;
      isKept(ofTab, TAB, id);
    }

    /** What this tab alone had of a draft.
        @param {string} id */
    #forget(id) {
      this.#unkept.delete(id);
      tried(() => sessionStorage.removeItem(TEXT + id));
    }

    /** What the form kept before it had a list. */
    #takeOver() {
      for (const [n, name] of SLOTS.entries()) {
        const draft = readable(kept(name));
        const saved = new Date(Date.now() - n * 1000).toISOString();
        if (draft && isKept(lasting, DRAFT + newId(), draftText({ ...draft, saved }))) localStorage.removeItem(name);
      }
    }
  }

  return { Store };
})();
