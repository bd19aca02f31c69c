/* Brings the focus to everything on a page that takes it, down the page and up again, and says where it cannot be seen: no new
   outline of 3 px or more, or another thing over what has it. The keyboard must have been used before. */
() => {
  const faults = new Set();
  const LEAST = 3; // px
  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const NOTHING = "rgba(0, 0, 0, 0)";
  const ground = getComputedStyle(document.body).backgroundColor;
  const isSeen = (each) => !each.disabled && !each.closest("[inert]") && each.checkVisibility({ visibilityProperty: true });

  function outlines(element) {
    const near = [element, element.parentElement, ...element.children].map((each) => [each, null]);
    return [...near, [element, "::after"]].map(([each, part]) => {
      const { outlineStyle, outlineWidth, outlineColor, stroke, strokeWidth } = getComputedStyle(each, part);
      const isShown = (colour) => ![ground, NOTHING, "none"].includes(colour);
      if (outlineStyle !== "none" && isShown(outlineColor)) return parseFloat(outlineWidth);
      const isDrawn = !part && each.namespaceURI.endsWith("svg") && isShown(stroke);
      return isDrawn ? parseFloat(strokeWidth) : 0;
    });
  }

  function isOnTop(element) {
    return [...element.getClientRects()].some((box) => {
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      return [0.1, 0.5, 0.9].some((part) => {
        const found = document.elementFromPoint(left + (right - left) * part, (top + bottom) / 2);
        return element.contains(found);
      });
    });
  }

  function look(element) {
    element.focus();
    if (document.activeElement !== element) return faults.add(`takes no focus: ${element.outerHTML.slice(0, 120)}`);
    const isMarked = outlines(element).some((width, place) => width >= LEAST && width > before.get(element)[place]);
    if (!isMarked) faults.add(`no outline: ${element.outerHTML.slice(0, 120)}`);
    if (!isOnTop(element)) faults.add(`covered: ${element.outerHTML.slice(0, 120)}`);
  }

  const all = [...document.querySelectorAll(FOCUSABLE)].filter(isSeen);
  document.activeElement.blur();
  const before = new Map(all.map((each) => [each, outlines(each)])); // while nothing has the focus
  all.forEach(look);
  all.reverse().forEach(look);
  return [all.length, [...faults]];
};
