"""The day a publication speaks for: the later of today and the day that is given."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from goodpractices.catalogue import today as module
from goodpractices.catalogue.today import current_day, has_come, is_epoch, publication_day, told_day


class Clock(datetime):
    """A clock that stands still, in a zone of one's choice."""

    moment = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)
    zone = timezone(timedelta(hours=0))

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        assert tz is UTC
        return cls(*cls.moment.timetuple()[:6], tzinfo=UTC)

    def astimezone(self, tz: Any = None) -> Any:
        return super().astimezone(tz or self.zone)


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "datetime", Clock)


@pytest.mark.parametrize(("hours", "day"), [(0, 29), (1, 30), (-8, 29), (14, 30)])
def test_today_is_the_later_of_the_days_here_and_in_the_zone_of_reference(
    hours: int, day: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Clock, "zone", timezone(timedelta(hours=hours)))
    assert current_day() == date(2026, 11, day)


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        (None, date(2026, 11, 29)),
        ("", date(2026, 11, 29)),
        ("wczoraj", date(2026, 11, 29)),
        ("0", date(2026, 11, 29)),
        ("1700000000", date(2026, 11, 29)),
        ("1795478400", date(2026, 11, 29)),
        ("1798761600", date(2027, 1, 1)),
    ],
)
def test_a_day_that_is_given_may_only_be_later_than_today(epoch: str | None, day: date) -> None:
    assert publication_day(epoch) == day


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        (None, date(2026, 11, 29)),
        ("wczoraj", date(2026, 11, 29)),
        ("0", date(1970, 1, 1)),
        ("1700000000", date(2023, 11, 14)),
        ("1798761600", date(2027, 1, 1)),
    ],
)
def test_what_is_told_of_a_day_that_is_given_is_told_of_that_day(epoch: str | None, day: date) -> None:
    assert told_day(epoch) == day


@pytest.mark.parametrize(("day", "came"), [(29, True), (30, True), (31, False)])
def test_a_day_has_come_once_it_is_that_day_anywhere(day: int, *, came: bool) -> None:
    assert has_come(date(2026, 11, 29) + timedelta(days=day - 29)) is came


@pytest.mark.parametrize(
    ("text", "is_one"), [("0", True), ("12345678901", True), ("123456789012", False), ("", False), ("1\n", False)]
)
def test_an_epoch_is_of_one_to_eleven_digits(text: str, is_one: bool) -> None:
    assert is_epoch(text) is is_one


def test_where_the_zone_is_none_on_earth_consents_rather_end_too_early(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lost(Clock):
        def astimezone(self, tz: Any = None) -> Any:
            raise ValueError("offset must be strictly between -24 and 24 hours")

    monkeypatch.setattr(module, "datetime", Lost)
    assert current_day() == date(2026, 11, 30)
