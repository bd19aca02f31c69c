/* What scripts say, from the words the build wrote: with numbers, in the plural form that the browser finds for them. */

var KatalogPhrases = (() => {
  "use strict";

  const MOST_QUOTED = 5;

  class Phrases {
    /** @param {Record<string, string | Record<string, string>>} texts
        @param {{group: string, decimal?: string}} signs what stands between the digits of a number */
    constructor(texts, { group, decimal = "" }) {
      this.texts = texts;
      this.group = group;
      this.decimal = decimal;
      this.plural = new Intl.PluralRules(document.documentElement.lang);
    }

    /** A number as the build writes it: `1 234`, `9,2`. The browser's own way takes longer than the search.
        @param {number | string} number */
    digits(number) {
      const [whole, rest] = String(number).split(".");
      const grouped = whole.replace(/\B(?=(\d{3})+$)/g, this.group);
      return rest ? grouped + this.decimal + rest : grouped;
    }

    /** Words as somebody typed them, the first of very many.
        @param {string[]} words */
    quoted(words) {
      const some = words.slice(0, MOST_QUOTED).map((text) => this.say("catalogue.quoted", { text })).join(", ");
      return words.length > MOST_QUOTED ? `${some} …` : some;
    }

    /** @param {string} key @param {Record<string, any>} [values] what stands for {n} and other names */
    say(key, values = {}) {
      let text = this.texts[key];
      if (typeof text !== "string") text = text[this.plural.select(values.n)] || text.other;
      return text.replace(/\{(\w+)\}/g, (_, name) => {
        return typeof values[name] === "number" ? this.digits(values[name]) : String(values[name]);
      });
    }
  }

  /** What has to be said of a result that is not all that was asked for, or that was found by a name in another language.
      @param {{match: string, lacking: string[], language: string | null}} result @param {Phrases} phrases */
  function labelOf({ match, lacking, language }, phrases) {
    if (match === "similar") return phrases.say("search.similar");
    if (lacking.length) return phrases.say("search.without", { words: lacking.join(", ") });
    if (!language) return "";
    const own = `search.found_in.${language}`;
    return phrases.say(own in phrases.texts ? own : "search.found_in.other");
  }

  return { Phrases, labelOf };
})();
