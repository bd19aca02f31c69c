"""Makes up office files of every structure we know and asks whether the import lost a word; spoils others and asks
whether each ends in drafts or a message, soon and in little memory. Linux and macOS.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.environment import ROOT, CommandError, enter, run

if TYPE_CHECKING:
    from bench.office_files import Importer, Trial

_TOLD = 10
_MAX_SECONDS = 5
_MAX_MEMORY = 300 * 1024**2


def main() -> int:
    """Try the files; 0 when no word was lost and each spoilt file ended well, else 1."""
    options = read_arguments(sys.argv[1:])
    if sys.platform == "win32":
        raise CommandError("To polecenie działa w Linuksie i macOS: Windows nie rozdziela procesów tak, jak tu trzeba.")
    enter("import")
    from bench.office_files import Importer

    importer = Importer.of(ROOT / "practices")
    lost = losses(importer, options.seed, range(options.count))
    bad = failures(importer, options.seed, range(options.spoilt))
    return 1 if lost or bad else 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Robi pliki biurowe o wszystkich znanych strukturach i sprawdza, czy import nie zgubił słowa. "
        "Inne psuje i sprawdza, czy każdy kończy się szkicem albo komunikatem.",
        epilog="To samo ziarno i ten sam numer dają ten sam plik.",
    )
    parser.add_argument("--count", type=int, default=2000, metavar="N", help="ile plików (domyślnie 2000)")
    parser.add_argument("--spoilt", type=int, default=1000, metavar="N", help="ile zepsutych plików (domyślnie 1000)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="ziarno losowania (domyślnie 1)")
    options = parser.parse_args(arguments)
    if min(options.count, options.spoilt) < 0:
        parser.error("podaj liczby nie mniejsze od zera")
    return options


def losses(importer: Importer, seed: int, numbers: range) -> int:
    """How many files lost a word; the first of them are told."""
    from bench.office_files import generate, lost_words
    from goodpractices.editing import UnusableSubmission

    count = words = 0
    for number in numbers:
        made = generate(seed, number)
        words += len(made.words)
        try:
            lost = lost_words(made, importer)
        except UnusableSubmission as unusable:
            lost = [fault.key for fault in unusable.faults]
        if lost:
            count += 1
            if count <= _TOLD:
                print(f"Zgubione: ziarno {seed}, plik {number} ({made.ending}): {', '.join(lost)}\n  {made.kinds}")
    print(f"Pliki: {len(numbers)}, słowa, liczby i adresy: {words}. Pliki, które coś zgubiły: {count}.")
    return count


def failures(importer: Importer, seed: int, numbers: range) -> int:
    """How many spoilt files ended badly; the first of them are told."""
    from bench.office_files import generate, spoilt, tried

    bad, slowest, largest = 0, 0.0, 0
    for number in numbers:
        made = generate(seed, number)
        trial = tried(spoilt(made.data, Random(f"{seed}:{number}")), made.ending, importer)  # noqa: S311 - no secret
        slowest, largest = max(slowest, trial.seconds), max(largest, trial.memory)
        if is_bad(trial):
            bad += 1
            if bad <= _TOLD:
                print(f"Źle: ziarno {seed}, zepsuty plik {number} ({made.ending})\n{trial.failure}")
    print(
        f"Zepsute pliki: {len(numbers)}, źle: {bad}. Najdłużej {slowest:.2f} s, najwięcej {largest / 1024**2:.0f} MB."
    )
    return bad


def is_bad(trial: Trial) -> bool:
    return bool(trial.failure) or trial.seconds > _MAX_SECONDS or trial.memory > _MAX_MEMORY


if __name__ == "__main__":
    run(main)
