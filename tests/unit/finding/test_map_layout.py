"""Where numbers and names stand on a map: on their place, beside it with a line, or shared, by exact distances."""

from collections.abc import Sequence

import pytest

from goodpractices.catalogue import Place
from goodpractices.finding.map_layout import Box, Label, Marker, _leader_boxes, _places_for, lay_out, text_width
from goodpractices.finding.map_points import MapPoint
from goodpractices.finding.outline import View

PAPER = View(width=400, height=300, centre=(0, 0), scale=10 / 111.19, middle=(0, 0))
"""Ten units are a degree, and the middle is at 200, 150."""


def point(number: int, x: float, y: float) -> MapPoint:
    """A point that is drawn at some units from the left and the top, as nearly as the projection has it."""
    longitude, latitude = (x - 200) / 10, (150 - y) / 10
    place = Place(id=f"p{number}", name=f"M{number}", country="PL", level="town", lat=latitude, lon=longitude)
    return MapPoint(place, number, (), longitude, latitude)


def named(points: Sequence[MapPoint]) -> list[str]:
    return [points[0].place.name]


def unnamed(points: Sequence[MapPoint]) -> list[str]:
    return []


def at(marker: Marker) -> tuple[int, int]:
    return round(marker.at[0]), round(marker.at[1])


def test_a_line_is_as_wide_as_its_letters_with_what_readers_may_add() -> None:
    # A capital 0.84, two others 0.68, a narrow one and a space 0.41, a wide one 1.06; 0.12 after each, 0.16 a space.
    assert text_width("Abc iw", 10) == pytest.approx(10 * (0.84 + 2 * 0.68 + 2 * 0.41 + 1.06 + 6 * 0.12 + 0.16))
    assert text_width("M") == pytest.approx(14 * 1.18)


@pytest.mark.parametrize(
    ("other", "gap", "overlaps"),
    [
        (Box(10, 0, 20, 10), 0, False),
        (Box(9.9, 0, 20, 10), 0, True),
        (Box(10, 0, 20, 10), 0.1, True),
        (Box(-10, 0, 0, 10), 0, False),
        (Box(-10, 0, 0, 10), 0.1, True),
        (Box(0, 10, 10, 20), 0, False),
        (Box(0, 9.9, 10, 20), 0, True),
        (Box(0, 11, 10, 20), 1, False),
        (Box(0, -10, 10, 0), 0, False),
        (Box(0, -11, 10, -1), 1.1, True),
        (Box(4, 4, 6, 6), 0, True),
    ],
)
def test_boxes_overlap_where_they_share_more_than_an_edge_or_come_nearer_than_the_gap(
    other: Box, gap: float, overlaps: bool
) -> None:
    assert Box(0, 0, 10, 10).overlaps(other, gap) is overlaps


@pytest.mark.parametrize(
    ("box", "within"),
    [
        (Box(2, 2, 398, 298), True),
        (Box(1.9, 2, 398, 298), False),
        (Box(2, 1.9, 398, 298), False),
        (Box(2, 2, 398.1, 298), False),
        (Box(2, 2, 398, 298.1), False),
    ],
)
def test_a_box_is_on_the_paper_two_units_from_its_edges(box: Box, within: bool) -> None:
    assert box.within(PAPER) is within


def test_a_number_alone_stands_on_its_place_with_its_name_to_the_right() -> None:
    [marker] = lay_out([point(1, 200, 150)], PAPER, named)
    assert (marker.place, marker.at, marker.box) == ((200, 150), (200, 150), Box(188, 138, 212, 162))
    assert not marker.is_moved
    assert not marker.is_wide
    width = 14 * (1.06 + 0.68 + 0.24)
    assert marker.label == Label("M1", (216, 154.9), "start", Box(216, 141, 216 + width, 159))


def test_a_name_stands_on_the_left_where_the_paper_ends_on_the_right() -> None:
    [marker] = lay_out([point(1, 380, 150)], PAPER, named)
    assert marker.label
    assert marker.label.anchor == "end"
    assert marker.label.at[0] == pytest.approx(marker.at[0] - 16)
    assert marker.label.box.right == pytest.approx(marker.at[0] - 16)


def test_a_name_stands_above_where_there_is_no_room_beside_and_below_at_the_upper_edge() -> None:
    narrow = View(width=60, height=300, centre=(0, 0), scale=10 / 111.19, middle=(0, 0))
    [marker] = lay_out([MapPoint(point(1, 0, 0).place, 1, (), 0, 0)], narrow, named)
    assert marker.label
    width = 14 * (1.06 + 0.68 + 0.24)
    assert marker.label == Label("M1", (30, 132.9), "middle", Box(30 - width / 2, 119, 30 + width / 2, 137))
    low = View(width=60, height=60, centre=(0, 0), scale=10 / 111.19, middle=(0, -150))
    [below] = lay_out([MapPoint(point(1, 0, 0).place, 1, (), 0, 0)], low, named)
    assert below.label
    assert below.label.box.top > below.at[1] + 12


def test_the_second_of_two_near_places_is_moved_18_units_and_a_line_leads_to_it() -> None:
    first, second = lay_out([point(1, 200, 150), point(2, 210, 150)], PAPER, unnamed)
    assert at(first) == (200, 150)
    assert (at(second), second.is_moved) == ((228, 150), True)


def test_a_number_is_moved_by_the_smallest_step_that_is_free_all_around() -> None:
    around = [point(1, 200, 150), point(2, 200, 151), point(3, 200, 152), point(4, 200, 149)]
    assert [at(each) for each in lay_out(around, PAPER, unnamed)] == [(200, 150), (225, 151), (175, 152), (200, 124)]


def test_places_nearer_than_asked_share_a_wide_marker_in_their_middle() -> None:
    [marker] = lay_out([point(2, 204, 150), point(1, 200, 150)], PAPER, named, near=5)
    assert [each.number for each in marker.points] == [1, 2]
    assert at(marker) == (202, 150)
    assert marker.box.right - marker.box.left == 40
    assert marker.is_wide
    assert marker.label
    assert marker.label.at[0] == pytest.approx(202 + 24, abs=0.1)
    assert len(lay_out([point(1, 200, 150), point(2, 205.1, 150)], PAPER, named, near=5)) == 2


def test_where_there_is_no_room_the_nearest_speaks_for_more() -> None:
    small = View(width=60, height=40, centre=(0, 0), scale=10 / 111.19, middle=(0, 0))
    places = [MapPoint(point(n, 0, 0).place, n, (), n / 100, 0) for n in (1, 2, 3)]
    markers = lay_out(places, small, unnamed)
    assert [[each.number for each in marker.points] for marker in markers] == [[1, 2, 3]]


def test_a_place_at_the_very_edge_of_a_small_sheet_is_moved_inwards() -> None:
    tiny = View(width=30, height=28, centre=(0, 0), scale=10 / 111.19, middle=(0, 0))
    [marker] = lay_out([MapPoint(point(1, 0, 0).place, 1, (), 1.4, 1.3)], tiny, unnamed)
    assert marker.at == (16, 14)
    [other] = lay_out([MapPoint(point(1, 0, 0).place, 1, (), -1.4, -1.3)], tiny, unnamed)
    assert other.at == (14, 14)


def test_no_more_names_stand_than_are_asked_for() -> None:
    places = [point(n, 60 * n, 150) for n in (1, 2, 3)]
    assert [each.label is not None for each in lay_out(places, PAPER, named, most_names=2)] == [True, True, False]
    assert all(each.label for each in lay_out(places, PAPER, named))


def test_a_shorter_name_stands_where_the_fuller_one_has_no_room() -> None:
    def both(points: Sequence[MapPoint]) -> list[str]:
        return ["Wielka nazwa miejscowości, o której nikt nie słyszał", "Mała"]

    [marker] = lay_out([point(1, 200, 150)], View(200, 100, (0, 0), 10 / 111.19, (0, 0)), both)
    assert marker.label
    assert marker.label.text == "Mała"


def test_a_name_leaves_the_numbers_and_the_lines_to_moved_ones_free() -> None:
    markers = lay_out([point(1, 200, 150), point(2, 225, 150), point(3, 250, 150)], PAPER, named)
    taken = [each.box for each in markers]
    labels = [each.label.box for each in markers if each.label]
    assert len(labels) == 3
    assert not any(label.overlaps(box) for label in labels for box in taken)


def test_of_many_places_in_a_crowd_neighbours_are_gathered() -> None:
    crowd = [point(n, 200 + n % 5, 150 + n // 5) for n in range(25)]
    assert sum(len(each.points) for each in lay_out(crowd, PAPER, unnamed)) == 25
    assert len(lay_out(crowd, PAPER, unnamed)) == 1
    assert len(lay_out(crowd[:24], PAPER, unnamed)) > 1


def test_a_line_to_a_moved_number_takes_room_from_its_place_on() -> None:
    moved = Marker((point(1, 10, 20),), place=(10, 20), at=(50, 60))
    assert list(_leader_boxes(moved)) == [
        Box(x - 3, y - 3, x + 3, y + 3) for x, y in ((10, 20), (20, 30), (30, 40), (40, 50))
    ]


def test_a_name_is_tried_right_and_left_at_three_heights_then_above_and_below() -> None:
    labels = list(_places_for("M", Marker((point(1, 100, 100),), place=(100, 100), at=(100, 100))))
    width = text_width("M")
    beside = [
        label
        for middle in (100, 91, 109)
        for label in (
            Label("M", (116, middle + 4.9), "start", Box(116, middle - 9, 116 + width, middle + 9)),
            Label("M", (84, middle + 4.9), "end", Box(84 - width, middle - 9, 84, middle + 9)),
        )
    ]
    over = [
        Label("M", (100, middle + 4.9), "middle", Box(100 - width / 2, middle - 9, 100 + width / 2, middle + 9))
        for middle in (78, 122)
    ]
    assert labels == [*beside, *over]


def test_a_name_does_not_cross_the_line_to_a_moved_number() -> None:
    first, second = lay_out([point(1, 200, 150), point(2, 210, 150)], PAPER, named)
    assert second.is_moved
    lines = list(_leader_boxes(second))
    assert first.label
    assert not any(first.label.box.overlaps(box) for box in lines)


def test_the_numbers_of_a_shared_marker_come_in_order_however_they_were_gathered() -> None:
    [marker] = lay_out([point(3, 200, 150), point(1, 201, 150), point(2, 202, 150)], PAPER, unnamed, near=5)
    assert [each.number for each in marker.points] == [1, 2, 3]
    apart = lay_out([point(2, 100, 150), point(1, 300, 150)], PAPER, unnamed)
    assert [each.points[0].number for each in apart] == [1, 2]
