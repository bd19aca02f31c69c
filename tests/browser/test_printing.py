"""A practice on paper: one or two pages of A4, with the way back to the page."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.browser.paper import printed
from tests.browser.typefaces import IN_THE_WIDE_TYPEFACE
from tests.support.pages import BuiltSite
from tests.support.thorough import Few

pytestmark = pytest.mark.browser

RICH = "praktyki/gdynia-pracownia/"
A4 = (595, 842)


@IN_THE_WIDE_TYPEFACE
def test_every_practice_fits_on_one_or_two_pages_of_a4(visit: Visit, site: BuiltSite, few: Few) -> None:
    visitor = visit()
    by_length = sorted(site.records, key=lambda practice: len(site.pages[f"praktyki/{practice}/"].html))
    pages = {practice: printed(visitor.open(f"praktyki/{practice}/")) for practice in few.of(by_length, 8)}
    assert len(pages) >= 8
    assert {practice: sizes for practice, sizes in pages.items() if sizes not in ([A4], [A4, A4])} == {}


def test_a_sheet_has_the_facts_and_the_sources_and_nothing_to_click(visit: Visit) -> None:
    page = visit().open(RICH)
    page.emulate_media(media="print")
    for field in ("title", "summary", "evidence_level", "indicators", "funding", "sources"):
        expect(page.locator(f"[data-field={field}]").first).to_be_visible()
    for other in (".practice__take", "[data-field=relations]", "details.more", ".sources__back"):
        expect(page.locator(other).first).to_be_hidden()
    expect(page.locator(".sheet")).to_contain_text("Stan na 29 listopada 2026")


def test_a_sheet_says_where_it_was_read_while_the_site_has_no_address(visit: Visit) -> None:
    page = visit().open(RICH)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".sheet__address")).to_have_text(page.url)
    expect(page.locator(".print-address")).to_be_hidden()
    expect(page.locator(".sheet__code")).to_have_count(0)


def test_the_code_is_on_paper_alone(visit: Visit, changed_web: str) -> None:
    page = visit(base=changed_web).open(RICH)
    code = page.locator(".sheet__code")
    expect(code).to_be_hidden()
    page.emulate_media(media="print")
    expect(code).to_be_visible()
    box = code.bounding_box()
    assert box
    assert box["width"] == box["height"] > 75  # 2 cm at 96 dots an inch: what a camera reads from a desk


def test_a_closed_table_that_says_something_of_its_own_is_printed(visit: Visit) -> None:
    page = visit().open("dane/")
    closed = page.locator("details.more").first
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(closed.locator("table")).to_be_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(closed.locator("table")).to_be_hidden()
