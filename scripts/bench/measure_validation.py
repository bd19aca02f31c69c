"""Measures what checking the practices costs, beside plain PyYAML on the same files.

They take turns, each a process of its own, and the best turn of each counts:

* errors: reading and checking everything, without the cache;
* all: the same and all advice;
* unchanged: errors and advice as ``scripts/validate.py`` tells them, when every entry is in the cache;
* one changed: the same after a change of one entry, on a copy of the folder;
* PyYAML: ``yaml.load`` with the safe loader in C on the front matter of each entry, which checks nothing and knows no
  lines, in one process. Ours reads vocabularies, registries and stories as well, what it reads in full on every
  processor.

Seconds are those of this machine at this hour; the ratio can be compared, and the load of the processors stands beside
them. The start of Python and the imports are left out and told apart, and so is writing the report.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.environment import ROOT, enter, run

_WAYS = ("errors", "all", "unchanged", "one changed", "PyYAML")
_CACHED = ("unchanged", "one changed")
_PROGRAM = """
import sys, time
began = time.perf_counter()
sys.path.insert(0, sys.argv[2])
from datetime import date
from pathlib import Path
import yaml
from goodpractices.catalogue import StampedCache, load_catalogue
from goodpractices.editing import advice
folder, way = Path(sys.argv[1]), sys.argv[3]
cache = StampedCache(Path(sys.argv[4])) if len(sys.argv) > 4 else None
started = time.perf_counter()
if way == "PyYAML":
    entries = sorted(folder.glob("*/index.md"))
    for path in entries:
        yaml.load(path.read_text(encoding="utf-8").split("\\n---\\n")[0][4:], Loader=yaml.CSafeLoader)
    count = len(entries)
else:
    catalogue = load_catalogue(folder, cache)
    count = len(catalogue.practices)
    if way != "errors":
        advice(catalogue, folder, date(2026, 11, 22), cache)
    if cache:
        cache.save_stamps()
print(count, started - began, time.perf_counter() - started)
"""


def main() -> int:
    """Print a table; 2 when a folder cannot be checked."""
    options = read_arguments(sys.argv[1:])
    enter()
    from rich.console import Console
    from rich.table import Table

    table = Table(title="Sprawdzanie praktyk: sekundy, najlepszy z przebiegów")
    for heading in ("wpisy", "start", "błędy", "błędy i rady", "bez zmian", "po zmianie jednego", "PyYAML"):
        table.add_column(heading, justify="right")
    for folder in options.folders:
        count, start, best = measured(folder.absolute(), options.rounds)
        table.add_row(str(count), *(f"{seconds:.2f}" for seconds in (start, *best.values())))
        peer = best["PyYAML"]
        table.add_row("", "", *(f"{best[way] / peer:.2f} ×" for way in _WAYS), end_section=True)
    Console().print(table)
    if hasattr(os, "getloadavg"):
        print(f"Obciążenie procesorów ({os.cpu_count()}): {os.getloadavg()[0]:.1f}")
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
    with tempfile.TemporaryDirectory() as spare:
        copy, cache = Path(spare) / folder.name, Path(spare) / "cache"
        shutil.copytree(folder, copy)
        one_turn(copy, "unchanged", cache)
        for n in range(rounds):
            for way in _WAYS:
                if way == "one changed":
                    change_first(copy, n)
                turns[way].append(one_turn(copy, way, cache if way in _CACHED else None))
    start = min(start for turn in turns.values() for _, start, _ in turn)
    return turns["all"][0][0], start, {way: min(seconds for *_, seconds in turn) for way, turn in turns.items()}


def change_first(folder: Path, n: int) -> None:
    """Give the first entry a comment that it did not have in any round before."""
    index = min(folder.glob("*/index.md"))
    index.write_text(f"---\n# {n}\n" + index.read_text(encoding="utf-8").removeprefix("---\n"), encoding="utf-8")


def one_turn(folder: Path, way: str, cache: Path | None) -> tuple[int, float, float]:
    further = [str(cache)] if cache else []
    command = [sys.executable, "-c", _PROGRAM, str(folder), str(ROOT / "hooks"), way, *further]
    count, start, seconds = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.split()
    return int(count), float(start), float(seconds)


if __name__ == "__main__":
    run(main)
