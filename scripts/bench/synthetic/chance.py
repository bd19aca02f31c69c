"""Chance that can be repeated: one stream of it for each entry and purpose, so that no entry depends on another."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance(Random):
    """A stream that the seed, an index and a purpose decide completely."""

    @staticmethod
    def of(seed: int, index: int, purpose: str) -> "Chance":
        return Chance(f"{seed}/{index}/{purpose}")

    def maybe(self, percent: float) -> bool:
        """Yes in so many cases of a hundred."""
        return self.random() * 100 < percent

    def some(self, items: Sequence[T], least: int, most: int) -> list[T]:
        """Different items in their order, as many as there are at most."""
        count = min(len(items), self.randint(least, most))
        return [items[n] for n in sorted(self.sample(range(len(items)), count))]

    def below(self, end: int) -> int:
        """A number from 0 up to ``end``, smaller ones more often: a few organisations take part in much."""
        return int(end * self.random() ** 1.5)
