/* Runs before the page is read: what its address asks for is looked for meanwhile. */
var KatalogAsked = (() => {
  "use strict";

  const { read, write, isFiltered } = KatalogState;
  const AT_ONCE = 4; // rows that are shown before the data of the others is asked for
  const PATIENCE = 300; // ms that nothing is drawn before the first rows; browsers keep the page before in view meanwhile
  const state = read(location.search);

  /** The whole list would only be seen for a moment; and drawing the rest twice takes longer than finding what was asked for. */
  function hideList() {
    const look = document.documentElement.classList;
    look.add("is-narrowed", "is-awaited");
    setTimeout(() => look.remove("is-awaited"), PATIENCE);
  }

  async function prepare() {
    const engine = await KatalogData.start();
    const answer = state.query ? await KatalogData.search(`${state.query} `) : null;
    const isPlain = answer && state.sort === "relevance" && !isFiltered(state);
    await KatalogData.load(isPlain ? answer.results.slice(0, AT_ONCE).map(({ n }) => engine.cardsOf(n)) : ["facets"]);
  }

  if (write(state)) {
    hideList();
    // What fails here is asked for again by the page, which can say so.
    prepare().catch(() => {});
  }
  const shown = /** @type {Promise<void> | null} */ (null); // kept once the page shows what is asked for
  return { state, AT_ONCE, shown };
})();
