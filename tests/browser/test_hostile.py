"""Hostile entries in a real browser: nothing runs, nothing is asked of another host."""

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Visit
from tests.conftest import HostileSite

pytestmark = pytest.mark.browser

INJECTED = "#tresc img, #tresc script:not([src]), [onclick]"
QUERIES = ["alert", "onclick", "onmouseover"]


def test_no_page_with_hostile_words_runs_any_of_them(visit: Visit, hostile: HostileSite, hostile_web: str) -> None:
    visitor = visit(base=hostile_web)
    # Every fifth: that no payload becomes markup is asked of all of them without a browser.
    for practice_id in [*hostile.payloads][::5]:
        page = visitor.open(f"praktyki/{practice_id}/")
        expect(page.locator(f"article[data-practice={practice_id}]")).to_be_visible()
    for address in ("", "praktyki/", "tematy/", "tematy/zly-0/", "organizacje/zly-1/", "miejsca/zly-2/"):
        visitor.open(address)


def test_hostile_words_among_the_results_of_a_search_stay_words(visit: Visit, hostile_web: str) -> None:
    page = visit(base=hostile_web).open("")
    page.locator("[data-search-open]").click()
    field = page.get_by_role("dialog").get_by_role("textbox")
    for query in QUERIES:
        field.clear()
        field.press_sequentially(query)
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        assert page.locator(".md-search-result [onclick], .md-search-result img, .md-search-result script").count() == 0


@pytest.mark.parametrize("query", QUERIES)
def test_hostile_words_among_the_results_of_the_catalogue_stay_words(
    visit: Visit, hostile_web: str, query: str
) -> None:
    page = visit(base=hostile_web).open(f"praktyki/?q={query}")
    expect(page.locator("[data-result]:visible mark").first).to_be_visible()
    assert page.locator(INJECTED).count() == 0


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "'-alert(1)-'", "%"])
def test_a_hostile_question_stays_a_question(visit: Visit, query: str) -> None:
    page = visit().open("")
    page.locator("#tresc").get_by_role("searchbox").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator("#tresc").get_by_role("searchbox")).to_have_value(query)
    expect(page.locator("[data-catalogue]")).not_to_have_attribute("aria-busy", "true")
    page.locator("[data-search-open]").click()
    page.get_by_role("dialog").get_by_role("textbox").press_sequentially(query + " gdyn")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
