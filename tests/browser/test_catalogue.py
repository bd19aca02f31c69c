"""The catalogue page in a real browser: searched, narrowed, ordered, walked back through, by keyboard, on a phone."""

import itertools
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import violations
from tests.browser.visitor import PHONE, WIDE
from tests.support.pages import BuiltSite

from _shared.serving import served
from goodpractices.catalogue import Catalogue
from goodpractices.finding import FACETS, find_facets
from goodpractices.publishing.pages.catalogue_page import MOST_VALUES

pytestmark = pytest.mark.browser

COUNTS = """() => {
  const counts = {};
  for (const label of document.querySelectorAll("[data-facet] label")) {
    const { name, value } = label.querySelector("input");
    counts[name] = { ...counts[name], [value]: Number(label.querySelector(".facet__count").textContent) };
  }
  return counts;
}"""
NOTE_FIRST_ROW = """(() => {
  const look = () => {
    const row = document.querySelector("[data-rows] > *");
    if (!row) return requestAnimationFrame(look);
    window.firstRow = { hasTheme: window.document$ !== undefined, shown: row.checkVisibility() };
  };
  look();
})();"""
SORTS = ["relevance", "newest", "title", "evidence", "cost"]


@pytest.fixture(scope="session")
def changed_web(changed: BuiltSite) -> Iterator[str]:
    """The address of a site with more practices than are shown at once."""
    with served(changed.folder) as server:
        yield server.address


def results(page: Page) -> list[str]:
    """The ids of the practices that are shown, in order, once they are."""
    expect(page.locator("[data-catalogue]")).not_to_have_attribute("aria-busy", "true")
    shown: list[str] = page.locator("[data-result]:visible").evaluate_all("rows => rows.map(row => row.dataset.result)")
    return shown


def status(page: Page) -> Locator:
    return page.locator("#tresc [role=status]")


def box(page: Page) -> Locator:
    return page.locator("input[type=search][name=q]")


def tick(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f"input[name={facet}][value={value}]")


def test_the_whole_list_stands_there_before_anything_is_chosen(visit: Visit, site: BuiltSite) -> None:
    page = visit().open("praktyki/")
    assert sorted(results(page)) == sorted(site.records)
    expect(status(page)).to_have_text("14 praktyk")


def test_without_scripts_every_practice_is_there_and_no_filter_that_does_nothing(visit: Visit, site: BuiltSite) -> None:
    page = visit(javascript=False).open("praktyki/?q=szkoła&theme=migrant-integration")
    assert page.locator("[data-result]:visible").count() == len(site.records)
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(".browse a").first).to_be_visible()


def test_typing_finds_practices_in_any_form_of_a_word(visit: Visit) -> None:
    page = visit().open("praktyki/")
    box(page).press_sequentially("uchodzca")
    expect(status(page)).to_have_text("1 praktyka")
    expect(page.locator("[data-result]")).to_have_count(1)
    assert results(page) == ["pomorskie-spotkania-online"]
    row = page.locator("[data-result]:visible")
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
    assert results(page)[0] == "sopot-szkola-drugiej-szansy"
    assert page.locator("[data-result]:visible:not([data-match=similar])").count() == 0
    expect(page.locator("[data-result]:visible").first).to_contain_text("podobny wynik")
    page.get_by_role("button", name="Kopenhaga młodzież", exact=True).click()
    expect(page.locator("[data-notice]")).to_be_hidden()
    expect(box(page)).to_have_value("Kopenhaga młodzież")
    assert page.locator("[data-result]:visible:not([data-match=exact])").count() == 0


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(visit: Visit) -> None:
    page = visit().open("praktyki/")
    tick(page, "place", "sopot").check()
    expect(status(page)).to_have_text("2 praktyki")
    tick(page, "place", "stralsund").check()
    expect(status(page)).to_have_text("5 praktyk")
    tick(page, "theme", "migrant-integration").check()
    expect(status(page)).to_have_text("3 praktyki")
    assert {"stralsund-okragle-stoly", "stralsund-kdw-nachbarschaftszentrum"} < set(results(page))


def test_a_filter_without_results_stays_in_sight_and_cannot_be_pressed(visit: Visit) -> None:
    page = visit().open("praktyki/?place=gdynia")
    results(page)
    expect(tick(page, "place", "sopot")).to_be_enabled()
    expect(tick(page, "theme", "migrant-integration")).to_be_disabled()
    expect(tick(page, "theme", "migrant-integration")).to_be_visible()


def test_chosen_conditions_can_be_taken_away_one_by_one_and_all_at_once(anywhere: Visit) -> None:
    page = anywhere().open("praktyki/?q=praca&place=gdynia&kind=project")
    assert results(page) == ["gdynia-pracownia"]
    chips = page.locator("[data-chips]")
    assert sorted(chips.locator("button").all_inner_texts()) == ["Gdynia", "Wyczyść", "projekt", "„praca”"]
    page.get_by_role("button", name="Usuń warunek: Gdynia").click()
    expect(page).to_have_url(page.url.split("?")[0] + "?q=praca&kind=project")
    assert len(results(page)) > 1
    page.get_by_role("button", name="Wyczyść").click()
    expect(status(page)).to_have_text("14 praktyk")
    expect(box(page)).to_be_focused()
    expect(chips).to_be_hidden()
    assert "?" not in page.url


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
    expect(status(page)).to_have_text("2 praktyki")
    narrowed = results(page)
    page.locator("[data-result]:visible a").first.click()
    page.go_back()
    expect(status(page)).to_have_text("2 praktyki")
    assert results(page) == narrowed
    page.go_back()
    expect(tick(page, "place", "sopot")).not_to_be_checked()
    assert results(page) == with_word
    page.go_back()
    expect(status(page)).to_have_text("14 praktyk")
    expect(box(page)).to_have_value("")
    page.go_forward()
    expect(box(page)).to_have_value("szkoła")
    assert results(page) == with_word


@pytest.mark.parametrize("sort", SORTS)
def test_practices_are_put_in_order(visit: Visit, site: BuiltSite, sort: str) -> None:
    page = visit().open("praktyki/")
    whole = results(page)
    page.locator("select[name=sort]").select_option(sort)
    shown = results(page)
    assert sorted(shown) == sorted(site.records)
    if sort == "relevance":
        assert shown == whole
    if sort == "evidence":
        levels = [site.records[each].get("evidence_level", {}).get("value", -1) for each in shown]
        assert levels == sorted(levels, reverse=True)
    if sort == "newest":
        days = [site.records[each]["editorial"].get("created", "") for each in shown]
        assert days == sorted(days, reverse=True)
    if sort == "title":
        titles = [site.records[each]["title"] for each in shown]
        assert titles[0].startswith("Biuro")
        assert titles[-1].startswith("Standard")


@pytest.mark.parametrize("sort", SORTS)
def test_what_is_only_similar_comes_last_in_any_order(visit: Visit, sort: str) -> None:
    page = visit().open(f"praktyki/?q=okrągłe+stoły+integracji+mlodzeiz&sort={sort}")
    results(page)
    matches = page.locator("[data-result]").evaluate_all("rows => rows.map(row => row.dataset.match)")
    assert matches == sorted(matches)
    assert set(matches) == {"exact", "similar"}


def test_nothing_left_says_which_condition_to_give_up(visit: Visit) -> None:
    page = visit().open("praktyki/?q=sopot&place=stralsund")
    expect(status(page)).to_have_text("0 praktyk")
    page.get_by_role("button", name="bez: Stralsund").click()
    assert "sopot-szkola-drugiej-szansy" in results(page)
    assert page.url.endswith("?q=sopot")


def test_a_word_that_is_nowhere_brings_advice_and_nothing_else(visit: Visit) -> None:
    page = visit().open("praktyki/?q=xqzvwk")
    expect(status(page)).to_have_text("0 praktyk")
    expect(page.locator("[data-notice]")).to_contain_text("„xqzvwk”")
    expect(page.locator("[data-empty]")).to_contain_text("Sprawdź pisownię")


def test_unknown_values_in_the_address_are_left_aside(visit: Visit) -> None:
    page = visit().open("praktyki/?theme=nowhere&place=<b>&sort=best&x=1")
    expect(status(page)).to_have_text("14 praktyk")
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


def test_a_filter_with_many_values_shows_the_others_when_asked_for(visit: Visit, changed_web: str) -> None:
    page = visit(base=changed_web).open("praktyki/?q=kopia")
    values = page.locator("[data-facet=place] input")
    results(page)
    expect(values).to_have_count(MOST_VALUES)
    rest = page.locator("[data-facet=place] [data-rest]")
    rest.focus()
    page.keyboard.press("Enter")
    expect(rest).to_have_count(0)
    total = values.count()
    assert total > MOST_VALUES
    assert page.evaluate("document.activeElement.matches('[data-facet=place] input:enabled')")
    counts = page.locator("[data-facet=place] .facet__count").all_inner_texts()
    assert set(counts[MOST_VALUES:]) == {"0"}, "the commonest come first, and copies are in no other place"
    names = values.evaluate_all("all => all.map(each => each.value)")
    assert len(set(names)) == total


def test_an_address_may_ask_for_a_value_that_did_not_come_with_the_page(
    visit: Visit, changed_web: str, changed: BuiltSite
) -> None:
    page = visit(base=changed_web).open("praktyki/")
    shown = page.locator("[data-facet=place] input").evaluate_all("all => all.map(each => each.value)")
    beyond = min({use["place"] for record in changed.records.values() for use in record["places"]} - {*shown})
    page.goto(f"{changed_web}praktyki/?place={beyond}&theme=nowhere")
    found = results(page)
    assert 0 < len(found) < 5
    expect(tick(page, "place", beyond)).to_be_checked()
    expect(page.locator("[data-chips] li")).to_have_count(2)
    page.get_by_role("button", name="Wyczyść").click()
    expect(tick(page, "place", beyond)).not_to_be_checked()
    page.go_back()
    assert results(page) == found
    expect(tick(page, "place", beyond)).to_be_checked()


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


def test_on_a_phone_filters_wait_behind_a_button_that_counts_them(visit: Visit) -> None:
    visitor = visit(width=PHONE)
    page = visitor.open("praktyki/?theme=migrant-integration")
    results(page)
    toggle = page.get_by_role("button", name="Filtry (1)")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(tick(page, "place", "stralsund")).to_be_hidden()
    toggle.click()
    tick(page, "place", "stralsund").check()
    expect(page.get_by_role("button", name="Filtry (2)")).to_be_visible()
    page.get_by_role("button", name="Pokaż 3 praktyki").click()
    expect(tick(page, "place", "stralsund")).to_be_hidden()
    expect(status(page)).to_be_in_viewport()
    assert not visitor.scrolls_sideways


@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "light"), (PHONE, "dark")])
@pytest.mark.parametrize("query", ["?q=prcaa&theme=migrant-integration", "?q=sopot&place=stralsund"])
def test_nothing_stands_in_the_way_of_a_reader_who_narrows(visit: Visit, query: str, width: int, scheme: str) -> None:
    visitor = visit(width=width, scheme=scheme)
    page = visitor.open("praktyki/" + query)
    results(page)
    if width == PHONE:
        page.locator("[data-filters-toggle]").click()
    assert violations(visitor) == []
    assert not visitor.scrolls_sideways


def test_a_row_made_by_the_script_is_the_row_of_the_page(visit: Visit) -> None:
    page = visit().open("praktyki/")
    rows = """() => Object.fromEntries([...document.querySelectorAll("[data-result]")]
      .filter((row) => row.checkVisibility())
      .map((row) => [row.dataset.result, row.outerHTML.replace(/\\s+/g, " ")]))"""
    built: dict[str, str] = page.evaluate(rows)
    page.locator("select[name=sort]").select_option("title")
    assert len(results(page)) == len(built)
    assert page.evaluate(rows) == built


def test_a_practice_that_was_found_shows_what_was_asked_for(visit: Visit) -> None:
    page = visit().open("praktyki/?q=uchodzca")
    page.locator("[data-result]:visible a").first.click()
    expect(page.locator("article mark").first).to_be_visible()
    assert {text.lower() for text in page.locator("article mark").all_inner_texts()} >= {"uchodźcom", "uchodźców"}


def test_every_count_is_the_number_of_results_behind_it(visit: Visit, catalogue: Catalogue) -> None:
    page = visit().open("praktyki/?sort=title")
    results(page)
    facets = {facet.name: facet for facet in find_facets(catalogue)}
    address = page.url.split("?")[0]
    for one in FACETS:
        value = facets[one].values[0].id
        page.goto(f"{address}?{one}={value}")
        results(page)
        counted: dict[str, dict[str, int]] = page.evaluate(COUNTS)
        having = [value in values for values in facets[one].of]
        for other in set(FACETS) - {one}:
            for each in facets[other].values:
                left = sum(has and each.id in values for has, values in zip(having, facets[other].of, strict=True))
                assert counted[other][each.id] == left, (one, value, other, each.id)


def test_a_reader_narrows_reads_comes_back_and_searches_on(anywhere: Visit) -> None:
    page = anywhere().open("praktyki/?q=uchodzca")
    assert results(page) == ["pomorskie-spotkania-online"]
    box(page).fill("szkoła")
    tick(page, "place", "sopot").check()
    expect(status(page)).to_have_text("2 praktyki")
    assert re.search(r"/praktyki/(index\.html)?\?q=szko%C5%82a&place=sopot$", page.url)
    page.locator("[data-result]:visible a").first.click()
    expect(page.locator("article[data-practice] mark").first).to_be_visible()
    page.go_back()
    expect(status(page)).to_have_text("2 praktyki")
    page.locator("[data-search-open]").click()
    page.keyboard.type("bytow")
    expect(page.locator(".search-panel__link").first).to_contain_text("Międzynarodowo o migracji")


COUNTED = """(catalogues) => catalogues.map(({ facets, found, chosen }) => {
  const { kept, counts } = KatalogNarrowing.narrow(facets, found, chosen);
  return { kept, counts };
})"""


def test_counts_hold_for_any_catalogue(visit: Visit) -> None:
    page = visit().open("praktyki/")
    cases = list(itertools.islice(random_catalogues(), 300))
    for case, answer in zip(cases, page.evaluate(COUNTED, cases), strict=True):
        assert answer["kept"] == remaining(case, case["chosen"])
        for name, facet in case["facets"].items():
            for n, term in enumerate(facet["terms"]):
                alone = {**case["chosen"], name: [term["id"]]}
                assert answer["counts"][name][n] == len(remaining(case, alone))


def remaining(case: dict[str, Any], chosen: dict[str, list[str]]) -> list[int]:
    """The same rule, said as slowly as can be."""

    def fits(n: int, name: str) -> bool:
        facet = case["facets"][name]
        wanted = [value for value in chosen.get(name, []) if value in [term["id"] for term in facet["terms"]]]
        has = [facet["terms"][value]["id"] for value in facet["of"][n]]
        return not wanted or bool(set(wanted) & set(has))

    return [n for n in case["found"] if all(fits(n, name) for name in case["facets"])]


def random_catalogues() -> Iterator[dict[str, Any]]:
    """Catalogues, results of a search and chosen filters; the same ones each time."""
    chance = random.Random(20261122)  # noqa: S311 - nothing secret
    while True:
        size = chance.randrange(30)
        facets: dict[str, Any] = {}
        for name in FACETS[: chance.randrange(1, 9)]:
            terms = [{"id": f"{name}-{n}"} for n in range(chance.randrange(1, 6))]
            of = [sorted(chance.sample(range(len(terms)), chance.randrange(len(terms) + 1))) for _ in range(size)]
            facets[name] = {"terms": terms, "of": of}
        ids = {name: [term["id"] for term in facet["terms"]] + ["unknown"] for name, facet in facets.items()}
        chosen = {name: chance.sample(some, chance.randrange(len(some))) for name, some in ids.items()}
        found = [n for n in range(size) if chance.random() < 0.7]
        chance.shuffle(found)
        yield {"facets": facets, "found": found, "chosen": chosen}
