"""What was worked out once need not be worked out again, of slices of practices or of words that are as they were."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ...catalogue import Cache, digest
from .slices import sliced

_WORDS = 50  # at least so many words are kept together


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
            self._kind(kind), names, lambda some: compute([name[start:] for name in some]), is_value
        )
        return {name[start:]: value for name, value in found.items()}

    def lines(
        self, kind: str, slices: Sequence[Sequence[str]], lines_of: Callable[[Sequence[str]], Sequence[str]]
    ) -> dict[str, str]:
        """For each word a line of text that follows from the word alone; slices of words are kept together."""
        by_key = {digest(*words): words for words in slices}

        def compute(keys: Sequence[str]) -> list[dict[str, str]]:
            missing = [word for key in keys for word in by_key[key]]
            lines = dict(zip(missing, lines_of(missing), strict=True))
            return [{word: lines[word] for word in by_key[key]} for key in keys]

        found: dict[str, str] = {}
        for key, lines in self.known(kind, [*by_key], compute, _are_lines).items():
            words = by_key[key]
            # What is kept may be lines, but of other words.
            found.update(lines if lines.keys() == {*words} else zip(words, lines_of(words), strict=True))
        return found

    def needs(self, kind: str, slices: Sequence[Sequence[str]]) -> None:
        """Keep the lines of these words for later runs, even if this one does not ask for them."""
        self.cache.needs(self._kind(kind), [f"{self.version} {digest(*words)}" for words in slices])

    def _kind(self, kind: str) -> str:
        return f"search-{self.language}-{kind}"


def words_in_slices(words: Sequence[str]) -> list[Sequence[str]]:
    """Words in their order, cut so that one more or less leaves most slices as they were."""
    return [words[each.start : each.stop] for each in sliced(words, _WORDS)]


def _are_lines(kept: object) -> bool:
    return isinstance(kept, dict) and {*map(type, kept.values())} <= {str}
