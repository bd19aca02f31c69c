"""Trying mutants, several at once, and what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal

from .mutants import Mutant

Verdict = Literal["killed", "survived", "invalid"]
"""Noticed by a test; noticed by none; or no code at all, so that it says nothing of the tests."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant, and which test noticed it."""

    mutant: Mutant
    verdict: Verdict
    by: str = ""


def try_all(mutants: Iterable[Mutant], attempt: Callable[[Mutant], Outcome], jobs: int) -> Iterator[Outcome]:
    """The outcome of each mutant, in their order, as soon as it is known."""
    with ThreadPoolExecutor(jobs) as pool:
        yield from pool.map(attempt, mutants)
