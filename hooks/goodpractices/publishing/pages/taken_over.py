"""Practices that a place or an organisation took over from elsewhere, for its own page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...catalogue import Catalogue, Practice
from ...wording import Translations
from .. import phrasing
from ..addresses import practice_address
from .colours import family_class
from .values import Value

Member = tuple[str, str]
"""A dimension and the id of one of its members."""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A practice somebody took over: its name, what came of it and when, and the colour of its theme."""

    practice: Value
    words: str
    family: str

    @property
    def inputs(self) -> tuple[str, ...]:
        """What its line follows from."""
        return self.practice.text, self.practice.address or "", self.words, self.family


def taken_over(catalogue: Catalogue, t: Translations) -> Mapping[Member, tuple[TakenOver, ...]]:
    """What each place and each organisation took over, in Polish order of titles, without those nobody translated."""
    found: dict[Member, list[TakenOver]] = defaultdict(list)
    for practice in filter(lambda each: catalogue.is_translated(each.id), catalogue.by_title):
        for member, words in _takers(practice, t):
            found[member].append(_taken(practice, words, catalogue))
    return {member: tuple(taken) for member, taken in found.items()}


def _takers(practice: Practice, t: Translations) -> Iterator[tuple[Member, str]]:
    for each in practice.adoptions:
        if each.what:  # many in one line: the place only says where they are
            continue
        when = phrasing.when(each.date, t) if each.date else None
        words = ", ".join(filter(None, (t.choice("adoption_state", each.state), when)))
        for dimension, identifier in (("organisations", each.org), ("places", each.place)):
            if identifier:
                yield (dimension, identifier), words


def _taken(practice: Practice, words: str, catalogue: Catalogue) -> TakenOver:
    name = Value(practice.short_title or practice.title, practice_address(practice.id))
    return TakenOver(name, words, family_class(catalogue.term("themes", practice.themes[0]).family))
