"""Checks styles and scripts: that every browser the site is made for knows what they are written in, that scripts fit
their types, and that they hold nothing that is likely a mistake.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from _shared.environment import ROOT, enter, run

_FOLDERS = (ROOT / "docs" / "assets", ROOT / "hooks" / "goodpractices" / "publishing" / "templates")


def main() -> int:
    """Print every problem; exit code 1 if there is one."""
    named = read_arguments(sys.argv[1:])
    enter("test")
    # Only the environment of the tests has what it needs.
    from bench.web_lint import ALLOWED, SCRIPTS, found_by, found_in_types, judged, says

    problems, stale = judged(found_by(named or files()), ALLOWED)
    problems += [each for each in found_in_types(SCRIPTS) if not named or each.path in named]
    for problem in problems:
        print(says(problem, ROOT))
    if named:  # the list of what is allowed is about the site as a whole
        stale = []
    for feature in stale:
        print(f"scripts/bench/web_lint/allowed.py: {feature} – nic na stronie już tego nie używa. Usuń ten wpis.")
    return 1 if problems or stale else 0


def read_arguments(arguments: list[str]) -> list[Path]:
    parser = argparse.ArgumentParser(
        description="Sprawdza, czy style i skrypty strony rozumie każda przeglądarka, dla której jest strona, "
        "i czy w skryptach nie ma błędów, które widać bez uruchamiania.",
        epilog="Najstarsze z nich wymienia package.json w scripts/bench/web_lint/, a wyjątki allowed.py obok.",
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="*", type=existing_file, metavar="PLIK", help="tylko te pliki .css i .js")
    named: list[Path] = parser.parse_args(arguments).files
    return named


def existing_file(text: str) -> Path:
    path = Path(text).resolve()
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"nie ma takiego pliku: {text}")
    return path


def files() -> list[Path]:
    """The style sheets and scripts that browsers get, but for those of other authors."""
    found = (path for folder in _FOLDERS for kind in ("*.css", "*.js") for path in folder.rglob(kind))
    return sorted(path for path in found if "vendor" not in path.parts)


if __name__ == "__main__":
    run(main)
