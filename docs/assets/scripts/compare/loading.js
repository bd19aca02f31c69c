/* What the build wrote of each practice that is compared: a file for each, a script, since a page in a folder may load no other. */

/** What a practice says in a row; "key" is what makes two of them alike, where that is not all they say.
    @typedef {{state: string, html: string, key?: string, anchor?: string}} ComparedCell */
/** A practice as it is compared. A row in which it says nothing is not among the cells.
    @typedef {{id: string, title: string, meta: string[], family: string, link: string, tile: string, foreign: boolean,
      cells: Record<string, ComparedCell>}} ComparedPractice */

var KatalogComparedFiles = (() => {
  "use strict";

  const { addScript } = KatalogElements;

  /** The file of a practice; in a folder several have one together.
      @param {string} id @param {DOMStringMap} page what the page says of files */
  function fileOf(id, { file, shards }) {
    if (!shards) return `${id}/${file}`;
    return `${[...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % Number(shards)}.js`;
  }

  /** @param {string} id @param {DOMStringMap} page @returns {Promise<ComparedPractice | null>} null where there is none */
  async function load(id, page) {
    const known = () => (self.KatalogPorownane && self.KatalogPorownane[id]) || null;
    try {
      if (!known()) await addScript(new URL(fileOf(id, page), location.href).href);
    } catch (failed) {
      console.info(String(failed));
    }
    return known();
  }

  return { load };
})();
