"""Facets: which values there are, and how many practices have each."""

from pathlib import Path
from typing import Any

from tests.support.samples import published, with_registry

from goodpractices.catalogue import Catalogue
from goodpractices.finding import FACETS, Facet, find_facets
from goodpractices.finding.facets import FACET_OF_DIMENSION, FacetValue


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


def test_themes_are_put_together_by_family_and_a_practice_counts_once_in_each(tmp_path: Path) -> None:
    themes = [
        {"id": "etaty", "pl": "etaty", "en": "work", "family": "labour"},
        {"id": "parki", "pl": "parki", "en": "green", "family": "community"},
        {"id": "teatr", "pl": "teatr", "en": "culture", "family": "community"},
    ]
    entries = {"a": {"themes": ["parki", "teatr", "sport"]}, "b": {"themes": ["parki"]}}
    found = facet(with_registry(tmp_path, {"_vocabularies/themes": themes}, entries), "theme")
    assert [(each.id, each.label, each.count, each.group) for each in found.values] == [
        ("sport", "sport", 1, ""),
        ("parki", "parki", 2, "community"),
        ("teatr", "teatr", 1, "community"),
    ]
    assert [(each.id, each.count, each.group) for each in found.groups] == [("community", 2, "")]
    assert found.groups[0].label


def test_steps_and_gaps_say_nothing_without_the_name_of_their_facet(tmp_path: Path) -> None:
    scales = [each.name for each in find_facets(published(tmp_path, {"las": {}})) if each.is_scale]
    assert scales == ["evidence", "cost", "place_size", "reach", "cost_per_person", "duration"]


def test_each_value_of_a_practice_has_a_label(tmp_path: Path) -> None:
    given = {
        "funding": [{"role": "total", "amount": 1, "currency": "PLN", "source": "s1"}],
        "evidence_level": {"value": 2, "reason": "x"},
        "period": {"start": "2020-01", "end": "2020-02"},
        "target_groups": ["seniorzy"],
    }
    for each in find_facets(published(tmp_path, {"las": given, "staw": {}})):
        assert {value for values in each.of for value in values} == {value.id for value in each.values}, each.name
        assert all(value.label for value in each.values)


def test_a_facet_narrows_where_there_is_a_choice_of_more_than_why_nothing_is_known() -> None:
    gaps = tuple(FacetValue(name, name, 1) for name in ("missing", "disputed", "planned", "not-applicable"))
    known = FacetValue("under-1k", "x", 1)
    assert not Facet("cost", gaps, ()).narrows
    assert not Facet("cost", (known,), ()).narrows
    assert Facet("cost", (known, gaps[0]), ()).narrows
