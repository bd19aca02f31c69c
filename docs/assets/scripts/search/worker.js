/* Answers the search box of Material's header with our own engine, through the messages Material's worker would get:
   0 SETUP {config, docs, options}, 1 READY, 2 QUERY text, 3 RESULT {items, suggest}. Not a documented interface; tests/browser
   sends each message, so that an update of the theme that changes one is noticed.

   From file: there are no workers. There frame.js runs this script in a frame instead, where importScripts gives a promise and
   the address of the script is known from its element. */
(function () {
  "use strict";

  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  const MOST = 12;
  const MOST_PAGES = 5;
  const MOST_FORMS = 12; // in the address of a practice, which marks them
  const SUMMARY = 320;
  const WORDS = /^[\p{L}\p{N}\s-]+$/u;
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  const here = self.document ? document.currentScript.src : self.location.href;
  const root = new URL("../../../", here);
  const parts = new URL(new URL(here).hash.slice(1) || "szukaj/", root);
  const explicitIndex = root.protocol === "file:";
  const loaded = new Map();
  let engine = null;
  let starting = null;
  let pages = [];
  let asked = 0;

  self.katalogDane = function (name, data) {
    loaded.set(name, data);
    if (engine) engine.add(name, data);
  };

  function load(names) {
    const missing = names.filter((name) => !loaded.has(name));
    const addresses = missing.map((name) => String(new URL(name + ".js", parts)));
    return Promise.resolve(addresses.length ? importScripts(...addresses) : undefined);
  }

  function escape(text) {
    return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
  }

  /** A text as HTML with what was asked for marked; Material shows what it gets as HTML. */
  function marked(text, ranges) {
    let html = "";
    let end = 0;
    for (const [from, to] of ranges(text)) {
      html += escape(text.slice(end, from)) + "<mark data-md-highlight>" + escape(text.slice(from, to)) + "</mark>";
      end = to;
    }
    return html + escape(text.slice(end));
  }

  function address(path, name, value) {
    return path + (explicitIndex && /(^|\/)$/.test(path) ? "index.html" : "") + (value ? "?" + name + "=" + encodeURIComponent(value) : "");
  }

  function placeOf(id) {
    const { practices, elsewhere } = engine.core.addresses;
    return elsewhere[id] || practices + id + "/";
  }

  function practiceItem(result, ranges, missing) {
    const { id, title, summary, places } = engine.card(result.n);
    const terms = {};
    const { forms } = result;
    for (const form of forms) terms[form] = true;
    for (const word of missing) terms[word] = false;
    const label = result.match === "similar" ? engine.core.words.similar + " · " : "";
    return [{
      location: address(placeOf(id), "h", forms.slice(0, MOST_FORMS).join(" ")),
      title: marked(title, ranges),
      // No tags, though the theme would show them: it makes a nameless landmark of each.
      text: escape(label) + marked(places + " · " + summary.slice(0, SUMMARY), ranges),
      score: result.score,
      terms,
    }];
  }

  /** Pages written by hand are few: each word of the query has to begin a word of theirs. */
  function pageItems(query, ranges) {
    const { words, fold } = self.KatalogWords;
    const folded = words(query).map(fold);
    if (!folded.length) return [];
    const found = pages.filter((page) => folded.every((word) => page.words.some((other) => other.startsWith(word))));
    return found.slice(0, MOST_PAGES).map(({ path, title }) => [{
      location: path, title: marked(title, ranges), text: "", score: 0, terms: {},
    }]);
  }

  function allItem(count, query) {
    const title = escape(engine.core.words.all.replace("{n}", count));
    return [{ location: address(engine.core.addresses.practices, "q", query), title, text: "", score: 0, terms: {} }];
  }

  async function found(query, number) {
    let answer = engine.search(query);
    while (answer.needs.length && number === asked) {
      await load(answer.needs);
      answer = engine.search(query);
    }
    const best = answer.results.slice(0, MOST);
    await load([...new Set(best.map(({ n }) => engine.cardsOf(n)))].filter((name) => !engine.has(name)));
    if (number !== asked) return null;
    const ranges = engine.marker(query);
    const items = best.map((result) => practiceItem(result, ranges, answer.missing));
    if (answer.results.length > MOST) items.push(allItem(answer.results.length, query));
    items.push(...pageItems(query, ranges));
    // The theme writes what is typed, with the end of its last word, as HTML: so only words are completed.
    return { items, suggest: WORDS.test(query) ? engine.complete(query, 1) : [] };
  }

  /** Loads what a search needs, once one is asked for: most pages are read without. */
  async function start() {
    await Promise.resolve(importScripts(String(new URL("words.js", here)), String(new URL("engine.js", here))));
    await load(["rdzen", "strony"]);
    const { words, fold } = self.KatalogWords;
    pages = loaded.get("strony").map(([path, title, text]) => ({
      path: address(path), title, words: words(text).map(fold),
    }));
    return self.KatalogSearch.create(loaded.get("rdzen"));
  }

  async function answer(query) {
    const number = ++asked;
    if (!query.trim()) {
      postMessage({ type: RESULT, data: { items: [], suggest: [] } });
      return;
    }
    if (!starting) starting = start();
    engine = await starting;
    if (number !== asked) return;
    const data = await found(query, number);
    // Another letter was typed while parts were loading: its answer is on the way.
    if (data) postMessage({ type: RESULT, data });
  }

  self.addEventListener("message", function ({ data: { type, data } }) {
    if (type === SETUP) postMessage({ type: READY });
    if (type === QUERY) answer(data);
  });
})();
