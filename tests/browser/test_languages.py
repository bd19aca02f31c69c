"""The English site in a browser: a way there and back, its own search, and all of it from a folder as well."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import violations
from tests.browser.visitor import PHONE, WIDE, Scheme

pytestmark = pytest.mark.browser


def test_a_reader_changes_the_language_of_a_practice_and_comes_back(anywhere: Visit) -> None:
    page = anywhere().open("praktyki/epic/index.html")
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    page.locator(".tools > .tool--language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_contain_text("European")
    page.locator(".tools > .tool--language").click()
    expect(page.locator("article[data-practice=epic]")).to_have_attribute("lang", "pl")


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
    item = page.locator(".search-panel__link").first
    expect(item).to_be_visible()
    item.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("article[data-practice]")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("address", ["en/", "en/practices/", "en/practices/gdynia-pracownia/", "en/about/", "en/map/"])
def test_nothing_stands_in_the_way_in_english(visit: Visit, address: str, width: int, scheme: Scheme) -> None:
    visitor = visit(width=width, scheme=scheme)
    visitor.open(address)
    assert violations(visitor) == []


def test_in_a_folder_the_header_stands_where_it_belongs_and_says_where_the_reader_is(anywhere: Visit) -> None:
    page = anywhere().open("en/practices/epic/index.html")
    expect(page.locator("body > header.site-header")).to_be_visible()
    expect(page.locator(".site-nav [aria-current]")).to_have_text("Practices")
    expect(page.locator("footer.site-footer")).to_contain_text("Levels of evidence")
    assert page.locator("template, script[data-part]").count() == 0
    page.locator(".site-nav").get_by_role("link", name="Themes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Themes")
    expect(page.locator(".site-nav [aria-current]")).to_have_text("Themes")
