"""What is rendered of single practices for places that many pages share, kept from build to build.

A piece follows from what pages about many practices may show of its practice, and from what all pages of its language
follow from; so one that was kept under both is the one that would be made today.
"""

import os
from collections.abc import Callable, Sequence

from ..catalogue import SLICE, Cache, Catalogue, Practice, gathered

Make = Callable[[Practice], str]


class Pieces:
    """The pieces of one catalogue in one language and edition; without a cache each is made once a process.

    Args:
        catalogue: the practices.
        edition: names the language and the edition, apart from which pieces of other sites are kept.
    """

    def __init__(self, catalogue: Catalogue, edition: str = "") -> None:
        self._catalogue = catalogue
        self._edition = edition
        self._cache = Cache(None)
        self._base = ""
        self._process = os.getpid()
        self._made: dict[str, dict[str, str]] = {}

    def keep_in(self, cache: Cache, base: str) -> None:
        """Recall what earlier builds made, and keep what is made, under the hash of what all pages here follow from."""
        self._cache, self._base, self._process = cache, base, os.getpid()

    def of(self, kind: str, practices: Sequence[Practice], make: Make) -> list[str]:
        """The pieces of some practices, in their order.

        Args:
            kind: what they are; pieces of one kind are all made in the same way.
            practices: published ones.
            make: makes the piece of a practice; what it reads is what the class says.
        """
        made = self._of_kind(kind)
        asked = {self._key(each): each for each in practices if each.id not in made}
        if asked:
            found = {key: text for key, text in self._own.recalled(self._named(kind), asked).items() if _is_text(text)}
            made.update((asked[key].id, text) for key, text in found.items())
            self._make(kind, [each for key, each in asked.items() if key not in found], make)
        return [made[each.id] for each in practices]

    def prepare(self, kind: str, practices: Sequence[Practice], make: Make) -> None:
        """Make the pieces that there are none of yet, on all processors, for the processes that will show them."""
        made, there = self._of_kind(kind), self._own.keys(self._named(kind))
        self._make(kind, [each for each in practices if each.id not in made and self._key(each) not in there], make)
        self._own.save()

    def _make(self, kind: str, practices: Sequence[Practice], make: Make) -> None:
        if len(practices) > SLICE:
            texts = list(gathered(lambda some: [make(each) for each in some], practices))
        else:
            texts = [make(each) for each in practices]
        for practice, text in zip(practices, texts, strict=True):
            self._of_kind(kind)[practice.id] = text
            self._own.keep(self._named(kind), self._key(practice), text)

    def _of_kind(self, kind: str) -> dict[str, str]:
        if kind not in self._made:
            self._made[kind] = {}
            # Those of practices that nobody asks for today are wanted tomorrow.
            self._own.needs(self._named(kind), map(self._key, self._catalogue.published))
        return self._made[kind]

    @property
    def _own(self) -> Cache:
        """The cache as this process may use it: a forked one opens the file anew, and what it makes is not kept."""
        if os.getpid() != self._process:
            self._cache, self._process = self._cache.reopened(), os.getpid()
        return self._cache

    def _key(self, practice: Practice) -> str:
        return f"{self._base} {self._catalogue.fingerprint(practice.id).listed}"

    def _named(self, kind: str) -> str:
        return f"piece-{self._edition}-{kind}"


def _is_text(kept: object) -> bool:
    return isinstance(kept, str)
