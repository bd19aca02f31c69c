"""Other entries on the trail of a practice: its models, those modelled on it, and those that did the like."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ....catalogue import Period, Practice
from ....finding import Related, handovers_of, places_of

LIKE = "similar_to"


@dataclass(frozen=True, slots=True)
class OnTrail:
    """What the trail of a practice shows of another entry.

    Attributes:
        id: which entry it is.
        title: what it is called there.
        reason: what it is to the practice, as ``Related`` says.
        places: where it is done.
        period: from when to when.
        adoption: the number of the adoption that tells of the same, if one does.
    """

    id: str
    title: str
    reason: str
    places: tuple[str, ...]
    period: Period | None
    adoption: int | None = None

    @classmethod
    def of(cls, other: Practice, reason: str, adoption: int | None = None) -> "OnTrail":
        title = other.short_title or other.title
        return cls(other.id, title, reason, places_of(other), other.period, adoption)


def on_trail(practice: Practice, related: Iterable[Related]) -> tuple[OnTrail, ...]:
    """Those among the related practices that belong on the trail.

    Of practices that are called similar it is those which the same programme paid for: that many are somehow alike says
    nothing of who does the same.
    """
    known = [*related]
    followers = [each.practice for each in known if each.reason == "inspired"]
    return (*_followers(practice, followers), *_models_and_likes(practice, known))


def _followers(practice: Practice, followers: list[Practice]) -> Iterator[OnTrail]:
    for n, handover in enumerate(handovers_of(practice, followers)):
        if handover.own:
            yield OnTrail.of(handover.own, "inspired", n if handover.adoption else None)


def _models_and_likes(practice: Practice, related: list[Related]) -> Iterator[OnTrail]:
    for each in related:
        if each.reason == "inspired_by" or (each.reason == LIKE and _are_of_one_programme(practice, each.practice)):
            yield OnTrail.of(each.practice, each.reason)


def _are_of_one_programme(one: Practice, other: Practice) -> bool:
    return bool(one.programme and other.programme and one.programme.id == other.programme.id)
