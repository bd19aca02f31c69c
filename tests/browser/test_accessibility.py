"""Each kind of page, wide and narrow, light and dark: it fits the screen, and axe-core finds nothing."""

import pytest
from tests.browser.conftest import Visit
from tests.browser.visitor import PHONE, WIDE, Scheme, Visitor
from tests.support.pages import BuiltSite, telling

from bench.auditing import broken_rules

pytestmark = pytest.mark.browser

PAGES = [
    "",
    "praktyki/gdynia-pracownia/",
    "praktyki/barth-quartiersbuero/",
    "praktyki/",
    "tematy/migrant-integration/",
    "o-katalogu/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("address", PAGES)
def test_nothing_stands_in_the_way_of_a_reader(visit: Visit, address: str, width: int, scheme: Scheme) -> None:
    visitor = visit(width=width, scheme=scheme)
    page = visitor.open(address)
    assert not visitor.scrolls_sideways
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = !each.matches('.menu'))")
    assert violations(visitor) == []
    assert not visitor.scrolls_sideways


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
    page.get_by_role("dialog").get_by_role("textbox").press_sequentially("młodzież")
    page.locator(".search-panel__item").first.wait_for()
    assert violations(visitor) == []


def test_a_fault_would_be_found(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("")
    page.evaluate("document.querySelector('#tresc').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><h6>x</h6>')")
    assert {found.partition(":")[0] for found in violations(visitor)} == {"heading-order", "image-alt"}


def violations(visitor: Visitor) -> list[str]:
    """Each broken rule with the places it is broken in."""
    broken = broken_rules(visitor.page)
    return [f"{rule['id']}: {[node['html'][:200] for node in rule['nodes'][:3]]}" for rule in broken]
