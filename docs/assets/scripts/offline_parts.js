/* In the offline edition header and footer stand here once for all pages. The script stands where they belong and runs at
   once, so that nothing on the page moves. */
function katalogOffline(parts) {
  "use strict";

  const script = document.currentScript;
  const root = new URL("../../", script.src);
  const { part, section } = script.dataset;
  const holder = document.createElement("template");
  holder.innerHTML = parts[part];
  const made = holder.content;
  const isOwn = (address) => !/^(?:[a-z]+:|#)/.test(address);

  for (const name of ["href", "src"]) {
    for (const each of made.querySelectorAll("[" + name + "]")) {
      const address = each.getAttribute(name);
      if (isOwn(address)) each.setAttribute(name, new URL(address, root).href);
    }
  }
  for (const link of made.querySelectorAll("[data-section]")) {
    if (link.dataset.section === section) link.setAttribute("aria-current", link.pathname === location.pathname ? "page" : "true");
  }
  const languages = part === "header" ? script.previousElementSibling : null;
  document.head.append(...made.querySelectorAll("link")); // the icon, which a body does not take
  if (languages) {
    made.querySelector(".tools").prepend(languages.content.cloneNode(true));
    made.querySelector(".menu__panel").append(languages.content.cloneNode(true));
    languages.remove();
  }
  script.replaceWith(made);
}
