"""Dates in words, as exact as they are known and no more."""

import datetime
from typing import Protocol

from .translations import Translations


class DateParts(Protocol):
    """A date of which any part may be unknown (``None``); ``years`` are the first and the last year it can be.

    A ``season`` of 21 to 24 is spring to winter, as EDTF counts them.
    """

    @property
    def years(self) -> tuple[int, int] | None: ...
    @property
    def month(self) -> int | None: ...
    @property
    def day(self) -> int | None: ...
    @property
    def approximate(self) -> bool: ...
    @property
    def uncertain(self) -> bool: ...
    @property
    def season(self) -> int | None: ...


def date_in_words(t: Translations, date: DateParts) -> str:
    """``24 października 2022``, ``październik 2022``, ``około marca 2023``, ``9 listopada, rok nieznany``."""
    return _in_words(t, date, alone=not date.approximate)


def day_in_words(t: Translations, day: datetime.date) -> str:
    """A day of the calendar: ``20 listopada 2026``."""
    month = t.month(day.month, alone=False)
    return t("date.day_month_year", day=str(day.day), month=month, year=str(day.year))


def at_date_in_words(t: Translations, date: DateParts) -> str:
    """When something went on: ``w lipcu 2025``, ``w 2025 r.``, ``25 lipca 2025``, ``(stan na: około marca 2023)``."""
    year = _years(t, date)
    if not _is_sure(date) or (date.years and date.years[0] != date.years[1]):
        return t("date.at.other", date=date_in_words(t, date))
    if date.season:
        return t(f"date.at.season.{date.season}", year=year)
    if date.month is None:
        return t("date.at.year", year=year)
    if date.day is None:
        return t(f"date.at.month.{date.month}", year=year)
    return t("date.at.day", date=date_in_words(t, date))


def range_in_words(t: Translations, start: DateParts | None, end: DateParts | None) -> str:
    """``24–27 października 2022``, ``grudzień 2016 – grudzień 2023``, ``od grudnia 2016``, ``do grudnia 2023``."""
    start, end = _known(start), _known(end)
    if start and end:
        return _between(t, start, end)
    if start:
        return t("date.since", date=_in_words(t, start, alone=False))
    if end:
        return t("date.until", date=_in_words(t, end, alone=False))
    return t("date.unknown")


def _between(t: Translations, start: DateParts, end: DateParts) -> str:
    if _parts(start) == _parts(end):
        return date_in_words(t, start)
    if _is_sure(start) and _is_sure(end):
        if not (start.month or end.month or start.season or end.season):
            return t("date.range_close", start=_years(t, start), end=_years(t, end))
        if start.years == end.years and bool(start.month and start.day) == bool(end.month and end.day):
            return _within_a_year(t, start, end)
    return t("date.range", start=date_in_words(t, start), end=date_in_words(t, end))


def _within_a_year(t: Translations, start: DateParts, end: DateParts) -> str:
    if start.month is None or end.month is None:
        return t("date.range", start=date_in_words(t, start), end=date_in_words(t, end))
    if start.month != end.month:
        return t("date.range", start=_without_year(t, start, start.month, alone=True), end=date_in_words(t, end))
    days = t("date.range_close", start=str(start.day), end=str(end.day))
    return t("date.day_month_year", day=days, month=t.month(end.month, alone=False), year=_years(t, end))


def _in_words(t: Translations, date: DateParts, *, alone: bool) -> str:
    """The date with a word on how sure it is; not ``alone`` where a preposition asks for another form of the month."""
    words = _bare(t, date, alone=alone)
    if not words:
        return t("date.unknown")
    if date.approximate:
        words = t("date.approximate", date=words)
    if date.uncertain:
        words = t("date.uncertain", date=words)
    return words if date.years else t("date.unknown_year", date=words)


def _bare(t: Translations, date: DateParts, *, alone: bool) -> str:
    year = _years(t, date)
    if date.season:
        return t(f"date.season.{date.season}.{'alone' if alone else 'after'}", year=year).strip()
    if date.month is None:
        return year
    if not year:
        return _without_year(t, date, date.month, alone=alone)
    if date.day is None:
        return t("date.month_year", month=t.month(date.month, alone=alone), year=year)
    return t("date.day_month_year", day=str(date.day), month=t.month(date.month, alone=False), year=year)


def _without_year(t: Translations, date: DateParts, month: int, *, alone: bool) -> str:
    if date.day is None:
        return t.month(month, alone=alone)
    return t("date.day_month", day=str(date.day), month=t.month(month, alone=False))


def _years(t: Translations, date: DateParts) -> str:
    if date.years is None:
        return ""
    first, last = date.years
    return str(first) if first == last else t("date.range_close", start=str(first), end=str(last))


def _known(date: DateParts | None) -> DateParts | None:
    return date if date and (date.years or date.month or date.season) else None


def _is_sure(date: DateParts) -> bool:
    return bool(date.years) and not date.approximate and not date.uncertain


def _parts(date: DateParts) -> tuple[object, ...]:
    return date.years, date.month, date.day, date.approximate, date.uncertain, date.season
