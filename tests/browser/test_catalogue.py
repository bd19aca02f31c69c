"""The catalogue page in a real browser: searched, ordered, walked back through, by keyboard."""

import re

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.catalogue_page import box, results, status, tick
from tests.browser.conftest import Visit
from tests.support.pages import BuiltSite

pytestmark = pytest.mark.browser

NOTE_FIRST_ROW = """(() => {
  const look = () => {
    const row = document.querySelector("[data-rows] > *");
    if (!row) return requestAnimationFrame(look);
    window.firstRow = { hasTheme: window.document$ !== undefined, shown: row.checkVisibility() };
  };
  look();
})();"""
SORTS = ["relevance", "newest", "title", "evidence", "cost"]


def test_the_whole_list_stands_there_before_anything_is_chosen(visit: Visit, site: BuiltSite) -> None:
    page = visit().open("praktyki/")
    assert sorted(results(page)) == sorted(site.records)
    expect(status(page)).to_have_text("46 praktyk")


def test_without_scripts_every_practice_is_there_and_no_filter_that_does_nothing(visit: Visit, site: BuiltSite) -> None:
    page = visit(javascript=False).open("praktyki/?q=szkoła&theme=migrant-integration")
    assert page.locator("[data-result]:visible").count() == len(site.records)
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(".browse a").first).to_be_visible()


def test_typing_finds_practices_in_any_form_of_a_word(visit: Visit) -> None:
    page = visit().open("praktyki/")
    box(page).press_sequentially("uchodzca")
    expect(status(page)).to_have_text("13 praktyk")
    expect(page.locator("[data-rows] [data-result]")).to_have_count(13)
    assert results(page)[0] == "pomorskie-spotkania-online"
    row = page.locator("[data-result]:visible").first
    expect(row).to_have_attribute("data-match", "exact")
    expect(row.locator("mark").first).to_have_text("uchodźcom")
    expect(page).to_have_url(page.url.split("?")[0] + "?q=uchodzca")


def test_a_word_that_stands_in_the_story_alone_is_shown_there(visit: Visit) -> None:
    page = visit().open("praktyki/?q=pracy")
    reason = page.locator("[data-result=gdynia-pracownia]:visible .row__reason")
    page.locator("[data-result=gdynia-pracownia]:visible").scroll_into_view_if_needed()
    expect(reason).to_contain_text("pracy")
    assert reason.locator("mark").count() > 0


def test_a_misspelt_word_is_said_and_what_may_be_meant_is_one_press_away(visit: Visit) -> None:
    page = visit().open("praktyki/?q=Kopenhaga+mlodzeiz")
    expect(page.locator("[data-notice]")).to_contain_text("Brak wyników dla „mlodzeiz”.")
    assert results(page)[0] == "caritas-druga-szansa"
    assert page.locator("[data-result]:visible:not([data-match=similar])").count() == 0
    expect(page.locator("[data-result]:visible").first).to_contain_text("podobny wynik")
    page.get_by_role("button", name="Kopenhaga młodzież", exact=True).click()
    expect(page.locator("[data-notice]")).to_be_hidden()
    expect(box(page)).to_have_value("Kopenhaga młodzież")
    assert page.locator("[data-result]:visible:not([data-match=exact])").count() == 0


def test_the_address_brings_everything_back(visit: Visit) -> None:
    address = "praktyki/?q=praca&theme=migrant-integration&theme=language-learning&kind=project&sort=title"
    page = visit().open(address)
    expect(box(page)).to_have_value("praca")
    expect(page.locator("select[name=sort]")).to_have_value("title")
    chosen = page.locator("[data-facet] input:checked").evaluate_all("all => all.map(each => each.value)")
    assert sorted(chosen) == ["language-learning", "migrant-integration", "project"]
    assert page.url.endswith(address)
    expect(page.locator(".search-panel")).to_be_hidden()


def test_what_the_address_asks_is_answered_before_the_theme_starts(visit: Visit) -> None:
    visitor = visit()
    visitor.page.add_init_script(NOTE_FIRST_ROW)
    page = visitor.open("praktyki/?q=uchod%C5%BAcom")
    assert page.evaluate("window.firstRow") == {"hasTheme": False, "shown": True}
    assert page.url.endswith("praktyki/?q=uchod%C5%BAcom")
    expect(page.locator(".filters__body")).to_be_visible()


def test_an_index_that_cannot_be_read_leaves_the_whole_list_and_says_so(browser: Browser, web: str) -> None:
    page = browser.new_page()
    page.route("**/szukaj/core.js", lambda route: route.abort())
    page.goto(web + "praktyki/?q=szko%C5%82a")
    expect(page.locator("[data-notice]")).to_be_visible()
    expect(page.locator("[data-whole] .row").first).to_be_visible()
    page.close()


def test_back_and_forward_walk_through_the_steps(anywhere: Visit) -> None:
    page = anywhere().open("praktyki/")
    box(page).press_sequentially("szkoła")
    expect(page).to_have_url(page.url.split("?")[0] + "?q=szko%C5%82a")
    with_word = results(page)
    tick(page, "place", "sopot").check()
    expect(status(page)).to_have_text("4 praktyki")
    narrowed = results(page)
    page.locator("[data-result]:visible a").first.click()
    page.go_back()
    expect(status(page)).to_have_text("4 praktyki")
    assert results(page) == narrowed
    page.go_back()
    expect(tick(page, "place", "sopot")).not_to_be_checked()
    assert results(page) == with_word
    page.go_back()
    expect(status(page)).to_have_text("46 praktyk")
    expect(box(page)).to_have_value("")
    page.go_forward()
    expect(box(page)).to_have_value("szkoła")
    assert results(page) == with_word


def test_practices_are_put_in_order(visit: Visit, site: BuiltSite) -> None:
    page = visit().open("praktyki/")
    whole = results(page)
    shown = {}
    for sort in (*SORTS[1:], SORTS[0]):
        page.locator("select[name=sort]").select_option(sort)
        shown[sort] = results(page)
    assert [sort for sort, ids in shown.items() if sorted(ids) != sorted(site.records)] == []
    assert shown["relevance"] == whole
    levels = [site.records[each].get("evidence_level", {}).get("value", -1) for each in shown["evidence"]]
    assert levels == sorted(levels, reverse=True)
    days = [site.records[each]["editorial"].get("created", "") for each in shown["newest"]]
    assert days == sorted(days, reverse=True)
    titles = [site.records[each]["title"] for each in shown["title"]]
    assert titles[0].startswith("„Najpierw mieszkanie”")
    assert titles[-1].startswith("UrbanLab")


def test_what_is_only_similar_comes_last_in_any_order(visit: Visit) -> None:
    page = visit().open("praktyki/?q=okrągłe+stoły+integracji+mlodzeiz")
    for sort in SORTS:
        page.locator("select[name=sort]").select_option(sort)
        results(page)
        assert page.url.endswith("mlodzeiz" if sort == SORTS[0] else f"&sort={sort}")
        matches = page.locator("[data-result]").evaluate_all("rows => rows.map(row => row.dataset.match)")
        assert matches == sorted(matches), sort
        assert set(matches) == {"exact", "similar"}, sort


def test_a_word_that_is_nowhere_brings_advice_and_nothing_else(visit: Visit) -> None:
    page = visit().open("praktyki/?q=xqzvwk")
    expect(status(page)).to_have_text("0 praktyk")
    expect(page.locator("[data-notice]")).to_contain_text("„xqzvwk”")
    expect(page.locator("[data-empty]")).to_contain_text("Sprawdź pisownię")


def test_unknown_values_in_the_address_are_left_aside(visit: Visit) -> None:
    page = visit().open("praktyki/?theme=nowhere&place=<b>&sort=best&x=1")
    expect(status(page)).to_have_text("46 praktyk")
    expect(page.locator("[data-chips]")).to_be_hidden()


def test_more_than_fifty_results_come_when_asked_for(visit: Visit, changed_web: str, changed: BuiltSite) -> None:
    page = visit(base=changed_web).open("praktyki/?place=barth")
    total = len([each for each in changed.records.values() if "barth" in [use["place"] for use in each["places"]]])
    expect(status(page)).to_contain_text(f"{total} praktyk")
    assert len(results(page)) == 50
    page.get_by_role("button", name="Pokaż jeszcze 50").click()
    expect(page.locator("[data-result]:visible")).to_have_count(100)
    assert page.evaluate("document.activeElement.closest('[data-result]').matches(':nth-child(51)')")
    page.get_by_role("button", name="Pokaż jeszcze").click()
    assert len(set(results(page))) == total
    page.locator("[data-result]:visible a").last.click()
    page.go_back()
    expect(page.locator("[data-result]:visible")).to_have_count(total)


def test_the_keyboard_alone_is_enough(visit: Visit) -> None:
    page = visit().open("praktyki/")
    box(page).focus()
    page.keyboard.type("gdynia")
    page.keyboard.press("Enter")
    expect(box(page)).to_be_focused()
    assert "gdynia-pracownia" in results(page)
    while not page.evaluate("document.activeElement.matches('[data-facet] input')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.checked")
    expect(page.locator("[data-chips] button")).to_have_count(3)


def test_a_row_made_by_the_script_is_the_row_of_the_page(visit: Visit) -> None:
    page = visit().open("praktyki/")
    rows = """() => Object.fromEntries([...document.querySelectorAll(".row[data-result]")]
      .filter((row) => row.checkVisibility())
      .map((row) => [row.dataset.result, row.outerHTML.replace(/\\s+/g, " ")]))"""
    built: dict[str, str] = page.evaluate(rows)
    page.locator("select[name=sort]").select_option("title")
    assert len(results(page)) == 46
    made: dict[str, str] = page.evaluate(rows)
    assert len(built) > 30
    assert {practice: made[practice] for practice in built} == built


def test_a_practice_that_was_found_shows_what_was_asked_for(visit: Visit) -> None:
    page = visit().open("praktyki/?q=uchodzca")
    page.locator("[data-result]:visible a").first.click()
    expect(page.locator("article mark").first).to_be_visible()
    assert {text.lower() for text in page.locator("article mark").all_inner_texts()} >= {"uchodźcom", "uchodźców"}


def test_a_reader_narrows_reads_comes_back_and_searches_on(anywhere: Visit) -> None:
    page = anywhere().open("praktyki/?q=uchodzca")
    assert results(page)[0] == "pomorskie-spotkania-online"
    box(page).fill("szkoła")
    tick(page, "place", "sopot").check()
    expect(status(page)).to_have_text("4 praktyki")
    assert re.search(r"/praktyki/(index\.html)?\?q=szko%C5%82a&place=sopot$", page.url)
    page.locator("[data-result]:visible a").first.click()
    expect(page.locator("article[data-practice] mark").first).to_be_visible()
    page.go_back()
    expect(status(page)).to_have_text("4 praktyki")
    page.locator("[data-search-open]").click()
    page.keyboard.type("bytow")
    expect(page.locator(".search-panel__link").first).to_contain_text("Międzynarodowo o migracji")
