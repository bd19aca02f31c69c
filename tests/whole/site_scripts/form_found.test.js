// Places that the registry lacks and GeoNames has, and words that a vocabulary lacks, proposed where they are asked for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../unit/site_scripts/support/bare.js";
import { smallSource as source } from "../../unit/site_scripts/support/form.js";
import { ENTRY, open } from "./support/form_page.js";
import { send } from "./support/page.js";
import { typedInto } from "./support/typing.js";

const line = (name, region, people) => [name, "", "PL", region, "54.1", "18.2", "7", people, ""].join("\t");

/** The form with a name of a place typed into it; its list of GeoNames comes unless it is said to fail. */
async function placeTyped(name, { fails = false, data = source() } = {}) {
  const asked = [];
  const ready = ({ globals, document }) => {
    globals.KatalogMiejscowosci = { r: [line("Reda", "82", 26011), line("Reda", "81", 9)].join("\n") };
    document.head.append = (script) => {
      asked.push(script.getAttribute("src"));
      send(script, fails ? "error" : "load");
    };
  };
  const page = await typedInto("place", name, { ...ENTRY, places: [{}] }, { ready, data });
  return { ...page, asked, panel: page.control.closest(".field").querySelector(".unlisted") };
}

test("a place that only GeoNames has is one press away, with what tells it from its namesakes", async () => {
  const page = await placeTyped("Reda");
  const { control, panel } = page;
  assert.equal(panel.hidden, false);
  assert.match(page.part("announce").textContent, /„Reda”.*2/);
  const choices = [...panel.querySelectorAll("ul > li > button.link")];
  assert.deepEqual(choices.map((each) => /^Reda – .*Polska/.test(each.textContent)), [true, true]);
  assert.match(choices[0].textContent, /pomorskie.*26/);
  assert.match(panel.querySelector("ul ~ .field__help").textContent, /GeoNames/);
  assert.equal(panel.querySelector("details.more > summary").textContent, page.FormWords.say("form.say.propose_by_hand")); // for a place that is none of them
  choices[0].click();
  assert.deepEqual([panel.hidden, control.value], [true, "Reda"]);
  assert.ok(page.document.activeElement === control);
  assert.equal(page.part("announce").textContent, page.FormWords.say("form.say.proposed", { name: "Reda" }));
  page.clock.run(250);
  const { added, entry } = page.kept();
  const [{ name, country, level, lat, lon, geonames }] = added.places;
  assert.deepEqual([name, country, level, lat, lon, geonames], ["Reda", "PL", "town", "54.1", "18.2", "7"]);
  assert.equal(entry.places[0].place, "reda");
});

test("a place lies in its region where the registry has that one", async () => {
  for (const [places, parent] of [[[["woj", "Pomorskie", []]], "woj"], [[], undefined]]) {
    const data = source();
    data.gazetteer.regions["PL.82"] = "pomorskie";
    data.registry.places = places;
    const page = await placeTyped("Reda", { data });
    page.panel.querySelector("li button").click();
    page.clock.run(250);
    assert.equal(page.kept().added.places[0].parent, parent);
  }
});

test("a place is described by hand where the list of GeoNames does not come", async () => {
  const page = await placeTyped("Reda", { fails: true });
  const { panel, asked } = page;
  assert.deepEqual(asked, ["https://example.org/katalog/assets/gazetteer/r.js"]);
  assert.deepEqual([panel.hidden, panel.querySelector("ul"), panel.querySelector("details")], [false, null, null]);
  const [country, level] = ["country", "level"].map((name) => panel.querySelector(`.unlisted__fields [data-name="${name}"]`));
  const problems = () => [country, level].map((field) => field.querySelector(".field__problem").textContent);
  country.querySelector("input").value = "Polska";
  panel.querySelector("button.button").click();
  assert.deepEqual(problems(), ["", page.FormWords.say("problem.missing", {})]); // only what is missing is asked for
  assert.ok(level.contains(page.document.activeElement));
  level.querySelector("select").value = "town";
  panel.querySelector("button.button").click();
  assert.equal(panel.hidden, true);
  page.clock.run(250);
  assert.deepEqual(page.kept().added.places.map(({ name, country: of, level: kind }) => [name, of, kind]), [["Reda", "Polska", "town"]]);
});

test("no name and one letter are looked for nowhere", async () => {
  for (const name of ["", "R"]) {
    const { panel, asked } = await placeTyped(name);
    assert.deepEqual([panel.hidden, asked], [true, []], name);
  }
});

test("what is typed on takes away what was said of the name before", async () => {
  const { panel, control } = await placeTyped("Reda");
  control.value = "Reda ";
  send(control, "input");
  assert.equal(panel.hidden, false); // the same name
  control.value = "Redal";
  send(control, "input");
  assert.equal(panel.hidden, true);
});

test("what is found for a name that was typed on meanwhile is not shown", async () => {
  const { panel, control } = await placeTyped("");
  control.value = "Reda";
  send(control, "change"); // its list is on the way
  control.value = "Redal";
  send(control, "input");
  await settled();
  assert.equal(panel.hidden, true);
});

/** Where a word that a vocabulary lacks is proposed, beside a field. */
function wordFor(field) {
  const page = open();
  const place = page.find(`[data-step] [data-name="${field}"]`);
  const details = place.querySelector(".unlisted__term");
  return { page, place, details, input: details.querySelector("input"), adder: details.querySelector("button") };
}

test("a theme that the vocabulary lacks is proposed beside the others, and chosen", () => {
  const { page, place, details, input, adder } = wordFor("themes");
  details.open = true;
  assert.equal(details.querySelector("label").getAttribute("for"), input.id);
  assert.deepEqual([details.querySelector("summary").textContent, adder.textContent, details.querySelector("label").textContent],
    ["propose_term", "propose_term_button", "propose_term_label"].map((key) => page.FormWords.say(`form.say.${key}`)));
  input.value = "  Ogrody   deszczowe ";
  adder.click();
  assert.deepEqual([input.value, details.open], ["", false]);
  assert.equal(page.part("announce").textContent, page.FormWords.say("form.say.proposed", { name: "Ogrody deszczowe" }));
  const chosen = [...place.querySelectorAll(".checks input")].filter((each) => each.checked).map((each) => each.nextElementSibling.textContent);
  assert.deepEqual(chosen.map((each) => each.startsWith("Ogrody deszczowe")), [true]);
  page.clock.run(250);
  const { added, entry } = page.kept();
  assert.deepEqual(added.terms.map(({ id, vocabulary, pl }) => [id, vocabulary, pl]), [["ogrody-deszczowe", "themes", "Ogrody deszczowe"]]);
  assert.deepEqual(entry.themes, ["ogrody-deszczowe"]);
});

test("Enter proposes the word and does not send the form; without a word there is nothing to propose", () => {
  const { page, details, input } = wordFor("themes");
  details.open = true;
  assert.equal(send(input, "keydown", { key: "a" }).defaultPrevented, false);
  assert.equal(send(input, "keydown", { key: "Enter" }).defaultPrevented, true);
  assert.deepEqual([details.open, page.part("announce").textContent], [true, ""]);
  assert.ok(page.document.activeElement === input);
  input.value = "Retencja";
  send(input, "keydown", { key: "Enter" });
  assert.equal(details.open, false);
});

test("each proposed word has an id that no other has, of the vocabulary or proposed before", () => {
  const { page, place, input, adder } = wordFor("themes");
  const [known] = page.FormWords.data.terms.themes;
  for (const name of [known.replaceAll("-", " "), "Ogrody deszczowe", "Ogrody-deszczowe"]) {
    input.value = name;
    adder.click();
  }
  page.clock.run(250);
  const ids = [`${known}-2`, "ogrody-deszczowe", "ogrody-deszczowe-2"];
  assert.deepEqual(page.kept().added.terms.map(({ id }) => id), ids);
  assert.deepEqual(page.kept().entry.themes, ids);
  const said = [...place.querySelectorAll(".field__problem")].map((each) => each.textContent).filter(Boolean);
  assert.deepEqual(said, []); // what is about to be added may be chosen
});
