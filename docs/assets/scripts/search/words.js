/* Words of a query and the table of forms: which words of the catalogue a typed form may belong to.
   First of the two scripts of the search; engine.js is the other. Classic scripts without a document, so that they run in a
   page, in a worker and from a folder opened without a server.

   The rules of words() and fold() are those of finding/search/tokens.py; tests/cases/search/tokens.json holds both to the same
   examples. The forms of numbers() and stems are written by encoding.py and lexicon.py. */
(function (root) {
  "use strict";

  const WORD = /[\p{L}\p{N}]+/gu;
  const HIDDEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
  const FOREIGN = /[^\x00-\x7f]/gu;
  const BASES = {
    ł: "l", ø: "o", đ: "d", ħ: "h", ı: "i", ŧ: "t", æ: "ae", œ: "oe", þ: "th", ð: "d", ß: "ss", ς: "σ",
  };
  const POLISH = { ą: "a", ć: "c", ę: "e", ł: "l", ń: "n", ó: "o", ś: "s", ź: "z", ż: "z" };
  const foldedLetters = new Map();
  const HALF = 45;
  const NOWHERE = 35; // the sign of nought

  function isWord(text) {
    return text.length > 1 || /^\p{Nd}$/u.test(text);
  }

  /** The words of a text in small letters. */
  function words(text) {
    const found = text.normalize("NFC").replace(HIDDEN, "").match(WORD) || [];
    return found.map((word) => word.toLowerCase()).filter(isWord);
  }

  /** The word as typed on a keyboard without Polish letters. Letter by letter, since the few there are repeat all the time. */
  function fold(word) {
    return word.toLowerCase().replace(FOREIGN, foldLetter);
  }

  /** Many words, folded: one letter after the other is several times quicker than one word after the other. */
  function foldAll(list) {
    let together = list.join("\n").toLowerCase();
    for (const [letter, base] of Object.entries(POLISH)) together = together.replaceAll(letter, base);
    return list.length ? fold(together).split("\n") : [];
  }

  function foldLetter(letter) {
    let folded = foldedLetters.get(letter);
    if (folded === undefined) {
      const parts = letter.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
      folded = Array.from(parts, (part) => BASES[part] || part).join("");
      foldedLetters.set(letter, folded);
    }
    return folded;
  }

  function digit(code) {
    return code < 92 ? code - 35 : code - 36;
  }

  /** Numbers written one after another; digits from 45 on say that a number goes on. */
  function numbers(text) {
    const found = [];
    let value = 0;
    for (let i = 0; i < text.length; i++) {
      const read = digit(text.charCodeAt(i));
      if (read < HALF) {
        found.push(value * HALF + read);
        value = 0;
      } else {
        value = value * HALF + read - HALF;
      }
    }
    return found;
  }

  /** Words of which each begins with a capital that says how many letters it shares with the one before. */
  function frontCoded(text) {
    const found = [];
    let before = "";
    for (const part of text.match(/[A-Z][^A-Z]*/g) || []) {
      before = before.slice(0, part.charCodeAt(0) - 65) + part.slice(1);
      found.push(before);
    }
    return found;
  }

  /** The table of forms. A row is a stem with a class of endings; a word has one row or several. */
  function Lexicon(data) {
    this.stems = frontCoded(data.stems);
    this.folded = foldAll(this.stems); // sorted, as the stems themselves are not
    this.classes = numbers(data.classes);
    this.attested = data.attested.split(" ");
    this.written = data.endings.split(";");
    this.endings = []; // by class, with the folded ones; a word asks for few of them
    this.size = data.often.length;
    this.often = data.often;
    this.lemmas = new Int32Array(this.stems.length).fill(-1);
    this.rowsOf = new Array(this.size);
    const further = numbers(data.further);
    for (let i = 0, row = 0; i < further.length; i += 2) {
      row += further[i];
      this.lemmas[row] = further[i + 1];
    }
    this.families = new Map();
    const pairs = numbers(data.families);
    for (let i = 0, one = 0; i < pairs.length; i += 2) {
      one += pairs[i];
      const other = one + pairs[i + 1];
      this.relate(one, other);
      this.relate(other, one);
    }
    let next = 0;
    for (let row = 0; row < this.stems.length; row++) {
      if (this.lemmas[row] < 0) this.lemmas[row] = next++;
      (this.rowsOf[this.lemmas[row]] = this.rowsOf[this.lemmas[row]] || []).push(row);
    }
    // Rows of one folded stem stand together, so the first of them is enough.
    this.firstRow = new Map();
    for (let row = this.stems.length - 1; row >= 0; row--) this.firstRow.set(this.folded[row], row);
  }

  Lexicon.prototype.relate = function (lemma, other) {
    const family = this.families.get(lemma);
    if (family) family.push(other);
    else this.families.set(lemma, [other]);
  };

  /** The endings that a row's stem takes, as they are written and folded. */
  Lexicon.prototype.endingsOf = function (row) {
    const name = this.classes[row];
    if (!this.endings[name]) {
      const written = frontCoded(this.written[name]);
      this.endings[name] = { written, folded: written.map(fold) };
    }
    return this.endings[name];
  };

  /** Whether a word is in some practice; others are there only to lead to their family. */
  Lexicon.prototype.occurs = function (lemma) {
    return this.often.charCodeAt(lemma) > NOWHERE;
  };

  Lexicon.prototype.isAttested = function (row, ending) {
    const sign = ending < 57 ? ending + 35 : ending + 36;
    return this.attested[row].includes(String.fromCharCode(sign));
  };

  /** Calls visit(row, rest) for each row whose stem the folded text begins with. */
  Lexicon.prototype.eachSplit = function (folded, visit) {
    for (let cut = 0; cut <= folded.length; cut++) {
      const stem = folded.slice(0, cut);
      let row = this.firstRow.get(stem);
      if (row === undefined) continue;
      for (; this.folded[row] === stem; row++) visit(row, folded.slice(cut));
    }
  };

  /** Words a form may belong to: [{lemma, form}], where form is spelled with its marks. */
  Lexicon.prototype.lookup = function (folded) {
    const found = [];
    this.eachSplit(folded, (row, rest) => {
      const { written, folded: endings } = this.endingsOf(row);
      for (let i = endings.indexOf(rest); i >= 0; i = endings.indexOf(rest, i + 1)) {
        found.push({ lemma: this.lemmas[row], form: this.stems[row] + written[i] });
      }
    });
    return found;
  };

  /** Words with a form that begins so: [{lemma, form, near, often}], the nearest and commonest first. */
  Lexicon.prototype.complete = function (folded) {
    const best = new Map();
    const offer = (row, ending) => {
      const form = this.stems[row] + this.endingsOf(row).written[ending];
      const lemma = this.lemmas[row];
      const attested = this.isAttested(row, ending);
      const near = (folded.length / form.length) * (attested ? 1 : 0.7);
      const known = best.get(lemma);
      if (!known || near > known.near) best.set(lemma, { lemma, form, near, often: this.often.charCodeAt(lemma) });
    };
    this.eachSplit(folded, (row, rest) => {
      this.endingsOf(row).folded.forEach((ending, i) => ending.startsWith(rest) && offer(row, i));
    });
    for (let row = this.lowerBound(folded); row < this.folded.length && this.folded[row].startsWith(folded); row++) {
      if (this.folded[row].length > folded.length) this.endingsOf(row).folded.forEach((_, i) => offer(row, i));
    }
    return [...best.values()].sort((a, b) => b.near - a.near || b.often - a.often || a.lemma - b.lemma);
  };

  Lexicon.prototype.lowerBound = function (folded) {
    let low = 0;
    let high = this.folded.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.folded[middle] < folded) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** Forms within some edits (a letter changed, left out, added, or two neighbours swapped); only the nearest ones.
      Stems are sorted, so each shares its first lines of the table of distances with the one before it. */
  Lexicon.prototype.similar = function (folded, most) {
    const width = folded.length + 1;
    const lines = [Array.from({ length: width }, (_, i) => i)];
    const text = [];
    let found = [];
    let limit = most;

    function write(depth, letter) {
      const above = lines[depth - 1];
      const line = lines[depth] || (lines[depth] = new Array(width));
      text[depth - 1] = letter;
      line[0] = depth;
      let least = depth;
      for (let i = 1; i < width; i++) {
        const same = folded[i - 1] === letter;
        let value = Math.min(above[i] + 1, line[i - 1] + 1, above[i - 1] + (same ? 0 : 1));
        if (depth > 1 && i > 1 && folded[i - 2] === letter && folded[i - 1] === text[depth - 2]) {
          value = Math.min(value, lines[depth - 2][i - 2] + 1);
        }
        line[i] = value;
        if (value < least) least = value;
      }
      return least;
    }

    let before = "";
    let dead = Infinity; // how many first letters are known to lead nowhere
    for (let row = 0; row < this.folded.length; row++) {
      const stem = this.folded[row];
      let shared = 0;
      while (shared < stem.length && stem[shared] === before[shared]) shared++;
      before = stem;
      if (shared >= dead) continue;
      dead = Infinity;
      let depth = shared;
      while (depth < stem.length && dead === Infinity) {
        depth++;
        // One more than the limit: swapping two letters looks worse until the second of them is read.
        if (write(depth, stem[depth - 1]) > limit + 1) dead = depth;
      }
      if (dead !== Infinity) continue;
      const { written, folded: endings } = this.endingsOf(row);
      endings.forEach((ending, i) => {
        if (Math.abs(stem.length + ending.length - folded.length) > limit) return;
        let at = stem.length;
        for (const letter of ending) if (write(++at, letter) > limit + 1) return;
        const distance = lines[at][width - 1];
        // Two edits and another first letter make another word.
        if (distance > limit || (distance > 1 && (stem + ending)[0] !== folded[0])) return;
        if (distance < limit) found = [];
        limit = distance;
        const form = this.stems[row] + written[i];
        const lemma = this.lemmas[row];
        found.push({ lemma, form, distance, attested: this.isAttested(row, i), often: this.often.charCodeAt(lemma) });
      });
    }
    return found.sort((a, b) => b.attested - a.attested || b.often - a.often || a.lemma - b.lemma);
  };

  /** The forms of a word that occur in the catalogue. */
  Lexicon.prototype.attestedForms = function (lemma) {
    const forms = [];
    for (const row of this.rowsOf[lemma]) {
      const { written } = this.endingsOf(row);
      for (const sign of this.attested[row]) forms.push(this.stems[row] + written[digit(sign.charCodeAt(0))]);
    }
    return forms;
  };

  root.KatalogWords = { words, fold, numbers, digit, frontCoded, Lexicon };
})(self);
