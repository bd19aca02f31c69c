"""Which practices came last, and the day the catalogue speaks for."""

from collections.abc import Iterable
from datetime import date

from ..catalogue import Practice


def newest(practices: Iterable[Practice], count: int) -> tuple[Practice, ...]:
    """The practices created last; among those of one day the fuller ones first, then by id."""
    dated = [practice for practice in practices if practice.editorial.created]
    return tuple(sorted(dated, key=_newest_first)[:count])


def state_date(practices: Iterable[Practice]) -> date | None:
    """The last day on which an entry changed: what the catalogue says is as of then."""
    return max((day for practice in practices if (day := _last_change(practice))), default=None)


def _last_change(practice: Practice) -> date | None:
    return practice.editorial.updated or practice.editorial.created


def _newest_first(practice: Practice) -> tuple[int, int, str]:
    created = practice.editorial.created or date.min
    told = len(practice.indicators) + len(practice.organisations) + len(practice.key_dates)
    return -created.toordinal(), -told, practice.id
