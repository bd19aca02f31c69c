/* The practices as the search knows them. They come in parts, each a script that hands over its data, so that it works from a
   folder as well; a part is loaded once it is needed. */
(function (root) {
  "use strict";

  const CORE = "rdzen";
  const parts = new URL(document.currentScript.dataset.parts, location.href);
  const values = new Map();
  const loads = new Map();
  let engine = null;
  let last = { query: null, answer: null };

  root.katalogDane = function (name, value) {
    values.set(name, value);
    if (engine) engine.add(name, value);
    if (loads.has(name)) loads.get(name).done();
  };

  function loadOne(name) {
    if (!loads.has(name)) {
      const script = document.createElement("script");
      script.src = new URL(name + ".js", parts).href;
      const load = {};
      load.whole = new Promise((done, failed) => {
        load.done = done;
        script.onerror = () => {
          loads.delete(name);
          failed(new Error(name));
        };
      });
      loads.set(name, load);
      document.head.append(script);
    }
    return loads.get(name).whole;
  }

  /** Parts by name, unless they are there; rejects with the name of one that cannot be read. */
  function load(names) {
    return Promise.all([...new Set(names)].filter((name) => !engine || !engine.has(name)).map(loadOne));
  }

  /** The engine, once it can answer. */
  async function start() {
    if (engine) return engine;
    await load([CORE]);
    if (engine) return engine;
    engine = root.KatalogSearch.create(values.get(CORE));
    for (const [name, value] of values) if (name !== CORE) engine.add(name, value);
    return engine;
  }

  async function answerTo(query) {
    await start();
    let answer = engine.search(query);
    while (answer.needs.length) {
      await load(answer.needs);
      answer = engine.search(query);
    }
    return answer;
  }

  /** What the engine answers to a query; the last one is not looked for twice. */
  function search(query) {
    if (last.query === query) return last.answer;
    const asked = { query, answer: answerTo(query) };
    asked.answer.catch(() => {
      if (last === asked) last = { query: null, answer: null };
    });
    last = asked;
    return asked.answer;
  }

  /** A part that is loaded, as it was handed over. */
  const part = (name) => values.get(name);

  root.KatalogData = { load, start, search, part };
})(self);
