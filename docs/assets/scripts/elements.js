/* Small pieces of a page: text goes in as text, never as markup. */
var KatalogElements = (() => {
  "use strict";

  /** An element with attributes and content; `null` leaves an attribute out.
      @template {keyof HTMLElementTagNameMap} T
      @param {T} tag @param {Record<string, string | number | boolean | null>} [attributes] @param {(Node | string)[]} content */
  function make(tag, attributes = {}, ...content) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : String(value));
    }
    made.append(...content);
    return made;
  }

  /** @param {string} text @param {string} className @param {() => void} press */
  function button(text, className, press) {
    const made = make("button", { type: "button", class: className }, text);
    made.addEventListener("click", press);
    return made;
  }

  /** What finds the element that the build marked with data-<name>, inside another; each is there unless a page says otherwise.
      @param {Element} page @returns {(name: string) => any} */
  function partsOf(page) {
    return (name) => page.querySelector("[data-" + name + "]");
  }

  /** Adds a script to the page; over once it has run. What is thrown where it does not come is the event that says so.
      @param {string} src @returns {Promise<void>} */
  function addScript(src) {
    return new Promise((done, failed) => {
      const script = make("script", { src });
      script.addEventListener("load", () => done());
      script.addEventListener("error", failed);
      document.head.append(script);
    });
  }

  return { make, button, partsOf, addScript };
})();
