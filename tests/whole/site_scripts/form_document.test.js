// A document that somebody filled in, opened in the form.

import assert from "node:assert/strict";
import { test } from "node:test";
import { settled } from "../../unit/site_scripts/support/bare.js";
import { CASES, LATER, smallSource as source } from "../../unit/site_scripts/support/form.js";
import { load } from "../../unit/site_scripts/support/load.js";
import { answered, entryOf, fileOf, hints, labels, reading, readsXml, unpackerOf } from "./support/document.js";
import { open } from "./support/form_page.js";
import { send } from "./support/page.js";

/** The form with a document opened in it; parts are its files, each with lines. */
async function openDocument(lines, { failing = "", ...options } = {}) {
  const page = open({ ready: readsXml });
  const asked = [];
  const arrive = {
    "document.js": () => (page.window.FormDocumentFile = load(LATER, page).FormDocumentFile),
    "fflate.js": () => (page.window.fflate = unpackerOf(lines, options)),
  };
  page.document.head.append = (script) => {
    asked.push(script.getAttribute("src"));
    const arrived = asked.at(-1).split("/").pop();
    if (arrived !== failing) arrive[arrived]();
    send(script, arrived === failing ? "error" : "load");
  };
  const input = page.part("open-file");
  Object.defineProperty(input, "files", { value: [fileOf(options)] });
  send(input, "change");
  await settled();
  await settled();
  page.clock.run(250);
  return { ...page, asked };
}

test("answers stand in the fields of their questions, without the hints of the template", async () => {
  const page = await openDocument(answered({
    title: ["Las w mieście", hints[0]],
    places: ["Gdynia", "Sopot"],
    leaders: "Urząd Miasta Gdyni",
    start: "2024",
    end: "2025",
  }));
  const { entry } = page.kept();
  assert.equal(entry.title, "Las w mieście");
  assert.deepEqual(entry.places.map(({ place }) => place), ["gdynia", "sopot"]);
  assert.deepEqual(entry.organisations.map(({ org, role }) => [org, role]), [["um-gdynia", "leader"]]);
  assert.deepEqual(entry.period, { start: "2024", end: "2025" });
});

test("a source has its address apart from its title", async () => {
  const { sources } = await entryOf(answered({ title: "Las", sources: ["Raport roczny, https://example.org/raport.", "Uchwała nr 5", "https://example.org/a"] }));
  assert.deepEqual(sources, [
    { id: "s1", title: "Raport roczny", url: "https://example.org/raport" },
    { id: "s2", title: "Uchwała nr 5" },
    { id: "s3", title: "https://example.org/a", url: "https://example.org/a" },
  ]);
});

test("what opens documents comes with the first one", async () => {
  const page = await openDocument(answered({ title: "Las" }));
  const from = "https://example.org/katalog/assets/scripts/";
  assert.deepEqual(page.asked, [`${from}form/document.js`, `${from}vendor/fflate.js`]);
  send(page.part("open-file"), "change");
  await settled();
  assert.equal(page.asked.length, 2);
});

test("where it does not come, the form says so and not that the document is none, and it is asked for again", async () => {
  for (const failing of ["document.js", "fflate.js"]) {
    const page = await openDocument(answered({ title: "Las" }), { failing });
    assert.match(page.part("file-problem").textContent, /^Nie udało się wczytać skryptu/);
    assert.deepEqual([page.part("file-problem").hidden, page.drafts()], [false, []]);
    send(page.part("open-file"), "change");
    await settled();
    assert.equal(page.asked.filter((each) => each.endsWith(failing)).length, 2);
  }
});

/** The questions about words that are not seen, in the words of the import. */
const unseen = (kind, words = []) => words.map((each) => source().asked.notes[kind].replace("{label}", labels.title).replace("{words}", each));

for (const { claim, body, title, challenge, numbering, asked = [], beside = [], ...gone } of CASES.documents) {
  test(`a document says here what the import reads in it: ${claim}`, async () => {
    const lines = title ? [labels.title, ...body] : answered({ title: "Las", challenge: body });
    const entry = await entryOf(lines, { beside: { "word/numbering.xml": numbering && [`<w:numbering>${numbering}</w:numbering>`] } });
    const questions = [...asked, ...beside, ...["hidden", "struck", "removed", "moved"].flatMap((kind) => unseen(kind, gone[kind]))];
    assert.deepEqual([entry.title, entry.challenge, [...(entry.editorial.questions || [])].sort()], [title || "Las", challenge, questions.sort()]);
  });
}

test("a list is counted as its author chose, and beyond what anybody counts so in digits", async () => {
  for (const [start, format, shown] of [
    ["3", "upperRoman", "III"], ["27", "lowerLetter", "aa"], ["999", "lowerRoman", "cmxcix"], ["1000", "upperRoman", "1000"],
    ["999999999", "lowerLetter", "999999999"], ["-5", "upperRoman", "-5"], ["2", "__proto__", "2"], ["2", "constructor", "2"],
  ]) {
    const level = `<w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="§ %1."/>`;
    const kind = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">${level}</w:lvl></w:abstractNum>`;
    const numbering = [`<w:numbering>${kind}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`];
    const look = `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
    const item = `<w:p>${look}<w:r><w:t>Brak drzew</w:t></w:r></w:p>`;
    const entry = await entryOf(answered({ title: "Las", challenge: item }), { beside: { "word/numbering.xml": numbering } });
    assert.equal(entry?.challenge, `§ ${shown}. Brak drzew`, `${format} from ${start}`);
  }
});

test("a sign is that of its typeface, and one that nobody knows is told by its code", async () => {
  const { sign } = reading.FormDocumentSigns;
  for (const [font, code, expected] of CASES.signs) assert.equal(sign(font, code), expected || `[${font} ${code}]`, `${font} ${code}`);
  assert.equal(sign("Logo Gminy", "słońce"), "[Logo Gminy słońce]");
});

test("what programs write for themselves is what the import knows as that", async () => {
  const { SKIPPED, SKIPPED_IN_PROPERTIES } = reading.FormDocumentRest;
  for (const each of SKIPPED) assert.ok(CASES.skipped.includes(each), each);
  for (const each of SKIPPED_IN_PROPERTIES) assert.ok(CASES.skipped_in_properties.includes(each), each);
});

test("a second answer to a question and a third part of an obstacle are kept", async () => {
  const entry = await entryOf([labels.title, "Las", labels.title, "Park", labels.obstacles, "Susza -> wiadra -> beczki"]);
  assert.deepEqual([entry.title, entry.editorial.questions], ["Las", [`${labels.title}: Park`]]);
  assert.deepEqual(entry.obstacles, [{ what: "Susza", how_handled: "wiadra -> beczki" }]);
});

test("all other parts of a document are asked about, but for what only programs say in them", async () => {
  const beside = {
    "docProps/core.xml": ["<w:p><w:subject>Konkurs</w:subject><w:creator>Jan Kowalski</w:creator><w:title>Las</w:title></w:p>"],
    "word/charts/chart1.xml": ["<w:p><w:v>4321</w:v><w:f>A1:B2</w:f></w:p>"],
    "word/glossary/document.xml": ["Choose an item.", "Autotekst"],
    "customXml/item1.xml": ["Pruszcz"],
    "word/media/image1.png": ["x"],
    "docProps/thumbnail.jpeg": ["x"],
    "word/stopka.foo": ["Wydział"],
  };
  const entry = await entryOf(answered({ title: "Las" }), { beside });
  assert.deepEqual(entry.editorial.questions, ["Konkurs", "4321", "Autotekst", "Pruszcz", "Wydział", "word/media/image1.png"]);
});

test("a page that is all boxes is read, a box beside the questions is asked about", async () => {
  const box = (lines) => `<w:p><w:r><w:pict><w:txbxContent>${lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("")}</w:txbxContent></w:pict></w:r></w:p>`;
  assert.equal((await entryOf([box([labels.title, "Las"])])).title, "Las");
  const entry = await entryOf([labels.title, "Las", box(["W ramce", "i pod nią"])]);
  assert.deepEqual([entry.title, entry.editorial.questions], ["Las", ["W ramce / i pod nią"]]);
});

test("a prompt that nobody answered is nobody's word, in however many pieces it stands", async () => {
  const pieces = ["Kliknij lub naciśnij tutaj,", " aby wprowadzić tekst."].map((each) => `<w:r><w:t>${each}</w:t></w:r>`).join("");
  const control = (properties) => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent><w:p>${pieces}</w:p></w:sdtContent></w:sdt>`;
  const { challenge, editorial } = await entryOf(answered({ title: "Las", challenge: control("<w:showingPlcHdr/>") }));
  assert.deepEqual([challenge, editorial.questions], [undefined, undefined]);
  const typed = await entryOf(answered({ title: "Las", challenge: control("") }));
  assert.equal(typed.challenge, "Kliknij lub naciśnij tutaj, aby wprowadzić tekst."); // somebody wrote it
});

test("the sign that shows a box is told by its state, and asked about by nobody", async () => {
  const [[id, label]] = source().shape.fields.lifecycle.options;
  const box = (isOn) => `<w:sdt><w:sdtPr><w:checkbox><w:checked w:val="${isOn}"/></w:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>þ</w:t></w:r></w:sdtContent></w:sdt>`;
  const answer = (isOn) => `<w:p>${box(isOn)}<w:r><w:t> ${label}</w:t></w:r></w:p>`;
  for (const [isOn, expected] of [["1", id], ["true", id], ["0", undefined]]) {
    const { lifecycle, editorial } = await entryOf(answered({ title: "Las", lifecycle: answer(isOn) }));
    assert.deepEqual([lifecycle || undefined, editorial.questions], [expected, undefined], isOn);
  }
});

test("a box that was ticked is the answer, however it was ticked", async () => {
  const [[id, label], [, other]] = source().shape.fields.lifecycle.options;
  for (const mark of ["☒", "x ☐", "[X]", "• ☒", "- [x]"]) {
    const entry = await entryOf(answered({ title: "Las", lifecycle: [`☐ ${other}`, `${mark} ${label}`, `[ ] ${other}`] }));
    assert.equal(entry.lifecycle, id, mark);
  }
  assert.equal((await entryOf(answered({ title: "Las", lifecycle: id }))).lifecycle, id); // by its id as well
});

test("a document without a question of the template, one too large or none at all is said to be unreadable", async () => {
  for (const page of [await openDocument(["Sprawozdanie", "Las"]), await openDocument(answered({ title: "Las" }), { size: 11 * 1024 * 1024 }),
    await openDocument(answered({ title: "Las" }), { unpacked: 41 * 1024 * 1024 }), await openDocument(null)]) {
    assert.match(page.part("file-problem").textContent, /^To nie jest szkic/);
    assert.deepEqual(page.drafts(), []);
  }
});

test("a document of ten megabytes, of forty when it is unpacked, is read, and none that is larger", async () => {
  const megabytes = (n) => n * 1024 * 1024;
  const lines = answered({ title: "Las" });
  for (const [name, most] of [["size", megabytes(10)], ["unpacked", megabytes(40)]]) {
    assert.equal((await entryOf(lines, { [name]: most }))?.title, "Las", name);
    assert.equal(await entryOf(lines, { [name]: most + 1 }), undefined, name);
  }
});

test("a part in two bytes a letter is read, whichever of them comes first", async () => {
  const written = "\ufeff<w:document xmlns:w=\"urn:w\"><w:body><w:p><w:r><w:t>Źródło</w:t></w:r></w:p></w:body></w:document>";
  const [little, big] = [Buffer.from(written, "utf16le"), Buffer.from(written, "utf16le").swap16()];
  for (const bytes of [little, big]) {
    const { editorial } = await entryOf(answered({ title: "Las" }), { beside: { "word/footnotes.xml": new Uint8Array(bytes) } });
    assert.deepEqual(editorial.questions, ["Źródło"]);
  }
});

test("a document of four hundred parts is read, and none of more", async () => {
  const beside = (n) => Object.fromEntries(Array.from({ length: n }, (_, at) => [`word/media/${at}.bin`, "x"]));
  assert.equal((await entryOf(answered({ title: "Las" }), { beside: beside(399), unpacked: 1 }))?.title, "Las");
  assert.equal(await entryOf(answered({ title: "Las" }), { beside: beside(400), unpacked: 1 }), undefined);
});

test("a box behind its words ticks them, and one among words is one of them", async () => {
  const [[id, label], [, other]] = source().shape.fields.lifecycle.options;
  assert.equal((await entryOf(answered({ title: "Las", lifecycle: [`${label} – ☒`, `${other}: ☐`] }))).lifecycle, id);
  assert.equal((await entryOf(answered({ title: "Las", challenge: "Znak ☒ na mapie" }))).challenge, "Znak ☒ na mapie");
});

test("blanks and breaks of a line are such whatever the program calls them", async () => {
  const run = (...names) => `<w:p><w:r>${names.map((name) => (name.startsWith("<") ? name : `<w:t>${name}</w:t>`)).join("")}</w:r></w:p>`;
  const said = async (...names) => (await entryOf(answered({ title: "Las", challenge: run(...names) }))).challenge;
  for (const name of ["tab", "ptab"]) assert.equal(await said("Susza", `<w:${name}/>`, "i wiatr"), "Susza i wiatr", name);
  for (const name of ["br", "cr"]) assert.equal(await said("Susza", `<w:${name}/>`, "i wiatr"), "Susza\ni wiatr", name);
  assert.equal(await said("Biało", "<w:noBreakHyphen/>", "czerwony"), "Biało-czerwony");
  assert.equal(await said("nie", "<w:softHyphen/>", "bieski"), "niebieski");
});

test("what is no plain answer is kept word for word, as questions to the editors", async () => {
  const [, [, label]] = source().shape.fields.lifecycle.options;
  const answers = { title: "Las", funding: ["500 zł z budżetu", "i praca ludzi"], indicators: "80 drzew", remarks: "Bez zdjęć", lifecycle: ["☒ Coś innego", label] };
  const beside = { "word/footnotes.xml": ["Przypis"], "word/styles.xml": ["Styl"] };
  const entry = await entryOf(["Od Anny", ...answered(answers)], { beside });
  assert.deepEqual([...entry.editorial.questions].sort(), [
    "Od Anny",
    "Przypis",
    "Styl",
    ...Object.entries({ funding: "500 zł z budżetu / i praca ludzi", indicators: "80 drzew", remarks: "Bez zdjęć", lifecycle: `Coś innego / ${label}` }).map(([id, words]) => `${labels[id]}: ${words}`),
  ].sort());
  assert.deepEqual([entry.funding, entry.indicators, entry.lifecycle], [undefined, undefined, undefined]);
});

test("an answer that is none of those to choose from is asked about", async () => {
  for (const [id, words] of [["lifecycle", "Coś innego"], ["themes", "Coś innego"]]) {
    const entry = await entryOf(answered({ title: "Las", [id]: words }));
    assert.deepEqual([entry[id], entry.editorial.questions], [undefined, [`${labels[id]}: ${words}`]]);
  }
});

test("partners, contacts and obstacles come as the form has them", async () => {
  const entry = await entryOf(answered({
    title: "Las",
    leaders: "Urząd Miasta Gdyni",
    partners: ["Szkoła nr 1", "Klub Las"],
    contact_unit: "Biuro",
    contact_email: "biuro@example.org",
    obstacles: ["Susza -> podlewanie", "Brak ludzi"],
    programme: "gdynia-2030",
  }));
  assert.deepEqual(entry.organisations.map(({ role }) => role), ["leader", "partner", "partner"]);
  assert.deepEqual(entry.contacts, [{ unit: "Biuro", email: "biuro@example.org" }]);
  assert.deepEqual(entry.obstacles, [{ what: "Susza", how_handled: "podlewanie" }, { what: "Brak ludzi" }]);
  assert.deepEqual(entry.programme, { id: "gdynia-2030" });
  assert.equal(entry.editorial.questions, undefined);
});

test("several answers stand in lines or behind semicolons, a story keeps its paragraphs", async () => {
  const [[one, first], [other, second]] = source().shape.fields.themes.options;
  for (const lines of [[first, second], [`${first}; ${second}`], [`☒ ${first}`, `☑ ${second.toUpperCase()}`], [`${first};${other}`]]) {
    const entry = await entryOf(answered({ title: "Las", themes: lines, challenge: ["", "Brak drzew.", "", "I ludzi.", ""] }));
    assert.deepEqual([entry.themes, entry.challenge], [[one, other], "Brak drzew.\n\nI ludzi."], lines.join("|"));
  }
});

test("a question is known by its words, with or without their signs, in small letters or large", async () => {
  const { title } = labels;
  for (const written of [title, title.toUpperCase(), `${title}:`, `${title} *`, `${title.replace(/\?$/, "")}?`]) {
    assert.equal((await entryOf([written, "Las"]))?.title, "Las", written);
  }
});

test("lines of an answer that the editors are asked about stand behind slashes, empty ones do not", async () => {
  const { questions } = (await entryOf(answered({ title: "Las", remarks: ["Bez zdjęć", "", "i nagrań"] }))).editorial;
  assert.deepEqual(questions, [`${labels.remarks}: Bez zdjęć / i nagrań`]);
});

test("long words to the editors come in pieces that a question has room for", async () => {
  const { questions } = (await entryOf(answered({ title: "Las", remarks: "a".repeat(3000) }))).editorial;
  assert.equal(questions.join(""), `${labels.remarks}: ${"a".repeat(3000)}`);
  assert.deepEqual([questions.length, Math.max(...questions.map((each) => each.length))], [3, 1200]);
});

/** A table of rows of cells. */
const table = (...rows) => `<w:tbl>${rows.map((row) => `<w:tr>${row.map((each) => `<w:tc><w:p><w:r><w:t>${each}</w:t></w:r></w:p></w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

test("paragraphs of a story stay apart, lines of one paragraph stay together", async () => {
  const lines = "<w:p><w:r><w:t>Brak drzew</w:t><w:br/><w:t>i ławek.</w:t></w:r></w:p>";
  assert.equal((await entryOf(answered({ title: "Las", challenge: [lines, "I ludzi."] }))).challenge, "Brak drzew\ni ławek.\n\nI ludzi.");
});

test("the number before a question in a table is none of the answer before, a figure in a table stays", async () => {
  const entry = await entryOf([table(["Lp.", "Pytanie"], ["1", labels.title, "Las"], ["2", labels.indicators, "41"], ["7", "dęby"])]);
  assert.deepEqual([entry.title, entry.editorial.questions], ["Las", [`${labels.indicators}: 41 / 7 / dęby`, "Lp.: Pytanie"]]);
});

test("an answer behind its question, on the line of another or on dots is read as the import reads it", async () => {
  for (const lines of [
    [`${labels.title}: Las`, `${labels.start}: 2019   ${labels.end}: 2021`],
    [`1.1 ${labels.title} = Las`, `Pkt 2. ${labels.start} (rok)`, "2019", `§ 3. ${labels.end} -2021`],
    [`Ad. 1 ${labels.title} -> Las`, `I.2) ${labels.start}– 2019`, `Pole 3: ${labels.end}`, "2021"],
    [`1. ${labels.title} – Las`, `${labels.start} ........ 2019`, `${labels.end}: ____2021____`],
    [`${labels.title}:<w:tab/>Las`.replace("<w:tab/>", "</w:t><w:tab/><w:t>"), labels.start, "2019", `${labels.end}? 2021`],
  ]) {
    const { title, period } = await entryOf(lines); // with numbers and signs as offices write them
    assert.deepEqual([title, period], ["Las", { start: "2019", end: "2021" }], lines.join("|"));
  }
  const { challenge } = await entryOf([labels.title, "Las", labels.challenge, `${labels.end}: nie wiadomo`, labels.end, "2021"]);
  assert.equal(challenge, `${labels.end}: nie wiadomo`);
  const line = `${labels.start}: wiosna; ${labels.end}: jesień`;
  assert.equal((await entryOf([labels.title, "Las", labels.challenge, line, labels.start, "2019", labels.end, "2021"])).challenge, line);
});

test("of answers of which all but one were crossed out, that one is the answer", async () => {
  const [[id, kind]] = source().shape.fields.kind.options;
  const line = `<w:p><w:r><w:t>${kind} / </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>inny</w:t></w:r></w:p>`;
  assert.equal((await entryOf(answered({ title: "Las", kind: line }))).kind, id);
});

test("what stands before all questions and is not seen says so; a deleted address and variables are not lost", async () => {
  const hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>tajne</w:t></w:r></w:p>";
  const deleted = "<w:p><w:del><w:r><w:delInstrText> HYPERLINK \"https://example.org/dawny\" </w:delInstrText></w:r></w:del></w:p>";
  const variables = [`<w:settings><w:docVar w:val="87 000 zł"/><w:docVar w:val="${"A".repeat(50)}"/></w:settings>`];
  const { editorial } = await entryOf([hidden, ...answered({ title: "Las" }), deleted], { beside: { "word/settings.xml": variables } });
  const { before, notes } = source().asked;
  assert.deepEqual(editorial.questions, [notes.hidden.replace("{label}", before).replace("{words}", "tajne"), "https://example.org/dawny", "87 000 zł"]);
});

test("a question that somebody explained in brackets is that question, and the editors are told so", async () => {
  const explained = "<w:p><w:r><w:t>LABEL</w:t><w:br/><w:t>(pełna)</w:t></w:r></w:p>".replace("LABEL", labels.title);
  const taken = source().asked.notes.taken_for.replace("{words}", labels.title);
  for (const line of [explained, `${labels.title} (pełna):`]) {
    const { title, editorial } = await entryOf([line, "Las", labels.end, "2021"]);
    const shown = line === explained ? `${labels.title} (pełna)` : line;
    assert.deepEqual([title, editorial.questions], ["Las", [taken.replace("{label}", shown)]]);
  }
});
