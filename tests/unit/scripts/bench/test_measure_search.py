"""The measurement of the search: its sums are right, and each side is asked for what it can find."""

import pytest

from bench.search_cost import Row, goal_for, in_words, percentile
from bench.search_cost.figures import cells


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [([3.0], 0.95, 3), (range(1, 21), 0.95, 19), (range(1, 22), 0.95, 20), ([9, 1, 5], 0.5, 5)],
)
def test_a_percentile_is_one_of_the_values(values: list[float], share: float, expected: float) -> None:
    assert percentile(values, share) == expected


@pytest.mark.parametrize(("count", "expected"), [(1, 40), (14, 40), (15, 160), (10_000, 300), (10_001, None)])
def test_the_goal_is_that_of_the_next_size(count: int, expected: float | None) -> None:
    assert goal_for(count, {10_000: 300, 14: 40, 400: 160}) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (Row("KB", 30.04, 60.08, 40, 1), ("30.0", "60.1", "0.50", "≤ 40 tak")),
        (Row("s", 0.5, 2.0, 0.35), ("0.50", "2.00", "0.25", "≤ 0.35 nie")),
        (Row("ms", 1.0), ("1.00", "–", "–", "")),
        (Row("anew", 0, goal=0, decimals=0), ("0", "–", "–", "≤ 0 tak")),
    ],
)
def test_a_row_has_both_sides_their_ratio_and_whether_the_goal_is_reached(row: Row, expected: tuple[str, ...]) -> None:
    assert cells(row) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (Row("KB", 30.04, 60.08, 40, 1), "KB: 30.0, Material 60.1, stosunek 0.50 (≤ 40 tak)"),
        (Row("ms", 1.0), "ms: 1.00"),
    ],
)
def test_a_row_can_be_said_as_soon_as_it_is_known(row: Row, expected: str) -> None:
    assert in_words(row) == expected
