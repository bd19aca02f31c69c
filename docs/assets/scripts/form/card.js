/* The entry as readers meet it first, beside what is typed: its poster, its two sentences, and what is still empty. */
var FormCard = (() => {
  "use strict";

  const { data, say } = FormWords;
  const { make } = KatalogElements;
  const { inLine, shapeOf, words } = FormPreview;
  const FACTS = ["lifecycle", "organisations", "target_groups", "period", "funding", "access_cost"];
  const WANTED = ["places", "organisations", "target_groups", "period", "funding", "indicators", "sources"];

  /** @param {Entry} value */
  function poster(value) {
    const family = data.families[(value.themes || [])[0]];
    const places = (value.places || []).filter((/** @type {any} */ each) => each?.place);
    const name = places.length ? FormNames.nameOf("places", places[0].place) : data.short.fields.place.label || "";
    const said = make("p", { class: "poster__words" }, make("span", { class: "poster__name" }, name));
    const figure = (value.indicators || []).find((/** @type {any} */ each) => each?.value && !each.disputed && each.nature !== "target");
    if (figure) {
      const number = words(shapeOf("indicators").of.fields.value, figure.value);
      said.append(" ", make("b", { class: "poster__figure" }, number), " ", make("span", { class: "poster__label" }, figure.label || ""));
    }
    return make("div", { class: "poster form__poster" + (family ? " family-" + family : "") }, said);
  }

  /** The words of a field; of a list of amounts the first one, without what stands beside it.
      @param {string} name @param {Entry} value */
  function wordsOf(name, value) {
    if (name !== "funding") return inLine(shapeOf(name), value[name]);
    const { role, amount, currency } = value.funding.find(Boolean) || {};
    const { fields } = shapeOf("funding").of;
    const said = amount === undefined ? "" : [words(fields.amount, amount), currency || fields.currency.default].filter(Boolean).join("\u00a0");
    return [role && words(fields.role, role), said].filter(Boolean).join(": ");
  }

  /** @param {string} name @param {Entry} value */
  function fact(name, value) {
    return make("div", {}, make("dt", {}, shapeOf(name).label || ""), make("dd", {}, wordsOf(name, value)));
  }

  /** @param {Entry} value an entry as far as it is in order */
  function card(value) {
    const isGiven = (/** @type {string} */ name) => value[name] !== undefined && name in data.shape.fields;
    const empty = WANTED.filter((name) => !isGiven(name) && name in data.shape.fields).map((name) => (shapeOf(name).label || "").toLowerCase());
    const facts = FACTS.filter(isGiven).map((name) => fact(name, value));
    return [
      poster(value),
      make("p", { class: "form__card-title" }, value.title || say("form.say.untitled")),
      make("p", { class: "form__card-text" }, value.summary || ""),
      ...(facts.length ? [make("dl", { class: "preview__facts" }, ...facts)] : []),
      ...(empty.length ? [make("p", { class: "small" }, say("form.say.empty", { names: empty.join(", ") }))] : []),
    ];
  }

  return { card };
})();
