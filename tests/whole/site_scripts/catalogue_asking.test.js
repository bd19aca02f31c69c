import assert from "node:assert/strict";
import { test } from "node:test";
import { box, open } from "./support/catalogue.js";
import { send } from "./support/page.js";

// ----- typing and going back

test("typing searches after a moment, and a word is one step of the history", async () => {
  const page = await open();
  const length = page.window.history.length;
  box(page).value = " l";
  send(box(page), "input");
  assert.deepEqual(page.clock.waits, [60]);
  box(page).value = " las ";
  send(box(page), "input");
  assert.deepEqual(page.clock.waits, [60]);
  page.clock.run(60);
  await page.wait();
  assert.equal(page.search(), "?q=las");
  await page.type("lasu");
  assert.equal(page.search(), "?q=lasu");
  assert.equal(page.window.history.length, length + 1);
  await page.tick("theme", "a");
  await page.tick("theme", "b");
  assert.equal(page.window.history.length, length + 3);
});

test("a submitted query is asked at once and the page stays", async () => {
  const page = await open();
  box(page).value = "most ";
  send(box(page), "input");
  assert.equal(send(page.part("search"), "submit").defaultPrevented, true);
  assert.deepEqual(page.clock.waits, []);
  await page.wait();
  assert.equal(page.search(), "?q=most");
});

test("what is being typed is not written over", async () => {
  const page = await open();
  box(page).focus();
  box(page).value = "las ";
  send(box(page), "input");
  page.clock.run(60);
  await page.wait();
  assert.equal(box(page).value, "las ");
});

test("going back follows the address and the number of rows", async () => {
  const page = await open("?q=plac");
  page.window.history.replaceState(null, "", "?q=plac&theme=b");
  send(page.window, "popstate", { state: { shown: 100 } });
  await page.wait();
  assert.deepEqual(page.rows(), ["p2"]);
  page.window.history.replaceState(null, "", "?q=plac");
  send(page.window, "popstate", { state: { shown: 100 } });
  await page.wait();
  assert.equal(page.rows().length, 60);
  send(page.window, "popstate", { state: null });
  await page.wait();
  assert.equal(page.rows().length, 50);
});

test("only the last of two questions is answered", async () => {
  const page = await open("?q=las");
  page.input("theme", "a").checked = true;
  send(page.input("theme", "a"), "change");
  page.input("theme", "a").checked = false;
  send(page.input("theme", "a"), "change");
  await page.type("most");
  assert.deepEqual(page.rows(), ["p2"]);
  assert.equal(page.part("count").textContent, "1 praktyka");
});

test("the engine is fetched when a reader turns to the search", async () => {
  const page = await open();
  box(page).focus();
  await page.wait();
  assert.deepEqual(page.asked, ["core"]);
});

test("words that ask for nothing leave the whole list, with a word about it", async () => {
  const page = await open("?q=ze");
  assert.deepEqual([page.part("notice").textContent, page.part("notice").hidden, page.part("count").textContent], ["O nic nie pyta: „ze”.", false, "62 praktyki"]);
});

// ----- what fails

test("where the data cannot be read, the whole list comes back with a word about it", async () => {
  const page = await open("?q=las", new Set(["core"]));
  assert.equal(page.part("notice").textContent, "Nie udało się.");
  assert.equal(page.part("notice").hidden, false);
  assert.equal(page.part("whole").isConnected, true);
  assert.equal(page.document.documentElement.className, "");
  assert.equal(page.part("catalogue").getAttribute("aria-busy"), null);
  assert.deepEqual(page.said, ["Error: core"]);
});

test("what failed can be tried again", async () => {
  const failing = new Set(["facets"]);
  const page = await open("", failing);
  page.part("rest").click();
  await page.wait();
  assert.equal(page.part("notice").textContent, "Nie udało się.");
  assert.equal(page.part("rest").disabled, false);
  failing.clear();
  page.part("rest").click();
  await page.wait();
  assert.ok(!page.part("rest"));
});

test("a browser that refuses a new address shows what was asked for all the same", async () => {
  const page = await open();
  page.window.history.pushState = () => { throw new Error("refused"); };
  await page.tick("theme", "a");
  assert.deepEqual(page.rows(), ["p0", "p1"]);
  assert.deepEqual(page.said, ["refused"]);
});
