"""The practices of a catalogue in slices, each with what is worked out from the words of its practices together.

What follows from a slice that is as it was is taken from the cache, and its practices are not taken apart again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...catalogue import Catalogue, Practice, digest, spread
from .analysis import Analyser, Analysis, Outline
from .cache import SearchCache
from .fields import Connection, Section
from .named_in_full import NamesInFull
from .slices import sliced

_LEAST = 8  # practices of a slice: a changed one has about twice as many analysed again
_TASKS = 8  # parts of the work, so that every processor has some to the end
_FEWEST = 8  # slices of a part, about 130 practices: fewer are done before another process has begun


Told = tuple[Practice, Outline]


@dataclass(frozen=True, slots=True)
class Slice:
    """Practices that follow each other, and where the first of them stands among all."""

    first: int
    practices: Sequence[Practice]


class SlicedAnalyses:
    """The analyses of the published practices, each worked out when it is first needed."""

    def __init__(self, catalogue: Catalogue, cache: SearchCache) -> None:
        practices = catalogue.published
        ids = [practice.id for practice in practices]
        self._cache = cache
        self._found: dict[str, Analysis] = {}
        self.slices = [Slice(each.start, practices[each.start : each.stop]) for each in sliced(ids, _LEAST)]
        self.outlines = self._outlines(catalogue)
        self._analyser = Analyser(self.outlines, catalogue)
        self.keys = [
            digest(
                *(f"{catalogue.fingerprint(each.id).whole} {self._analyser.key(each.id)}" for each in some.practices)
            )
            for some in self.slices
        ]
        """For each slice the hash of everything that its analyses follow from."""

    def known(
        self,
        kind: str,
        keys: Sequence[str],
        compute: Callable[[Sequence[Analysis]], Any],
        is_value: Callable[[Any], bool],
    ) -> Iterator[Any]:
        """For each slice what follows from its analyses.

        Args:
            kind: the name of what is worked out.
            keys: for each slice the hash of everything that it follows from.
            compute: works it out, as JSON.
            is_value: whether something kept is such a value.
        """

        def values(missing: Sequence[Slice]) -> list[Any]:
            self._analyse([practice for each in missing for practice in each.practices])
            return _spread(lambda some: compute([self._found[each.id] for each in some.practices]), missing)

        return self._of_slices(kind, keys, values, is_value)

    def told(
        self, kind: str, compute: Callable[[Sequence[Told]], Any], is_value: Callable[[Any], bool]
    ) -> Iterator[Any]:
        """For each slice what follows from its practices and their outlines, in the language of the catalogue.

        Args:
            kind: the name of what is worked out.
            compute: works it out, as JSON.
            is_value: whether something kept is such a value.
        """

        def values(missing: Sequence[Slice]) -> list[Any]:
            return _spread(lambda some: compute([(each, self.outlines[each.id]) for each in some.practices]), missing)

        return self._of_slices(kind, self._told_keys, values, is_value)

    def _of_slices(
        self,
        kind: str,
        keys: Sequence[str],
        values: Callable[[Sequence[Slice]], list[Any]],
        is_value: Callable[[Any], bool],
    ) -> Iterator[Any]:
        by_key = dict(zip(keys, self.slices, strict=True))
        found = self._cache.known(kind, keys, lambda missing: values([by_key[key] for key in missing]), is_value)
        return (found[key] for key in keys)

    def _outlines(self, catalogue: Catalogue) -> Mapping[str, Outline]:
        names = NamesInFull(catalogue)
        known = digest(*map(repr, catalogue.glossary.values()), *map(repr, names.names))
        self._told_keys = [
            digest(known, *(catalogue.fingerprint(each.id).whole for each in some.practices)) for some in self.slices
        ]

        def outlines_of(some: Slice) -> list[Outline]:
            return [Outline.of(each, catalogue, names) for each in some.practices]

        found = self._of_slices(
            "outlines", self._told_keys, lambda missing: _spread(outlines_of, missing), _are_outlines
        )
        outlines = (
            Outline([Section(*each) for each in told], [Connection(*each) for each in named])
            for some in found
            for told, named in some
        )
        return dict(zip((each.id for each in catalogue.published), outlines, strict=True))

    def _analyse(self, practices: Sequence[Practice]) -> None:
        missing = [each for each in practices if each.id not in self._found]
        analyses = self._analyser.analyses(missing)
        self._found.update((each.id, analysis) for each, analysis in zip(missing, analyses, strict=True))


def _spread(work: Callable[[Slice], Any], slices: Sequence[Slice]) -> list[Any]:
    length = max(_FEWEST, -(-len(slices) // _TASKS))
    return [value for part in spread(lambda some: [work(each) for each in some], slices, length) for value in part]


def _are_outlines(kept: object) -> bool:
    return isinstance(kept, list) and all(map(_is_outline, kept))


def _is_outline(kept: object) -> bool:
    if not (isinstance(kept, list) and [*map(type, kept)] == [list, list]):
        return False
    return _are_rows(kept[0], _SECTIONS) and _are_rows(kept[1], _CONNECTIONS)


def _are_rows(kept: Iterable[object], kinds: Sequence[Sequence[object]]) -> bool:
    return all(isinstance(each, list) and [*map(type, each)] in kinds for each in kept)


_SECTIONS = ([str, str],)
_CONNECTIONS = ([str, str, int], [str, str, float])
