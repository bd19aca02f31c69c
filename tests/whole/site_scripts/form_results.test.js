import assert from "node:assert/strict";
import { test } from "node:test";
import { smallSource as source } from "../../unit/site_scripts/support/form.js";
import { settled } from "../../unit/site_scripts/support/bare.js";
import { draftOf, ENTRY, KEPT, open, opened } from "./support/form_page.js";
import { send } from "./support/page.js";

test("the file and the draft are handed to the reader", async () => {
  const page = opened();
  const names = [];
  page.document.addEventListener("click", ({ target }) => {
    if (target.tagName === "A") names.push(`${target.getAttribute("download")} ${target.getAttribute("href")}`);
  });
  page.part("download").click();
  assert.equal(await page.handed[0].text(), page.part("text").value);
  assert.equal(page.handed[0].type, "text/markdown;charset=utf-8");
  page.part("save-file").click();
  assert.deepEqual(names, ["index.md blob:x", "szkic-park.json blob:x"]);
  const draft = JSON.parse(await page.handed[1].text());
  assert.deepEqual([draft.version, draft.entry.title], [1, "Park nad rzeką"]);
  assert.deepEqual(page.clock.waits, [10_000, 10_000]);
  page.clock.run();
  assert.equal(page.handed.at(-1), "revoked");
  assert.ok(!page.find("a[download]"));
});

test("the text is copied, or selected for the reader to copy", async () => {
  const page = opened();
  page.part("copy").click();
  await settled();
  assert.deepEqual(page.copied, [page.part("text").value]);
  assert.equal(page.part("announce").textContent, "Skopiowano.");
  const other = open({
    kept: { [KEPT]: draftOf(ENTRY) },
    ready: ({ globals, document }) => {
      globals.navigator = {};
      document.execCommand = () => false;
    },
  });
  other.part("copy").click();
  await settled();
  assert.match(other.part("announce").textContent, /^Nie udało się skopiować/);
});

test("the host gets the file in the address, unless it is too long or the host takes none", () => {
  const page = opened();
  const { href } = page.part("host");
  assert.equal(href.startsWith("https://git.example.org/katalog/new/main?filename=practices%2Fpark%2Findex.md&value=---%0Atitle"), true, href);
  assert.deepEqual([page.part("host").hidden, page.part("host-note").hidden], [false, false]);
  assert.match(page.part("host-note").textContent, /^Repozytorium otworzy się z gotowym/);
  page.part("host").click();
  assert.deepEqual(page.copied, []);
  const long = opened({ ...ENTRY, challenge: "słowo ".repeat(300) });
  assert.equal(long.part("host").hidden, true);
  assert.match(long.part("host-note").textContent, /^Ten opis jest za długi/);
});

test("who corrects an entry, or has a host that takes no text, pastes it", () => {
  const page = opened({ ...ENTRY, id: "las" }, { opened: "las" });
  assert.equal(page.part("host").href, "https://git.example.org/katalog/edit/main/practices/las/index.md");
  assert.match(page.part("host-note").textContent, /^Treść pliku się skopiuje/);
  page.part("host").click();
  assert.deepEqual(page.copied, [page.part("text").value]);
  const data = source();
  data.host.content = "";
  const other = open({ data, kept: { [KEPT]: draftOf(ENTRY) } });
  assert.equal(other.part("host").href, "https://git.example.org/katalog/new/main?filename=practices%2Fpark%2Findex.md");
  assert.match(other.part("host-note").textContent, /^Treść pliku się skopiuje/);
});

test("a site without a host has no link to it", () => {
  const data = source();
  data.host = null;
  const page = open({ data, ready: ({ document }) => document.querySelector("[data-host]").remove(), kept: { [KEPT]: draftOf(ENTRY) } });
  assert.equal(page.part("ready").hidden, false);
  assert.equal(page.FormResults.hostAddress("a", "b", ""), "");
});

test("records that a registry lacks come in the file of the entry, and can be named at once", () => {
  const hel = { id: "hel", name: "Hel", country: "PL", level: "town" };
  const page = opened({ ...ENTRY, places: [{ place: "hel" }] }, { added: { places: [hel] } });
  assert.equal(page.part("ready").hidden, false);
  const proposals = "  proposals:\n    places:\n    - id: hel\n      name: Hel\n      country: PL\n      level: town\n";
  assert.ok(page.part("text").value.includes(proposals), page.part("text").value);
  const twice = opened(ENTRY, { added: { places: [{ ...hel, id: "sopot" }] } });
  twice.part("check").click();
  assert.equal(twice.problems().length, 1);
  assert.equal(twice.part("text").value, "");
});

test("sources of the form are there to choose from", () => {
  const page = opened({ ...ENTRY, sources: [{ id: "s1", title: "Raport" }, { id: "s2" }, { title: "Bez id" }], claims: [{ text: "Tak", source: "s2" }] });
  const options = [...page.find('[data-name="claims"] [data-name="source"] select').options].map((each) => each.textContent);
  assert.deepEqual(options, ["– wybierz –", "s1 – Raport", "s2 – "]);
  const title = page.find('[data-name="sources"] [data-name="title"] input');
  title.value = "Ustawa";
  send(title, "input");
  page.clock.run(250);
  assert.equal(page.find('[data-name="claims"] [data-name="source"] select').options[1].textContent, "s1 – Ustawa");
});

test("sending the form by the keyboard does nothing", () => {
  assert.equal(send(open().part("form"), "submit").defaultPrevented, true);
});
