"""What was analysed once need not be analysed again: an entry under the hash of its texts, a word under itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ...catalogue import Cache


@dataclass(frozen=True, slots=True)
class SearchCache:
    """The part of the cache that holds what the search of one language found; ``version`` is that of what analyses."""

    cache: Cache
    language: str
    version: str

    def known(
        self,
        kind: str,
        keys: Sequence[str],
        compute: Callable[[Sequence[str]], Sequence[Any]],
        is_value: Callable[[Any], bool],
    ) -> dict[str, Any]:
        """As :meth:`Cache.known`, by keys that hold within one language and version."""
        names = [f"{self.version} {key}" for key in keys]
        start = len(self.version) + 1
        found = self.cache.known(
            f"search-{self.language}-{kind}", names, lambda some: compute([name[start:] for name in some]), is_value
        )
        return {name[start:]: value for name, value in found.items()}
