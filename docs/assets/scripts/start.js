/* Starts Material's own script when the page shows what the reader came for: it takes longer than anything of ours.
   What it does is told by tests/browser, so that an update of the theme that needs more is noticed. */
(function (root) {
  "use strict";

  const address = document.currentScript.dataset.theme;

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
  async function start() {
    await fetched();
    const asked = root.KatalogAsked ? location.search : "";
    if (asked) showInAddress("");
    await run();
    if (asked && !location.search) showInAddress(asked);
    // It waits for an event that is over by now.
    document.dispatchEvent(new Event("DOMContentLoaded"));
  }

  function afterAFrame() {
    if (document.hidden) start();
    else requestAnimationFrame(() => setTimeout(start));
  }

  const shown = root.KatalogAsked ? root.KatalogAsked.shown : Promise.resolve();
  shown.then(afterAFrame);
})(self);
