import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../unit/site_scripts/support/bare.js";
import { load } from "../../unit/site_scripts/support/load.js";
import { openPage, send } from "./support/page.js";
import { PANEL, SITE } from "./support/panel.js";

const HEADER = `<header class="site-header"><a data-search-open href="praktyki/">Szukaj</a>
  <button data-theme-button>Kolory<span data-theme-state></span></button>
  <details class="menu"><summary>Menu</summary><div class="menu__panel"></div></details></header><p data-print-address></p><main>Treść<details class="rest"><summary>Reszta</summary><p id="cyt-2">Dwa</p></details></main>`;

// ----- what scripts alone use

test("what scripts alone use comes into the header, with addresses from the root of the site", () => {
  const page = openPage('<header class="site-header"><a>x</a></header>', { script: { src: `${SITE}assets/scripts/site.pl.js` } });
  load(["script_only"], page.globals).katalogScriptOnly(PANEL);
  const panel = page.find(".site-header > [data-search-panel]");
  assert.deepEqual([panel.dataset.site, panel.querySelector("form").action], [SITE, `${SITE}praktyki/`]);
  assert.ok(page.find(".site-header > [data-announce]"));
});

function offline(part, section, html, before = "") {
  const page = openPage(`${before}<script></script>`, { url: `${SITE}en/themes/las/` });
  const script = page.find("script");
  script.src = `${SITE}assets/scripts/offline.pl.js`;
  Object.assign(script.dataset, { part, section });
  Object.defineProperty(page.document, "currentScript", { value: script });
  load(["offline_parts"], page.globals).katalogOffline({ [part]: html });
  return page;
}

test("in the offline edition header and footer stand where their script stood, for wherever the page is", () => {
  const page = offline("footer", "themes", '<a href="o-katalogu/">a</a><a href="#b">b</a><a href="mailto:a@b.pl">c</a><img src="x.png">');
  const addresses = [...page.document.querySelectorAll("a, img")].map((each) => each.getAttribute("href") ?? each.getAttribute("src"));
  assert.deepEqual(addresses, [`${SITE}o-katalogu/`, "#b", "mailto:a@b.pl", `${SITE}x.png`]);
  assert.ok(!page.find("script"));
});

test("the menu marks the section that a page is in, and the page itself", () => {
  const html = '<link rel="icon" href="i.svg"><div class="tools"></div><div class="menu__panel"></div><a data-section="themes" href="en/themes/">a</a><a data-section="themes" href="en/themes/las/">b</a><a data-section="map" href="mapa/">c</a>';
  const page = offline("header", "themes", html, "<template><a>PL</a></template>");
  const current = [...page.document.querySelectorAll("[data-section]")].map((each) => each.getAttribute("aria-current"));
  assert.deepEqual(current, ["true", "page", null]);
  assert.equal(page.document.head.querySelector("link").getAttribute("href"), `${SITE}i.svg`);
  assert.deepEqual([page.find(".tools").textContent, page.find(".menu__panel").textContent], ["PL", "PL"]);
  assert.ok(!page.find("template"));
});

// ----- the panel, the colours, the menu

function header({ address = "", isDark = false, isNarrow = false, chosen = null, given = {}, further = "" } = {}) {
  const page = openPage(HEADER + PANEL + further, { url: `${SITE}praktyki/las/${address}`, script: { src: `${SITE}assets/scripts/site.pl.js` } });
  const panel = page.find("[data-search-panel]");
  panel.dataset.site = SITE;
  panel.inert = true;
  page.window.Element.prototype.scrollIntoView = () => {};
  page.window.Element.prototype.getClientRects = function () {
    return this.hidden ? [] : [{}];
  };
  const scheme = { chosen: () => scheme.now, choose: (name) => (scheme.now = name), now: chosen };
  const scripts = [];
  page.document.head.append = (script) => scripts.push(script);
  Object.assign(page.window, given);
  const told = [];
  const width = { matches: isNarrow, addEventListener: (_, act) => told.push(act) };
  const matchMedia = (asked) => (asked.includes("width") ? width : { matches: isDark && asked.includes("color-scheme: dark") });
  load(["header"], { ...page.globals, URLSearchParams, KatalogScheme: scheme, matchMedia });
  const widen = () => {
    width.matches = false;
    for (const act of told) act();
  };
  const loaded = async (isThere = true) => {
    for (let n = 0; n < scripts.length; n++) {
      scripts[n][isThere ? "onload" : "onerror"]();
      await settled();
    }
    return scripts.map(({ src }) => src.replace(SITE, ""));
  };
  return { ...page, panel, scheme, scripts, loaded, widen, opener: page.find("[data-search-open]"), field: panel.querySelector("input") };
}

test("the panel opens with the focus in its field, and closes with it back", () => {
  const page = header();
  assert.deepEqual([page.opener.getAttribute("role"), page.opener.getAttribute("aria-haspopup")], ["button", "dialog"]);
  assert.equal(send(page.opener, "click").defaultPrevented, true);
  assert.equal(page.panel.inert, false);
  assert.ok(page.document.activeElement === page.field);
  send(page.field, "keydown", { key: "Escape" });
  assert.equal(page.panel.inert, true);
  assert.ok(page.document.activeElement === page.opener);
  assert.equal(send(page.opener, "keydown", { key: "x" }).defaultPrevented, false);
  assert.equal(page.panel.inert, true);
  assert.equal(send(page.opener, "keydown", { key: " " }).defaultPrevented, true);
  page.find("[data-search-close]").click();
  assert.equal(page.panel.inert, true);
});

test("a closed panel takes no focus away", () => {
  const page = header();
  page.find("summary").focus();
  send(page.panel, "keydown", { key: "Escape" });
  assert.ok(page.document.activeElement !== page.opener);
});

test("the focus stays in the panel, round from its last stop to its first", () => {
  const page = header();
  page.opener.click();
  const tab = (element, shiftKey = false) => {
    element.focus();
    return send(element, "keydown", { key: "Tab", shiftKey }).defaultPrevented;
  };
  const last = page.find("[data-list]");
  assert.deepEqual([tab(page.field), tab(last)], [false, true]);
  assert.ok(page.document.activeElement === page.field);
  assert.deepEqual([tab(last, true), tab(page.field, true)], [false, true]);
  assert.ok(page.document.activeElement === last);
  assert.equal(send(last, "keydown", { key: "a" }).defaultPrevented, false); // any other key does what it does
  assert.ok(page.document.activeElement === last);
  last.hidden = true;
  assert.equal(tab(page.find("[data-search-close]")), true);
});

test("what a search needs is loaded once a reader turns to it, and again where that failed", async () => {
  const page = header();
  assert.deepEqual(page.scripts, []);
  send(page.opener, "pointerenter");
  send(page.opener, "focus");
  assert.equal(page.scripts.length, 1);
  assert.equal(page.scripts[0].dataset.parts, `${SITE}szukaj/`);
  await page.loaded(false);
  assert.equal(page.find("[data-search-status]").textContent, "Nie udało się.");
  page.scripts.length = 0;
  page.opener.click();
  assert.deepEqual(await page.loaded(), ["assets/scripts/search.js", "assets/scripts/header_search.js"]);
  page.opener.click();
  assert.equal(page.scripts.length, 2);
});

test("what the page has already is not loaded again", async () => {
  const page = header({ given: { KatalogData: {} } });
  page.opener.click();
  assert.deepEqual(await page.loaded(), ["assets/scripts/header_search.js"]);
  const all = header({ given: { KatalogData: {}, KatalogHeaderSearch: {} } });
  all.opener.click();
  assert.deepEqual(await all.loaded(), []);
});

test("an address with a query opens the panel, but where the page answers it", () => {
  const page = header({ address: "?q=las" });
  assert.deepEqual([page.field.value, page.panel.inert], ["las", false]);
  assert.equal(header({ address: "?q=las", given: { KatalogAsked: {} } }).panel.inert, true);
  assert.equal(header().panel.inert, true);
});

test("the colours go round, first to what differs from the system", () => {
  const page = header();
  const [button, ...others] = page.document.querySelectorAll("[data-theme-button]");
  assert.deepEqual(others, []);
  const press = () => {
    button.click();
    return [page.scheme.now, button.textContent, button.title, page.find("[data-announce]").textContent];
  };
  assert.equal(button.textContent, "Kolory: jak w systemie");
  assert.deepEqual(press(), ["dark", "Kolory: ciemny", "ciemny", "ciemny"]);
  assert.deepEqual(press(), ["light", "Kolory: jasny", "jasny", "jasny"]);
  assert.deepEqual(press(), [null, "Kolory: jak w systemie", "jak w systemie", "jak w systemie"]);
  const dark = header({ isDark: true });
  const [inTheDark] = dark.document.querySelectorAll("[data-theme-button]");
  const gone = [1, 2, 3].map(() => {
    inTheDark.click();
    return dark.scheme.now;
  });
  assert.deepEqual(gone, ["light", "dark", null]);
});

test("what a search found is marked, and opens the closed part that holds it, while other parts stay closed", async () => {
  const found = '<article data-practice="las"><details class="rest" id="a"><p><mark>las</mark></p></details><details class="rest" id="b"><p>most</p></details></article>';
  const page = header({ further: found, address: "?h=las" });
  assert.deepEqual(await page.loaded(), ["assets/scripts/highlight.js"]);
  assert.deepEqual(["a", "b"].map((id) => page.find(`#${id}`).open), [true, false]);
  assert.deepEqual(header({ further: found }).scripts, []);
});

test("what the address names is in sight once parts above it have opened, with marks or without", async () => {
  const parts = '<article data-practice="las"><details class="rest"><p><mark>las</mark></p></details><h2 id="wyniki">Wyniki</h2><details class="rest"><p id="most">most</p></details></article>';
  const seen = [];
  const page = header({ further: parts, address: "?h=las#wyniki" });
  page.window.Element.prototype.scrollIntoView = function () { seen.push(this.id); };
  await page.loaded();
  assert.deepEqual(seen, ["wyniki"]);
  page.window.location.hash = "#most";
  send(page.window, "hashchange");
  assert.deepEqual([seen.at(-1), page.find("#most").parentElement.open], ["most", true]);
  assert.deepEqual(header({ further: parts.replace("data-practice", "data-x"), address: "?h=las" }).scripts, []); // only practices are marked
});

test("the button says the scheme that another page chose", () => {
  const page = header({ chosen: "light" });
  assert.equal(page.find("[data-theme-button]").title, "jasny");
  page.scheme.now = "dark";
  send(page.window, "pageshow");
  assert.equal(page.find("[data-theme-button]").title, "ciemny");
  page.scheme.now = "inny";
  send(page.window, "pageshow");
  assert.equal(page.find("[data-theme-button]").title, "jak w systemie");
});

test("the menu closes by a key, and by a press beside it", () => {
  const page = header();
  const menu = page.find(".menu");
  menu.open = true;
  send(menu, "keydown", { key: "x" });
  send(page.find(".menu__panel"), "click");
  assert.equal(menu.open, true);
  send(menu, "keydown", { key: "Escape" });
  assert.equal(menu.open, false);
  assert.ok(page.document.activeElement === page.find("summary"));
  menu.open = true;
  send(page.find("main"), "click");
  assert.equal(menu.open, false);
  page.find("main").tabIndex = -1;
  page.find("main").focus();
  send(menu, "keydown", { key: "Escape" });
  assert.ok(page.document.activeElement === page.find("main"));
});

test("what an address leads into is open, at once and later", () => {
  assert.equal(header().find(".rest").open, false);
  assert.equal(header({ address: "#nic" }).find(".rest").open, false);
  const page = header({ address: "#cyt-2" });
  assert.equal(page.find(".rest").open, true);
  page.find(".rest").open = false;
  send(page.window, "hashchange");
  assert.equal(page.find(".rest").open, true);
});

test("a link to where the address is already opens what was closed since", () => {
  const page = header({ address: "#cyt-2", further: '<a href="#cyt-2"><b>2</b></a><a href="#cyt-1">1</a>' });
  page.find(".rest").open = false;
  send(page.find('[href="#cyt-1"]'), "click");
  send(page.find("main"), "click");
  assert.equal(page.find(".rest").open, false);
  send(page.find("b"), "click");
  assert.equal(page.find(".rest").open, true);
});

test("paper has what is closed on the screen, and the screen has it closed again afterwards", () => {
  const page = header({ further: '<details class="more" id="a"></details><details class="more" id="b" open></details><details id="c"></details>' });
  const areOpen = () => [".rest", "#a", "#b", "#c", ".menu"].map((each) => page.find(each).open);
  send(page.window, "beforeprint");
  assert.deepEqual(areOpen(), [true, true, true, false, false]);
  send(page.window, "afterprint");
  assert.deepEqual(areOpen(), [false, false, true, false, false]);
});

const SECTIONS = '<section data-fold id="cele"><h2>Cele <small>2</small></h2><p id="cel-1">a</p></section><section data-fold id="opis"><h2>Opis</h2><p>b</p></section>';
const areFolded = (page) => ["#cele", "#opis"].map((each) => page.find(each).hasAttribute("data-folded"));

test("on a phone long sections are folded, and their headings open and close them", () => {
  const page = header({ further: SECTIONS, isNarrow: true });
  assert.deepEqual(areFolded(page), [true, true]);
  const [button] = page.find("#cele h2").children;
  assert.deepEqual([button.tagName, button.type, button.innerHTML, button.ariaExpanded], ["BUTTON", "button", "Cele <small>2</small>", "false"]);
  button.click();
  assert.deepEqual([areFolded(page), button.ariaExpanded], [[false, true], "true"]);
  button.click();
  assert.deepEqual([areFolded(page), button.ariaExpanded], [[true, true], "false"]);
});

test("on a phone the section that an address leads into is open", () => {
  const page = header({ further: SECTIONS, isNarrow: true, address: "#cel-1" });
  assert.deepEqual([areFolded(page), page.find("#cele button").ariaExpanded], [[false, true], "true"]);
});

test("a wide screen shows sections whole, one that was narrow as well", () => {
  const wide = header({ further: SECTIONS });
  assert.deepEqual(areFolded(wide), [false, false]);
  assert.ok(!wide.find("h2 button"));
  const page = header({ further: SECTIONS, isNarrow: true });
  page.widen();
  assert.deepEqual([areFolded(page), page.find("#cele button").ariaExpanded], [[false, false], "true"]);
});

test("a print says where the page is on the web", () => {
  const page = header({ address: "#cele" });
  send(page.window, "beforeprint");
  assert.equal(page.find("[data-print-address]").textContent, `${SITE}praktyki/las/`);
});

// ----- other languages

function switches(address, typed = "", given = {}) {
  const links = '<a class="tool--language" href="../en/practices/">English</a>';
  const page = openPage(links + PANEL + links, { url: `${SITE}praktyki/${address}` });
  page.find("[data-search-panel] input").value = typed;
  Object.assign(page.window, given);
  load(["languages"], { ...page.globals, URLSearchParams });
  const hrefs = () => [...page.document.querySelectorAll(".tool--language")].map((each) => each.href.replace(SITE, ""));
  return { ...page, hrefs };
}

test("the way to another language keeps what the address asks for", () => {
  assert.deepEqual(switches("").hrefs(), ["en/practices/", "en/practices/"]);
  const page = switches("?q=las&theme=a&theme=b#mapa");
  assert.deepEqual(page.hrefs(), Array(2).fill("en/practices/?q=las&theme=a&theme=b#mapa"));
});

test("words to mark are of one language", () => {
  assert.equal(switches("?h=lasu").hrefs()[0], "en/practices/");
});

test("what was typed into the header goes along, but for a page with a search of its own", () => {
  assert.equal(switches("", " las ").hrefs()[0], "en/practices/?q=las");
  assert.equal(switches("?theme=a", "las", { KatalogAsked: {} }).hrefs()[0], "en/practices/?theme=a");
});

test("the address is looked at when a reader turns to the link", () => {
  const page = switches("?q=las");
  const link = page.find(".tool--language");
  for (const [n, type] of ["pointerenter", "focus", "click"].entries()) {
    page.window.history.replaceState(null, "", `?q=las${n}`);
    send(link, type);
    assert.equal(page.hrefs()[0], `en/practices/?q=las${n}`);
  }
});
