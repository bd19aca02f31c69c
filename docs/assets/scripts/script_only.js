/* Puts into the header what scripts alone use: the search panel, and where changes are announced. It is the same on every page,
   so it stands in this file, in the call that the build writes behind it, and not on each. */
var katalogScriptOnly = (() => {
  "use strict";

  const site = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);

  return (/** @type {string} */ html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    const panel = /** @type {HTMLElement} */ (holder.content.querySelector("[data-search-panel]"));
    const form = /** @type {HTMLFormElement} */ (panel.querySelector("form"));
    // Addresses are written from the root of the site, for wherever this page is.
    form.action = new URL(form.getAttribute("action") || "", site).href;
    panel.dataset.site = site.href;
    /** @type {Element} */ (document.querySelector(".site-header")).append(holder.content);
  };
})();
