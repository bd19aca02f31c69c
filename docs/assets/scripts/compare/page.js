/* The page of the comparison: the practices that the address names, or else those chosen before, side by side. */
(() => {
  "use strict";

  const { MOST, named, naming, kept, all, choose, forget } = KatalogChosen;
  const { load } = KatalogComparedFiles;
  const { partsOf, addScript } = KatalogElements;

  class ComparePage {
    /** @param {HTMLElement} page */
    constructor(page) {
      this.page = page;
      this.part = partsOf(page);
      const { words, rows, unknown, digits } = JSON.parse(page.dataset.said || "");
      this.phrases = new KatalogPhrases.Phrases(words, { group: digits });
      /** @type {string[]} */
      this.rows = rows.map((/** @type {[string, string]} */ [row]) => row);
      /** @type {TableWords} */
      this.words = { names: Object.fromEntries(rows), unknown, say: (key, values) => this.phrases.say(key, values) };
      this.name = document.title;
      /** @type {ComparedPractice[]} */
      this.practices = [];
      /** @type {string[]} */
      this.notices = [];
      this.turns = 0;
    }

    /** Shows what is chosen now. */
    async show() {
      const turn = ++this.turns;
      const ids = all();
      this.page.setAttribute("aria-busy", "true");
      const found = await Promise.all(ids.map((id) => load(id, this.page.dataset)));
      if (turn !== this.turns) return;
      const lost = ids.filter((_, n) => !found[n]);
      this.notices.push(...lost.map((id) => this.phrases.say("compare.failed", { id })));
      // Where some came, the others are not there; where none did, it may be the network.
      if (lost.length < ids.length) forget(lost);
      const some = /** @type {ComparedPractice[]} */ (found.filter(Boolean));
      this.practices = some.filter(({ id }, n) => some.findIndex((other) => other.id === id) === n); // one by two of its names
      this.fill();
      this.page.removeAttribute("aria-busy");
      this.page.dataset.state = "ready";
    }

    fill() {
      const { practices, part } = this;
      const n = practices.length;
      const remove = (/** @type {string} */ id) => this.remove(id);
      part("result").replaceChildren(...(n ? KatalogCompareTable.table(practices, this.rows, this.words, remove) : []));
      const title = n ? this.phrases.say("compare.titles." + n) : part("title").dataset.title;
      part("title").textContent = title;
      document.title = n ? `${practices.map((each) => each.title).join(" · ")} – ${title}` : this.name;
      for (const name of ["tools", "notes"]) part(name).hidden = !n;
      for (const name of ["lead", "first"]) part(name).hidden = n > 0;
      part("add-next").hidden = n >= MOST;
      part("add-next").href = part("add-first").href.split("?")[0] + naming("", practices.map(({ id }) => id));
      if (n === 1) this.notices.push(this.phrases.say("compare.only_one"));
      this.notify(this.notices.join(" "));
      this.notices = [];
    }

    /** @param {string} text */
    notify(text) {
      this.part("notice").hidden = !text;
      this.part("notice").textContent = text;
    }

    /** @param {string} id */
    remove(id) {
      const practice = /** @type {ComparedPractice} */ (this.practices.find((each) => each.id === id));
      const rest = this.practices.filter((each) => each !== practice);
      choose(rest.map((each) => each.id), { inAddress: true });
      this.practices = rest;
      this.part("own").hidden = true;
      this.notices.push(this.phrases.say("compare.removed", { title: practice.title }));
      this.fill();
      this.part("notice").focus();
    }

    // ----- what is taken along

    get link() {
      const ids = this.practices.map(({ id }) => id);
      return location.href.split(/[?#]/)[0] + naming("", ids);
    }

    async copy() {
      try {
        await navigator.clipboard.writeText(this.link);
        this.notify(this.phrases.say("compare.copied"));
      } catch (refused) {
        console.info(/** @type {Error} */ (refused).message);
        this.notify(this.phrases.say("compare.not_copied", { address: this.link }));
      }
    }

    /** @param {"csv" | "html"} kind */
    async save(kind) {
      if (!self.KatalogCompareSaving) await addScript(/** @type {string} */ (this.page.dataset.saving));
      const { result, title } = { result: this.part("result"), title: this.part("title").textContent };
      const notes = this.part("notes");
      const site = this.page.dataset.site || (location.protocol === "file:" ? "" : location.href);
      self.KatalogCompareSaving[kind]({ name: this.phrases.say("compare.file_name"), title, result, notes, site, link: this.link });
    }

    // ----- wiring

    /** A comparison from somebody's link is theirs until it is changed; who has none of their own takes it over. */
    compareWithOwn() {
      const asked = named(location.search);
      const own = kept() || [];
      if (asked && asked.length > MOST) this.notices.push(this.phrases.say("compare.too_many"));
      if (!asked || !own.length) {
        choose(all(), { inAddress: true });
        return;
      }
      const isOther = own.join() !== asked.slice(0, MOST).join();
      this.part("own").hidden = !isOther;
      this.part("own-text").textContent = this.phrases.say("compare.own", { n: own.length });
      this.part("own-link").href = location.pathname + naming("", own);
    }

    start() {
      const { part } = this;
      part("title").dataset.title = part("title").textContent;
      part("copy").addEventListener("click", () => this.copy());
      part("csv").addEventListener("click", () => this.save("csv"));
      part("save").addEventListener("click", () => this.save("html"));
      part("print").addEventListener("click", () => print());
      self.addEventListener("popstate", () => this.show());
      this.compareWithOwn();
      this.show();
    }
  }

  new ComparePage(/** @type {HTMLElement} */ (document.querySelector("[data-compare-page]"))).start();
})();
