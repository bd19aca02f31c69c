/* What else a document (DOCX) says that nothing was made of: every text in all of its parts that was not read, by walking them and
   knowing next to nothing about them. So nothing is lost that nobody thought of. reading/walk.py does the same for the import, with
   the same short lists of what programs write for themselves. */

var FormDocumentRest = (() => {
  "use strict";

  const { child, attribute } = FormDocumentSigns;
  const { Reader, ADDRESS, PROMPT, texts } = FormDocumentText;

  const SKIPPED = ["posOffset", "align", "pctWidth", "pctHeight", "f", "formatCode", "creationId", "binData"];
  const SKIPPED_IN_PROPERTIES = [
    ...["Template", "TotalTime", "Pages", "Words", "Characters", "Application", "DocSecurity", "Lines", "Paragraphs", "ScaleCrop"],
    ...["LinksUpToDate", "CharactersWithSpaces", "SharedDoc", "HyperlinksChanged", "AppVersion", "Company", "HeadingPairs"],
    ...["TitlesOfParts", "Manager", "creator", "lastModifiedBy", "created", "modified", "revision", "lastPrinted", "version", "language"],
    "contentStatus",
  ];
  const INSTRUCTIONS = ["instrText", "delInstrText"];
  const ATTRIBUTES = ["descr", "title", "string", "tooltip", "alt", "altText", "displayText"];
  const BY_VALUE = "tblCaption tblDescription alias helpText statusText listEntry docVar".split(" ");
  const CODE = /^\S{41,}$/; // programs keep codes of their own among what a template was filled in with
  const SHOWN_BY_FIELD = /^\s*(?:MACROBUTTON\s+\S+|QUOTE|FILLIN|ASK\s+\S+|EQ)\s+([^]+)$/;
  const QUOTED = /(\\\S\s*)?"([^"]+)"/g;
  const INSERTED = /\.(?:html?|mht|rtf|txt|docx|odt|pdf)$/i;
  const IS_XML = /\.(?:xml|rels)$/i;
  const NO_XML = /\.(?:png|jpe?g|gif|emf|wmf|bin|tiff?|bmp|svm|odttf)$/i; // names of others may say anything
  const LABELLED = /^(?:MSIP_|ContentTypeId|_dlc_|KSOProductBuildVer|ICV|GrammarlyDocumentId)/;

  /** What a field is told to show, or what it was told to say. @param {string} instruction */
  function told(instruction) {
    const shown = SHOWN_BY_FIELD.exec(instruction);
    if (shown) return [shown[1]];
    if (/^\s*ADDIN\b/.test(instruction)) return [];
    const isLink = /^\s*HYPERLINK\b/.test(instruction);
    const isSaid = (/** @type {string} */ option) => !option || (isLink && /^\\o/.test(option)); // else it asks for a format
    return [...instruction.matchAll(QUOTED)].filter(([, option, words]) => isSaid(option) && !words.match(ADDRESS)).map(([, , words]) => words);
  }

  /** Whether an element says once more, for older programs, what stands beside it. @param {Element} element */
  function isRepeated(element) {
    if (element.localName !== "Fallback") return false;
    const apart = (/** @type {Element} */ each) => texts(each).flatMap((text) => (text.nodeValue || "").match(/[\p{L}\p{N}]+/gu) || []);
    const newer = new Set([...(element.parentElement?.children || [])].flatMap((each) => (each === element ? [] : apart(each))));
    return apart(element).every((word) => newer.has(word));
  }

  /** The walk through one part of a document. */
  class Walk {
    /** @param {Set<Node>} done what was read @param {string} carried what the document says elsewhere @param {boolean} isOfProperties */
    constructor(done, carried, isOfProperties) {
      this.done = done;
      this.carried = carried;
      this.isOfProperties = isOfProperties;
      this.skipped = [...SKIPPED, ...(isOfProperties ? SKIPPED_IN_PROPERTIES : [])];
      /** @type {{text: string, of: Element}[]} */
      this.found = [];
    }

    /** @param {Element} element @param {Element} unit the piece of the document that its text belongs to */
    through(element, unit) {
      const name = element.localName;
      if (INSTRUCTIONS.includes(name)) this.addTold(element.textContent || "", element);
      if ([...INSTRUCTIONS, ...this.skipped].includes(name) || isRepeated(element) || LABELLED.test(element.getAttribute("name") || "")) return;
      this.said(element);
      const own = ["p", "property", "comment"].includes(name) ? element : unit;
      for (const node of element.childNodes) this.node(node, own);
    }

    /** @param {Node} node @param {Element} unit */
    node(node, unit) {
      if (node.nodeType === 1) this.through(/** @type {Element} */ (node), unit);
      else if (node.nodeType === 3 && !this.done.has(node)) this[this.isOfProperties ? "addCopy" : "add"](node.nodeValue || "", unit);
    }

    /** What attributes say. @param {Element} element */
    said(element) {
      const isDefault = element.localName === "default" && element.parentElement?.localName === "textInput";
      for (const { name, value } of element.attributes) {
        if (ATTRIBUTES.includes(String(name.split(":").pop()))) this.addCopy(value, element);
      }
      const value = attribute(element, "val");
      if ((isDefault || BY_VALUE.includes(element.localName)) && !CODE.test(value)) this.addCopy(value, element);
      if (element.localName === "fldSimple") this.addTold(attribute(element, "instr"), element);
    }

    /** @param {string} instruction @param {Element} of */
    addTold(instruction, of) {
      const deleted = of.localName === "delInstrText" ? instruction.match(ADDRESS) || [] : [];
      for (const each of [...told(instruction), ...deleted]) this.addCopy(each, of);
    }

    /** Adds what often says once more what is said elsewhere. @param {string} text @param {Element} of */
    addCopy(text, of) {
      if (!this.carried.includes(text.trim())) this.add(text, of);
    }

    /** @param {string} text @param {Element} of the piece of the document that it belongs to */
    add(text, of) {
      if (!/[\p{L}\p{N}\p{S}]/u.test(text) || PROMPT.test(text.trim())) return;
      const last = this.found[this.found.length - 1];
      if (last && last.of === of && of.localName === "p") last.text += text;
      else this.found.push({ text, of });
    }
  }

  /** What a part says that was not read.
      @param {string} name @param {Element} root @param {Set<Node>} done @param {string} carried */
  function unread(name, root, done, carried) {
    const walk = new Walk(done, carried, name.startsWith("docProps/"));
    walk.through(root, root);
    return [...new Set(walk.found.map(({ text }) => text.replace(/\s+/g, " ").trim()))];
  }

  /** The text of a part; Word writes UTF-8, others may not. @param {Uint8Array} bytes */
  function decoded(bytes) {
    const encoding = { 0xff: "utf-16le", 0xfe: "utf-16be" }[bytes[0]] || "utf-8";
    return new TextDecoder(encoding).decode(bytes);
  }

  /** The root of a part; null where it is no XML that is read. @param {string} text */
  function rootOf(text) {
    if (!text || /<!DOCTYPE|<!ENTITY/i.test(text)) return null;
    const root = new DOMParser().parseFromString(text, "application/xml").documentElement;
    return !root || root.localName === "parsererror" || root.getElementsByTagName("parsererror").length ? null : root;
  }

  /** The roots of parts of a document by their names; those that are broken by their names alone.
      @param {Record<string, Uint8Array>} parts */
  function opened(parts) {
    /** @type {Map<string, Element>} */
    const roots = new Map();
    /** @type {string[]} */
    const closed = [];
    for (const [name, bytes] of Object.entries(parts)) {
      const text = NO_XML.test(name) ? "" : decoded(bytes);
      const root = /^\ufeff?\s*</.test(text) ? rootOf(text) : null;
      if (root) roots.set(name, root);
      else if (isInserted(name) || IS_XML.test(name)) closed.push(name);
    }
    return { roots, closed };
  }

  /** A picture or a file inside a document: only a person can look into it. @param {string} name */
  const isInserted = (name) => /(?:^|\/)(?:media|Pictures|embeddings|activeX)\//.test(name) || INSERTED.test(name);

  /** @param {Map<string, Element>} roots @param {string} part what a part refers to, as kinds and targets by id */
  function relations(roots, part) {
    const root = roots.get(part.replace(/([^/]*)$/, "_rels/$1.rels"));
    return [...(root?.children || [])].map((each) => ({
      id: attribute(each, "Id"),
      kind: attribute(each, "Type").split("/").pop() || "",
      target: attribute(each, "Target"),
      isOutside: attribute(each, "TargetMode") === "External",
    }));
  }

  /** @param {DocumentLine} line */
  const textsOf = ({ text, asides }) => [text, ...asides.map((each) => each.text)];

  /** All that a document says: its paragraphs, what stands in its other parts, addresses of links, files inside it.
      @param {Record<string, Uint8Array>} parts */
  function read(parts) {
    const { roots, closed } = opened(parts);
    const start = relations(roots, "").find(({ kind }) => kind === "officeDocument");
    const main = (start && start.target.replace(/^\//, "")) || "word/document.xml";
    const folder = main.replace(/[^/]*$/, "");
    const looks = new FormDocumentLook.Looks(roots.get(`${folder}styles.xml`), roots.get(`${folder}numbering.xml`));
    /** @type {Set<Node>} */
    const done = new Set();
    const linesOf = (/** @type {string} */ name) => {
      const root = roots.get(name);
      const outside = relations(roots, name).filter(({ kind, isOutside }) => isOutside && kind === "hyperlink");
      const reader = new Reader(looks, new Map(outside.map(({ id, target }) => [id, target])), done);
      if (root) reader.blocks(child(root, "body") || root, "", false);
      return reader.all();
    };
    const lines = linesOf(main);
    const carried = lines.flatMap(textsOf).join("\n");
    /** @type {string[][]} */
    const beside = [];
    for (const [name, root] of roots) {
      const said = name === main || !name.startsWith(folder) ? [] : linesOf(name).flatMap(textsOf).filter(Boolean);
      if (!name.endsWith(".rels")) beside.push([...said.filter((each) => !PROMPT.test(each)), ...unread(name, root, done, carried)]);
    }
    const links = [...roots.keys()].filter((name) => name.endsWith(".rels")).flatMap((name) => relations(roots, name.replace("_rels/", "").replace(/\.rels$/, "")));
    const addresses = links.filter(({ kind, isOutside }) => isOutside && kind === "hyperlink").map(({ target }) => target.replace(/^mailto:/, ""));
    return { lines, beside: beside.filter((each) => each.length), addresses, closed };
  }

  return { read, SKIPPED, SKIPPED_IN_PROPERTIES, ATTRIBUTES, BY_VALUE };
})();
