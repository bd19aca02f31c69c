// Documents (DOCX) with the answers of a template, and what the form reads in them.

import { LATER, smallSource as source } from "../../../unit/site_scripts/support/form.js";
import { load } from "../../../unit/site_scripts/support/load.js";
import { openPage } from "./page.js";

export const { labels, hints } = source().asked;
const SPACES = ["w", "m", "mc"].map((each) => `xmlns:${each}="urn:${each}"`).join(" ");
/** A part of a document: bytes, XML as it is, or lines in a body. */
const xml = (lines) => {
  if (lines instanceof Uint8Array) return lines;
  if (typeof lines === "string") return new TextEncoder().encode(lines);
  const paragraphs = lines.map((line) => (line.startsWith("<w:") ? line : `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)).join("");
  return new TextEncoder().encode(`<w:document ${SPACES}><w:body>${paragraphs}</w:body></w:document>`);
};
/** The lines of a document in which questions have answers. */
export const answered = (answers) => Object.entries(answers).flatMap(([id, lines]) => [labels[id], ...[lines].flat()]);

/** happy-dom does not know the asterisk that stands for any namespace. */
function ofAnyNamespace(_, name) {
  return [...this.querySelectorAll("*")].filter(({ localName }) => name === "*" || localName === name);
}

/** What unpacks a file into parts with lines each, as far as it is asked to. */
export const unpackerOf = (lines, { beside = {}, unpacked = 1000 } = {}) => ({
  unzipSync(_, { filter }) {
    const parts = Object.entries({ "word/document.xml": lines, ...beside }).filter(([, each]) => each);
    const read = parts.filter(([part]) => filter({ name: part, originalSize: unpacked }));
    return Object.fromEntries(read.map(([part, each]) => [part, xml(each)]));
  },
});
export const fileOf = ({ name = "Zgłoszenie.DOCX", size = 1000 } = {}) => ({ name, size, arrayBuffer: async () => new ArrayBuffer(8) });

/** Makes a page read XML as a browser does. */
export function readsXml({ globals, window }) {
  globals.DOMParser = class {
    parseFromString = (...given) => Object.assign(new window.DOMParser().parseFromString(...given), { getElementsByTagNameNS: ofAnyNamespace });
  };
  window.Element.prototype.getElementsByTagNameNS = ofAnyNamespace;
}

// What only reads documents needs no form, and nothing of one document is left for the next.
const reader = openPage("", { script: { src: "https://example.org/katalog/assets/scripts/form/document.js" }, lasts: true });
readsXml(reader);
export const reading = load(["phrases", "elements", "form/words", ...LATER], { ...reader.globals, KatalogFormularz: source() });

/** What a document says to the form. */
async function draftOf(lines, options) {
  reader.window.fflate = unpackerOf(lines, options);
  return await reading.FormDocumentFile.draftOf(fileOf(options));
}
export const entryOf = async (...given) => (await draftOf(...given))?.entry;
