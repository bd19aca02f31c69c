/* Rules between the fields of an entry and in its story, each named as in catalogue/rules.py and catalogue/body.py. Values that were
   refused before are not there; what only follows from that is not said. */
(function (root) {
  "use strict";

  const form = root.KatalogForm;
  const { data, parseDate, endsBefore } = form;

  const PERCENT = /(\d+(?:[.,]\d+)?)\s?(?:%|proc\.|procent)/g; // from the first digit on, where a search meets a number
  const CITATION = /\[\^([^[\]\s]+)\]/g;
  const PRACTICE_LINK = /^\.\.\/([a-z0-9-]+)\/(?:index\.md)?$/;
  const HEADING = /^##(?!#)(.*)$/;
  const TITLE = /^#[ \t]*[^#\s]/;
  const FENCE = /^ {0,3}(?:```|~~~)/;
  const HTML = /<(?!https?:\/\/[^\s<>]+>|mailto:[^\s<>]+>)[A-Za-z/!?]/;
  const IMAGE = /!\[/g;
  // In brackets after words, at the foot of the text, or as an address alone between < and >.
  const LINK = /\]\(\s*<?([^)\s>]*)|^ {0,3}\[[^\]^][^\]]*\]:\s*<?(\S*?)>?(?:\s|$)|<((?:https?:\/\/|mailto:)[^\s<>]+)>/g;
  const ALIKE = 0.6;

  // ----- the nearest of several texts, as Python's difflib finds it

  function longestMatch(a, b, [fromA, toA, fromB, toB]) {
    let best = [fromA, fromB, 0];
    let ends = new Map();
    for (let i = fromA; i < toA; i += 1) {
      const next = new Map();
      for (let j = fromB; j < toB; j += 1) {
        if (a[i] !== b[j]) continue;
        const size = (ends.get(j - 1) || 0) + 1;
        next.set(j, size);
        if (size > best[2]) best = [i - size + 1, j - size + 1, size];
      }
      ends = next;
    }
    return best;
  }

  function matched(a, b, span = [0, a.length, 0, b.length]) {
    const [i, j, size] = longestMatch(a, b, span);
    if (!size) return 0;
    return size + matched(a, b, [span[0], i, span[2], j]) + matched(a, b, [i + size, span[1], j + size, span[3]]);
  }

  function likeness(a, b) {
    return a.length + b.length ? (2 * matched(a, b)) / (a.length + b.length) : 1;
  }

  /** The allowed value that was most likely meant, if one is near. */
  function nearest(value, allowed) {
    const word = [...value.toLowerCase()];
    let best = null;
    let most = ALIKE;
    for (const each of [...allowed].sort()) {
      const found = likeness([...each], word);
      if (found >= most) [best, most] = [each, found];
    }
    return best;
  }

  // ----- rules of fields

  function amount(value) {
    return value ? value.value : undefined;
  }

  function round(value) {
    return Math.round(value * 1e6) / 1e6;
  }

  function listOf(value, name) {
    return (value[name] || []).map((each, n) => [each, n]).filter(([each]) => each !== undefined);
  }

  function* repeated(items, key) {
    const seen = new Set();
    for (const [location, value] of items) {
      if (value === undefined) continue;
      if (seen.has(value)) yield [key, location, { value }];
      seen.add(value);
    }
  }

  function* idsAreUnique(value) {
    for (const name of data.lists.with_id) {
      yield* repeated(listOf(value, name).map(([each, n]) => [[name, n, "id"], each.id]), "duplicate_id");
    }
  }

  function* itemsAreUnique(value) {
    for (const name of data.lists.plain) {
      yield* repeated(listOf(value, name).map(([each, n]) => [[name, n], String(each)]), "duplicate_item");
    }
    for (const [name, one, two, usual] of [
      ["relations", "type", "target"],
      ["places", "place", "role", "implemented"],
      ["organisations", "org", "role"],
    ]) {
      const items = listOf(value, name).map(([each, n]) => [[name, n], each[one] + " " + (each[two] || usual)]);
      yield* repeated(items, "duplicate_item");
    }
  }

  function* cited(value) {
    for (const [name, field] of Object.entries(value)) {
      if (Array.isArray(field)) {
        for (const [each, n] of listOf(value, name)) if (each.source) yield [[name, n, "source"], each.source];
      } else if (field && field.source) {
        yield [[name, "source"], field.source];
      }
    }
  }

  function* sourcesExist(value) {
    const known = listOf(value, "sources").map(([each]) => each.id).filter(Boolean);
    for (const [location, source] of cited(value)) {
      if (!known.includes(source)) yield ["unknown_source", location, { value: source, nearest: nearest(source, known) }];
    }
  }

  function* figuresHaveOneValue(value) {
    for (const [each, n] of listOf(value, "indicators")) {
      const here = ["indicators", n];
      if (each.precision === "range") {
        if (each.value || !each.min || !each.max) yield ["range_needs_ends", here];
        else if (amount(each.min) > amount(each.max)) {
          yield ["range_order", [...here, "max"], { min: amount(each.min), max: amount(each.max) }];
        }
      } else if (!each.value || each.min || each.max) {
        yield ["needs_value", here];
      }
      if (each.unit === "percent" && each.value && !(amount(each.value) >= 0 && amount(each.value) <= 100)) {
        yield ["bad_percent", [...here, "value"], { value: amount(each.value) }];
      }
    }
  }

  function* splitsAddUp(value) {
    for (const [indicator, n] of listOf(value, "indicators")) {
      for (const [split, m] of listOf(indicator, "split")) {
        const parts = [...(split.parts || [])];
        if (!indicator.value || !parts.length || parts.some(([, part]) => part === undefined)) continue;
        const sum = parts.reduce((total, [, part]) => total + amount(part), 0);
        if (!round(sum - amount(indicator.value))) continue;
        const said = parts.map(([, part]) => String(part)).join(" + ");
        const params = { parts: said, sum: round(sum), value: amount(indicator.value) };
        yield ["split_sum", ["indicators", n, "split", m, "parts", parts[0][0]], params];
      }
    }
  }

  function leadsBack(part, byId) {
    const seen = new Set([part.id]);
    for (let each = part; each && each.of; each = byId.get(each.of)) {
      if (seen.has(each.of)) return true;
      seen.add(each.of);
    }
    return false;
  }

  function* partsFitTheirWhole(value) {
    const figures = listOf(value, "indicators");
    const byId = new Map(figures.map(([each]) => [each.id, each]));
    for (const [part, n] of figures) {
      if (part.of === undefined) continue;
      const here = ["indicators", n, "of"];
      const whole = byId.get(part.of);
      const names = { part: part.id, whole: whole && whole.id };
      if (!whole) yield ["unknown_indicator", here, { value: part.of, nearest: nearest(part.of, byId.keys()) }];
      else if (leadsBack(part, byId)) yield ["indicator_refers_to_itself", here, { value: part.of }];
      else if ((part.nature === "target") !== (whole.nature === "target")) yield ["target_mixed_with_result", here, names];
      else if (part.unit !== whole.unit) yield ["unit_mismatch", here, names];
      else if (amount(part.value) > amount(whole.value)) {
        const params = { part: amount(part.value), whole: amount(whole.value), of: whole.id };
        yield ["part_above_whole", ["indicators", n, "value"], params];
      }
    }
  }

  function* grantsFitTheTotal(value) {
    const pot = (money) => money.currency + " " + (money.period || "");
    const funding = listOf(value, "funding").filter(([each]) => each.amount && each.currency);
    const totals = new Map(funding.filter(([each]) => each.role === "total").map(([each]) => [pot(each), each]));
    for (const [key, total] of totals) {
      let spent = 0;
      for (const [money, n] of funding) {
        if (money.role === "total" || pot(money) !== key) continue;
        spent = round(spent + amount(money.amount));
        if (spent <= amount(total.amount)) continue;
        const params = { amount: spent, total: amount(total.amount), currency: total.currency };
        yield ["grant_above_total", ["funding", n, "amount"], params];
        break;
      }
    }
  }

  function* periodsRunForward(value) {
    const { start, end } = value.period || {};
    if (start && end && endsBefore(parseDate(end), parseDate(start))) yield ["end_before_start", ["period", "end"]];
  }

  function* rangesRunUpward(value) {
    const size = value.transfer && value.transfer.fits && value.transfer.fits.population;
    for (const [location, range] of [
      [["age_range", "max"], value.age_range],
      [["transfer", "fits", "population", "max"], size],
    ]) {
      const [min, max] = [amount(range && range.min), amount(range && range.max)];
      if (min > max) yield ["range_order", location, { min, max }];
    }
  }

  function* percentagesHaveAnIndicator(value) {
    const known = listOf(value, "indicators")
      .filter(([each]) => each.unit === "percent")
      .flatMap(([each]) => [each.value, each.min, each.max].map(amount));
    for (const [location, text] of [
      [["summary"], value.summary],
      [["plain_summary"], value.plain_summary],
      [["easy_to_read", "text"], value.easy_to_read && value.easy_to_read.text],
    ]) {
      for (const found of (text || "").matchAll(PERCENT)) {
        if (!known.includes(Number(found[1].replace(",", ".")))) yield ["percent_in_prose", location, { value: found[0] }];
      }
    }
  }

  function* adoptionsNameSomeone(value) {
    for (const [each, n] of listOf(value, "adoptions")) {
      if (!each.org && !each.place) yield ["adoption_without_place", ["adoptions", n]];
    }
  }

  function* peopleHaveConsented(value) {
    for (const [each, n] of listOf(value, "contacts")) {
      const holdsPublicOffice = each.role && each.source;
      if (each.person && !each.consent_until && !holdsPublicOffice) {
        yield ["person_without_consent", ["contacts", n, "person"]];
      }
    }
  }

  function* notApplicableIsAbsent(value) {
    for (const name of (value.not_applicable || new Map()).keys()) {
      const here = ["not_applicable", name];
      const names = data.declarable;
      if (data.undeclarable.includes(name)) yield ["not_applicable_required", here];
      else if (!names.includes(name)) yield ["not_applicable_unknown", here, { value: name, nearest: nearest(name, names) }];
      else if (!form.isBlank(value[name])) yield ["not_applicable_but_given", here, { value: name }];
    }
  }

  function* editorialDaysAreInOrder(value) {
    for (const [earlier, later] of [
      ["created", "updated"],
      ["created", "reviewed_on"],
      ["reviewed_on", "review_by"],
    ]) {
      const days = value.editorial || {};
      if (days[earlier] > days[later]) yield ["days_out_of_order", ["editorial", later], { earlier }];
    }
  }

  function isStub(value) {
    const declared = value.not_applicable || new Map();
    const counted = data.counted.filter((name) => !declared.has(name));
    const filled = counted.filter((name) => !form.isBlank(value[name]));
    return counted.length > 0 && Math.round((100 * filled.length) / counted.length) < data.stub;
  }

  function* stateHasWhatItNeeds(value) {
    const { state, reason } = value.editorial || {};
    const here = ["editorial", "state"];
    if (state === "withdrawn" && !reason) yield ["withdrawn_without_reason", here];
    if (state !== "published" || isStub(value)) return;
    for (const [name, key] of [
      ["evidence_level", "published_without_evidence"],
      ["organisations", "published_without_organisations"],
    ]) {
      const declared = value.not_applicable && value.not_applicable.has(name);
      if (form.isBlank(value[name]) && !declared) yield [key, here];
    }
  }

  function* relationsLeadElsewhere(value) {
    for (const [each, n] of listOf(value, "relations")) {
      if (each.target && each.target === value.id) yield ["self_relation", ["relations", n, "target"]];
    }
  }

  // ----- the story

  function* linkProblems(found, location, practices) {
    const target = found.slice(1).find((each) => each !== undefined);
    const internal = PRACTICE_LINK.exec(target);
    if (!internal) {
      if (!form.isSafeLink(target)) yield ["bad_link", location, { value: target }];
    } else if (practices && !practices.includes(internal[1])) {
      yield ["unknown_practice", location, { value: internal[1], nearest: nearest(internal[1], practices) }];
    }
  }

  function* lineProblems(line, location, sources, practices, percents) {
    if (HTML.test(line)) yield ["raw_html", location];
    const images = [...line.matchAll(IMAGE)];
    for (let n = 0; n < images.length; n += 1) yield ["body_image", location];
    for (const found of line.matchAll(CITATION)) {
      if (!sources.includes(found[1])) {
        yield ["unknown_source", location, { value: found[1], nearest: nearest(found[1], sources) }];
      }
    }
    if (!images.length) for (const found of line.matchAll(LINK)) yield* linkProblems(found, location, practices);
    for (const found of line.matchAll(PERCENT)) {
      if (!percents.includes(found[1].replace(",", "."))) yield ["percent_in_prose", location, { value: found[0] }];
    }
  }

  function* storyIsInOrder(value, raw, known) {
    const sources = (raw.sources || []).map((each) => each.id).filter(Boolean);
    const percents = (raw.indicators || [])
      .filter((each) => each.unit === "percent")
      .flatMap((each) => [each.value, each.min, each.max].map(String));
    for (const name of Object.keys(data.headings)) {
      let isFenced = false;
      for (const line of (value[name] || "").split("\n")) {
        if (FENCE.test(line)) isFenced = !isFenced;
        const heading = isFenced ? null : HEADING.exec(line) || (TITLE.test(line) ? [line, line.replace(/^[# \t]+/, "")] : null);
        // Each field is one section: a heading inside would begin another.
        if (heading) {
          const listed = Object.values(data.headings).map((words) => "„" + words + "”").join(", ");
          yield ["unknown_section", [name], { value: heading[1].trim(), known: listed }];
        }
        yield* lineProblems(line, [name], sources, known.practices, percents);
      }
    }
  }

  const RULES = [
    idsAreUnique,
    itemsAreUnique,
    sourcesExist,
    figuresHaveOneValue,
    splitsAddUp,
    partsFitTheirWhole,
    grantsFitTheTotal,
    periodsRunForward,
    rangesRunUpward,
    percentagesHaveAnIndicator,
    adoptionsNameSomeone,
    peopleHaveConsented,
    notApplicableIsAbsent,
    editorialDaysAreInOrder,
    stateHasWhatItNeeds,
    relationsLeadElsewhere,
    storyIsInOrder,
  ];

  function isWithin(place, outer) {
    return outer.every((part, n) => place[n] === part);
  }

  function follows([key, location, params = {}], places, raw) {
    if (places.some((place) => isWithin(place, location))) return true;
    const [how, name] = data.follows[key] || [];
    if (how === "field") return places.some((place) => place[0] === name);
    if (how === "id") {
      const ids = (raw[name] || []).map((each) => each.id);
      return ids.includes(params.value) || places.some((place) => place[0] === name && (place.length === 1 || place[2] === "id"));
    }
    if (how === "neighbour") {
      const beside = location.slice(0, -1);
      return places.some((place) => {
        if (place.length !== location.length || !isWithin(place, beside)) return false;
        return name === null || place[place.length - 1] === name;
      });
    }
    return false;
  }

  function applyRules(value, raw, problems, known) {
    const places = problems.map((each) => each.location);
    for (const rule of RULES) {
      for (const found of rule(value, raw, known)) {
        const [key, location, params = {}] = found;
        if (!follows(found, places, raw)) problems.push({ key, location, params });
      }
    }
  }

  Object.assign(form, { nearest, applyRules });
})(self);
