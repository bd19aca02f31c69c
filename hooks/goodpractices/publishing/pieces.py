"""What is rendered of single practices for places that many pages share, kept from build to build.

A piece follows from what pages about many practices may show of its practice, and from what all pages of its language
follow from; so one that was kept under both is the one that would be made today.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from ..catalogue import SLICE, Buckets, Cache, Catalogue, Practice, gathered

Make = Callable[[Practice], str]


def of_depth(kind: str, here: str) -> str:
    """The kind of pieces that are alike on all pages as deep as the one at an address."""
    return f"{kind} {here.count('/')}"


class Pieces:
    """The pieces of one catalogue in one language and edition; without a cache each is made once a process.

    Args:
        catalogue: the practices.
        edition: names the language and the edition, apart from which pieces of other sites are kept.
    """

    def __init__(self, catalogue: Catalogue, edition: str = "") -> None:
        self._catalogue = catalogue
        self.edition = edition
        self._cache = Cache(None)
        self._base = ""
        self._process = os.getpid()
        self._kinds: set[str] = set()

    def keep_in(self, cache: Cache, base: str) -> None:
        """Recall what earlier builds made, and keep what is made, under the hash of what all pages here follow from.

        So it is with what lists ask of the practices, which the catalogue notes.
        """
        self._cache, self._base, self._process = cache, base, os.getpid()
        self._catalogue.notes.keep_in(lambda kind: Buckets(cache, f"notes-{self.edition}-{kind}", base))

    def of(self, kind: str, practices: Sequence[Practice], make: Make) -> list[str]:
        """The pieces of some practices, in their order.

        Args:
            kind: what they are; pieces of one kind are all made in the same way.
            practices: published ones.
            make: makes the piece of a practice; what it reads is what the class says.
        """
        keys = [*map(self._key, practices)]
        kept = self._cache_of(kind).recalled(self._named(kind), keys)
        found = {key: text for key, value in kept.items() if (text := _text(value)) is not None}
        found |= self._made(
            kind, {key: each for key, each in zip(keys, practices, strict=True) if key not in found}, make
        )
        return [found[key] for key in keys]

    def prepare(self, kind: str, practices: Sequence[Practice], make: Make) -> None:
        """Make the pieces that there are none of yet, on all processors, for the processes that will show them."""
        cache = self._cache_of(kind)
        there = cache.keys(self._named(kind))
        missing = {key: each for each in practices if (key := self._key(each)) not in there}
        self._made(kind, missing, make)
        cache.save()

    def _made(self, kind: str, missing: Mapping[str, Practice], make: Make) -> dict[str, str]:
        practices = [*missing.values()]
        if len(practices) > SLICE:
            texts = list(gathered(lambda some: [make(each) for each in some], practices))
        else:
            texts = [make(each) for each in practices]
        made = dict(zip(missing, texts, strict=True))
        for key, text in made.items():
            self._own.keep(self._named(kind), key, text.encode())  # of ten thousand practices they are many letters
        return made

    def _cache_of(self, kind: str) -> Cache:
        if kind not in self._kinds:
            self._kinds.add(kind)
            # Those of practices that nobody asks for today are wanted tomorrow.
            self._own.needs(self._named(kind), map(self._key, self._catalogue.published))
        return self._own

    @property
    def _own(self) -> Cache:
        """The cache as this process may use it: a forked one opens the file anew, and what it makes is not kept."""
        if os.getpid() != self._process:
            self._cache, self._process = self._cache.reopened(), os.getpid()
        return self._cache

    def _key(self, practice: Practice) -> str:
        return f"{self._base} {self._catalogue.fingerprint(practice.id).listed}"

    def _named(self, kind: str) -> str:
        return f"piece-{self.edition}-{kind}"


def _text(kept: object) -> str | None:
    with suppress(UnicodeDecodeError):
        return kept.decode() if isinstance(kept, bytes) else None
    return None
