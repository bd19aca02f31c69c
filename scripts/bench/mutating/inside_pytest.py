"""What pytest is told while mutants are tried: which lines each file of tests runs, and how much a change may waste.

A plugin of its own process: it stands on the standard library alone.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections import defaultdict
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

RECORD, WATCHED, SECONDS = "MUTANTS_RECORD", "MUTANTS_WATCHED", "MUTANTS_SECONDS"
"""Variables: the file for the lines, the folder whose lines count; or the seconds of the processor that tests get."""
IMPORTING = ""
"""Stands for a file of tests where lines run before the first test."""
_MEMORY = 4 * 2**30  # bytes of addresses; a change may make a list that does not end


class LineRecorder:
    """Notes the lines that run while each file of tests does, and the seconds it takes."""

    def __init__(self, watched: str) -> None:
        self._watched = watched
        self._file = IMPORTING
        self._since = time.process_time()
        self.lines: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self.seconds: dict[str, float] = defaultdict(float)
        # The lines of each piece of code that the current file of tests has not run yet.
        self._left: dict[CodeType, set[int]] = {}

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.move_to(nodeid.partition("::")[0])
        self.begin()  # again: a test that runs out of stack ends tracing

    def pytest_sessionfinish(self) -> None:
        sys.settrace(None)
        self.move_to(IMPORTING)

    def begin(self) -> None:
        """Note the lines of all calls from now on, of this thread and those that begin."""
        threading.settrace(self.trace)
        sys.settrace(self.trace)

    def move_to(self, file: str) -> None:
        """What runs from now on, runs for this file of tests."""
        now = time.process_time()
        self.seconds[self._file] += now - self._since
        self._since = now
        if file != self._file:
            self._file = file
            self._left.clear()

    def trace(self, frame: FrameType, event: str, _argument: Any) -> Any:
        """Note a line, unless its code stands elsewhere or has nothing new to tell."""
        code = frame.f_code
        if not code.co_filename.startswith(self._watched):
            return None
        left = self._left.get(code)
        if left is None:
            left = self._left[code] = {line for _, _, line in code.co_lines() if line}
        if event == "line" and frame.f_lineno in left:
            left.discard(frame.f_lineno)
            self.lines[self._file][code.co_filename].add(frame.f_lineno)
        return self.trace if left else None

    def as_json(self) -> str:
        lines = {file: {path: sorted(some) for path, some in of.items()} for file, of in self.lines.items()}
        return json.dumps({"lines": lines, "seconds": self.seconds})


def pytest_load_initial_conftests(early_config: Any) -> None:
    """Record, or limit, as the environment says, before ``conftest.py`` imports the packages."""
    if RECORD in os.environ:
        recorder = LineRecorder(os.environ[WATCHED])
        early_config.pluginmanager.register(recorder)
        early_config.add_cleanup(lambda: Path(os.environ[RECORD]).write_text(recorder.as_json(), encoding="utf-8"))
        recorder.begin()
    elif SECONDS in os.environ:
        _limit(int(os.environ[SECONDS]))


def _limit(seconds: int) -> None:
    try:
        import resource  # Windows has none; there the clock of the wall has to do
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
