"""Which practices came last, and the day the content of the catalogue is of."""

from collections.abc import Iterable
from datetime import date

from ..catalogue import Practice


def newest(practices: Iterable[Practice], count: int) -> tuple[Practice, ...]:
    """The practices created last; among those of one day the fuller ones first, then by id."""
    dated = [practice for practice in practices if practice.editorial.created]
    return tuple(sorted(dated, key=_newest_first)[:count])


def state_date(practices: Iterable[Practice]) -> date | None:
    """The last day on which an entry was written, changed or checked: what the catalogue says is as of then."""
    return max((day for practice in practices for day in _days(practice)), default=None)


def _days(practice: Practice) -> list[date]:
    editorial = practice.editorial
    return [day for day in (editorial.created, editorial.updated, editorial.reviewed_on) if day]


def _newest_first(practice: Practice) -> tuple[int, int, str]:
    created = practice.editorial.created or date.min
    facts = len(practice.indicators) + len(practice.organisations) + len(practice.key_dates)
    return -created.toordinal(), -facts, practice.id
