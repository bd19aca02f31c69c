"""What becomes of one hostile input: the sentence and exit code of its command, time and memory."""

from __future__ import annotations

import json
import multiprocessing
import resource
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

MOST_SECONDS = 5
MOST_MEMORY = 300 * 1024**2

_PATIENCE = 60
"""Seconds by the clock after which an input is ended from outside."""
_TRACEBACK = 70
_LONGEST_SENTENCE = 110
_ENDINGS = (0, 1, 2)


class Refused(Exception):
    """An input was refused with a sentence, as the command does with exit code 1."""


@dataclass(frozen=True, slots=True)
class Attack:
    """A hostile input.

    Attributes:
        kind: what it is: an entry, a text, a file, a picture.
        name: what is hostile about it.
        run: gives the exit code and what is said, in an empty folder; raises :class:`Refused` with what is said.
    """

    kind: str
    name: str
    run: Callable[[Path], tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input: what was said, the exit code, seconds of the processor and bytes."""

    kind: str
    name: str
    said: str
    code: int
    seconds: float
    memory: int

    @property
    def is_bad(self) -> bool:
        """Whether it ended in a traceback or took more than it may."""
        return self.code not in _ENDINGS or self.seconds > MOST_SECONDS or self.memory > MOST_MEMORY

    def row(self) -> str:
        """Its row of the table."""
        cells = (self.kind, _cell(self.name), _cell(self.said), str(self.code))
        mark = " **!**" if self.is_bad else ""
        return f"| {' | '.join(cells)} | {self.seconds:.2f} | {self.memory / 1024**2:.0f}{mark} |"


def tried(attack: Attack) -> Outcome:
    """Run an input in a process of its own."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    with tempfile.TemporaryDirectory() as folder:
        process = context.Process(target=_run, args=(attack, Path(folder), there))
        process.start()
        there.close()
        said = _heard(here)
        process.kill()
        process.join()
    code, words, seconds, memory = said or (_TRACEBACK, f"ended by signal {-(process.exitcode or 0)}", 0.0, 0)
    return Outcome(attack.kind, attack.name, words, code, seconds, memory)


def table(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """A table of outcomes in Markdown, and what they amount to below it."""
    yield "| rodzaj | co | co się stało | kod | s | MB |"
    yield "| --- | --- | --- | --: | --: | --: |"
    count, bad, seconds, memory = 0, 0, 0.0, 0
    for each in outcomes:
        yield each.row()
        count, bad = count + 1, bad + each.is_bad
        seconds, memory = max(seconds, each.seconds), max(memory, each.memory)
    yield ""
    yield f"Razem: {count}, źle: {bad}. Najdłużej {seconds:.2f} s, najwięcej {memory / 1024**2:.0f} MB."


def _cell(text: str) -> str:
    """A text in one cell, with what nobody sees escaped."""
    line = ascii_but_for_letters(" ".join(text.split()) or text)
    short = line if len(line) <= _LONGEST_SENTENCE else f"{line[: _LONGEST_SENTENCE - 1]}…"
    return short.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("`", "'")


def ascii_but_for_letters(text: str) -> str:
    r"""A text whose signs that are not printed are escaped.

    >>> ascii_but_for_letters("Łódź\u202e")
    'Łódź\\u202e'
    """
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)


def _heard(here: Connection) -> tuple[int, str, float, int] | None:
    """What the process says before it ends, or nothing where it falls or does not end in time."""
    with here:
        try:
            return tuple(json.loads(here.recv_bytes())) if here.poll(_PATIENCE) else None
        except EOFError:
            return None


def _run(attack: Attack, folder: Path, there: Connection) -> None:
    """Run the input and say what came of it, with seconds of the processor and bytes."""
    tempfile.tempdir = str(folder)  # what a process leaves that is ended goes with its folder
    try:
        code, said = attack.run(folder)
    except Refused as refused:
        code, said = 1, str(refused)
    except BaseException:
        code, said = _TRACEBACK, traceback.format_exc().splitlines()[-1]
    used = resource.getrusage(resource.RUSAGE_SELF)
    memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    there.send_bytes(json.dumps([code, said[:4_000], used.ru_utime + used.ru_stime, memory]).encode())
