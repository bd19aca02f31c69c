"""The English site in a browser: a way there and back, its own search, and all of it from a folder as well."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import barriers
from tests.browser.visitor import PHONE
from tests.support.thorough import at_night

pytestmark = pytest.mark.browser


def test_a_reader_changes_the_language_of_a_practice_and_comes_back(anywhere: Visit) -> None:
    page = anywhere().open("praktyki/epic/index.html")
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    page.locator(".tools > .tool--language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_contain_text("European")
    page.locator(".tools > .tool--language").click()
    expect(page.locator("article[data-practice=epic]")).to_have_attribute("lang", "pl")


def test_the_language_changes_and_the_search_stays(anywhere: Visit) -> None:
    page = anywhere().open("praktyki/?q=praca")
    switch = page.locator(".tools > .tool--language")
    expect(switch).to_have_attribute("href", re.compile(r"/en/practices/(index\.html)?\?q=praca$"))
    page.locator("[data-facet] input[name=evidence]").first.check()
    level = page.locator("[data-facet] input[name=evidence]").first.get_attribute("value")
    page.locator("select[name=sort]").select_option("title")
    switch.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url.partition("?")[2] == f"q=praca&evidence={level}&sort=title"
    expect(page.locator(f"input[name=evidence][value='{level}']")).to_be_checked()
    expect(page.locator("#tresc").get_by_role("searchbox")).to_have_value("praca")
    page.locator("[data-chips] button").last.click()
    switch.click()
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    assert page.url.partition("?")[2] == "sort=title"


def test_what_was_typed_into_the_header_is_searched_for_in_the_other_language(visit: Visit) -> None:
    page = visit().open("o-katalogu/#zglos-blad")
    page.locator("[data-search-open]").click()
    page.keyboard.type("Pracownia")
    expect(page.locator(".search-panel__link").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".tools > .tool--language").click()
    page.wait_for_url("**/en/about/?q=Pracownia#zglos-blad")
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_have_value("Pracownia")


def test_words_to_mark_are_of_one_language(visit: Visit) -> None:
    page = visit().open("praktyki/gdynia-pracownia/?h=pracy#pieniadze")
    expect(page.locator(".tools > .tool--language")).to_have_attribute(
        "href", re.compile("/gdynia-pracownia/#pieniadze$")
    )


def test_without_scripts_the_language_changes_all_the_same(visit: Visit) -> None:
    page = visit(javascript=False).open("praktyki/?q=praca&theme=migrant-integration")
    page.locator(".tools > .tool--language").click()
    assert page.url.endswith("/en/practices/")


def test_on_a_phone_the_other_language_in_the_menu_has_room_around_it(visit: Visit) -> None:
    page = visit(width=PHONE).open("")
    page.locator("details.menu summary").click()
    room = page.locator(".menu__panel .tool--language").evaluate(
        "each => [each.getBoundingClientRect().height, parseFloat(getComputedStyle(each).paddingLeft)]"
    )
    assert room[0] >= 40
    assert room[1] >= 12


def test_the_english_catalogue_finds_forms_of_english_words(anywhere: Visit) -> None:
    visitor = anywhere()
    page = visitor.open("en/practices/index.html")
    page.locator("#tresc").get_by_role("searchbox").fill("refugee")
    result = page.locator("#tresc [data-result]:visible").first
    expect(result).to_have_attribute("data-result", "pomorskie-spotkania-online")
    expect(result.locator("mark").first).to_contain_text("refugee")
    result.get_by_role("link").first.click()
    expect(page.locator("article[data-practice=pomorskie-spotkania-online]")).to_have_attribute("lang", "en")


def test_the_english_header_finds_english_pages(anywhere: Visit) -> None:
    page = anywhere().open("en/index.html")
    page.locator("[data-search-open]").click()
    page.get_by_role("dialog").get_by_role("textbox").press_sequentially("libraries")
    item = page.locator(".search-panel__link", has_text="librar").first  # the first letters are answered too
    expect(item).to_be_visible()
    item.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("article[data-practice]")).to_be_visible()


@pytest.mark.parametrize(
    "address",
    ["en/practices/gdynia-pracownia/", *map(at_night, ("en/", "en/practices/", "en/about/", "en/map/"))],
)
def test_nothing_stands_in_the_way_in_english(visit: Visit, address: str) -> None:
    assert barriers(visit, lambda visitor: visitor.open(address)) == {}


def test_in_a_folder_the_header_stands_where_it_belongs_and_says_where_the_reader_is(anywhere: Visit) -> None:
    page = anywhere().open("en/practices/epic/index.html")
    expect(page.locator("body > header.site-header")).to_be_visible()
    expect(page.locator(".site-nav [aria-current]")).to_have_text("Practices")
    expect(page.locator("footer.site-footer")).to_contain_text("Levels of evidence")
    assert page.locator("template, script[data-part]").count() == 0
    page.locator(".site-nav").get_by_role("link", name="Themes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Themes")
    expect(page.locator(".site-nav [aria-current]")).to_have_text("Themes")
