"""Asks pip whether every lock in requirements/ can be installed on every system and Python it is promised for.

Prints a table: system × Python × lock. The exit code is 1 if a cell cannot be installed, 2 if no registry answers.
Runs with any Python that has pip; nothing is downloaded but the lists of files and what wheels say about themselves.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from _shared.environment import ROOT, CommandError, locked, run
from _shared.platforms import PLATFORMS, PROMISED, PYTHONS, Platform
from _shared.wheels import Fault, Unreachable, Wheels

Cell = tuple[Platform, str, str]
"""A system, a Python, and the name of a lock."""


def main() -> int:
    """Judge every cell, show all of them and say what is the matter with the bad ones."""
    folder = read_arguments(sys.argv[1:])
    try:
        verdicts = judged({needs: folder / locked(needs).name for needs in PROMISED})
    except Unreachable as unreachable:
        raise CommandError(str(unreachable)) from unreachable
    print("\n".join([*table(verdicts), "", *explanations(verdicts)]))
    return 1 if any(verdicts.values()) else 0


def read_arguments(arguments: list[str]) -> Path:
    parser = argparse.ArgumentParser(
        description="Sprawdza, czy pakiety z requirements/ da się zainstalować na każdym z obiecanych systemów."
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, default=ROOT / "requirements", help="inny folder z takimi samymi plikami"
    )
    folder: Path = parser.parse_args(arguments).folder
    return folder


def judged(locks: Mapping[str, Path]) -> dict[Cell, list[Fault]]:
    """The faults of every promised cell, row by row; of a good one none."""
    wheels = Wheels(locks.values())
    return {
        (platform, python, needs): wheels.faults(lock, platform, python)
        for platform in PLATFORMS
        for python in PYTHONS
        for needs, lock in locks.items()
        if PROMISED[needs] in (None, platform.name)
    }


def table(verdicts: Mapping[Cell, list[Fault]]) -> list[str]:
    """A line for each system and Python; a lock is ``tak``, ``NIE`` or, where it is not promised, a dash."""
    width = max(len(platform.name) for platform, _, _ in verdicts)
    lines = [f"{'system':{width}}  Python  " + "  ".join(f"{needs:6}" for needs in PROMISED).rstrip()]
    for platform, python in dict.fromkeys((platform, python) for platform, python, _ in verdicts):
        cells = (verdicts.get((platform, python, needs)) for needs in PROMISED)
        words = ("–" if faults is None else "NIE" if faults else "tak" for faults in cells)
        lines.append(f"{platform.name:{width}}  {python:6}  " + "  ".join(f"{word:6}" for word in words).rstrip())
    return lines


def explanations(verdicts: Mapping[Cell, list[Fault]]) -> list[str]:
    """How many cells are good, and each fault once with the cells it spoils."""
    good = sum(not faults for faults in verdicts.values())
    spoilt: dict[Fault, dict[str, dict[str, list[str]]]] = {}
    for (platform, python, needs), faults in verdicts.items():
        for fault in faults:
            spoilt.setdefault(fault, {}).setdefault(platform.name, {}).setdefault(python, []).append(needs)
    return [
        f"Do zainstalowania: {good} z {len(verdicts)}; niczego nie pominięto.",
        *(f"{fault.package}: {fault.reason}. {_where(places)}" for fault, places in spoilt.items()),
    ]


def _where(places: Mapping[str, Mapping[str, list[str]]]) -> str:
    """Systems with their Pythons and locks: „Linux ARM64: 3.11 (site, pdf)”."""
    return "; ".join(
        f"{name}: " + ", ".join(f"{python} ({', '.join(locks)})" for python, locks in pythons.items())
        for name, pythons in places.items()
    )


if __name__ == "__main__":
    run(main)
