/* The practices as the search knows them. They come in parts, each a script that hands over its data, so that it works from a
   folder as well; a part is loaded once it is needed. */
var KatalogData = (() => {
  "use strict";

  const CORE = "core";

  /** Scripts by name, each fetched once; one that failed may be asked for again. */
  class Loader {
    /** @param {URL} folder where the scripts are */
    constructor(folder) {
      this.folder = folder;
      /** @type {Map<string, any>} */
      this.values = new Map();
      /** @type {Map<string, Promise<void>>} */
      this.loads = new Map();
      /** @type {Map<string, () => void>} */
      this.waiting = new Map();
    }

    /** Takes what a script hands over.
        @param {string} name @param {any} value */
    receive(name, value) {
      this.values.set(name, value);
      this.waiting.get(name)?.();
    }

    /** @param {string} name @returns {Promise<void>} */
    load(name) {
      let load = this.loads.get(name);
      if (!load) this.loads.set(name, (load = this.addScript(name)));
      return load;
    }

    /** @param {string} name @returns {Promise<void>} */
    addScript(name) {
      const script = document.createElement("script");
      script.src = new URL(name + ".js", this.folder).href;
      const load = new Promise((/** @type {(value: void) => void} */ done, failed) => {
        this.waiting.set(name, done);
        script.onerror = () => {
          this.loads.delete(name);
          failed(new Error(name));
        };
      });
      document.head.append(script);
      return load;
    }
  }

  /** The practices, with the engine that finds them. */
  class Practices {
    /** @param {Loader} loader */
    constructor(loader) {
      this.loader = loader;
      /** @type {SearchEngine | null} */
      this.engine = null;
      /** @type {{query: string | null, answer: Promise<SearchAnswer> | null}} */
      this.last = { query: null, answer: null };
    }

    /** @param {string} name @param {any} value */
    receive(name, value) {
      if (this.engine) this.engine.add(name, value);
      this.loader.receive(name, value);
    }

    /** Parts by name, unless they are there; rejects with the name of one that cannot be read.
        @param {string[]} names */
    load(names) {
      const missing = [...new Set(names)].filter((name) => !this.engine || !this.engine.has(name));
      return Promise.all(missing.map((name) => this.loader.load(name)));
    }

    /** A part that is loaded, as it was handed over.
        @param {string} name */
    part(name) {
      return this.loader.values.get(name);
    }

    /** The engine, once it can answer. */
    async start() {
      if (this.engine) return this.engine;
      await this.load([CORE]);
      if (this.engine) return this.engine;
      const { values } = this.loader;
      this.engine = KatalogSearch.create(values.get(CORE));
      for (const [name, value] of values) if (name !== CORE) this.engine.add(name, value);
      return this.engine;
    }

    /** @param {string} query */
    async answerTo(query) {
      const engine = await this.start();
      let answer = engine.search(query);
      while (answer.needs.length) {
        await this.load(answer.needs);
        answer = engine.search(query);
      }
      return answer;
    }

    /** What the engine answers to a query; the last one is not looked for twice.
        @param {string} query @returns {Promise<SearchAnswer>} */
    search(query) {
      if (this.last.query === query && this.last.answer) return this.last.answer;
      const answer = this.answerTo(query);
      const asked = { query, answer };
      answer.catch(() => {
        if (this.last === asked) this.last = { query: null, answer: null };
      });
      this.last = asked;
      return answer;
    }
  }

  const { parts } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  return new Practices(new Loader(new URL(parts || "", location.href)));
})();

/** @typedef {typeof KatalogData} PracticesData */

/** @param {string} name @param {any} value */
function katalogPart(name, value) {
  KatalogData.receive(name, value);
}
