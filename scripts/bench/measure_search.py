"""Measures what the search costs a reader and the build, beside stock Material's search on the same practices.

Both sites are built strictly, served by this machine and opened in headless Chromium that reaches no other one:

* ours: the real mkdocs.yml with PRACTICES_DIR set to generated practices, or to the real ones if as many are asked for;
* Material: the same practices converted to Markdown pages, as measure_growth.py does it, with its own search.

What the numbers do and do not say:

* Bytes: of every file that is there for the search alone (scripts, workers, index, data) and was asked for before the
  first result was visible, each compressed with gzip -6; HTML, CSS and the theme's bundle count for neither side. The
  largest of five visits, each with another query.
* First result: from the start of the navigation, in a browser that has seen nothing yet, with files the server has just
  read. Ours on the catalogue page, Material's in the box of its header, looked at once a frame. The median of five
  visits.
* Keys: queries are typed letter by letter. Ours is the engine alone, Material's its worker, asked by messages, since it
  lives there; what ours loads between two keys is not counted, and neither is the pause a page makes after a key.
* Construction: ours is ``KatalogSearch.create``, Material's the time from SETUP to the first answer, since its worker
  does not tell its steps apart. The median of five visits.
* Index: ours in a process of its own, the dictionary included, the reading of the practices not; Material's is what its
  plugin takes of the build of the pages. Its memory is not told: it cannot be separated from that of the build.
* Ours is asked for forms of words that no practice has, Material for the words as they stand: it finds no others.
* Seconds are those of this machine at this hour, and a busy one doubles them; the ratios can be compared.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.browsers import started_chromium
from _shared.console import console_for
from _shared.environment import ROOT, enter, run

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from rich.console import Console

    from bench.search_cost import Query, Row, Session

_VISITS = 5
_QUERIES = 10

_MOST_BYTES = {14: 40.0, 400: 160.0, 10_000: 300.0}  # KB of a thousand bytes
_MOST_SECONDS = 0.35
_MOST_FOR_A_KEY = 10.0  # ms
_MOST_FOR_THE_ENGINE = 50.0  # ms
_MOST_FOR_THE_INDEX = {400: 3.0, 10_000: 20.0}  # s


def main() -> int:
    """Measure and print; the exit code says nothing about speed."""
    options = read_arguments(sys.argv[1:])
    enter("test")
    from bench.search_cost import table

    console = console_for()
    for count in options.practices:
        console.print(f"Przygotowuję {count} praktyk i obie strony…")
        with folder_for(count, options.sites) as folder, started_chromium() as browser:
            rows = list(said_as_they_come(console, measured(folder, count, options.seed, browser)))
        console.print(table(f"Wyszukiwanie przy {count} praktykach", rows))
    return 0


@contextmanager
def folder_for(count: int, sites: Path | None) -> Iterator[Path]:
    """Where both sites of one size stand: for this run alone, or to be found there by the next."""
    if sites:
        yield sites.absolute() / str(count)
    else:
        with TemporaryDirectory(prefix="pomiar-") as folder:
            yield Path(folder)


def said_as_they_come(console: Console, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, each said at once: of ten thousand practices the last one comes after half an hour."""
    from bench.search_cost import in_words

    for row in rows:
        console.print(f"  {in_words(row)}", highlight=False)
        yield row


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    purpose = "Mierzy koszt wyszukiwania obok zwykłego Material z tymi samymi praktykami."
    parser = argparse.ArgumentParser(description=purpose)
    sizes = "liczby praktyk (domyślnie 14 i 400); tyle, ile jest w practices/, znaczy: właśnie te"
    parser.add_argument("--practices", type=int, nargs="+", default=[14, 400], metavar="N", help=sizes)
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="ziarno losowania praktyk (domyślnie 1)")
    kept = "folder, w którym zostają obie strony; następny pomiar bierze je gotowe, więc po zmianie kodu podaj inny"
    parser.add_argument("--sites", type=Path, metavar="FOLDER", help=kept)
    options = parser.parse_args(arguments)
    if min(options.practices) < 1:
        parser.error("--practices: podaj liczby większe od zera")
    return options


def measured(folder: Path, count: int, seed: int, browser: Browser) -> Iterator[Row]:
    """Every measure of both sites at one size."""
    from _shared.plain_pages import write_projects
    from bench.search_cost import OURS, STOCK, Session, build_site, chosen_queries
    from goodpractices.catalogue import load_catalogue

    practices, project = folder / "practices", folder / "pages"
    built = folder / "zbudowane"  # comes last, so what was cut off is made again
    if not built.exists():
        shutil.rmtree(folder, ignore_errors=True)
        make_practices(practices, count, seed)
        write_projects(practices, project, folder / "raw")
        for side in (OURS, STOCK):
            build_site(side, folder / side.name, practices, project)
        built.touch()
    queries = chosen_queries(load_catalogue(practices), _QUERIES)
    with (
        Session.of(browser, OURS, folder / OURS.name) as ours,
        Session.of(browser, STOCK, folder / STOCK.name) as stock,
    ):
        yield from first_results(count, ours, stock, queries)
        yield from answers(ours, stock, queries)
    yield from indexing(folder, count, practices, project)


def make_practices(folder: Path, count: int, seed: int) -> None:
    """Write a folder with so many practices: the real ones, if that is how many there are."""
    from bench.synthetic import write_catalogue

    real = ROOT / "practices"
    if count == len(list(real.glob("*/index.md"))):
        shutil.copytree(real, folder)
    else:
        write_catalogue(folder, count, seed, real)


def first_results(count: int, ours: Session, stock: Session, queries: Sequence[Query]) -> Iterator[Row]:
    """What is loaded and waited for until the first result is there, another query at each visit."""
    from bench.search_cost import OURS, STOCK, Row, goal_for

    asked = [queries[n % len(queries)] for n in range(_VISITS)]
    # In turns, so that what else the machine does falls on both. The first visit warms the server and is not counted.
    visits = [(ours.first_result(OURS.asked(q)), stock.first_result(STOCK.asked(q))) for q in (asked[0], *asked)][1:]
    mine, theirs = zip(*visits, strict=True)
    size, other_size = (max(each.size for each in some) / 1000 for some in (mine, theirs))
    most = goal_for(count, _MOST_BYTES)
    wait, other_wait = (median(each.seconds for each in some) for some in (mine, theirs))
    yield Row("KB (gzip) do pierwszego wyniku", size, other_size, most, 1)
    yield Row("s do pierwszego widocznego wyniku", wait, other_wait, _MOST_SECONDS)


def answers(ours: Session, stock: Session, queries: Sequence[Query]) -> Iterator[Row]:
    """How long the engine and Material's worker take to be there and to answer each key."""
    from bench.search_cost import OURS, STOCK, Row, percentile

    own, others = ([side.asked(query) for query in queries] for side in (OURS, STOCK))
    turns = [
        (ours.engine(mine), stock.worker(theirs))
        for mine, theirs in [(own, others), *[([], [])] * (_VISITS - 1)]  # typing once, setting up at each visit
    ]
    engine, worker = turns[0]
    construction, ready = (median(each.ready for each in some) for some in zip(*turns, strict=True))
    yield Row("ms na znak: mediana", median(engine.keys), median(worker.keys))
    slow, other_slow = (percentile(each.keys, 0.95) for each in (engine, worker))
    yield Row("ms na znak: p95", slow, other_slow, _MOST_FOR_A_KEY)
    yield Row("ms na konstrukcję silnika", construction, ready, _MOST_FOR_THE_ENGINE, 1)


def indexing(folder: Path, count: int, practices: Path, project: Path) -> Iterator[Row]:
    """What the index costs the first build, and the next one of the same practices."""
    from bench.search_cost import Row, goal_for, index_cost, stock_index_seconds

    shutil.rmtree(folder / "cache", ignore_errors=True)
    first, again = (index_cost(practices, folder / "cache") for _ in range(2))
    stock = stock_index_seconds(project)
    yield Row("s na indeks, pierwsza budowa", first.seconds, stock, goal_for(count, _MOST_FOR_THE_INDEX))
    yield Row("s na indeks, następna bez zmian", again.seconds, stock, goal_for(count, _MOST_FOR_THE_INDEX))
    yield Row("MiB przy pierwszej budowie indeksu", first.memory, decimals=0)
    yield Row("MiB przy następnej", again.memory, decimals=0)
    yield Row("wpisów i słów analizowanych na nowo", again.analysed, goal=0, decimals=0)


if __name__ == "__main__":
    run(main)
