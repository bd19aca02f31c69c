"""Readers with larger text, a closer look or more room between letters: nothing is cut, covered or beside the page.

WCAG 2.2: 1.4.4 (text twice as large), 1.4.10 (1280 × 1024 seen four times as large), 1.4.12 (spacing).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.browser.conftest import Visit
from tests.browser.typefaces import IN_BOTH_AT_NIGHT
from tests.browser.visitor import PHONE, WIDE, Visitor
from tests.support.pages import BuiltSite, telling
from tests.support.thorough import Few, at_night

from bench.auditing import OPEN_ALL, SCROLLS_SIDEWAYS, sample_of

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
_UNREADABLE = (HERE / "unreadable.js").read_text(encoding="utf-8").strip().rstrip(";")
UNREADABLE = f"(within) => [...({SCROLLS_SIDEWAYS} ? ['sideways'] : []), ...({_UNREADABLE})(within)]"

SPACED = """
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-bottom: 2em !important; }
"""
BROKEN = """() => {
  const isBroken = (node) => {
    const range = document.createRange();
    return [...node.data.matchAll(/\\S+/g)].some(({ 0: word, index }) => {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      return range.getClientRects().length > 1;
    });
  };
  const inside = (button) => [...button.querySelectorAll("*"), button].flatMap((each) => [...each.childNodes]);
  return [...document.querySelectorAll("button, .button, .tool, .chip, summary")]
    .filter((each) => each.checkVisibility())
    .filter((each) => inside(each).some((node) => node.nodeType === 3 && isBroken(node)))
    .map((each) => each.textContent.trim());
}"""
# Text alone grows, and the layout stays that of a wide page, which no media query notices.
TEXT_ALONE = "html { font-size: 250% !important; }"
ENGLISH = ("en/practices/", "en/practices/gdynia-pracownia/", "en/map/", "en/timeline/")


@dataclass(frozen=True)
class Look:
    """A way to look at a page: the window, the size of text in the settings of the browser, styles of the reader's."""

    width: int
    height: int
    text: int = 16
    styles: str = ""


# From one to the next as little changes as can be: each change lays the page out anew.
LOOKS = {
    "text twice as large on a phone": Look(PHONE, 640, text=32),
    "text twice as large": Look(WIDE, 1024, text=32),
    "text alone twice as large": Look(WIDE, 1024, styles=TEXT_ALONE),
    "spaced": Look(WIDE, 1024, styles=SPACED),
    "four times as large and spaced": Look(PHONE, 256, styles=SPACED),
}


# The others leave more room to the panels of the header.
MOST_TELLING = ("text twice as large", "text twice as large on a phone", "four times as large and spaced")


@IN_BOTH_AT_NIGHT
def test_every_text_can_be_read_however_it_is_looked_at(visit: Visit, site: BuiltSite, few: Few) -> None:
    visitor = visit()
    faults: dict[str, list[str]] = {}
    for address in kinds_of_pages(site, few):
        faults |= faults_of(visitor, address, LOOKS)
    assert faults == {}


@IN_BOTH_AT_NIGHT
@pytest.mark.parametrize("name", [name if name in MOST_TELLING else at_night(name) for name in LOOKS])
def test_every_text_can_be_read_in_the_open_menu_and_search(visit: Visit, name: str) -> None:
    look = LOOKS[name]
    visitor = visit()
    page = visitor.open("praktyki/")
    take(visitor, look)
    if page.locator("details.menu").is_visible():
        page.locator("details.menu summary").click()
        assert unreadable(visitor, look, ".menu__panel") == []
    page.locator("[data-search-open]").click()
    page.get_by_role("dialog").get_by_role("textbox").fill("młodzież")
    page.locator(".search-panel__item").first.wait_for()
    assert unreadable(visitor, look, ".search-panel") == []
    assert page.evaluate("document.querySelector('.search-panel__box').getBoundingClientRect().bottom") <= look.height


@IN_BOTH_AT_NIGHT
@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_no_word_on_a_button_is_broken_in_two(visit: Visit, width: int) -> None:
    visitor = visit(width=width)
    broken = {address: visitor.open(address).evaluate(BROKEN) for address in ("", "praktyki/", "zglos/")}
    assert {address: words for address, words in broken.items() if words} == {}


FAULTS = (
    (".lead { height: 1.2em; overflow: hidden; }", "cut by p.lead"),
    (".lead { width: 4em; height: 1.2em; }", "outside its box"),
    (".lead { white-space: nowrap; font-size: 4rem; }", "off the page"),
    (".lead { white-space: nowrap; font-size: 4rem; }", "sideways"),
    (".row__text { margin-bottom: -3em; }", "one over the other"),
    (".tools { position: absolute; left: 4em; }", "under "),
)
"""Styles that bring a fault, and how what is said of it begins."""


def test_a_text_that_cannot_be_read_would_be_found(visit: Visit) -> None:
    visitor = visit()
    visitor.open("praktyki/")
    for styles, reported in FAULTS:
        found = unreadable(visitor, Look(PHONE, 640, styles=styles))
        assert [fault for fault in found if fault.startswith(reported)], (styles, found)


def kinds_of_pages(site: BuiltSite, few: Few) -> Iterator[str]:
    """A page of each kind in Polish, three practices among them, and some in English; of kinds that have the same
    elements all only at night.
    """
    sampled = [site.pages[page.address] for page in sample_of(site.folder) if page.language == "pl"]
    assert {*ENGLISH} <= {*site.pages}
    yield from (page.address for page in (sampled if few.is_night else telling(sampled)))
    yield from ENGLISH


def faults_of(visitor: Visitor, address: str, looks: Mapping[str, Look]) -> dict[str, list[str]]:
    """What cannot be read of a page, by its address and the look; of each look the first five.

    The page is opened as the one before was looked at last, and the looks are taken from there.
    """
    visitor.open(address)
    visitor.page.evaluate(OPEN_ALL)
    names = [*looks]
    if is_as_large(visitor, looks[names[-1]]):
        names.reverse()
    found = {name: unreadable(visitor, looks[name]) for name in names}
    return {f"{address}: {name}": reported[:5] for name, reported in found.items() if reported}


def is_as_large(visitor: Visitor, look: Look) -> bool:
    return visitor.page.viewport_size == {"width": look.width, "height": look.height}


def take(visitor: Visitor, look: Look) -> None:
    if not is_as_large(visitor, look):
        visitor.page.set_viewport_size({"width": look.width, "height": look.height})
    visitor.prefer_text_of(look.text)
    visitor.put_on(look.styles)


def unreadable(visitor: Visitor, look: Look, within: str = "body") -> list[str]:
    """What cannot be read of the page, or of a part of it, as it is looked at."""
    take(visitor, look)
    faults: list[str] = visitor.page.evaluate(UNREADABLE, within)
    return faults
