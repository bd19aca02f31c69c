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
    contents = page.locator(".contents")
    assert contents.evaluate("bar => bar.offsetHeight") == 50
    names = page.locator(".contents a").all_inner_texts()
    assert names == [each for each in page.locator("section.block > h2").all_inner_texts() if each]
    assert len(names) >= 8
    for name in (names[3], names[1]):
        page.get_by_role("link", name=name, exact=True).first.click()
        assert top(page, ".contents") == 0
        heading = page.get_by_role("heading", name=name, exact=True)
        expect(heading).to_be_in_viewport()
        assert heading.evaluate(TOP) >= 50
    assert not visitor.scrolls_sideways


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
    expect(page.locator(".contents")).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator(".contents")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".contents")).to_be_hidden()
