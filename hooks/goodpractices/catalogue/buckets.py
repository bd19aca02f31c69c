"""Many small values in few rows of a cache: all of them come quickly, and a change writes one row anew."""

from collections.abc import Collection
from typing import Any
from zlib import crc32

from .cache import Cache, digest

_ROWS = 64


class Buckets:
    """Values by name.

    Args:
        cache: where they are kept.
        kind: what they are.
        base: a hash of what all of them follow from, beside what each says itself.
    """

    def __init__(self, cache: Cache, kind: str, base: str) -> None:
        self._cache = cache
        self._kind = kind
        self._keys = [digest(base, str(n)) for n in range(_ROWS)]
        kept = cache.recalled(kind, self._keys)
        self._rows = [row if isinstance(row := kept.get(key), dict) else {} for key in self._keys]
        self._changed: set[int] = set()

    def get(self, name: str) -> Any:
        """The value of a name; ``None`` where there is none."""
        return self._rows[_row(name)].get(name)

    def set(self, name: str, value: Any) -> None:
        """Keep a value that JSON can hold."""
        self._rows[_row(name)][name] = value
        self._changed.add(_row(name))

    def save(self, names: Collection[str]) -> None:
        """Hand what is new to the cache, which has to be saved then, and forget all but some names."""
        for n, row in enumerate(self._rows):
            left = {name: value for name, value in row.items() if name in names}
            if len(left) < len(row) or n in self._changed:
                self._cache.keep(self._kind, self._keys[n], left)
        self._cache.needs(self._kind, self._keys)
        self._changed.clear()


def _row(name: str) -> int:
    return crc32(name.encode()) % _ROWS
