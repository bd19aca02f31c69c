"""What people see who wait for a build: a line that says what is being done, and what was measured for the end.

The times are told to whoever waits and to nobody else: nothing of the site follows from them.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from goodpractices.wording import Translations

STEPS_VARIABLE = "CATALOGUE_STEPS"
"""Names the file into which the generator's process writes what its steps took."""

_WORTH_TELLING = 0.02
"""The share of the whole from which a step is told by its name."""


class Screen(Protocol):
    """Where it is shown which step is under way."""

    def show(self, name: str, done: int, total: int) -> None:
        """So much of a step is done; a total of 0 means that nobody counts."""

    def end(self) -> None:
        """The step that was shown last has ended."""

    def clear(self) -> None:
        """Make room for other output."""


@dataclass(slots=True)
class Taken:
    """What a step took without those within it: seconds by the clock, and of all processors."""

    seconds: float = 0.0
    cpu: float = 0.0


@dataclass(slots=True)
class _Running:
    name: str
    done: int = 0
    total: int = 0


@dataclass
class Recorder:
    """Measures steps and shows the one that is under way; each moment counts for the innermost step alone.

    Attributes:
        screen: where steps are shown, if anywhere.
        clock: seconds that pass.
        cpu: seconds that processors worked for this process and those it started that have ended.
        taken: what each step took, in the order in which they began.
        counts: how many things of a kind were made or kept.
    """

    screen: Screen | None = None
    clock: Callable[[], float] = time.perf_counter
    cpu: Callable[[], float] = field(default=lambda: sum(os.times()[:4]))
    taken: dict[str, Taken] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    _running: list[_Running] = field(default_factory=list)
    _seen: tuple[float, float] = (0.0, 0.0)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """A step, for those who have the recorder at hand."""
        self.begin(name)
        try:
            yield
        finally:
            self.end()

    def begin(self, name: str) -> None:
        self._settle()
        self.taken.setdefault(name, Taken())
        self._running.append(_Running(name))
        self._show()

    def end(self) -> None:
        self._settle()
        self._running.pop()
        if self.screen:
            self.screen.end()

    def expect(self, total: int) -> None:
        if self._running:
            self._running[-1].done, self._running[-1].total = 0, total
            self._show()

    def advance(self, count: int) -> None:
        if self._running:
            self._running[-1].done += count
            self._show()

    def tally(self, name: str, count: int) -> None:
        self.counts[name] += count

    def clear(self) -> None:
        """Make room for the output of somebody else."""
        if self.screen:
            self.screen.clear()

    @contextmanager
    def step_elsewhere(self, name: str) -> Iterator[None]:
        """A step that is done by another process, which shows how far it is."""
        self.clear()
        screen, self.screen = self.screen, None
        try:
            with self.step(name):
                yield
        finally:
            self.screen = screen

    def save(self, path: Path) -> None:
        """Write down for another process what was measured.

        Raises:
            OSError: the file cannot be written.
        """
        taken = {name: [each.seconds, each.cpu] for name, each in self.taken.items()}
        path.write_text(json.dumps([taken, self.counts]), encoding="utf-8")

    def take_over(self, path: Path) -> None:
        """Count what a process measured that the step under way started; without its file nothing changes."""
        with suppress(OSError, ValueError):
            taken, counts = json.loads(path.read_text(encoding="utf-8"))
            within = self.taken[self._running[-1].name]
            for name, (seconds, cpu) in taken.items():
                of_step = self.taken.setdefault(name, Taken())
                of_step.seconds += seconds
                of_step.cpu += cpu
                within.seconds -= seconds
                within.cpu -= cpu
            self.counts.update(counts)

    def _settle(self) -> None:
        now = self.clock(), self.cpu()
        if self._running:
            taken = self.taken[self._running[-1].name]
            taken.seconds += now[0] - self._seen[0]
            taken.cpu += now[1] - self._seen[1]
        self._seen = now

    def _show(self) -> None:
        if self.screen:
            running = self._running[-1]
            self.screen.show(running.name, running.done, running.total)


def summary(recorder: Recorder) -> list[str]:
    """What was made and what was kept, and how long each step took, each a line for whoever waited."""
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    return [*_counted(recorder.counts, t), _timed(recorder.taken, t)]


def _counted(counts: Mapping[str, int], t: Translations) -> Iterator[str]:
    """A line for each kind of things of which there are any."""
    for kind in ("entries", "pages", "files"):
        new, kept, gone = (counts.get(f"{kind}.{what}", 0) for what in ("made", "kept", "gone"))
        if new or kept or gone:
            line = t(f"steps.told.{kind}", made=new, kept=kept)
            yield f"{line}, {t('steps.told.gone', gone=gone)}" if gone else line


def _timed(taken: Mapping[str, Taken], t: Translations) -> str:
    """How long all took, and the steps that took a part worth telling."""
    whole = sum(each.seconds for each in taken.values())
    long = {name: each.seconds for name, each in taken.items() if each.seconds >= _WORTH_TELLING * whole}
    parts = [(t(f"steps.short.{name}"), seconds) for name, seconds in long.items()]
    if len(long) < len(taken):
        parts.append((t("steps.short.rest"), whole - sum(long.values())))
    told = "; ".join(t("steps.time", step=step, seconds=_in_digits(seconds, t)) for step, seconds in parts)
    return t("steps.whole", seconds=_in_digits(whole, t), steps=told)


def _in_digits(seconds: float, t: Translations) -> str:
    return t.number(round(max(seconds, 0.0), 2))
