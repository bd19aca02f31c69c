/* The form page: puts the parts into their steps, keeps the draft, shows problems, and hands out the finished file. There are
   two ways through it, a short one and that of all fields, over the same entry. */
(() => {
  "use strict";

  const { data, say } = FormWords;
  const { isBlank } = FormValues;
  const { check, checkAdded } = FormCheck;
  const { partsOf: fieldsOf, readParts } = FormFields;
  const { download } = KatalogDownload;
  const { draftText, copy } = FormDrafts;
  const { isInOrder, isPasted } = FormResults;

  const PAUSE = 250; // ms after the last key

  class FormPage {
    /** @param {HTMLElement} page */
    constructor(page) {
      this.page = page;
      this.part = KatalogElements.partsOf(page);
      /** @type {Record<string, Part>} */
      this.parts = {};
      this.parts = fieldsOf(data.shape.fields, this);
      this.added = fieldsOf(data.added, this);
      this.ways = new FormWays.Ways(page, this.part, this);
      this.short = new FormShort.Short(this.part, this);
      this.understood = new FormUnderstood.Understood();
      this.results = new FormResults.Results(this.part);
      this.opening = new FormOpening.Opening(page, this.part, (draft) => this.replace(draft));
      this.keeping = new FormKeeping.Keeping(this.part, {
        draft: () => this.draft(),
        name: () => this.name,
        update: () => this.update(),
        write: (draft) => this.write(draft),
        open: (draft) => this.goOn(draft),
        begin: () => this.goOn({ entry: data.start }),
        announce: (text) => this.announce(text),
      });
      this.newer = new FormNewer.Newer(this.part, this);
      const taking = { finished: () => this.finished, copy: () => this.copyText(), taken: () => this.taken(), announce: () => {} };
      const places = /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-hand-over]"));
      this.handOvers = [...places].map((each) => new FormHandOver.HandOver(each, taking));

      this.sender = ""; // how whoever sends the entry is reached; in no file
      this.opened = ""; // the id of the entry that is being corrected
      /** @type {Entry | undefined} that entry as it was when the correction was begun */
      this.base = undefined;
      /** @type {string[]} practices it names, those that readers do not see yet too */
      this.related = [];
      this.isIdChosen = false; // by a person; until then it follows the title
      this.waiting = 0;
      /** @type {Checked} */
      this.last = { raw: {}, records: {}, value: {}, notes: [], problems: [], addedProblems: [] };
    }

    // ----- what the parts need from the form

    /** Items of a list in the form that have an id, to choose from.
        @param {string} name @returns {[string, string][]} */
    own(name) {
      /** @type {Entry[]} */
      const items = this.parts[name] ? this.parts[name].read() : [];
      return items.filter((each) => each.id).map((each) => [each.id, each.id + " – " + (each.title || each.label || "")]);
    }

    /** Adds a record to those that the entry proposes.
        @param {string} registry @param {Entry} record without its id @returns {string} its id */
    propose(registry, record) {
      const list = /** @type {InstanceType<typeof FormFields.Several>} */ (this.added[registry]);
      const taken = [...list.read().map(({ id }) => id), ...(data.terms[record.vocabulary] || [])];
      const id = FormNames.freeId(registry, record.name || record.pl, taken);
      list.add({ id, ...record });
      this.rememberAdded(readParts(this.added));
      return id;
    }

    changed() {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.update(), PAUSE);
    }

    /** @param {string} text */
    announce(text) {
      this.part("announce").textContent = text;
    }

    placeParts() {
      for (const { name, fields, more, added } of data.steps) {
        const own = fields.map((field) => this.parts[field].element);
        const others = more.map((field) => this.parts[field].element);
        this.part("fields-" + name).append(...own, ...added.map((each) => this.added[each].element));
        if (others.length) this.part("more-" + name).append(...others);
      }
    }

    // ----- from what is typed to what is shown

    /** Has fields know the records that the form is about to add.
        @param {Record<string, Entry[]>} records */
    rememberAdded(records) {
      for (const name of Object.keys(data.added).filter((each) => each in data.registry)) {
        const items = (records[name] || []).filter((each) => each.id && each.name);
        FormNames.add(name, items.map((each) => [each.id, each.name, []]));
      }
      FormNames.terms = records.terms || [];
    }

    update() {
      this.look();
      this.keeping.save(this.typed);
    }

    /** Looks through what is typed, and shows what is wrong with it and what comes of it. */
    look() {
      clearTimeout(this.waiting);
      if (this.ways.isShort) this.takeShort();
      const raw = readParts(this.parts);
      const records = readParts(this.added);
      this.rememberAdded(records);
      for (const part of Object.values(this.parts)) part.refresh();
      const known = FormNames.known();
      known.practices.push(...this.related);
      known.proposed = Object.values(records).flat().map((each) => each.id);
      for (const { vocabulary, id } of records.terms || []) if (vocabulary in known) known[vocabulary].push(id);
      const { entry, questions } = this.ways.isShort ? this.short.entryOf(raw) : { entry: raw, questions: [] };
      const { value, notes, problems } = check(entry, known);
      if (!this.opened && data.registry.practices.some(([id]) => id === raw.id)) {
        problems.push({ key: "taken", location: ["id"], params: { value: raw.id } });
      }
      this.last = { raw, records, value, notes, problems, addedProblems: checkAdded(records, known) };
      this.ways.problems.show(this.places());
      this.understood.show(notes.map((each) => [this.find(each.location), each]), (text) => this.announce(text));
      this.results.show(this.last, this.opened);
      this.results.ask(questions);
      this.part("card").replaceChildren(...FormCard.card(value));
      for (const each of this.handOvers) each.show(this.finished);
    }

    /** What was typed into the short form, put where the full one has it. */
    takeShort() {
      this.short.writeInto(this.parts);
      this.sender = this.short.sender;
      this.suggestId();
    }

    /** The entry to hand over, once nothing is wrong with it.
        @returns {Finished | null} */
    get finished() {
      if (!isInOrder(this.last)) return null;
      const { title } = this.last.raw;
      return { title, text: this.part("text").value, sender: this.sender, isCorrection: this.opened !== "" };
    }

    taken() {
      this.keeping.isInFile = true;
    }

    /** The problems, each with the part that it is about.
        @returns {[Part | null, Problem][]} */
    places() {
      const { problems, addedProblems } = this.last;
      return [
        ...problems.map((each) => /** @type {[Part | null, Problem]} */ ([this.find(each.location), each])),
        ...addedProblems.map((each) => /** @type {[Part, Problem]} */ ([this.added[each.registry || ""].find(each.location), each])),
      ];
    }

    /** @param {Place} location */
    find([name, ...rest]) {
      if (this.ways.isShort) return this.short.find([name]);
      return this.parts[name] ? this.parts[name].find(rest) : null;
    }

    /** Shows in the other form what was typed. */
    switched() {
      this.short.fill(this.parts, this.sender);
      this.part("sender").value = this.sender;
      this.look();
    }

    askForAll() {
      this.ways.askForAll();
      if (isInOrder(this.last)) this.announce(say("form.say.in_order"));
      else this.part("summary").focus();
    }

    // ----- drafts

    /** @returns {Draft} */
    draft() {
      const { opened, base, related, last, sender } = this;
      const { way, steps } = this.ways;
      return { step: Math.max(steps.shown, 0), way, sender, opened, base, related, entry: last.raw, added: last.records };
    }

    /** What the draft is called in the list. */
    get name() {
      return this.last.raw.short_title || this.last.raw.title || "";
    }

    /** All that was typed, as one text. */
    get typed() {
      return JSON.stringify([this.last.raw, this.last.records, this.opened, this.related, this.base, this.sender]);
    }

    /** @param {string} name @param {string} text @param {string} type */
    handOver(name, text, type) {
      download(name, text, type);
      this.keeping.isInFile = true;
    }

    /** @param {Draft} given */
    write(given) {
      const { parts, part } = this;
      this.opened = typeof given.opened === "string" ? given.opened : "";
      this.base = given.base;
      this.related = Array.isArray(given.related) ? given.related.filter((each) => typeof each === "string") : [];
      const records = given.added || {};
      for (const [name, each] of Object.entries(this.added)) each.write(records[name]);
      this.rememberAdded(readParts(this.added));
      for (const [name, each] of Object.entries(parts)) writeInto(each, given.entry[name]);
      this.ways.askNothing();
      this.isIdChosen = isIdChosenIn(given);
      this.idControl.readOnly = this.opened !== "";
      part("opened").hidden = !this.opened;
      if (!this.isIdChosen) this.suggestId();
      part("opened").textContent = this.opened ? say("form.say.opened", { title: FormNames.nameOf("practices", this.opened) }) : "";
      this.sender = senderIn(given);
      this.short.fill(parts, this.sender);
      this.refill();
      this.newer.look(given);
    }

    /** Has what was just put into the form taken for what is kept. */
    refill() {
      this.look();
      this.keeping.settle(this.typed);
    }

    /** @returns {HTMLInputElement} */
    get idControl() {
      return /** @type {InstanceType<typeof FormLeaves.Leaf>} */ (this.parts.id).control;
    }

    /** Put something else into the form, as a draft of its own; what was there stays in the list.
        @param {Draft} given */
    replace(given) {
      this.update();
      this.keeping.begin();
      this.goOn(given);
      if (given.entry !== data.start) this.keeping.keepNow(this.typed);
    }

    /** Go on with a draft, from its first step.
        @param {Draft} given */
    goOn(given) {
      this.write(given);
      this.ways.open(given, given.entry === data.start);
    }

    // ----- wiring

    suggestId() {
      if (this.isIdChosen) return;
      const words = this.parts.short_title.read() || this.parts.title.read();
      const id = FormNames.slug(words);
      // The short form has no place to choose another one; the full form says that there is such a practice.
      this.parts.id.write(id && this.ways.isShort ? FormNames.freeId("practices", words) : id);
    }

    /** @param {Event} event */
    onInput(event) {
      if (event.target === this.idControl) this.isIdChosen = true;
      else this.suggestId();
      if (event.target === this.part("sender")) this.sender = this.part("sender").value.trim();
      this.changed();
    }

    /** What a button does, with everything typed so far.
        @param {string} name @param {() => void} act */
    press(name, act) {
      const pressed = this.part(name);
      if (!pressed) return;
      pressed.addEventListener("click", () => {
        this.update();
        act();
      });
    }

    async copyText() {
      this.announce(say((await copy(this.part("text"))) ? "form.say.copied" : "form.say.not_copied"));
    }

    listenToButtons() {
      this.press("check", () => this.askForAll());
      this.press("copy", () => this.copyText());
      this.press("host", () => isPasted(this.opened) && copy(this.part("text")));
      this.press("save-file", () => {
        // How its sender is reached stays here: whoever gets the file may show it to everyone.
        const draft = { ...this.draft(), sender: undefined };
        this.handOver("szkic-" + (this.last.raw.id || "praktyki") + ".json", draftText(draft), "application/json");
      });
      this.press("open", () => this.opening.openPractice());
      this.press("new", () => this.replace({ entry: data.start }));
    }

    listen() {
      const { page, part } = this;
      page.addEventListener("input", (event) => this.onInput(event));
      page.addEventListener("change", () => this.changed());
      page.addEventListener("submit", (event) => event.preventDefault());
      part("open-file").addEventListener("change", () => this.opening.openFile(part("open-file")));
      this.ways.listen();
      this.keeping.listen();
      this.listenToButtons();
    }

    /** Begins a draft with what the address asks for; one of an earlier visit stays in the list.
        @param {Entry} asked @returns {null} */
    begin(asked) {
      this.keeping.begin();
      this.write({ entry: { ...data.start, ...asked } });
      FormAsked.clearAddress();
      return null;
    }

    start() {
      FormNames.fillLists();
      this.placeParts();
      data.start.editorial.created = new Date().toLocaleDateString("sv"); // 2026-11-22
      for (const [name, value] of Object.entries(data.start)) this.parts[name].write(value);
      this.refill();
      const asked = FormAsked.askedOf(location.search, data) || FormAsked.lookedFor(location.hash, data.shape.fields.title.max);
      const draft = asked ? this.begin(asked) : this.keeping.arrive();
      this.ways.begin(draft);
      this.keeping.settle(this.typed);
      this.listen();
      this.page.dataset.state = "ready";
    }
  }

  /** Whether a person chose the id of a draft; the short form does not show it, so there it follows the title. That of an opened
      practice stays in any way.
      @param {Draft} draft */
  function isIdChosenIn({ entry, way, opened }) {
    return !isBlank(entry.id) && (way !== "short" || Boolean(opened));
  }

  /** @param {Draft} draft */
  function senderIn({ sender }) {
    return typeof sender === "string" ? sender : "";
  }

  /** What has another form than the field takes would be lost in it; it comes from a file that somebody changed.
      @param {Part} part @param {any} value */
  function writeInto(part, value) {
    try {
      part.write(value);
    } catch (unfit) {
      console.info(/** @type {Error} */ (unfit).message);
      part.write(undefined);
    }
  }

  new FormPage(/** @type {HTMLElement} */ (document.querySelector("[data-form]"))).start();
})();
