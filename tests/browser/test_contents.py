"""What a page of a practice contains, in reach all the way down it."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.conftest import Visit
from tests.browser.typefaces import IN_BOTH_TYPEFACES
from tests.browser.visitor import PHONE

pytestmark = pytest.mark.browser

RICH = "praktyki/gdynia-pracownia/"
TOP = "element => element.getBoundingClientRect().top"


def top(page: Page, selector: str) -> float:
    found: float = page.locator(selector).evaluate(TOP)
    return found


@IN_BOTH_TYPEFACES
def test_the_contents_stay_at_the_top_and_lead_to_each_section_below_them(visit: Visit) -> None:
    visitor = visit(width=1280, height=900)
    page = visitor.open(RICH)
    contents = page.locator(".contents-bar")
    assert contents.evaluate("bar => bar.offsetHeight") == 50
    places = page.locator(".contents-bar a").evaluate_all("links => links.map((each) => each.hash)")
    assert places == page.locator("section.block > h2").evaluate_all("all => all.map((each) => `#${each.id}`)")
    assert len(places) >= 8
    for place in (places[3], places[1]):
        page.locator(f'.contents-bar a[href="{place}"]').click()
        assert top(page, ".contents-bar") == 0
        heading = page.locator(place)
        expect(heading).to_be_in_viewport()
        assert heading.evaluate(TOP) >= 50
    assert not visitor.scrolls_sideways


@IN_BOTH_TYPEFACES
@pytest.mark.parametrize("address", ["praktyki/kopenhaga-bydelsmoedre/", "en/practices/kopenhaga-bydelsmoedre/"])
def test_the_most_contents_that_a_practice_has_stand_in_one_line(visit: Visit, address: str) -> None:
    page = visit(width=1280, height=900).open(address)
    assert page.locator(".contents-bar li").count() == 10
    assert page.locator(".contents-bar").evaluate("bar => bar.scrollWidth <= bar.clientWidth")


def test_what_takes_the_focus_on_the_way_up_is_not_under_the_contents(visit: Visit) -> None:
    page = visit(width=1280, height=600).open(RICH)
    page.locator("#zrodla").scroll_into_view_if_needed()
    page.locator(".sources a").first.focus()
    for _ in range(25):
        page.keyboard.press("Shift+Tab")
        place = page.evaluate(
            "(() => { const at = document.activeElement.getBoundingClientRect(); return [at.top, at.bottom] })()"
        )
        assert place[1] > 50, page.evaluate("document.activeElement.outerHTML")
        assert place[0] >= 47, page.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize("scripts", [True, False])
def test_phones_paper_and_short_entries_have_none(visit: Visit, *, scripts: bool) -> None:
    page = visit(width=PHONE, javascript=scripts).open(RICH)
    expect(page.locator(".contents-bar")).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator(".contents-bar")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".contents-bar")).to_be_hidden()
