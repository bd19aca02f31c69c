"""Runs the tests of the scripts of the site in Node: one process for all of them, without a page or with one that is no
browser's.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from _shared.environment import ROOT, CommandError
from _shared.npm import home_of, installed, node

SCRIPTS = ROOT / "docs" / "assets" / "scripts"
"""The scripts of the site."""

QUICK, WITH_PAGES = ROOT / "tests" / "unit" / "site_scripts", ROOT / "tests" / "whole" / "site_scripts"
"""Where their tests are: those of what they work out, and those of what they do to a page."""

_REPORTER = QUICK / "support" / "reporter.js"
# A page is many small objects, and none lasts longer than its test: with more room they are looked through less often.
_ROOM = "--max-semi-space-size=64"  # MB


@dataclass(frozen=True, slots=True)
class Failure:
    """A claim that did not hold: in which file, its name, and why."""

    file: Path
    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class Run:
    """How the tests ended: how many passed, and what failed."""

    passed: int
    failures: tuple[Failure, ...]


def run_tests(
    files: Iterable[Path], cases: Path, further: Mapping[str, str] | None = None, patience: float | None = None
) -> Run:
    """Run test files; ``cases`` are the entries of the form that ``form_cases.py`` writes, ``further`` variables of the
    environment.

    Raises:
        subprocess.TimeoutExpired: they took longer than ``patience`` seconds.
        CommandError: the tests could not be run.
    """
    options = [
        _ROOM,
        "--test",
        "--test-isolation=none",
        f"--test-reporter={_REPORTER}",
        "--test-reporter-destination=stdout",
    ]
    done = subprocess.run(
        [str(node()), *options, *map(str, files)],
        env={**os.environ, **variables(cases), **(further or {})},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=patience,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    failures = tuple(Failure(Path(each["file"]), each["claim"], each["reason"]) for each in lines if "claim" in each)
    passed = sum(each["passed"] for each in lines if "passed" in each)
    if not passed and not failures:
        raise CommandError(f"Nie udało się uruchomić testów skryptów. Program Node mówi:\n\n{done.stdout}{done.stderr}")
    return Run(passed, failures)


def variables(cases: Path) -> dict[str, str]:
    """What the tests are told by the environment."""
    return {"SITE_SCRIPTS_CASES": str(cases), "SITE_SCRIPTS_PACKAGES": str(home_of(WITH_PAGES))}


def install_page() -> None:
    """Install what stands in for a browser.

    Raises:
        CommandError: it could not be installed.
    """
    installed(WITH_PAGES, "strona bez przeglądarki dla testów")
