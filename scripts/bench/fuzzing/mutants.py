"""Real entries, each spoilt in a few ways that chance chooses: bytes, lines, structure, letters, sizes.

A mutant depends on the seed, its number and the entries alone, so that any of them can be made again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from .mutations import MUTATIONS

# An entry with few faults gets furthest.
_STEPS = (1, 1, 1, 2, 3)
_TRANSLATED = 0.15
_TRANSLATION = """---
title: {title}
summary: {summary}
translation: {{kind: human, source_hash: {hash}, by: Office}}
---

## The challenge

Words in another language.
"""
_SUMMARY = "A summary in another language, long enough to pass for one and saying nothing that anybody has to know."


@dataclass(frozen=True, slots=True)
class Mutant:
    """A spoilt entry: its number, the entry it comes from, what was done to it, and its files by name."""

    number: int
    entry: str
    steps: tuple[str, ...]
    files: Mapping[str, bytes]

    @property
    def size(self) -> int:
        return sum(map(len, self.files.values()))


def original_entries(folder: Path) -> dict[str, bytes]:
    """The entries of a folder of practices by id, in their order."""
    return {path.parent.name: path.read_bytes() for path in sorted(folder.glob("*/index.md"))}


def mutants(entries: Mapping[str, bytes], seed: int, numbers: Sequence[int]) -> Iterator[Mutant]:
    """Mutants with these numbers."""
    return (mutant(entries, seed, number) for number in numbers)


def mutant(entries: Mapping[str, bytes], seed: int, number: int) -> Mutant:
    """The mutant with this number."""
    chance = Random(f"{seed}-{number}")  # noqa: S311 - to be repeated, not to be secret
    entry = chance.choice([*entries])
    files = {"index.md": entries[entry]}
    if chance.random() < _TRANSLATED:
        files["index.en.md"] = _translation(entries[entry])
    others = [data for name, data in entries.items() if name != entry] or [entries[entry]]
    steps = []
    for _ in range(chance.choice(_STEPS)):
        mutation = chance.choice(MUTATIONS)
        name = chance.choice([*files])
        files[name] = mutation(files[name], chance.choice(others), chance)
        steps.append(f"{mutation.__name__}({name})")
    return Mutant(number, entry, tuple(steps), files)


def _translation(original: bytes) -> bytes:
    digest = hashlib.sha256(original).hexdigest()
    return _TRANSLATION.format(title="A title", summary=_SUMMARY, hash=digest).encode()
