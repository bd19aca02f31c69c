"""The scripts of the site as a place for mutants: which lines their tests run, and what the tests say to a change."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import unquote, urlsplit

from _shared.environment import CommandError
from _shared.site_scripts import QUICK, SCRIPTS, WITH_PAGES, run_tests

from .javascript import mutants_of_script
from .mutants import Mutant
from .trying import Outcome

_MARGIN = 5  # times as long as without a change; a change may make a loop that does not end
_LEAST = 20  # s

Lines = frozenset[int]


@dataclass(frozen=True, slots=True)
class FileOfTests:
    """A file of tests: how long it takes, and which lines of each script it runs."""

    path: Path
    seconds: float
    lines: Mapping[Path, Lines]


class SiteScripts:
    """Finds the lines that each file of tests runs, by running it; then tries changes in them."""

    def __init__(self, cases: Path, jobs: int) -> None:
        """``cases`` are the entries of the form that the tests are given; ``jobs`` files of tests run at once.

        Raises:
            CommandError: the tests fail as it is, or could not be run.
        """
        self._cases = cases
        # The quick ones come first: what they notice needs no page.
        with ThreadPoolExecutor(jobs) as pool:
            self.tests = [
                tuple(pool.map(self._measured, sorted(each.glob("*.test.js")))) for each in (QUICK, WITH_PAGES)
            ]

    def mutants(self, files: Iterable[Path] = ()) -> Iterator[Mutant]:
        """The mutants of some scripts, or of all, in lines that a test runs."""
        for path in files or sorted(each for each in SCRIPTS.rglob("*.js") if "vendor" not in each.parts):
            lines = frozenset[int]().union(*(test.lines.get(path, ()) for tests in self.tests for test in tests))
            if lines:
                yield from mutants_of_script(path, path.read_bytes(), lines)

    def attempt(self, mutant: Mutant) -> Outcome:
        """What the tests that run the line say to a change of it: one process for the quick ones, one with pages."""
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "scripts"
            shutil.copytree(SCRIPTS, folder)
            (folder / mutant.path.relative_to(SCRIPTS)).write_bytes(mutant.changed(mutant.path.read_bytes()))
            for tests in self.tests:
                asked = asked_of(mutant, tests)
                if asked and (by := self._noticed(asked, folder)):
                    return Outcome(mutant, "killed", by)
        return Outcome(mutant, "survived")

    def _noticed(self, tests: Sequence[FileOfTests], folder: Path) -> str:
        further = {"SITE_SCRIPTS": str(folder), "SITE_SCRIPTS_FIRST_ALONE": "1"}
        patience = max(_LEAST, _MARGIN * sum(each.seconds for each in tests))
        try:
            run = run_tests([each.path for each in tests], self._cases, further, patience)
        except subprocess.TimeoutExpired:
            return "nie kończy się"
        except CommandError:
            return "nie zaczyna się"
        return f"{run.failures[0].file.name}: {run.failures[0].claim}" if run.failures else ""

    def _measured(self, test: Path) -> FileOfTests:
        with tempfile.TemporaryDirectory() as place:
            start = perf_counter()
            run = run_tests([test], self._cases, {"NODE_V8_COVERAGE": place})
            seconds = perf_counter() - start
            if run.failures:
                raise CommandError(f"Test nie przechodzi bez żadnej zmiany: {test.name}: {run.failures[0].claim}")
            return FileOfTests(test, seconds, lines_run(Path(place)))


def asked_of(mutant: Mutant, tests: Iterable[FileOfTests]) -> list[FileOfTests]:
    """The files of tests that run the line of a mutant, the quickest first: the first failure ends the run."""
    asked = [each for each in tests if mutant.line in each.lines.get(mutant.path, ())]
    return sorted(asked, key=lambda each: each.seconds)


def lines_run(folder: Path) -> dict[Path, Lines]:
    """The lines of scripts of the site that ran, by what V8 wrote into a folder."""
    found: dict[Path, Lines] = {}
    for file in folder.glob("*.json"):
        for script in json.loads(file.read_text(encoding="utf-8"))["result"]:
            path = Path(unquote(urlsplit(script["url"]).path))
            if SCRIPTS in path.parents and path.is_file():
                found[path] = found.get(path, frozenset()) | lines_in(
                    path.read_text(encoding="utf-8"), script["functions"]
                )
    return found


def lines_in(text: str, functions: Iterable[Mapping[str, Any]]) -> Lines:
    """Lines with a sign that ran. A range inside another one says better what happened in it."""
    ran = bytearray(len(text))
    ranges = [each for function in functions for each in function["ranges"]]
    for each in sorted(ranges, key=lambda one: (one["startOffset"], -one["endOffset"])):
        start, end = each["startOffset"], min(each["endOffset"], len(text))
        ran[start:end] = (b"\1" if each["count"] else b"\0") * max(end - start, 0)
    lines = set()
    place = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        if any(ran[place + n] for n, sign in enumerate(line) if not sign.isspace()):
            lines.add(number)
        place += len(line)
    return frozenset(lines)
