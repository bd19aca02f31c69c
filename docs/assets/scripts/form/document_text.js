/* The text of a document (DOCX) as Word shows it once all changes are accepted, and beside it what that view leaves out. What is
   no plain letter is said as the import of the catalogue says it, since the same document may go either way:
   tests/cases/_documents.yml holds both to it. */

/** A paragraph of a document; asides are what does not belong to its text: what is hidden, struck through, deleted or moved.
    isNumber: it stands alone in the first cell of a row, and may be the number of the question beside it.
    @typedef {{text: string, asides: DocumentPiece[], isBoxed: boolean, isNumber?: boolean, place?: DocumentPlace}} DocumentLine */
/** A piece of a paragraph; kind says why it is not seen. @typedef {{kind: string, text: string}} DocumentPiece */
/** A field while it is read: what it is told to do, where what came of it begins, and its own sign if it has one.
    @typedef {{instruction: string, start: number, own: DocumentPiece | null}} DocumentField */

var FormDocumentText = (() => {
  "use strict";

  const { child, attribute, sign, inLetters, placed, formula } = FormDocumentSigns;
  const { isOn, valueIn, every } = FormDocumentLook;

  /* Documents name elements, so these are maps: a record would know "constructor" too. */
  const GONE = new Map(Object.entries({ del: "removed", moveFrom: "moved" }));
  const BLANKS = new Map(Object.entries({ br: "\n", cr: "\n", tab: "\t", ptab: "\t", noBreakHyphen: "-", softHyphen: "" }));
  const DRAWN = ["drawing", "pict", "object"];
  const PROPERTIES = ["pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr", "sectPr", "smartTagPr", "customXmlPr"];
  const PROMPT = new RegExp(
    "^(?:(?:kliknij|naciśnij)(?: lub (?:kliknij|naciśnij))?(?: tutaj| tu)?,? (?:aby|żeby) w[^\\d.]{1,40}|wybierz element|wybierz datę" +
      "|click(?: or tap)?(?: here)? to enter[^\\d.]{1,30}|choose an item" +
      "|klicken(?: oder tippen)? sie(?: hier)?, um[^\\d.]{1,50}|wählen sie ein element aus)\\.?$",
    "i",
  );
  const ADDRESS = /(?:https?|ftp):\/\/[^\s"'<>]+|mailto:[^\s"'<>]+/gi;
  const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g; // where a word may or must not be parted
  const NESTED = /^ {4,12}(?=- |\d+\. )/; // an item of a list within a list
  const NUMBER = /^\(?\d{1,2}[.)]?$/;
  const ID = "id"; // what a link leads to, and where on that page
  const PLACE = "anchor";
  const PAGE = /[\s.…]*\d{1,4}\s*$/;

  /** @param {Node} node @returns {Text[]} every text within a node */
  const texts = (node) => (node.nodeType === 3 ? [/** @type {Text} */ (node)] : [...node.childNodes].flatMap(texts));

  /** @param {Element} element */
  const wordsIn = (element) => (element.textContent || "").match(/[\p{L}\p{N}]+/gu) || [];

  /** Of one thing said for new and for old programs what the newer says. @param {Element} alternatives */
  function chosen(alternatives) {
    const said = ["Choice", "Fallback"].flatMap((name) => child(alternatives, name) || []);
    return said.find((each) => wordsIn(each).length) || said[0];
  }

  /** Whether the end of a paragraph was deleted, or it is a large first letter, so that the next one goes on in it.
      @param {Element} paragraph */
  function hasNoEnd(paragraph) {
    const look = child(paragraph, "pPr");
    return Boolean(child(child(look, "rPr"), "del")) || !["", "none"].includes(attribute(child(look, "framePr"), "dropCap"));
  }

  /** What a field of an old form shows where that is no text: a box, or what was chosen from a list. @param {Element} begin */
  function ofOldForm(begin) {
    const form = child(begin, "ffData");
    const box = child(form, "checkBox");
    if (box) return isOn(child(box, "checked") || child(box, "default")) ? "☒ " : "☐ ";
    const list = child(form, "ddList");
    const number = Number(valueIn(list, "result") || valueIn(list, "default") || 0);
    const entry = every(list, "listEntry")[number];
    return entry ? attribute(entry, "val") : "";
  }

  /** A paragraph while it is read. */
  class Line {
    constructor() {
      /** @type {DocumentPiece[]} */
      this.pieces = [];
      /** @type {DocumentField[]} */
      this.fields = [];
    }

    /** @param {string} kind @param {string} text */
    add(kind, text) {
      const piece = { kind, text };
      this.pieces.push(piece);
      return piece;
    }

    /** @param {string} kind of pieces, none for what is seen @param {number} [from] */
    said(kind, from = 0) {
      return this.pieces.slice(from).map((each) => (each.kind === kind ? each.text : "")).join("");
    }

    /** The address of a link behind its words, unless they say it.
        @param {string} kind @param {string} address @param {number} start */
    addAddress(kind, address, start) {
      const bare = address.replace(/^mailto:/, "");
      if (!this.said(kind, start).includes(bare)) this.add(kind, ` (${bare})`);
    }

    /** What stood in a field so far is what it was told, as another field may be: it shows what comes of it.
        @param {DocumentField} field */
    tell(field) {
      for (const each of this.pieces.slice(field.start)) each.kind = each.kind || "hidden";
      field.start = this.pieces.length;
    }

    /** @param {DocumentField} field @param {string} kind */
    close(field, kind) {
      if (field.own && this.said(kind, field.start).trim()) field.own.text = ""; // some programs write out what was chosen
      for (const address of field.instruction.match(ADDRESS) || []) this.addAddress(kind, address, field.start);
    }

    /** The pieces that are not seen, those of one kind that follow each other together. */
    asides() {
      /** @type {DocumentPiece[]} */
      const found = [];
      let before = "";
      for (const { kind, text } of this.pieces) {
        if (kind && kind === before) found[found.length - 1].text += text;
        else if (kind) found.push({ kind, text });
        before = kind;
      }
      return found.filter(({ text }) => text.trim());
    }
  }

  /** Reads one part of a document. */
  class Reader {
    /** @param {InstanceType<typeof FormDocumentLook.Looks>} looks @param {Map<string, string>} links addresses by their ids
        @param {Set<Node>} read what was read of the document so far */
    constructor(looks, links, read) {
      this.looks = looks;
      this.links = links;
      this.read = read;
      /** @type {(DocumentLine & {isContents: boolean})[]} */
      this.found = [];
      /** @type {string[]} */
      this.movedTo = [];
      /** @type {Element | undefined} */
      this.paragraph = undefined;
      /** Where in a table it reads. @type {{table: {rows: number}, row: number, columns: number, column: number} | undefined} */
      this.place = undefined;
    }

    /** The paragraphs in a body, a cell or a text box.
        @param {Element} container @param {string} kind why none of it is seen @param {boolean} isBoxed */
    blocks(container, kind, isBoxed) {
      /** @type {Line | null} */
      let open = null;
      for (const each of container.children) {
        if (each.localName === "p") {
          open = this.ofParagraph(each, kind, open);
          if (!hasNoEnd(each)) {
            this.finish(open, each, isBoxed);
            open = null;
          }
        } else this.block(each, kind, isBoxed);
      }
      if (open) this.finish(open, null, isBoxed);
    }

    /** @param {Element} element @param {string} kind @param {boolean} isBoxed */
    block(element, kind, isBoxed) {
      const name = element.localName;
      const inside = name === "AlternateContent" ? chosen(element) : name === "sdt" ? this.control(element) : element;
      if (name === "oMathPara") {
        const line = new Line();
        this.formula(element, line, kind);
        this.finish(line, null, isBoxed);
      } else if (inside && !PROPERTIES.includes(name)) {
        const first = this.found.length;
        const around = this.place;
        this.enter(element);
        this.blocks(inside, kind || GONE.get(name) || lostWith(element), isBoxed);
        if (name === "tr") this.joinBoxes(first);
        if (name !== "tc") this.place = around;
      }
    }

    /** Begins a table, a row of it or a cell. @param {Element} element */
    enter(element) {
      const name = element.localName;
      if (name === "tbl") this.place = { table: { rows: 0 }, row: 0, columns: 0, column: 0 };
      else if (name === "tr" && this.place) this.place = { ...this.place, row: this.place.table.rows++, columns: 0 };
      else if (name === "tc" && this.place) {
        const span = Number(valueIn(child(element, "tcPr"), "gridSpan")) || 1;
        this.place = { ...this.place, column: this.place.columns, columns: this.place.columns + span };
      }
    }

    /** A box that stands alone in a cell belongs to the words beside it.
        @param {number} first of the lines of a row */
    joinBoxes(first) {
      const row = this.found.slice(first);
      if (row.length > 1 && NUMBER.test(row[0].text)) row[0].isNumber = true;
      if (!row.some(({ text }) => /^[☐☒]$/.test(text))) return;
      const text = row.map((each) => each.text).filter(Boolean).join(" ");
      this.found.splice(first, row.length, { ...row[0], text, asides: row.flatMap(({ asides }) => asides) });
    }

    /** @param {Element} paragraph @param {string} kind @param {Line | null} before one that goes on in it */
    ofParagraph(paragraph, kind, before) {
      const line = before || new Line();
      const around = this.paragraph;
      this.paragraph = paragraph;
      if (!before && wordsIn(paragraph).length) line.add(kind, this.looks.prefix(paragraph));
      this.within(paragraph, line, kind);
      this.paragraph = around;
      return line;
    }

    /** @param {Line} line @param {Element | null} paragraph @param {boolean} isBoxed */
    finish(line, paragraph, isBoxed) {
      const said = line.said("").replace(UNSEEN, "");
      const text = NESTED.test(said) ? said.trimEnd() : said.trim();
      const isContents = Boolean(paragraph && this.looks.isContents(paragraph));
      this.found.push({ text, asides: line.asides(), isBoxed, place: this.place, isContents });
    }

    /** @param {Element} element @param {Line} line @param {string} kind */
    within(element, line, kind) {
      for (const each of element.children) this.inline(each, line, kind);
    }

    /** @param {Element} element @param {Line} line @param {string} kind */
    inline(element, line, kind) {
      const name = element.localName;
      const start = line.pieces.length;
      if (PROPERTIES.includes(name)) return;
      const read = READ_AS.get(name);
      if (read) read(this, element, line, kind);
      else this.within(element, line, kind || GONE.get(name) || "");
      if (name === "moveTo") this.movedTo.push(line.said("", start).trim());
      for (const address of this.addressesOf(element)) line.addAddress(kind, address, start);
    }

    /** The addresses that a link leads to. @param {Element} element @returns {string[]} */
    addressesOf(element) {
      if (element.localName === "fldSimple") return attribute(element, "instr").match(ADDRESS) || [];
      const target = element.localName === "hyperlink" && this.links.get(attribute(element, ID));
      const place = target && !target.includes("#") ? attribute(element, PLACE) : "";
      return target ? [place ? `${target}#${place}` : target] : [];
    }

    /** How a word is read, which stands before it. @param {Element} element @param {Line} line @param {string} kind */
    reading(element, line, kind) {
      line.add(kind, "(");
      this.within(element, line, kind);
      line.add(kind, ") ");
    }

    /** @param {Element} element @param {Line} line @param {string} kind */
    formula(element, line, kind) {
      line.add(kind, formula(element));
      texts(element).forEach((each) => this.read.add(each));
    }

    /** What a content control holds; a prompt that nobody answered is no text of anybody. @param {Element} control */
    control(control) {
      const content = child(control, "sdtContent");
      const isPrompt = child(child(control, "sdtPr"), "showingPlcHdr") && PROMPT.test(((content && content.textContent) || "").trim());
      if (!content || !isPrompt) return content;
      texts(content).forEach((each) => this.read.add(each));
      return undefined;
    }

    /** @param {Element} control @param {Line} line @param {string} kind */
    inlineControl(control, line, kind) {
      const box = child(child(control, "sdtPr"), "checkbox");
      const content = this.control(control);
      if (box) line.add(kind, ["1", "true"].includes(valueIn(box, "checked")) ? "☒" : "☐");
      if (!content) return;
      if (box && (content.textContent || "").trim().length <= 1) texts(content).forEach((each) => this.read.add(each));
      else this.within(content, line, kind);
    }

    /** @param {Element} run @param {Line} line @param {string} kind */
    ofOneRun(run, line, kind) {
      const look = this.looks.ofRun(run, this.paragraph);
      for (const each of run.children) this.ofRun(each, line, kind || look.kind, look);
    }

    /** @param {Element} element @param {Line} line @param {string} kind @param {{font: string, place: string}} look */
    ofRun(element, line, kind, look) {
      const name = element.localName;
      if (name === "t" || name === "delText") {
        line.add(name === "delText" ? kind || "removed" : kind, placed(inLetters(element.textContent || "", look.font), look.place));
        texts(element).forEach((each) => this.read.add(each));
        return;
      }
      const [blank, read] = [BLANKS.get(name), IN_RUN.get(name)];
      if (blank !== undefined) line.add(kind, blank);
      else if (read) read(this, element, line, kind);
      else this.drawn(element, line, kind, look);
    }

    /** Text boxes of a drawing stand beside the text; anything else is read as text.
        @param {Element} element @param {Line} line @param {string} kind @param {{font: string, place: string}} look */
    drawn(element, line, kind, look) {
      const inside = element.localName === "AlternateContent" ? chosen(element) : element;
      if (!inside) return;
      if (DRAWN.includes(inside.localName) || inside !== element) for (const box of boxes(inside)) this.blocks(box, kind, true);
      if (!DRAWN.includes(inside.localName)) for (const each of inside.children) this.inBoxOrRun(each, line, kind, look);
    }

    /** @param {Element} element @param {Line} line @param {string} kind @param {{font: string, place: string}} look */
    inBoxOrRun(element, line, kind, look) {
      const name = element.localName;
      if (DRAWN.includes(name)) return;
      if (["r", "rt", "rubyBase"].includes(name)) this.inline(element, line, kind);
      else this.ofRun(element, line, kind, look);
    }

    /** What a field is told to do. @param {Element} element @param {Line} line */
    instruction(element, line) {
      if (line.fields.length) line.fields[line.fields.length - 1].instruction += element.textContent || "";
    }

    /** @param {Element} element @param {Line} line @param {string} kind */
    field(element, line, kind) {
      const type = attribute(element, "fldCharType");
      if (type === "begin") {
        const own = ofOldForm(element);
        line.fields.push({ instruction: "", own: own ? line.add(kind, own) : null, start: line.pieces.length });
      } else if (line.fields.length && type === "separate") line.tell(line.fields[line.fields.length - 1]);
      else if (line.fields.length && type === "end") line.close(/** @type {DocumentField} */ (line.fields.pop()), kind);
    }

    /** What was found: lines of a table of contents only where no paragraph says the same. @returns {DocumentLine[]} */
    all() {
      const said = new Set(this.found.filter(({ isContents }) => !isContents).map(({ text }) => text));
      return this.found.map(({ text, asides, isBoxed, isNumber, place, isContents }) => {
        const kept = asides.map((each) => ({ ...each, text: each.text.trim() })).filter((each) => each.kind !== "moved" || !this.movedTo.includes(each.text));
        if (!isContents) return { text, asides: kept, isBoxed, isNumber, place };
        return { text: "", asides: said.has(text.replace(PAGE, "").trim()) ? kept : [{ kind: "", text }, ...kept], isBoxed };
      });
    }
  }

  /** @typedef {(reader: Reader, element: Element, line: Line, kind: string) => void} DocumentReading */
  /** What is inside a paragraph or a link, by its name. @type {Map<string, DocumentReading>} */
  const READ_AS = new Map(Object.entries(/** @type {Record<string, DocumentReading>} */ ({
    r: (reader, element, line, kind) => reader.ofOneRun(element, line, kind),
    oMath: (reader, element, line, kind) => reader.formula(element, line, kind),
    oMathPara: (reader, element, line, kind) => reader.formula(element, line, kind),
    sdt: (reader, element, line, kind) => reader.inlineControl(element, line, kind),
    AlternateContent: (reader, element, line, kind) => reader.within(chosen(element) || element, line, kind),
    rt: (reader, element, line, kind) => reader.reading(element, line, kind),
  })));
  /** What is inside a run, where that is no text. @type {Map<string, DocumentReading>} */
  const IN_RUN = new Map(Object.entries(/** @type {Record<string, DocumentReading>} */ ({
    rPr: () => undefined,
    sym: (_, element, line, kind) => line.add(kind, sign(attribute(element, "font"), attribute(element, "char"))),
    fldChar: (reader, element, line, kind) => reader.field(element, line, kind),
    instrText: (reader, element, line) => reader.instruction(element, line),
  })));

  /** Why nothing of a row or a cell is seen, if so. @param {Element} element */
  function lostWith(element) {
    const row = child(element, "trPr");
    if (child(row, "del") || child(child(element, "tcPr"), "cellDel")) return "removed";
    return isOn(child(row, "hidden")) ? "hidden" : "";
  }

  /** The text boxes in a drawing; one within another is read with that. @param {Element} element @returns {Element[]} */
  function boxes(element) {
    return [...element.children].flatMap((each) => {
      if (each.localName === "txbxContent") return [each];
      const inside = each.localName === "AlternateContent" ? chosen(each) : each;
      return inside ? boxes(inside) : [];
    });
  }

  return { Reader, ADDRESS, NESTED, PROMPT, texts };
})();
