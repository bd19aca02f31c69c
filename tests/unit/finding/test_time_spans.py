"""Practices in time: ends that are sure, about, open or not known, and nothing guessed."""

from typing import Any

import pytest
from tests.support.entries import practice

from goodpractices.catalogue import PRACTICE, Practice
from goodpractices.finding.time_spans import TimeEvent, TimeSpan, time_line

DOUBT = {"what": "Inaczej."}
MONTH = 1 / 12


def made(name: str = "las", **fields: Any) -> Practice:
    return PRACTICE({"id": name, **practice(**{"lifecycle": "ended", **fields})}, None)


def span(today: str | None = None, **fields: Any) -> tuple[Any, ...] | None:
    """Start, end, how sure each is, and whether they are those of events; the catalogue speaks for a day."""
    editorial = {"state": "draft", **({"created": today} if today else {})}
    found = time_line([made(editorial=editorial, **fields)]).spans
    if not found:
        return None
    [one] = found
    return round(one.start, 4), round(one.end, 4), one.starts, one.ends, one.from_events


def day(year: int, month: int, number: int) -> float:
    return round(year + (month - 1) * MONTH + (number - 1) / (12 * 31), 4)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ({"start": "2020-03", "end": "2021-02"}, (day(2020, 3, 1), day(2021, 2, 28), "sure", "sure", False)),
        ({"start": "2020", "end": "2020"}, (day(2020, 1, 1), day(2020, 12, 31), "sure", "sure", False)),
        ({"start": "2020~", "end": "2021?"}, (day(2020, 1, 1), day(2021, 12, 31), "about", "about", False)),
        ({"start": "201X", "end": "2021"}, (day(2010, 1, 1), day(2021, 12, 31), "about", "sure", False)),
        ({"start": "2020-05-06", "end": "XXXX"}, (day(2020, 5, 6), day(2020, 5, 6), "sure", "unknown", False)),
        ({"end": "2021"}, (day(2021, 12, 31), day(2021, 12, 31), "unknown", "sure", False)),
        ({"start": "2020"}, (day(2020, 1, 1), day(2020, 1, 1), "sure", "unknown", False)),
        ({"start": "XXXX", "end": "XXXX-05"}, None),
        ({"start": "2020", "end": "2021", "disputed": DOUBT}, None),
        (
            {"start": "2020", "end": "2021", "disputed": {**DOUBT, "counted": "true"}},
            (day(2020, 1, 1), day(2021, 12, 31), "sure", "sure", False),
        ),
    ],
)
def test_a_stretch_has_the_ends_of_the_period_and_says_how_sure_they_are(
    period: dict[str, Any], expected: tuple[Any, ...] | None
) -> None:
    assert span(period=period) == expected


@pytest.mark.parametrize("lifecycle", ["starting", "pilot", "running", "became-regular-service"])
def test_what_goes_on_does_so_until_the_day_the_catalogue_speaks_for(lifecycle: str) -> None:
    given = {"period": {"start": "2020"}, "lifecycle": lifecycle}
    assert span("2026-02-03", **given) == (day(2020, 1, 1), day(2026, 2, 3), "sure", "open", False)
    assert span("2019-02-03", **given) == (day(2020, 1, 1), day(2020, 1, 1), "sure", "open", False)
    assert span(None, **given) == (day(2020, 1, 1), day(2020, 1, 1), "sure", "unknown", False)


@pytest.mark.parametrize("lifecycle", ["idea", "ended", "suspended", "abandoned", "unknown"])
def test_what_does_not_go_on_has_an_end_that_is_not_known(lifecycle: str) -> None:
    assert span("2026-02-03", period={"start": "2020"}, lifecycle=lifecycle) == (
        *(day(2020, 1, 1), day(2020, 1, 1)),
        *("sure", "unknown", False),
    )


EVENTS = [
    {"date": "2021-06", "text": "b"},
    {"date": "2019-05-02/2022", "text": "a"},
    {"date": "../2018", "text": "c"},
    {"date": "XXXX-03", "text": "d"},
]


def test_without_a_period_events_are_its_ends() -> None:
    assert span(key_dates=EVENTS) == (day(2018, 1, 1), day(2021, 6, 1), "unknown", "unknown", True)
    [one] = time_line([made(key_dates=EVENTS)]).spans
    assert [(round(each.at, 4), each.planned) for each in one.events] == [
        (day(2018, 1, 1), False),
        (day(2019, 5, 2), False),
        (day(2021, 6, 1), False),
    ]
    assert span() is None


def test_events_that_were_reached_tell_of_an_end_that_is_not_known_and_plans_do_not() -> None:
    plan = {"date": "2024", "text": "x", "planned": "true"}
    started: dict[str, Any] = {"period": {"start": "2020"}, "key_dates": [*EVENTS[:1], plan]}
    assert span(**started) == (day(2020, 1, 1), day(2021, 6, 1), "sure", "unknown", False)
    ended: dict[str, Any] = {"period": {"end": "2022"}, "key_dates": [*EVENTS[:1], {**plan, "date": "2010"}]}
    assert span(**ended) == (day(2021, 6, 1), day(2022, 12, 31), "unknown", "sure", False)
    alone = span(key_dates=[plan])
    assert alone == (day(2024, 1, 1), day(2024, 1, 1), "unknown", "unknown", True)


def test_practices_stand_latest_year_first_then_by_day_and_those_without_a_year_apart() -> None:
    starts = {"a": "2020-05", "b": "2021-01", "c": "2020-02", "d": "2020-02", "e": None}
    practices = [made(name, **({"period": {"start": start}} if start else {})) for name, start in starts.items()]
    line = time_line([*reversed(practices)])
    assert [each.practice.id for each in line.spans] == ["b", "c", "d", "a"]
    assert [each.id for each in line.undated] == ["e"]
    assert [each.year for each in line.spans] == [2021, 2020, 2020, 2020]


def test_an_event_may_be_planned() -> None:
    [one] = time_line([made(key_dates=[{"date": "2024", "text": "x", "planned": "true"}])]).spans
    assert one == TimeSpan(one.practice, 2024, 2024, "unknown", "unknown", (TimeEvent(2024, planned=True),), True)
