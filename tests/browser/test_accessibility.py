"""Each kind of page, wide and narrow, light and dark: it fits the screen, and axe-core finds nothing."""

from collections.abc import Callable, Iterable, Sequence

import pytest
from tests.browser.conftest import Visit
from tests.browser.visitor import PHONE, WIDE, Scheme, Visitor
from tests.support.pages import BuiltSite, telling
from tests.support.thorough import AT_NIGHT, at_night

from bench.auditing import AXE_RULES, COLOUR_RULES, OPEN_ALL, broken_rules

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "praktyki/gdynia-pracownia/",
    at_night("praktyki/barth-quartiersbuero/"),
    "praktyki/",
    "tematy/migrant-integration/",
    "o-katalogu/",
]
PLANT = "html => document.querySelector('#tresc').insertAdjacentHTML('beforeend', html)"
# Where each element of a page is seen.
LAID_OUT = """[...document.querySelectorAll("*")].map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect();
  return each.checkVisibility({ visibilityProperty: true }) && [x, y, width, height];
}).join(" ")"""


@pytest.mark.parametrize("address", PAGES)
def test_nothing_stands_in_the_way_of_a_reader(visit: Visit, address: str) -> None:
    def come(visitor: Visitor) -> None:
        visitor.open(address)
        assert not visitor.scrolls_sideways
        visitor.page.evaluate(OPEN_ALL)

    assert barriers(visit, come) == {}


@AT_NIGHT
def test_nothing_stands_in_the_way_on_any_practice(visit: Visit, site: BuiltSite) -> None:
    visitor = visit(width=PHONE, scheme="dark")
    found = {}
    for practice in telling(site.pages[f"praktyki/{each}/"] for each in site.records):
        visitor.open(practice.address)
        found[practice] = violations(visitor)
    assert {practice: broken for practice, broken in found.items() if broken} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_the_way_in_the_open_menu_and_search(visit: Visit, scheme: Scheme) -> None:
    visitor = visit(width=PHONE, scheme=scheme)
    page = visitor.open("")
    page.locator("details.menu summary").click()
    assert violations(visitor) == []
    page.locator("[data-search-open]").click()
    page.get_by_role("dialog").get_by_role("textbox").fill("młodzież")
    page.locator(".search-panel__item").first.wait_for()
    assert violations(visitor) == []


@pytest.mark.parametrize(
    ("styles", "rule"),
    [("main p { opacity: 0.2 }", "color-contrast"), ("#planted { display: block }", "image-alt")],
)
def test_a_fault_in_the_dark_alone_would_be_found(visit: Visit, styles: str, rule: str) -> None:
    def come(visitor: Visitor) -> None:
        visitor.open("").evaluate(PLANT, '<img id="planted" src="data:,">')
        visitor.put_on(f"#planted {{ display: none }} @media (prefers-color-scheme: dark) {{ {styles} }}")

    assert {look: rules_of(broken) for look, broken in barriers(visit, come, [WIDE]).items()} == {
        f"{WIDE} dark": {rule}
    }


def test_a_fault_would_be_found(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("")
    page.evaluate(PLANT, '<img src="data:,"><h6>x</h6>')
    assert rules_of(violations(visitor)) == {"heading-order", "image-alt"}


def violations(visitor: Visitor, rules: Sequence[str] = AXE_RULES) -> list[str]:
    """Each broken rule with the places it is broken in."""
    broken = broken_rules(visitor.page, rules)
    return [f"{rule['id']}: {[node['html'][:200] for node in rule['nodes'][:3]]}" for rule in broken]


def rules_of(found: Iterable[str]) -> set[str]:
    return {each.partition(":")[0] for each in found}


def barriers(
    visit: Visit, come: Callable[[Visitor], object], widths: Iterable[int] = (WIDE, PHONE), base: str | None = None
) -> dict[str, list[str]]:
    """What stands in the way of readers of each width, in light and in dark colours: broken rules, pages too wide.

    Args:
        visit: sends them.
        come: what each does before the page is looked at.
        widths: their windows.
        base: the address of another site than the real one.
    """
    found: dict[str, list[str]] = {}
    for width in widths:
        visitor = visit(base=base, width=width)
        come(visitor)
        found[f"{width} light"] = [*violations(visitor), *sideways(visitor)]
        visitor.page.evaluate(f"void (self.laidOut = {LAID_OUT})")
        visitor.page.emulate_media(color_scheme="dark")
        # Where everything stands in its place in other colours, only these make a difference.
        only_colours = visitor.page.evaluate(f"self.laidOut === {LAID_OUT}")
        found[f"{width} dark"] = [
            *violations(visitor, COLOUR_RULES if only_colours else AXE_RULES),
            *sideways(visitor),
        ]
    return {look: faults for look, faults in found.items() if faults}


def sideways(visitor: Visitor) -> list[str]:
    return ["sideways"] if visitor.scrolls_sideways else []
