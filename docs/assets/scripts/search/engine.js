/* The search: from what was typed to practices in order, with what matched in each.
   Needs words.js before it, and nothing else; see there. The index is written by finding/search/index.py.

   A word counts as found in any form of it, then as the beginning of a longer one if it is the last and still being typed.
   Only a word found neither way is compared letter by letter, and whatever that brings is marked "similar": it is offered and
   never passed off as what was asked for. */
(function (root) {
  "use strict";

  const { words, fold, numbers, digit, frontCoded, Lexicon } = root.KatalogWords;
  const CLAUSE = /(-?)["„”“«»]([^"„”“«»]*)["„”“«»]?|(\S+)/g;
  const MOST_COMPLETIONS = 60;
  const MOST_PIECES_TO_COMPLETE = 3;
  const MOST_PRACTICES_TO_COMPLETE = 40000;
  const COMPLETION = 0.9; // how much a completed word counts beside a whole one
  const COMPLETION_BESIDE_EXACT = 0.35;
  const OTHER_MARKS = 0.9;
  const SIMILAR = 0.6;
  const RELATIVE = 0.5; // stypendium for stypendialny
  const RELATIVE_BESIDE_EXACT = 0.15;
  // A practice must hold this share of what the best one holds of the query's weight: of two words both or the rarer one.
  const SHARE_OF_BEST = 0.5;

  /** What was typed as clauses: words, quoted words that must follow each other, and words that must not be there. */
  function parse(text) {
    const clauses = [];
    for (const [chunk, quotedMinus, quoted, bare] of text.matchAll(CLAUSE)) {
      const isMinus = quotedMinus === "-" || /^-[\p{L}\p{N}]/u.test(bare || "");
      const found = words(quoted === undefined ? bare : quoted);
      if (!found.length) continue;
      clauses.push({ text: chunk, words: found, isPhrase: quoted !== undefined && found.length > 1, isMinus, isOpen: false });
    }
    const last = clauses[clauses.length - 1];
    if (last && !last.isMinus && text.endsWith(last.text) && !/["„”“«»]/.test(last.text)) last.isOpen = true;
    return clauses;
  }

  function Engine(core) {
    this.core = core;
    this.count = core.count;
    this.parts = new Map(Object.entries(core.parts || {}));
    this.lexicon = new Lexicon(core.lexicon);
    this.ignored = new Set(core.ignored.split(" "));
    this.pieces = new Map();
    this.postings = new Map();
    this.similar = new Map();
  }

  /** Hands over a part that needs named. */
  Engine.prototype.add = function (name, data) {
    this.parts.set(name, data);
  };

  Engine.prototype.has = function (name) {
    return this.parts.has(name);
  };

  /** The name of the part that holds what a result shows. */
  Engine.prototype.cardsOf = function (n) {
    return "karty-" + Math.floor(n / this.core.cards);
  };

  /** The name of the part with what a practice says beyond title and summary, for a snippet. */
  Engine.prototype.textsOf = function (n) {
    return "teksty-" + Math.floor(n / this.core.cards);
  };

  /** What a result shows, or null while its part is not loaded. */
  Engine.prototype.card = function (n) {
    const part = this.parts.get(this.cardsOf(n));
    if (!part) return null;
    const [id, title, summary, places, row] = part[n % this.core.cards];
    return { id, title, summary, places, row };
  };

  /** Texts of a practice by field, or null while their part is not loaded. */
  Engine.prototype.text = function (n) {
    const part = this.parts.get(this.textsOf(n));
    return part ? part[n % this.core.cards] : null;
  };

  /** The id of a practice; null while neither its card nor the facets are loaded. */
  Engine.prototype.id = function (n) {
    const facets = this.parts.get("fasety");
    if (facets && !this.ids) this.ids = frontCoded(facets.ids);
    if (this.ids) return this.ids[n];
    const card = this.card(n);
    return card && card.id;
  };

  /** Facets and orders as lists by practice, or null while they are not loaded. */
  Engine.prototype.facets = function () {
    const part = this.parts.get("fasety");
    if (!part) return null;
    if (!this.read) {
      this.read = { facets: {}, orders: {} };
      for (const [name, { terms, of }] of Object.entries(part.facets)) {
        const values = of.split(" ").map(numbers);
        this.read.facets[name] = { terms: terms.map(([id, label]) => ({ id, label })), of: values };
      }
      for (const [name, ranks] of Object.entries(part.orders)) this.read.orders[name] = numbers(ranks);
    }
    return this.read;
  };

  Engine.prototype.pieceOf = function (lemma) {
    const starts = this.core.pieces;
    let piece = starts.length - 1;
    while (starts[piece] > lemma) piece--;
    return piece;
  };

  Engine.prototype.inPiece = function (kind, separator, lemma) {
    const piece = this.pieceOf(lemma);
    const name = kind + piece;
    if (!this.pieces.has(name)) this.pieces.set(name, this.parts.get(name).split(separator));
    return this.pieces.get(name)[lemma - this.core.pieces[piece]];
  };

  /** Practices with a word: their numbers, the level of the word in each, the field that says most of it. */
  Engine.prototype.posting = function (lemma) {
    let posting = this.postings.get(lemma);
    if (posting) return posting;
    const text = this.inPiece("hasla-", " ", lemma);
    const most = Math.floor(text.length / 3); // signs for each practice: the way from the one before, level and field
    const docs = new Int32Array(most);
    const levels = new Float64Array(most);
    const fields = new Uint8Array(most);
    let count = 0;
    let doc = -1;
    let gap = 0;
    for (let i = 0; i < text.length; i++) {
      const read = digit(text.charCodeAt(i));
      if (read >= 45) {
        gap = gap * 45 + read - 45;
        continue;
      }
      doc += gap * 45 + read + 1;
      gap = 0;
      docs[count] = doc;
      levels[count] = (digit(text.charCodeAt(++i)) + 1) / this.core.levels;
      fields[count] = digit(text.charCodeAt(++i));
      count++;
    }
    const idf = Math.log(1 + (this.count - count + 0.5) / (count + 0.5));
    posting = { docs: docs.subarray(0, count), levels: levels.subarray(0, count), fields: fields.subarray(0, count), idf };
    this.postings.set(lemma, posting);
    return posting;
  };

  /** Words of the catalogue that a typed word stands for, each with how much it counts: Map(lemma -> weight). */
  Engine.prototype.resolve = function (word, isOpen) {
    const folded = fold(word);
    const lemmas = new Map();
    let hits = this.lexicon.lookup(folded);
    if (!hits.length && folded.startsWith("naj")) hits = this.lexicon.lookup(folded.slice(3));
    const sameMarks = hits.filter((hit) => hit.form === word);
    // Who types marks means them; who types none may have left them out.
    if (sameMarks.length && folded !== word) hits = sameMarks;
    for (const { lemma, form } of hits) this.stand(lemmas, lemma, form === word ? 1 : OTHER_MARKS);
    const share = lemmas.size ? RELATIVE_BESIDE_EXACT : RELATIVE;
    for (const { lemma } of hits) this.addRelatives(lemmas, lemma, share);
    if (isOpen) this.addCompletions(folded, lemmas, lemmas.size ? COMPLETION_BESIDE_EXACT : COMPLETION);
    return lemmas;
  };

  /** Lets a word of the catalogue stand for what was typed, if some practice has it. */
  Engine.prototype.stand = function (lemmas, lemma, weight) {
    if (this.lexicon.occurs(lemma) && weight > (lemmas.get(lemma) || 0)) lemmas.set(lemma, weight);
  };

  Engine.prototype.addRelatives = function (lemmas, lemma, weight) {
    for (const relative of this.lexicon.families.get(lemma) || []) this.stand(lemmas, relative, weight);
  };

  Engine.prototype.addCompletions = function (folded, lemmas, weight) {
    const pieces = new Set();
    let practices = 0;
    for (const { lemma, near, often } of this.lexicon.complete(folded).slice(0, MOST_COMPLETIONS)) {
      if (!this.lexicon.occurs(lemma)) {
        this.addRelatives(lemmas, lemma, weight * near * RELATIVE);
        continue;
      }
      // At least so many practices hold the words so far; more would only cost time between two keys.
      if (practices > MOST_PRACTICES_TO_COMPLETE) break;
      practices += 2 ** (digit(often) - 1);
      // Two letters may begin words from all over the index; not all of it is fetched for them.
      const piece = this.pieceOf(lemma);
      if (!pieces.has(piece) && pieces.size === MOST_PIECES_TO_COMPLETE) continue;
      pieces.add(piece);
      if (!lemmas.has(lemma)) lemmas.set(lemma, weight * near);
    }
  };

  /** As resolve(), letter by letter. Remembered, since a misspelt word is asked for again with every key after it. */
  Engine.prototype.resolveSimilar = function (word) {
    if (!this.similar.has(word)) this.similar.set(word, this.findSimilar(fold(word)));
    return this.similar.get(word);
  };

  Engine.prototype.findSimilar = function (folded) {
    const most = folded.length < 4 ? 0 : folded.length < 7 ? 1 : 2;
    if (!most || /\d/.test(folded)) return { lemmas: new Map(), form: null };
    const hits = this.lexicon.similar(folded, most);
    const lemmas = new Map();
    for (const { lemma, distance } of hits) {
      this.stand(lemmas, lemma, SIMILAR / distance);
      if (!this.lexicon.occurs(lemma)) this.addRelatives(lemmas, lemma, (SIMILAR * RELATIVE) / distance);
    }
    return { lemmas, form: hits.length ? hits[0].form : null };
  };

  /** What each clause asks for, what it must not find, which words found nothing and what may have been meant. */
  Engine.prototype.plan = function (clauses) {
    const plan = { asked: [], phrases: [], refused: [], missing: [], replaced: [] };
    const only = clauses.length === 1 && clauses[0].words.length === 1;
    for (const clause of clauses) {
      const phrase = [];
      clause.words.forEach((word, i) => {
        const isOpen = clause.isOpen && i === clause.words.length - 1;
        const isIgnored = this.ignored.has(fold(word));
        if (isIgnored && !(isOpen && only)) return;
        const lemmas = this.resolve(word, isOpen);
        if (clause.isMinus) {
          plan.refused.push(lemmas);
        } else if (lemmas.size) {
          plan.asked.push({ word, lemmas });
          phrase.push({ offset: i, lemmas });
        } else if (!isIgnored) {
          const { lemmas: others, form } = this.resolveSimilar(word);
          plan.missing.push(word);
          if (form) plan.replaced.push({ from: word, to: form });
          plan.asked.push({ word, lemmas: others, isSimilar: true });
        }
      });
      if (clause.isPhrase && phrase.length > 1) plan.phrases.push({ text: clause.words.join(" "), words: phrase });
    }
    return plan;
  };

  Engine.prototype.needs = function (plan) {
    const names = new Set();
    const want = (kind, lemmas) => {
      for (const lemma of lemmas.keys()) names.add(kind + this.pieceOf(lemma));
    };
    for (const { lemmas } of plan.asked) want("hasla-", lemmas);
    for (const lemmas of plan.refused) want("hasla-", lemmas);
    for (const { words: parts } of plan.phrases) for (const { lemmas } of parts) want("pozycje-", lemmas);
    return [...names].filter((name) => !this.parts.has(name)).sort();
  };

  /** Columns by practice, filled anew by each search: with thousands of practices making them costs more than the sums. */
  Engine.prototype.cleanSheet = function () {
    if (!this.sheet) {
      const column = () => new Float64Array(this.count);
      const small = () => new Uint8Array(this.count);
      this.sheet = { scores: column(), held: column(), best: column(), strongest: column(), fields: small(), known: small() };
      this.sheet.touched = [];
    }
    const { touched, ...columns } = this.sheet;
    for (const values of Object.values(columns)) for (const doc of touched) values[doc] = 0;
    this.sheet.touched = [];
    return this.sheet;
  };

  /** Scores by practice: the best reading of each word, times the square of how much of the query is there. Counted loops
      here and below: the first search runs before the browser has made its code fast, and one word is in thousands. */
  Engine.prototype.score = function (plan) {
    const sheet = this.cleanSheet();
    const { scores, held, best, known, touched } = sheet;
    let all = 0;
    for (const { lemmas, isSimilar } of plan.asked) {
      const { here, rarest } = this.scoreWord(lemmas, sheet);
      all += rarest;
      for (let i = 0; i < here.length; i++) {
        const doc = here[i];
        if (!held[doc]) touched.push(doc);
        held[doc] += rarest;
        scores[doc] += best[doc];
        best[doc] = 0;
        if (!isSimilar) known[doc]++;
      }
    }
    for (let i = 0; i < touched.length; i++) scores[touched[i]] *= (held[touched[i]] / all) ** 2;
    return sheet;
  };

  /** Practices with a word, their best reading left in the sheet, and how much the rarest reading of it says. */
  Engine.prototype.scoreWord = function (lemmas, { best, strongest, fields }) {
    const here = [];
    // A word that is nowhere weighs as much as the rarest one.
    let rarest = lemmas.size ? 0 : Math.log(1 + (this.count + 0.5) / 0.5);
    for (const [lemma, weight] of lemmas) {
      const { docs, levels, fields: of, idf } = this.posting(lemma);
      if (idf > rarest) rarest = idf;
      for (let i = 0; i < docs.length; i++) {
        const doc = docs[i];
        const score = weight * idf * levels[i];
        if (!best[doc]) here.push(doc);
        if (score > best[doc]) best[doc] = score;
        if (score > strongest[doc]) {
          strongest[doc] = score;
          fields[doc] = of[i];
        }
      }
    }
    return { here, rarest };
  };

  Engine.prototype.places = function (lemma, doc) {
    const at = this.posting(lemma).docs.indexOf(doc);
    if (at < 0) return [];
    let place = 0;
    return numbers(this.inPiece("pozycje-", "!", lemma).split(" ")[at]).map((step) => (place += step));
  };

  /** Whether the words of a phrase follow each other somewhere in a practice, in whatever forms. */
  Engine.prototype.hasPhrase = function (doc, phrase) {
    let starts = null;
    for (const { offset, lemmas } of phrase.words) {
      const here = new Set();
      for (const lemma of lemmas.keys()) for (const place of this.places(lemma, doc)) here.add(place - offset);
      starts = starts ? new Set([...starts].filter((start) => here.has(start))) : here;
      if (!starts.size) return false;
    }
    return true;
  };

  /** Practices for what was typed.
      @returns {{results: {id, n, score, match: "exact"|"similar", field, forms}[], missing: string[],
        suggestion: {text, words: {from, to}[]}|null, needs: string[], asksNothing: boolean}}
        If needs is not empty, load those parts, add() them and ask again. Exact results come before similar ones; with
        {similar: false} there are no others. Words in missing were found in none of their forms. */
  Engine.prototype.search = function (text, options) {
    const { shards = {}, similar = true } = options || {};
    for (const [name, data] of Object.entries(shards)) if (!this.parts.has(name)) this.add(name, data);
    const plan = this.plan(parse(text));
    const answer = { results: [], missing: plan.missing, suggestion: suggest(text, plan), needs: this.needs(plan) };
    answer.asksNothing = !plan.asked.length;
    if (answer.needs.length || answer.asksNothing) return answer;
    const sheet = this.score(plan);
    const kept = this.narrowed(this.worthwhile(plan, sheet), plan);
    const [exact, others] = parted(ranked(kept, sheet.scores), exactness(plan, sheet));
    answer.results = this.shown(exact, "exact", plan, sheet);
    if (similar && others.length) answer.results = answer.results.concat(this.shown(others, "similar", plan, sheet));
    return answer;
  };

  /** Practices that hold enough of the query and no word with a minus. */
  Engine.prototype.worthwhile = function (plan, { held, touched }) {
    const refused = new Set();
    for (const lemmas of plan.refused) {
      for (const lemma of lemmas.keys()) for (const doc of this.posting(lemma).docs) refused.add(doc);
    }
    const allowed = refused.size ? touched.filter((doc) => !refused.has(doc)) : touched;
    let most = 0;
    for (let i = 0; i < allowed.length; i++) if (held[allowed[i]] > most) most = held[allowed[i]];
    const kept = [];
    for (let i = 0; i < allowed.length; i++) if (held[allowed[i]] >= most * SHARE_OF_BEST) kept.push(allowed[i]);
    return kept;
  };

  /** Practices with the quoted words side by side. Where there are none, the words apart are offered instead. */
  Engine.prototype.narrowed = function (kept, plan) {
    for (const phrase of plan.phrases) {
      const having = kept.filter((doc) => this.hasPhrase(doc, phrase));
      if (having.length) {
        kept = having;
      } else {
        plan.isApart = true;
        plan.missing.push(phrase.text);
      }
    }
    return kept;
  };

  /** Says of a practice whether it is what was asked for. If a word was not found, that is so where all others are and
      they are the most of the query: of "Kopenhaga mlodzeiz" half is not enough. */
  function exactness(plan, { known }) {
    const found = plan.asked.filter(({ isSimilar }) => !isSimilar).length;
    if (plan.isApart) return () => false;
    if (!plan.missing.length) return () => true;
    return (n) => found > plan.missing.length && known[n] === found;
  }

  Engine.prototype.shown = function (practices, match, plan, { scores, fields }) {
    const names = this.core.fields;
    const asked = { engine: this, plan };
    const results = new Array(practices.length);
    for (let i = 0; i < practices.length; i++) {
      const n = practices[i];
      results[i] = new Result(asked, n, scores[n], match, names[fields[n]]);
    }
    return results;
  };

  /** Those of which something is so, and the others, each in their order. */
  function parted(practices, isSo) {
    const parts = [[], []];
    for (let i = 0; i < practices.length; i++) parts[isSo(practices[i]) ? 0 : 1].push(practices[i]);
    return parts;
  }

  /** A practice found. Its id and forms are looked up when they are shown, since a common word may be in thousands of
      practices and the next key is near. */
  class Result {
    #asked;

    constructor(asked, n, score, match, field) {
      this.#asked = asked;
      this.n = n;
      this.score = score;
      this.match = match;
      this.field = field;
    }

    get id() {
      return this.#asked.engine.id(this.n);
    }

    get forms() {
      return this.#asked.engine.formsIn(this.n, this.#asked.plan);
    }
  }

  /** Practices by falling score, equal ones in their order. Numbers sort many times faster than what a function compares. */
  function ranked(practices, scores) {
    const size = scores.length;
    const count = practices.length;
    const keys = new Float64Array(count);
    for (let i = 0; i < count; i++) keys[i] = Math.round(scores[practices[i]] * 1e6) * size + (size - 1 - practices[i]);
    keys.sort();
    const ordered = new Array(count);
    for (let i = 0; i < count; i++) ordered[i] = size - 1 - (keys[count - 1 - i] % size);
    return ordered;
  }

  Engine.prototype.formsIn = function (n, plan) {
    const forms = new Set();
    for (const { lemmas } of plan.asked) {
      for (const lemma of lemmas.keys()) {
        if (!this.posting(lemma).docs.includes(n)) continue;
        for (const form of this.lexicon.attestedForms(lemma)) forms.add(form);
      }
    }
    return [...forms];
  };

  /** Words that begin like the last one typed, as they occur in the catalogue. */
  Engine.prototype.complete = function (text, most) {
    const last = words(text).pop();
    if (!last || /\s$/.test(text)) return [];
    const found = this.lexicon.complete(fold(last)).filter(({ lemma }) => this.lexicon.occurs(lemma));
    return found.slice(0, most || 5).map(({ form }) => form);
  };

  /** Where in a text the words of a query are: [[start, end]]. */
  Engine.prototype.ranges = function (text, query) {
    return this.marker(query)(text);
  };

  /** As ranges(), for one query and many texts. */
  Engine.prototype.marker = function (query) {
    const lemmas = new Set();
    for (const { lemmas: asked } of this.plan(parse(query)).asked) for (const lemma of asked.keys()) lemmas.add(lemma);
    return (text) => {
      const found = [];
      for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
        const word = match[0].toLowerCase();
        const hits = sameMarksFirst(this.lexicon.lookup(fold(word)), word);
        if (hits.some(({ lemma }) => lemmas.has(lemma))) found.push([match.index, match.index + match[0].length]);
      }
      return found;
    };
  };

  /** Of words that differ in marks only (szkoła, szkolą) the one that is meant, if any of them is written so. */
  function sameMarksFirst(hits, word) {
    const same = hits.filter(({ form }) => form === word);
    return same.length ? same : hits;
  }

  function suggest(text, plan) {
    if (!plan.replaced.length) return null;
    let meant = text;
    for (const { from, to } of plan.replaced) {
      const at = meant.toLowerCase().indexOf(from);
      if (at >= 0) meant = meant.slice(0, at) + to + meant.slice(at + from.length);
    }
    return { text: meant.trim(), words: plan.replaced };
  }

  root.KatalogSearch = { create: (core) => new Engine(core) };
})(self);
