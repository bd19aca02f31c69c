/* The table of forms: which words of the catalogue a form may belong to, which begin so, and which are like it letter by letter. It is
   written by finding/search/lexicon.py. */

/** A word of the catalogue with a form that begins as typed: how near it is to that, in how many practices the word is.
    @typedef {Hit & {near: number, often: number}} Completion */

/** A word of the catalogue with a form that is some edits away, what such slips cost, and whether that form occurs.
    @typedef {Hit & {distance: number, cost: number, attested: boolean, often: number}} SimilarHit */

/** @typedef {InstanceType<typeof KatalogForms.Lexicon>} Lexicon */

var KatalogForms = (() => {
  "use strict";

  const { fold, foldAll, numbers, digit, frontCoded, cutOf, partOf } = KatalogWords;
  const NOWHERE = 35; // the sign of nought
  const PART = "words-";
  const LONG = 9; // letters of a word

  /** The table of forms. A row is a stem with a class of endings; a word has one row or several. Rows come with the table, or in
      parts by the first letter of their stem. */
  class Lexicon {
    /** @param {LexiconData} data */
    constructor(data) {
      this.written = data.endings.split(";");
      /** @type {{written: string[], folded: string[]}[]} by class; a word asks for few of them */
      this.endings = [];
      this.size = data.often.length;
      this.often = data.often;
      this.families = this.familiesOf(data.families);
      this.division = data.cut ? cutOf(data.cut) : { starts: [0, frontCoded(data.stems).length], names: ["0"] };
      /** @type {Set<string>} the names of parts that were looked into and are not there */
      this.wanted = new Set();
      /** @type {Set<number>} */
      this.there = new Set();
      /** @type {string[]} */
      this.stems = [];
      /** @type {string[]} sorted, as the stems themselves are not */
      this.folded = [];
      /** @type {number[]} */
      this.classes = [];
      /** @type {string[]} */
      this.attested = [];
      /** @type {Map<string, number>} rows of one folded stem stand together, so the first of them is enough */
      this.firstRow = new Map();
      /** @type {Map<string, SimilarHit[]>} what was looked for letter by letter: a misspelt word is asked for with every key after it */
      this.remembered = new Map();
      this.lemmas = this.lemmasOf(data.further);
      this.rowsOf = this.rowsByLemma();
      if (!data.cut) this.fill(0, data);
    }

    /** Takes a part with rows, if it is one.
        @param {string} name @param {any} data */
    accept(name, data) {
      const part = name.startsWith(PART) ? this.division.names.indexOf(name.slice(PART.length)) : -1;
      if (part >= 0 && !this.there.has(part)) this.fill(part, data);
    }

    /** @param {number} part @param {LexiconRows} data */
    fill(part, { stems, classes, attested }) {
      const from = this.division.starts[part];
      const written = frontCoded(stems);
      const folded = foldAll(written);
      const its = numbers(classes);
      const occurring = attested.split(" ");
      for (let n = 0; n < written.length; n++) {
        this.stems[from + n] = written[n];
        this.folded[from + n] = folded[n];
        this.classes[from + n] = its[n];
        this.attested[from + n] = occurring[n];
      }
      for (let row = from + written.length - 1; row >= from; row--) this.firstRow.set(this.folded[row], row);
      this.there.add(part);
    }

    /** Whether the part of a row or a word is there; else it is wanted.
        @param {number} part */
    has(part) {
      if (this.there.has(part)) return true;
      this.wanted.add(PART + this.division.names[part]);
      return false;
    }

    /** The part with the stems of a word.
        @param {string} folded */
    partOf(folded) {
      const { names } = this.division;
      let part = names.length - 1;
      while (part > 0 && folded < names[part]) part--;
      return part;
    }

    /** Wants the rows of words that are shown. @param {Iterable<number>} lemmas */
    want(lemmas) {
      for (const lemma of lemmas) {
        for (const row of this.rowsOf[lemma]) this.has(partOf(this.division, row));
      }
    }

    /** The word of each row: rows take them in turn, but for those that say that they belong to another.
        @param {string} written */
    lemmasOf(written) {
      const lemmas = new Int32Array(this.division.starts[this.division.names.length]).fill(-1);
      const further = numbers(written);
      for (let i = 0, row = 0; i < further.length; i += 2) {
        row += further[i];
        lemmas[row] = further[i + 1];
      }
      let next = 0;
      for (let row = 0; row < lemmas.length; row++) if (lemmas[row] < 0) lemmas[row] = next++;
      return lemmas;
    }

    /** @param {string} written */
    familiesOf(written) {
      /** @type {Map<number, number[]>} */
      const families = new Map();
      const relate = (/** @type {number} */ lemma, /** @type {number} */ other) => {
        const family = families.get(lemma);
        if (family) family.push(other);
        else families.set(lemma, [other]);
      };
      const pairs = numbers(written);
      for (let i = 0, one = 0; i < pairs.length; i += 2) {
        one += pairs[i];
        const other = one + pairs[i + 1];
        relate(one, other);
        relate(other, one);
      }
      return families;
    }

    rowsByLemma() {
      /** @type {number[][]} */
      const rows = new Array(this.size);
      for (let row = 0; row < this.lemmas.length; row++) (rows[this.lemmas[row]] ??= []).push(row);
      return rows;
    }

    /** The endings that a row's stem takes, as they are written and folded.
        @param {number} row */
    endingsOf(row) {
      const name = this.classes[row];
      if (!this.endings[name]) {
        const written = frontCoded(this.written[name]);
        this.endings[name] = { written, folded: written.map(fold) };
      }
      return this.endings[name];
    }

    /** Whether a word is in some practice; others are there only to lead to their family.
        @param {number} lemma */
    occurs(lemma) {
      return this.often.charCodeAt(lemma) > NOWHERE;
    }

    /** @param {number} row @param {number} ending */
    isAttested(row, ending) {
      const sign = ending < 57 ? ending + 35 : ending + 36;
      return this.attested[row].includes(String.fromCharCode(sign));
    }

    /** Calls visit(row, rest) for each row whose stem the folded text begins with.
        @param {string} folded @param {(row: number, rest: string) => void} visit */
    eachSplit(folded, visit) {
      if (!this.has(this.partOf(folded))) return;
      for (let cut = 0; cut <= folded.length; cut++) {
        const stem = folded.slice(0, cut);
        let row = this.firstRow.get(stem);
        if (row === undefined) continue;
        for (; this.folded[row] === stem; row++) visit(row, folded.slice(cut));
      }
    }

    /** Words a form may belong to.
        @param {string} folded */
    lookup(folded) {
      /** @type {Hit[]} */
      const found = [];
      this.eachSplit(folded, (row, rest) => {
        const { written, folded: endings } = this.endingsOf(row);
        for (let i = endings.indexOf(rest); i >= 0; i = endings.indexOf(rest, i + 1)) {
          found.push({ lemma: this.lemmas[row], form: this.stems[row] + written[i] });
        }
      });
      return found;
    }

    /** Whether a form stands in the catalogue as it is.
        @param {string} folded */
    hasForm(folded) {
      let isThere = false;
      this.eachSplit(folded, (row, rest) => {
        isThere ||= this.endingsOf(row).folded.some((ending, i) => ending === rest && this.isAttested(row, i));
      });
      return isThere;
    }

    /** Words with a form that begins so, the nearest and commonest first.
        @param {string} folded */
    complete(folded) {
      /** @type {Map<number, Completion>} */
      const best = new Map();
      const offer = (/** @type {number} */ row, /** @type {number} */ ending) => {
        const form = this.stems[row] + this.endingsOf(row).written[ending];
        const lemma = this.lemmas[row];
        const near = (folded.length / form.length) * (this.isAttested(row, ending) ? 1 : 0.7);
        const known = best.get(lemma);
        if (!known || near > known.near) best.set(lemma, { lemma, form, near, often: this.often.charCodeAt(lemma) });
      };
      this.eachSplit(folded, (row, rest) => {
        this.endingsOf(row).folded.forEach((ending, i) => ending.startsWith(rest) && offer(row, i));
      });
      const part = this.partOf(folded);
      const { starts } = this.division;
      const end = this.there.has(part) ? starts[part + 1] : 0;
      for (let row = this.lowerBound(folded, starts[part], end); row < end && this.folded[row].startsWith(folded); row++) {
        if (this.folded[row].length > folded.length) this.endingsOf(row).folded.forEach((_, i) => offer(row, i));
      }
      return [...best.values()].sort((a, b) => b.near - a.near || b.often - a.often || a.lemma - b.lemma);
    }

    /** @param {string} folded @param {number} low @param {number} high */
    lowerBound(folded, low, high) {
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.folded[middle] < folded) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    /** Forms within some edits (a letter changed, left out, added, or two neighbours swapped); only the nearest ones.
        @param {string} folded @param {number} most */
    similar(folded, most) {
      if (this.division.names.filter((_, part) => !this.has(part)).length) return []; // what is nearest is known once all are there
      const key = `${most} ${folded}`;
      let found = this.remembered.get(key);
      if (!found) this.remembered.set(key, (found = this.nearestTo(folded, most)));
      return found;
    }

    /** The same, looked for in the whole table. Stems are sorted, so each shares its first lines of the table of edits with the one
        before it.
        @param {string} folded @param {number} most */
    nearestTo(folded, most) {
      const nearest = new Nearest(this, folded, most);
      let before = "";
      let dead = Infinity; // how many first letters are known to lead nowhere
      for (let row = 0; row < this.folded.length; row++) {
        const stem = this.folded[row];
        const shared = sharedLength(stem, before);
        before = stem;
        if (shared >= dead) continue;
        dead = nearest.write(stem, shared);
        if (dead === Infinity) nearest.tryEndings(row);
      }
      for (const hit of nearest.found) hit.cost = KatalogSlips.cost(folded, fold(hit.form));
      return nearest.found.sort((a, b) => a.cost - b.cost || Number(b.attested) - Number(a.attested) || b.often - a.often || a.lemma - b.lemma);
    }

    /** The forms of a word that occur in the catalogue.
        @param {number} lemma */
    attestedForms(lemma) {
      const forms = [];
      for (const row of this.rowsOf[lemma].filter((each) => this.stems[each] !== undefined)) {
        const { written } = this.endingsOf(row);
        for (const sign of this.attested[row]) forms.push(this.stems[row] + written[digit(sign.charCodeAt(0))]);
      }
      return forms;
    }
  }

  /** The forms nearest to what was typed, gathered by a table of edits: a line for each letter of the form that is tried. */
  class Nearest {
    /** @param {Lexicon} lexicon @param {string} asked @param {number} limit */
    constructor(lexicon, asked, limit) {
      this.lexicon = lexicon;
      this.asked = asked;
      this.limit = limit;
      this.width = asked.length + 1;
      this.lines = [Array.from({ length: this.width }, (_, i) => i)];
      /** @type {string[]} */
      this.text = [];
      /** @type {SimilarHit[]} */
      this.found = [];
    }

    /** Writes letters from a place on.
        @param {string} letters @param {number} from @param {number} [start] the place of the first of all the letters
        @returns after how many letters nothing can come of it; Infinity if something can */
    write(letters, from, start = 0) {
      for (let i = from; i < letters.length; i++) {
        // One more than the limit: swapping two letters looks worse until the second of them is read.
        if (this.writeLetter(start + i + 1, letters[i]) > this.limit + 1) return i + 1;
      }
      return Infinity;
    }

    /** The line of a letter; returns its least number of edits.
        @param {number} depth @param {string} letter */
    writeLetter(depth, letter) {
      const { asked, lines, text, width } = this;
      const above = lines[depth - 1];
      const line = (lines[depth] ??= new Array(width));
      text[depth - 1] = letter;
      line[0] = depth;
      let least = depth;
      for (let i = 1; i < width; i++) {
        let value = Math.min(above[i] + 1, line[i - 1] + 1, above[i - 1] + (asked[i - 1] === letter ? 0 : 1));
        if (depth > 1 && i > 1 && asked[i - 2] === letter && asked[i - 1] === text[depth - 2]) {
          value = Math.min(value, lines[depth - 2][i - 2] + 1);
        }
        line[i] = value;
        if (value < least) least = value;
      }
      return least;
    }

    /** Tries the forms of a row whose stem is written.
        @param {number} row */
    tryEndings(row) {
      const length = this.lexicon.folded[row].length;
      this.lexicon.endingsOf(row).folded.forEach((ending, i) => {
        if (Math.abs(length + ending.length - this.asked.length) > this.limit) return;
        if (this.write(ending, 0, length) === Infinity) this.keep(row, i, this.lines[length + ending.length][this.width - 1]);
      });
    }

    /** Keeps a form if none before it is nearer.
        @param {number} row @param {number} ending @param {number} distance */
    keep(row, ending, distance) {
      const { lexicon } = this;
      // Two edits and another first letter make another word, unless it is a long one.
      if (distance > this.limit || (distance > 1 && this.asked.length < LONG && this.text[0] !== this.asked[0])) return;
      if (distance < this.limit) this.found = [];
      this.limit = distance;
      const form = lexicon.stems[row] + lexicon.endingsOf(row).written[ending];
      const lemma = lexicon.lemmas[row];
      const attested = lexicon.isAttested(row, ending);
      this.found.push({ lemma, form, distance, cost: 0, attested, often: lexicon.often.charCodeAt(lemma) });
    }
  }

  /** @param {string} one @param {string} other */
  function sharedLength(one, other) {
    let shared = 0;
    while (shared < one.length && one[shared] === other[shared]) shared++;
    return shared;
  }

  return { Lexicon };
})();
