/* What the header needs beyond links: the colour scheme, the search panel that opens and closes, the menu. What the search finds
   comes with scripts of its own, once a reader turns to it.
   A classic script, so that it runs from a folder opened without a server as well. */
(() => {
  "use strict";

  const scripts = new URL(".", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const found = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
  const menu = /** @type {HTMLDetailsElement} */ (found(".menu"));

  /** @param {string} name @param {Record<string, string>} data @returns {Promise<void>} */
  function loadScript(name, data = {}) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.onload = () => done();
      script.onerror = () => failed(new Error(name));
      Object.assign(script.dataset, data);
      script.src = new URL(name, scripts).href;
      document.head.append(script);
    });
  }

  /** The panel of the search: it opens, keeps the focus in and closes. */
  class SearchPanel {
    constructor() {
      this.panel = found("[data-search-panel]");
      this.query = /** @type {HTMLInputElement} */ (this.panel.querySelector("input"));
      this.opener = found("[data-search-open]");
      /** @type {Promise<void> | null} */
      this.starting = null;
    }

    async start() {
      const { parts = "", site } = this.panel.dataset;
      // The list of practices has the first already.
      if (!self.KatalogData) await loadScript("search.js", { parts: new URL(parts, site).href });
      if (!self.KatalogHeaderSearch) await loadScript("header_search.js");
    }

    /** Loads what a search needs, most pages are read without; what failed is tried again. */
    turnTo() {
      this.starting ??= this.start().catch(() => {
        this.starting = null;
        const said = JSON.parse(this.panel.dataset.said || "");
        found("[data-search-status]").textContent = said["search.failed"];
      });
    }

    open() {
      this.panel.inert = false;
      this.query.focus();
      this.turnTo();
    }

    close() {
      if (this.panel.inert) return;
      this.panel.inert = true;
      this.opener.focus();
    }

    /** @param {KeyboardEvent} event */
    onKey(event) {
      if (event.key === "Escape") this.close();
      if (event.key !== "Tab") return;
      const all = /** @type {NodeListOf<HTMLElement>} */ (this.panel.querySelectorAll("input, button, a[href], [tabindex='0']"));
      const stops = [...all].filter((each) => each.getClientRects().length);
      const last = stops[stops.length - 1];
      if (document.activeElement !== (event.shiftKey ? stops[0] : last)) return;
      event.preventDefault();
      (event.shiftKey ? last : stops[0]).focus();
    }

    /** Pages without a search of their own answer an address with ?q= in the panel. */
    answerAddress() {
      const asked = new URLSearchParams(location.search).get("q");
      if (asked === null || self.KatalogAsked) return;
      this.query.value = asked;
      this.open();
    }

    listen() {
      const { opener, panel } = this;
      const open = (/** @type {Event} */ event) => {
        event.preventDefault();
        this.open();
      };
      opener.setAttribute("role", "button");
      opener.setAttribute("aria-haspopup", "dialog");
      for (const name of ["pointerenter", "focus"]) opener.addEventListener(name, () => this.turnTo());
      opener.addEventListener("click", open);
      opener.addEventListener("keydown", (event) => {
        if (event.key === " ") open(event);
      });
      for (const closer of panel.querySelectorAll("[data-search-close]")) closer.addEventListener("click", () => this.close());
      panel.addEventListener("keydown", (event) => this.onKey(event));
      this.answerAddress();
    }
  }

  /** The button of the colour scheme in the footer. */
  class SchemeButton {
    constructor() {
      this.button = found("[data-theme-button]");
      this.announcer = found("[data-announce]");
      this.schemes = [null, "light", "dark"];
      // The first press from "as in the system" should show a difference.
      this.order = matchMedia("(prefers-color-scheme: dark)").matches ? [1, 2, 0] : [2, 0, 1];
      this.names = (this.announcer.dataset.states || "").split("|");
      this.current = 0;
    }

    show() {
      this.current = Math.max(this.schemes.indexOf(KatalogScheme.chosen()), 0);
      const name = this.names[this.current];
      found("[data-theme-button] [data-theme-state]").textContent = ": " + name;
      this.button.title = name;
    }

    choose() {
      KatalogScheme.choose(this.schemes[this.order[this.current]]);
      this.show();
      this.announcer.textContent = this.names[this.current];
    }

    listen() {
      this.button.addEventListener("click", () => this.choose());
      // Back to a page kept as it was: another one may have changed the scheme, which early.js has shown by now.
      self.addEventListener("pageshow", () => this.show());
      this.show();
    }
  }

  function listenToMenu() {
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      /** @type {HTMLElement} */ (menu.querySelector("summary")).focus();
    });
    document.addEventListener("click", (event) => {
      if (!menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
    });
  }

  function fillPrintAddress() {
    const address = location.protocol === "file:" ? document.title : location.href.split("#")[0];
    for (const place of document.querySelectorAll("[data-print-address]")) place.textContent = address;
  }

  /** Opens what is closed for as long as it takes to print; what is not for paper print.css hides. */
  function openWhilePrinting() {
    const closed = [...document.querySelectorAll("details:is(.more, .rest):not([open])")];
    for (const each of closed) each.setAttribute("open", "");
    const close = () => closed.forEach((each) => each.removeAttribute("open"));
    self.addEventListener("afterprint", close, { once: true });
  }

  /** Long sections that a phone shows by their headings, which open and close them. Wider screens and paper show them whole. */
  class FoldedSections {
    constructor() {
      this.narrow = matchMedia("(max-width: 44.99em)");
      this.sections = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-fold]"));
    }

    /** @param {HTMLElement} section @param {boolean} isOpen */
    show(section, isOpen) {
      section.toggleAttribute("data-folded", !isOpen);
      /** @type {HTMLElement} */ (section.querySelector("h2 > button")).ariaExpanded = String(isOpen);
    }

    fold() {
      for (const section of this.sections) this.show(section, !this.narrow.matches);
    }

    /** @param {HTMLElement} section */
    addButton(section) {
      const heading = /** @type {HTMLElement} */ (section.querySelector("h2"));
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      button.addEventListener("click", () => this.show(section, section.hasAttribute("data-folded")));
      heading.append(button);
    }

    listen() {
      if (!this.narrow.matches) return;
      this.sections.forEach((section) => this.addButton(section));
      this.narrow.addEventListener("change", () => this.fold());
      this.fold();
    }

    /** Opens what an address leads into: closed parts, for browsers that do not, and folded sections. */
    openAround() {
      const place = document.getElementById(location.hash.slice(1));
      if (place && this.open(place)) place.scrollIntoView();
    }

    /** Marks what a search found, where the address says so, and opens the parts that hold it. */
    async openFound() {
      if (!new URLSearchParams(location.search).has("h") || !document.querySelector("article[data-practice]")) return;
      await loadScript("highlight.js");
      for (const mark of document.querySelectorAll("article mark")) this.open(/** @type {HTMLElement} */ (mark));
      document.getElementById(location.hash.slice(1))?.scrollIntoView(); // what opened above has moved it
    }

    /** Opens all that an element is closed in, and tells whether there was anything.
        @param {HTMLElement} place */
    open(place) {
      const closed = [];
      for (let part = /** @type {HTMLElement | null} */ (place); part; part = part.parentElement) {
        if (part.matches("details.rest:not([open]), [data-folded]")) closed.push(part);
      }
      for (const part of closed) {
        if (part.matches("details")) part.setAttribute("open", "");
        else this.show(part, true);
      }
      return closed.length > 0;
    }

    /** A press of a link that leads where the address is already changes nothing else.
        @param {Event} event */
    onClick(event) {
      const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
      if (link && link.getAttribute("href") === location.hash) this.openAround();
    }
  }

  const folded = new FoldedSections();
  self.addEventListener("hashchange", () => folded.openAround());
  document.addEventListener("click", (event) => folded.onClick(event));
  self.addEventListener("beforeprint", fillPrintAddress);
  self.addEventListener("beforeprint", openWhilePrinting);
  new SearchPanel().listen();
  new SchemeButton().listen();
  listenToMenu();
  folded.listen();
  folded.openFound();
  folded.openAround();
})();
