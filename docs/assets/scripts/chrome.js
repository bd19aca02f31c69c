/* What the header needs beyond links: the colour scheme, the search panel, and no keys that surprise.
   A classic script, so that it runs from a folder opened without a server as well. */
(function () {
  "use strict";

  var search = document.getElementById("__search");
  var panel = document.querySelector("[data-md-component=search]");
  var query = panel.querySelector("[data-md-component=search-query]");
  var suggestion = panel.querySelector("[data-md-component=search-suggest]");
  var opener = document.querySelector("[data-search-open]");
  var menu = document.querySelector(".menu");

  /* Material reacts to single letters (f, s, /, n, p and others); WCAG 2.1.4 asks that they can be turned off. */
  function quietSingleKeys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.stopImmediatePropagation();
  }

  function showSearch(open) {
    if (search.checked === open) return;
    search.checked = open;
    search.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function followSearch() {
    window.KatalogTheme.start();
    panel.inert = !search.checked;
    if (search.checked) query.focus();
    else opener.focus();
  }

  /* The end of a word stands behind what is typed; once that is longer than its box and moves on, the two would be mixed up. */
  function hideSuggestionIfLong() {
    suggestion.hidden = query.scrollWidth > query.clientWidth;
  }

  function stayInPanel(event) {
    if (event.key === "Escape") showSearch(false);
    if (event.key !== "Tab") return;
    // The theme would close the search at this key; its results are walked through with the arrows.
    event.stopPropagation();
    var stops = panel.querySelectorAll("input, button, [tabindex='0']");
    var first = stops[0];
    var last = stops[stops.length - 1];
    if (document.activeElement !== (event.shiftKey ? first : last)) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }

  function makeOpener() {
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-haspopup", "dialog");
    ["pointerenter", "focus"].forEach(function (name) {
      opener.addEventListener(name, window.KatalogTheme.start);
    });
    opener.addEventListener("click", function (event) {
      event.preventDefault();
      showSearch(true);
    });
    opener.addEventListener("keydown", function (event) {
      if (event.key !== " ") return;
      event.preventDefault();
      showSearch(true);
    });
    search.addEventListener("change", followSearch);
    panel.querySelector("[data-search-close]").addEventListener("click", function () {
      showSearch(false);
    });
    panel.addEventListener("keydown", stayInPanel);
    query.addEventListener("input", hideSuggestionIfLong);
    // An address with ?q= makes the theme open the search before this script is there to see it.
    if (search.checked) followSearch();
  }

  function makeThemeButtons() {
    var first = document.querySelector("[data-theme-button]");
    var second = first.cloneNode(true); // for narrow windows
    var buttons = [first, second];
    var announce = document.querySelector("[data-announce]");
    var schemes = [null, "light", "dark"];
    // The first press from "as in the system" should show a difference.
    var order = matchMedia("(prefers-color-scheme: dark)").matches ? [1, 2, 0] : [2, 0, 1];
    var names = announce.dataset.states.split("|");
    var current;

    function show() {
      current = Math.max(schemes.indexOf(window.KatalogScheme.chosen()), 0);
      buttons.forEach(function (button) {
        button.querySelector("[data-theme-state]").textContent = ": " + names[current];
        button.title = names[current];
      });
    }

    buttons.forEach(function (button) {
      button.addEventListener("click", function () {
        window.KatalogScheme.choose(schemes[order[current]]);
        show();
        announce.textContent = names[current];
      });
    });
    menu.querySelector(".menu__panel").append(second);
    // Back to a page kept as it was: another one may have changed the scheme, which early.js has shown by now.
    window.addEventListener("pageshow", show);
    show();
  }

  function makeMenu() {
    menu.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    document.addEventListener("click", function (event) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }

  function fillPrintAddress() {
    var address = location.protocol === "file:" ? document.title : location.href.split("#")[0];
    document.querySelectorAll("[data-print-address]").forEach(function (place) {
      place.textContent = address;
    });
  }

  window.addEventListener("keydown", quietSingleKeys, true);
  window.addEventListener("beforeprint", fillPrintAddress);
  makeOpener();
  makeThemeButtons();
  makeMenu();
})();
