"""Which practices came last, and the day the catalogue speaks for."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

from ..catalogue import Catalogue, Practice, without_ended_consents

_SECONDS = re.compile(r"[0-9]{1,11}")


def newest(practices: Iterable[Practice], count: int) -> tuple[Practice, ...]:
    """The practices created last; among those of one day the fuller ones first, then by id."""
    dated = [practice for practice in practices if practice.editorial.created]
    return tuple(sorted(dated, key=_newest_first)[:count])


def state_date(practices: Iterable[Practice]) -> date | None:
    """The last day on which an entry was written, changed or checked: what the catalogue says is as of then."""
    return max((day for practice in practices for day in _days(practice)), default=None)


def publication_day(practices: Iterable[Practice], epoch: str | None) -> date:
    """The day a publication speaks for: that of ``SOURCE_DATE_EPOCH``, but not before the last change of an entry.

    Consents to be named are measured by it. The clock is not asked, so that the same entries give the same bytes; who
    publishes sets the variable to the day of publication.
    """
    day = datetime.fromtimestamp(int(epoch), UTC).date() if epoch and is_epoch(epoch) else date.min
    return max(day, state_date(practices) or day)


def is_epoch(text: str) -> bool:
    """Whether a text is what ``SOURCE_DATE_EPOCH`` may be: seconds since 1970."""
    return _SECONDS.fullmatch(text) is not None


def as_published(catalogue: Catalogue, epoch: str | None) -> tuple[Catalogue, dict[str, int]]:
    """The catalogue of the day of publication: without people whose consent ended; how many, by the practice's id."""
    return without_ended_consents(catalogue, publication_day(catalogue.published, epoch))


def _days(practice: Practice) -> list[date]:
    editorial = practice.editorial
    return [day for day in (editorial.created, editorial.updated, editorial.reviewed_on) if day]


def _newest_first(practice: Practice) -> tuple[int, int, str]:
    created = practice.editorial.created or date.min
    facts = len(practice.indicators) + len(practice.organisations) + len(practice.key_dates)
    return -created.toordinal(), -facts, practice.id
