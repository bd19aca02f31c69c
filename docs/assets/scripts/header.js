/* What the header needs beyond links: the colour scheme, the search panel that opens and closes, the menu. What the search finds
   comes with scripts of its own, once a reader turns to it.
   A classic script, so that it runs from a folder opened without a server as well. */
(function (root) {
  "use strict";

  const scripts = new URL(".", document.currentScript.src);
  const panel = document.querySelector("[data-search-panel]");
  const query = panel.querySelector("input");
  const opener = document.querySelector("[data-search-open]");
  const menu = document.querySelector(".menu");

  // ----- search

  function loadScript(name) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.onload = done;
      script.onerror = () => failed(new Error(name));
      script.dataset.parts = new URL(panel.dataset.parts, panel.dataset.site).href;
      script.src = new URL(name, scripts).href;
      document.head.append(script);
    });
  }

  async function startSearch() {
    if (!root.KatalogData) await loadScript("search.js"); // the list of practices has it already
    if (!root.KatalogHeaderSearch) await loadScript("header_search.js");
  }

  let starting = null;

  /** Loads what a search needs, most pages are read without; what failed is tried again. */
  function turnToSearch() {
    starting ??= startSearch().catch(() => {
      starting = null;
      panel.querySelector("[data-search-status]").textContent = JSON.parse(panel.dataset.said)["search.failed"];
    });
    return starting;
  }

  function openSearch() {
    panel.inert = false;
    query.focus();
    turnToSearch();
  }

  function closeSearch() {
    if (panel.inert) return;
    panel.inert = true;
    opener.focus();
  }

  function stayInPanel(event) {
    if (event.key === "Escape") closeSearch();
    if (event.key !== "Tab") return;
    const stops = [...panel.querySelectorAll("input, button, a[href], [tabindex='0']")].filter((each) => each.getClientRects().length);
    const last = stops[stops.length - 1];
    if (document.activeElement !== (event.shiftKey ? stops[0] : last)) return;
    event.preventDefault();
    (event.shiftKey ? last : stops[0]).focus();
  }

  /** Pages without a search of their own answer an address with ?q= in the panel. */
  function answerAddress() {
    const asked = new URLSearchParams(location.search).get("q");
    if (asked === null || root.KatalogAsked) return;
    query.value = asked;
    openSearch();
  }

  function makeOpener() {
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-haspopup", "dialog");
    for (const name of ["pointerenter", "focus"]) opener.addEventListener(name, turnToSearch);
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      openSearch();
    });
    opener.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      openSearch();
    });
    for (const closer of panel.querySelectorAll("[data-search-close]")) closer.addEventListener("click", closeSearch);
    panel.addEventListener("keydown", stayInPanel);
    answerAddress();
  }

  // ----- colour scheme

  function makeThemeButtons() {
    const first = document.querySelector("[data-theme-button]");
    const second = first.cloneNode(true); // for narrow windows
    const buttons = [first, second];
    const announce = document.querySelector("[data-announce]");
    const schemes = [null, "light", "dark"];
    // The first press from "as in the system" should show a difference.
    const order = matchMedia("(prefers-color-scheme: dark)").matches ? [1, 2, 0] : [2, 0, 1];
    const names = announce.dataset.states.split("|");
    let current = 0;

    function show() {
      current = Math.max(schemes.indexOf(root.KatalogScheme.chosen()), 0);
      for (const button of buttons) {
        button.querySelector("[data-theme-state]").textContent = ": " + names[current];
        button.title = names[current];
      }
    }

    function choose() {
      root.KatalogScheme.choose(schemes[order[current]]);
      show();
      announce.textContent = names[current];
    }

    for (const button of buttons) button.addEventListener("click", choose);
    menu.querySelector(".menu__panel").append(second);
    // Back to a page kept as it was: another one may have changed the scheme, which early.js has shown by now.
    root.addEventListener("pageshow", show);
    show();
  }

  // ----- menu and print

  function makeMenu() {
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }

  function fillPrintAddress() {
    const address = location.protocol === "file:" ? document.title : location.href.split("#")[0];
    for (const place of document.querySelectorAll("[data-print-address]")) place.textContent = address;
  }

  root.addEventListener("beforeprint", fillPrintAddress);
  makeOpener();
  makeThemeButtons();
  makeMenu();
})(self);
