"""What was true when it was written and may be no longer.

Figures of what was done stay true and never age. What ages are statements ("the only one"), figures about the
surroundings, plans whose day has passed, and the state of a practice that nobody has looked at for long.
"""

from collections.abc import Iterator
from datetime import date

from .confirmations import CONFIRMATION_YEARS, is_older, long_unconfirmed
from .model import Practice
from .problems import Problem, warning

CLAIM_YEARS = 3
"""After so many years a "first" or an "only" is asked about again."""

BACKGROUND_YEARS = 5
"""After so many years a figure about a place or a problem is looked for again; censuses and surveys come that often."""

REVIEW_MONTHS = 24
"""How long the state of a practice counts as known, unless the entry sets a day for its next review."""

_GOING_ON = ("idea", "starting", "pilot", "running", "became-regular-service", "suspended")


def facts_are_fresh(practice: Practice, day: date | None) -> Iterator[Problem]:
    """Statements, background figures and plans that are old on a day, or on the day the entry was last looked at."""
    day = day or _last_look(practice)
    if day is None:
        return
    for n, claim in enumerate(practice.claims):
        if claim.status != "outdated" and is_older(claim.as_of, CLAIM_YEARS, day):
            yield warning("claim_old", ("claims", n, "as_of"), date=claim.as_of.text, years=CLAIM_YEARS)
    for n, figure in enumerate(practice.indicators):
        if figure.nature == "context" and figure.as_of and is_older(figure.as_of, BACKGROUND_YEARS, day):
            yield warning("figure_old", ("indicators", n, "as_of"), date=figure.as_of.text, years=BACKGROUND_YEARS)
    for n, event in enumerate(practice.key_dates):
        if event.planned and is_older(event.date, 0, day):
            yield warning("plan_passed", ("key_dates", n, "date"), date=event.date.text)


def adoptions_are_confirmed(practice: Practice, day: date | None) -> Iterator[Problem]:
    """Adoptions that the adopter has not confirmed long after they are said to have been made."""
    day = day or _last_look(practice)
    if day is None:
        return
    for n in long_unconfirmed(practice, day):
        name = "date" if practice.adoptions[n].date else "as_of"
        since = getattr(practice.adoptions[n], name)
        yield warning("adoption_unconfirmed", ("adoptions", n, name), date=since.text, years=CONFIRMATION_YEARS)


def reviews_are_due(practice: Practice, day: date | None) -> Iterator[Problem]:
    """A review that is overdue on a day, or a practice that goes on and was not looked at for two years before it."""
    editorial, last = practice.editorial, _last_look(practice)
    if day is None:
        return
    if editorial.review_by:
        if editorial.review_by < day:
            yield warning("review_overdue", ("editorial", "review_by"), date=editorial.review_by.isoformat())
    elif practice.lifecycle in _GOING_ON and last and _months_between(last, day) > REVIEW_MONTHS:
        yield warning("state_old", ("lifecycle",), date=last.isoformat(), n=REVIEW_MONTHS)


def _last_look(practice: Practice) -> date | None:
    editorial = practice.editorial
    days = (editorial.created, editorial.updated, editorial.reviewed_on)
    return max((each for each in days if each), default=None)


def _months_between(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month
