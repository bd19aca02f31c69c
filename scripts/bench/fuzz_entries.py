"""Spoils real entries in thousands of ways and asks of each: a page or messages, soon, in little memory, no traceback.

Linux and macOS; the limit of memory holds on Linux only, elsewhere it is looked at afterwards.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.environment import ROOT, CommandError, enter, run

if TYPE_CHECKING:
    from bench.fuzzing import Mutant, Report

_NEWS_EVERY = 500
_TOLD = 10


def main() -> int:
    """Try the mutants; 0 when each ended well, 1 when one did not."""
    options = read_arguments(sys.argv[1:])
    if sys.platform == "win32":
        raise CommandError("To polecenie działa w Linuksie i macOS: Windows nie rozdziela procesów tak, jak tu trzeba.")
    enter()
    from bench.fuzzing import Ground, Report, mutant, original_entries, run_trials

    entries = original_entries(ROOT / "practices")
    numbers = [options.only] if options.only is not None else range(options.count)
    if options.keep:
        keep(mutant(entries, options.seed, numbers[0]), options.keep)
    ground = Ground.of(ROOT / "practices", ROOT / "docs" / "katalog.yml")
    report = Report()
    started = time.monotonic()
    wanted = (mutant(entries, options.seed, number) for number in numbers)
    for trial in run_trials(ground, until(wanted, options.seconds)):
        report.add(trial)
        if trial.end == "failure" and len(report.failures) <= _TOLD:
            print(f"\n{said(trial.mutant, options.seed)}\n{trial.failure}")
        elif report.count % _NEWS_EVERY == 0:
            print(f"{report.count}…")
    print(summary(report, options.seed, time.monotonic() - started))
    return 1 if report.failures else 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Psuje prawdziwe wpisy na tysiące sposobów. "
        "Z każdego ma powstać strona albo komunikaty, nigdy ślad stosu.",
        epilog="To samo ziarno i ten sam numer dają ten sam zepsuty wpis.",
    )
    parser.add_argument("--count", type=int, default=1000, metavar="N", help="ile wpisów (domyślnie 1000)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="ziarno losowania (domyślnie 1)")
    parser.add_argument("--seconds", type=float, metavar="T", help="skończ po tylu sekundach, choćby zostały wpisy")
    parser.add_argument("--only", type=int, metavar="NUMER", help="tylko wpis o tym numerze")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="zapisz wpis podany w --only w nowym folderze")
    options = parser.parse_args(arguments)
    if options.keep and options.only is None:
        parser.error("--keep: podaj też --only")
    if options.count < 1:
        parser.error("--count: podaj liczbę większą od zera")
    return options


def until(mutants: Iterator[Mutant], seconds: float | None) -> Iterator[Mutant]:
    """The mutants until so many seconds have passed."""
    end = time.monotonic() + seconds if seconds is not None else float("inf")
    for each in mutants:
        if time.monotonic() > end:
            return
        yield each


def keep(mutant: Mutant, folder: Path) -> None:
    """Write a mutant for a closer look.

    Raises:
        CommandError: the folder is there already.
        OSError: it cannot be written.
    """
    if folder.exists():
        raise CommandError(f"Folder {folder} już jest. Podaj inny.")
    folder.mkdir(parents=True)
    for name, data in mutant.files.items():
        (folder / name).write_bytes(data)
    print(f"Zapisano wpis w folderze {folder}.")


def said(mutant: Mutant, seed: int) -> str:
    """Which mutant it is, and how to try it again."""
    again = f"python3 scripts/bench/fuzz_entries.py --seed {seed} --only {mutant.number}"
    return f"Źle: numer {mutant.number}, z {mutant.entry}: {', '.join(mutant.steps)}\nPowtórz: {again}"


def summary(report: Report, seed: int, seconds: float) -> str:
    return (
        f"Wpisy: {report.count}, ziarno {seed}, {seconds:.0f} s. "
        f"Strona: {report.pages}, komunikaty: {report.messages}, źle: {len(report.failures)}. "
        f"Najdłużej {report.seconds:.2f} s, najwięcej {report.memory / 1024**2:.0f} MB."
    )


if __name__ == "__main__":
    run(main)
