/* Starts Material's own script when a reader turns to the search of the header, which is all we have it for: it is larger than a
   whole page and takes longer than anything of ours.
   What it does is told by tests/browser, so that an update of the theme that needs more is noticed. */
(function (root) {
  "use strict";

  const address = new URL(root.KatalogThemeAddress, new URL("../../", document.currentScript.src));

  function fetched() {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "script", href: address });
    const done = new Promise((end) => Object.assign(link, { onload: end, onerror: end }));
    document.head.append(link);
    return done;
  }

  function run() {
    const script = document.createElement("script");
    script.src = address;
    const done = new Promise((end) => Object.assign(script, { onload: end, onerror: end }));
    document.head.append(script);
    return done;
  }

  function showInAddress(search) {
    // Some browsers refuse a new address to a page of a folder; the theme's search is then open as well.
    try {
      history.replaceState(history.state, "", location.pathname + search + location.hash);
    } catch (refused) {
      console.info(refused.message);
    }
  }

  /** It would take a ?q= for its own search and out of the address. Where that belongs to the page, it is not shown meanwhile:
      a moment, since the script is there already. */
  async function started() {
    await fetched();
    const asked = root.KatalogAsked ? location.search : "";
    if (asked) showInAddress("");
    await run();
    if (asked && !location.search) showInAddress(asked);
    // It waits for an event that is over by now, and for a focus where letters may stand already.
    document.dispatchEvent(new Event("DOMContentLoaded"));
    document.querySelector("[data-md-component=search-query]").dispatchEvent(new Event("focus"));
  }

  let running;
  root.KatalogTheme = {
    /** Starts the script, once; kept is when it runs. */
    start: () => (running ??= started()),
  };

  // An address with ?q= asks the search of the header, but where the page itself answers.
  if (!root.KatalogAsked && new URLSearchParams(location.search).has("q")) root.KatalogTheme.start();
})(self);
