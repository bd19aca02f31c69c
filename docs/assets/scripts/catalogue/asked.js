/* Runs before the page is read: what its address asks for is looked for meanwhile. */
(function (root) {
  "use strict";

  const AT_ONCE = 4; // rows that are shown before the data of the others is asked for
  const PATIENCE = 300; // ms that nothing is drawn before the first rows; browsers keep the page before in view meanwhile
  const state = root.KatalogState.read(location.search);
  root.KatalogAsked = { state, AT_ONCE };
  if (!root.KatalogState.write(state)) return;
  // The whole list would only be seen for a moment; and drawing the rest twice takes longer than finding what was asked for.
  const look = document.documentElement.classList;
  look.add("is-narrowed", "is-awaited");
  setTimeout(() => look.remove("is-awaited"), PATIENCE);

  async function prepare() {
    const { load, search, start } = root.KatalogData;
    const engine = await start();
    const answer = state.query ? await search(state.query) : null;
    const isPlain = state.sort === "relevance" && !Object.values(state.chosen).some((values) => values.length);
    if (isPlain) await load(answer.results.slice(0, AT_ONCE).map(({ n }) => engine.cardsOf(n)));
    else await load(["fasety"]);
  }

  // What fails here is asked for again by the page, which can say so.
  prepare().catch(() => {});
})(self);
