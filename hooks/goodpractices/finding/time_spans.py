"""When practices were going on, as stretches of time with ends that are sure, about, open or not known.

Nothing is guessed: without a year there is no stretch, and an end that no source gives stays one. The clock is not
asked either; what goes on does so until the day the catalogue speaks for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..catalogue import EdtfDate, EdtfInterval, Practice, settled_period
from .newest import state_date

End = Literal["sure", "about", "open", "unknown"]

GOING_ON = ("starting", "pilot", "running", "became-regular-service")
_DAYS_OF_MONTH = 31.0


@dataclass(frozen=True, slots=True)
class TimeEvent:
    """A dated event of a practice; ``at`` is a year and its part."""

    at: float
    planned: bool


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A practice in time, in years and their parts.

    ``from_events`` says that no source gives a period, and the ends are those of the first and last dated event.
    """

    practice: Practice
    start: float
    end: float
    starts: End
    ends: End
    events: tuple[TimeEvent, ...] = ()
    from_events: bool = False

    @property
    def year(self) -> int:
        """The year of the start, or the first that is known of."""
        return int(self.start)


@dataclass(frozen=True, slots=True)
class TimeLine:
    """All practices by time: those with a year, latest start first, and those without, each group without repeats."""

    spans: tuple[TimeSpan, ...]
    undated: tuple[Practice, ...]


def time_line(practices: Sequence[Practice]) -> TimeLine:
    """Put practices in time."""
    today = _as_of(practices)
    found = [(practice, _span(practice, today)) for practice in practices]
    spans = sorted((span for _, span in found if span), key=lambda span: (-span.year, span.start, span.practice.id))
    return TimeLine(tuple(spans), tuple(practice for practice, span in found if span is None))


def _span(practice: Practice, today: float | None) -> TimeSpan | None:
    period = settled_period(practice)
    start = period.start if period else None
    end = period.end if period else None
    events = tuple(sorted(_events(practice), key=lambda event: (event.at, event.planned)))
    if (start and start.years) or (end and end.years):
        return _from_period(practice, start, end, events, today)
    if events:
        return TimeSpan(practice, events[0].at, events[-1].at, "unknown", "unknown", events, from_events=True)
    return None


def _from_period(
    practice: Practice,
    start: EdtfDate | None,
    end: EdtfDate | None,
    events: tuple[TimeEvent, ...],
    today: float | None,
) -> TimeSpan:
    starts, ends = _sureness(start), _sureness(end)
    first = _begin(start) if start and start.years else None
    last = _finish(end) if end and end.years else None
    if last is None:
        done = [event.at for event in events if not event.planned]
        reached = max([value for value in (first, *done) if value is not None], default=0.0)
        goes_on = practice.lifecycle in GOING_ON and today is not None
        last, ends = (max(reached, today), "open") if goes_on and today else (reached, "unknown")
    if first is None:
        first = min([last, *(event.at for event in events if not event.planned)])
    return TimeSpan(practice, first, max(first, last), starts, ends, events)


def _events(practice: Practice) -> Iterable[TimeEvent]:
    for each in practice.key_dates:
        first = each.date.start or each.date.end if isinstance(each.date, EdtfInterval) else each.date
        if first and first.years:
            yield TimeEvent(_begin(first), each.planned)


def _sureness(value: EdtfDate | None) -> End:
    if value is None or value.years is None:
        return "unknown"
    return "about" if value.approximate or value.uncertain or value.year is None else "sure"


def _begin(value: EdtfDate) -> float:
    return _in_years(value.earliest)


def _finish(value: EdtfDate) -> float:
    return _in_years(value.latest)


def _in_years(day: tuple[int, int, int]) -> float:
    year, month, number = day
    return year + (month - 1) / 12 + (number - 1) / (12 * _DAYS_OF_MONTH)


def _as_of(practices: Iterable[Practice]) -> float | None:
    state: date | None = state_date(practices)
    return _in_years((state.year, state.month, state.day)) if state else None
