/* Marks on a practice what a search found in it: the address carries the forms of the words, ?h=uchodźcom+uchodźców. */
(() => {
  "use strict";

  const WORD = /[\p{L}\p{N}]+/gu;
  const forms = new Set((new URLSearchParams(location.search).get("h") || "").toLowerCase().match(WORD));
  const article = document.querySelector("article[data-practice]");

  // Chips lay out each piece of their text by itself.
  const LEFT = "script, style, svg, .chip";

  /** The texts of an element that may hold marks.
      @param {Element} element */
  function textsOf(element) {
    const isLeft = (/** @type {Node} */ node) => /** @type {Element} */ (node.parentElement).closest(LEFT);
    const isText = (/** @type {Node} */ node) => (isLeft(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, isText);
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    return texts;
  }

  /** @param {Text} node */
  function mark(node) {
    const text = node.data;
    const pieces = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!forms.has(word.toLowerCase())) continue;
      const marked = document.createElement("mark");
      marked.textContent = word;
      pieces.push(text.slice(end, index), marked);
      end = index + word.length;
    }
    if (pieces.length) node.replaceWith(...pieces, text.slice(end));
  }

  if (forms.size && article) textsOf(article).forEach(mark);
})();
