/* Runs while the page is read. The theme opens its own search at an address with ?q= and then takes the words out of it; here
   they belong to the page. So what stands in the address is kept aside until the theme has started. */
(function (root) {
  "use strict";

  const asked = location.search;
  root.KatalogAddress = { asked };
  if (!asked) return;
  // The index is needed as soon as the scripts that read it are there.
  const index = document.createElement("link");
  Object.assign(index, { rel: "preload", as: "script", href: new URL("../../../szukaj/rdzen.js", document.currentScript.src) });
  document.head.append(index);
  // The whole list would only be seen for a moment.
  document.documentElement.classList.add("is-narrowed");
  history.replaceState(history.state, "", location.pathname + location.hash);
  document.addEventListener("DOMContentLoaded", () => {
    history.replaceState(history.state, "", location.pathname + asked + location.hash);
  });
})(self);
