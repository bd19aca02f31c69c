"""What the linter finds in styles and scripts, and how it says so to an author."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from _shared.environment import CommandError
from _shared.npm import installed, node

HERE = Path(__file__).resolve().parent
_BROWSERS = {"chrome": "Chrome", "edge": "Edge", "firefox": "Firefox", "safari": "Safari", "safari_ios": "Safari w iOS"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that one of the oldest browsers does not know: where, what, in which browsers, by which old names it
    is known there (``-webkit-`` is a prefix), and whether it stands in a list of selectors. Other mistakes name no
    browser.
    """

    path: Path
    line: int
    column: int
    feature: str
    lacked: tuple[str, ...]
    old: tuple[str, ...]
    in_list: bool


def home_of_linters() -> Path:
    """Where the packages of npm are that check styles and scripts.

    Raises:
        CommandError: they could not be installed.
    """
    return installed(HERE, "sprawdzanie stylów i skryptów")


def found_by(files: Iterable[Path]) -> list[Problem]:
    """What the linter finds in some style sheets and scripts.

    Raises:
        CommandError: it could not be installed or run.
    """
    home = home_of_linters()
    command = [node(), HERE / "lint.js", home, *(path.resolve() for path in files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise CommandError(f"Nie udało się sprawdzić stylów i skryptów. Program Node mówi:\n\n{done.stderr.strip()}")
    return [_problem(each) for each in json.loads(done.stdout)]


def _problem(reported: Mapping[str, object]) -> Problem:
    given = {**{"lacked": [], "old": [], "list": False}, **reported}
    return Problem(
        Path(str(given["path"])),
        int(str(given["line"])),
        int(str(given["column"])),
        str(given["feature"]),
        tuple(given["lacked"]),  # type: ignore[arg-type]
        tuple(given["old"]),  # type: ignore[arg-type]
        bool(given["list"]),
    )


def judged(problems: Iterable[Problem], allowed: Mapping[str, str]) -> tuple[list[Problem], list[str]]:
    """The problems that nothing allows, and what is allowed though nothing asks for it any more.

    In a list of selectors nothing is allowed: a browser that does not know one of them drops the rule for all.
    """
    problems = list(problems)
    left = [each for each in problems if each.in_list or each.feature not in allowed]
    needed = {each.feature for each in problems if not each.in_list}
    return left, sorted(allowed.keys() - needed)


def says(problem: Problem, root: Path) -> str:
    """A line for the author: where, what, and the way out."""
    place = f"{problem.path.relative_to(root).as_posix()}:{problem.line}:{problem.column}"
    if not problem.lacked:
        return f"{place}: {problem.feature}"
    browsers = ", ".join(f"{_BROWSERS[name]} {version}" for name, version in map(str.split, problem.lacked))
    return f"{place}: {problem.feature} – tego nie zna: {browsers}. {_advice(problem)}"


def _advice(problem: Problem) -> str:
    if problem.in_list:
        return "Taka przeglądarka pominie całą regułę: przenieś ten selektor do osobnej reguły."
    if problem.old:
        names = [old + problem.feature if old.startswith("-") and old.endswith("-") else old for old in problem.old]
        return f"Napisz obok także: {', '.join(names)}."
    return "Użyj starszego zapisu albo dodaj przed tym taki, który zna każda przeglądarka."
