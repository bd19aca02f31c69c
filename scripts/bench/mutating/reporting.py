"""What the tests noticed, in numbers, and what they did not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .mutants import Mutant
from .trying import Outcome


@dataclass(frozen=True, slots=True)
class Score:
    """How many mutants were noticed, of how many that are code."""

    killed: int
    valid: int

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> Score:
        verdicts = [each.verdict for each in outcomes]
        killed = verdicts.count("killed")
        return cls(killed, killed + verdicts.count("survived"))

    def __str__(self) -> str:
        share = f"{100 * self.killed / self.valid:.0f} %" if self.valid else "–"
        return f"{self.killed}/{self.valid} ({share})"


def report(outcomes: Sequence[Outcome], group: Callable[[Mutant], str], root: Path) -> Iterator[str]:
    """Lines: the score of each group and of all, then every survivor with its place and change."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[group(outcome.mutant)].append(outcome)
    for name, some in sorted(groups.items()):
        yield f"{name}: {Score.of(some)}"
    yield f"razem: {Score.of(outcomes)}"
    survivors = sorted(each.mutant for each in outcomes if each.verdict == "survived")
    if survivors:
        yield "\nPrzeżyły:"
    for mutant in survivors:
        yield describe(mutant, root)


def describe(mutant: Mutant, root: Path) -> str:
    """A mutant on a line: its place, its kind, and the change."""
    place = mutant.path.relative_to(root).as_posix()
    return f"{place}:{mutant.line}: {mutant.kind}: {_shown(mutant.before)} → {_shown(mutant.after)}"


def _shown(text: str, longest: int = 60) -> str:
    line = " ".join(text.split()) or "(nic)"
    return line if len(line) <= longest else line[: longest - 1] + "…"
