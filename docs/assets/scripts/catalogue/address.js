/* Runs while the page is read. The theme opens its own search at an address with ?q= and then takes the words out of it; here
   they belong to the page. So what stands in the address is kept aside until the theme has started. */
(function (root) {
  "use strict";

  const asked = location.search;
  root.KatalogAddress = { asked };
  if (!asked) return;
  // The whole list would only be seen for a moment.
  document.documentElement.classList.add("is-narrowed");
  history.replaceState(history.state, "", location.pathname + location.hash);
  document.addEventListener("DOMContentLoaded", () => {
    history.replaceState(history.state, "", location.pathname + asked + location.hash);
  });
})(self);
