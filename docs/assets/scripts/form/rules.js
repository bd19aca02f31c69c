/* Rules between the fields of an entry, each named as in catalogue/rules.py. Values that were refused before are not there; what
   only follows from that is not said. */
var FormRules = (() => {
  "use strict";

  const { data, fold } = FormWords;
  const { parseDate, endsBefore } = FormDates;
  const { isBlank } = FormValues;
  const { nearest } = FormNearest;
  const { FIGURE_RULES, percentagesHaveAnIndicator, amount, listOf } = FormFigures;
  const { storyIsInOrder } = FormStory;
  const { covers, fieldsWithoutConsent } = FormConsents;
  // The fields that name a source, wherever they stand.
  const CITING = ["source", "lifecycle_source"];
  const DAY = 24 * 60 * 60 * 1000; // ms

  /** The day in UTC at a moment in milliseconds, as 2026-11-29. @param {number} moment */
  const dayAt = (moment) => new Date(moment).toISOString().slice(0, 10);

  /** @param {[Place, any][]} items @param {string} key @returns {Generator<Finding>} */
  function* repeated(items, key) {
    const seen = new Set();
    for (const [location, value] of items) {
      if (value === undefined) continue;
      if (seen.has(value)) yield [key, location, { value }];
      seen.add(value);
    }
  }

  /** @type {Rule} */
  function* idsAreUnique(value) {
    for (const name of data.lists.with_id) {
      yield* repeated(listOf(value, name).map(([each, n]) => [[name, n, "id"], each.id]), "duplicate_id");
    }
  }

  /** @type {Rule} */
  function* itemsAreUnique(value) {
    for (const name of data.lists.plain) {
      yield* repeated(listOf(value, name).map(([each, n]) => [[name, n], String(each)]), "duplicate_item");
    }
    for (const [name, one, two, usual] of [
      ["relations", "type", "target"],
      ["places", "place", "role", "implemented"],
      ["organisations", "org", "role"],
    ]) {
      yield* repeated(listOf(value, name).map(([each, n]) => [[name, n], each[one] + " " + (each[two] || usual)]), "duplicate_item");
    }
  }

  /** The sources that a value names, each with its place.
      @param {any} value @param {Place} here @returns {Generator<[Place, string]>} */
  function* cited(value, here = []) {
    if (typeof value !== "object" || value === null || value instanceof Map) return;
    for (const [name, each] of Object.entries(value)) {
      const place = [...here, Array.isArray(value) ? Number(name) : name];
      if (CITING.includes(name) && typeof each === "string") yield [place, each];
      else yield* cited(each, place);
    }
  }

  /** @type {Rule} */
  function* sourcesExist(value) {
    const known = listOf(value, "sources").map(([each]) => each.id).filter(Boolean);
    for (const [location, source] of cited(value)) {
      if (!known.includes(source)) yield ["unknown_source", location, { value: source, nearest: nearest(source, known) }];
    }
  }

  /** @type {Rule} */
  function* periodsRunForward(value) {
    const { start, end } = value.period || {};
    if (!start || !end) return;
    const [from, to] = [start, end].map((text) => /** @type {DateRange} */ (parseDate(text)));
    if (endsBefore(to, from)) yield ["end_before_start", ["period", "end"]];
  }

  /** @type {Rule} */
  function* rangesRunUpward(value) {
    /** @type {[Place, any][]} */
    const ranges = [
      [["age_range", "max"], value.age_range],
      [["transfer", "fits", "population", "max"], value.transfer?.fits?.population],
    ];
    for (const [location, range] of ranges) {
      const [min, max] = [amount(range?.min), amount(range?.max)];
      if (min > max) yield ["range_order", location, { min, max }];
    }
  }

  /** @type {Rule} */
  function* adoptionsNameSomeone(value) {
    for (const [each, n] of listOf(value, "adoptions")) {
      if (!each.org && !each.place && !each.what) yield ["adoption_without_place", ["adoptions", n]];
    }
  }

  /** @type {Rule} */
  function* elementsAreComponents(value) {
    const names = listOf(value, "components").map(([each]) => each.name).filter(Boolean);
    for (const [adoption, n] of listOf(value, "adoptions")) {
      /** @type {[Place, any][]} */
      const places = listOf(adoption, "elements").map(([each, m]) => [["adoptions", n, "elements", m, "element"], each.element]);
      for (const [place, name] of places) {
        if (name && !names.includes(name)) yield ["unknown_element", place, { value: name, nearest: nearest(name, names) }];
      }
      yield* repeated(places, "duplicate_item");
    }
  }

  /** @type {Rule} */
  function* peopleHaveConsented(value) {
    for (const [each, n] of listOf(value, "contacts")) {
      if (each.consent && each.consent_until) yield ["consent_twice", ["contacts", n, "consent_until"]];
      for (const name of fieldsWithoutConsent(each)) {
        yield [name === "person" ? "person_without_consent" : "contact_without_consent", ["contacts", n, name]];
      }
    }
    for (const [each, n] of listOf(value, "media")) {
      if (each.people === "recognisable" && !covers(each, "picture")) yield ["picture_without_consent", ["media", n, "people"]];
    }
  }

  /** @type {Rule} */
  function* licencesPermitPublishing(value) {
    const rights = value.rights;
    if (!rights || !rights.licence) return;
    const forbids = data.licences.forbidding.includes(rights.licence) && !rights.permission;
    if (forbids) yield ["licence_forbids", ["rights", "licence"]];
    else if (!data.licences.without_credit.includes(rights.licence) && !rights.attribution) {
      yield ["licence_without_attribution", ["rights", "licence"]];
    }
  }

  /** @type {Rule} */
  function* picturesMayBePublished(value) {
    const forbidding = new RegExp(data.licences.words);
    for (const [each, n] of listOf(value, "media")) {
      if (each.licence && forbidding.test(fold(each.licence)) && !each.permission) yield ["licence_forbids", ["media", n, "licence"]];
    }
  }

  /** @type {Rule} */
  function* editorialDaysHaveCome(value) {
    const days = [
      ...["created", "updated", "reviewed_on"].map((name) => [["editorial", name], (value.editorial || {})[name]]),
      ...listOf(value, "sources").map(([each, n]) => [["sources", n, "retrieved"], each.retrieved]),
      ...listOf(value.editorial || {}, "inquiries").flatMap(([each, n]) =>
        ["asked", "answered"].map((name) => [["editorial", "inquiries", n, name], each[name]]),
      ),
    ];
    const now = Date.now();
    for (const [location, day] of days) {
      if (day > dayAt(now + DAY)) yield ["day_to_come", location, { value: day }];
    }
  }

  /** @type {Rule} */
  function* notApplicableIsAbsent(value) {
    for (const name of (value.not_applicable || new Map()).keys()) {
      const here = ["not_applicable", name];
      const names = data.declarable;
      if (data.undeclarable.includes(name)) yield ["not_applicable_required", here];
      else if (!names.includes(name)) yield ["not_applicable_unknown", here, { value: name, nearest: nearest(name, names) }];
      else if (!isBlank(value[name])) yield ["not_applicable_but_given", here, { value: name }];
    }
  }

  /** @type {Rule} */
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

  /** @type {Rule} */
  function* inquiriesSayWhatCameOfThem(value) {
    for (const [each, n] of listOf(value.editorial || {}, "inquiries")) {
      const here = ["editorial", "inquiries", n];
      if (!each.answered && (each.answer || !each.asked)) yield ["missing", [...here, each.answer ? "answered" : "asked"]];
      if (each.answered && !each.answer) yield ["missing", [...here, "answer"]];
      if (each.asked > each.answered) yield ["days_out_of_order", [...here, "answered"], { earlier: "asked" }];
    }
  }

  /** @param {Entry} value */
  function isStub(value) {
    const declared = value.not_applicable || new Map();
    const counted = data.counted.filter((name) => !declared.has(name));
    const filled = counted.filter((name) => !isBlank(value[name]));
    return counted.length > 0 && Math.round((100 * filled.length) / counted.length) < data.stub;
  }

  /** @type {Rule} */
  function* stateHasWhatItNeeds(value) {
    const { state, reason } = value.editorial || {};
    const here = ["editorial", "state"];
    if (state === "withdrawn" && !reason) yield ["withdrawn_without_reason", here];
    if (state !== "published" || isStub(value)) return;
    for (const [name, key] of [
      ["evidence_level", "published_without_evidence"],
      ["organisations", "published_without_organisations"],
    ]) {
      if (isBlank(value[name]) && !value.not_applicable?.has(name)) yield [key, here];
    }
  }

  /** @type {Rule} */
  function* proposalsAreAcceptedBeforePublication(value, raw, known) {
    const isHidden = ["draft", "in_review", "changes_requested"].includes(value.editorial?.state);
    if (known.proposed?.length && value.editorial?.state && !isHidden) yield ["proposals_left", ["editorial", "state"], { id: raw.id }];
  }

  /** @type {Rule} */
  function* relationsLeadElsewhere(value) {
    for (const [each, n] of listOf(value, "relations")) {
      if (each.target && each.target === value.id) yield ["self_relation", ["relations", n, "target"]];
    }
  }

  /** @type {Rule[]} */
  const RULES = [
    idsAreUnique,
    itemsAreUnique,
    sourcesExist,
    ...FIGURE_RULES,
    periodsRunForward,
    rangesRunUpward,
    percentagesHaveAnIndicator,
    adoptionsNameSomeone,
    elementsAreComponents,
    peopleHaveConsented,
    licencesPermitPublishing,
    picturesMayBePublished,
    editorialDaysHaveCome,
    notApplicableIsAbsent,
    editorialDaysAreInOrder,
    inquiriesSayWhatCameOfThem,
    stateHasWhatItNeeds,
    relationsLeadElsewhere,
    proposalsAreAcceptedBeforePublication,
    storyIsInOrder,
  ];

  /** @param {Place} place @param {Place} outer */
  function isWithin(place, outer) {
    return outer.every((part, n) => place[n] === part);
  }

  /** Whether a finding only follows from what was refused at some places.
      @param {Finding} finding @param {Place[]} places @param {Entry} raw */
  function follows([key, location, params = {}], places, raw) {
    if (places.some((place) => isWithin(place, location))) return true;
    const [how, name] = data.follows[key] || [];
    if (how === "field") return places.some((place) => place[0] === name);
    if (how === "id") return followsFromId(/** @type {string} */ (name), params.value, places, raw);
    if (how === "neighbour") return followsFromNeighbour(name, location, places);
    return false;
  }

  /** @param {string} name @param {string} id @param {Place[]} places @param {Entry} raw */
  function followsFromId(name, id, places, raw) {
    const isTyped = (raw[name] || []).some((/** @type {any} */ each) => each.id === id);
    return isTyped || places.some((place) => place[0] === name && (place.length === 1 || place[2] === "id"));
  }

  /** @param {string | null} neighbour null for any @param {Place} location @param {Place[]} places */
  function followsFromNeighbour(neighbour, location, places) {
    const beside = location.slice(0, -1);
    return places.some((place) => {
      if (place.length < location.length || !isWithin(place, beside)) return false;
      return neighbour === null || place[location.length - 1] === neighbour;
    });
  }

  /** Adds to the problems of an entry what its rules find.
      @param {Entry} value @param {Entry} raw @param {Problem[]} problems @param {Known} known */
  function applyRules(value, raw, problems, known) {
    const places = problems.map((each) => each.location);
    for (const rule of RULES) {
      for (const found of rule(value, raw, known)) {
        const [key, location, params = {}] = found;
        if (!follows(found, places, raw)) problems.push({ key, location, params });
      }
    }
  }

  return { applyRules };
})();
