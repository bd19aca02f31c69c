"""The map: every place once, inside the paper, and nothing over anything else."""

import math
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont
from tests.support.maps import (
    GDANSK,
    GDYNIA,
    JAWORZNO,
    LIZBONA,
    POMORSKIE,
    SOPOT,
    STRALSUND,
    Fields,
    at,
    mapped,
)
from tests.support.properties import DEAR
from tests.support.real import real_catalogue

from goodpractices.catalogue import Place
from goodpractices.finding import group_practices
from goodpractices.finding.geometry import clipped_line, clipped_ring, projected, simplified
from goodpractices.finding.map_layout import Box, Marker, lay_out, text_width
from goodpractices.finding.map_points import MOST, MapPlaces, MapPoint, main_family, map_places
from goodpractices.finding.outline import border_path, land_path, load_outline, view_of

SQUARE = (0.0, 0.0, 10.0, 10.0)


def numbered(parent: Path, *places: Fields, **practices: Fields) -> MapPlaces:
    catalogue = mapped(parent, places, practices)
    return map_places(catalogue, group_practices(catalogue))


def names(points: tuple[MapPoint, ...]) -> list[str]:
    return [point.place.name for point in points]


def point(number: int, longitude: float, latitude: float) -> MapPoint:
    place = Place(
        id=f"p{number}", name=f"Miejscowość {number}", country="PL", level="town", lat=latitude, lon=longitude
    )
    return MapPoint(place, number, (), longitude, latitude)


def called(points: object) -> list[str]:
    assert isinstance(points, tuple)
    return [", ".join(names(points)), points[0].place.name]


def boxes(markers: tuple[Marker, ...]) -> list[Box]:
    return [marker.box for marker in markers] + [marker.label.box for marker in markers if marker.label]


EVERYWHERE = at("lizbona", "jaworzno", "stralsund", "gdansk", "gdynia")


def test_numbers_go_from_home_outwards_and_from_north_to_south(tmp_path: Path) -> None:
    places = numbered(tmp_path, LIZBONA, JAWORZNO, STRALSUND, GDANSK, GDYNIA, a=EVERYWHERE)
    assert names(places.points) == ["Gdynia", "Gdańsk", "Jaworzno", "Stralsund", "Lizbona"]
    assert [each.number for each in places.points] == [1, 2, 3, 4, 5]


def test_a_place_with_practices_appears_once_and_one_without_does_not(tmp_path: Path) -> None:
    both = {"a": at("gdynia", "pomorskie"), "b": at("gdynia", "sopot")}
    places = numbered(tmp_path, GDYNIA, JAWORZNO, SOPOT, POMORSKIE, **both)
    assert sorted(each.place.id for each in places.points) == ["gdynia", "sopot"]
    assert [each.place.id for each in places.unplaced] == ["pomorskie"]


def test_a_place_without_coordinates_is_listed_only_where_a_practice_names_it(tmp_path: Path) -> None:
    assert numbered(tmp_path, GDYNIA, POMORSKIE, a=at("gdynia")).unplaced == ()


def test_a_place_beyond_the_outline_is_listed_beside_the_map(tmp_path: Path) -> None:
    quebec = {"id": "quebec", "name": "Québec", "country": "CA", "lat": "46.8", "lon": "-71.2"}
    places = numbered(tmp_path, GDYNIA, quebec, a=at("gdynia", "quebec"))
    assert [each.place.id for each in places.unplaced] == ["quebec"]


def test_the_home_region_is_that_of_the_metropolitan_area(tmp_path: Path) -> None:
    area = {"id": "omggs", "name": "Obszar Metropolitalny", "level": "metropolitan-area", "parent": "pomorskie"}
    towns = [{**town, "parent": "pomorskie"} for town in (GDYNIA, SOPOT)]
    places = numbered(tmp_path, *towns, JAWORZNO, POMORSKIE, area, a=at("jaworzno", "gdynia", "sopot"))
    assert names(places.home) == ["Gdynia", "Sopot"]
    assert places.region
    assert places.region.id == "pomorskie"


def test_the_colour_is_that_of_most_practices_and_of_none_when_they_are_even() -> None:
    catalogue = real_catalogue()
    work, youth, second = (
        catalogue.practices[each]
        for each in ("gdynia-pracownia", "jaworzno-mlodziez-solidarna", "sopot-szkola-drugiej-szansy")
    )
    assert main_family([work, youth, second], catalogue) == "youth"
    assert main_family([work, youth], catalogue) == main_family([], catalogue) == ""


def test_more_places_than_a_map_can_hold_are_counted(tmp_path: Path) -> None:
    towns = [{"id": f"m{n}", "name": f"M {n}", "lat": f"{50 + n / 100:.2f}", "lon": "19"} for n in range(MOST + 3)]
    named = [town["id"] for town in towns]
    practices = {f"p{n}": at(*named[n : n + 20]) for n in range(0, len(named), 20)}
    places = numbered(tmp_path, *towns, **practices, again=at(f"m{MOST + 2}"))
    assert (len(places.points), places.left_out) == (MOST, 3)
    assert f"m{MOST + 2}" in {each.place.id for each in places.points}


places_in_europe = st.lists(st.tuples(st.floats(-24, 44), st.floats(34, 71)), min_size=1, max_size=60)
places_in_a_town = st.lists(st.tuples(st.floats(18.4, 18.7), st.floats(54.3, 54.6)), min_size=1, max_size=60)


@DEAR
@given(places_in_europe | places_in_a_town, st.sampled_from([288.0, 680.0]), st.sampled_from([0.0, 7.0, 26.0]))
def test_nothing_on_a_map_covers_anything_else(positions: list[tuple[float, float]], width: float, near: float) -> None:
    points = [point(n, *position) for n, position in enumerate(positions, 1)]
    view = view_of(positions, width, (200, 640), 22, 90)
    markers = lay_out(points, view, called, near=near)
    shown = sorted(each.number for marker in markers for each in marker.points)
    assert shown == list(range(1, len(points) + 1))
    assert all(box.within(view) for box in boxes(markers))
    assert not [pair for pair in combinations(boxes(markers), 2) if pair[0].overlaps(pair[1])]
    assert lay_out(points, view, called, near=near) == markers


def test_a_marker_is_large_enough_to_touch() -> None:
    points = [point(1, 18.53, 54.52), point(2, 18.56, 54.44), point(3, 19.27, 50.2)]
    view = view_of([(each.longitude, each.latitude) for each in points], 288, (200, 300), 22)
    single, wide = sorted(lay_out(points, view, called, near=7), key=lambda marker: len(marker.points))
    for marker, width in ((single, 24), (wide, 40)):
        assert marker.box.right - marker.box.left == pytest.approx(width)
        assert marker.box.bottom - marker.box.top == pytest.approx(24)


@DEAR
@given(places_in_europe)
def test_every_point_is_on_the_paper(positions: list[tuple[float, float]]) -> None:
    view = view_of(positions, 680, (320, 640), 44, 400)
    for position in positions:
        x, y = view.on_paper(*position)
        assert 43 <= x <= 637
        assert 43 <= y <= view.height - 43


def test_neighbours_share_a_number_where_they_would_share_a_point() -> None:
    points = [point(1, 18.53, 54.52), point(2, 18.56, 54.44), point(3, 19.27, 50.2)]
    view = view_of([(each.longitude, each.latitude) for each in points], 288, (200, 300), 22)
    markers = lay_out(points, view, called, near=7)
    assert [[each.number for each in marker.points] for marker in markers] == [[1, 2], [3]]


def test_neighbours_are_told_apart_by_a_line_where_there_is_room() -> None:
    points = [point(1, 18.53, 54.52), point(2, 18.56, 54.44), point(3, 17.49, 54.17)]
    view = view_of([(each.longitude, each.latitude) for each in points], 288, (220, 280), 40, 165)
    markers = lay_out(points, view, called)
    assert [len(marker.points) for marker in markers] == [1, 1, 1]
    assert any(marker.is_moved for marker in markers)


def test_wide_letters_take_more_room() -> None:
    assert text_width("WWW") > text_width("aaa") > text_width("iii") > 0


@pytest.mark.parametrize("name", ["Sopot, Gdynia +1", "Wielka Brytania", "Zachodniopomorskie", "Łódź i Sącz"])
def test_a_name_is_given_the_room_it_needs_in_a_wide_typeface_with_its_letters_spaced_apart(name: str) -> None:
    path = str(files("fontpkg_montserrat") / "files" / "Montserrat[wght].ttf")
    # Not every machine has the library that moves letters closer together.
    typeface = ImageFont.truetype(path, 1000, layout_engine=ImageFont.Layout.BASIC)
    typeface.set_variation_by_name("Medium")
    spaced = typeface.getlength(name) / 1000 + 0.12 * len(name) + 0.16 * name.count(" ")
    assert spaced <= text_width(name, 1) < 1.2 * spaced


@pytest.mark.parametrize(("longitude", "latitude"), [(18.65, 54.35), (-9.15, 38.73), (10.75, 59.91)])
def test_distances_from_the_middle_are_nearly_true(longitude: float, latitude: float) -> None:
    """Against the great circle; the projection keeps areas, so distances at this reach are short by under 2 %."""
    a, b = math.radians(52), math.radians(latitude)
    turn = math.radians(longitude - 10)
    true = 6371 * math.acos(math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(turn))
    assert math.hypot(*projected(longitude, latitude, (10, 52))) == pytest.approx(true, rel=0.02)


def test_a_straight_line_needs_only_its_ends() -> None:
    assert simplified([(0, 0), (1, 0.1), (2, 0), (3, 5), (4, 0)], 0.5) == [(0, 0), (2, 0), (3, 5), (4, 0)]


def test_a_shape_is_cut_at_the_window() -> None:
    assert sorted(clipped_ring([(-5, 5), (5, -5), (15, 5), (5, 15)], SQUARE)) == [
        *[(0, 0), (0, 0), (0, 10), (0, 10)],
        *[(10, 0), (10, 0), (10, 10), (10, 10)],
    ]
    assert clipped_ring([(20, 20), (30, 20), (30, 30)], SQUARE) == []


def test_a_line_that_leaves_the_window_comes_back_as_two() -> None:
    assert list(clipped_line([(1, 1), (1, 12), (5, 12), (5, 1)], SQUARE)) == [[(1, 1), (1, 10)], [(5, 10), (5, 1)]]


def test_the_outline_holds_the_land_and_the_same_bytes_each_time() -> None:
    outline = load_outline()
    view = view_of([(14, 49), (24, 55)], 300, (200, 300), 20)
    land, borders = land_path(outline, view, 0.8), border_path(outline, view, 0.8)
    land_path.cache_clear()
    border_path.cache_clear()
    assert land_path(outline, view, 0.8) == land
    assert border_path(outline, view, 0.8) == borders
    ElementTree.fromstring(f'<path d="{land}{borders}"/>')  # noqa: S314 - our own markup
    assert land.count("M") == land.count("z") >= 1
    assert "M" in borders


def test_the_outline_is_small_and_knows_its_edges() -> None:
    outline = load_outline()
    assert outline.holds(18.6, 54.4)
    assert not outline.holds(-71.2, 46.8)
    west, south, east, north = outline.window
    assert all(
        west - 0.1 <= x <= east + 0.1 and south - 0.1 <= y <= north + 0.1 for ring in outline.land for x, y in ring
    )
