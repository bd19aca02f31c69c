/* The catalogue page: search box, filters and order work on one state, which stands in the address; rows are shown for it.
   Without anything chosen the list that came with the page stays as it is. Classic scripts, so that it works from a folder. */
(function (root) {
  "use strict";

  const { read, write } = root.KatalogState;
  const { load, search, start } = root.KatalogData;
  const { AT_ONCE } = root.KatalogAsked;
  const { narrow, ordered } = root.KatalogNarrowing;
  const { addRest } = root.KatalogValues;
  const { explain, marker } = root.KatalogReasons;

  const STEP = 50;
  const PAUSE = 60; // ms between the last key and the search
  const MOST_FORMS = 12;

  const page = document.querySelector("[data-catalogue]");
  const part = (name) => page.querySelector("[data-" + name + "]");
  const box = part("search").elements.q;
  const sort = part("sort");
  const status = part("count");
  const inputs = [...page.querySelectorAll("[data-facet] input")]; // more of them once a reader asks for all values
  const said = JSON.parse(page.dataset.said);
  const look = document.documentElement.classList;
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const countOfAll = status.textContent;
  const wholeList = part("whole");
  const showAll = part("filters-close").textContent;

  const NOTHING = { query: "", chosen: read("").chosen, sort: "relevance" };

  let state = NOTHING;
  let shown = (history.state && history.state.shown) || STEP;
  let turns = 0;
  let typing = 0;
  let isTyping = false;
  let listed = null;
  let engine = null;

  // ----- words

  function say(key, values) {
    let text = said[key];
    if (typeof text !== "string") text = text[plural.select(values.n)] || text.other;
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      return typeof values[name] === "number" ? digits(values[name]) : values[name];
    });
  }

  /** A number as the build writes it; the browser's own way takes longer than the search. */
  function digits(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, said["digits.group"]);
  }

  function quoted(words) {
    return words.map((text) => say("catalogue.quoted", { text })).join(", ");
  }

  function button(text, className, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.textContent = text;
    made.addEventListener("click", press);
    return made;
  }

  function paragraph(...content) {
    const made = document.createElement("p");
    made.append(...content);
    return made;
  }

  // ----- state

  /** A state without values that the catalogue does not have. */
  function known(some) {
    const chosen = {};
    for (const [facet, values] of Object.entries(some.chosen)) {
      chosen[facet] = values.filter((value) => inputs.some((input) => input.name === facet && input.value === value));
    }
    return { ...some, chosen };
  }

  /** Whether it has values that stand in none of the filters so far. */
  function isBeyond(asked) {
    return part("rest") && write(known(asked)) !== write(asked);
  }

  function chosenInputs() {
    return inputs.filter((input) => state.chosen[input.name].includes(input.value));
  }

  function isWhole() {
    return !write(state);
  }

  function without(input) {
    const values = state.chosen[input.name].filter((value) => value !== input.value);
    return { chosen: { ...state.chosen, [input.name]: values } };
  }

  /** Another state; every step can be taken back, but typing a word is one. */
  function go(changes, { isKey = false } = {}) {
    const before = write(state);
    state = { ...state, ...changes };
    shown = STEP;
    if (write(state) !== before) remember(isKey && isTyping ? "replaceState" : "pushState");
    isTyping = isKey;
    fill();
    update();
  }

  function remember(how) {
    // Some browsers refuse a new address to a page of a folder; it works all the same then.
    try {
      history[how]({ shown }, "", location.pathname + write(state) + location.hash);
    } catch (refused) {
      console.info(refused.message);
    }
  }

  /** The controls as the state has them. */
  function fill() {
    if (document.activeElement !== box || box.value.trim() !== state.query) box.value = state.query;
    sort.value = state.sort;
    sort.options[0].textContent = say(state.query ? "catalogue.sorts.relevance" : "catalogue.sorts.theme");
    for (const input of inputs) input.checked = state.chosen[input.name].includes(input.value);
    const set = chosenInputs().length;
    part("filters-toggle").textContent = set ? say("catalogue.filters_set", { n: set }) : say("catalogue.filters");
    showChips();
  }

  /** What an address asks for. */
  async function follow(asked) {
    const turn = ++turns;
    if (isBeyond(asked)) await showAllValues().catch(() => {}); // what fails is said when the rows are asked for
    if (turn !== turns) return;
    state = known(asked);
    fill();
    await update();
  }

  // ----- what is shown

  async function update() {
    const turn = ++turns;
    if (isWhole()) {
      showWhole();
      return;
    }
    page.setAttribute("aria-busy", "true");
    try {
      engine = await start();
      const answer = state.query ? await search(state.query) : null;
      const needsFacets = !answer || answer.asksNothing || state.sort !== "relevance" || chosenInputs().length > 0;
      if (needsFacets) await load(["fasety"]);
      if (turn !== turns) return;
      await show(answer, turn);
      await load(["fasety"]);
      if (turn === turns) showCounts(answer);
    } catch (error) {
      if (turn === turns) showFailure(error);
    }
    if (turn === turns) page.removeAttribute("aria-busy");
  }

  /** Practices by number, before the filters: in the order of the search, or of the whole list. */
  function found(answer) {
    if (answer && !answer.asksNothing) return answer.results.map(({ n }) => n);
    const { title, theme } = engine.facets().orders;
    const all = ordered(Array.from({ length: engine.count }, (_, n) => n), title);
    return state.sort === "relevance" ? ordered(all, theme) : all;
  }

  /** Practices that are only similar to what was asked for. They come last among the results. */
  function similarOf(answer) {
    const similar = new Set();
    const results = answer ? answer.results : [];
    for (let i = results.length - 1; i >= 0 && results[i].match === "similar"; i--) similar.add(results[i].n);
    return similar;
  }

  function narrowed(answer, chosen) {
    return narrow(engine.facets().facets, found(answer), chosen);
  }

  function resultsOf(answer) {
    if (!engine.facets()) return found(answer);
    const { kept } = narrowed(answer, state.chosen);
    if (state.sort === "relevance") return kept;
    const similar = similarOf(answer);
    const sorted = ordered(kept, engine.facets().orders[state.sort]);
    // What is only similar comes last in any order.
    return [...sorted.filter((n) => !similar.has(n)), ...sorted.filter((n) => similar.has(n))];
  }

  async function show(answer, turn) {
    const practices = resultsOf(answer);
    const onlySimilar = similarOf(answer);
    const similar = onlySimilar.size ? practices.filter((n) => onlySimilar.has(n)).length : 0;
    const areSimilar = similar > 0 && similar === practices.length;
    listed = { answer, practices, marks: answer && !answer.asksNothing ? marker(engine, state.query) : null };
    showNotice(answer, similar);
    status.textContent = say(areSimilar ? "catalogue.similar_count" : "practices.count", { n: practices.length });
    part("filters-close").textContent = say("catalogue.show", { n: practices.length });
    showEmpty(answer, practices.length);
    wholeList.remove(); // each practice stands on the page once
    part("found").hidden = !practices.length;
    if (!(await rowsFrom(0, Math.min(AT_ONCE, shown), turn))) return;
    look.remove("is-awaited");
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    look.remove("is-narrowed");
    await rowsFrom(AT_ONCE, shown, turn);
  }

  /** Adds rows; the first ones take the place of those of the search before. */
  async function rowsFrom(start, end, turn) {
    const { practices } = listed;
    const some = practices.slice(start, end);
    await load(some.map((n) => engine.cardsOf(n)));
    if (turn !== turns) return false;
    const rows = some.map(row);
    if (start) part("rows").append(...rows);
    else part("rows").replaceChildren(...rows);
    showMore();
    return true;
  }

  function row(n) {
    const holder = document.createElement("template");
    holder.innerHTML = engine.card(n).row; // rendered and escaped by the build, like the rows of the page itself
    const made = holder.content.firstElementChild;
    const { marks, answer } = listed;
    const result = answer && answer.results.find((each) => each.n === n); // rows are mostly shown in the order of the results
    if (!result || !marks) return made;
    made.dataset.match = result.match;
    if (result.match === "similar") made.querySelector(".meta").append(badge(say("search.similar")));
    const link = made.querySelector(".row__title a");
    const forms = result.forms.slice(0, MOST_FORMS).join(" ");
    if (forms) link.setAttribute("href", link.getAttribute("href") + "?h=" + encodeURIComponent(forms));
    const reason = (texts) => explain(made, marks, result.field, texts, said);
    if (reason(engine.text(n))) whenSeen(made, () => load([engine.textsOf(n)]).then(() => reason(engine.text(n)), () => {}));
    return made;
  }

  function badge(text) {
    const made = document.createElement("span");
    made.className = "badge badge--open";
    made.textContent = text;
    return made;
  }

  /** Texts are many times what a row shows: only those of rows that come into view are loaded. */
  function whenSeen(element, act) {
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      act();
    });
    seen.observe(element);
  }

  function showMore() {
    const more = part("more");
    const rows = part("rows").childElementCount;
    const left = listed.practices.length - rows;
    more.hidden = left <= 0 || rows < Math.min(shown, listed.practices.length);
    more.textContent = say("catalogue.more", { n: Math.min(left, STEP) });
  }

  function showCounts(answer) {
    const facets = engine.facets().facets;
    const { counts } = narrowed(answer, state.chosen);
    for (const input of inputs) {
      const n = facets[input.name].terms.findIndex(({ id }) => id === input.value);
      showCount(input, n < 0 ? 0 : counts[input.name][n]);
    }
    keepLongListsReachable();
  }

  /** A list that scrolls is reached by its inputs, or by itself where none of them can be pressed. */
  function keepLongListsReachable() {
    for (const list of page.querySelectorAll(".facet__values")) {
      if (list.querySelector("input:enabled")) list.removeAttribute("tabindex");
      else list.tabIndex = 0;
    }
  }

  function showCount(input, count) {
    const label = input.closest("label").querySelector(".facet__count");
    if (!label.dataset.whole) label.dataset.whole = label.textContent;
    label.textContent = digits(count);
    input.disabled = !count && !input.checked;
  }

  /** The values of filters that did not come with the page. Returns the inputs added to each, by filter. */
  async function showAllValues() {
    engine = await start();
    await load(["fasety"]);
    const added = {};
    for (const button of page.querySelectorAll("[data-rest]")) {
      const box = button.closest("[data-facet]");
      const name = box.dataset.facet;
      added[name] = addRest(box.querySelector("ul"), engine.facets().facets[name]);
      for (const input of added[name]) input.addEventListener("change", onTick);
      inputs.push(...added[name]);
      button.parentElement.remove();
    }
    return added;
  }

  function showWhole() {
    for (const input of inputs) {
      const label = input.closest("label").querySelector(".facet__count");
      label.textContent = label.dataset.whole || label.textContent;
      input.disabled = false;
    }
    keepLongListsReachable();
    status.textContent = countOfAll;
    part("filters-close").textContent = showAll;
    for (const name of ["notice", "empty", "found"]) part(name).hidden = true;
    part("rows").replaceChildren();
    part("empty").after(wholeList);
    look.remove("is-narrowed", "is-awaited");
    page.removeAttribute("aria-busy");
  }

  function showFailure(error) {
    console.error(error);
    showWhole();
    part("notice").replaceChildren(paragraph(say("catalogue.failed", {})));
    part("notice").hidden = false;
  }

  /** What was not found as it was typed, and what may have been meant, one press away. */
  function showNotice(answer, similar) {
    const notice = part("notice");
    notice.hidden = !answer || !answer.missing.length;
    if (notice.hidden) return;
    const line = paragraph(say("catalogue.nothing_for", { words: quoted(answer.missing) }), " ");
    if (answer.suggestion) {
      const [before, after] = said["catalogue.did_you_mean"].split("{text}");
      const { text } = answer.suggestion;
      line.append(before, button(text, "link", () => go({ query: text })), after, " ");
    }
    if (similar) line.append(say("catalogue.similar_below", {}));
    notice.replaceChildren(line);
  }

  /** Nothing found: which single condition stands in the way. */
  function showEmpty(answer, count) {
    const empty = part("empty");
    empty.hidden = count > 0;
    if (count) return;
    const ways = engine.facets() ? waysOut(answer) : [];
    const list = document.createElement("ul");
    list.className = "chips";
    for (const { label, left, changes } of ways) {
      const item = document.createElement("li");
      item.append(button(say("catalogue.without", { label }) + " (" + left + ")", "chip chip--line", () => leave(changes)));
      list.append(item);
    }
    empty.replaceChildren(paragraph(said[ways.length ? "catalogue.relax" : "catalogue.check_spelling"]), list);
    list.hidden = !ways.length;
  }

  function waysOut(answer) {
    const ways = [];
    const add = (label, left, changes) => {
      if (left) ways.push({ label, left, changes });
    };
    for (const [facet, values] of Object.entries(state.chosen)) {
      if (!values.length) continue;
      const chosen = { ...state.chosen, [facet]: [] };
      const labels = chosenInputs().filter((input) => input.name === facet).map(labelOf);
      add(labels.join(", "), narrowed(answer, chosen).kept.length, { chosen });
    }
    const hasFilters = chosenInputs().length > 0;
    if (hasFilters && answer && !answer.asksNothing) add(quoted([state.query]), narrowed(null, state.chosen).kept.length, { query: "" });
    return ways.sort((a, b) => b.left - a.left);
  }

  // ----- chosen conditions

  function labelOf(input) {
    return input.closest("label").querySelector(".facet__label").textContent;
  }

  function showChips() {
    const conditions = chosenInputs().map((input) => ({ label: labelOf(input), changes: () => without(input) }));
    if (state.query) conditions.unshift({ label: quoted([state.query]), changes: () => ({ query: "" }) });
    const chips = part("chips");
    chips.hidden = !conditions.length;
    const items = conditions.map(({ label, changes }) => chip(label, say("catalogue.remove", { label }), changes));
    const clear = document.createElement("li");
    clear.append(button(say("catalogue.clear", {}), "link", () => leave({ ...NOTHING, sort: state.sort })));
    chips.replaceChildren(...items, clear);
  }

  function chip(label, name, changes) {
    const item = document.createElement("li");
    const made = button(label, "chip chip--set", () => leave(changes()));
    made.setAttribute("aria-label", name);
    item.append(made);
    return item;
  }

  /** Takes conditions away by a button that goes with them, so the focus is given to the next one. */
  function leave(changes) {
    go(changes);
    const next = part("chips").hidden ? box : part("chips").querySelector("button");
    next.focus();
  }

  // ----- what a reader does

  function onType() {
    clearTimeout(typing);
    typing = setTimeout(() => go({ query: box.value.trim() }, { isKey: true }), PAUSE);
  }

  function onSubmit(event) {
    event.preventDefault();
    clearTimeout(typing);
    go({ query: box.value.trim() });
  }

  function onTick({ target }) {
    const values = inputs.filter((input) => input.name === target.name && input.checked).map((input) => input.value);
    go({ chosen: { ...state.chosen, [target.name]: values } });
  }

  async function onMore() {
    const first = part("rows").childElementCount;
    shown = first + STEP;
    remember("replaceState");
    await rowsFrom(first, shown, turns);
    part("rows").children[first].querySelector("a").focus();
  }

  async function onRest({ target }) {
    const box = target.closest("[data-facet]");
    target.disabled = true;
    try {
      const added = await showAllValues();
      if (!isWhole()) showCounts(listed.answer);
      const first = added[box.dataset.facet].find((input) => !input.disabled);
      (first || box.querySelector("input:enabled") || box.querySelector("ul")).focus();
    } catch (error) {
      target.disabled = false;
      showFailure(error);
    }
  }

  function onFilters() {
    const toggle = part("filters-toggle");
    const isOpen = toggle.getAttribute("aria-expanded") !== "true";
    toggle.setAttribute("aria-expanded", isOpen);
    toggle.focus();
    if (!isOpen) status.scrollIntoView({ block: "center" });
  }

  function onHistory(event) {
    clearTimeout(typing);
    isTyping = false;
    shown = (event.state && event.state.shown) || STEP;
    follow(read(location.search));
  }

  part("search").addEventListener("submit", onSubmit);
  box.addEventListener("input", onType);
  for (const input of inputs) input.addEventListener("change", onTick);
  sort.addEventListener("change", () => go({ sort: sort.value }));
  part("more").addEventListener("click", onMore);
  part("filters-toggle").addEventListener("click", onFilters);
  part("filters-close").addEventListener("click", onFilters);
  for (const button of page.querySelectorAll("[data-rest]")) button.addEventListener("click", onRest);
  window.addEventListener("popstate", onHistory);
  box.addEventListener("focus", () => start().catch(() => {}), { once: true });
  page.dataset.state = "ready";
  root.KatalogAsked.shown = follow(root.KatalogAsked.state);
})(self);
