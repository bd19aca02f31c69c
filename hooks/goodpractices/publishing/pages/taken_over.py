"""What a place or an organisation took over from others, and what others took over from a place, for its own page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from ...catalogue import Catalogue, Practice
from ...finding import Handover, Handovers, OtherPage, Taker, find_handovers
from ...wording import Translations, polish_order
from .. import phrasing
from ..addresses import Links, member_address, practice_address
from .practice import Labels
from .values import Value


@dataclass(frozen=True, slots=True)
class Exchange:
    """The other end of a handover: who it is, what came of it and when, and the taker's own entry, if there is one."""

    others: tuple[Value, ...]
    words: str
    own: Value | None


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A practice that was handed over or merely considered, the colour of its theme, and the other ends."""

    practice: Value
    family: str
    exchanges: tuple[Exchange, ...]
    is_considered: bool

    @property
    def inputs(self) -> tuple[Any, ...]:
        """What its lines follow from."""
        return (
            *_inputs(self.practice),
            self.family,
            self.is_considered,
            [_of_exchange(each) for each in self.exchanges],
        )


class TakenOver:
    """The handovers of a catalogue in words, without the practices that nobody translated."""

    def __init__(self, catalogue: Catalogue, t: Translations) -> None:
        self._catalogue = catalogue
        self._t = t
        self._labels = Labels(catalogue, t)
        self._found: Handovers = find_handovers(catalogue)

    def taken(self, taker: Taker) -> tuple[Exchanged, ...]:
        """What a place or an organisation took over, in order of time, then what it merely considered."""
        return self._told(self._found.taken.get(taker, ()), self._giver)

    def given(self, taker: Taker) -> tuple[Exchanged, ...]:
        """What others took over from a place, by practice in Polish order of titles, each in order of time.

        What they merely considered comes behind all that.
        """
        dimension, identifier = taker
        found = self._found.given.get(identifier, ()) if dimension == "places" else ()
        return self._told(sorted(found, key=lambda each: self._order[each.practice.id]), self._taker)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {each.id: n for n, each in enumerate(self._catalogue.by_title)}

    def _told(self, handovers: Iterable[Handover], other_end: Callable[[Handover], Exchange]) -> tuple[Exchanged, ...]:
        shown = (each for each in handovers if self._catalogue.is_translated(each.practice.id))
        return tuple(
            Exchanged(_name(first.practice), self._labels.family(first.practice.themes[0]), ends, first.is_considered)
            for first, ends in ((some[0], tuple(map(other_end, some))) for some in _by_practice(shown))
        )

    def _giver(self, handover: Handover) -> Exchange:
        return Exchange(tuple(map(self._labels.place, handover.givers)), self._words(handover), self._own(handover))

    def _taker(self, handover: Handover) -> Exchange:
        adoption, labels = handover.adoption, self._labels
        who = labels.adopter(adoption) if adoption else tuple(map(labels.place, handover.takers))
        return Exchange(who, self._words(handover), self._own(handover))

    def _words(self, handover: Handover) -> str:
        """What came of it, when, and whether it was confirmed there; with a sign where somebody disputes it."""
        t, adoption = self._t, handover.adoption
        state = self._labels.adoption_state(adoption) if adoption else t("adoption.modelled")
        date = phrasing.when(handover.date, t) if handover.date else t("adoption.no_date")
        confirmed = adoption.confirmed if adoption else None
        said = [t("practice.confirmed", date=phrasing.when(confirmed, t))] if confirmed else []
        return ", ".join((state, date, *said))

    def _own(self, handover: Handover) -> Value | None:
        return _name(handover.own) if handover.own else None


def places_to_find(catalogue: Catalogue, links: Links, t: Translations) -> list[OtherPage]:
    """The pages of places that tell of handovers, as the search knows them, in Polish order of names."""
    found = find_handovers(catalogue)
    pages: list[OtherPage] = []
    for place in sorted(catalogue.places.values(), key=lambda each: polish_order(each.name)):
        told = (*found.taken.get(("places", place.id), ()), *found.given.get(place.id, ()))
        if shown := [each for each in told if catalogue.is_translated(each.practice.id)]:
            name = "search.considered" if all(each.is_considered for each in shown) else "search.handovers"
            address = links.localized(member_address("places", place.id))
            pages.append(OtherPage(address, t(name, place=place.name), ""))
    return pages


def _by_practice(handovers: Iterable[Handover]) -> Iterable[list[Handover]]:
    """Neighbours about the same practice together, what was merely considered behind what was taken over."""
    sure_first = sorted(handovers, key=lambda each: each.is_considered)
    return ([*some] for _, some in groupby(sure_first, key=lambda each: (each.is_considered, each.practice.id)))


def _name(practice: Practice) -> Value:
    return Value(practice.short_title or practice.title, practice_address(practice.id))


def _of_exchange(exchange: Exchange) -> list[Any]:
    own = _inputs(exchange.own) if exchange.own else None
    return [[_inputs(each) for each in exchange.others], exchange.words, own]


def _inputs(value: Value) -> tuple[str, str]:
    return value.text, value.address or ""
