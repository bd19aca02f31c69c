"""A mutant, and drawing some of them."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["operator", "constant", "condition", "call", "argument", "return", "key"]


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """A change of one place: what stands there, by bytes of the file, and what stands there instead."""

    path: Path
    start: int
    end: int
    line: int
    kind: Kind
    before: str
    after: str

    def changed(self, source: bytes) -> bytes:
        """The file with the change."""
        return source[: self.start] + self.after.encode() + source[self.end :]


def draw(mutants: Iterable[Mutant], count: int, seed: int) -> list[Mutant]:
    """Some mutants, the same for the same seed and code; all if there are no more."""
    ordered = sorted(mutants)
    return random.Random(seed).sample(ordered, min(count, len(ordered)))  # noqa: S311  # nothing here is secret
