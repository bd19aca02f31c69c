"""Writes a folder of made-up, valid practices, for trying the catalogue at a size it has not grown to yet.

The build takes the folder through an environment variable: PRACTICES_DIR=folder python3 scripts/build.py
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.environment import ROOT, CommandError, enter, run


def main() -> int:
    """Write what was asked for."""
    options = read_arguments(sys.argv[1:])
    enter()
    from rich.progress import track  # only the environment entered above has these

    from bench.synthetic import write_catalogue

    try:
        watched = partial(track, description="Piszę praktyki")
        write_catalogue(options.to, options.count, options.seed, options.base, watched)
    except FileExistsError as occupied:
        raise CommandError(f"Folder {options.to} nie jest pusty. Podaj inny albo usuń to, co w nim jest.") from occupied
    print(f"Zapisano praktyki w folderze {options.to} ({options.count}).")
    return 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Pisze folder zmyślonych, poprawnych praktyk do prób i pomiarów.",
        epilog="To samo ziarno daje te same bajty; wpis o danym numerze jest taki sam przy każdej liczbie wpisów.",
    )
    parser.add_argument("--count", type=int, required=True, metavar="N", help="liczba praktyk")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="ziarno losowania (domyślnie 1)")
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="nowy albo pusty folder")
    base, base_help = ROOT / "practices", "skąd słowniki i rejestry (domyślnie practices/)"
    parser.add_argument("--from", type=Path, default=base, dest="base", metavar="FOLDER", help=base_help)
    options = parser.parse_args(arguments)
    if options.count < 1:
        parser.error("--count: podaj liczbę większą od zera")
    return options


if __name__ == "__main__":
    run(main)
