/* Puts into the header what scripts alone use: the search panel, the inputs and the settings of the theme. They are the same on
   every page, so they stand in this file, behind the call that the build writes, and not on each. */
(function (root) {
  "use strict";

  const site = new URL("../../", document.currentScript.src);

  /** Addresses of the settings, written from the root of the site, for wherever this page is. */
  function place(settings) {
    const values = JSON.parse(settings.textContent);
    for (const name of ["base", "search"]) values[name] = new URL(values[name], site).href;
    settings.textContent = JSON.stringify(values);
  }

  root.katalogFurniture = function (html) {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    place(holder.content.getElementById("__config"));
    document.querySelector("[data-md-component=header]").append(holder.content);
  };
})(self);
