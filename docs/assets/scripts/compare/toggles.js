/* "Compare" beside each practice of a list and of the map. It is made here, since it does nothing without scripts; what keeps
   the choice comes with the first one, or where something was chosen before. */

/** @param {string} label @param {string} name of the script that keeps the choice */
function katalogToggles(label, name) {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);

  /** @type {Promise<any> | null} that script, once it was asked for; one that failed is asked for again */
  let coming = null;

  /** @param {() => void} act once that script is there */
  const keep = (act) => {
    coming ??= new Promise((onload, onerror) => {
      document.head.append(Object.assign(document.createElement("script"), { src: new URL(name, src).href, onload, onerror }));
    });
    coming.then(act, () => (coming = null));
  };

  self.KatalogToggles = (part) => {
    for (const link of part.querySelectorAll(".row__title a, .place__practices > :not(.place__more) > a")) {
      const id = /** @type {string} */ (link.getAttribute("href")).split("/").at(-2);
      // The title stands on the page as the build escaped it.
      const made = `<label class="pick"><input type="checkbox" value="${id}"> ${label} <span class="visually-hidden">${link.innerHTML}</span></label>`;
      /** @type {Element} */ (link.closest(".row__main, li")).insertAdjacentHTML("beforeend", made);
    }
  };

  self.KatalogToggles(document);
  document.addEventListener("change", ({ target }) => {
    const { value, checked } = /** @type {HTMLInputElement} */ (target);
    if (/** @type {Element} */ (target).closest(".pick")) keep(() => self.KatalogShortlist.mark(value, checked));
  });
  const isChosen = KatalogScheme.kept("porownanie") || location.search.includes("practices=");
  if (isChosen && document.querySelector(".pick, [data-rows]")) keep(() => {});
}
