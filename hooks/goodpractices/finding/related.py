"""Practices worth reading next, each with the reason.

What editors declared comes first; then practices with the same connection (shown at the same meeting, part of the same
whole); then those with the same theme and group. Only the nearest neighbours within each such group are looked at, so
that the work for one practice does not grow with the catalogue.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..catalogue import Catalogue, Practice

MOST = 6
_NEIGHBOURS = 6
_SHARED_CONNECTIONS = ("part_of", "presented_at", "funded_by_project")


@dataclass(frozen=True, slots=True)
class Related:
    """Another practice and why it is named.

    ``reason`` is a relation type or its reverse, ``same_`` and a relation type (``via`` is the practice in common), or
    ``same_theme_and_group`` (``theme`` and ``group`` are their ids).
    """

    practice: Practice
    reason: str
    via: Practice | None = None
    theme: str = ""
    group: str = ""


class RelatedPractices:
    """Finds what is related to a practice; made once for a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._by_connection: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_terms: dict[tuple[str, str], list[str]] = defaultdict(list)
        for practice in catalogue.published:
            for link in catalogue.links(practice.id):
                if link.type in _SHARED_CONNECTIONS:
                    self._by_connection[(link.type, link.target)].append(practice.id)
            for pair in _term_pairs(practice):
                self._by_terms[pair].append(practice.id)
        self._positions: Mapping[tuple[str, str], Mapping[str, int]] = {
            key: {each: n for n, each in enumerate(ids)}
            for key, ids in (*self._by_connection.items(), *self._by_terms.items())
        }

    def to(self, practice: Practice) -> tuple[Related, ...]:
        """At most ``MOST`` practices, declared relations always among them, in order of weight."""
        found: dict[str, Related] = {}
        for related in self._declared(practice):
            found.setdefault(related.practice.id, related)
        limit = max(MOST, len(found))
        for related in (*self._connected(practice), *self._alike(practice)):
            if len(found) >= limit:
                break
            if related.practice.id != practice.id:
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
                for other in self._neighbours(self._by_connection[key], key, practice.id):
                    yield Related(other, f"same_{link.type}", via=via)

    def _alike(self, practice: Practice) -> Iterator[Related]:
        shared: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for pair in _term_pairs(practice):
            for other in self._neighbours(self._by_terms[pair], pair, practice.id):
                shared[other.id].append(pair)
        for identifier, pairs in sorted(shared.items(), key=lambda item: (-len(item[1]), item[0])):
            theme, group = pairs[0]
            yield Related(self._catalogue.practices[identifier], "same_theme_and_group", theme=theme, group=group)

    def _neighbours(self, ids: list[str], key: tuple[str, str], practice_id: str) -> Iterator[Practice]:
        """The next practices after this one in a group, going round at its end."""
        start = self._positions[key][practice_id]
        for step in range(1, min(_NEIGHBOURS, len(ids) - 1) + 1):
            yield self._catalogue.practices[ids[(start + step) % len(ids)]]


def _term_pairs(practice: Practice) -> Iterator[tuple[str, str]]:
    for theme in practice.themes[:3]:
        for group in practice.target_groups[:3]:
            yield theme, group
