"""How filters are shown: families of themes, what stands together, what waits folded, what is said beside."""

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.support.planned import articles_of
from tests.support.samples import PL, plain, published, renderer, with_registry

from goodpractices.catalogue import Catalogue
from goodpractices.finding import find_facets
from goodpractices.publishing.pages.cards import Cards
from goodpractices.publishing.pages.catalogue_page import CataloguePage
from goodpractices.publishing.pages.facet_boxes import MOST_VALUES, OPEN_BOXES, FacetBox, facet_boxes

ADOPTED = {"adoptions": [{"state": "adopted", "place": "sopot"}]}
PAID = {"funding": [{"role": "total", "amount": 500, "currency": "PLN", "source": "s1"}]}
FAMILIES = [
    {"id": "osiedle", "pl": "osiedle", "en": "neighbourhood", "family": "community"},
    {"id": "sasiedzi", "pl": "sąsiedzi", "en": "neighbours", "family": "community"},
    {"id": "biblioteka", "pl": "biblioteka", "en": "library", "family": "community"},
    {"id": "rodzina", "pl": "rodzina", "en": "family", "family": "care"},
]
THEMED = {
    "a": {"themes": ["osiedle", "sasiedzi"]},
    "b": {"themes": ["sasiedzi", "rodzina"]},
    "c": {"themes": ["rodzina"]},
    "d": {"themes": ["sport"]},
}
RATES: list[dict[str, Any]] = [
    {
        **{"id": "pln", "currency": "PLN", "per_euro": {"2024": 4.3, "2025": 4.25}},
        **{"source": "Europejski Bank Centralny", "as_of": "2026-10-30"},
    }
]


def boxes(catalogue: Catalogue) -> dict[str, FacetBox]:
    return {box.name: box for box in facet_boxes(find_facets(catalogue), 5, catalogue.rates, PL)}


def page_of(catalogue: Catalogue) -> LexborHTMLParser:
    page = CataloguePage(catalogue, Cards(catalogue, renderer()), renderer())
    return LexborHTMLParser(articles_of(page.articles())["praktyki/"].content)


def words(nodes: list[LexborNode]) -> list[str]:
    return [plain(node.text()) for node in nodes]


def themed(folder: Path) -> Catalogue:
    return with_registry(folder, {"_vocabularies/themes": FAMILIES}, THEMED)


def test_families_hold_their_themes_and_count_a_practice_once(tmp_path: Path) -> None:
    theme = boxes(themed(tmp_path))["theme"]
    shown = [(each.value.id, each.value.count, [one.value.id for one in each.within]) for each in theme.first]
    assert shown == [("rodzina", 2, []), ("community", 2, ["sasiedzi", "osiedle"]), ("sport", 1, [])]


def test_the_address_names_themes_and_no_family(tmp_path: Path) -> None:
    page = page_of(themed(tmp_path))
    named = [node.attributes["value"] for node in page.css("[data-facet=theme] input[name=theme]")]
    assert named == ["rodzina", "sasiedzi", "osiedle", "sport"]
    [family] = page.css("[data-facet=theme] [data-family]")
    assert "name" not in family.attributes
    assert words(page.css(".facet__within > summary")) == ["2 tematy: wspólnota"]


def test_what_is_said_stands_together_first_that_it_is(tmp_path: Path) -> None:
    page = page_of(published(tmp_path, {"las": {**ADOPTED, **PAID}, "staw": {}}))
    [box] = page.css("[data-facet=given]")
    assert words(box.css("fieldset > ul .facet__label")) == ["ma koszt", "ktoś to przejął"]
    assert words(box.css(".facet__more .facet__label")) == ["kosztu nie podano", "nie wiadomo, czy ktoś przejął"]
    named = [(node.attributes["name"], node.attributes["value"]) for node in box.css("fieldset > ul input")]
    assert named == [("has_cost", "known"), ("taken_over", "known")]


def test_a_filter_that_only_tells_why_something_is_not_known_is_not_offered(tmp_path: Path) -> None:
    doubtful = [{**PAID["funding"][0], "disputed": {"what": "Różnie."}}]
    catalogue = published(tmp_path, {"las": {"funding": doubtful}, "staw": {}})
    assert len(next(each.values for each in find_facets(catalogue) if each.name == "cost")) == 2
    assert not {"cost", "given", "cost_per_person"} & boxes(catalogue).keys()


def test_filters_that_few_decide_by_wait_folded_and_all_have_a_name(tmp_path: Path) -> None:
    other = {"themes": ["sport"], "places": [{"place": "sopot"}], "kind": "service", "lifecycle": "ended", **PAID}
    page = page_of(published(tmp_path, {"las": {}, "staw": other}))
    names = [node.attributes["data-facet"] or "" for node in page.css("[data-facet]")]
    folded = [node.attributes["data-facet"] for node in page.css("details.facet > [data-facet]")]
    assert {*names} - {*folded} == {"given", "theme", "cost"} <= {*OPEN_BOXES}
    assert words(page.css("legend")) == [PL(f"catalogue.facets.{name}") for name in names]
    assert words(page.css("details.facet > summary")) == [PL(f"catalogue.facets.{name}") for name in folded]
    assert page.css("details[open]") == []


def test_levels_stand_from_the_strongest_and_gaps_behind_them(tmp_path: Path) -> None:
    levels = {
        name: {"evidence_level": {"value": value, "reason": "Bo tak."}}
        for name, value in zip("abc", "132", strict=True)
    }
    box = boxes(published(tmp_path, {**levels, "d": {}}))["evidence"]
    ids = [each.value.id for each in (*box.first, *box.more)]
    numbered = [each for each in ids if each.isdigit()]
    assert numbered == sorted(numbered, reverse=True)
    assert len(numbered) >= 3
    assert ids[: len(numbered)] == numbered


def test_steps_of_a_scale_are_marked_for_they_say_nothing_alone(tmp_path: Path) -> None:
    page = page_of(published(tmp_path, {"las": PAID, "staw": {"themes": ["sport"]}}))
    assert [node.attributes["data-facet"] for node in page.css("[data-scale]")] == ["cost"]


def test_a_filter_of_money_says_by_which_rate_of_when_and_whose(tmp_path: Path) -> None:
    given = {"las": PAID, "staw": {}}
    note = boxes(with_registry(tmp_path, {"_registry/rates": RATES}, given))["cost"].note
    assert plain(note).endswith(
        "po średnim kursie roku, np. 1 € = 4,25 zł w 2025 r. (Europejski Bank Centralny, stan na 30 października 2026)."
    )
    without = boxes(published(tmp_path / "other", given))["cost"].note
    assert without
    assert "kurs" not in without


@pytest.mark.parametrize(("count", "families"), [(MOST_VALUES, 1), (MOST_VALUES + 1, 0)])
def test_more_themes_than_come_with_the_page_stand_in_one_list(count: int, families: int, tmp_path: Path) -> None:
    terms = [{"id": f"t{n}", "pl": f"temat {n}", "en": f"theme {n}", "family": "care"} for n in range(count)]
    given = {f"p{n}": {"themes": [f"t{n}"]} for n in range(count)}
    page = page_of(with_registry(tmp_path, {"_vocabularies/themes": terms}, given))
    assert len(page.css("[data-family]")) == families
    assert len(page.css("input[name=theme]")) == MOST_VALUES
    assert len(page.css("[data-facet=theme] [data-rest]")) == 1 - families
