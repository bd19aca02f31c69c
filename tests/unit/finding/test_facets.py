"""Facets: which values there are, and how many practices have each."""

from pathlib import Path
from typing import Any

from tests.support.samples import published

from goodpractices.catalogue import Catalogue
from goodpractices.finding import FACETS, Facet, find_facets
from goodpractices.finding.facets import FACET_OF_DIMENSION


def facet(catalogue: Catalogue, name: str) -> Facet:
    return next(each for each in find_facets(catalogue) if each.name == name)


def counts(catalogue: Catalogue, name: str) -> dict[str, int]:
    return {value.id: value.count for value in facet(catalogue, name).values}


def test_there_is_every_facet_of_the_address(tmp_path: Path) -> None:
    assert tuple(each.name for each in find_facets(published(tmp_path, {"las": {}}))) == FACETS


def test_a_value_counts_the_practices_that_have_it(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {"themes": ["sport"]}, "staw": {"themes": ["zielen", "sport"]}})
    assert counts(catalogue, "theme") == {"zielen": 1, "sport": 2}


def test_a_place_with_two_roles_counts_once(tmp_path: Path) -> None:
    uses = [{"place": "gdynia", "role": "implemented"}, {"place": "gdynia", "role": "partner"}]
    assert counts(published(tmp_path, {"las": {"places": uses}}), "place") == {"gdynia": 1}


def test_values_that_nobody_has_are_left_out(tmp_path: Path) -> None:
    assert "kultura" not in counts(published(tmp_path, {"las": {"themes": ["sport"]}}), "theme")


def test_drafts_are_not_counted(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {"themes": ["sport"]}, "szkic": {"editorial": {"state": "draft"}}})
    assert sum(counts(catalogue, "kind").values()) == 1


def test_values_of_practices_stand_in_the_order_of_the_published_ones(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {"themes": ["sport"]}, "staw": {"themes": ["zielen"]}})
    by_id = dict(zip([each.id for each in catalogue.published], facet(catalogue, "theme").of, strict=True))
    assert by_id == {"las": ("sport",), "staw": ("zielen",)}


def test_what_an_entry_has_at_all_is_asked_in_one_box(tmp_path: Path) -> None:
    boxes = {each.name: each.box for each in find_facets(published(tmp_path, {"las": {}})) if each.box}
    assert boxes == dict.fromkeys(("has_cost", "has_results", "taken_over"), "given")


def test_a_dimension_is_narrowed_by_the_facet_of_its_members() -> None:
    assert FACET_OF_DIMENSION == {
        "themes": "theme",
        "target_groups": "target_group",
        "places": "place",
        "kinds": "kind",
        "support_types": "support",
        "programmes": "programme",
    }


def test_levels_of_evidence_go_from_the_highest_and_members_by_how_many_have_them(tmp_path: Path) -> None:
    orders = {each.name: each.order for each in find_facets(published(tmp_path, {"las": {}}))}
    members = ("theme", "target_group", "place", "kind", "support", "programme")
    assert {orders[name] for name in members} == {"commonest"}
    assert (orders["lifecycle"], orders["evidence"]) == ("own", "levels")


def test_values_of_registries_stand_by_the_alphabet_and_those_of_choices_in_their_own_order(tmp_path: Path) -> None:
    entries: dict[str, dict[str, Any]] = {
        "las": {"places": [{"place": "sopot"}, {"place": "gdynia"}], "lifecycle": "ended"},
        "staw": {"lifecycle": "running", "evidence_level": {"value": 2, "reason": "Ankiety"}},
    }
    catalogue = published(tmp_path, entries)
    assert [(value.id, value.label) for value in facet(catalogue, "place").values] == [
        ("gdynia", "Gdynia"),
        ("sopot", "Sopot"),
    ]
    assert [value.id for value in facet(catalogue, "lifecycle").values] == ["running", "ended"]
    assert counts(catalogue, "evidence") == {"2": 1, "missing": 1}
