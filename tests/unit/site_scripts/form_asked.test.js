import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./support/load.js";

const DATA = {
  terms: { themes: ["zielen", "sport"], target_groups: ["seniorzy"] },
  registry: { places: [["gdynia", "Gdynia", []]] },
};
const { FormAsked } = load(["form/asked"], {});

test("the form begins with the fields that the address names", () => {
  assert.deepEqual(FormAsked.askedOf("?themes=sport&target_groups=seniorzy&places=gdynia", DATA), {
    themes: ["sport"], target_groups: ["seniorzy"], places: [{ place: "gdynia" }],
  });
  assert.deepEqual(FormAsked.askedOf("?themes=sport&themes=zielen&themes=sport", DATA), { themes: ["sport", "zielen"] });
});

test("words that were looked for are a title, as text and no longer than one", () => {
  const said = (words) => FormAsked.lookedFor(`#szukam=${encodeURIComponent(words)}`, 12);
  assert.deepEqual(said("  pokój <b>&\n\u0000cisza"), { title: "pokój <b>& c" });
  assert.deepEqual(said("😀".repeat(20)), { title: "😀".repeat(12) });
  for (const hash of ["", "#krok-1", "#szukam", "#szukam=", "#szukam=%20%00", "#szukam=%E0%A4"]) {
    assert.equal(FormAsked.lookedFor(hash, 12)?.title.replace(/\ufffd/g, "") || null, null, hash);
  }
});

test("what the catalogue does not know is left out, and without anything known there is nothing to begin with", () => {
  assert.deepEqual(FormAsked.askedOf("?themes=zielnn&target_groups=seniorzy", DATA), { target_groups: ["seniorzy"] });
  for (const search of ["", "?", "?themes=", "?themes=%3Cb%3E", "?title=Las", "?h=las"]) {
    assert.equal(FormAsked.askedOf(search, DATA), null, search);
  }
});
