"""The search of the header, and the way from the box of the home page to the catalogue."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.browser.visitor import PHONE, WIDE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_the_search_of_the_header_finds_a_practice(anywhere: Visit, width: int) -> None:
    visitor = anywhere(width=width)
    page = visitor.open("")
    page.get_by_role("button", name="Szukaj").first.click()
    panel = page.get_by_role("dialog")
    expect(panel).to_be_visible()
    expect(panel.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("Pracownia")
    result = panel.locator("a", has_text="Gdyński System Aktywizacji Społeczno-Zawodowej").first
    expect(result).to_be_visible()
    assert not visitor.scrolls_sideways
    result.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Pracownia")


def test_the_search_closes_by_keyboard_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit().open("")
    opener = page.locator("[data-search-open]")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".search-panel")).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_focus_stays_in_the_open_search(visit: Visit) -> None:
    page = visit().open("")
    page.locator("[data-search-open]").click()
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('.search-panel').contains(document.activeElement)")


def test_what_is_typed_on_the_home_page_is_searched_for(anywhere: Visit) -> None:
    page = anywhere().open("")
    page.locator("#tresc").get_by_role("searchbox").fill("Pracownia")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/praktyki/(index\.html)?\?q=Pracownia$"))
    expect(page.locator("#tresc").get_by_role("searchbox")).to_have_value("Pracownia")
    expect(page.locator("[data-result]:visible").first).to_contain_text("Gdyński System Aktywizacji")
    expect(page.locator(".search-panel")).to_be_hidden()


def test_the_search_of_the_header_completes_the_word_being_typed(anywhere: Visit) -> None:
    page = anywhere().open("")
    page.locator("[data-search-open]").click()
    page.keyboard.type("gdyński prac")
    expect(page.locator("[data-md-component=search-suggest]")).to_have_text("gdyński\u00a0praca")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_have_value("gdyński praca")


def test_no_suggestion_stands_behind_words_that_have_moved_on(visit: Visit) -> None:
    page = visit(width=PHONE).open("")
    suggested = page.locator("[data-md-component=search-suggest]")
    page.locator("[data-search-open]").click()
    page.keyboard.type("gdyński prac")
    expect(suggested).to_be_visible()
    page.keyboard.press("Home")
    page.keyboard.type("zatrudnienie socjalne ")
    expect(suggested).to_be_hidden()


def test_without_scripts_a_search_ends_at_the_list_of_practices(visit: Visit) -> None:
    page = visit(javascript=False).open("")
    page.locator("#tresc").get_by_role("searchbox").fill("Pracownia")
    page.keyboard.press("Enter")
    page.wait_for_url("**/praktyki/?q=Pracownia")
    expect(page.locator("[data-result=gdynia-pracownia]")).to_be_visible()


def test_the_script_of_the_theme_is_fetched_when_a_reader_turns_to_the_search(anywhere: Visit) -> None:
    page = anywhere().open("praktyki/gdynia-pracownia/")
    bundle = page.locator("script[src*='javascripts/bundle']")
    expect(bundle).to_have_count(0)
    page.locator("[data-search-open]").click()
    page.keyboard.type("Pracownia", delay=0)
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    expect(bundle).to_have_count(1)


def test_an_address_with_a_query_opens_the_search(visit: Visit) -> None:
    page = visit().open("o-katalogu/?q=Pracownia")
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_have_value("Pracownia")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_single_letters_start_nothing(visit: Visit) -> None:
    visitor = visit()
    visitor.page.add_init_script("window.pressed = []; addEventListener('keydown', (key) => pressed.push(key), true);")
    page = visitor.open("")
    panel = page.locator(".search-panel")
    page.locator("[data-search-open]").click()  # the letters belong to the script of the theme, which runs from here on
    page.keyboard.type("Pracownia")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    for key in ("f", "s", "/", "n", "p", ",", "."):
        page.keyboard.press(key)
    expect(panel).to_be_hidden()
    assert page.evaluate("pressed.slice(-7).filter((key) => key.defaultPrevented).map((key) => key.key)") == []


def test_a_closed_search_is_there_for_nobody(visit: Visit) -> None:
    page = visit().open("")
    panel = page.locator(".search-panel")
    expect(panel).to_have_attribute("inert", "")
    page.locator("[data-search-open]").click()
    expect(panel).not_to_have_attribute("inert", re.compile(""))
    panel.get_by_role("button", name="Zamknij").click()
    expect(panel).to_have_attribute("inert", "")
