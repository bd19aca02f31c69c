"""Where a build shows which step is under way: a line on a terminal that rewrites itself, or plain lines in a log."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TextIO

from _shared.progress import Screen

if TYPE_CHECKING:
    from rich.progress import Progress

SOON, LONG = 1.0, 2.0
"""Seconds after which a terminal shows what is being done, and after which a log counts a step as long."""

_REFRESHED = 0.1

Say = Callable[[str], str]
"""What to say of the step of a name."""


@dataclass
class Terminal:
    """A line with a bar that rewrites itself and leaves nothing behind; shown once the work has taken a moment."""

    say: Say
    clock: Callable[[], float] = time.monotonic
    _began: float = field(init=False)
    _shown: tuple[str, float] = ("", 0.0)
    _bar: Progress | None = None

    def __post_init__(self) -> None:
        self._began = self.clock()

    def show(self, name: str, done: int, total: int) -> None:
        now = self.clock()
        if now - self._began < SOON or (self._shown[0] == name and now - self._shown[1] < _REFRESHED):
            return
        bar = self._bar = self._bar or self._new_bar()
        numbers: dict[str, Any] = {"completed": done, "how_far": f"{done}/{total}" if total else ""}
        if self._shown[0] == name:
            bar.update(bar.task_ids[0], total=total or None, refresh=True, **numbers)
        else:
            for task in bar.task_ids:
                bar.remove_task(task)
            bar.add_task(self.say(name), total=total or None, **numbers)
            bar.start()
        self._shown = name, now

    def clear(self) -> None:
        if self._bar:
            self._bar.stop()
            self._bar = None
        self._shown = "", 0.0

    def end(self) -> None:
        self.clear()

    def _new_bar(self) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        # A thread that refreshed it would keep the work from being spread over processes.
        columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[how_far]}")
        return Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)


@dataclass
class Log:
    """A plain line for each step that takes long, for output that is kept in a file."""

    say: Say
    stream: TextIO
    clock: Callable[[], float] = time.monotonic
    _step: str = ""
    _began: float = 0.0
    _told: set[str] = field(default_factory=set)

    def show(self, name: str, done: int, total: int) -> None:
        if self._step != name:
            self._step, self._began = name, self.clock()
        self._tell(f" {done}/{total}" if total else "")

    def end(self) -> None:
        self._tell("")
        self._step = ""

    def clear(self) -> None:
        """Nothing: whole lines are in nobody's way."""

    def _tell(self, how_far: str) -> None:
        if self._step and self._step not in self._told and self.clock() - self._began >= LONG:
            self._told.add(self._step)
            print(f"{self.say(self._step)}…{how_far}", file=self.stream, flush=True)


def screen_for(say: Say, stream: TextIO | None = None) -> Screen:
    """Where to show steps: on the terminal that the errors go to, else as plain lines among them."""
    stream = stream or sys.stderr
    is_terminal = stream.isatty() and os.environ.get("TERM") != "dumb"
    return Terminal(say) if is_terminal else Log(say, stream)


def in_words(name: str) -> str:
    """What the site's words say of a step that is under way."""
    from goodpractices.wording import Translations

    return Translations.load("pl")(f"steps.{name}")
