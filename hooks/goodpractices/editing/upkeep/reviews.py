"""Which practices should have been looked at again."""

from dataclasses import dataclass
from datetime import MAXYEAR, date

from ...catalogue import REVIEW_MONTHS, Catalogue, Practice

_LAST_SAFE_DAY = 28


@dataclass(frozen=True, slots=True)
class Overdue:
    """A practice and the day by which it should have been reviewed."""

    practice: str
    title: str
    due: date


def overdue_reviews(catalogue: Catalogue, today: date) -> list[Overdue]:
    """The published practices whose review is due, the longest overdue first."""
    due = ((practice, review_due(practice)) for practice in catalogue.published)
    found = [Overdue(practice.id, practice.title, day) for practice, day in due if day and day < today]
    return sorted(found, key=lambda each: (each.due, each.practice))


def review_due(practice: Practice) -> date | None:
    """The day that ``review_by`` names, else two years after the last review; none where nobody reviewed it yet."""
    editorial = practice.editorial
    if editorial.review_by or not editorial.reviewed_on:
        return editorial.review_by
    reviewed = editorial.reviewed_on
    if reviewed.year + REVIEW_MONTHS // 12 > MAXYEAR:
        return None
    return date(reviewed.year + REVIEW_MONTHS // 12, reviewed.month, min(reviewed.day, _LAST_SAFE_DAY))
