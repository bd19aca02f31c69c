"""Which practices came last, and the day the content is of."""

from datetime import date
from pathlib import Path

from tests.support.samples import published

from goodpractices.finding.newest import newest, state_date


def test_the_last_ones_come_first_and_only_as_many_as_asked_for(tmp_path: Path) -> None:
    days = {"a": "2024-01-01", "b": "2024-03-01", "c": "2024-02-01"}
    entries = {name: {"editorial": {"state": "published", "created": day}} for name, day in days.items()}
    practices = published(tmp_path, {**entries, "d": {}}).published
    assert [each.id for each in newest(practices, 2)] == ["b", "c"]
    assert [each.id for each in newest(practices, 9)] == ["b", "c", "a"]


def test_the_content_is_of_the_day_of_its_last_change(tmp_path: Path) -> None:
    days = {"state": "published", "created": "2024-01-01", "updated": "2024-02-01", "reviewed_on": "2024-05-06"}
    assert state_date(published(tmp_path, {"las": {"editorial": days}, "staw": {}}).published) == date(2024, 5, 6)
    assert state_date([]) is None
