"""Measures what checking the practices costs, beside plain PyYAML on the same files.

The three take turns, each a process of its own, and the best turn of each counts:

* errors: reading and checking everything, as every build does;
* all: the same and all advice, as ``scripts/validate.py`` does;
* PyYAML: ``yaml.load`` with the safe loader in C on the front matter of each entry, which checks nothing and knows no
  lines, in one process. Ours reads vocabularies, registries and stories as well, on every processor.

Seconds are those of this machine at this hour; the ratio can be compared. The start of Python and the imports are left
out and told apart.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from _environment import ROOT, enter, run

_WAYS = ("errors", "all", "PyYAML")
_PROGRAM = """
import sys, time
began = time.perf_counter()
sys.path.insert(0, sys.argv[2])
from datetime import date
from pathlib import Path
import yaml
from goodpractices.catalogue import load_catalogue
from goodpractices.editing import advice
folder, way = Path(sys.argv[1]), sys.argv[3]
started = time.perf_counter()
if way == "PyYAML":
    entries = sorted(folder.glob("*/index.md"))
    for path in entries:
        yaml.load(path.read_text(encoding="utf-8").split("\\n---\\n")[0][4:], Loader=yaml.CSafeLoader)
    count = len(entries)
else:
    catalogue = load_catalogue(folder)
    count = len(catalogue.practices)
    if way == "all":
        advice(catalogue, folder, date(2026, 11, 22))
print(count, started - began, time.perf_counter() - started)
"""


def main() -> int:
    """Print a table; 2 when a folder cannot be checked."""
    options = read_arguments(sys.argv[1:])
    enter()
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Sprawdzanie praktyk: sekundy, najlepszy z przebiegów")
    for heading in ("wpisy", "start", "błędy", "błędy i rady", "PyYAML", "błędy / PyYAML", "wszystko / PyYAML"):
        table.add_column(heading, justify="right")
    for folder in options.folders:
        count, start, best = measured(folder.absolute(), options.rounds)
        errors, everything, peer = (best[way] for way in _WAYS)
        seconds = (f"{value:.2f}" for value in (start, errors, everything, peer, errors / peer, everything / peer))
        table.add_row(str(count), *seconds)
    Console().print(table)
    return 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mierzy, ile trwa sprawdzanie praktyk, obok samego PyYAML.")
    parser.add_argument(
        "folders", nargs="*", type=Path, metavar="FOLDER", default=[ROOT / "practices"], help="foldery z praktykami"
    )
    parser.add_argument("--rounds", type=int, default=3, help="ile razy każdy sposób (domyślnie 3)")
    return parser.parse_args(arguments)


def measured(folder: Path, rounds: int) -> tuple[int, float, dict[str, float]]:
    """How many entries, the seconds of a start, and the best seconds of each way after it."""
    turns: dict[str, list[tuple[int, float, float]]] = {way: [] for way in _WAYS}
    for _ in range(rounds):
        for way in _WAYS:
            turns[way].append(one_turn(folder, way))
    start = min(start for turn in turns.values() for _, start, _ in turn)
    return turns["all"][0][0], start, {way: min(seconds for *_, seconds in turn) for way, turn in turns.items()}


def one_turn(folder: Path, way: str) -> tuple[int, float, float]:
    command = [sys.executable, "-c", _PROGRAM, str(folder), str(ROOT / "hooks"), way]
    count, start, seconds = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return int(count), float(start), float(seconds)


if __name__ == "__main__":
    run(main)
