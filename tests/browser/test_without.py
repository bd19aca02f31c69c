"""Browsers that let a page do less: no storage, a script too new for them, none at all, a page shown again on Back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Dialog, Page, expect
from tests.browser.conftest import Visit
from tests.browser.visitor import PHONE, Visitor

pytestmark = pytest.mark.browser

# What a browser makes of syntax that it does not know.
TOO_NEW = "const pattern = /(?<"
SHOWN_AGAIN = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


@pytest.fixture
def refusing(visit: Visit) -> Visitor:
    visitor = visit(width=PHONE)
    visitor.refuse_storage()
    return visitor


@pytest.fixture
def failing(visit: Visit) -> Iterator[Visitor]:
    """A reader whose browser understands none of the scripts of the form and of the catalogue."""
    visitor = visit()
    for script in ("**/scripts/form/form.js", "**/scripts/catalogue/page.js"):
        visitor.page.route(script, lambda route: route.fulfill(body=TOO_NEW, content_type="text/javascript"))
    yield visitor
    assert visitor.complaints
    visitor.complaints.clear()


def scheme_of(page: Page) -> str | None:
    return page.locator("body").get_attribute("data-scheme")


def test_without_storage_the_scheme_is_that_of_the_page(refusing: Visitor) -> None:
    page = refusing.open("praktyki/gdynia-pracownia/")
    page.locator("details.menu summary").click()
    page.locator("[data-theme-button]").click()
    assert scheme_of(page) == "dark"
    page.locator("[data-theme-button]").click()
    assert scheme_of(page) == "light"
    page.keyboard.press("Escape")
    expect(page.locator("details.menu")).not_to_have_attribute("open", "")


def test_without_storage_words_are_found_and_marked(refusing: Visitor) -> None:
    page = refusing.open("praktyki/gdynia-pracownia/?h=pracy")
    expect(page.locator("article mark").first).to_be_visible()
    page = refusing.open("praktyki/?q=sopot")
    expect(page.locator("[data-result]").first).to_be_visible()
    page.locator("[data-search-open]").click()
    page.get_by_role("dialog").get_by_role("textbox").press_sequentially("gdyn")
    expect(page.locator(".search-panel__item").first).to_be_visible()


def test_without_storage_the_form_says_so_and_asks_before_it_is_left(refusing: Visitor) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page = refusing.open("zglos/#krok-1")
    refusing.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    expect(page.locator("[data-saved]")).to_contain_text("nie zapisze szkicu")
    page.remove_listener("dialog", refusing.dismiss)
    page.on("dialog", answer)
    page.locator("[data-step]:visible").get_by_role("textbox").first.press_sequentially("Las")
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert asked == ["beforeunload"]


def test_with_storage_the_form_is_left_without_a_question(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("zglos/#krok-1")
    visitor.wait_for("document.querySelector('[data-form]').dataset.state === 'ready'")
    page.locator("[data-step]:visible").get_by_role("textbox").first.press_sequentially("Las")
    page.goto("about:blank")
    assert visitor.complaints == []


def test_a_form_whose_script_fails_tells_the_other_ways(failing: Visitor) -> None:
    page = failing.open("zglos/")
    expect(page.get_by_text("Formularz działa tylko z włączonym JavaScriptem")).to_be_visible()
    expect(page.locator("[data-form]")).to_be_hidden()


def test_a_catalogue_whose_script_fails_shows_the_whole_list(failing: Visitor) -> None:
    page = failing.open("praktyki/?q=sopot")
    expect(page.get_by_text("Wyszukiwarka i filtry wymagają JavaScriptu")).to_be_visible()
    expect(page.locator("[data-whole] [data-result]:visible, [data-whole] .row:visible").nth(5)).to_be_visible()
    expect(page.locator("input[name=q]:visible")).to_have_count(0)


@pytest.mark.parametrize(
    ("address", "message"), [("praktyki/?q=sopot", "Znajdź na stronie"), ("en/practices/?q=sopot", "Find in page")]
)
def test_without_scripts_a_question_is_answered_by_how_to_search(visit: Visit, address: str, message: str) -> None:
    page = visit(javascript=False).open(address)
    expect(page.get_by_text(message)).to_be_visible()
    expect(page.locator("#tresc input[type=search]:visible")).to_have_count(0)


def test_with_scripts_nobody_is_told_how_to_do_without(visit: Visit) -> None:
    expect(visit().open("praktyki/").get_by_text("Znajdź na stronie")).to_be_hidden()


def test_a_page_shown_again_has_the_scheme_chosen_meanwhile(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open("")
    page.evaluate("KatalogScheme.choose('dark'); delete document.body.dataset.scheme")  # as the next page would have
    page.evaluate(SHOWN_AGAIN)
    assert scheme_of(page) == "dark"
    expect(page.locator("[data-theme-button] [data-theme-state]")).to_contain_text("ciemn")
    page.evaluate("localStorage.clear()")
    page.evaluate(SHOWN_AGAIN)
    assert scheme_of(page) is None
