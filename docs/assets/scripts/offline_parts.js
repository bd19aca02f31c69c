/* In the offline edition header and footer stand here once for all pages. The script stands where they belong and runs at
   once, so that nothing on the page moves. */
var katalogOffline = (() => {
  "use strict";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../", script.src);
  const { part = "", section } = script.dataset;

  const isOwn = (/** @type {string} */ address) => !/^(?:[a-z]+:|#)/.test(address);

  /** Addresses are written from the root of the site, for wherever this page is.
      @param {DocumentFragment} made */
  function place(made) {
    for (const name of ["href", "src"]) {
      for (const each of made.querySelectorAll(`[${name}]`)) {
        const address = each.getAttribute(name) || "";
        if (isOwn(address)) each.setAttribute(name, new URL(address, root).href);
      }
    }
  }

  /** @param {DocumentFragment} made */
  function markSection(made) {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (made.querySelectorAll("[data-section]"))) {
      if (link.dataset.section !== section) continue;
      link.setAttribute("aria-current", link.pathname === location.pathname ? "page" : "true");
    }
  }

  /** The way to other languages differs from page to page, so it stands before the script.
      @param {DocumentFragment} made */
  function addLanguages(made) {
    const languages = /** @type {HTMLTemplateElement} */ (script.previousElementSibling);
    /** @type {Element} */ (made.querySelector(".tools")).prepend(languages.content.cloneNode(true));
    /** @type {Element} */ (made.querySelector(".menu__panel")).append(languages.content.cloneNode(true));
    languages.remove();
  }

  return (/** @type {Record<string, string>} */ parts) => {
    const holder = document.createElement("template");
    holder.innerHTML = parts[part];
    const made = holder.content;
    place(made);
    markSection(made);
    document.head.append(...made.querySelectorAll("link")); // the icon, which a body does not take
    if (part === "header") addLanguages(made);
    script.replaceWith(made);
  };
})();
