"""From the globe onto paper: Lambert's projection by its worked example, simpler lines, shapes cut to a window."""

import math

import pytest

from goodpractices.finding.geometry import Point, clipped_line, clipped_ring, projected, simplified

WINDOW = (0.0, 0.0, 10.0, 10.0)


def test_the_projection_gives_the_worked_example_of_its_manual() -> None:
    # Snyder, Map Projections: A Working Manual, page 332, for a sphere of radius 3: x -4.2339303, y 4.0257775.
    assert projected(100, -20, (-100, 40)) == pytest.approx((-4.2339303 * 6371 / 3, 4.0257775 * 6371 / 3))


def test_a_quarter_of_the_globe_is_as_far_as_the_square_root_of_two_radii() -> None:
    assert projected(90, 0, (0, 0)) == pytest.approx((9009.9546, 0), abs=0.001)
    assert projected(0, -90, (0, 0)) == pytest.approx((0, -9009.9546), abs=0.001)


def test_the_point_opposite_the_centre_is_no_error() -> None:
    assert math.hypot(*projected(180, 0, (0, 0))) < 1


@pytest.mark.parametrize(
    ("line", "tolerance", "kept"),
    [
        ([(0, 0), (1, 0.5), (2, 0)], 0.4, [(0, 0), (1, 0.5), (2, 0)]),
        ([(0, 0), (1, 0.5), (2, 0)], 0.5, [(0, 0), (2, 0)]),
        ([(0, 0), (2, 3), (5, 1), (6, 3), (10, 0)], 2.5, [(0, 0), (2, 3), (10, 0)]),
        ([(0, 0), (4, 0.1), (5, 3), (9, 0.2), (10, 0)], 1, [(0, 0), (4, 0.1), (5, 3), (10, 0)]),
        ([(0, 0), (-3, 0), (1, 0)], 2.9, [(0, 0), (-3, 0), (1, 0)]),
        ([(0, 0), (4, 0), (1, 0)], 2.9, [(0, 0), (4, 0), (1, 0)]),
        ([(0, 0), (3, 4), (0, 0)], 4.9, [(0, 0), (3, 4), (0, 0)]),
        ([(0, 0), (3, 4), (0, 0)], 5, [(0, 0), (0, 0)]),
        ([(7, 7)], 1, [(7, 7)]),
        ([(3, 7), (4, 8.5), (7, 11)], 0.3, [(3, 7), (4, 8.5), (7, 11)]),
        ([(3, 7), (4, 8.5), (7, 11)], 0.4, [(3, 7), (7, 11)]),
        ([(-2, 5), (9, 5.5), (4, 5)], 4.9, [(-2, 5), (9, 5.5), (4, 5)]),
        ([(-2, 5), (9, 5.5), (4, 5)], 5.1, [(-2, 5), (4, 5)]),
    ],
)
def test_a_simpler_line_keeps_what_strays_further_than_the_tolerance(
    line: list[Point], tolerance: float, kept: list[Point]
) -> None:
    assert simplified(line, tolerance) == kept


@pytest.mark.parametrize(
    ("ring", "part"),
    [
        ([(2, 2), (8, 2), (8, 8)], [(2, 2), (8, 2), (8, 8)]),
        ([(-5, 2), (5, 2), (5, 8), (-5, 8)], [(0, 2), (5, 2), (5, 8), (0, 8)]),
        ([(5, 2), (15, 2), (15, 8), (5, 8)], [(5, 2), (10, 2), (10, 8), (5, 8)]),
        ([(2, -5), (8, -5), (8, 5), (2, 5)], [(2, 0), (8, 0), (8, 5), (2, 5)]),
        ([(2, 5), (8, 5), (8, 15), (2, 15)], [(2, 5), (8, 5), (8, 10), (2, 10)]),
        ([(-4, 0), (4, 8), (4, 0)], [(0, 4), (4, 8), (4, 0), (0, 0)]),
        ([(4, -8), (12, 0), (4, 2)], [(10, 0), (10, 0.5), (4, 2), (4, 0)]),
        ([(0, 0), (10, 0), (10, 10), (0, 10)], [(0, 0), (10, 0), (10, 10), (0, 10)]),
        ([(20, 20), (30, 20), (30, 30)], []),
        ([], []),
    ],
)
def test_a_shape_is_cut_along_the_edges_of_the_window(ring: list[Point], part: list[Point]) -> None:
    cut = clipped_ring(ring, WINDOW)
    first = cut.index(part[0]) if part else 0
    assert [*cut[first:], *cut[:first]] == part


@pytest.mark.parametrize(
    ("line", "stretches"),
    [
        ([(1, 1), (5, 5), (9, 1)], [[(1, 1), (5, 5), (9, 1)]]),
        ([(1, 1), (5, 5), (9, 1), (9, 9), (2, 8)], [[(1, 1), (5, 5), (9, 1), (9, 9), (2, 8)]]),
        (
            [(1, 1), (5, 5), (9, 1), (9, 11), (2, 8)],
            [[(1, 1), (5, 5), (9, 1), (9, 10)], [(6.666666666666667, 10), (2, 8)]],
        ),
        ([(1, 1), (1, 12), (1, 1), (3, 1)], [[(1, 1), (1, 10)], [(1, 10), (1, 1), (3, 1)]]),
        ([(-2, -2), (12, 12)], [[(0, 0), (10, 10)]]),
        ([(-5, 5), (5, 5)], [[(0, 5), (5, 5)]]),
        ([(5, 5), (5, 15)], [[(5, 5), (5, 10)]]),
        ([(-5, 5), (15, 5)], [[(0, 5), (10, 5)]]),
        ([(2, -4), (6, 4), (6, 14)], [[(4, 0), (6, 4), (6, 10)]]),
        ([(2, 2), (2, 12), (4, 12), (4, 2)], [[(2, 2), (2, 10)], [(4, 10), (4, 2)]]),
        ([(1, 5), (10, 5), (15, 6), (10, 7), (1, 7)], [[(1, 5), (10, 5)], [(10, 7), (1, 7)]]),
        ([(-5, 11), (15, 11)], []),
        ([(-1, 5), (-1, 6)], []),
        ([(12, 2), (14, 4)], []),
        ([(-4, 4), (4, -4)], []),
        ([(0, 2), (0, 8)], [[(0, 2), (0, 8)]]),
        ([(5, 5)], []),
    ],
)
def test_a_line_leaves_the_stretches_inside_the_window(line: list[Point], stretches: list[list[Point]]) -> None:
    assert list(clipped_line(line, WINDOW)) == stretches
