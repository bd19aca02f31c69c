/* The form page: puts the parts into their steps, keeps the draft, tells problems, and hands out the finished file. */
(function (root) {
  "use strict";

  const form = root.KatalogForm;
  const { data, say, make, check, knownIds, problemText, fieldName, refresh } = form;

  const PAUSE = 250; // ms after the last key
  const LONGEST_ADDRESS = 2000;

  const page = document.querySelector("[data-form]");
  const part = (name) => page.querySelector("[data-" + name + "]");
  const steps = [...page.querySelectorAll("[data-step]")];
  const links = [...page.querySelectorAll("[data-step-link]")];

  let isAllAsked = false;
  let opened = ""; // the id of the entry that is being corrected
  let relatedIds = []; // practices it names, those that readers do not see yet too
  let isIdChosen = false; // by a person; until then it follows the title
  let waiting = 0;
  let last = { value: {}, problems: [], raw: {} };

  // ----- what the parts need from the form

  form.own = (name) => {
    const items = parts[name] ? parts[name].read() : [];
    return items.filter((each) => each.id).map((each) => [each.id, each.id + " – " + (each.title || each.label || "")]);
  };
  form.changed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(update, PAUSE);
  };
  form.announce = (text) => {
    part("announce").textContent = text;
  };

  let parts = {};
  parts = form.partsOf(data.shape.fields);
  const added = form.partsOf(data.added);

  function placeParts() {
    for (const { name, fields, more, added: records } of data.steps) {
      const own = fields.map((field) => parts[field].element);
      const others = more.map((field) => parts[field].element);
      part("fields-" + name).append(...own, ...(records || []).map((each) => added[each].element));
      if (others.length) part("more-" + name).append(...others);
    }
  }

  function valuesOf(some) {
    const values = {};
    for (const [name, each] of Object.entries(some)) {
      const given = each.read();
      if (!form.isBlank(given)) values[name] = given;
    }
    return values;
  }

  function find(location) {
    const [name, ...rest] = location;
    return parts[name] ? parts[name].find(rest) : null;
  }

  // ----- from what is typed to what is shown

  function rememberAdded(records) {
    for (const name of Object.keys(data.added)) {
      const items = (records[name] || []).filter((each) => each.id && each.name);
      form.addNames(name, items.map((each) => [each.id, each.name, []]));
    }
  }

  function update() {
    clearTimeout(waiting);
    const raw = valuesOf(parts);
    const records = valuesOf(added);
    rememberAdded(records);
    refresh(Object.values(parts));
    const known = knownIds();
    known.practices.push(...relatedIds);
    last = { ...check(raw, known), raw, records };
    if (!opened && data.registry.practices.some(([id]) => id === raw.id)) {
      last.problems.push({ key: "taken", location: ["id"], params: { value: raw.id } });
    }
    last.addedProblems = checkAdded(records, known);
    showProblems();
    showResults();
    save();
  }

  function checkAdded(records, known) {
    const found = [];
    for (const [name, shape] of Object.entries(data.added)) {
      (records[name] || []).forEach((record, n) => {
        const { problems } = check(record, known, shape.of);
        found.push(...problems.map((each) => ({ ...each, location: [n, ...each.location], registry: name })));
        if (data.registry[name].some(([id]) => id === record.id)) {
          found.push({ key: "duplicate_id", location: [n, "id"], params: { value: record.id }, registry: name });
        }
      });
    }
    return found;
  }

  function textOf(problem) {
    return problem.key === "taken" ? say("form.say.taken", problem.params) : problemText(problem);
  }

  function partsWithProblems() {
    const found = new Map();
    const add = (place, problem) => {
      if (place && (isAllAsked || place.isTouched)) found.set(place, [...(found.get(place) || []), problem]);
    };
    last.problems.forEach((problem) => add(find(problem.location), problem));
    last.addedProblems.forEach((problem) => add(added[problem.registry].find(problem.location), problem));
    return found;
  }

  let told = new Map();

  function showProblems() {
    const now = partsWithProblems();
    for (const place of told.keys()) if (!now.has(place)) place.show("");
    for (const [place, problems] of now) place.show(problems.map(textOf).join(" "));
    told = now;
    steps.forEach((step, n) => {
      const count = [...now].filter(([place]) => step.contains(place.element)).length;
      links[n].classList.toggle("has-problem", count > 0);
      links[n].querySelector("[data-step-problems]").textContent = count ? say("form.say.step_problems", { n: count }) : "";
    });
    listProblems(now);
  }

  /** The problems in the order of the page, each a link to its field. */
  function listProblems(now) {
    const places = [...now].sort(([a], [b]) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const isShown = isAllAsked && places.length > 0;
    part("summary").hidden = !isShown;
    if (isShown) part("summary-title").textContent = say("form.say.problems", { n: places.length });
    part("summary-list").replaceChildren(
      ...(isShown ? places : []).map(([place, problems]) => {
        const link = make("a", { href: "#" + place.id }, pathOf(place) + ": " + problems.map(textOf).join(" "));
        link.addEventListener("click", (event) => {
          event.preventDefault();
          goTo(place);
        });
        return make("li", {}, link);
      }),
    );
  }

  /** The labels that lead to a part, as on the page. */
  function pathOf(place) {
    const labels = [place.label];
    for (let each = place.element.parentElement; each !== page; each = each.parentElement) {
      const legend = each.tagName === "FIELDSET" && each.querySelector(":scope > legend");
      // The list around an item has the same words without its number.
      if (legend && each.parentElement.closest("fieldset, [data-step]")) labels.unshift(legend.firstChild.textContent);
    }
    return [...new Set(labels.filter(Boolean))].join(" › ");
  }

  function goTo(place) {
    const step = steps.findIndex((each) => each.contains(place.element));
    showStep(step, { isFocused: false });
    for (let each = place.element; each !== page; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
    place.focus();
    place.element.scrollIntoView({ block: "center" });
  }

  // ----- steps

  function showStep(n, { isFocused = true, isKept = true } = {}) {
    steps.forEach((step, m) => {
      step.hidden = m !== n;
      if (m === n) links[m].setAttribute("aria-current", "step");
      else links[m].removeAttribute("aria-current");
    });
    if (isKept && steps[n].id !== location.hash.slice(1)) addAddress("#" + steps[n].id);
    if (isFocused) steps[n].querySelector("h2").focus();
    if (n === steps.length - 1) update();
  }

  function addAddress(hash) {
    // Some browsers refuse a new address to a page of a folder; the step is shown all the same.
    try {
      history.pushState(null, "", hash);
    } catch (refused) {
      console.info(refused.message);
    }
  }

  function stepInAddress() {
    return steps.findIndex((step) => step.id === location.hash.slice(1));
  }

  function stepShown() {
    return steps.findIndex((step) => !step.hidden);
  }

  function followAddress() {
    const n = location.hash ? stepInAddress() : 0;
    if (n < 0 || n === stepShown()) return;
    touch(stepShown());
    showStep(n, { isKept: false });
  }

  /** Who leaves a step is told what is missing in it. */
  function touch(n) {
    data.steps[n].fields.forEach((name) => {
      parts[name].isTouched = true;
    });
    form.changed();
  }

  // ----- results

  function id() {
    return last.raw.id || "";
  }

  function isInOrder() {
    return last.problems.length + last.addedProblems.length === 0;
  }

  function showResults() {
    const isReady = isInOrder();
    part("ready").hidden = !isReady;
    part("unready").hidden = isReady;
    const text = isReady ? form.entryText(last.value) : "";
    part("text").value = text;
    part("file").textContent = isReady ? "practices/" + id() + "/index.md" : "";
    showAddedRecords(isReady);
    showHost(isReady, text);
    part("preview").replaceChildren(...form.preview(last.value));
  }

  function showAddedRecords(isReady) {
    const known = knownIds();
    const shown = Object.entries(data.added).filter(([name]) => isReady && (last.records[name] || []).length);
    part("added").replaceChildren(
      ...shown.flatMap(([name, shape]) => {
        const records = last.records[name].map((record) => check(record, known, shape.of).value);
        const area = make("textarea", { id: "dopisz-" + name, rows: 6, readonly: true, class: "form__text" });
        area.value = form.yamlText(records);
        const label = say("form.say.add_to", { file: "practices/_registry/" + name + ".yml" });
        return [make("label", { class: "field__label", for: area.id }, label), area];
      }),
    );
  }

  function newFileAddress(text) {
    const { address, file, content } = data.host;
    const query = file + "=" + encodeURIComponent("practices/" + id() + "/index.md");
    return address + "?" + query + (content ? "&" + content + "=" + encodeURIComponent(text) : "");
  }

  /** The link to the repository's host, with the text where the host takes it and it is not too long. */
  function showHost(isReady, text) {
    const link = part("host");
    const note = part("host-note");
    if (!link) return;
    const address = !isReady ? "" : opened ? data.host.edit + opened + "/index.md" : newFileAddress(text);
    const isFit = address !== "" && address.length < LONGEST_ADDRESS;
    link.hidden = !isFit;
    if (isFit) link.href = address;
    note.hidden = !isReady;
    note.textContent = say(!isFit ? "form.say.host_long" : opened || !data.host.content ? "form.say.host_paste" : "form.say.host_filled");
  }

  function askForAll() {
    isAllAsked = true;
    update();
    if (!isInOrder()) part("summary").focus();
    return isInOrder();
  }

  // ----- drafts

  function draft() {
    return { step: Math.max(stepShown(), 0), opened, related: relatedIds, entry: last.raw, added: last.records || {} };
  }

  let before = "";
  let isUnkept = false; // typed, and neither in this browser nor in a file

  function save() {
    const now = JSON.stringify([last.raw, last.records, opened]);
    if (now === before) return;
    const isFirst = before === "";
    before = now;
    if (isFirst) return;
    isUnkept = !form.keep(form.NAME, draft());
    part("saved").textContent = say(isUnkept ? "form.say.not_saved" : "form.say.saved");
  }

  /** Ask before what was typed is gone, where it stands nowhere else. */
  function askBeforeLeaving(event) {
    update();
    if (!isUnkept || isEmpty()) return;
    event.preventDefault();
    event.returnValue = true; // browsers before 2023 ask for this one
  }

  function handOver(...file) {
    form.download(...file);
    isUnkept = false;
  }

  function isEmpty() {
    return JSON.stringify(valuesOf(parts)) === blank;
  }

  function write(given) {
    opened = typeof given.opened === "string" ? given.opened : "";
    relatedIds = Array.isArray(given.related) ? given.related.filter((each) => typeof each === "string") : [];
    const records = given.added || {};
    for (const [name, each] of Object.entries(added)) each.write(records[name]);
    rememberAdded(valuesOf(added));
    for (const [name, each] of Object.entries(parts)) {
      // What has another form than the field takes would be lost in it; it comes from a file that somebody changed.
      try {
        each.write(given.entry[name]);
      } catch (unfit) {
        console.info(unfit.message);
        each.write(undefined);
      }
    }
    isAllAsked = false;
    isIdChosen = !form.isBlank(given.entry.id);
    parts.id.control.readOnly = opened !== "";
    part("opened").hidden = !opened;
    part("opened").textContent = opened ? say("form.say.opened", { title: form.nameOf("practices", opened) }) : "";
    update();
  }

  /** Put something else into the form; what was there can be had back. */
  function replace(given) {
    if (!isEmpty()) {
      form.keep(form.BEFORE, draft());
      part("back").hidden = false;
    }
    write(given);
    showStep(0);
  }

  function loadEntries(n) {
    return new Promise((done, failed) => {
      const script = make("script", { src: page.dataset.entries + n + ".js" });
      script.addEventListener("load", done);
      script.addEventListener("error", failed);
      document.head.append(script);
    });
  }

  async function openPractice() {
    const wanted = form.idOf("practices", part("open-name").value.trim());
    const at = data.registry.practices.findIndex(([each]) => each === wanted);
    if (at < 0) {
      tell("open-problem", say("form.say.open_unknown"));
      part("open-name").focus();
      return;
    }
    tell("open-problem", "");
    try {
      await loadEntries(Math.floor(at / data.per_file));
    } catch (failed) {
      console.info(String(failed.type));
      tell("open-problem", say("form.say.open_failed"));
      return;
    }
    const entry = root.KatalogWpisy[wanted];
    const related = (entry.relations || []).map((each) => each.target);
    replace({ opened: wanted, related, entry });
  }

  function tell(name, text) {
    part(name).textContent = text;
    part(name).hidden = !text;
  }

  async function openFile(event) {
    const [file] = event.target.files;
    event.target.value = "";
    if (!file) return;
    const given = form.readable(await file.text());
    tell("file-problem", given ? "" : say("form.say.file_unreadable"));
    if (given) replace(given);
  }

  // ----- wiring

  function suggestId() {
    if (isIdChosen) return;
    const words = parts.short_title.read() || parts.title.read();
    parts.id.write(form.fold(words).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, ""));
  }

  /** What a button does, with everything typed so far. */
  function press(name, act) {
    const pressed = part(name);
    if (!pressed) return;
    pressed.addEventListener("click", () => {
      update();
      act();
    });
  }

  function wire() {
    page.addEventListener("input", (event) => {
      if (event.target === parts.id.control) isIdChosen = true;
      else suggestId();
      form.changed();
    });
    page.addEventListener("change", form.changed);
    page.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", followAddress);
    addEventListener("popstate", followAddress);
    addEventListener("pagehide", update);
    addEventListener("beforeunload", askBeforeLeaving);
    page.querySelectorAll("[data-go]").forEach((each) => each.addEventListener("click", () => {
      touch(stepShown());
      showStep(Number(each.dataset.go));
    }));
    press("check", () => {
      if (askForAll()) form.announce(say("form.say.in_order"));
    });
    press("download", () => handOver("index.md", form.entryText(last.value), "text/markdown"));
    press("copy", async () => form.announce(say((await form.copy(part("text"))) ? "form.say.copied" : "form.say.not_copied")));
    press("host", () => (opened || !data.host.content) && form.copy(part("text")));
    press("save-file", () => handOver("szkic-" + (id() || "praktyki") + ".json", form.draftText(draft()), "application/json"));
    press("open", openPractice);
    press("new", () => replace({ entry: data.start }));
    press("back", () => {
      const kept = form.kept(form.BEFORE);
      part("back").hidden = true;
      if (kept) write(kept);
    });
    part("open-file").addEventListener("change", openFile);
    addEventListener("storage", (event) => {
      if (event.key === form.NAME) tell("elsewhere", say("form.say.elsewhere"));
    });
  }

  let blank = "";

  function start() {
    form.fillLists();
    placeParts();
    data.start.editorial.created = new Date().toLocaleDateString("sv"); // 2026-11-22
    for (const [name, value] of Object.entries(data.start)) parts[name].write(value);
    update();
    blank = JSON.stringify(last.raw);
    const kept = form.kept(form.NAME);
    if (kept) {
      write(kept);
      part("saved").textContent = say("form.say.restored");
    }
    if (!form.canKeep()) part("saved").textContent = say("form.say.not_saved");
    part("back").hidden = form.kept(form.BEFORE) === null;
    wire();
    const asked = stepInAddress();
    showStep(asked >= 0 ? asked : kept && steps[kept.step] ? kept.step : 0, { isFocused: false, isKept: false });
    page.dataset.state = "ready";
  }

  start();
})(self);
