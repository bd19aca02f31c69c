/* What of the text within an element cannot be read where it stands, a sentence each: cut, off the page, outside its box, under
   another text or under a control. Rectangles of lines are taken at the height of letters, so that tight lines are no fault. */
(within) => {
  const root = document.querySelector(within);
  const faults = new Set();
  const page = document.documentElement.clientWidth;
  const SLACK = 2; // px
  const SCROLLS = /auto|scroll/;
  const HIDES = /hidden|clip/;
  const NO_TEXT = "script, style, noscript, template, option, textarea, title, desc";
  // Skip waits above the page for the focus; a suggestion lies under what is typed.
  const ON_PURPOSE = `${NO_TEXT}, .visually-hidden, .skip, .search-panel__suggest`;
  // Words for those who listen, which a narrow window shows as an icon.
  const isPutAway = (element) => getComputedStyle(element).clipPath.startsWith("inset(50%");
  const isSeen = (element) =>
    !element.closest(ON_PURPOSE) && !isPutAway(element) && element.checkVisibility({ visibilityProperty: true });
  const named = (element) => element.tagName.toLowerCase() + [...element.classList].map((each) => "." + each).join("");
  const quoted = (line) => `„${line.node.data.trim().slice(0, 40)}” in ${named(line.element)}`;
  const across = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const along = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const meet = (a, b) => across(a, b) > SLACK && along(a, b) > SLACK;
  const sticksOut = (a, b, { x = true, y = true } = {}) =>
    (x && (a.left < b.left - SLACK || a.right > b.right + SLACK)) ||
    (y && (a.top < b.top - SLACK || a.bottom > b.bottom + SLACK));

  /** The boxes above that cut what sticks out of them, up to the first that scrolls. */
  function cutters(element) {
    const found = [];
    for (let box = element; box !== document.body; box = box.parentElement) {
      const { display, overflowX, overflowY } = getComputedStyle(box);
      if (display === "inline" || !(SCROLLS.test(overflowX + overflowY) || HIDES.test(overflowX + overflowY))) continue;
      found.push({
        box,
        rectangle: box.getBoundingClientRect(),
        x: HIDES.test(overflowX),
        y: HIDES.test(overflowY),
        scrolls: SCROLLS.test(overflowX + overflowY),
      });
      if (found.at(-1).scrolls) break;
    }
    return found;
  }

  function blockOf(element) {
    let block = element;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return block;
  }

  /** Whether an element stays in sight while what is around it scrolls: from under it everything can be scrolled. */
  function stays(element, scroller) {
    for (let box = element; scroller && box !== scroller.box; box = box.parentElement) {
      if (getComputedStyle(box).position === "sticky") return true;
    }
    return false;
  }

  function* linesOf(node) {
    const element = node.parentElement;
    const above = cutters(element);
    const scroller = above.find((each) => each.scrolls);
    const half = parseFloat(getComputedStyle(element).fontSize) * 0.38;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom, width } of range.getClientRects()) {
      const [upper, lower] = [(top + bottom) / 2 - half, (top + bottom) / 2 + half];
      const line = { node, element, above, scroller, stays: stays(element, scroller), left, right, top: upper, bottom: lower };
      const isScrolledAway = scroller && sticksOut(line, scroller.rectangle);
      if (width >= 1 && !isScrolledAway) yield line;
    }
  }

  function* lines() {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.data.trim() && isSeen(walker.currentNode.parentElement)) yield* linesOf(walker.currentNode);
    }
  }

  function lookAtLine(line) {
    for (const cutter of line.above) {
      if (sticksOut(line, cutter.rectangle, cutter)) faults.add(`cut by ${named(cutter.box)}: ${quoted(line)}`);
    }
    if (line.scroller) return;
    if (line.left < -SLACK || line.right > page + SLACK) faults.add(`off the page: ${quoted(line)}`);
    if (line.element.namespaceURI.endsWith("svg")) return; // has no box
    if (sticksOut(line, blockOf(line.element).getBoundingClientRect())) faults.add(`outside its box: ${quoted(line)}`);
  }

  function lookAtNeighbours(sorted) {
    sorted.forEach((line, place) => {
      for (let next = place + 1; next < sorted.length && sorted[next].top < line.bottom; next++) {
        const other = sorted[next];
        if (line.stays !== other.stays && line.scroller?.box === other.scroller?.box) continue;
        if (other.node !== line.node && meet(line, other)) faults.add(`one over the other: ${quoted(line)}, ${quoted(other)}`);
      }
    });
  }

  // The words of a poster stand on its map.
  function lookAtControls(all) {
    for (const control of root.querySelectorAll("button, summary, input, select, textarea, img, svg:not(.poster__map)")) {
      if (!isSeen(control)) continue;
      const scroller = cutters(control).find((each) => each.scrolls);
      const rectangle = control.getBoundingClientRect();
      if (scroller && sticksOut(rectangle, scroller.rectangle)) continue;
      for (const line of all) {
        const isItsOwn = control.contains(line.element) || line.element.contains(control);
        if (!isItsOwn && meet(line, rectangle)) faults.add(`under ${named(control)}: ${quoted(line)}`);
      }
    }
  }

  const all = [...lines()];
  all.forEach(lookAtLine);
  lookAtNeighbours(all.sort((a, b) => a.top - b.top));
  lookAtControls(all);
  return [...faults];
};
