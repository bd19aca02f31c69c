"""Practices worth reading next, each with the reason.

What editors declared comes first; then practices with the same connection (shown at the same meeting, part of the same
whole), of which only the nearest neighbours are looked at, so that the work for one practice does not grow with the
catalogue; then those that have most in common. One thing in common is not enough: that is what the lists are for.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from ..catalogue import Catalogue, Practice
from .similarity import Feature, Similarity, Words

MOST = 6
LEAST_ALIKE = 0.09
"""Practices less alike than this are not offered: a few good ones serve better than many poor ones."""

_NEIGHBOURS = 6
_SHARED_CONNECTIONS = ("part_of", "presented_at", "funded_by_project")

# A word in common is half as good a reason as a term, a place or a name, and alone it is none.
_THING = {"words": 0.5}
_LEAST_THINGS = 2

_PARTS = 2
_NAMES = 2
_WORDS = 3
# What adds less than this to the strongest thing in common is not worth telling beside it.
_WORTH_TELLING = 0.2


@dataclass(frozen=True, slots=True)
class Shared:
    """What two practices have in common of one kind, the strongest first.

    ``dimension`` is one of ``finding.DIMENSIONS`` with ids in it; one of these after ``wider_``, with ids of what lies
    above; or ``words``, with the words themselves.
    """

    dimension: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another practice and why it is named.

    ``reason`` is a relation type or its reverse, ``same_`` and a relation type (``via`` is the practice in common), or
    ``alike`` (``shared`` says in what, the strongest first, never nothing).
    """

    practice: Practice
    reason: str
    via: Practice | None = None
    shared: tuple[Shared, ...] = ()


class RelatedPractices:
    """Finds what is related to a practice; made once for a catalogue whose texts were analysed.

    ``words`` are those that tell what each practice is about: without them practices would be alike in their fields
    alone.
    """

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        self._catalogue = catalogue
        self._similarity = Similarity(catalogue, words)
        self._by_connection: dict[tuple[str, str], list[str]] = defaultdict(list)
        for practice_id in sorted(each.id for each in catalogue.published):
            for link in catalogue.links(practice_id):
                if link.type in _SHARED_CONNECTIONS:
                    self._by_connection[(link.type, link.target)].append(practice_id)
        self._positions: Mapping[tuple[str, str], Mapping[str, int]] = {
            key: {each: n for n, each in enumerate(ids)} for key, ids in self._by_connection.items()
        }

    def to(self, practice: Practice) -> tuple[Related, ...]:
        """At most ``MOST`` practices, declared relations always among them, in order of weight."""
        found: dict[str, Related] = {}
        for related in self._declared(practice):
            found.setdefault(related.practice.id, related)
        limit = max(MOST, len(found))
        for related in chain(self._connected(practice), self._alike(practice)):
            if len(found) >= limit:
                break
            found.setdefault(related.practice.id, related)
        return tuple(found.values())

    def _declared(self, practice: Practice) -> Iterator[Related]:
        for link in self._catalogue.links(practice.id):
            yield Related(self._catalogue.practices[link.target], link.type)

    def _connected(self, practice: Practice) -> Iterator[Related]:
        for link in self._catalogue.links(practice.id):
            if link.type in _SHARED_CONNECTIONS:
                key = (link.type, link.target)
                via = self._catalogue.practices[link.target]
                neighbours = self._neighbours(self._by_connection[key], key, practice.id)
                for _, other in self._similarity.ranked(practice.id, neighbours):
                    yield Related(self._catalogue.practices[other], f"same_{link.type}", via=via)

    def _alike(self, practice: Practice) -> Iterator[Related]:
        for value, other in self._similarity.nearest(practice.id):
            if value < LEAST_ALIKE:
                return
            if shared := _worth_showing(self._similarity.in_common(practice.id, other)):
                yield Related(self._catalogue.practices[other], "alike", shared=shared)

    def _neighbours(self, ids: list[str], key: tuple[str, str], practice_id: str) -> Iterator[str]:
        """The next practices after this one in a group, going round at its end."""
        start = self._positions[key][practice_id]
        for step in range(1, min(_NEIGHBOURS, len(ids) - 1) + 1):
            yield ids[(start + step) % len(ids)]


def _worth_showing(in_common: Mapping[Feature, float]) -> tuple[Shared, ...]:
    """What to say of what is in common; nothing where it is too little."""
    by_dimension: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (dimension, identifier), value in in_common.items():
        # Nothing is called alike for being, say, a project.
        if value > 0 and dimension != "kinds":
            by_dimension[dimension].append((-value, identifier))
    if len(by_dimension.get("words", ())) == 1:
        del by_dimension["words"]
    plain = [name for name in by_dimension if not name.startswith("wider_")]
    if sum(_THING.get(name, 1.0) * len(by_dimension[name]) for name in plain) < _LEAST_THINGS:
        return ()
    strengths = {name: -sum(sorted(value for value, _ in found)) for name, found in by_dimension.items()}
    order = sorted(by_dimension, key=lambda name: (-strengths[name], name))
    shown: list[Shared] = []
    said = set[str]()
    for dimension in order:
        if len(shown) == _PARTS or strengths[dimension] < _WORTH_TELLING * strengths[order[0]]:
            break
        # A metropolis may be both a place and an organisation, of one id and name; once is enough.
        ids = _strongest([each for each in sorted(by_dimension[dimension]) if each[1] not in said], dimension)
        if ids:
            shown.append(Shared(dimension, ids))
            said.update(ids)
    return tuple(shown)


def _strongest(found: list[tuple[float, str]], dimension: str) -> tuple[str, ...]:
    most = _WORDS if dimension == "words" else _NAMES
    return tuple(each for value, each in found[:most] if value <= _WORTH_TELLING * found[0][0])
