// The page of the form, with what an earlier visit kept.

import { CASES, FORM, smallSource as source } from "../../../unit/site_scripts/support/form.js";
import { load } from "../../../unit/site_scripts/support/load.js";
import { openPage, send } from "./page.js";

export const NAME = "/katalog/.zglos";
export const KEPT = NAME + ".szkic.pierwszy";
export const steps = source().steps;
const step = ({ name, more }, n) => `
<section id="krok-${n + 1}" data-step="${name}" hidden><h2 tabindex="-1">${name}</h2>
  <div data-fields-${name}></div>${more.length ? `<details><summary>Więcej</summary><div data-more-${name}></div></details>` : ""}
  <button type="button" data-go="${(n + 1) % steps.length}">Dalej</button></section>`;
export const shortSteps = source().short.steps;
const shortStep = ({ name }, n) => `
<section id="krotko-${n + 1}" data-short-step="${name}"${n ? " hidden" : ""}><h2 tabindex="-1">${name}</h2>
  <div data-short-fields-${name}></div>${n + 1 < shortSteps.length ? `<button type="button" data-short-go="${n + 1}">Dalej</button>` : ""}</section>`;
const button = (name) => `<button type="button" data-${name}>${name}</button>`;
const HAND_OVER = `<section data-hand-over><ul><li>${button("send")}<p data-sending></p></li></ul><a data-mail>mail</a><p data-mail-note></p>
  <a data-issue>issue</a><p data-issue-note></p>${button("download")}</section>`;
const PAGE = `
<form data-form data-entries="wpisy-">
  <a href="#krotko-1" data-way-link="short"></a><a href="#krok-1" data-way-link="full"></a>
  <ol>${steps.map((_, n) => `<li><a href="#krok-${n + 1}" data-step-link>${n + 1} <span data-step-problems></span></a></li>`).join("")}</ol>
  <p data-saved></p><span data-draft-count></span><ul data-draft-list></ul><p data-no-drafts></p>${button("save-file")}<p data-file-problem hidden></p><input type="file" data-open-file>
  <p data-open-problem hidden></p><input type="text" data-open-name>${button("open")}${button("new")}
  <p data-announce></p><p data-opened hidden></p><p data-elsewhere hidden></p>
  <section data-newer hidden><ul data-newer-list></ul>${button("newer-done")}</section>
  <section data-summary tabindex="-1" hidden><h2 data-summary-title></h2><ul data-summary-list></ul>${button("go-anyway")}</section>
  <div data-of-way="short">
    ${shortSteps.map(shortStep).join("")}
    <p data-short-unready></p><div data-short-ready hidden><div data-asked><ul data-questions></ul></div>${HAND_OVER}</div>
  </div>
  <div data-of-way="full" hidden>${steps.map(step).join("")}</div>
  <div data-preview></div><p data-unready></p>${button("check")}
  <div data-ready hidden><code data-file></code><input data-sender>${HAND_OVER}${button("copy")}<a data-host hidden>host</a><p data-host-note></p>
    <textarea data-text></textarea><div data-added></div></div>
  <div data-card></div>
</form>`;
export const ENTRY = { ...CASES.cases.find(({ problems }) => !problems.length).raw, id: "park", title: "Park nad rzeką" };

/** The form, with what an earlier visit kept. */
export function open({ address = "#krok-1", kept = {}, data = source(), ready = () => {} } = {}) {
  const page = openPage(PAGE, {
    url: `https://example.org/katalog/zglos/${address}`,
    script: { src: "https://example.org/katalog/assets/scripts/form/page.js" },
  });
  for (const [name, value] of Object.entries(kept)) page.window.localStorage.setItem(name, typeof value === "string" ? value : JSON.stringify(value));
  page.window.Element.prototype.scrollIntoView = () => {};
  const handed = [];
  const copied = [];
  const globals = {
    ...page.globals,
    KatalogFormularz: data,
    matchMedia: () => ({ matches: false, addEventListener() {} }), // a wide screen
    URL: Object.assign(class extends URL {}, { createObjectURL: (blob) => handed.push(blob) && "blob:x", revokeObjectURL: () => handed.push("revoked") }),
    navigator: { clipboard: { writeText: async (text) => copied.push(text) } },
  };
  ready({ ...page, globals });
  const scripts = load(FORM, globals);
  const part = (name) => page.find(`[data-${name}]`);
  const control = (name, tag) => `[data-step] > div > [data-name="${name}"] > ${tag}, [data-step] > details [data-name="${name}"] > ${tag}`;
  const field = (name) => page.find(["input", "textarea", "select"].map((tag) => control(name, tag)).join(", "));
  const drafts = () => {
    const { localStorage } = page.window;
    const names = Object.keys(localStorage).filter((name) => name.startsWith(NAME + ".szkic."));
    const found = names.map((name) => ({ key: name, ...JSON.parse(localStorage.getItem(name)) }));
    return found.sort((a, b) => (b.saved || "").localeCompare(a.saved || ""));
  };
  return {
    ...page,
    ...scripts,
    part,
    field,
    handed,
    copied,
    type(name, value) {
      field(name).value = value;
      send(field(name), "input");
      send(field(name), "change");
    },
    kept: () => drafts()[0] || null,
    drafts,
    shown: () => steps.findIndex((_, n) => !page.find(`#krok-${n + 1}`).hidden),
    problems: () => [...page.find("[data-summary-list]").children].map((each) => each.textContent.split(": ")[0]),
  };
}
export const draftOf = (entry, more = {}) => ({ version: 1, entry, ...more });
export const opened = (entry = ENTRY, more = {}, options = {}) => open({ ...options, kept: { [KEPT]: draftOf(entry, more) } });
