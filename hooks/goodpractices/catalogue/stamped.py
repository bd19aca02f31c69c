"""A cache for a command that checks entries again and again: it knows files that did not change without reading them.

Files are told apart by their times, sizes and numbers, as Git does it. What it says of an entry is taken for what
reading it would say, so it is for commands that tell people of problems; a build reads what it publishes.
"""

import os
import time
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from .buckets import Buckets
from .cache import READING, Cache, Content, Values, code_stamp
from .entries import ENTRIES, ReadEntry, most_bytes
from .recalled import Lost, fingerprint_recalled, fingerprint_to_keep, practice_recalled
from .resident import TICK, Signature, signature_of

_KIND = "stamps"
# So many entries are fetched one by one, and then so many at once.
_FEW, _MANY = 20, 500


class StampedCache(Cache):
    """The values of earlier runs, and for each entry in order the stamp of its files and what was read from them.

    Fields of a practice that did not change are fetched when somebody asks for them; that may raise :class:`Lost`.
    """

    def __init__(self, path: Path | None) -> None:
        super().__init__(path)
        self._now: dict[str, Signature] = {}
        # The keys of the entries that did not change, each with its place among them.
        self._known: dict[str, int] = {}
        self._fetched: Values = {}
        self._fetches = 0

    def read_before(self, name: str, paths: Iterable[Path]) -> ReadEntry | None:
        """An entry as an earlier run read it, if its files have the same stamps."""
        kind, _, entry = name.partition(" ")
        if kind != ENTRIES:
            return None
        paths = [*paths]
        signature = signature_of(paths)
        if signature is None:
            return None
        self._now[entry] = signature
        kept = self._stamps.get(entry)
        if not isinstance(kept, list) or kept[0] != _written(signature):
            return None
        try:
            return self._recalled(entry, paths, kept)
        except (TypeError, ValueError):
            return None

    def remember(self, name: str, value: Any) -> None:
        """Keep what was read from the files of an entry, unless they changed just now and may do so unseen."""
        kind, _, entry = name.partition(" ")
        signature = self._now.get(entry)
        if kind != ENTRIES or not signature or not isinstance(value, ReadEntry):
            return
        if time.time_ns() - max(max(each[1:3]) for each in signature) <= TICK:
            return
        if value.content and value.fingerprint:
            said = [fingerprint_to_keep(value.fingerprint), sorted(value.asked), [*value.former_ids.items()]]
            self._stamps.set(entry, [_written(signature), value.content.key, *said])

    def save_stamps(self) -> None:
        """Keep the stamps of the entries that were asked for, and forget those of others."""
        self._stamps.save(self._now)
        self.save()

    @cached_property
    def _stamps(self) -> Buckets:
        return Buckets(self, _KIND, code_stamp(*READING))

    @cached_property
    def _there(self) -> frozenset[str]:
        return self.keys(ENTRIES)

    def _recalled(self, entry: str, paths: list[Path], kept: list[Any]) -> ReadEntry | None:
        _, key, fingerprint, asked, former_ids = kept
        if key not in self._there:
            return None
        self.needs(ENTRIES, [key])
        self._known.setdefault(key, len(self._known))
        content = Content(entry, tuple((path, most_bytes(path)) for path in paths), key)
        practice = practice_recalled(cache(lambda: self._said(key)))
        former = {int(n): str(former) for n, former in former_ids}
        return ReadEntry(practice, (), former, content, fingerprint_recalled(fingerprint), frozenset(asked))

    def _said(self, key: str) -> Mapping[str, Any]:
        """What an entry says.

        Raises:
            Lost: it is not there any more.
        """
        if key not in self._fetched:
            self._fetch(key)
        match self._fetched.pop(key, None):
            case [_, _, dict(said)]:
                return said
        raise Lost(key)

    def _fetch(self, key: str) -> None:
        """Get what an entry says; after several of them what the next ones say too, for then all are wanted."""
        self._fetches += 1
        start = self._known[key]
        stop = start + (1 if self._fetches <= _FEW else _MANY)
        self._fetched |= self.recalled(ENTRIES, islice(self._known, start, stop))


def _written(signature: Signature) -> list[list[Any]]:
    """Stamps as JSON has them."""
    return [[os.path.basename(path), *numbers] for path, *numbers in signature]  # noqa: PTH119 - a fifth of the time
