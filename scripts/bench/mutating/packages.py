"""The Python packages as a place for mutants: which lines their tests run, and what the tests say to a change."""

from __future__ import annotations

import ast
import json
import os
import queue
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from _shared.environment import ROOT, CommandError

from . import inside_pytest
from .mutants import Mutant
from .python import is_python, mutants_of_module
from .trying import Outcome

PACKAGE = Path("hooks") / "goodpractices"
"""The folder of the packages, from the top of the checkout."""
TESTS = (Path("tests") / "unit", Path("tests") / "whole")
"""The folders of their tests: with an example, and with all entries, all faults or generated catalogues."""

_COPIED = ("docs", "hooks", "practices", "scripts", "tests")
_LEAST_SECONDS = 30  # of the processor, for tests that take a moment
_SLOWER = 2  # times as long as without a change, while lines were recorded, may tests take
_COMPILE_NOTHING = "PYTHONDONTWRITEBYTECODE"
# Unit tests need no plugins; those for browsers take longer to start than most tests to run.
_ALONE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
_PATIENCE = 1200  # s on the wall, where the processor's seconds cannot be limited

Lines = frozenset[int]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a file of tests does: the lines of modules it runs, by the module's path in the checkout, and for how long.

    The file "" stands for what runs while the files are read: it tells which lines the import of a module runs.
    """

    file: str
    lines: Mapping[str, Lines]
    seconds: float


class Packages:
    """Copies the sources, finds the lines that tests of packages run, by running them; then tries changes."""

    def __init__(self, place: Path, names: Sequence[str], jobs: int) -> None:
        """``place`` is an empty folder outside the checkout; as many tests run at once as there are ``jobs``.

        Raises:
            CommandError: the tests fail as it is.
        """
        self._folders: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(jobs):
            copy_sources(place / f"copy{number}")
            self._folders.put(place / f"copy{number}")
        self._record = place / "record.json"
        self._recorded = {name: self._record_of(name) for name in names}

    def mutants(self, name: str) -> Iterator[Mutant]:
        """The mutants of a package, in lines that one of its tests runs."""
        for path in sorted((ROOT / PACKAGE / name).rglob("*.py")):
            of_path = path.relative_to(ROOT).as_posix()
            ran = frozenset[int]().union(*(each.lines.get(of_path, ()) for each in self._recorded[name]))
            if ran:
                source = path.read_bytes()
                yield from mutants_of_module(path, source, whole_statements(source, ran))

    def attempt(self, mutant: Mutant) -> Outcome:
        """What the tests of the package say to a change."""
        changed = mutant.changed(mutant.path.read_bytes())
        if not is_python(changed):
            return Outcome(mutant, "invalid")
        folder = self._folders.get()
        place = folder / mutant.path.relative_to(ROOT)
        try:
            place.write_bytes(changed)
            if by := self._noticed(folder, self._tests(mutant)):
                return Outcome(mutant, "killed", by)
        finally:
            shutil.copy2(mutant.path, place)  # with its date, so that what Python compiled of it stays good
            self._folders.put(folder)
        return Outcome(mutant, "survived")

    def _tests(self, mutant: Mutant) -> list[Recorded]:
        path = mutant.path.relative_to(ROOT)
        lines = whole_statement(mutant.path.read_bytes(), mutant.line)
        return in_order(self._recorded[path.relative_to(PACKAGE).parts[0]], path, lines)

    def _noticed(self, folder: Path, tests: Sequence[Recorded]) -> str:
        seconds = _LEAST_SECONDS + _SLOWER * sum(each.seconds for each in tests)
        options = ["-x", *(each.file for each in tests)]
        try:
            done = _pytest(folder, options, {inside_pytest.SECONDS: f"{seconds:.0f}", _COMPILE_NOTHING: "1"})
        except subprocess.TimeoutExpired:
            return "nie kończy się"
        if done.returncode == 0:
            return ""
        return next(_failures(done.stdout), "nie kończy się albo nie zaczyna")

    def _record_of(self, name: str) -> list[Recorded]:
        folder = self._folders.get()
        self._record.unlink(missing_ok=True)
        variables = {inside_pytest.RECORD: str(self._record), inside_pytest.WATCHED: str(folder / PACKAGE)}
        tests = [(each / name).as_posix() for each in TESTS if (ROOT / each / name).is_dir()]
        done = _pytest(folder, tests, variables)
        if done.returncode and (slow := {each.partition("::")[0] for each in _failures(done.stdout)}):
            # While lines are recorded everything is slow, and what must be quick fails: that counts for itself alone.
            done = _pytest(folder, sorted(slow), {})
        if done.returncode or not self._record.is_file():
            raise CommandError(f"Testy pakietu {name} nie przechodzą bez żadnej zmiany:\n\n{done.stdout}{done.stderr}")
        self._folders.put(folder)
        return recorded(json.loads(self._record.read_text(encoding="utf-8")), folder)


def copy_sources(place: Path) -> None:
    """Copy what tests of packages need, with the dates of files."""
    shutil.copytree(ROOT, place, ignore=_left_behind)


def _left_behind(folder: str, names: list[str]) -> list[str]:
    if Path(folder) == ROOT:
        return [name for name in names if (ROOT / name).is_dir() and name not in _COPIED]
    return [name for name in names if name in ("__pycache__", "node_modules")]


def recorded(record: Mapping[str, Any], folder: Path) -> list[Recorded]:
    """What the plugin wrote, the quickest file of tests first; paths are those in the checkout."""
    found = []
    for file, seconds in record["seconds"].items():
        lines = record["lines"].get(file, {})
        of = {Path(path).relative_to(folder).as_posix(): frozenset(some) for path, some in lines.items()}
        found.append(Recorded(file, of, seconds))
    return sorted(found, key=lambda each: each.seconds)


def in_order(tests: Sequence[Recorded], path: Path, lines: Lines) -> list[Recorded]:
    """Which tests try a change, in order: those that run the line and have the module's name, others that run it, and
    those that run other lines of the module, since a value may be made once and used by many.

    Where only an import runs the line, all tests may tell.
    """
    files = [each for each in tests if each.file]
    use = [each for each in files if path.as_posix() in each.lines]
    run = [each for each in use if lines & each.lines[path.as_posix()]]
    own = [each for each in run or use if Path(each.file).stem == f"test_{path.stem}"]
    others = [each for each in run or use if each not in own]
    further = [each for each in (use if run else files) if each not in own and each not in others]
    return [*own, *others, *further]


def whole_statements(source: bytes, ran: Iterable[int]) -> Lines:
    """All lines of the statements of which a line ran: of a statement over several lines Python tells only some."""
    ran = set(ran)
    return frozenset(ran).union(*(each for each in _statements(source) if not ran.isdisjoint(each)))


def whole_statement(source: bytes, line: int) -> Lines:
    """The lines of the statement at a line; of one that holds others, those before the first of them."""
    return frozenset((line,)).union(*(each for each in _statements(source) if line in each))


def _statements(source: bytes) -> Iterator[range]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if body else node.end_lineno or node.lineno
            yield range(node.lineno, max(last, node.lineno) + 1)


def _failures(said: str) -> Iterator[str]:
    """The tests that failed, by what pytest says at the end."""
    for line in said.splitlines():
        verdict, _, test = line.partition(" ")
        if verdict in ("FAILED", "ERROR"):
            yield test.partition(" - ")[0]


def _pytest(folder: Path, options: Sequence[str], variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    # What Python compiles is written while lines are recorded and only read afterwards: no change leaves a trace.
    inherited = {name: value for name, value in os.environ.items() if name != _COMPILE_NOTHING}
    plugins = ["-p", inside_pytest.__name__, "-p", "no:cacheprovider"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--tb=no", "-rfE", *plugins, *options],
        cwd=folder,
        env={**inherited, **_ALONE, "PYTHONPATH": str(folder / "scripts"), **variables},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=_PATIENCE,
    )
