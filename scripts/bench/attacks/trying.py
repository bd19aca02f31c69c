"""What becomes of one hostile input: the sentence and exit code of its command, time and memory."""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
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
    here, there = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        process = os.fork()
        if process == 0:
            os.close(here)
            os._exit(_end(attack, Path(folder), there))
        os.close(there)
        said = _heard(here, process)
        _, status, used = os.wait4(process, 0)
    code, words = json.loads(said) if said else (_TRACEBACK, f"ended by signal {os.WTERMSIG(status)}")
    scale = 1 if sys.platform == "darwin" else 1024
    return Outcome(attack.kind, attack.name, words, code, used.ru_utime + used.ru_stime, used.ru_maxrss * scale)


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


def _heard(here: int, process: int) -> str:
    """What the process says before it ends, or nothing where it does not end in time."""
    end = time.monotonic() + _PATIENCE
    os.set_blocking(here, False)
    heard = b""
    with os.fdopen(here, "rb") as pipe:
        while time.monotonic() < end:
            piece = pipe.read()
            if piece == b"":
                return heard.decode()
            heard += piece or b""
            time.sleep(0.002)
    os.kill(process, signal.SIGKILL)
    return ""


def _end(attack: Attack, folder: Path, pipe: int) -> int:
    """Run the input and say what came of it."""
    tempfile.tempdir = str(folder)  # what a process leaves that ends like this goes with its folder
    try:
        code, said = attack.run(folder)
    except Refused as refused:
        code, said = 1, str(refused)
    except BaseException:
        code, said = _TRACEBACK, traceback.format_exc().splitlines()[-1]
    os.write(pipe, json.dumps([code, said[:4_000]]).encode())
    return 0
