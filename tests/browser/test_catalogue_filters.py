"""Filters of the catalogue page in a real browser: what they leave, what they count, how they are taken away."""

import itertools
import random
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from tests.browser.catalogue_page import UNFOLD, box, results, status, tick
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import violations
from tests.browser.visitor import PHONE, WIDE
from tests.support.pages import BuiltSite
from tests.support.samples import plain
from tests.support.thorough import at_night

from goodpractices.catalogue import Catalogue
from goodpractices.finding import FACETS, find_facets
from goodpractices.publishing.pages.facet_boxes import MOST_VALUES

pytestmark = pytest.mark.browser

# Every value with the number beside it; those that a filter keeps for later are asked for.
COUNTS = """async () => {
  for (const each of document.querySelectorAll(".filters details")) each.open = true;
  for (const rest of document.querySelectorAll("[data-rest]")) {
    rest.click();
    while (rest.isConnected) await new Promise(requestAnimationFrame);
  }
  const counts = {};
  for (const input of document.querySelectorAll("[data-facet] input[name]")) {
    const { name, value } = input;
    const label = input.closest("label");
    counts[name] = { ...counts[name], [value]: Number(label.querySelector(".facet__count").textContent) };
  }
  return counts;
}"""
GO = """(address) => {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}"""
SCROLLERS = """[...document.querySelectorAll(".filters *")].filter((each) => {
  return each.scrollHeight > each.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(each).overflowY);
}).length"""
# What stands beside each value, what is left once it is ticked, by the status and by rows, and what when it is not.
LEFT = """async ([values, patience]) => {
  const catalogue = document.querySelector("[data-catalogue]");
  const status = document.querySelector("#tresc [role=status]");
  const settled = async () => {
    const end = performance.now() + patience;
    while (catalogue.hasAttribute("aria-busy") && performance.now() < end) await new Promise(requestAnimationFrame);
    return status.textContent.trim();
  };
  const found = [];
  for (const [name, value] of values) {
    const box = document.querySelector(`input[name="${name}"][value="${value}"]`);
    for (let each = box; each; each = each.parentElement) if (each.matches("details")) each.open = true;
    const beside = box.closest("label").querySelector(".facet__count").textContent;
    if (!box.checkVisibility({ visibilityProperty: true })) throw new Error(`${name} ${value} is not shown`);
    box.click();
    const left = await settled();
    const rows = [...document.querySelectorAll("[data-result]")].filter((each) => each.checkVisibility());
    box.click();
    found.push([beside, left, rows.map((each) => each.dataset.result), await settled()]);
  }
  return found;
}"""
PATIENCE = 5000  # ms
SPELT_WRONG, NOTHING_LEFT = "?q=prcaa&theme=migrant-integration", "?q=sopot&place=stralsund"
COUNTED = """(catalogues) => catalogues.map(({ facets, found, chosen }) => {
  const { kept, counts } = KatalogNarrowing.narrow(facets, found, chosen);
  return { kept, counts };
})"""


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(visit: Visit) -> None:
    page = visit().open("praktyki/")
    tick(page, "place", "sopot").check()
    expect(status(page)).to_have_text("4 praktyki")
    tick(page, "place", "stralsund").check()
    expect(status(page)).to_have_text("7 praktyk")
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
    page.get_by_role("button", name="Usuń filtr: Gdynia").click()
    expect(page).to_have_url(page.url.split("?")[0] + "?q=praca&kind=project")
    assert len(results(page)) > 1
    page.get_by_role("button", name="Wyczyść").click()
    expect(status(page)).to_have_text("46 praktyk")
    expect(box(page)).to_be_focused()
    expect(chips).to_be_hidden()
    assert "?" not in page.url


def test_nothing_left_says_which_condition_to_give_up(visit: Visit) -> None:
    page = visit().open("praktyki/?q=sopot&place=stralsund")
    expect(status(page)).to_have_text("0 praktyk")
    page.get_by_role("button", name="bez: Stralsund").click()
    assert "sopot-szkola-drugiej-szansy" in results(page)
    assert page.url.endswith("?q=sopot")


def test_a_filter_with_many_values_shows_the_others_when_asked_for(visit: Visit, changed_web: str) -> None:
    page = visit(base=changed_web).open("praktyki/?q=%22kopia+numer%22")
    values = page.locator("[data-facet=place] input[name]")
    results(page)
    expect(values).to_have_count(MOST_VALUES)
    rest = page.locator("[data-facet=place] [data-rest]")
    expect(rest).to_be_hidden()
    page.locator("details:has(> [data-facet=place]) > summary").press("Enter")
    page.locator("[data-facet=place] summary").press("Enter")
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
    shown = page.locator("[data-facet=place] input[name]").evaluate_all("all => all.map(each => each.value)")
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


def test_nothing_left_leads_on_to_what_is_near_to_themes_and_to_the_form(anywhere: Visit) -> None:
    page = anywhere().open("praktyki/?q=sopot&place=stralsund")
    expect(status(page)).to_have_text("0 praktyk")
    near = page.locator("[data-nearest] li")
    expect(near).to_have_count(3)
    expect(near.first).to_contain_text("nie pasuje: Stralsund")
    themes = page.locator("[data-empty] a[href*='theme=']")
    expect(themes).to_have_count(5)
    expect(page.get_by_role("link", name="Zgłoś, czego szukasz")).to_have_attribute("href", re.compile("/zglos/"))
    themes.nth(1).click()
    page.wait_for_url(re.compile("[?]theme="))
    assert len(results(page)) > 0
    page.go_back()
    near.first.locator("a").click()
    expect(page.locator("article[data-practice]")).to_be_visible()


def test_no_list_of_values_scrolls_inside_the_page(visit: Visit) -> None:
    page = visit().open("praktyki/")
    page.evaluate("document.querySelectorAll('.facet__more').forEach((each) => { each.open = true; })")
    assert page.evaluate(SCROLLERS) == 0


@pytest.mark.parametrize(
    ("query", "width", "scheme"),
    [
        (SPELT_WRONG, WIDE, "light"),
        (NOTHING_LEFT, PHONE, "dark"),
        at_night(SPELT_WRONG, PHONE, "dark"),
        at_night(NOTHING_LEFT, WIDE, "light"),
    ],
)
def test_nothing_stands_in_the_way_of_a_reader_who_narrows(visit: Visit, query: str, width: int, scheme: str) -> None:
    visitor = visit(width=width, scheme=scheme)
    page = visitor.open("praktyki/" + query)
    results(page)
    if width == PHONE:
        page.locator("[data-filters-toggle]").click()
    assert violations(visitor) == []
    assert not visitor.scrolls_sideways


def test_every_count_is_the_number_of_results_behind_it(visit: Visit, catalogue: Catalogue) -> None:
    page = visit().open("praktyki/?sort=title")
    results(page)
    facets = {facet.name: facet for facet in find_facets(catalogue) if facet.narrows}
    address = page.url.split("?")[0]
    for one in facets:
        value = facets[one].values[0].id
        # Another address of the same page, as going back brings it; loading the page each time would take longest.
        page.evaluate(GO, f"{address}?{one}={value}")
        results(page)
        counted: dict[str, dict[str, int]] = page.evaluate(COUNTS)
        having = [value in values for values in facets[one].of]
        for other in facets.keys() - {one}:
            for each in facets[other].values:
                left = sum(has and each.id in values for has, values in zip(having, facets[other].of, strict=True))
                assert counted[other][each.id] == left, (one, value, other, each.id)


def test_a_family_ticks_its_themes_and_the_address_names_these(visit: Visit, catalogue: Catalogue) -> None:
    page = visit().open("praktyki/")
    theme = next(facet for facet in find_facets(catalogue) if facet.name == "theme")
    for group in theme.groups:
        members = {value.id for value in theme.values if value.group == group.id}
        family = page.locator(".facet__family", has=page.locator(f"input[value={min(members)}]")).locator(
            "[data-family]"
        )
        if len(members) == 1:
            expect(family).to_have_count(0)
            continue
        family.evaluate(UNFOLD)
        family.check()
        expect(status(page)).to_have_text(re.compile(rf"^{group.count} "))
        assert {*parse_qs(urlsplit(page.url).query)["theme"]} == members
        expect(page.locator("[data-chips] li")).to_have_count(2)
        family.uncheck()
        expect(status(page)).to_have_text("46 praktyk")


def test_every_value_leaves_as_many_practices_as_stand_beside_it(visit: Visit, catalogue: Catalogue) -> None:
    page = visit().open("praktyki/")
    facets = [facet for facet in find_facets(catalogue) if facet.narrows]
    shown = page.locator("[data-facet] input[name]").evaluate_all("all => all.map((each) => [each.name, each.value])")
    expected = {(facet.name, value.id): value.count for facet in facets for value in facet.values}
    assert {*map(tuple, shown)} <= expected.keys()
    asked = [(facet, value) for facet in facets if facet.is_scale or facet.box for value in facet.values]
    found = page.evaluate(LEFT, [[[facet.name, value.id] for facet, value in asked], PATIENCE])
    for (facet, value), (beside, left, rows, afterwards) in zip(asked, found, strict=True):
        of_one = facet.name, value.id
        assert (of_one, beside, left.split()[0]) == (of_one, str(value.count), str(value.count))
        having = [p.id for p, of in zip(catalogue.published, facet.of, strict=True) if value.id in of]
        assert {*rows} <= {*having}, of_one
        assert afterwards == "46 praktyk", of_one


def test_what_is_given_narrows_together_and_a_step_is_told_with_its_filter(
    anywhere: Visit, catalogue: Catalogue
) -> None:
    page = anywhere().open("praktyki/?has_cost=known&taken_over=known&cost=1-10m")
    of = {facet.name: facet.of for facet in find_facets(catalogue)}
    given = zip(catalogue.published, of["has_cost"], of["taken_over"], of["cost"], strict=True)
    expected = {each.id for each, *answers in given if answers == [("known",), ("known",), ("1-10m",)]}
    assert {*results(page)} == expected != set()
    chips = page.locator("[data-chips] button").all_inner_texts()
    assert [plain(each) for each in chips] == ["ma koszt", "ktoś to przejął", "Koszt: 1–10 mln zł", "Wyczyść"]


def test_a_folded_filter_opens_by_the_keyboard_and_by_its_address(visit: Visit) -> None:
    page = visit().open("praktyki/")
    fold = page.locator("details:has(> [data-facet=duration])")
    expect(page.locator("input[name=duration]").first).to_be_hidden()
    fold.locator("> summary").press("Enter")
    expect(page.locator("input[name=duration]").first).to_be_visible()
    page.goto(page.url + "?duration=ongoing")
    results(page)
    expect(page.locator("input[name=duration][value=ongoing]")).to_be_visible()
    expect(page.locator("input[name=kind]").first).to_be_hidden()


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
