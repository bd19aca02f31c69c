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

  /** What is asked of each element, and of what is around it, is found out once: nothing changes meanwhile. */
  function once(find) {
    const known = new Map();
    return (element) => {
      if (!known.has(element)) known.set(element, find(element));
      return known.get(element);
    };
  }

  // Words for those who listen, which a narrow window shows as an icon.
  const isPutAway = (element) => getComputedStyle(element).clipPath.startsWith("inset(50%");
  const isSeen = once(
    (element) =>
      !element.closest(ON_PURPOSE) && !isPutAway(element) && element.checkVisibility({ visibilityProperty: true }),
  );
  const boxOf = once((element) => element.getBoundingClientRect());
  const halfOf = once((element) => parseFloat(getComputedStyle(element).fontSize) * 0.38);
  const named = (element) => element.tagName.toLowerCase() + [...element.classList].map((each) => "." + each).join("");
  const quoted = (line) => `„${line.node.data.trim().slice(0, 40)}” in ${named(line.element)}`;
  const across = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const along = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const meet = (a, b) => across(a, b) > SLACK && along(a, b) > SLACK;
  const sticksOut = (a, b, { x = true, y = true } = {}) =>
    (x && (a.left < b.left - SLACK || a.right > b.right + SLACK)) ||
    (y && (a.top < b.top - SLACK || a.bottom > b.bottom + SLACK));

  const cutterAt = once((box) => {
    const { display, overflowX, overflowY } = getComputedStyle(box);
    const scrolls = SCROLLS.test(overflowX + overflowY);
    if (display === "inline" || !(scrolls || HIDES.test(overflowX + overflowY))) return [];
    return [{ box, rectangle: boxOf(box), x: HIDES.test(overflowX), y: HIDES.test(overflowY), scrolls }];
  });
  /** The boxes above that cut what sticks out of them, up to the first that scrolls. */
  const cutters = once((element) => {
    if (element === document.body) return [];
    const own = cutterAt(element);
    return own[0]?.scrolls ? own : [...own, ...cutters(element.parentElement)];
  });
  const scrollerOf = once((element) => cutters(element).find((each) => each.scrolls));
  const blockOf = once((element) =>
    getComputedStyle(element).display === "inline" ? blockOf(element.parentElement) : element,
  );
  /** Whether an element stays in sight while what is around it scrolls: from under it everything can be scrolled. */
  const stays = once((element) => {
    const scroller = scrollerOf(element);
    if (!scroller || scroller.box === element) return false;
    return getComputedStyle(element).position === "sticky" || stays(element.parentElement);
  });

  function* linesOf(node) {
    const element = node.parentElement;
    const above = cutters(element);
    const scroller = scrollerOf(element);
    const half = halfOf(element);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom, width } of range.getClientRects()) {
      const [upper, lower] = [(top + bottom) / 2 - half, (top + bottom) / 2 + half];
      const line = { node, element, above, scroller, stays: stays(element), left, right, top: upper, bottom: lower };
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
    if (sticksOut(line, boxOf(blockOf(line.element)))) faults.add(`outside its box: ${quoted(line)}`);
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

  /** The place of the first line that begins at this height or lower. */
  function firstBelow(sorted, top) {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sorted[middle].top < top) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  // The words of a poster stand on its map.
  function lookAtControls(sorted) {
    const highest = sorted.reduce((most, { top, bottom }) => Math.max(most, bottom - top), 0);
    for (const control of root.querySelectorAll("button, summary, input, select, textarea, img, svg:not(.poster__map)")) {
      if (!isSeen(control)) continue;
      const scroller = scrollerOf(control);
      const rectangle = boxOf(control);
      if (scroller && sticksOut(rectangle, scroller.rectangle)) continue;
      for (let place = firstBelow(sorted, rectangle.top - highest); sorted[place]?.top < rectangle.bottom; place++) {
        const line = sorted[place];
        const isItsOwn = () => control.contains(line.element) || line.element.contains(control);
        if (meet(line, rectangle) && !isItsOwn()) faults.add(`under ${named(control)}: ${quoted(line)}`);
      }
    }
  }

  const all = [...lines()];
  all.forEach(lookAtLine);
  all.sort((a, b) => a.top - b.top);
  lookAtNeighbours(all);
  lookAtControls(all);
  return [...faults];
};
