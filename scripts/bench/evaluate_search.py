"""Tells how good the search is: puts queries to it in a real browser and counts what it finds.

Two kinds of queries:

* open, held_out, all: written by hand about the practices of this repository (tests/search/). The held-out third is for
  measuring only; what it missed is not shown, so that nobody tunes by it.
* needs and the sets named after it: what people need in their own words, by class (everyday words, whole questions,
  glued and split words, names in other languages, numbers, the English site, robustness, short words, a word within a
  filter, the language of the other site); put as sent, not as still being typed. What the search offers as similar
  counts there.
* scale: made for generated practices, into which known words were planted (search_quality/planting.py). Which forms a
  word has is said by Debian's hunspell-pl, which the search does not use; which words people use, by mythes-pl.

With ``--fallback`` the same queries are also put to an index made without Morfeusz, by what stands in for it on systems
it has no package for, and the table says what that loses.

What the numbers mean is said in search_quality/metrics.py.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.console import console_for
from _shared.environment import ROOT, CommandError, enter, run
from validate import practices_folder

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from bench.search_quality import Answer, Query, Report, Scores
    from goodpractices.catalogue import Catalogue
    from goodpractices.finding.search import Morphology

QUERIES = {
    name: ROOT / "tests" / "search" / f"queries{suffix}.yml"
    for name, suffix in (("open", ""), ("held_out", "_held_out"))
}
OPEN = frozenset(("open", "needs", "needs_more", "needs_weak", "needs_brief", "scale"))
"""Sets whose misses are looked at; the others lie aside and are for measuring only."""
NEEDS_QUERIES = {
    name: ROOT / "tests" / "search" / f"{name}.yml"
    for name in (
        "needs",
        "needs_held_out",
        "needs_later",
        "needs_more",
        "needs_more_held_out",
        "needs_weak",
        "needs_weak_held_out",
        "needs_brief",
        "needs_brief_held_out",
    )
}

Questions = tuple["Catalogue", tuple["Query", ...]]


def main() -> int:
    """Ask, count and print, one set after another: what all of them need is made once."""
    options = read_arguments(sys.argv[1:])
    enter("test")
    from bench.search_quality import browser_page

    sets = list(QUERIES) if options.fallback and options.set == ["all"] else options.set
    with TemporaryDirectory() as place, browser_page() as page:
        asking = Asking(page, Path(place))
        for name in sets:
            (compare if options.fallback else measure)(asking, name, options)
    return 0


def measure(asking: Asking, name: str, options: argparse.Namespace) -> None:
    """Say what the queries of a set find."""
    from bench.search_quality import report

    catalogue, queries = asked_about(asking.folder, name, options)
    asked = list(zip(queries, asking.by_language(catalogue, queries), strict=True))
    missed = misses(asked) if name in OPEN else None
    if options.json:
        print(json.dumps({"set": name, **asdict(report(asked)), "misses": missed}, ensure_ascii=False))
    else:
        show(name, report(asked))
        if options.misses:
            print("\n".join(["", *map(described, missed or [])]))


def compare(asking: Asking, name: str, options: argparse.Namespace) -> None:
    """Ask the queries of a set with Morfeusz and with what stands in for it, and say what that loses.

    Raises:
        CommandError: there is no Morfeusz.
    """
    from bench.search_quality import report
    from goodpractices.finding.search import load_morphology

    with_and_without = {each.version: each for each in (load_morphology(), load_morphology(fallback=True))}
    if len(with_and_without) < 2:
        raise CommandError("Morfeusza nie ma dla tego systemu, więc nie ma z czym porównać.")
    catalogue, queries = asked_about(asking.folder, name, options)
    reports = {
        version: report(zip(queries, asking.answered(catalogue, queries, each), strict=True))
        for version, each in with_and_without.items()
    }
    if options.json:
        print(json.dumps({"set": name, **{version: asdict(each) for version, each in reports.items()}}))
    else:
        show_loss(name, reports)


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Mierzy jakość wyszukiwarki: zadaje zapytania w prawdziwej przeglądarce i liczy trafienia.",
        epilog="Zbiór scale potrzebuje słowników hunspell-pl i mythes-pl z pakietów Debiana.",
    )
    sets = ("all", "open", "held_out", *NEEDS_QUERIES, "scale")
    parser.add_argument(
        "--set",
        choices=sets,
        nargs="+",
        default=["open"],
        help="które zapytania (domyślnie open); można podać kilka zbiorów",
    )
    parser.add_argument("--fallback", action="store_true", help="pokaż, ile wyszukiwarka traci bez Morfeusza")
    parser.add_argument("--json", action="store_true", help="wynik dla programów, każdy zbiór w swoim wierszu")
    parser.add_argument("--misses", action="store_true", help="wypisz zapytania, na które odpowiedź jest niepełna")
    parser.add_argument("--count", type=int, default=400, metavar="N", help="scale: liczba praktyk (domyślnie 400)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="scale: ziarno losowania (domyślnie 1)")
    parser.add_argument(
        "--queries", type=int, default=60, metavar="K", help="scale: zapytań każdej klasy (domyślnie 60)"
    )
    options = parser.parse_args(arguments)
    if options.misses and not OPEN.issuperset(options.set):
        parser.error("--misses: odłożonych zapytań nie pokazujemy, bo służą tylko do mierzenia")
    if min(options.count, options.queries) < 1:
        parser.error("--count i --queries: podaj liczby większe od zera")
    return options


def asked_about(folder: Path, name: str, options: argparse.Namespace) -> Questions:
    return generated(folder / "practices", options) if name == "scale" else written(name)


def written(name: str) -> Questions:
    """The practices of the repository, or those that ``PRACTICES_DIR`` names, and the queries written about them.

    Raises:
        CommandError: the queries are about other practices.
    """
    from bench.search_quality import read_queries, unknown_practices

    catalogue = practices()
    files = QUERIES | NEEDS_QUERIES
    queries = read_queries(QUERIES.values() if name == "all" else [files[name]])
    if unknown := unknown_practices(queries, (each.id for each in catalogue.published)):
        raise CommandError(f"Zapytania dotyczą praktyk, których tu nie ma: {', '.join(unknown)}.")
    return catalogue, queries


@cache
def practices() -> Catalogue:
    """The practices of the repository, or those that ``PRACTICES_DIR`` names."""
    from goodpractices.catalogue import load_catalogue

    return load_catalogue(practices_folder())


def generated(folder: Path, options: argparse.Namespace) -> Questions:
    """Generated practices with words planted in them, and queries about these words.

    Raises:
        CommandError: a dictionary is missing.
    """
    from bench.search_quality import HOW_TO_INSTALL as DICTIONARIES
    from bench.search_quality import everyday_words, known_items, plant, proper_names, read_paradigms
    from bench.synthetic import write_catalogue
    from goodpractices.catalogue import load_catalogue

    try:
        paradigms = read_paradigms()
        everyday = everyday_words(paradigms)
    except FileNotFoundError as missing:
        raise CommandError(DICTIONARIES) from missing
    write_catalogue(folder, options.count, options.seed, ROOT / "practices")
    ground = plant(folder, paradigms, everyday, proper_names(paradigms), options.seed)
    catalogue = load_catalogue(folder)
    return catalogue, known_items(ground, catalogue, paradigms, everyday, options.seed, options.queries)


class Asking:
    """Puts queries about one catalogue to the search in one page of a browser; each index is made once for all of them.

    Args:
        page: of the browser.
        folder: an empty one, which holds meanwhile what the browser loads.
    """

    def __init__(self, page: Page, folder: Path) -> None:
        self.folder = folder
        self._page = page
        self._indexes: dict[tuple[str, str], Mapping[str, bytes]] = {}
        self._rounds = 0

    def by_language(self, catalogue: Catalogue, queries: Sequence[Query]) -> list[Answer]:
        """What the search answers to queries of several languages, each put to the site of its own."""
        from goodpractices.catalogue import in_language

        found: dict[Query, Answer] = {}
        for language in dict.fromkeys(each.language for each in queries):
            of_language = [each for each in queries if each.language == language]
            its = in_language(catalogue, language)
            found.update(zip(of_language, self.answered(its, of_language), strict=True))
        return [found[each] for each in queries]

    def answered(
        self, catalogue: Catalogue, queries: Sequence[Query], morphology: Morphology | None = None
    ) -> list[Answer]:
        """What the search answers, with an index built for these practices as everywhere or by another morphology."""
        from bench.search_quality import ask, within
        from goodpractices.finding import find_facets
        from goodpractices.publishing import ENGINE_PARTS, WORDS_SCRIPT

        engine = [ROOT / "docs" / script for script in (WORDS_SCRIPT, *ENGINE_PARTS)]
        practices, texts = [each.id for each in catalogue.published], [query.typed for query in queries]
        self._rounds += 1
        place = self.folder / f"search-{self._rounds}"
        answers = ask(self._page, place, engine, self._index(catalogue, morphology), practices, texts)
        chosen = {
            (facet.name, value): {practice for practice, its in zip(practices, facet.of, strict=True) if value in its}
            for facet in find_facets(catalogue)
            for value in (each.id for each in facet.values)
        }
        pairs = zip(queries, answers, strict=True)
        return [within(chosen[query.within], answer) if query.within else answer for query, answer in pairs]

    def _index(self, catalogue: Catalogue, morphology: Morphology | None) -> Mapping[str, bytes]:
        """The index as a build would make it, with what earlier builds worked out; nothing is kept for later ones."""
        from goodpractices.catalogue import cache_for
        from goodpractices.finding import analyse, index_files

        key = catalogue.language, morphology.version if morphology else ""
        if key not in self._indexes:
            found = analyse(catalogue, cache_for(practices_folder()), morphology)
            self._indexes[key] = index_files(found.index)
        return self._indexes[key]


def misses(asked: Sequence[tuple[Query, Answer]]) -> list[dict[str, object]]:
    """Queries that are not answered in full, with what came instead."""
    from bench.search_quality import ABSENT, recall, reciprocal_rank

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


def described(miss: dict[str, object]) -> str:
    lists = (("oczekiwane", "expected"), ("znalezione", "exact"), ("podobne", "similar"))
    return "\n  ".join([f"{miss['class']}: „{miss['q']}”", *(f"{name} {miss[key]}" for name, key in lists)])


def show(name: str, result: Report) -> None:
    """A table of the classes, their sum, and what came for words that are not there."""
    from rich.console import Console
    from rich.table import Table

    table = Table("klasa", title=name)
    for heading in ("zapytań", "recall@5", "recall@10", "MRR", "P@3", "bez wyniku"):
        table.add_column(heading, justify="right")
    for name, scores in result.classes.items():
        table.add_row(name, *row(scores))
    if result.overall:
        table.add_section()
        table.add_row("razem", *row(result.overall))
    Console().print(table)
    if result.absent:
        print(f"Słowa nieobecne ({result.absent}) z wynikiem bez zastrzeżenia: {result.unlabelled:.1%}")


def show_loss(name: str, reports: Mapping[str, Report]) -> None:
    """What each class of queries loses, in points of a hundred."""
    from rich.table import Table

    (before, best), (after, fallback) = reports.items()
    table = Table("klasa", title=f"{name}: {before} → {after}")
    for heading in ("zapytań", "recall@10", "bez Morfeusza", "strata", "MRR", "bez Morfeusza", "strata"):
        table.add_column(heading, justify="right")
    for kind, scores in best.classes.items():
        table.add_row(kind, *loss(scores, fallback.classes[kind]))
    if best.overall and fallback.overall:
        table.add_section()
        table.add_row("razem", *loss(best.overall, fallback.overall))
    console_for().print(table)
    print(f"Słowa nieobecne z wynikiem bez zastrzeżenia: {best.unlabelled:.1%} → {fallback.unlabelled:.1%}")


def loss(best: Scores, fallback: Scores) -> tuple[str, ...]:
    pairs = ((best.recall_at_10, fallback.recall_at_10), (best.mrr, fallback.mrr))
    return str(best.queries), *(
        text for one, other in pairs for text in (f"{one:.3f}", f"{other:.3f}", f"{(one - other) * 100:.1f}")
    )


def row(scores: Scores) -> tuple[str, ...]:
    shares = (f"{share:.3f}" for share in (scores.recall_at_5, scores.recall_at_10, scores.mrr, scores.precision_at_3))
    return str(scores.queries), *shares, f"{scores.without_result:.1%}"


if __name__ == "__main__":
    run(main)
