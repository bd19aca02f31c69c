"""A marker of a map as its template prints it: where, how large, what it says and what is said for it."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.support.samples import PL, published

from goodpractices.catalogue import Place, Practice
from goodpractices.finding.map_layout import Box, Label, Marker
from goodpractices.finding.map_points import MapPoint
from goodpractices.finding.outline import View
from goodpractices.publishing.pages.map_drawing import Name, Pin, counted, drawing, marker_names, pin


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    return published(tmp_path, {"las": {}}).practices["las"]


def point(number: int, name: str, *practices: Practice, family: str = "youth") -> MapPoint:
    place = Place(id=f"p{number}", name=name, country="PL", level="town", lat=54, lon=18)
    return MapPoint(place, number, practices, 18.0, 54.0, family)


def marker(*points: MapPoint, half_width: float = 12) -> Marker:
    return Marker(points, (100.04, 50.06), (118, 50.06), half_width)


def some(practice: Practice, *ids: str) -> list[Practice]:
    return [replace(practice, id=each) for each in ids]


def test_a_pin_says_its_place_and_its_practices_and_where_its_box_is(practice: Practice) -> None:
    label = Label("Gdynia", (134.26, 54.96), "start", Box(134, 41, 180, 59))
    found = pin(replace(marker(point(7, "Gdynia", practice)), label=label), "#miejsce-gdynia", PL)
    assert found == Pin(
        address="#miejsce-gdynia",
        words="7 Gdynia: 1 praktyka",
        spoken="7 Gdynia: 1 praktyka",
        text="7",
        family="family-youth",
        x="118",
        y="50.1",
        badge="M106,62.1V50.1Q106,38.1 118,38.1H130V50.1Q130,62.1 118,62.1z",
        is_small=False,
        name=Name("Gdynia", "134.3", "55", "start"),
        place=("100", "50.1"),
    )


def test_a_pin_on_its_place_needs_no_line() -> None:
    found = pin(replace(marker(point(7, "Gdynia")), at=(100.04, 50.06)), "#a", PL)
    assert (found.place, found.name) == (None, None)


@pytest.mark.parametrize(
    ("numbers", "half_width", "text", "is_small"),
    [
        ((7,), 12, "7", False),
        ((99,), 12, "99", False),
        ((100,), 12, "100", True),
        ((7, 8), 20, "7–8", False),
        ((7, 9), 20, "7+", False),
        ((7, 8), 12, "7+", False),
        ((98, 99), 20, "98–99", True),
        ((99, 100), 20, "99+", False),
        ((999, 1001), 20, "999+", False),
        ((9999, 10001), 20, "9999+", True),
    ],
)
def test_numbers_in_a_row_are_told_from_to_where_there_is_room(
    numbers: tuple[int, ...], half_width: float, text: str, is_small: bool
) -> None:
    found = pin(marker(*(point(n, f"M{n}") for n in numbers), half_width=half_width), "#a", PL)
    assert (found.text, found.is_small) == (text, is_small)


def test_places_of_several_families_have_none() -> None:
    assert pin(marker(point(1, "A"), point(2, "B", family="labour")), "#a", PL).family == ""
    assert pin(marker(point(1, "A"), point(2, "B")), "#a", PL).family == "family-youth"


def test_a_practice_in_two_places_of_a_marker_counts_once(practice: Practice) -> None:
    one, other = some(practice, "a", "b")
    found = counted(marker(point(1, "Gdynia", one, other), point(2, "Sopot", one)), "#a", PL)
    assert (found.text, found.words, found.is_small) == ("2", "Gdynia i Sopot: 2 praktyki", False)
    assert found.spoken == "2 – Gdynia i Sopot: 2 praktyki"


def test_what_is_seen_is_said_first(practice: Practice) -> None:
    label = Label("Gdynia +1", (0, 0), "start", Box(0, 0, 1, 1))
    found = pin(replace(marker(point(1, "Gdynia", practice), point(2, "Sopot"), half_width=20), label=label), "#a", PL)
    assert found.spoken == "1–2 Gdynia +1 – 1 Gdynia i 2 Sopot: 1 praktyka"


def test_a_count_of_three_digits_is_small(practice: Practice) -> None:
    many = some(practice, *(f"p{n}" for n in range(100)))
    assert counted(marker(point(1, "A", *many)), "#a", PL).is_small
    assert not counted(marker(point(1, "A", *many[:99])), "#a", PL).is_small


def test_a_marker_is_called_by_up_to_three_places_those_with_most_practices_first(practice: Practice) -> None:
    names = [point(1, "A"), point(2, "B", practice), point(3, "C"), point(4, "D")]
    assert marker_names(names[:1]) == ["A"]
    assert marker_names(names[:2]) == ["B, A", "B +1"]
    assert marker_names(names[:3]) == ["B, A, C", "B, A +1", "B +2"]
    assert marker_names(names) == ["B, A +2", "B +3"]


def test_a_drawing_has_whole_units_and_the_land_of_its_view() -> None:
    view = View(300.4, 200.6, (18, 54), 1, (0, 0))
    found = drawing("mapa", "wide", view, [], "Mapa", "Opis", 0.8)
    assert (found.id, found.size, found.title, found.description) == ("mapa", "wide", "Mapa", "Opis")
    assert (found.width, found.height, found.pins) == (300, 201, ())
    assert found.land.startswith("M")
    assert found.land.endswith("z")
