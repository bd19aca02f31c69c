"""Measures what a build costs after an edit, beside a build from the start and beside MkDocs with Material.

One after another, each a process of its own: the whole site anew, the same with nothing changed, then after one word of
a story, a title, a figure, a new entry and one taken away. MkDocs with Material and the same pages is built whole: it
has no other way that gives the same site. The practices come from one generator; seconds are those of this machine
at this hour, the ratios can be compared.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.console import console_for
from _shared.environment import ROOT, CommandError, enter, run
from bench.entry_edits import BETWEEN_WORDS, FIGURE, TITLE, edited, one_more
from bench.measure_growth import Cost, apart, cost_of, prepare

if TYPE_CHECKING:
    from rich.table import Table

_COLD, _STOCK = "cała strona od nowa", "MkDocs Material, te same strony"

Costs = dict[str, list[Cost]]


def main() -> int:
    """Measure and print; the exit code says nothing about speed."""
    options = read_arguments(sys.argv[1:])
    enter()
    if not hasattr(os, "wait4"):
        raise CommandError("Ten pomiar działa tylko w systemach uniksowych: Windows nie podaje czasu potomków.")
    console = console_for()
    for count in options.counts:
        console.print(f"Przygotowuję {count} praktyk…")
        with tempfile.TemporaryDirectory(prefix="pomiar-") as folder:
            costs = measured(Path(folder), count, options.rounds, console.print)
        console.print(table(costs, count))
    return 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mierzy budowę po zmianie obok budowy od początku i zwykłego MkDocs.")
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1_000], metavar="N", help="liczby praktyk")
    parser.add_argument("--rounds", type=int, default=3, metavar="R", help="ile razy każda budowa (domyślnie 3)")
    options = parser.parse_args(arguments)
    if min(*options.counts, options.rounds) < 1:
        parser.error("liczby praktyk i rund muszą być większe od zera")
    return options


def measured(folder: Path, count: int, rounds: int, say: Callable[[str], None]) -> Costs:
    """The costs of each kind of build, by its name."""
    ours, stock, _ = apart(prepare, folder, count, 1)
    if ours.practices is None:
        raise CommandError("Nie ma praktyk do zbudowania.")
    practices, site = ours.practices, folder / "site"
    variables = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "0",
        "PRACTICES_DIR": str(practices),
        "CATALOGUE_CACHE": str(folder / "cache"),
    }
    build = [sys.executable, str(ROOT / "scripts" / "build.py"), "--site-dir", str(site)]
    settings = ["--strict", "--config-file", str(stock.project / "mkdocs.yml"), "--site-dir", str(folder / "stock")]
    costs: Costs = {}

    def cost(name: str, command: list[str], turn: int) -> None:
        costs.setdefault(name, []).append(cost_of(name, command, ROOT, variables))
        say(f"  {turn + 1}/{rounds} {name}: {costs[name][-1].seconds:.1f} s")

    for turn in range(rounds):
        cost(_STOCK, [sys.executable, "-m", "mkdocs", "build", *settings], turn)
        shutil.rmtree(folder / "cache", ignore_errors=True)
        cost(_COLD, [*build, "--fresh"], turn)
        for name, edit in EDITS.items():
            edit(practices, turn)
            cost(name, build, turn)
    return costs


def nothing(practices: Path, turn: int) -> None:
    """Leave everything as it is."""


def word(practices: Path, turn: int) -> None:
    """A word more in the story of an entry."""
    change(practices, turn, BETWEEN_WORDS, lambda _: " nowe ")


def title(practices: Path, turn: int) -> None:
    """Another title of an entry."""
    change(practices, turn, TITLE, lambda _: f"Tytuł {turn}")


def figure(practices: Path, turn: int) -> None:
    """A figure of an entry raised by one."""
    change(practices, turn, FIGURE, one_more)


def new(practices: Path, turn: int) -> None:
    """One entry more."""
    shutil.copytree(entry(practices, turn), practices / f"nowa-{turn}")


def gone(practices: Path, turn: int) -> None:
    """That entry taken away."""
    shutil.rmtree(practices / f"nowa-{turn}")


EDITS: Mapping[str, Callable[[Path, int], None]] = {
    "nic się nie zmieniło": nothing,
    "słowo w opisie": word,
    "tytuł": title,
    "liczba": figure,
    "nowa praktyka": new,
    "usunięta praktyka": gone,
}


def entry(practices: Path, number: int) -> Path:
    """One of the practices that have a story and a figure.

    Raises:
        CommandError: there are not so many.
    """
    paths = sorted(practices.glob("[a-z]*/index.md"))
    texts = ((path, path.read_text(encoding="utf-8")) for path in paths)
    fitting = [path.parent for path, text in texts if "\n## " in text and FIGURE.search(text)]
    if number >= len(fitting):
        raise CommandError("Za mało praktyk na tyle rund: podaj więcej praktyk albo mniej rund.")
    return fitting[number]


def change(practices: Path, number: int, pattern: re.Pattern[str], to: Callable[[str], str]) -> None:
    """Write something else where a pattern is found last in an entry.

    Raises:
        CommandError: it is found nowhere in the entry.
    """
    path = entry(practices, number) / "index.md"
    path.write_text(edited(path, pattern, to), encoding="utf-8")


def table(costs: Costs, count: int) -> Table:
    """Medians, a row for each kind of build."""
    from rich.table import Table

    shown = Table(title=f"{count} praktyk, mediany")
    shown.add_column("budowa", no_wrap=True)
    for heading in ("s", "CPU s", "÷ od nowa", "÷ MkDocs"):
        shown.add_column(heading, justify="right")
    cold, stock = (median(run.cpu for run in costs[name]) for name in (_COLD, _STOCK))
    for name, runs in costs.items():
        cpu = median(run.cpu for run in runs)
        seconds = median(run.seconds for run in runs)
        shown.add_row(name, f"{seconds:.2f}", f"{cpu:.2f}", f"{cpu / cold:.2f}", f"{cpu / stock:.2f}")
    return shown


if __name__ == "__main__":
    run(main)
