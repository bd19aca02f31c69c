/* What the form says, from the words the build wrote, and small pieces of a page: text goes in as text, never as markup. */
(function (root) {
  "use strict";

  const data = root.KatalogFormularz;
  const plural = new Intl.PluralRules(document.documentElement.lang);

  /** A number as the build writes it: `1 234`, `9,2`. */
  function digits(number) {
    const [whole, rest] = String(number).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, data.digits.group);
    return rest ? grouped + data.digits.decimal + rest : grouped;
  }

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => {
      return typeof values[name] === "number" ? digits(values[name]) : String(values[name]);
    });
  }

  function say(key, values = {}) {
    let text = data.words[key];
    if (typeof text !== "string") text = text[plural.select(values.n)] || text.other;
    return filled(text, values);
  }

  /** A problem in the words of the validator. */
  function problemText({ key, params }) {
    const far = "problem." + key + ".far";
    const text = say(!params.nearest && far in data.words ? far : "problem." + key, params);
    return params.nearest ? text + say("problem.suggestion", { nearest: params.nearest }) : text;
  }

  /** A field as an editor reads it: `indicators[0].value`. */
  function fieldName(location) {
    return location.reduce((name, part) => {
      if (typeof part === "number") return name + "[" + part + "]";
      return name ? name + "." + part : part;
    }, "");
  }

  /** An element with attributes and content; `null` leaves an attribute out. */
  function make(tag, attributes = {}, ...content) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...content);
    return made;
  }

  function button(text, className, press) {
    const made = make("button", { type: "button", class: className }, text);
    made.addEventListener("click", press);
    return made;
  }

  /** Letters as people type them on any keyboard: small and without marks. */
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("ł", "l").replace(/\s+/g, " ").trim();
  }

  root.KatalogForm = { data, say, digits, problemText, fieldName, make, button, fold };
})(self);
