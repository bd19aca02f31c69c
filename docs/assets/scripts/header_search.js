/* The search of the header: what is typed, pasted or dictated is looked for, and the best results are shown below it. */
(function (root) {
  "use strict";

  const { load, part, search, start } = root.KatalogData;

  const MOST = 12;
  const MOST_PAGES = 5;
  const MOST_FORMS = 12; // in the address of a practice, which marks them
  const SUMMARY = 320;
  const PAUSE = 60; // ms between the last key and the search
  const SILENCE = 1000; // ms without a key before the number of results is announced
  const ONLY_WORDS = /^[\p{L}\p{N}\s-]+$/u;
  const LAST_WORD = /[^\s-]+$/;

  const panel = document.querySelector("[data-search-panel]");
  const site = panel.dataset.site;
  const said = JSON.parse(panel.dataset.said);
  const form = panel.querySelector("form");
  const field = panel.querySelector("input");
  const suggestion = panel.querySelector("[data-search-suggest]");
  const status = panel.querySelector("[data-search-status]");
  const list = panel.querySelector("[data-search-results]");
  const announcer = document.querySelector("[data-announce]");
  const plural = new Intl.PluralRules(document.documentElement.lang);

  let turn = 0;
  let answered = null; // what the results in view are for
  let typing = 0;
  let announcing = 0;

  // ----- words

  function count(n) {
    const forms = said["search.count"];
    return (forms[plural.select(n)] || forms.other).replace("{n}", n);
  }

  function marked(text, ranges) {
    const nodes = [];
    let end = 0;
    for (const [from, to] of ranges(text)) {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      nodes.push(text.slice(end, from), mark);
      end = to;
    }
    return [...nodes, text.slice(end)];
  }

  function element(name, className, ...content) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...content);
    return made;
  }

  // ----- results

  /** An address from the root of the site; a folder without a server is asked for the page in it. */
  function placeOf(path, name, value) {
    const place = new URL(path, site);
    if (place.protocol === "file:" && place.pathname.endsWith("/")) place.pathname += "index.html";
    if (value) place.searchParams.set(name, value);
    return place.href;
  }

  function item(href, ...content) {
    const link = element("a", "search-panel__link", ...content);
    link.href = href;
    return element("li", "search-panel__item", link);
  }

  function practiceItem(engine, result, ranges) {
    const { id, title, summary, places } = engine.card(result.n);
    const { practices, elsewhere } = engine.core.addresses;
    const label = result.match === "similar" ? `${said["search.similar"]} · ` : "";
    return item(
      placeOf(elsewhere[id] || `${practices}${id}/`, "h", result.forms.slice(0, MOST_FORMS).join(" ")),
      element("span", "search-panel__title", ...marked(title, ranges)),
      element("span", "search-panel__text", label, ...marked(`${places} · ${summary.slice(0, SUMMARY)}`, ranges)),
    );
  }

  /** Pages written by hand are few: each word of the query has to begin a word of theirs. */
  function otherPages(query) {
    const { words, fold } = root.KatalogWords;
    const asked = words(query).map(fold);
    if (!asked.length) return [];
    const holds = (text) => {
      const there = words(text).map(fold);
      return asked.every((word) => there.some((other) => other.startsWith(word)));
    };
    return part("strony").filter(([, , text]) => holds(text)).slice(0, MOST_PAGES);
  }

  function allItem(engine, query, n) {
    const words = said["search.all_results"].replace("{n}", n);
    return item(placeOf(engine.core.addresses.practices, "q", query), element("span", "search-panel__title", words));
  }

  function meant({ text }) {
    const [before, after] = said["catalogue.did_you_mean"].split("{text}");
    const button = element("button", "link", text);
    button.type = "button";
    button.addEventListener("click", () => {
      field.value = text;
      field.focus();
      ask();
    });
    return element("li", "search-panel__meant", before, button, after);
  }

  function show(engine, query, answer, pages) {
    const ranges = engine.marker(query);
    const { results } = answer;
    const items = results.slice(0, MOST).map((result) => practiceItem(engine, result, ranges));
    if (answer.suggestion) items.unshift(meant(answer.suggestion));
    if (results.length) items.push(allItem(engine, query, results.length));
    const others = pages.map(([path, title]) => item(placeOf(path), element("span", "search-panel__title", ...marked(title, ranges))));
    list.replaceChildren(...items, ...others);
    const n = results.length + pages.length;
    say(n ? count(n) : said["search.none"]);
    suggest(engine, query);
    answered = query;
  }

  function showNothing() {
    list.replaceChildren();
    status.textContent = said["search.begin"];
    suggestion.textContent = "";
    answered = "";
  }

  function showFailure(error) {
    console.error(error);
    list.replaceChildren();
    say(said["search.failed"]);
  }

  /** Says something in view at once, and to those who listen when the typing has paused. */
  function say(text) {
    status.textContent = text;
    clearTimeout(announcing);
    announcing = setTimeout(() => {
      announcer.textContent = text;
    }, SILENCE);
  }

  // ----- the word being typed

  /** The end of the last word, behind what is typed; not once that is longer than its box and has moved on. */
  function suggest(engine, query) {
    const typed = field.value;
    const [end] = ONLY_WORDS.test(query) && LAST_WORD.test(typed) ? engine.complete(query, 1) : [];
    suggestion.textContent = end ? typed.replace(LAST_WORD, end) : "";
    suggestion.hidden = field.scrollWidth > field.clientWidth;
  }

  function takeSuggestion(event) {
    const isAtEnd = field.selectionStart === field.value.length;
    if (!isAtEnd || suggestion.hidden || suggestion.textContent.length <= field.value.length) return;
    event.preventDefault();
    field.value = suggestion.textContent;
    ask();
  }

  // ----- what a reader does

  async function ask() {
    const asked = ++turn;
    const query = field.value.trim();
    clearTimeout(announcing);
    if (!query) {
      showNothing();
      return;
    }
    try {
      const engine = await start();
      const answer = await search(query);
      await load(["strony", ...answer.results.slice(0, MOST).map(({ n }) => engine.cardsOf(n))]);
      // Another letter was typed while parts were loading: its answer is on the way.
      if (asked === turn) show(engine, query, answer, otherPages(query));
    } catch (error) {
      if (asked === turn) showFailure(error);
    }
  }

  function onInput() {
    suggestion.textContent = "";
    clearTimeout(typing);
    typing = setTimeout(ask, PAUSE);
  }

  function links() {
    return [...list.querySelectorAll("a")];
  }

  /** The first result, if it is one of what stands in the field; else all results are shown by the list of practices. */
  function onSubmit(event) {
    const [first] = links();
    if (!first || answered !== field.value.trim()) return;
    event.preventDefault();
    first.click();
  }

  function onKey(event) {
    if (event.key === "ArrowRight" && event.target === field) takeSuggestion(event);
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field, ...links()];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  function onReset() {
    // The field is empty once the event is over.
    setTimeout(() => {
      field.focus();
      ask();
    });
  }

  field.addEventListener("input", onInput);
  form.addEventListener("submit", onSubmit);
  form.addEventListener("reset", onReset);
  panel.addEventListener("keydown", onKey);
  root.KatalogHeaderSearch = true;
  ask(); // letters may stand there already
})(self);
