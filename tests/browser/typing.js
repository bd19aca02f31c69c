/* Fills in fields of the form below an element, by what stands on the page: each control has to be seen, takes the focus, and
   hears of its new content as of what a person writes, chooses or ticks. */
(root, filling) => {
  const PATIENCE = 5000; // ms
  const depth = (part) => (part ? 1 + depth(part.parentElement.closest("[data-name]")) : 0);

  function must(holds, fault, element) {
    if (!holds) throw new Error(`${fault}: ${element.outerHTML.slice(0, 200)}`);
  }

  /** The field of a name; a record within a record may have one of the same name. */
  function fieldOf(scope, name) {
    const parts = [...scope.querySelectorAll(`[data-name='${name}']`)];
    const depths = parts.map(depth);
    must(parts.length > 0, `has no field ${name}`, scope);
    return parts[depths.indexOf(Math.min(...depths))];
  }

  /** Opens what the field is folded away in. */
  function show(part) {
    for (let up = part; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
  }

  function turnTo(control) {
    const isSeen = control.checkVisibility({ visibilityProperty: true });
    must(isSeen && !control.readOnly, "cannot be filled in", control);
    control.focus();
    must(document.activeElement === control, "takes no focus", control); // nor does what is disabled
  }

  function write(control, words) {
    turnTo(control);
    control.select();
    document.execCommand(words ? "insertText" : "delete", false, words);
    must(control.value === words, "took other words", control);
  }

  /** What can be chosen follows what was written before, a moment later. */
  async function choose(control, value) {
    turnTo(control);
    const end = performance.now() + PATIENCE;
    const isOffered = () => [...control.options].some((each) => each.value === value);
    while (!isOffered() && performance.now() < end) await new Promise(requestAnimationFrame);
    must(isOffered(), `has no ${value}`, control);
    control.value = value;
    for (const kind of ["input", "change"]) control.dispatchEvent(new Event(kind, { bubbles: true }));
  }

  function tick(box, isWanted) {
    turnTo(box);
    if (box.checked !== isWanted) box.click();
    must(box.checked === isWanted, "was not ticked", box);
  }

  function boxOf(part, boxes, value) {
    const box = boxes.find((each) => each.value === value);
    must(box, `has no ${value}`, part);
    return box;
  }

  function itemsOf(part, count) {
    const items = part.querySelector(":scope > .group__items").children;
    while (items.length < count) {
      const before = items.length;
      const add = part.querySelector(":scope > .group__actions > button");
      turnTo(add);
      add.click();
      must(items.length > before, "adds nothing", add);
    }
    return [...items];
  }

  const WAYS = {
    async fields(part, fields) {
      for (const [name, content] of fields) {
        const field = fieldOf(part, name);
        show(field);
        await enter(field, content);
      }
    },
    async items(part, contents) {
      for (const [place, item] of itemsOf(part, contents.length).entries()) await enter(item, contents[place]);
    },
    many(part, values) {
      const boxes = [...part.querySelectorAll("input[type=checkbox]")];
      if (boxes.length) values.forEach((value) => tick(boxOf(part, boxes, value), true));
      else write(part.querySelector("textarea"), values.join("\n"));
    },
    async one(part, value) {
      const control = part.querySelector("input, select, textarea");
      if (control.type === "checkbox") tick(control, value);
      else if (control.tagName === "SELECT") await choose(control, value);
      else write(control, value);
    },
  };

  function enter(part, [way, content]) {
    return WAYS[way](part, content);
  }

  return enter(root, filling);
};
