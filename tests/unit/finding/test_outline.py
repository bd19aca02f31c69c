"""The paper of a map: what is on it, at which scale, and the land under it as the data of a path."""

import math

import pytest

from goodpractices.finding.geometry import Point
from goodpractices.finding.outline import (
    Outline,
    View,
    border_path,
    country_view,
    land_path,
    load_countries,
    load_outline,
    view_of,
)

EQUATOR = View(width=100, height=100, centre=(0, 0), scale=10 / 111.19, middle=(0, 0))
"""A paper of ten degrees around a point where ten units are a degree: 111.19 km."""


def land(*rings: tuple[Point, ...]) -> Outline:
    return Outline((-90, -90, 90, 90), rings, ())


def border(*lines: tuple[Point, ...]) -> Outline:
    return Outline((-90, -90, 90, 90), (), lines)


def square(size: float, west: float = 0, south: float = 0) -> tuple[Point, ...]:
    return (west, south), (west + size, south), (west + size, south + size), (west, south + size)


def test_a_place_is_drawn_to_the_right_of_the_middle_in_the_east_and_above_it_in_the_north() -> None:
    assert EQUATOR.on_paper(0, 0) == (50, 50)
    assert EQUATOR.on_paper(1, 0) == pytest.approx((60, 50), abs=0.01)
    assert EQUATOR.on_paper(0, 2) == pytest.approx((50, 30), abs=0.02)


def test_what_is_in_the_middle_of_the_paper_may_be_beside_the_centre_of_the_projection() -> None:
    beside = View(100, 80, (0, 0), 10 / 111.19, (111.19, -222.38))
    assert beside.on_paper(1, -2) == pytest.approx((50, 40), abs=0.02)


def test_the_window_of_a_paper_reaches_a_tenth_beyond_its_corners() -> None:
    # Half a diagonal of 70.7 and the margin of 6, a tenth more: 84.4 units, or 8.44 degrees.
    west, south, east, north = EQUATOR.degrees()
    assert (south, north) == pytest.approx((-8.44, 8.44), abs=0.01)
    assert (west, east) == pytest.approx((-8.53, 8.53), abs=0.01)


def test_the_window_of_a_paper_far_in_the_north_grows_wider_and_ends_before_the_pole() -> None:
    west, south, east, north = View(100, 100, (20, 60), 10 / 111.19, (111.19, 0)).degrees()
    assert (south, north) == pytest.approx((50.56, 69.44), abs=0.01)
    assert (west, east) == pytest.approx((20 - 26.87, 20 + 26.87), abs=0.02)
    assert View(100, 100, (20, 85), 10 / 111.19, (0, 0)).degrees()[3] == 89
    assert View(100, 100, (20, -85), 10 / 111.19, (0, 0)).degrees()[1] == -89


def test_a_view_holds_the_outermost_places_within_the_padding() -> None:
    view = view_of([(10, 0), (12, 0), (11, 1)], 240, (50, 500), 20)
    assert view.centre == (11, 0.5)
    assert view.on_paper(10, 0) == pytest.approx((20, 120), abs=0.05)
    assert view.on_paper(12, 0) == pytest.approx((220, 120), abs=0.05)
    assert (view.width, view.height) == (240, 140)
    assert view.scale == pytest.approx(100 / 111.19, rel=0.001)


def test_a_view_of_one_place_is_as_wide_as_asked_and_as_low_as_allowed() -> None:
    view = view_of([(10, 50)], 240, (50, 500), 20, least_km=120)
    assert (view.scale, view.height) == (2, 50)
    assert view.on_paper(10, 50) == (120, 25)
    assert view_of([(10, 50)], 240, (50, 500), 20).scale == 200


def test_a_view_of_places_above_each_other_is_as_high_as_allowed() -> None:
    view = view_of([(10, 0), (10, 10)], 240, (50, 160), 20)
    assert view.height == 160
    assert view.on_paper(10, 10)[1] == pytest.approx(20, abs=0.1)
    assert view.on_paper(10, 0)[1] == pytest.approx(140, abs=0.1)


def test_land_is_a_closed_path_of_steps_in_tenths() -> None:
    assert land_path(land(square(2)), EQUATOR, 0.1) == "M50,50l20,0 0,-20-20,0z"


def test_points_that_are_nearer_than_the_fineness_are_left_out() -> None:
    ring = ((0, 0), (1, 0.01), (2, 0), (2, 2), (0, 2))
    assert land_path(land(ring), EQUATOR, 0.3) == "M50,50l20,0 0,-20-20,0z"


def test_islands_of_less_than_six_squares_of_the_fineness_are_left_out() -> None:
    # A square of 0.25 degrees is 2.5 units wide: 6.25 square units.
    assert land_path(land(square(0.25)), EQUATOR, 1.0) != ""
    assert land_path(land(square(0.24)), EQUATOR, 1.0) == ""


def test_land_is_cut_six_units_beyond_the_paper() -> None:
    assert land_path(land(square(60, -30, -30)), EQUATOR, 0.1) == "M106,106l0,-112-112,0 0,112z"
    assert land_path(land(square(2, 20, 20)), EQUATOR, 0.1) == ""


def test_a_border_is_an_open_path_cut_as_the_land_is() -> None:
    assert border_path(border(((0, 0), (1, 0), (1, 1))), EQUATOR, 0.1) == "M50,50l10,0 0,-10"
    assert border_path(border(((0, 0), (8, 0))), EQUATOR, 0.1) == "M50,50l56,0"
    assert border_path(border(((7, 0), (7, 1))), EQUATOR, 0.1) == ""


def test_a_line_whose_points_fall_together_draws_nothing() -> None:
    assert border_path(border(((0, 0), (0.0001, 0))), EQUATOR, 0.001) == ""


def test_the_window_of_the_outline_holds_what_is_inside_it() -> None:
    outline = Outline((0, 0, 10, 20), (), ())
    assert outline.holds(5, 15)
    assert not any(outline.holds(*each) for each in ((0, 5), (10, 5), (5, 0), (5, 20), (15, 5)))


def test_the_outline_is_read_in_degrees() -> None:
    outline = load_outline()
    west, south, east, north = outline.window
    points = [point for ring in outline.land for point in ring]
    assert all(west <= x <= east and south <= y <= north for x, y in points)
    assert len(points) > 1000
    assert any(math.dist(point, (18.8, 54.6)) < 0.1 for point in points), "the tip of Hel"
    assert outline.borders


def test_crimea_is_part_of_ukraine_and_the_north_of_cyprus_of_cyprus() -> None:
    def lies_in(code: str, x: float, y: float) -> bool:
        return any(_holds(ring, x, y) for ring in load_countries()[code])

    assert lies_in("UA", 34.1, 45.2)
    assert not lies_in("RU", 34.1, 45.2)
    assert lies_in("CY", 33.4, 35.25)


def test_a_country_lies_on_its_paper_with_room_around_it() -> None:
    view = country_view("AT", 384, 216, 17)
    drawn = [view.on_paper(*point) for point in load_countries()["AT"][0]]
    assert min(x for x, _ in drawn) >= 16.5
    assert max(x for x, _ in drawn) <= 367.5
    assert min(y for _, y in drawn) >= 16.5
    assert max(y for _, y in drawn) <= 199.5


def test_of_a_country_at_the_edge_of_the_outline_the_south_is_shown_and_nothing_beyond_the_edge() -> None:
    north = load_outline().window[3]
    view = country_view("NO", 384, 216, 17)
    assert view.degrees()[3] <= north
    assert view.on_paper(5.3, 60.4)[1] < 216  # Bergen


def test_far_islands_do_not_make_the_map_of_a_country_small() -> None:
    assert country_view("FR", 384, 216, 17).on_paper(9.1, 42.2)[0] > 200  # Corsica is drawn where there is room
    assert country_view("FR", 384, 216, 17).scale > 0.17


def _holds(ring: tuple[Point, ...], x: float, y: float) -> bool:
    """Whether a point lies within a ring, by how often a line to the west crosses it."""
    edges = zip(ring, (*ring[1:], ring[0]), strict=True)
    return (
        sum((y1 > y) != (y2 > y) and x > x1 + (y - y1) / (y2 - y1) * (x2 - x1) for (x1, y1), (x2, y2) in edges) % 2 == 1
    )
