"""What a practice answers to the questions a reader decides by, as values of filters: a band, or why there is none.

Nothing is put into a band that is disputed, only planned or not given: that is a value of its own, named after the
state of the answer. What is known and fits no band has one too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..catalogue import (
    COST_RANGES,
    DURATIONS,
    PERSON_COSTS,
    PLACE_SIZES,
    REACHES,
    Answer,
    Catalogue,
    Decision,
    Indicator,
    Period,
    Place,
    Practice,
    band_of,
    bands_between,
    cost_per_participant,
    decision,
    in_home_currency,
    may_be_counted,
    total_funding,
)
from .groups import Members, members_of
from .time_spans import GOING_ON

KNOWN, MISSING, UNDUE, DISPUTED, PLANNED = "known", "missing", "not-applicable", "disputed", "planned"

NO_RATE = "no-rate"
NOT_PEOPLE = "not-people"
NOT_COMPUTED = "not-computed"
ONGOING = "ongoing"
WIDER = "wider"

UNANSWERED = frozenset({MISSING, UNDUE, DISPUTED, PLANNED, NO_RATE, NOT_PEOPLE, NOT_COMPUTED})
"""The values that say of a practice only why it is in no band."""

TAKEN_OVER = ("adopted", "adapted")
"""States of an adoption by who took the practice over, not of who only thinks about it, tries or gave up."""
_MUNICIPAL = ("town", "municipality")
_OF_ONE_PART = ("district", *_MUNICIPAL)
_LONGEST = DURATIONS[-1][1]


@dataclass(frozen=True)
class Subject:
    """A practice, and what its catalogue shares."""

    practice: Practice
    catalogue: Catalogue

    @cached_property
    def decision(self) -> Decision:
        """The answers of its strip."""
        return decision(self.practice)

    @cached_property
    def members(self) -> Members:
        """What it belongs to, by dimension."""
        return members_of(self.practice)

    def unless_given(self, field: str) -> str:
        """The value where an entry says nothing in a field: that it was not given, or that it does not apply."""
        return UNDUE if field in self.practice.not_applicable else MISSING


def has_cost(subject: Subject) -> Sequence[str]:
    """Whether the entry says what it cost."""
    return [subject.decision.cost.state]


def has_results(subject: Subject) -> Sequence[str]:
    """Whether the entry says what came of it."""
    return [subject.decision.effect.state]


def taken_over(subject: Subject) -> Sequence[str]:
    """Whether somebody took it over."""
    if any(each.state in TAKEN_OVER for each in subject.practice.adoptions):
        return [KNOWN]
    return [subject.unless_given("adoptions")]


def evidence(subject: Subject) -> Sequence[str]:
    """The level of the evidence."""
    level = subject.practice.evidence_level
    return [str(level.value) if level else subject.unless_given("evidence_level")]


def cost(subject: Subject) -> Sequence[str]:
    """The band of the amount that the strip shows, in złoty."""
    answer = subject.decision.cost
    if answer.subject is None or answer.state != KNOWN:
        return [answer.state]
    amount = in_home_currency(answer.subject, subject.practice, subject.catalogue.rates)
    return [NO_RATE if amount is None else band_of(amount, COST_RANGES)]


def cost_per_person(subject: Subject) -> Sequence[str]:
    """The band of the cost for each person reached, in złoty, where it may be computed."""
    answer = subject.decision.cost
    if answer.state != KNOWN:
        return [answer.state]
    total, each = total_funding(subject.practice), cost_per_participant(subject.practice)
    if total is None or each is None:
        return [NOT_COMPUTED]
    amount = in_home_currency(total, subject.practice, subject.catalogue.rates)
    if amount is None:
        return [NO_RATE]
    return [band_of(each * amount / total.amount if total.amount else 0, PERSON_COSTS)]


def reach(subject: Subject) -> Sequence[str]:
    """The bands that the number of people may be in that the strip shows."""
    answer: Answer[Indicator] = subject.decision.scale
    figure = answer.subject
    if figure is None or answer.state != KNOWN:
        return [answer.state]
    given = [each for each in (figure.value, figure.min, figure.max) if each is not None]
    if figure.unit != "person" or not given:
        return [NOT_PEOPLE]
    return bands_between(min(given), max(given), REACHES)


def duration(subject: Subject) -> Sequence[str]:
    """The bands that the months from the first to the last may be in.

    What goes on has no last month. That it has lasted longer than the longest band begins is known all the same once
    it was known to go on by then.
    """
    practice = subject.practice
    period = practice.period
    if period and not may_be_counted(period):
        return [DISPUTED]
    if period and period.end:
        return _between(period) or [MISSING]
    if practice.lifecycle in GOING_ON:
        return [_LONGEST, ONGOING] if _has_lasted(practice, period) else [ONGOING]
    return [subject.unless_given("period")]


def _between(period: Period) -> Sequence[str]:
    start, end = period.start, period.end
    if not (start and end and start.year and end.year):
        return ()
    return bands_between(_months(start.latest, end.earliest), _months(start.earliest, end.latest), DURATIONS)


def _has_lasted(practice: Practice, period: Period | None) -> bool:
    start, known = period.start if period else None, practice.lifecycle_as_of
    if not (start and start.year and known and known.earliest[0]):
        return False
    return band_of(_months(start.latest, known.earliest), DURATIONS) == _LONGEST


def _months(first: tuple[int, int, int], last: tuple[int, int, int]) -> int:
    return (last[0] - first[0]) * 12 + last[1] - first[1] + 1


def place_size(subject: Subject) -> Sequence[str]:
    """The bands of the inhabitants of the municipalities that put it into practice, or else of those it reaches."""
    places, uses = subject.catalogue.places, subject.practice.places
    in_role = ([places[use.place] for use in uses if use.role == role] for role in ("implemented", "reach"))
    here = next(filter(None, in_role), [])
    sizes = (_size(place, places) for place in here)
    return tuple(dict.fromkeys(filter(None, sizes))) or [MISSING]


def _size(place: Place, places: Mapping[str, Place]) -> str | None:
    if place.level not in _OF_ONE_PART:
        return WIDER
    # A district is as large as its town for who asks whether they could do the same.
    town = next((each for each in _upward(place, places) if each.level in _MUNICIPAL), place)
    return band_of(town.population.value, PLACE_SIZES) if town.population else None


def _upward(place: Place, places: Mapping[str, Place]) -> Iterator[Place]:
    yield place
    while place.parent:
        place = places[place.parent]
        yield place
