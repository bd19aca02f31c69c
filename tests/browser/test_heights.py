"""How far a reader has to scroll: the five questions on the first screen, a page of a practice that is soon read."""

import statistics

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from tests.browser.conftest import Visit
from tests.browser.typefaces import IN_BOTH_AT_NIGHT, IN_BOTH_TYPEFACES
from tests.browser.visitor import PHONE
from tests.support.pages import BuiltSite
from tests.support.pages import Page as Written

pytestmark = pytest.mark.browser

RICH = "praktyki/gdynia-pracownia/"
PHONE_HELD_UP: ViewportSize = {"width": 390, "height": 844}
LAPTOP: ViewportSize = {"width": 1280, "height": 900}
# Where the strip ends of each of some pages that lie side by side and have the same styles, without a visit to each.
STRIPS = """pages => pages.map((html) => {
  document.body = new DOMParser().parseFromString(html, "text/html").body;
  return document.querySelector(".strip--page").getBoundingClientRect().bottom + scrollY;
})"""


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


@IN_BOTH_AT_NIGHT
@pytest.mark.parametrize("folder", ["praktyki", "en/practices"])
def test_every_strip_stands_on_the_first_screen(visit: Visit, site: BuiltSite, folder: str) -> None:
    pages = having(".strip--page", site, folder)
    assert len(pages) > 10
    page = visit(javascript=False).open(pages[0].address)
    assert {styles_of(each) for each in pages} == {styles_of(pages[0])}
    faults: dict[tuple[Written, int], float] = {}
    for window in (PHONE_HELD_UP, LAPTOP):
        page.set_viewport_size(window)
        visited = bottom(page, ".strip--page")
        ends = dict(zip(pages, page.evaluate(STRIPS, [each.html for each in pages]), strict=True))
        assert ends[pages[0]] == visited
        faults |= {(each, window["height"]): end for each, end in ends.items() if end > window["height"]}
        page.reload()
    assert faults == {}


def styles_of(page: Written) -> tuple[str | None, ...]:
    """The styles that a page asks for."""
    return tuple(link.attributes["href"] for link in page.all("link[rel=stylesheet]"))


@IN_BOTH_AT_NIGHT
def test_a_short_entry_takes_little_more_than_a_screen(visit: Visit, site: BuiltSite) -> None:
    visitor = visit(height=600)
    heights = {page: height(visitor.open(page.address)) for page in having(".practice--short", site, "praktyki")}
    assert heights
    assert {page: taken for page, taken in heights.items() if taken > 1000} == {}


def having(selector: str, site: BuiltSite, folder: str) -> list[Written]:
    """The pages of practices in a folder that have such an element."""
    pages = (site.pages[f"{folder}/{practice}/"] for practice in site.records)
    return [page for page in pages if page.all(selector)]


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


@IN_BOTH_TYPEFACES
def test_a_phone_shows_two_practices_of_the_list_on_a_screen(visit: Visit) -> None:
    page = visit(**PHONE_HELD_UP).open("praktyki/")
    page.locator("a.more-rows").click()
    rows = page.locator(".rows > .row")
    heights: list[float] = rows.evaluate_all("rows => rows.map((row) => row.getBoundingClientRect().height)")
    assert statistics.mean(heights) <= 400
    assert rows.locator(".strip__cell:visible dt").count() == 5 * rows.locator(".strip").count()


def test_a_phone_asks_for_the_rest_of_the_list_and_comes_back_to_its_place(visit: Visit, site: BuiltSite) -> None:
    page = visit(**PHONE_HELD_UP).open("praktyki/")
    rows, more = page.locator(".rows > .row"), page.locator("a.more-rows")
    listed = len(site.pages["praktyki/"].all("[data-whole] .row"))
    assert height(page) <= 8000
    shown = rows.locator("visible=true").count()
    assert shown < listed
    expect(more).to_have_text(f"Pokaż jeszcze {listed - shown}")
    more.press("Enter")
    expect(rows.locator("visible=true")).to_have_count(listed)
    expect(rows.nth(shown)).to_be_in_viewport()
    expect(more).to_be_hidden()
    page.go_back()
    expect(more).to_be_in_viewport()


@pytest.mark.parametrize(("window", "javascript"), [(LAPTOP, True), (PHONE_HELD_UP, False)])
def test_the_list_is_whole_at_once_where_there_is_room_and_without_scripts(
    visit: Visit, window: ViewportSize, javascript: bool
) -> None:
    page = visit(**window, javascript=javascript).open("praktyki/")
    assert page.locator(".rows > .row:visible").count() == page.locator("[data-whole] .row").count() > 20
    expect(page.locator("a.more-rows")).to_be_hidden()


def test_a_phone_shows_the_beginning_of_a_summary_and_paper_all_of_it(visit: Visit) -> None:
    page = visit(**PHONE_HELD_UP).open("praktyki/")
    rest = page.locator(".row__text > span").first
    expect(rest).to_be_hidden()
    page.emulate_media(media="print")
    expect(rest).to_be_visible()
    page.emulate_media(media="screen")
    page.set_viewport_size(LAPTOP)
    expect(rest).to_be_visible()


def test_a_phone_shows_the_beginning_of_what_was_found_unless_a_word_stands_behind_it(visit: Visit) -> None:
    page = visit(**PHONE_HELD_UP).open("praktyki/?q=seniorzy")
    rest = page.locator("[data-rows] .row__text > span")
    expect(rest.first).to_be_hidden()
    assert page.locator("[data-rows] .row__text:has(mark) > span").count() == 0
    ends = page.locator("[data-rows] .row__text").evaluate_all(
        "all => all.map((text) => [Boolean(text.querySelector('span')), getComputedStyle(text, '::after').content])"
    )
    assert {end for is_whole, end in ends if not is_whole} == {"none"}


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
