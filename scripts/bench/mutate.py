"""Changes the Python packages at random, one place at a time, and says which changes their tests do not notice."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.environment import ROOT, enter, run


def main() -> int:
    """Draw mutants of each package, try each, print the scores and the survivors."""
    options = read_arguments(sys.argv[1:])
    enter("test")
    from bench.mutating import Packages, draw, report, try_all

    outcomes = []
    with tempfile.TemporaryDirectory() as place:
        sources = Packages(Path(place).resolve(), options.package, options.jobs)
        for name in options.package:
            mutants = draw(sources.mutants(name), options.count, options.seed)
            for outcome in try_all(mutants, sources.attempt, options.jobs):
                outcomes.append(outcome)
                print("." if outcome.verdict == "killed" else "!", end="", flush=True)
    print("\n")
    for line in report(outcomes, lambda mutant: mutant.path.relative_to(ROOT).parts[2], ROOT):
        print(line)
    return 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    packages = sorted(each.name for each in (ROOT / "tests" / "unit").iterdir() if is_package(each.name))
    parser = argparse.ArgumentParser(
        description="Zmienia pakiety w hooks/goodpractices w przypadkowych miejscach, po jednym naraz, i mówi, których "
        "zmian testy pakietu nie zauważają.",
        epilog="Zmienia tylko linie, które testy uruchamiają. Ten sam --seed daje te same zmiany tego samego kodu.",
        allow_abbrev=False,
    )
    parser.add_argument("--package", nargs="+", choices=packages, default=packages, help="tylko te pakiety")
    parser.add_argument("--count", type=int, default=20, metavar="N", help="ile zmian w każdym (domyślnie 20)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="które z możliwych (domyślnie 1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="ile prób naraz")
    return parser.parse_args(arguments)


def is_package(name: str) -> bool:
    """Whether this is one of the packages that have tests of their own."""
    return (ROOT / "hooks" / "goodpractices" / name / "__init__.py").is_file()


if __name__ == "__main__":
    run(main)
