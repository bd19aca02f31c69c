/* What is chosen to be compared, on the pages where one can choose: the toggles show it, and a bar at the foot of the window says
   how many there are and leads to the comparison. It comes with the first choice. */
var katalogShortlist = (() => {
  "use strict";

  const { make, button } = KatalogElements;
  const { MOST, KEPT, site, naming, kept, all, choose } = KatalogChosen;

  /** The words of the bar, and the address of the comparison from the root of the site.
      @typedef {{words: Record<string, any>, digits: string, page: string}} ShortlistSaid */

  class Shortlist {
    /** @param {ShortlistSaid} said */
    constructor({ words, digits, page }) {
      this.phrases = new KatalogPhrases.Phrases(words, { group: digits });
      this.page = new URL(page, site).href;
      this.status = make("p", { role: "status" });
      this.link = make("a", { class: "button", href: this.page }, this.phrases.say("shortlist.show"));
      this.bar = make("aside", { class: "shortlist", "aria-label": this.phrases.say("shortlist.label"), hidden: true });
      this.bar.append(this.status, this.link, button(this.phrases.say("shortlist.clear"), "link", () => this.clear()));
      this.isFull = false;
    }

    /** @returns {NodeListOf<HTMLInputElement>} */
    get boxes() {
      return document.querySelectorAll(".pick input");
    }

    /** What somebody does with a toggle; the fifth is turned back, and they are told why.
        @param {string} id @param {boolean} isChosen */
    mark(id, isChosen) {
      const others = all().filter((each) => each !== id);
      this.isFull = isChosen && others.length >= MOST;
      if (!this.isFull) choose(isChosen ? [...others, id] : others);
      this.show();
    }

    clear() {
      const [first] = [...this.boxes].filter((box) => box.checked);
      choose([]);
      this.isFull = false;
      this.show();
      if (first) first.focus();
    }

    show() {
      const ids = all();
      for (const box of this.boxes) box.checked = ids.includes(box.value);
      this.bar.hidden = !ids.length;
      document.documentElement.classList.toggle("has-shortlist", ids.length > 0);
      const text = this.phrases.say(this.isFull ? "shortlist.full" : "shortlist.count", { n: ids.length });
      if (this.status.textContent !== text) this.status.textContent = text;
      this.link.href = this.page + naming("", ids);
    }

    /** Other rows have toggles of their own. Filters write an address of their own: where nothing else remembers what was chosen,
        they drop nothing of it. */
    follow() {
      const ids = all();
      if (kept()?.join() !== ids.join()) choose(ids);
      this.show();
    }

    listen() {
      // Chosen on another tab, or on another page before coming back to this one.
      self.addEventListener("storage", ({ key }) => {
        if (key === KEPT) this.show();
      });
      self.addEventListener("pageshow", ({ persisted }) => {
        if (persisted) this.show();
      });
      self.addEventListener("popstate", () => this.show());
      const rows = document.querySelector("[data-rows]");
      if (rows) new MutationObserver(() => this.follow()).observe(rows, { childList: true });
    }
  }

  return (/** @type {ShortlistSaid} */ said) => {
    const shortlist = new Shortlist(said);
    const styles = make("link", { rel: "stylesheet", href: new URL("assets/styles/shortlist.css", site).href });
    document.head.append(styles);
    document.body.append(shortlist.bar);
    self.KatalogShortlist = shortlist;
    shortlist.show();
    shortlist.listen();
  };
})();
