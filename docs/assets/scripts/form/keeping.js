/* Keeps what is typed: says where it is kept, and asks before it is gone. */

/** What keeping needs from the page of the form.
    @typedef {{
      draft: () => Draft,
      name: () => string,
      update: () => void,
      write: (draft: Draft) => void,
      open: (draft: Draft) => void,
      begin: () => void,
      announce: (text: string) => void,
    }} KeepingHost */

var FormKeeping = (() => {
  "use strict";

  const { say } = FormWords;
  const SAID = { list: "form.say.saved", tab: "form.say.saved_in_tab", nowhere: "form.say.not_saved" };

  class Keeping {
    /** @param {(name: string) => any} part finds an element of the page @param {KeepingHost} host */
    constructor(part, host) {
      this.part = part;
      this.host = host;
      this.store = new FormDraftStore.Store({ onElsewhere: () => this.goApart(), onChange: () => this.list.show() });
      this.list = new FormDraftList.List(part, { store: this.store, open: host.open, announce: host.announce });
      this.saved = "";
      this.isInFile = false; // all that was typed; then nobody is asked to stay
      this.isChanged = false; // since the draft came into the form
    }

    /** @param {string} key of what happened to the draft, or an empty one */
    say(key) {
      this.part("saved").textContent = key && say(key);
    }

    /** The draft of an earlier visit, put into the form.
        @returns {Draft | null} */
    arrive() {
      const draft = this.store.arrive();
      if (draft) this.host.write(draft);
      if (draft) this.say("form.say.restored");
      if (!this.store.isOpen) this.say("form.say.not_saved");
      this.list.show();
      return draft;
    }

    /** Takes what is in the form for what is kept already.
        @param {string} now what was typed, as one text */
    settle(now) {
      this.saved = now;
      this.isChanged = false;
    }

    /** Keep what came into the form at once, by a button and not by typing.
        @param {string} now what was typed, as one text */
    keepNow(now) {
      this.saved = "";
      this.save(now);
    }

    /** @param {string} now what was typed, as one text */
    save(now) {
      if (now === this.saved) return;
      this.saved = now;
      this.isChanged = true;
      const before = this.store.id;
      const place = this.store.save(this.host.draft(), this.host.name());
      this.isInFile = false;
      this.say(SAID[place]);
      if (before !== this.store.id) this.tell("form.say.kept_apart");
      this.list.show();
    }

    /** The draft is open in another tab: this one goes on in one of its own. */
    goApart() {
      const name = this.host.name();
      this.store.begin();
      if (this.isChanged) {
        this.saved = "";
        this.host.update();
        this.tell("form.say.kept_apart", name);
      } else {
        this.host.begin();
        this.tell("form.say.elsewhere", name);
      }
      this.list.show();
    }

    /** @param {string} key of a message about tabs @param {string} [name] of the draft */
    tell(key, name = "") {
      this.part("elsewhere").textContent = say(key, { name });
      this.part("elsewhere").hidden = false;
    }

    /** Begin a draft anew; what was typed stays in the list. */
    begin() {
      this.store.begin();
      this.part("elsewhere").hidden = true;
      this.list.show();
    }

    /** Ask before what was typed is gone, where it stands nowhere else.
        @param {BeforeUnloadEvent} event */
    askBeforeLeaving(event) {
      this.host.update();
      if (!this.store.isUnkept || this.isInFile) return;
      event.preventDefault();
      event.returnValue = true; // browsers before 2023 ask for this one
    }

    listen() {
      addEventListener("pagehide", () => this.host.update());
      addEventListener("beforeunload", (event) => this.askBeforeLeaving(event));
      addEventListener("storage", (event) => this.store.hear(event));
    }
  }

  return { Keeping };
})();
