"""Measures with Lighthouse how good the pages are, beside stock Material's page of the same practice.

Home, catalogue and a practice, in each language of the catalogue, as on a telephone and on a computer. Both sites are
built strictly, with the addresses they are then served at by this machine, packed and with the headers that our build
asks servers for; headless Chromium reaches no other machine.

What the numbers do and do not say:

* Performance is what Lighthouse reckons for a slow telephone or an ordinary computer, out of what it saw here: on a
  busy or slowed machine it falls, for both sites alike. "maszyna" is its own index of the speed of this computer; below
  1000 Lighthouse itself does not trust that score. The median of the runs is reported.
* The other three scores do not depend on the machine, so the lowest of the runs is reported.
* "przesunięcie" is how far the page moved by itself (CLS), "kB" all that its first view loads, as packed, with headers;
  "s do treści" until the largest part of it is there (LCP), "ms blokady" while it would not answer (TBT).
* Lighthouse sees a page as it opens. What happens further on is tried by scripts/audit.py and the browser tests.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.browsers import CHROMIUM
from _shared.console import console_for
from _shared.environment import ROOT, CommandError, enter, run
from _shared.serving import hosted
from audit import existing_folder
from validate import practices_folder

if TYPE_CHECKING:
    from rich.console import Console

    from bench.page_quality import Page, Reading, Row

_WIDTH_OF_A_LOG = 155


def main() -> int:
    """Measure and print; 1 if a page of ours has a score that is too low."""
    options = read_arguments(sys.argv[1:])
    enter("test")
    from bench.page_quality import LEAST, fetched_lighthouse, table, too_low

    CHROMIUM.needed()
    program = fetched_lighthouse()
    console = console_for(_WIDTH_OF_A_LOG)
    with TemporaryDirectory(prefix="pomiar-") as folder:
        rows = measured(console, program, Path(folder), options)
    console.print(table(rows))
    low = [*too_low(rows)]
    for finding in low:
        console.print(f"Poniżej {LEAST}: {finding}", highlight=False)
    return 1 if low else 0


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    purpose = "Ocenia strony programem Lighthouse, obok strony tej samej praktyki w zwykłym Material."
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="ile razy każda strona (domyślnie 5)")
    parser.add_argument("--practice", metavar="ID", help="która praktyka (domyślnie pierwsza opublikowana)")
    parser.add_argument("--site", type=existing_folder, help="zbudowana już strona, w miejsce budowanej z adresem")
    options = parser.parse_args(arguments)
    if options.runs < 1:
        parser.error("--runs: podaj liczbę większą od zera")
    return options


def measured(console: Console, program: Path, folder: Path, options: argparse.Namespace) -> list[Row]:
    """Build the sites into a folder, serve them and ask about each page."""
    from _shared.plain_pages import write_projects
    from bench.page_quality import build_ours, build_plain, pages_to_judge, plain_page_of
    from goodpractices.catalogue import load_catalogue, load_identity
    from goodpractices.publishing import Site

    practices = practices_folder()
    catalogue = load_catalogue(practices)
    sites = Site.in_languages(catalogue, load_identity(ROOT / "docs" / "katalog.yml"), practices)
    practice = chosen([each.id for each in catalogue.published], options.practice)
    console.print("Przygotowuję obie strony…")
    for name in ("work", "ours", "stock"):
        (folder / name).mkdir()
    write_projects(practices, folder / "pages", folder / "raw")
    with hosted(options.site or folder / "ours") as ours, hosted(folder / "stock") as stock:
        if options.site is None:
            build_ours(folder / "ours", practices, ours.address, folder / "work")
        build_plain(folder / "stock", folder / "pages", stock.address)
        pages = dict.fromkeys(pages_to_judge(sites, practice), ours.address)
        pages[plain_page_of(practice)] = stock.address
        return rows_of(console, program, pages, options.runs)


def chosen(published: Sequence[str], wanted: str | None) -> str:
    """The practice that was asked for, or the first one.

    Raises:
        CommandError: it is not published, or none is.
    """
    if not published or (wanted and wanted not in published):
        raise CommandError(f"Nie ma opublikowanej praktyki {wanted or ''}".strip() + ".")
    return wanted or published[0]


def rows_of(console: Console, program: Path, pages: dict[Page, str], runs: int) -> list[Row]:
    """Ask about all pages in turns, so that what else the machine does falls on all of them."""
    from bench.page_quality import FORMS, Row, in_words, reading_of, report_of, together

    readings: dict[tuple[Page, str], list[Reading]] = {(page, form): [] for page in pages for form in FORMS}
    for turn in range(runs):
        for (page, form), before in readings.items():
            before.append(reading_of(report_of(program, pages[page] + page.address, form)))
            console.print(f"  {turn + 1}/{runs} {in_words(Row(page, form, before[-1]))}", highlight=False)
    return [Row(page, form, together(each)) for (page, form), each in readings.items()]


if __name__ == "__main__":
    run(main)
