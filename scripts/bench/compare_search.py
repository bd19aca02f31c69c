"""Puts our search beside Pagefind and MiniSearch: the same documents, queries and browser, in one run.

At the size of this repository the queries are those of needs (open and held out) that are put to the Polish site; at
any other size the practices are generated and known words are planted, as evaluate_search.py does with ``--set scale``.

* Documents are all that our index is made of, with synonyms and the names of records, as plain text.
* Pagefind is used as it comes, with its stems of Polish; MiniSearch with marks folded, beginnings and misspellings, all
  words first and any of them where that finds nothing. Neither tells similar hits from true ones.
* Bytes are those of every file that was asked for before the first hit was shown, scripts included, each with gzip -6;
  the page itself is the same for all. Seconds are the median of five first visits over HTTP of this machine.

An engine that cannot be installed is said to be missing, in the table and below it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.browsers import started_chromium
from _shared.console import console_for
from _shared.environment import CommandError, enter, run

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from bench.search_peers import Engine, Measured
    from bench.search_quality import Query
    from goodpractices.catalogue import Catalogue

_VISITS = 5


def main() -> int:
    """Measure and print; the exit code says nothing about quality."""
    options = read_arguments(sys.argv[1:])
    enter("test")
    console = console_for()
    for count in options.practices:
        with TemporaryDirectory(prefix="porownanie-") as folder, started_chromium() as browser:
            compare(console.print, Path(folder), count, options, browser)
    return 0


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Porównuje wyszukiwarkę z Pagefindem i MiniSearchem.")
    sizes = "liczby praktyk (domyślnie 46 i 1000); tyle, ile jest w practices/, znaczy: właśnie te"
    parser.add_argument("--practices", type=int, nargs="+", default=[46, 1000], metavar="N", help=sizes)
    parser.add_argument("--queries", type=int, default=40, metavar="K", help="zapytań każdej klasy (domyślnie 40)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="ziarno losowania (domyślnie 1)")
    options = parser.parse_args(arguments)
    if min(*options.practices, options.queries) < 1:
        parser.error("podaj liczby większe od zera")
    return options


def compare(say: Callable[..., None], folder: Path, count: int, options: argparse.Namespace, browser: Browser) -> None:
    """Every engine at one size."""
    from bench.search_peers import documents_of, minisearch, ours, pagefind, shown

    catalogue, queries = asked_about(folder, count, options)
    documents = list(documents_of(catalogue))
    makers: dict[str, Callable[[], Engine]] = {
        "nasza": lambda: ours(folder / "nasza", catalogue, documents),
        "Pagefind": lambda: pagefind(folder / "pagefind", documents),
        "MiniSearch": lambda: minisearch(folder / "minisearch", documents),
    }
    # Words as a title has them, which every engine finds.
    titles = [each.title for each in documents[:: max(1, len(documents) // _VISITS)]][:_VISITS]
    visited = [max(re.findall(r"\w+", title), key=len) for title in titles]
    found: dict[str, Measured | str] = {}
    for name, make in makers.items():
        try:
            found[name] = measured(make(), queries, visited, browser)
        except CommandError as missing:
            found[name] = str(missing)
    say(shown(f"{len(catalogue.published)} praktyk, {len(queries)} zapytań", found))
    for name, each in found.items():
        if isinstance(each, str):
            say(f"UWAGA: {name} NIE BRAŁ UDZIAŁU W PORÓWNANIU. {each}")


def asked_about(folder: Path, count: int, options: argparse.Namespace) -> tuple[Catalogue, list[Query]]:
    """The practices, and what is asked about them."""
    from bench.evaluate_search import NEEDS_QUERIES, generated, written
    from goodpractices.catalogue import load_catalogue
    from validate import practices_folder

    if count != len(load_catalogue(practices_folder()).published):
        options = argparse.Namespace(count=count, seed=options.seed, queries=options.queries)
        catalogue, queries = generated(folder / "practices", options)
        return catalogue, list(queries)
    sets = [written(name) for name in NEEDS_QUERIES]
    of_site = [query for _, some in sets for query in some if query.language == "pl" and not query.within]
    return sets[0][0], of_site


def measured(engine: Engine, queries: Sequence[Query], visited: Sequence[str], browser: Browser) -> Measured:
    from bench.search_peers import Measured, answers_of, cost_of
    from bench.search_quality import report

    answers = answers_of(engine, [query.typed for query in queries], browser)
    return Measured(report(zip(queries, answers, strict=True)), cost_of(engine, visited, browser))


if __name__ == "__main__":
    run(main)
