/* What the form says, from the words the build wrote. */

/** Where something stands in an entry: ["indicators", 0, "value"].
    @typedef {(string | number)[]} Place */

var FormWords = (() => {
  "use strict";

  const data = KatalogFormularz;
  const phrases = new KatalogPhrases.Phrases(data.words, data.digits);

  /** @param {string} key @param {Record<string, any>} [values] */
  function say(key, values) {
    return phrases.say(key, values);
  }

  /** A problem in the words of the validator.
      @param {{key: string, params: Record<string, any>}} problem */
  function problemText({ key, params }) {
    const far = "problem." + key + ".far";
    const text = say(!params.nearest && far in data.words ? far : "problem." + key, params);
    return params.nearest ? text + say("problem.suggestion", { nearest: params.nearest }) : text;
  }

  /** A field as an editor reads it: `indicators[0].value`.
      @param {Place} location */
  function fieldName(location) {
    let name = "";
    for (const part of location) {
      if (typeof part === "number") name += "[" + part + "]";
      else name += name ? "." + part : part;
    }
    return name;
  }

  /** Letters as people type them on any keyboard: small and without marks.
      @param {string} text */
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("ł", "l").replace(/\s+/g, " ").trim();
  }

  return { data, say, digits: (/** @type {number | string} */ number) => phrases.digits(number), problemText, fieldName, fold };
})();
