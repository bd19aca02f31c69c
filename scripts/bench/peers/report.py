"""What was measured as text: tables for the terminal and the page for maintainers, two lines for the README."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Protocol

from .edits import EDITS
from .generators import MKDOCS, OURS

COLD = "cała strona od początku"
BUILDS = (COLD, *EDITS)
_UNCHANGED, _WORD = "nic się nie zmieniło", "słowo w opisie"


class Cost(Protocol):
    """What a build took, in seconds: by the clock, and of all processors."""

    @property
    def seconds(self) -> float: ...

    @property
    def cpu(self) -> float: ...


Costs = Mapping[tuple[str, str], Sequence[Cost]]
"""The costs of each round by the build, one of :data:`BUILDS`, and the name of the generator."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Where and when it was measured."""

    processor: str
    processors: int
    memory: int
    system: str
    python: str
    day: date

    @staticmethod
    def here(day: date) -> Machine:
        """The one at hand; memory in GiB, 0 where the system does not tell."""
        names = os.sysconf_names if hasattr(os, "sysconf") else {}
        pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") if "SC_PHYS_PAGES" in names else 0
        processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        system = f"{platform.system()} {platform.release().split('-')[0]}"
        return Machine(_processor(), processors, round(pages / 2**30), system, platform.python_version(), day)

    def __str__(self) -> str:
        memory = f", {self.memory} GiB pamięci" if self.memory else ""
        parts = f"{self.processor}, procesorów: {self.processors}{memory}", self.system, f"Python {self.python}"
        return ", ".join([*parts, self.day.isoformat()])


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        text = ""
    found = re.search(r"^model name\s*: (.*)$", text, re.MULTILINE)
    return found[1].strip() if found else platform.processor() or platform.machine()


def table(costs: Costs) -> list[str]:
    """A table in Markdown, a row for each build: medians, and what ours is of each of the others."""
    names = list(dict.fromkeys(name for _, name in costs))
    others = [name for name in names if name != OURS]
    headings = ["budowa", OURS, *(heading for name in others for heading in (name, f"{OURS} ÷ {name}"))]
    rows = [_row(costs, build, others) for build in BUILDS if (build, OURS) in costs]
    return [_line(headings), _line(["---", *["---:"] * (len(headings) - 1)]), *map(_line, rows)]


def _row(costs: Costs, build: str, others: Sequence[str]) -> list[str]:
    ours = _medians(costs[build, OURS])
    cells = [build, _pair(ours)]
    for name in others:
        theirs = _medians(costs[build, name])
        cells += [_pair(theirs), _pair((ours[0] / theirs[0], ours[1] / theirs[1]))]
    return cells


def _medians(runs: Sequence[Cost]) -> tuple[float, float]:
    return median(run.cpu for run in runs), median(run.seconds for run in runs)


def _pair(numbers: tuple[float, float]) -> str:
    return " / ".join(f"{each:.2f}".replace(".", ",") for each in numbers)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def page(measured: Mapping[int, Costs], versions: Mapping[str, str], machine: Machine, rounds: int) -> list[str]:
    """What stands between the marks of the page for maintainers, by the number of practices."""
    used = ", ".join(f"{name} {number}" for name, number in versions.items())
    lines = [f"Zmierzono: {machine}. Wersje: {used}. Liczba rund: {rounds}; w tabelach stoją mediany."]
    for count, costs in sorted(measured.items()):
        lines += ["", f"### {_grouped(count)} praktyk", "", *table(costs)]
    return lines


def readme(measured: Mapping[int, Costs], machine: Machine) -> list[str]:
    """The two lines of the README: the largest catalogue from the start, and after an edit."""
    count = max(measured)
    costs = measured[count]
    cold = {name: _medians(runs)[0] for (build, name), runs in costs.items() if build == COLD}
    others = ", ".join(f"{name} {seconds:.1f}" for name, seconds in cold.items() if name != OURS)
    word, unchanged = (_medians(costs[build, OURS])[0] for build in (_WORD, _UNCHANGED))
    compared = f", {word / cold[MKDOCS]:.2f} of what MkDocs Material takes" if MKDOCS in cold else ""
    edited = f"{word:.1f} CPU seconds{compared}; nothing changed: {unchanged:.1f}"
    return [
        f"- {count:,} practices from the start: {cold[OURS]:.1f} CPU seconds; the same pages with {others}.",
        f"- A word changed among them: {edited} ({machine.day.isoformat()}).",
    ]


def between_marks(text: str, lines: Sequence[str]) -> str:
    """The text with other lines between its two marks, ``<!-- measured -->`` and ``<!-- /measured -->``.

    Raises:
        ValueError: it has no such marks.
    """
    before, begin, rest = text.partition("<!-- measured -->\n")
    _, end, after = rest.partition("<!-- /measured -->\n")
    if not begin or not end:
        raise ValueError("no marks")
    return "".join([before, begin, *(f"{line}\n" for line in _spaced(lines)), end, after])


def _spaced(lines: Sequence[str]) -> Iterator[str]:
    yield ""
    yield from lines
    yield ""


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", " ")
