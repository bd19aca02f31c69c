/* What the catalogue page says beside the rows: what was not found, ways out of an empty list, the chosen conditions. */

/** Something that narrows the list, with the state that takes it away.
    @typedef {{label: string, changes: Partial<CatalogueState>}} Condition */

var KatalogNotices = (() => {
  "use strict";

  const { make, button } = KatalogElements;
  const { near, inForm } = KatalogLeads;

  class Notices {
    /** @param {(name: string) => any} part finds an element of the page
        @param {InstanceType<typeof KatalogPhrases.Phrases>} phrases
        @param {InstanceType<typeof KatalogFilters.Filters>} filters
        @param {{go: (changes: Partial<CatalogueState>) => void, leave: (changes: Partial<CatalogueState>) => void}} page
          leave() is for buttons that go away with what they take away */
    constructor(part, phrases, filters, page) {
      this.part = part;
      this.phrases = phrases;
      this.filters = filters;
      this.page = page;
    }

    /** What was not found as it was typed, and what may have been meant, one press away.
        @param {SearchAnswer | null} answer @param {boolean} areSimilarBelow */
    showMissing(answer, areSimilarBelow) {
      const { phrases } = this;
      const notice = this.part("notice");
      notice.hidden = !answer || (!answer.missing.length && !answer.asksNothing);
      if (!answer || notice.hidden) return;
      if (answer.asksNothing) {
        notice.replaceChildren(make("p", {}, phrases.say("catalogue.asks_nothing", { words: phrases.quoted([answer.text.trim()]) })));
        return;
      }
      const line = make("p", {}, phrases.say("catalogue.nothing_for", { words: phrases.quoted(answer.missing) }), " ");
      if (answer.suggestion) {
        const [before, after] = String(phrases.texts["catalogue.did_you_mean"]).split("{text}");
        const { text } = answer.suggestion;
        line.append(before, button(text, "link", () => this.page.go({ query: text })), after, " ");
      }
      for (const { from, to } of answer.related) {
        line.append(phrases.say("catalogue.related", { word: phrases.quoted([from]), words: phrases.quoted(to) }), " ");
      }
      if (areSimilarBelow) line.append(phrases.say("catalogue.similar_below"));
      notice.replaceChildren(line);
    }

    showFailure() {
      const notice = this.part("notice");
      notice.replaceChildren(make("p", {}, this.phrases.say("catalogue.failed")));
      notice.hidden = false;
    }

    /** Nothing found: which single condition stands in the way, what is near, and the form with the words.
        @param {InstanceType<typeof KatalogResults.Results>} results */
    showEmpty(results) {
      const { phrases } = this;
      const empty = this.part("empty");
      empty.hidden = results.practices.length > 0;
      if (empty.hidden) return;
      const items = results.waysOut().map(({ facet, left, changes }) => {
        const text = phrases.say("catalogue.without", { label: this.nameOf(facet, results.state) }) + " (" + left + ")";
        return make("li", {}, button(text, "chip chip--line", () => this.page.leave(changes)));
      });
      const list = make("ul", { class: "chips", hidden: !items.length }, ...items);
      const advice = phrases.say(items.length ? "catalogue.relax" : "catalogue.check_spelling");
      this.part("empty-ways").replaceChildren(make("p", {}, advice), list);
      this.showNear(results);
      this.part("ask").hash = inForm(results.state.query);
    }

    /** @param {InstanceType<typeof KatalogResults.Results>} results */
    showNear({ engine, state }) {
      const items = near(/** @type {Facets} */ (engine.facets()), state.query).map(({ facet, id, label }) => {
        return make("li", {}, make("a", { class: "chip chip--line", href: `?${facet}=${id}` }, label));
      });
      this.part("near").replaceChildren(...items);
    }

    /** What is chosen in a filter, or typed, in words.
        @param {string | null} facet `null` is the query @param {CatalogueState} state */
    nameOf(facet, state) {
      if (facet === null) return this.phrases.quoted([state.query]);
      const inFacet = this.filters.together(state).filter(({ inputs }) => inputs[0].name === facet);
      return inFacet.map(({ label }) => label).join(", ");
    }

    /** @param {CatalogueState} state @returns {Condition[]} */
    conditions(state) {
      const chosen = this.filters.together(state).map(({ label, inputs }) => ({ label, changes: without(state, inputs) }));
      return state.query ? [{ label: this.phrases.quoted([state.query]), changes: { query: "" } }, ...chosen] : chosen;
    }

    /** The chosen conditions, each with what takes it away, and what takes away all.
        @param {CatalogueState} state @param {Partial<CatalogueState>} nothing */
    showConditions(state, nothing) {
      const { phrases } = this;
      const { leave } = this.page;
      const conditions = this.conditions(state);
      const chips = this.part("chips");
      chips.hidden = !conditions.length;
      const items = conditions.map(({ label, changes }) => {
        const chip = button(label, "chip chip--set", () => leave(changes));
        chip.setAttribute("aria-label", phrases.say("catalogue.remove", { label }));
        return make("li", {}, chip);
      });
      const clear = button(phrases.say("catalogue.clear"), "link", () => leave(nothing));
      chips.replaceChildren(...items, make("li", {}, clear));
    }
  }

  /** @param {CatalogueState} state @param {HTMLInputElement[]} inputs of one filter @returns {Partial<CatalogueState>} */
  function without({ chosen }, inputs) {
    const { name } = inputs[0];
    const values = inputs.map(({ value }) => value);
    return { chosen: { ...chosen, [name]: chosen[name].filter((each) => !values.includes(each)) } };
  }

  return { Notices };
})();
