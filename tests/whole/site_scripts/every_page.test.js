import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "../../unit/site_scripts/support/load.js";
import { openPage, send } from "./support/page.js";

// ----- elements

const elementsOn = (html) => {
  const page = openPage(html);
  return { ...page, ...load(["elements"], page.globals).KatalogElements };
};

test("an element has its attributes, but for those that are null or false, and its content as text", () => {
  const { make } = elementsOn("");
  const made = make("p", { class: "a", hidden: true, id: null, title: false, "data-n": 0 }, "<b>", make("i", {}, "x"));
  assert.equal(made.outerHTML, '<p class="a" hidden="" data-n="0">&lt;b&gt;<i>x</i></p>');
  assert.equal(make("br").outerHTML, "<br>");
});

test("a button submits nothing and acts when it is pressed", () => {
  const { button } = elementsOn("");
  let pressed = 0;
  const made = button("Dalej", "link", () => pressed++);
  assert.equal(made.outerHTML, '<button type="button" class="link">Dalej</button>');
  made.click();
  assert.equal(pressed, 1);
});

test("parts are found by the names that the build gave them", () => {
  const { partsOf, find } = elementsOn('<div><p data-count>7</p></div><p data-rows>outside</p>');
  const part = partsOf(find("div"));
  assert.deepEqual([part("count").textContent, part("rows")], ["7", null]);
});

// ----- the colour scheme

const KEPT = "/katalog/.motyw";
function early(html = "", { kept, allowed = true } = {}) {
  const page = openPage(html, {
    url: "https://example.org/katalog/praktyki/las/",
    script: { src: "https://example.org/katalog/assets/scripts/early.js" },
  });
  page.document.documentElement.className = "no-js";
  if (kept) page.window.localStorage.setItem(KEPT, kept);
  const globals = { ...page.globals };
  if (!allowed) globals.localStorage = { getItem() { throw new Error("no"); }, setItem() { throw new Error("no"); }, removeItem() { throw new Error("no"); } };
  const { KatalogScheme } = load(["early"], globals);
  return { ...page, scheme: KatalogScheme, shown: () => page.document.body.dataset.scheme, kept: () => page.window.localStorage.getItem(KEPT) };
}

test("a page says that scripts run before it is drawn", () => {
  assert.equal(early().document.documentElement.className, "js");
});

test("the scheme of the system is followed until a reader chooses one", () => {
  const page = early();
  assert.deepEqual([page.scheme.chosen(), page.shown()], [null, undefined]);
});

test("a chosen scheme is shown and kept for the pages of this site", () => {
  const page = early();
  page.scheme.choose("dark");
  assert.deepEqual([page.scheme.chosen(), page.shown(), page.kept()], ["dark", "dark", '"dark"']);
  assert.deepEqual([early("", { kept: '"light"' }).scheme.chosen(), early("", { kept: '"light"' }).shown()], ["light", "light"]);
});

test("a reader can go back to the scheme of the system", () => {
  const page = early("", { kept: '"dark"' });
  page.scheme.choose(null);
  assert.deepEqual([page.scheme.chosen(), page.shown(), page.kept()], [null, undefined, null]);
});

test("where nothing can be kept the choice holds for the page", () => {
  const page = early("", { allowed: false });
  page.scheme.choose("dark");
  assert.equal(page.shown(), "dark");
  page.scheme.choose(null);
  assert.deepEqual([page.scheme.chosen(), page.shown()], [null, undefined]);
});

test("a page that a browser brings back has the scheme that was chosen meanwhile", () => {
  const page = early();
  page.window.localStorage.setItem(KEPT, '"dark"');
  send(page.window, "pageshow", { persisted: false });
  assert.equal(page.shown(), undefined);
  send(page.window, "pageshow", { persisted: true });
  assert.equal(page.shown(), "dark");
  page.window.localStorage.removeItem(KEPT);
  send(page.window, "pageshow", { persisted: true });
  assert.equal(page.shown(), undefined);
});

test("a page whose script did not come does without", () => {
  const waiting = early("<div data-scripted></div>");
  waiting.document.documentElement.classList.add("is-narrowed", "is-awaited");
  send(waiting.document, "DOMContentLoaded");
  assert.equal(waiting.document.documentElement.className, "no-js");
  const ready = early('<div data-scripted data-state="ready"></div>');
  send(ready.document, "DOMContentLoaded");
  assert.equal(ready.document.documentElement.className, "js");
});

// ----- marks on a practice

function highlighted(search, html) {
  const page = openPage(html, { url: `https://katalog.example/praktyki/las/${search}` });
  load(["highlight"], { ...page.globals, URLSearchParams });
  return page.document.body.innerHTML;
}

test("the forms in the address are marked in the article, whatever their letters", () => {
  assert.equal(
    highlighted("?h=lasu+most%C3%B3w", '<p>lasu</p><article data-practice="las"><p>W Lasu, lasem i <b>mostów</b>.</p></article>'),
    '<p>lasu</p><article data-practice="las"><p>W <mark>Lasu</mark>, lasem i <b><mark>mostów</mark></b>.</p></article>',
  );
});

test("scripts, styles, drawings and chips are left alone", () => {
  const html = '<article data-practice="las"><a class="chip">las</a><svg><text>las</text></svg><script type="x">las</script></article>';
  assert.equal(highlighted("?h=las", html), html);
});

test("an address without forms marks nothing", () => {
  const html = '<article data-practice="las"><p>las</p></article>';
  assert.equal(highlighted("", html), html);
  assert.equal(highlighted("?h=las", "<p>las</p>"), "<p>las</p>");
});
