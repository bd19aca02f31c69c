"""The conversation at a real terminal: pasted lines stay together, and whoever is cut off finds all that was typed."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from tests.support.submissions import ANSWERS

from _shared.environment import ROOT

pty = pytest.importorskip("pty", reason="Windows has no terminals of this kind")

_SCRIPT = (
    "import sys; from pathlib import Path; sys.path[:0] = ['scripts', 'hooks']; import new_practice;"
    " new_practice.enter = lambda *_: None; new_practice.UNFINISHED = Path(sys.argv.pop(1));"
    " raise SystemExit(new_practice.main())"
)
FIRST = ANSWERS["summary"][:90]
SECOND = ANSWERS["summary"][90:] + " Drugi wiersz wklejonego tekstu."


class Terminal:
    """A terminal with the conversation in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ours, theirs = pty.openpty()
        command = [sys.executable, "-c", _SCRIPT, str(folder)]
        self.program = subprocess.Popen(
            command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        )
        os.close(theirs)
        self.seen = ""
        self.is_there = True

    def wait_for(self, words: str) -> None:
        end = time.monotonic() + 60
        while words not in self.seen:
            assert time.monotonic() < end, self.seen
            self.seen += os.read(self._ours, 65536).decode(errors="replace")
        self.seen = self.seen.partition(words)[2]

    def type(self, words: str) -> None:
        os.write(self._ours, words.encode())

    def hang_up(self) -> None:
        os.close(self._ours)
        self.is_there = False

    def answers(self) -> dict[str, str]:
        """What was kept once the program has ended; until then its words are taken in, as terminals do."""
        if self.is_there:
            threading.Thread(target=self._take_in, daemon=True).start()
        self.program.wait(timeout=60)
        [path] = self.folder.iterdir()
        answers: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
        return answers

    def _take_in(self) -> None:
        with suppress(OSError):  # which is how a terminal says that nobody is at its other end any more
            while os.read(self._ours, 65536):
                pass


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(tmp_path / "szkice")
    yield made
    made.program.kill()
    made.program.wait()


def test_pasted_lines_are_one_answer_even_without_an_end_of_the_last(terminal: Terminal) -> None:
    terminal.wait_for("Nazwa praktyki")
    terminal.type("Las\n")
    terminal.wait_for("Kilka linii")
    terminal.wait_for("> ")
    terminal.type(f"{FIRST}\n{SECOND}")
    time.sleep(0.5)
    terminal.type("\n")
    terminal.wait_for("Rodzaj praktyki")
    terminal.program.send_signal(signal.SIGINT)  # as Ctrl+C does
    assert terminal.answers() == {"title": "Las", "summary": f"{FIRST}\n{SECOND}"}
    assert terminal.program.returncode == 130


def test_lines_are_typed_until_a_full_stop(terminal: Terminal) -> None:
    terminal.wait_for("Nazwa praktyki")
    terminal.type("Las\n")
    terminal.wait_for("Kilka linii")
    terminal.wait_for("> ")
    terminal.type("+\n")
    for line in (FIRST, "", SECOND, "."):
        time.sleep(0.3)
        terminal.type(f"{line}\n")
    terminal.wait_for("Rodzaj praktyki")
    terminal.type("\x04")
    assert terminal.answers()["summary"] == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize("how", ["hang up", "SIGHUP", "SIGTERM"])
def test_a_lost_terminal_loses_nothing(terminal: Terminal, how: str) -> None:
    terminal.wait_for("Nazwa praktyki")
    terminal.type("Las w mieście\n")
    terminal.wait_for("Praktyka w dwóch zdaniach")
    if how == "hang up":
        terminal.hang_up()
    else:
        terminal.program.send_signal(getattr(signal, how))
    assert terminal.answers() == {"title": "Las w mieście"}
