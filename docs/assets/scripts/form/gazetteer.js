/* Places by name, as GeoNames has them: lists that come a letter at a time, when a name is asked for that the registry lacks. */

/** A place of a list; `main` is its usual name where `name` is another one, `near` a larger town.
    @typedef {{name: string, main: string, country: string, region: string, lat: string, lon: string, geonames: string,
      people: number, near: string}} GazetteerPlace */

var FormGazetteer = (() => {
  "use strict";

  const { data, say, digits, fold } = FormWords;
  const { addScript } = KatalogElements;
  const site = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  /** @type {Record<string, string>} letters that no decomposition leads to their Latin base */
  const BASES = { ø: "o", đ: "d", ħ: "h", ı: "i", æ: "ae", œ: "oe", þ: "th", ð: "d", ß: "ss" };
  /** @type {Map<string, Promise<void>>} */
  const asked = new Map();

  // So many places are found by the beginning of their name; all that are called just so.
  const MOST = 8;

  /** @param {string} name */
  function plain(name) {
    return fold(name).replace(/[øđħıæœþðß]/g, (letter) => BASES[letter]);
  }

  /** Has the list of a letter there.
      @param {string} letter @returns {Promise<void>} */
  function loaded(letter) {
    const before = asked.get(letter);
    if (before) return before;
    const coming = addScript(new URL(`assets/gazetteer/${letter}.js`, site).href);
    asked.set(letter, coming);
    coming.catch(() => asked.delete(letter));
    return coming;
  }

  /** @param {string} line @returns {GazetteerPlace} */
  function placeIn(line) {
    const [name, main, country, region, lat, lon, geonames, people, near] = line.split("\t");
    return { name, main, country, region, lat, lon, geonames, people: Number(people), near };
  }

  /** The places of a name, the largest first, and after them those whose names begin so.
      @param {string} name @returns {Promise<GazetteerPlace[]>} */
  async function placesCalled(name) {
    const words = plain(name);
    const letter = /^[a-z]/.test(words) ? words[0] : "_";
    await loaded(letter);
    const places = KatalogMiejscowosci[letter].split("\n").filter((line) => plain(line.slice(0, words.length + 4)).startsWith(words)).map(placeIn);
    const isExact = (/** @type {GazetteerPlace} */ place) => plain(place.name) === words;
    const larger = (/** @type {GazetteerPlace} */ one, /** @type {GazetteerPlace} */ other) => other.people - one.people;
    const exact = places.filter(isExact).sort(larger);
    const others = places.filter((place) => !isExact(place) && !place.main).sort(larger);
    return [...exact, ...others.slice(0, Math.max(0, MOST - exact.length))];
  }

  /** What tells a place from others of its name.
      @param {GazetteerPlace} place */
  function described({ main, country, region, near, people }) {
    const { regions, countries } = data.gazetteer;
    const parts = [main, regions[`${country}.${region}`], countries[country]];
    if (near) parts.push(say("gazetteer.near", { name: near }));
    if (people) parts.push(say("gazetteer.people", { people: digits(people) }));
    return parts.filter(Boolean).join(", ");
  }

  return { placesCalled, described };
})();
