"""What readers ask of their system: colours of their own, and less motion. Nothing a page tells is lost by that."""

from collections.abc import Mapping

import pytest
from tests.browser.conftest import Visit
from tests.browser.visitor import PHONE, Scheme, Visitor

pytestmark = pytest.mark.browser

# A control or box whose ground alone tells that it is one: no edge of it, nor of the box around it, can be seen.
WITHOUT_EDGE = """() => {
  const BOXES = "button, .button, .tool, .chip, .badge, .tile, .card, .row, .box, .number, input, select, textarea";
  const NATIVE = ["checkbox", "radio", "file"];
  const SIDES = ["Top", "Right", "Bottom", "Left"];
  const ground = getComputedStyle(document.body).backgroundColor;
  const hasEdge = (element) => {
    const style = getComputedStyle(element);
    const isDrawn = (side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1;
    return SIDES.some((side) => isDrawn(side) && style[`border${side}Color`] !== ground);
  };
  const isUnderlined = (element) => getComputedStyle(element).textDecorationLine.includes("underline");
  return [...document.querySelectorAll(BOXES)]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !NATIVE.includes(each.type))
    .filter((each) => !hasEdge(each) && !isUnderlined(each))
    .filter((each) => !(each.matches("input") && hasEdge(each.parentElement)))
    .map((each) => each.outerHTML.slice(0, 120));
}"""
# How the chosen one of a kind is told from the others, its ground and weight left aside.
TOLD_BY = """([chosen, other]) => [chosen, other].map((selector) => {
  const style = getComputedStyle(document.querySelector(selector));
  const edges = ["Top", "Bottom", "Left"].map((side) => [style[`border${side}Width`], style[`border${side}Color`]]);
  return [...edges, style.outlineStyle, style.textDecorationLine];
})"""
PAINTS = """([selector, part, property]) =>
  [...document.querySelectorAll(selector)].map((each) => getComputedStyle(each, part)[property])"""
GROUND = "getComputedStyle(document.body).backgroundColor"
MOVING = """() => {
  const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  const moves = (style) =>
    lasts(style.transitionDuration) ||
    (style.animationName !== "none" && lasts(style.animationDuration)) ||
    style.scrollBehavior === "smooth";
  return [...document.querySelectorAll("*")]
    .filter((each) => [null, "::before", "::after"].some((part) => moves(getComputedStyle(each, part))))
    .map((each) => each.tagName);
}"""
MOVE = """
  html { scroll-behavior: smooth; }
  .brand { transition: opacity 1s; }
  h1 { animation: fade 1s infinite; }
  @keyframes fade { to { opacity: 0; } }
"""

PAGES = ("", "praktyki/?theme=migrant-integration", "praktyki/gdynia-pracownia/", "zglos/", "o-katalogu/")

# What tells kinds from each other by colour, by page: which part of which elements, in how many colours at least.
TOLD_BY_COLOUR: Mapping[str, list[tuple[str, str | None, str, int]]] = {
    "mapa/": [
        (".legend .chip", "::before", "backgroundColor", 5),
        (".place__number", None, "backgroundColor", 4),
        (".map--wide .map__badge", None, "fill", 4),
    ],
    "os-czasu/": [
        (".axis-row .axis__bar:not(.axis__bar--events)", None, "fill", 2),
        (".axis-row__theme", "::before", "backgroundColor", 3),
    ],
    "praktyki/gdynia-pracownia/": [
        (".bar--money rect", None, "fill", 2),
        (".ladder__stair", "::after", "backgroundColor", 2),
    ],
    "praktyki/": [(".row .road__here", None, "fill", 5), (".row .poster", None, "backgroundColor", 5)],
}


@pytest.fixture
def forced(visit: Visit) -> Visitor:
    return visit(forced_colours=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_every_control_and_box_has_an_edge(visit: Visit, scheme: Scheme) -> None:
    visitor = visit(forced_colours=True, scheme=scheme)
    bare = {address: visitor.open(address).evaluate(WITHOUT_EDGE) for address in PAGES}
    assert {address: found for address, found in bare.items() if found} == {}


@pytest.mark.parametrize(
    ("address", "width", "chosen", "other"),
    [
        ("praktyki/", 1280, ".site-nav [aria-current]", ".site-nav a:not([aria-current])"),
        ("praktyki/", PHONE, ".menu__panel [aria-current]", ".menu__panel a:not([aria-current])"),
        ("zglos/#krok-1", 1280, ".form__steps [aria-current]", ".form__steps a:not([aria-current])"),
        ("mapa/#miejsce-gdynia", 1280, ".place:target", ".place:not(:target)"),
    ],
)
def test_in_forced_colours_what_is_chosen_is_shown_by_more_than_its_ground(
    visit: Visit, address: str, width: int, chosen: str, other: str
) -> None:
    page = visit(forced_colours=True, width=width).open(address)
    if width == PHONE:
        page.locator("details.menu summary").click()
    cues, others = page.evaluate(TOLD_BY, [chosen, other])
    assert cues != others


def test_in_forced_colours_no_link_of_the_contents_looks_like_the_current_one(forced: Visitor) -> None:
    page = forced.open("praktyki/gdynia-pracownia/")
    line, ground = "a => getComputedStyle(a).borderBottomColor", "() => getComputedStyle(document.body).backgroundColor"
    assert page.locator(".contents-bar a").first.evaluate(line) == page.evaluate(ground)


def test_in_forced_colours_what_a_colour_tells_is_still_told(forced: Visitor) -> None:
    lost: dict[tuple[str, str], set[str]] = {}
    for address, painted in TOLD_BY_COLOUR.items():
        page = forced.open(address)
        ground = page.evaluate(GROUND)
        for selector, part, what, kinds in painted:
            colours = set(page.evaluate(PAINTS, [selector, part, what]))
            if len(colours) < kinds or ground in colours:
                lost[address, selector] = colours
    assert lost == {}


@pytest.mark.parametrize("address", ["", "praktyki/", "zglos/"])
def test_nothing_moves_for_who_asks_for_less_motion(visit: Visit, address: str) -> None:
    visitor = visit()
    page = visitor.open(address)
    page.locator("[data-search-open]").focus()  # starts the script of the theme
    visitor.put_on(MOVE)
    assert page.evaluate(MOVING) == []


def test_what_moves_would_be_found(visit: Visit) -> None:
    visitor = visit(reduced_motion=False)
    page = visitor.open("")
    visitor.put_on(MOVE)
    assert {*page.evaluate(MOVING)} == {"HTML", "A", "H1"}
