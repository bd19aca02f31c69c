// A page without a browser, for scripts that cannot be told from it: happy-dom, a clock that a test winds, and what happy-dom lacks.

import { afterEach } from "node:test";
import { pathToFileURL } from "node:url";

const library = pathToFileURL(`${process.env.SITE_SCRIPTS_PACKAGES}/node_modules/happy-dom/lib/index.js`);
const { Window, Document, Element, PropertySymbol } = await import(library);
const NAMES = [
  "window", "document", "location", "history", "localStorage", "sessionStorage", "navigator", "Node", "NodeFilter", "HTMLDetailsElement", "URL", "Blob",
];

// Most of what scripts look for is a part that is marked with an attribute. happy-dom notes each element it passes on the way.
const MARKED = /^\[([a-z-]+)\]$/;
for (const { prototype } of [Document, Element]) {
  const { querySelector } = prototype;
  prototype.querySelector = function quick(selector) {
    const [, name] = MARKED.exec(selector) ?? [];
    return name ? marked(this, name) : querySelector.call(this, selector);
  };
}

function marked(node, name) {
  for (const each of node[PropertySymbol.elementArray]) {
    const found = each[PropertySymbol.attributes][PropertySymbol.itemsByName].has(name) ? each : marked(each, name);
    if (found) return found;
  }
  return null;
}

/** Timers that go when a test says so. */
class Clock {
  #waiting = new Map();
  #next = 1;

  setTimeout = (act, ms = 0) => {
    this.#waiting.set(this.#next, { act, ms });
    return this.#next++;
  };

  clearTimeout = (id) => this.#waiting.delete(id);

  /** How long each timer waits that was set. */
  get waits() {
    return [...this.#waiting.values()].map(({ ms }) => ms);
  }

  /** Runs the timers that wait at most so long, and those that they set. */
  run(most = Infinity) {
    for (const [id, { act, ms }] of [...this.#waiting]) {
      if (ms > most || !this.#waiting.delete(id)) continue;
      act();
    }
  }
}

// happy-dom keeps each page with all that is in it until somebody closes it: two gigabytes at the end of all tests.
const pages = [];
afterEach(async () => {
  for (const window of pages.splice(0)) await window.happyDOM.close();
});

/** A page, with the names that scripts use as globals.
    @param {string} html of its body @param {{url?: string, language?: string, script?: object, lasts?: boolean}} [options] script is the one
    that runs; a page that lasts is not closed behind a test */
export function openPage(html, { url = "https://katalog.example/praktyki/", language = "pl", script = {}, lasts = false } = {}) {
  const window = new Window({ url });
  if (!lasts) pages.push(window);
  const { document } = window;
  document.documentElement.lang = language;
  document.body.innerHTML = html;
  Object.defineProperty(document, "currentScript", { value: script, configurable: true });
  const clock = new Clock();
  const seen = [];
  const said = [];
  const globals = Object.fromEntries(NAMES.map((name) => [name, window[name]]));
  Object.assign(globals, {
    self: window,
    addEventListener: window.addEventListener.bind(window),
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
    requestAnimationFrame: (act) => clock.setTimeout(act),
    console: { info: (text) => said.push(text), error: (error) => said.push(String(error)) },
    IntersectionObserver: class {
      constructor(act) {
        this.act = act;
        this.isOn = true;
      }

      observe(element) {
        seen.push({ element, look: (...views) => this.isOn && this.act(views.map((isIntersecting) => ({ isIntersecting }))) });
      }

      disconnect() {
        this.isOn = false;
      }
    },
  });
  const find = (selector) => document.querySelector(selector);
  return { window, document, globals, clock, seen, said, find };
}

/** Sends an event to an element as a browser would. */
export function send(element, type, options = {}) {
  const window = element.defaultView ?? element.ownerDocument?.defaultView ?? element;
  const event = new window.Event(type, { bubbles: true, cancelable: true });
  element.dispatchEvent(Object.assign(event, options));
  return event;
}
