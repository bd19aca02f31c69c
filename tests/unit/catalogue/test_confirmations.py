"""Adoptions that nobody confirmed: from which day on they count as unconfirmed for long."""

from datetime import date
from typing import Any

import pytest
from tests.support.entries import practice

from goodpractices.catalogue import PRACTICE, long_unconfirmed


def unconfirmed(day: date, *adoptions: dict[str, Any]) -> tuple[int, ...]:
    told = [{"state": "adopted", "place": "sopot", **each} for each in adoptions]
    return long_unconfirmed(PRACTICE({"id": "las", **practice(adoptions=told)}, None), day)


@pytest.mark.parametrize(
    ("when", "last_day"),
    [
        ("2024-10-05", date(2026, 10, 5)),
        ("2024-10", date(2026, 10, 31)),
        ("2024", date(2026, 12, 31)),
        ("2019/2024-02", date(2026, 2, 28)),
        ("201X", date(2021, 12, 31)),
    ],
)
def test_it_takes_more_than_24_months_from_the_last_day_it_can_have_been(when: str, last_day: date) -> None:
    after = date.fromordinal(last_day.toordinal() + 1)
    assert unconfirmed(last_day, {"date": when}) == ()
    assert unconfirmed(after, {"date": when}) == (0,)
    assert unconfirmed(after, {"as_of": when}) == (0,)


def test_what_is_confirmed_or_of_an_unknown_time_never_is() -> None:
    told = [{"date": "2010", "confirmed": "2011"}, {"date": "XXXX"}, {}, {"date": "2019/.."}, {"date": "2010"}]
    assert unconfirmed(date(2026, 1, 1), *told) == (4,)
