"""Changes the scripts of the site at random, one place at a time, and says which changes their tests do not notice."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.environment import ROOT, enter, run

sys.path.insert(0, str(ROOT))


def main() -> int:
    """Draw mutants, try each, print the score and the survivors."""
    options = read_arguments(sys.argv[1:])
    enter("test")
    from tests.support.form_cases import write_cases

    from _shared.site_scripts import SCRIPTS, install_page
    from bench.mutating import SiteScripts, draw, report, try_all

    install_page()
    with tempfile.TemporaryDirectory() as place:
        cases = Path(place) / "cases.json"
        write_cases(cases)
        scripts = SiteScripts(cases, options.jobs)
        mutants = draw(scripts.mutants(options.files), options.count, options.seed)
        outcomes = []
        for outcome in try_all(mutants, scripts.attempt, options.jobs):
            outcomes.append(outcome)
            print("." if outcome.verdict == "killed" else "!", end="", flush=True)
    print("\n")
    for line in report(outcomes, lambda mutant: mutant.path.relative_to(SCRIPTS).parts[0], ROOT):
        print(line)
    return 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Zmienia skrypty strony w przypadkowych miejscach, po jednym naraz, i mówi, których zmian "
        "testy nie zauważają.",
        epilog="Zmienia tylko linie, które testy uruchamiają. Ten sam --seed daje te same zmiany tego samego kodu.",
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="*", type=existing_script, metavar="PLIK", help="tylko te skrypty")
    parser.add_argument("--count", type=int, default=100, metavar="N", help="ile zmian (domyślnie 100)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="które z możliwych (domyślnie 1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="ile prób naraz")
    return parser.parse_args(arguments)


def existing_script(text: str) -> Path:
    path = Path(text).resolve()
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"nie ma takiego pliku: {text}")
    return path


if __name__ == "__main__":
    run(main)
