/* What entries name by an id: organisations, places, programmes and practices, by whatever of their names is typed. */
(function (root) {
  "use strict";

  const form = root.KatalogForm;
  const { data, make, fold } = form;

  const further = {}; // by registry: records that the form is about to add, and ids an opened entry names

  function recordsOf(name) {
    return [...data.registry[name], ...(further[name] || [])];
  }

  /** The name shown for an id; one that several have comes with the id. */
  function nameOf(name, id) {
    const found = recordsOf(name).find(([each]) => each === id);
    if (!found) return id;
    const isCommon = recordsOf(name).some(([each, title]) => each !== id && title === found[1]);
    return isCommon ? found[1] + " (" + id + ")" : found[1];
  }

  /** The id of what was typed: its id, its name, or another name of it; empty if it is none or not one alone. */
  function idOf(name, typed) {
    if (!typed) return "";
    const records = recordsOf(name);
    const words = fold(typed);
    const exact = records.find(([id]) => id === typed || nameOf(name, id) === typed);
    if (exact) return exact[0];
    const alike = records.filter(([, title, others]) => [title, ...(others || [])].some((each) => fold(each) === words));
    return alike.length === 1 ? alike[0][0] : "";
  }

  function idsOf(name) {
    return recordsOf(name).map(([id]) => id);
  }

  /** The lists that inputs suggest from. */
  function fillLists() {
    for (const name of Object.keys(data.registry)) {
      const id = "lista-" + name;
      const old = document.getElementById(id);
      const list = make("datalist", { id }, ...recordsOf(name).map(([each]) => make("option", { value: nameOf(name, each) })));
      if (old) old.replaceWith(list);
      else document.querySelector("[data-form]").append(list);
    }
  }

  function addNames(name, records) {
    const now = JSON.stringify(records);
    if (JSON.stringify(further[name] || []) === now) return;
    further[name] = records;
    fillLists();
  }

  /** Everything an id may be, by vocabulary or registry. */
  function knownIds() {
    const known = {};
    for (const [name, terms] of Object.entries(data.terms)) known[name] = terms.map(([id]) => id);
    for (const name of Object.keys(data.registry)) known[name] = idsOf(name);
    return known;
  }

  Object.assign(form, { nameOf, idOf, addNames, fillLists, knownIds });
})(self);
