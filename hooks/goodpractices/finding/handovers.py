"""Practices that went from place to place: what each place took over from others, and what others took over from it.

Two entries may tell of the same: the adoptions of a practice name who took it over, and the entry of the one who did
names its model. Told together they are one handover, so that both ends know of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ..catalogue import Adoption, Catalogue, EdtfDate, EdtfInterval, Practice

K = TypeVar("K")

Taker = tuple[str, str]
"""``places`` or ``organisations``, and the id of one."""

_Moment = tuple[bool, tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Handover:
    """A practice that somebody took over, tried or thought of.

    Attributes:
        practice: the practice.
        givers: the places where it is done.
        takers: the other places that have it from there; many of one kind in one line are none of them.
        adoption: what the practice says of it; nothing where only the taker's own entry tells of it.
        own: the entry of the taker, if there is one.
    """

    practice: Practice
    givers: tuple[str, ...]
    takers: tuple[str, ...]
    adoption: Adoption | None = None
    own: Practice | None = None

    @property
    def date(self) -> EdtfDate | EdtfInterval | None:
        """When it was taken over, or for when that is known."""
        if self.adoption and self.adoption.when:
            return self.adoption.when
        return self.own.period.start if self.own and self.own.period else None

    @property
    def is_considered(self) -> bool:
        """Whether nothing is known but that somebody thought of it."""
        return self.own is None and self.adoption is not None and self.adoption.state == "considered"

    @property
    def moment(self) -> _Moment:
        """Its place in the order of time; what has no date comes last."""
        return moment_of(self.date)

    @property
    def is_within(self) -> bool:
        """Whether it never left the places where the practice is done."""
        return not self.takers and (self.adoption is None or self.adoption.place in self.givers)


def moment_of(date: EdtfDate | EdtfInterval | None) -> _Moment:
    """The place of a date in the order of time, by the first day that it can be; unknown ones come last."""
    earliest = date.earliest if date else (0, 0, 0)
    return earliest[0] == 0, earliest


@dataclass(frozen=True, slots=True)
class Handovers:
    """All handovers between places: by who took over, and by the place that gave; each in order of time."""

    taken: Mapping[Taker, tuple[Handover, ...]]
    given: Mapping[str, tuple[Handover, ...]]


def find_handovers(catalogue: Catalogue) -> Handovers:
    """What the published practices of a catalogue say of each other and of their adoptions, in one walk over them."""
    taken: dict[Taker, list[Handover]] = defaultdict(list)
    given: dict[str, list[Handover]] = defaultdict(list)
    for practice in catalogue.by_title:
        followers = [
            catalogue.practices[each.target] for each in catalogue.links(practice.id) if each.type == "inspired"
        ]
        for handover in handovers_of(practice, followers):
            for taker in _takers(handover):
                taken[taker].append(handover)
            for place in () if handover.is_within else handover.givers:
                given[place].append(handover)
    return Handovers(_in_time(taken), _in_time(given))


def handovers_of(practice: Practice, followers: Sequence[Practice]) -> Iterator[Handover]:
    """The adoptions of a practice, then the practices modelled on it (``followers``) that no adoption tells of."""
    givers = places_of(practice)
    named = {each.place for each in practice.adoptions if not each.what}
    left = list(followers)
    for adoption in practice.adoptions:
        own = next((each for each in left if _tells_of(each, adoption)), None)
        if own:
            left.remove(own)
        places = (adoption.place,) if adoption.place and not adoption.what else ()
        yield Handover(
            practice, givers, _others(places, givers) + _places_beside(own, {*givers, *named}), adoption, own
        )
    for own in left:
        yield Handover(practice, givers, _places_beside(own, {*givers, *named}), own=own)


def places_of(practice: Practice) -> tuple[str, ...]:
    """The places where a practice is done, each once."""
    return tuple(dict.fromkeys(each.place for each in practice.places if each.role == "implemented"))


def _places_beside(own: Practice | None, known: Collection[str | None]) -> tuple[str, ...]:
    """The places of a taker's own entry that nothing else tells of."""
    return _others(places_of(own), known) if own else ()


def _others(places: Iterable[str], known: Collection[str | None]) -> tuple[str, ...]:
    return tuple(each for each in places if each not in known)


def _tells_of(follower: Practice, adoption: Adoption) -> bool:
    """Whether the entry of a follower is about the same as an adoption, which may name the country it reaches."""
    reached = {each.place for each in follower.places if each.role in ("implemented", "reach")}
    led = {each.org for each in follower.organisations if each.role == "leader"}
    return not adoption.what and (adoption.place in reached or adoption.org in led)


def _takers(handover: Handover) -> Iterator[Taker]:
    """Whose pages tell of it: the places that took over, and the organisation, if the practice is not its own."""
    for place in handover.takers:
        yield "places", place
    org = handover.adoption.org if handover.adoption and not handover.adoption.what else None
    if org and org not in {each.org for each in handover.practice.organisations}:
        yield "organisations", org


def _in_time(found: Mapping[K, list[Handover]]) -> dict[K, tuple[Handover, ...]]:
    return {key: tuple(sorted(handovers, key=lambda each: each.moment)) for key, handovers in found.items()}
