"""Which practices came last, and the day for which a publication speaks."""

from datetime import date
from pathlib import Path

import pytest
from tests.support.samples import published

from goodpractices.finding.newest import is_epoch, newest, publication_day, state_date


def test_the_last_ones_come_first_and_only_as_many_as_asked_for(tmp_path: Path) -> None:
    days = {"a": "2024-01-01", "b": "2024-03-01", "c": "2024-02-01"}
    entries = {name: {"editorial": {"state": "published", "created": day}} for name, day in days.items()}
    practices = published(tmp_path, {**entries, "d": {}}).published
    assert [each.id for each in newest(practices, 2)] == ["b", "c"]
    assert [each.id for each in newest(practices, 9)] == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        (None, date(2024, 5, 6)),
        ("", date(2024, 5, 6)),
        ("x", date(2024, 5, 6)),
        ("1700000000", date(2024, 5, 6)),
        ("1735689600", date(2025, 1, 1)),
    ],
)
def test_a_publication_speaks_for_its_day_but_not_before_the_last_change(
    epoch: str | None, day: date, tmp_path: Path
) -> None:
    days = {"state": "published", "created": "2024-01-01", "updated": "2024-02-01", "reviewed_on": "2024-05-06"}
    practices = published(tmp_path, {"las": {"editorial": days}, "staw": {}}).published
    assert publication_day(practices, epoch) == day
    assert state_date(practices) == date(2024, 5, 6)


def test_without_any_day_a_publication_speaks_for_the_first_of_all() -> None:
    assert publication_day([], None) == date.min
    assert state_date([]) is None


@pytest.mark.parametrize(
    ("text", "is_one"), [("0", True), ("12345678901", True), ("123456789012", False), ("", False), ("1\n", False)]
)
def test_an_epoch_is_of_one_to_eleven_digits(text: str, is_one: bool) -> None:
    assert is_epoch(text) is is_one
