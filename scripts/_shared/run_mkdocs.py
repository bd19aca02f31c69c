"""Runs MkDocs with the arguments given; what a person can mend becomes a sentence, also where MkDocs says none."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.clicking import invoked
from _shared.environment import ROOT, collect_rarely, run
from _shared.profiling import profiled
from _shared.progress import STEPS_VARIABLE, Recorder
from _shared.screens import in_words, screen_for


def main() -> int:
    """Run the command; the exit code is that of MkDocs, 1 for a fault in a template or a file of words."""
    end_with_parent()
    collect_rarely()
    # A script is looked for beside itself first, and some of ours have common names.
    sys.path[:] = [each for each in sys.path if not Path(each).resolve().is_relative_to(ROOT / "scripts")]
    steps = os.environ.get(STEPS_VARIABLE)
    sys.path.insert(0, str(ROOT / "hooks"))  # as MkDocs does, only later
    with recorded(Path(steps)) if steps else nullcontext(), profiled():
        return generated()


def generated() -> int:
    """Run MkDocs; the exit code."""
    import jinja2
    import mkdocs.__main__
    import yaml

    from goodpractices.catalogue import Lost

    try:
        return invoked(mkdocs.__main__.cli, prog_name="mkdocs")
    except (jinja2.TemplateError, yaml.MarkedYAMLError) as fault:
        print(said_of(fault), file=sys.stderr)
    except Lost:
        print(DAMAGED, file=sys.stderr)
    except KeyboardInterrupt:
        return 130  # whoever started this hears of it too, and says so
    return 1


@contextmanager
def recorded(path: Path) -> Iterator[None]:
    """Show the steps of the build, and write down what they took for the process that started this one."""
    from goodpractices.catalogue import listen

    recorder = Recorder(screen_for(in_words))
    log = logging.getLogger("mkdocs")
    log.addHandler(Clearing(recorder))  # MkDocs adds its own later, so this one comes first
    listen(recorder)
    try:
        with recorder.step("generator"):
            yield
    finally:
        listen(None)
        recorder.save(path)


DAMAGED = (
    "Plik pamięci podręcznej jest uszkodzony. Usuń jej folder (gdzie leży, mówi docs/dla-utrzymujacych/publikacja.md) "
    "i zbuduj stronę jeszcze raz."
)


class Clearing(logging.Handler):
    """Takes the line of progress away before anything is logged."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder

    def emit(self, record: logging.LogRecord) -> None:
        self._recorder.clear()


def said_of(fault: Exception) -> str:
    """What is wrong in a template or in a file of words, and where."""
    mark = getattr(fault, "problem_mark", None)
    if mark:
        return f"{shown(mark.name)}:{mark.line + 1}:{mark.column + 1}: {getattr(fault, 'problem', fault)}"
    return f"{place_in_template(fault)}: {fault}"


def place_in_template(fault: Exception) -> str:
    """Where in which template something is wrong: the innermost that was being rendered, or read."""
    frames = [
        (frame.filename, frame.lineno)
        for frame in traceback.extract_tb(fault.__traceback__)
        if frame.filename.endswith((".html", ".xml"))
    ]
    path = getattr(fault, "filename", None) or getattr(fault, "name", None)
    file, line = (path, getattr(fault, "lineno", None)) if path or not frames else frames[-1]
    return ":".join(str(part) for part in (shown(file or "szablon"), line) if part is not None)


def shown(path: str) -> str:
    return Path(path).relative_to(ROOT).as_posix() if Path(path).is_relative_to(ROOT) else path


def end_with_parent() -> None:
    """On Linux, end when the command that started this is killed: nobody would put in place what is made here."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


if __name__ == "__main__":
    run(main)
