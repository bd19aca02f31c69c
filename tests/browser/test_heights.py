"""How far a reader has to scroll: the five questions on the first screen, a page of a practice that is soon read."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from tests.browser.conftest import Visit
from tests.browser.typefaces import IN_BOTH_TYPEFACES
from tests.browser.visitor import PHONE
from tests.support.pages import BuiltSite

pytestmark = pytest.mark.browser

RICH = "praktyki/gdynia-pracownia/"
PHONE_HELD_UP: ViewportSize = {"width": 390, "height": 844}
LAPTOP: ViewportSize = {"width": 1280, "height": 900}


def bottom(page: Page, selector: str) -> float:
    """Where an element ends, from the top of the page."""
    end: float = page.locator(selector).evaluate("element => element.getBoundingClientRect().bottom + scrollY")
    return end


def height(page: Page) -> int:
    """Of what is written, however high the window is."""
    return round(bottom(page, ".site-footer"))


@IN_BOTH_TYPEFACES
def test_a_rich_practice_is_soon_read_and_its_strip_stands_on_the_first_screen(visit: Visit) -> None:
    page = visit(**LAPTOP).open(RICH)
    assert height(page) <= 3200
    assert bottom(page, ".strip--page") <= 900


@IN_BOTH_TYPEFACES
@pytest.mark.parametrize("folder", ["praktyki", "en/practices"])
def test_every_strip_stands_on_the_first_screen(visit: Visit, site: BuiltSite, folder: str) -> None:
    visitor = visit(javascript=False)
    windows = [PHONE_HELD_UP, LAPTOP]
    ends = {}
    for page in having(".strip--page", site, folder):
        visitor.open(page)
        windows.reverse()  # the window that the last page was left in comes first
        for window in windows:
            visitor.page.set_viewport_size(window)
            ends[page, window["height"]] = bottom(visitor.page, ".strip--page")
    assert len(ends) > 20
    assert {of: end for of, end in ends.items() if end > of[1]} == {}


@IN_BOTH_TYPEFACES
def test_a_short_entry_takes_little_more_than_a_screen(visit: Visit, site: BuiltSite) -> None:
    visitor = visit(height=600)
    heights = {page: height(visitor.open(page)) for page in having(".practice--short", site, "praktyki")}
    assert heights
    assert {page: taken for page, taken in heights.items() if taken > 1000} == {}


def having(selector: str, site: BuiltSite, folder: str) -> list[str]:
    """The addresses of the practices in a folder whose pages have such an element."""
    pages = (site.pages[f"{folder}/{practice}/"] for practice in site.records)
    return [page.address for page in pages if page.all(selector)]


@pytest.mark.parametrize("address", ["jak-cytowac", "daty", "zrodlo-s8", "czesci", "po-co", "fakty"])
def test_an_address_opens_what_it_leads_into(visit: Visit, address: str) -> None:
    page = visit().open(f"{RICH}#{address}")
    closed = page.locator(f"#{address}").evaluate("place => !place.checkVisibility()")
    assert not closed
    expect(page.locator(f"#{address}")).to_be_in_viewport()


def test_a_phone_shows_long_sections_by_their_headings_which_open_them(visit: Visit) -> None:
    page = visit(width=PHONE).open(RICH)
    button = page.get_by_role("button", name="Pieniądze", exact=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".numbers--money").first).to_be_hidden()
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".numbers--money").first).to_be_visible()
    page.locator(".strip--page").scroll_into_view_if_needed()
    page.locator("[data-indicator=took_job] .ref a").click()
    expect(page.locator("#zrodlo-s1")).to_be_in_viewport()


def test_a_phone_without_scripts_shows_every_section(visit: Visit) -> None:
    page = visit(width=PHONE, javascript=False).open(RICH)
    expect(page.locator(".numbers--money").first).to_be_visible()
    expect(page.locator("#zrodlo-s1")).to_be_visible()


def test_what_is_closed_on_the_screen_is_on_paper(visit: Visit) -> None:
    page = visit().open(RICH)
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    for closed in (
        "[data-field=key_dates]",
        "[data-field=components]",
        "#zrodlo-s10",
        "[data-field=documents]",
        "#po-co p",
    ):
        expect(page.locator(closed).first).to_be_visible()
    expect(page.locator("[data-field=questions] li:visible")).to_have_count(8)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator("[data-field=key_dates]")).to_be_hidden()
