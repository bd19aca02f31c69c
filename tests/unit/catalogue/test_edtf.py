"""Dates as they are written, and what they can be compared by."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodpractices.catalogue import EdtfInterval
from goodpractices.catalogue.edtf import EndBeforeStart, ends_before, parse_date, parse_interval, parse_when

YEARS = st.one_of(
    st.integers(1, 9999).map("{:04}".format),
    st.integers(0, 999).map("{:03}X".format),
    st.integers(0, 99).map("{:02}XX".format),
    st.just("XXXX"),
)
PARTS = st.one_of(st.just("XX"), st.integers(1, 28).map("{:02}".format))
MONTHS = st.one_of(st.just("XX"), st.integers(1, 12).map("{:02}".format), st.integers(21, 24).map(str))
MARKS = st.sampled_from(["", "~", "?", "%"])
DATES = st.one_of(
    st.tuples(YEARS, MARKS).map("".join),
    st.tuples(YEARS, st.just("-"), MONTHS, MARKS).map("".join),
    st.tuples(YEARS, st.just("-"), st.integers(1, 12).map("{:02}".format), st.just("-"), PARTS, MARKS).map("".join),
)
INTERVALS = st.tuples(st.one_of(DATES, st.sampled_from(["", ".."])), DATES).map("/".join)


@given(DATES)
def test_a_date_keeps_its_text_and_its_first_day_is_not_after_its_last(text: str) -> None:
    parsed = parse_date(text)
    assert parsed.text == text
    assert parse_date(parsed.text) == parsed
    assert parsed.earliest <= parsed.latest


@given(INTERVALS)
def test_an_interval_keeps_its_text_and_runs_forward(text: str) -> None:
    try:
        parsed = parse_interval(text)
    except EndBeforeStart:
        start, end = map(parse_date, text.split("/"))
        assert end.latest < start.earliest
        return
    assert parsed.text == text
    assert parsed.earliest <= parsed.latest


@given(st.text(st.sampled_from("0123456789X-/~?%. T+"), max_size=24))
def test_what_is_no_date_is_a_value_error_and_nothing_else(text: str) -> None:
    try:
        parsed = parse_when(text)
    except ValueError:
        return
    assert parsed.text == text


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: date) -> None:
    parsed = parse_date(day.isoformat())
    assert parsed.earliest == parsed.latest == (day.year, day.month, day.day)


@given(st.lists(st.dates(), min_size=2, max_size=5))
def test_days_sort_as_in_the_calendar(days: list[date]) -> None:
    parsed = sorted((parse_date(day.isoformat()) for day in days), key=lambda each: each.earliest)
    assert [each.text for each in parsed] == [day.isoformat() for day in sorted(days)]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2016", (2016, 1, 1), (2016, 12, 31)),
        ("2016-12", (2016, 12, 1), (2016, 12, 31)),
        ("2023-02", (2023, 2, 1), (2023, 2, 28)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("19XX", (1900, 1, 1), (1999, 12, 31)),
        ("2016-XX", (2016, 1, 1), (2016, 12, 31)),
        ("2016-02-XX", (2016, 2, 1), (2016, 2, 29)),
        ("2024-21", (2024, 3, 1), (2024, 6, 30)),
        ("2024-22", (2024, 6, 1), (2024, 9, 30)),
        ("2024-23", (2024, 9, 1), (2024, 12, 31)),
        ("2024-24", (2024, 1, 1), (2024, 12, 31)),
        ("201X-21", (2010, 3, 1), (2019, 6, 30)),
        ("201X-03-05", (2010, 3, 5), (2019, 3, 5)),
        ("XXXX-11-09", (0, 0, 0), (9999, 12, 31)),
        ("2020/", (2020, 1, 1), (9999, 12, 31)),
        ("2023-03~", (2023, 3, 1), (2023, 3, 31)),
        ("2022-10-24/2022-10-27", (2022, 10, 24), (2022, 10, 27)),
        ("2016-12/..", (2016, 12, 1), (9999, 12, 31)),
        ("/2023", (0, 0, 0), (2023, 12, 31)),
    ],
)
def test_first_and_last_day(text: str, earliest: tuple[int, int, int], latest: tuple[int, int, int]) -> None:
    parsed = parse_when(text)
    assert (parsed.earliest, parsed.latest) == (earliest, latest)


def test_marks_and_unknown_parts_are_kept_apart() -> None:
    award = parse_date("XXXX-11-09")
    assert (award.year, award.month, award.day) == (None, 11, 9)
    about = parse_date("2023-03~")
    assert (about.year, about.approximate, about.uncertain) == (2023, True, False)
    both = parse_date("2023%")
    assert (both.approximate, both.uncertain) == (True, True)
    assert parse_date("XXXX").years is None
    assert parse_date("201X").year is None


def test_an_open_end_is_none() -> None:
    interval = parse_interval("2016-12/..")
    assert isinstance(interval, EdtfInterval)
    assert interval.start is not None
    assert interval.end is None


@pytest.mark.parametrize("text", ["XXXX-02-29", "201X-02-29", "2024-02-29", "2000-02-29"])
def test_the_last_of_february_is_there_when_it_may_have_been(text: str) -> None:
    assert parse_date(text).day == 29


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "marzec 2023",
            "15.03.2023",
            "2023/03/15",
            "2023-3",
            "23",
            "20230315",
            "2023-13",
            "2023-00",
            "2023-04-31",
        ),
        *(
            "2023-02-29",
            "1900-02-29",
            "0000",
            "2XXX",
            "2X23",
            "2023-XX-15",
            "2023-03-15T10:00",
            "2023~~",
            "-0044",
            "Y12345",
        ),
        *("２０２３", "2023 ", "2023\n"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_date(text)


@pytest.mark.parametrize("text", ["2023", "/", "../..", "2023/", "a/b", "2023/2024/2025"])
def test_what_is_no_interval_is_refused(text: str) -> None:
    if text == "2023/":
        assert parse_interval(text).end is None
        return
    with pytest.raises(ValueError, match=r"^"):
        parse_interval(text)


@pytest.mark.parametrize(
    ("end", "start", "before"),
    [
        ("2016-12", "2023-12", True),
        ("2023", "2023-12", False),
        ("2022-12", "2023", True),
        ("XXXX-01-01", "2023", False),
        ("202X", "2023", False),
    ],
)
def test_only_an_end_that_is_surely_earlier_is_before_the_start(end: str, start: str, before: bool) -> None:
    assert ends_before(parse_date(end), parse_date(start)) is before


def test_a_season_is_known_to_its_months_and_no_month_itself() -> None:
    spring = parse_date("2024-21")
    assert (spring.season, spring.month, spring.year) == (21, None, 2024)
    assert (spring.earliest, spring.latest) == ((2024, 3, 1), (2024, 6, 30))


def test_a_winter_may_lie_at_either_end_of_its_year() -> None:
    winter = parse_date("2024-24")
    assert (winter.earliest, winter.latest) == ((2024, 1, 1), (2024, 12, 31))


@pytest.mark.parametrize("text", ["2024-20", "2024-25", "2024-21-01"])
def test_there_are_four_seasons_and_none_has_days(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        parse_date(text)
