"""Practices worth reading next, each with the reason.

What editors declared comes first; then practices with the same connection (shown at the same meeting, part of the same
whole), of which only the nearest neighbours are looked at, so that the work for one practice does not grow with the
catalogue; then those that have most in common. One thing in common is not enough: that is what the lists are for.

What was found in an earlier build is taken from its cache as long as everything is the same that it was made of: for
the candidates who has the features looked through, for the result the vectors of those that were compared.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..catalogue import Cache, Catalogue, Link, Practice, code_stamp, digest, gathered
from .reasons import Shared, worth_showing
from .similarity import Similarity, Words

MOST = 6
LEAST_ALIKE = 0.09
"""Practices less alike than this are not offered: a few good ones serve better than many poor ones."""

_NEIGHBOURS = 6
_RECORDS = ("places", "organisations", "programmes")
_SHARED_CONNECTIONS = ("part_of", "presented_at", "funded_by_project")

_Row = tuple[str, str, str | None, list[tuple[str, list[str]]]]
"""The id of a related practice, the reason, the id of the practice in common, what is shared by dimension."""

_ROWS = TypeAdapter(list[_Row])
_IDS = TypeAdapter(list[str])


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
    """What is related to each published practice; ``rows`` hold it by the id of the practice, as a cache may."""

    def __init__(self, practices: Mapping[str, Practice], rows: Mapping[str, list[_Row]]) -> None:
        self._practices = practices
        self.rows = rows

    def to(self, practice: Practice) -> tuple[Related, ...]:
        """At most ``MOST`` practices, declared relations always among them, in order of weight."""
        return tuple(
            Related(
                self._practices[other],
                reason,
                self._practices[via] if via else None,
                tuple(Shared(dimension, tuple(ids)) for dimension, ids in shared),
            )
            for other, reason, via, shared in self.rows[practice.id]
        )


def find_related(catalogue: Catalogue, words: Words, cache: Cache | None = None) -> RelatedPractices:
    """What is related to the practices of a catalogue whose texts were analysed; the cache is for the caller to save.

    ``words`` are those that tell what each practice is about: without them practices would be alike in their fields
    alone.
    """
    rows = _all_rows(_Finder(catalogue, words), catalogue, cache or Cache(None))
    return RelatedPractices(catalogue.practices, rows)


def related_from(catalogue: Catalogue, kept: Any) -> RelatedPractices | None:
    """The same from rows that were kept; ``None`` for a value of another shape."""
    ids = frozenset(each.id for each in catalogue.published)
    if not isinstance(kept, dict) or kept.keys() != ids or not all(_are_rows(rows, ids) for rows in kept.values()):
        return None
    return RelatedPractices(catalogue.practices, kept)


def related_as_before(catalogue: Catalogue, kept: Any, practice: Practice) -> tuple[Related, ...]:
    """What was related to a practice in an earlier catalogue, as far as this one still has it.

    Args:
        catalogue: the practices of today.
        kept: the rows of the earlier one, or anything else, which says nothing.
        practice: one of today; of a new one nothing is known.
    """
    rows = (kept.get(practice.id) if isinstance(kept, dict) else None) or []
    if not _fits(_ROWS, rows):
        return ()
    ids = frozenset(each.id for each in catalogue.published)
    still = [row for row in rows if ids.issuperset(_ids_in([row])) and _has_all_shared(catalogue, row)]
    return RelatedPractices(catalogue.practices, {practice.id: still}).to(practice)


def _has_all_shared(catalogue: Catalogue, row: _Row) -> bool:
    """Whether a catalogue has all the terms and records that were named as the reason."""
    kinds = {**catalogue.vocabularies, **{name: getattr(catalogue, name) for name in _RECORDS}}
    return all(kinds[name.removeprefix("wider_")].keys() >= {*ids} for name, ids in row[3] if name != "words")


def _all_rows(finder: "_Finder", catalogue: Catalogue, cache: Cache) -> dict[str, list[_Row]]:
    """The rows of each published practice, by its id."""
    ids = [each.id for each in catalogue.published]
    shown = frozenset(ids)
    kind = f"related-{catalogue.language}"
    candidates = _known(
        (cache, f"{kind}-candidates"),
        {each: finder.key_of_candidates(each) for each in ids},
        finder.candidates,
        lambda kept: _fits(_IDS, kept) and shown.issuperset(kept),
    )
    return _known(
        (cache, kind),
        {each: finder.key(each, candidates[each]) for each in ids},
        lambda practice_id: finder.rows(practice_id, candidates[practice_id]),
        lambda kept: _are_rows(kept, shown),
    )


def _are_rows(kept: Any, ids: frozenset[str]) -> bool:
    return _fits(_ROWS, kept) and ids.issuperset(_ids_in(kept))


def _known(
    place: tuple[Cache, str],
    keys: Mapping[str, str],
    compute: Callable[[str], Any],
    is_value: Callable[[Any], bool],
) -> dict[str, Any]:
    """A value for each practice by its id: from a cache and the kind in it, or computed on every processor.

    Args:
        place: the cache and the kind of the values.
        keys: for each practice, by id, of what its value is made, which no other practice has too.
        compute: the value for the id of a practice.
        is_value: whether a value that was kept can be one.
    """
    cache, kind = place
    code = code_stamp(Path(__file__).parent)
    by_key = {digest(code, key): practice_id for practice_id, key in keys.items()}
    found = cache.known(
        kind,
        [*by_key],
        lambda missing: [*gathered(lambda some: [compute(by_key[key]) for key in some], missing)],
        is_value,
    )
    return {by_key[key]: value for key, value in found.items()}


def _fits(adapter: TypeAdapter[Any], kept: object) -> bool:
    try:
        adapter.validate_python(kept)
    except ValidationError:
        return False
    return True


def _ids_in(rows: Sequence[_Row]) -> Iterator[str]:
    for other, _, via, _ in rows:
        yield other
        if via:
            yield via


class _Finder:
    """Finds what is related to one practice, and says of what the answer is made."""

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

    def key_of_candidates(self, practice_id: str) -> str:
        """Of what the candidates are made."""
        return self._similarity.key_of_candidates(practice_id)

    def candidates(self, practice_id: str) -> list[str]:
        """The ids of those that may be alike."""
        return self._similarity.candidates(practice_id)

    def key(self, practice_id: str, candidates: Iterable[str]) -> str:
        """Of what the rows of a practice are made: its connections, and the vectors of those it is compared with."""
        version = self._similarity.version
        connections = [
            (link.type, link.target, [(each, version(each)) for each in self._neighbours(practice_id, link)])
            for link in self._catalogue.links(practice_id)
        ]
        compared = [(each, version(each)) for each in candidates]
        return json.dumps([practice_id, version(practice_id), connections, compared])

    def rows(self, practice_id: str, candidates: Iterable[str]) -> list[_Row]:
        """The related practices in order of weight; as JSON can hold them."""
        found: dict[str, _Row] = {}
        for row in self._declared(practice_id):
            found.setdefault(row[0], row)
        limit = max(MOST, len(found))
        for row in chain(self._connected(practice_id), self._alike(practice_id, candidates)):
            if len(found) >= limit:
                break
            found.setdefault(row[0], row)
        return list(found.values())

    def _declared(self, practice_id: str) -> Iterator[_Row]:
        for link in self._catalogue.links(practice_id):
            yield link.target, link.type, None, []

    def _connected(self, practice_id: str) -> Iterator[_Row]:
        for link in self._catalogue.links(practice_id):
            neighbours = self._neighbours(practice_id, link)
            for _, other in self._similarity.ranked(practice_id, neighbours):
                yield other, f"same_{link.type}", link.target, []

    def _alike(self, practice_id: str, candidates: Iterable[str]) -> Iterator[_Row]:
        for value, other in self._similarity.ranked(practice_id, candidates):
            if value < LEAST_ALIKE:
                return
            if shared := worth_showing(self._similarity.in_common(practice_id, other)):
                yield other, "alike", None, [(each.dimension, [*each.ids]) for each in shared]

    def _neighbours(self, practice_id: str, link: Link) -> Iterator[str]:
        """The next practices after this one that have the same connection, going round at the end of the group."""
        if link.type not in _SHARED_CONNECTIONS:
            return
        key = (link.type, link.target)
        ids, start = self._by_connection[key], self._positions[key][practice_id]
        for step in range(1, min(_NEIGHBOURS, len(ids) - 1) + 1):
            yield ids[(start + step) % len(ids)]
