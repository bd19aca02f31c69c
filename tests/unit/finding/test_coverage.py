"""The tables of what the catalogue has: each number is that of the catalogue narrowed to its row and column."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.properties import DEAR
from tests.support.real import real_catalogue as real
from tests.support.samples import with_registry

from goodpractices.catalogue import Catalogue, Practice
from goodpractices.catalogue.choices import EditorialState
from goodpractices.finding import (
    Axis,
    Coverage,
    Facet,
    cover,
    family_axis,
    find_facets,
    group_axis,
    group_practices,
    place_axis,
    theme_axis,
)
from goodpractices.finding.coverage import INTERMEDIARIES, MOST_PLACES, Cell, Line, themes_by_family

STATES: tuple[EditorialState, ...] = ("published", "needs_update", "draft", "withdrawn")


@cache
def first() -> Practice:
    return next(iter(real().practices.values()))


def some(values: Collection[str], most: int, least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(sorted(values)), min_size=least, max_size=most, unique=True).map(tuple)


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """The real terms and places, and practices made up of them: published or not, with a level of evidence or none."""
    catalogue, practice = real(), first()
    levels = [each.evidence_level for each in catalogue.published if each.evidence_level]
    editorials = [replace(practice.editorial, state=state) for state in STATES]
    practices: dict[str, Practice] = {}
    for number in range(draw(st.integers(0, 8))):
        changed: dict[str, Any] = {
            "id": f"p{number}",
            "themes": draw(some(catalogue.vocabularies["themes"], 5, least=1)),
            "target_groups": draw(some(catalogue.vocabularies["target_groups"], 6)),
            "places": tuple(
                replace(practice.places[0], place=each) for each in draw(some(catalogue.places, 4, least=1))
            ),
            "evidence_level": draw(st.none() | st.sampled_from(levels)),
            "editorial": draw(st.sampled_from(editorials)),
        }
        practices[f"p{number}"] = replace(practice, **changed)
    return replace(catalogue, practices=practices, fingerprints={})


def tables(catalogue: Catalogue) -> list[Coverage]:
    groups = group_axis(catalogue, intermediaries_apart=True)
    places = place_axis(catalogue, group_practices(catalogue))
    families = family_axis(catalogue)
    return [
        cover(catalogue, group_axis(catalogue, intermediaries_apart=False), families),
        cover(catalogue, groups, families),
        cover(catalogue, places, families),
        *(cover(catalogue, groups, theme_axis(catalogue, family)) for family in themes_by_family(catalogue)),
    ]


def narrowed(catalogue: Catalogue, facets: Iterable[Facet], chosen: Mapping[str, Collection[str]]) -> list[Practice]:
    """What the catalogue page leaves: OR within a facet, AND between them; one without known values narrows not."""
    kept = list(catalogue.published)
    for facet in facets:
        wanted = {value.id for value in facet.values} & set(chosen.get(facet.name, ()))
        has = {each.id: set(of) for each, of in zip(catalogue.published, facet.of, strict=True)}
        kept = [each for each in kept if not wanted or has[each.id] & wanted]
    return kept


@pytest.mark.slow
@DEAR
@given(catalogues())
def test_each_number_is_that_of_the_catalogue_narrowed_to_its_row_and_column(catalogue: Catalogue) -> None:
    facets = find_facets(catalogue)
    for table in tables(catalogue):
        narrowing = [each for each in facets if each.name in (table.rows.facet, table.columns.facet)]
        for row, cells in zip(table.rows.lines, table.cells, strict=True):
            for column, cell in zip(table.columns.lines, cells, strict=True):
                chosen = {table.rows.facet: row.values, table.columns.facet: column.values}
                found = narrowed(catalogue, narrowing, chosen) if row.values and column.values else []
                levels = [each.evidence_level.value for each in found if each.evidence_level]
                assert (cell.count, cell.level) == (len(found), max(levels, default=None))
                assert cell.has_counted_effects == any(level >= 2 for level in levels)


@pytest.mark.slow
@DEAR
@given(catalogues())
def test_every_practice_with_a_group_stands_in_some_cell(catalogue: Catalogue) -> None:
    table = cover(catalogue, group_axis(catalogue, intermediaries_apart=False), family_axis(catalogue))
    assert any(map(any, [[cell.count for cell in row] for row in table.cells])) == any(
        each.target_groups for each in catalogue.published
    )


def ids(axis: Axis) -> list[str]:
    return [line.id for line in axis.lines]


def test_a_broad_group_counts_its_narrower_ones() -> None:
    lines = {line.id: line for line in group_axis(real(), intermediaries_apart=True).lines}
    assert set(lines["migrants"].values) <= {"migrants", "refugees", "migrant-children", "asylum-seekers"}
    assert "refugees" in lines["migrants"].values
    assert "refugees" not in lines


def test_who_helps_others_comes_last_in_one_line_or_term_by_term() -> None:
    together = group_axis(real(), intermediaries_apart=False)
    assert ids(together)[-1] == INTERMEDIARIES
    assert together.lines[-1].term is None
    apart = ids(group_axis(real(), intermediaries_apart=True))
    assert apart[: len(ids(together)) - 1] == ids(together)[:-1]
    assert set(together.lines[-1].values) <= set(apart[len(ids(together)) - 1 :])


def test_themes_without_a_family_share_the_last_column() -> None:
    themes = {name: replace(term, family=None if name == "sport" else term.family) for name, term in terms().items()}
    catalogue = replace(real(), vocabularies={**real().vocabularies, "themes": themes})
    assert (ids(family_axis(catalogue))[-1], family_axis(catalogue).lines[-1].term) == ("other", "sport")
    assert ids(theme_axis(catalogue, "")) == ["sport"]


def terms() -> Mapping[str, Any]:
    return real().vocabularies["themes"]


def test_members_of_the_metropolis_come_first_and_other_places_by_how_many_practices_they_have() -> None:
    groups = group_practices(real())
    found = ids(place_axis(real(), groups))
    assert found[:3] == ["gdansk", "gdynia", "sopot"]
    counts = [len(groups.of("places", each)) for each in found[3:]]
    assert counts == sorted(counts, reverse=True)
    assert (min(counts) > 0, len(counts) <= MOST_PLACES) == (True, True)


def test_a_member_of_the_metropolis_without_practices_stands_there_too() -> None:
    catalogue = replace(real(), practices={})
    assert ids(place_axis(catalogue, group_practices(catalogue))) == ["gdansk", "gdynia", "sopot"]


THEMES = [
    {"id": "parki", "pl": "zieleń", "en": "green", "family": "community"},
    {"id": "etaty", "pl": "etaty", "en": "work", "family": "labour"},
    {"id": "teatr", "pl": "teatr", "en": "culture", "family": "community"},
]
GROUPS = [
    {"id": "urzedy", "pl": "urzędy", "en": "offices", "role": "intermediary"},
    {"id": "rodziny", "pl": "rodziny", "en": "families"},
    {"id": "dzieci", "pl": "dzieci", "en": "children", "broader": "rodziny"},
    {"id": "szkoly", "pl": "szkoły", "en": "schools", "role": "intermediary"},
    {"id": "niemowleta", "pl": "niemowlęta", "en": "babies", "broader": "dzieci"},
]
ENTRIES: dict[str, dict[str, Any]] = {
    "a": {"themes": ["parki", "etaty"], "target_groups": ["niemowleta", "szkoly"]},
    "b": {"themes": ["teatr"], "target_groups": ["rodziny"], "evidence_level": {"value": 0, "reason": "x"}},
    "c": {"themes": ["parki"], "target_groups": ["dzieci"], "evidence_level": {"value": 2, "reason": "x"}},
    "d": {"themes": ["sport"]},
}


@pytest.fixture
def small(tmp_path: Path) -> Catalogue:
    """Four practices in two places, among few themes and groups."""
    towns: list[dict[str, Any]] = [
        {"id": "hel", "name": "Hel", "country": "PL", "level": "town"},
        {"id": "metropolia", "name": "M", "country": "PL", "level": "metropolitan-area", "members": [{"place": "hel"}]},
    ]
    places = {"a": ["gdynia"], "b": ["sopot"], "c": ["sopot", "gdynia"], "d": ["sopot"]}
    entries = {name: {**each, "places": [{"place": one} for one in places[name]]} for name, each in ENTRIES.items()}
    lists: dict[str, list[dict[str, Any]]] = {
        "_vocabularies/themes": THEMES,
        "_vocabularies/target_groups": GROUPS,
        "_registry/places": towns,
    }
    return with_registry(tmp_path, lists, entries)


def test_themes_stand_by_family_each_line_with_the_term_that_would_fill_it(small: Catalogue) -> None:
    assert family_axis(small) == Axis(
        "themes",
        (
            Line("community", ("parki", "teatr"), "parki", "community", is_family=True),
            Line("labour", ("etaty",), "etaty", "labour", is_family=True),
            Line("other", ("sport",), "zielen", None, is_family=True),
        ),
    )
    assert theme_axis(small, "community") == Axis(
        "themes",
        (Line("parki", ("parki",), "parki", "community"), Line("teatr", ("teatr",), "teatr", "community")),
    )
    assert theme_axis(small, "").lines[:2] == (Line("zielen", (), "zielen"), Line("sport", ("sport",), "sport"))


def test_groups_stand_by_their_broadest_term_and_values_that_nobody_has_are_left_out(small: Catalogue) -> None:
    nobody = Line("seniorzy", (), "seniorzy")
    families = Line("rodziny", ("rodziny", "dzieci", "niemowleta"), "rodziny")
    assert group_axis(small, intermediaries_apart=False) == Axis(
        "target_groups", (nobody, families, Line(INTERMEDIARIES, ("szkoly",)))
    )
    assert group_axis(small, intermediaries_apart=True).lines == (
        nobody,
        families,
        Line("urzedy", (), "urzedy"),
        Line("szkoly", ("szkoly",), "szkoly"),
    )


def test_members_of_the_metropolis_stand_first_with_practices_or_without(small: Catalogue) -> None:
    assert place_axis(small, group_practices(small)) == Axis(
        "places", (Line("hel", (), "hel"), Line("sopot", ("sopot",), "sopot"), Line("gdynia", ("gdynia",), "gdynia"))
    )


def test_no_more_than_24_places_stand_beside_the_metropolis(tmp_path: Path) -> None:
    towns = [{"id": f"t{n}", "name": f"T{n}", "country": "PL", "level": "town"} for n in range(30)]
    entry = {"places": [{"place": each["id"]} for each in towns]}
    catalogue = with_registry(tmp_path, {"_registry/places": towns}, {"a": entry})
    assert len(place_axis(catalogue, group_practices(catalogue)).lines) == 24


def test_a_cell_counts_its_practices_and_has_their_strongest_evidence(small: Catalogue) -> None:
    table = cover(small, group_axis(small, intermediaries_apart=False), family_axis(small))
    assert table.cells == (
        (Cell(), Cell(), Cell()),
        (Cell(3, 2), Cell(1, None), Cell(0, None)),
        (Cell(1, None), Cell(1, None), Cell(0, None)),
    )
    assert (table.rows.facet, table.columns.facet) == ("target_group", "theme")
    places = cover(small, place_axis(small, group_practices(small)), theme_axis(small, "community"))
    assert places.cells == ((Cell(), Cell()), (Cell(1, 2), Cell(1, 0)), (Cell(2, 2), Cell()))


@pytest.mark.parametrize(("level", "counted"), [(None, False), (0, False), (1, False), (2, True), (4, True)])
def test_effects_are_counted_from_the_second_level_on(level: int | None, *, counted: bool) -> None:
    assert Cell(1, level).has_counted_effects is counted
