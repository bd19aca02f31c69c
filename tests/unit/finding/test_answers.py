"""What filters say of a practice: a band of what is sure, and else why there is none."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import with_registry

from goodpractices.catalogue import Catalogue
from goodpractices.finding import find_facets

DOUBT = {"what": "Źródła podają różne liczby."}
COUNTED = {**DOUBT, "counted": True, "decision": "Liczymy umowę."}


def person(value: int | None = None, **fields: Any) -> dict[str, Any]:
    given = {"id": "participants", "label": "osoby", "unit": "person", "nature": "output", "source": "s1", **fields}
    return {**given, "value": value} if value is not None else given


def money(amount: float, currency: str = "PLN", **fields: Any) -> dict[str, Any]:
    return {"role": "total", "amount": amount, "currency": currency, "source": "s1", **fields}


def place(name: str, level: str = "town", people: int | None = None, **fields: Any) -> dict[str, Any]:
    population = {"population": {"value": people, "as_of": "2025-01-01", "source": "GUS"}} if people else {}
    return {"id": name, "name": name.capitalize(), "country": "PL", "level": level, **population, **fields}


PLACES = [
    place("osada", people=19_999),
    place("miasto", people=100_000),
    place("metropolia", people=600_000),
    place("dzielnica", "district", 30_000, parent="metropolia"),
    place("przysiolek", "district", 300),
    place("nieznane"),
    place("kraina", "region", 9_000_000),
]
RATES = [
    {
        **{"id": "pln", "currency": "PLN", "per_euro": {"2020": 4.0, "2021": 5.0}},
        **{"source": "Europejski Bank Centralny", "as_of": "2026-10-30"},
    }
]


def catalogue(folder: Path, **fields: Any) -> Catalogue:
    return with_registry(folder, {"_registry/places": PLACES, "_registry/rates": RATES}, {"las": fields})


def values(folder: Path, facet: str, **fields: Any) -> list[str]:
    found = next(each for each in find_facets(catalogue(folder, **fields)) if each.name == facet)
    return list(found.of[0])


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"funding": [money(249_999)]}, "under-250k"),
        ({"funding": [money(250_000)]}, "250k-1m"),
        ({"funding": [money(60_000, "EUR", period="2020")]}, "under-250k"),
        ({"funding": [money(60_000, "EUR", period="2020/2021")]}, "250k-1m"),
        ({"funding": [money(60_000, "EUR", period="2019")]}, "no-rate"),
        ({"funding": [money(60_000, "EUR")]}, "no-rate"),
        ({"funding": [money(60_000, "NOK", period="2020")]}, "no-rate"),
        ({"funding": [money(60_000, planned=True)]}, "planned"),
        ({"funding": [money(60_000, disputed=DOUBT)]}, "disputed"),
        ({"funding": [money(60_000, disputed=COUNTED)]}, "under-250k"),
        ({"funding": [money(60_000, role="own")]}, "missing"),
        ({"not_applicable": {"funding": "Nic nie kosztuje."}}, "not-applicable"),
        ({}, "missing"),
    ],
)
def test_the_cost_is_the_amount_of_the_strip_in_zloty(given: Mapping[str, Any], expected: str, tmp_path: Path) -> None:
    assert values(tmp_path, "cost", **given) == [expected]


@pytest.mark.parametrize(
    ("funding", "figures", "expected"),
    [
        ([money(99_900)], [person(100)], "under-1k"),
        ([money(100_000)], [person(100)], "1-10k"),
        ([money(2_500, "EUR")], [person(100)], "no-rate"),
        ([money(0)], [person(100)], "under-1k"),
        ([money(100_000)], [person(100, disputed=DOUBT)], "not-computed"),
        ([money(100_000, disputed=DOUBT)], [person(100)], "disputed"),
        ([money(100_000, planned=True)], [person(100)], "planned"),
        ([money(100_000, role="grant")], [person(100)], "not-computed"),
        ([], [person(100)], "missing"),
    ],
)
def test_the_cost_of_a_person_is_in_a_band_only_where_it_may_be_computed(
    funding: list[Any], figures: list[Any], expected: str, tmp_path: Path
) -> None:
    assert values(tmp_path, "cost_per_person", funding=funding, indicators=figures) == [expected]


def test_the_cost_of_a_person_is_told_by_the_rate_of_the_years_of_the_practice(tmp_path: Path) -> None:
    given = {"period": {"start": "2020-01", "end": "2020-12"}, "funding": [money(25_100, "EUR")]}
    assert values(tmp_path, "cost_per_person", indicators=[person(100)], **given) == ["1-10k"]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (person(99), ["under-100"]),
        (person(100), ["100-1000"]),
        (person(min=90, max=1_500, precision="range"), ["under-100", "100-1000", "1-10k"]),
        (person(words="kilkaset osób"), ["not-people"]),
        (person(9, unit="event"), ["not-people"]),
        (person(9, nature="target"), ["planned"]),
        (person(9, disputed=DOUBT), ["disputed"]),
        (person(9, nature="context"), ["missing"]),
    ],
)
def test_reach_is_counted_in_people(figure: Any, expected: list[str], tmp_path: Path) -> None:
    assert values(tmp_path, "reach", indicators=[figure]) == expected


@pytest.mark.parametrize(
    ("period", "lifecycle", "as_of", "expected"),
    [
        ({"start": "2020-01", "end": "2020-12"}, "ended", None, ["under-1y"]),
        ({"start": "2020-01", "end": "2021-01"}, "ended", None, ["1-3y"]),
        ({"start": "2020", "end": "2020"}, "ended", None, ["under-1y"]),
        ({"start": "2010", "end": "2013"}, "ended", None, ["1-3y", "3-10y"]),
        ({"start": "2020-03", "end": "2020"}, "ended", None, ["under-1y"]),
        ({"start": "201X", "end": "2021"}, "ended", None, ["missing"]),
        ({"end": "2021"}, "ended", None, ["missing"]),
        ({"start": "2010"}, "ended", None, ["missing"]),
        ({"start": "2010"}, "running", None, ["ongoing"]),
        ({"start": "2010"}, "running", "2020-11", ["ongoing"]),
        ({"start": "2010"}, "running", "2020-12", ["over-10y", "ongoing"]),
        ({"start": "XXXX"}, "running", "2021-01", ["ongoing"]),
        ({"start": "2010", "end": "2013", "disputed": DOUBT}, "ended", None, ["disputed"]),
        ({"start": "2010-01", "end": "2010-03", "disputed": COUNTED}, "ended", None, ["under-1y"]),
        (None, "running", "2021", ["ongoing"]),
        (None, "idea", None, ["missing"]),
    ],
)
def test_duration_is_counted_in_months_and_what_goes_on_has_no_end(
    period: Any, lifecycle: str, as_of: str | None, expected: list[str], tmp_path: Path
) -> None:
    given = {"period": period, "lifecycle": lifecycle, "lifecycle_as_of": as_of}
    assert values(tmp_path, "duration", **{name: value for name, value in given.items() if value}) == expected


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (["osada"], ["under-20k"]),
        (["miasto"], ["100-500k"]),
        (["osada", "miasto", "metropolia"], ["under-20k", "100-500k", "over-500k"]),
        (["dzielnica", "metropolia"], ["over-500k"]),
        (["dzielnica"], ["over-500k"]),
        (["przysiolek"], ["under-20k"]),
        (["kraina"], ["wider"]),
        (["nieznane"], ["missing"]),
        (["nieznane", "osada"], ["under-20k"]),
    ],
)
def test_places_are_as_large_as_their_municipalities(places: list[str], expected: list[str], tmp_path: Path) -> None:
    assert values(tmp_path, "place_size", places=[{"place": each} for each in places]) == expected


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("implemented", "partner"), ["under-20k"]),
        (("reach", "partner"), ["under-20k"]),
        (("partner", "implemented"), ["100-500k"]),
        (("host", "partner"), ["missing"]),
    ],
)
def test_only_where_a_practice_works_counts(roles: tuple[str, str], expected: list[str], tmp_path: Path) -> None:
    uses = [{"place": "osada", "role": roles[0]}, {"place": "miasto", "role": roles[1]}]
    assert values(tmp_path, "place_size", places=uses) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [("adopted", "known"), ("adapted", "known"), ("considered", "missing"), ("piloting", "missing")],
)
def test_who_only_thinks_of_a_practice_or_tries_it_has_not_taken_it_over(
    state: str, expected: str, tmp_path: Path
) -> None:
    assert values(tmp_path, "taken_over", adoptions=[{"state": state, "place": "osada"}]) == [expected]


@pytest.mark.parametrize(
    ("facet", "field"), [("evidence", "evidence_level"), ("taken_over", "adoptions"), ("has_results", "indicators")]
)
def test_what_does_not_apply_is_told_from_what_is_not_given(facet: str, field: str, tmp_path: Path) -> None:
    assert values(tmp_path / "one", facet) == ["missing"]
    assert values(tmp_path / "other", facet, not_applicable={field: "Nie dotyczy."}) == ["not-applicable"]


def test_a_result_under_dispute_is_none_that_an_entry_has(tmp_path: Path) -> None:
    doubtful = [person(9, nature="outcome", disputed=DOUBT)]
    assert values(tmp_path, "has_results", indicators=doubtful) == ["disputed"]
    assert values(tmp_path / "other", "has_results", indicators=[person(9, nature="outcome")]) == ["known"]
