"""Tells how good the search is: puts queries to it in a real browser and counts what it finds.

Two kinds of queries:

* open, held_out, all: written by hand about the practices of this repository (tests/search/). The held-out third is for
  measuring only; what it missed is not shown, so that nobody tunes by it.
* scale: made for generated practices, into which known words were planted (scripts/search_quality/planting.py). Which
  forms a word has is said by Debian's hunspell-pl, which the search does not use; which words people use, by mythes-pl.

What the numbers mean is said in scripts/search_quality/metrics.py.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from _environment import ROOT, Trouble, enter, run
from validate import practices_folder

if TYPE_CHECKING:
    from goodpractices.catalogue import Catalogue
    from search_quality import Answer, Query, Report, Scores

ENGINE = [ROOT / "docs" / "assets" / "scripts" / "search" / name for name in ("words.js", "engine.js")]
QUERIES = {
    name: ROOT / "tests" / "search" / f"queries{suffix}.yml"
    for name, suffix in (("open", ""), ("held_out", "_held_out"))
}

Questions = tuple["Catalogue", tuple["Query", ...]]


def main() -> int:
    """Ask, count and print."""
    options = read_arguments(sys.argv[1:])
    enter("test")
    from search_quality import report

    with TemporaryDirectory() as place:
        folder = Path(place)
        catalogue, queries = (
            generated(folder / "practices", options) if options.set == "scale" else written(options.set)
        )
        answers = answered(folder / "site", catalogue, queries)
    asked = list(zip(queries, answers, strict=True))
    missed = misses(asked) if options.set in ("open", "scale") else None
    if options.json:
        print(json.dumps({"set": options.set, **asdict(report(asked)), "misses": missed}, ensure_ascii=False, indent=2))
    else:
        show(report(asked))
        if options.misses:
            print("\n".join(["", *map(told, missed or [])]))
    return 0


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Mierzy jakość wyszukiwarki: zadaje zapytania w prawdziwej przeglądarce i liczy trafienia.",
        epilog="Zbiór scale potrzebuje słowników hunspell-pl i mythes-pl z pakietów Debiana.",
    )
    sets = ("all", "open", "held_out", "scale")
    parser.add_argument("--set", choices=sets, default="open", help="które zapytania (domyślnie open)")
    parser.add_argument("--json", action="store_true", help="wynik dla programów")
    parser.add_argument("--misses", action="store_true", help="wypisz zapytania, na które odpowiedź jest niepełna")
    parser.add_argument("--count", type=int, default=400, metavar="N", help="scale: liczba praktyk (domyślnie 400)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="scale: ziarno losowania (domyślnie 1)")
    parser.add_argument(
        "--queries", type=int, default=60, metavar="K", help="scale: zapytań każdej klasy (domyślnie 60)"
    )
    options = parser.parse_args(arguments)
    if options.misses and options.set in ("all", "held_out"):
        parser.error("--misses: odłożonych zapytań nie pokazujemy, bo służą tylko do mierzenia")
    if min(options.count, options.queries) < 1:
        parser.error("--count i --queries: podaj liczby większe od zera")
    return options


def written(name: str) -> Questions:
    """The practices of the repository, or those that ``PRACTICES_DIR`` names, and the queries written about them.

    Raises:
        Trouble: the queries are about other practices.
    """
    from goodpractices.catalogue import load_catalogue
    from search_quality import read_queries, unknown_practices

    catalogue = load_catalogue(practices_folder())
    queries = read_queries(QUERIES.values() if name == "all" else [QUERIES[name]])
    if unknown := unknown_practices(queries, (each.id for each in catalogue.published)):
        raise Trouble(f"Zapytania dotyczą praktyk, których tu nie ma: {', '.join(unknown)}.")
    return catalogue, queries


def generated(folder: Path, options: argparse.Namespace) -> Questions:
    """Generated practices with words planted in them, and queries about these words.

    Raises:
        Trouble: a dictionary is missing.
    """
    from goodpractices.catalogue import load_catalogue
    from search_quality import HOW_TO_INSTALL as DICTIONARIES
    from search_quality import everyday_words, known_items, plant, proper_names, read_paradigms
    from synthetic import write_catalogue

    try:
        paradigms = read_paradigms()
        everyday = everyday_words(paradigms)
    except FileNotFoundError as missing:
        raise Trouble(DICTIONARIES) from missing
    write_catalogue(folder, options.count, options.seed, ROOT / "practices")
    ground = plant(folder, paradigms, everyday, proper_names(paradigms), options.seed)
    catalogue = load_catalogue(folder)
    return catalogue, known_items(ground, catalogue, paradigms, everyday, options.seed, options.queries)


def answered(folder: Path, catalogue: Catalogue, queries: Sequence[Query]) -> list[Answer]:
    """What the search of this repository answers, with an index built for these practices.

    Raises:
        Trouble: there is no browser.
    """
    from goodpractices.finding.search import build_index
    from search_quality import ask, browser_page

    with browser_page() as page:
        practices, texts = [each.id for each in catalogue.published], [query.text for query in queries]
        return ask(page, folder, ENGINE, build_index(catalogue).files, practices, texts)


def misses(asked: Sequence[tuple[Query, Answer]]) -> list[dict[str, object]]:
    """Queries that are not answered in full, with what came instead."""
    from search_quality import ABSENT, recall, reciprocal_rank

    wrong = (
        (query, answer)
        for query, answer in asked
        if (
            answer.exact if query.kind == ABSENT else min(recall(query, answer, 10), reciprocal_rank(query, answer)) < 1
        )
    )
    return [
        {"q": query.text, "class": query.kind, "expected": query.expected, "first": query.first, **asdict(answer)}
        for query, answer in wrong
    ]


def told(miss: dict[str, object]) -> str:
    lists = (("oczekiwane", "expected"), ("znalezione", "exact"), ("podobne", "similar"))
    return "\n  ".join([f"{miss['class']}: „{miss['q']}”", *(f"{name} {miss[key]}" for name, key in lists)])


def show(result: Report) -> None:
    """A table of the classes, their sum, and what came for words that are not there."""
    from rich.console import Console
    from rich.table import Table

    table = Table("klasa")
    for heading in ("zapytań", "recall@5", "recall@10", "MRR", "bez wyniku"):
        table.add_column(heading, justify="right")
    for name, scores in result.classes.items():
        table.add_row(name, *row(scores))
    if result.overall:
        table.add_section()
        table.add_row("razem", *row(result.overall))
    Console().print(table)
    if result.absent:
        print(f"Słowa nieobecne ({result.absent}) z wynikiem bez zastrzeżenia: {result.unlabelled:.1%}")


def row(scores: Scores) -> tuple[str, ...]:
    shares = (f"{share:.3f}" for share in (scores.recall_at_5, scores.recall_at_10, scores.mrr))
    return str(scores.queries), *shares, f"{scores.without_result:.1%}"


if __name__ == "__main__":
    run(main)
