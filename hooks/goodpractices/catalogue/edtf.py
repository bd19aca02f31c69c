"""Dates as editors know them: often only a year or a month, sometimes without a year, sometimes about.

The written form is a part of EDTF, the Extended Date/Time Format of the Library of Congress (ISO 8601-2:2019):
``2016``, ``2016-12``, ``2022-10-24``, digits that are not known as ``X`` (``XXXX-11-09``, ``201X``), ``~`` for about,
``?`` for uncertain, ``%`` for both, a season in place of the month (``2024-21`` is the spring of 2024, ``22`` summer,
``23`` autumn, ``24`` winter), and intervals ``2016-12/2023-12`` whose ends may be open (``..``) or unknown
(empty).
"""

import re
from calendar import monthrange
from dataclasses import dataclass

from .pickling import quick_to_pickle

_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[~?%]?)")
# The days a season can hold, whether it is counted by months or by the sun; a winter may lie at either end of its year.
_SEASONS = {21: ((3, 1), (6, 30)), 22: ((6, 1), (9, 30)), 23: ((9, 1), (12, 31)), 24: ((1, 1), (12, 31))}
_FIRST_DAY = (0, 0, 0)
_LAST_DAY = (9999, 12, 31)

Day = tuple[int, int, int]


@quick_to_pickle
@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A day, a month, a season or a year, as far as it is known; ``None`` stands for what is not.

    ``years`` holds the first and the last year it can be: ``(2010, 2019)`` for ``201X``, ``None`` for ``XXXX``.
    """

    text: str
    years: tuple[int, int] | None
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    uncertain: bool = False
    season: int | None = None

    @property
    def year(self) -> int | None:
        """The year, if it is known to the year."""
        return self.years[0] if self.years and self.years[0] == self.years[1] else None

    @property
    def earliest(self) -> Day:
        """The first day it can be; for an unknown year the first of all days."""
        if self.years is None:
            return _FIRST_DAY
        if self.season:
            return (self.years[0], *_SEASONS[self.season][0])
        return (self.years[0], self.month or 1, self.day or 1)

    @property
    def latest(self) -> Day:
        """The last day it can be; for an unknown year the last of all days."""
        if self.years is None:
            return _LAST_DAY
        if self.season:
            return (self.years[1], *_SEASONS[self.season][1])
        month = self.month or 12
        return (self.years[1], month, self.day or monthrange(self.years[1], month)[1])


@quick_to_pickle
@dataclass(frozen=True, slots=True)
class EdtfInterval:
    """From a date to a date; ``None`` is an end that is open or not known."""

    text: str
    start: EdtfDate | None
    end: EdtfDate | None

    @property
    def earliest(self) -> Day:
        """The first day it can hold."""
        return self.start.earliest if self.start else _FIRST_DAY

    @property
    def latest(self) -> Day:
        """The last day it can hold."""
        return self.end.latest if self.end else _LAST_DAY


class EndBeforeStart(ValueError):
    """An interval of two sound dates in the wrong order."""


def parse_date(text: str) -> EdtfDate:
    """Read one EDTF date.

    >>> parse_date("XXXX-11-09").day
    9

    Raises:
        ValueError: when the text is no EDTF date, or names a day that no calendar has.
    """
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(text)
    years = _years(found["year"])
    month, day = _part(found["month"]), _part(found["day"])
    if month is None and day is not None:
        raise ValueError(text)
    season = month if month in _SEASONS and day is None and found["day"] is None else None
    month = None if season else month
    if month is not None and not 1 <= month <= 12:
        raise ValueError(text)
    # A day of February without a certain year may be the 29th: 2000 had one.
    year = years[0] if years and years[0] == years[1] else 2000
    if month and day is not None and not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(text)
    about, unsure = found["mark"] in ("~", "%"), found["mark"] in ("?", "%")
    return EdtfDate(text, years, month, day, approximate=about, uncertain=unsure, season=season)


def parse_interval(text: str) -> EdtfInterval:
    """Read two EDTF dates with a slash between them.

    Raises:
        EndBeforeStart: when the end comes before the start.
        ValueError: when either end is no EDTF date, or both are missing.
    """
    start_text, slash, end_text = text.partition("/")
    if not slash:
        raise ValueError(text)
    start, end = _end(start_text), _end(end_text)
    if start is None and end is None:
        raise ValueError(text)
    if start and end and ends_before(end, start):
        raise EndBeforeStart(text)
    return EdtfInterval(text, start, end)


def parse_when(text: str) -> EdtfDate | EdtfInterval:
    """Read a date or an interval.

    Raises:
        ValueError: when the text is neither.
    """
    return parse_interval(text) if "/" in text else parse_date(text)


def ends_before(end: EdtfDate, start: EdtfDate) -> bool:
    """Whether the end certainly lies before the start; unknown years are given the benefit of the doubt."""
    return end.years is not None and start.years is not None and end.latest < start.earliest


def _end(text: str) -> EdtfDate | None:
    return None if text in ("", "..") else parse_date(text)


def _years(text: str) -> tuple[int, int] | None:
    if text == "XXXX":
        return None
    known = text.rstrip("X")
    if "X" in known or len(known) < 2 or text == "0000":
        raise ValueError(text)
    return int(known.ljust(4, "0")) or 1, int(known.ljust(4, "9"))


def _part(text: str | None) -> int | None:
    return int(text) if text and text != "XX" else None
