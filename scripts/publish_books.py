"""Makes what readers take away: a sheet of each practice and the whole catalogue as PDF, the catalogue as EPUB."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from _shared.catalogues import told_if_invalid
from _shared.environment import ROOT, CommandError, enter, given_epoch, run
from _shared.pango import HOW_TO_INSTALL
from validate import practices_folder

if TYPE_CHECKING:
    from goodpractices.publishing import Book

DIST = ROOT / "dist"


def main() -> int:
    """Write the files; 1 with a faulty entry, 2 when a library for PDF is missing."""
    options = read_arguments(sys.argv[1:])
    enter("site" if options.epub else "pdf")
    # Only the environment entered above has what these import.
    from goodpractices.catalogue import (
        ADDRESS_VARIABLE,
        cache_for,
        load_catalogue,
        load_identity,
        publication_day,
        without_ended_consents,
    )
    from goodpractices.finding import analyse
    from goodpractices.publishing import Book, MissingLibraries

    practices = practices_folder()
    try:
        with told_if_invalid():
            cache = cache_for(practices)
            catalogue = load_catalogue(practices, cache)
            shown, _ = without_ended_consents(catalogue, publication_day(given_epoch()))
            identity = load_identity(ROOT / "docs" / "katalog.yml", address=os.environ.get(ADDRESS_VARIABLE))
        book = Book(analyse(shown, cache), identity, practices)
        publish(book, options.ids, epub_only=options.epub)
    except MissingLibraries as missing:
        print(f"\n{HOW_TO_INSTALL}\n\n{missing}\nBez niej: python3 scripts/publish_books.py --epub", file=sys.stderr)
        return 2
    return 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Zapisuje w dist/ karty praktyk (<identyfikator>.pdf) i cały katalog (katalog.pdf, katalog.epub).",
        allow_abbrev=False,
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("ids", nargs="*", metavar="IDENTYFIKATOR", default=[], help="tylko karty tych praktyk")
    ways.add_argument("--epub", action="store_true", help="tylko katalog.epub; nie wymaga biblioteki Pango")
    return parser.parse_args(arguments)


def publish(book: Book, ids: list[str], *, epub_only: bool) -> None:
    """Write the sheets with these ids, or everything."""
    from goodpractices.publishing import PdfPress, epub, sheet_name

    chosen = {practice.id: practice for practice in book.practices if not ids or practice.id in ids}
    if unknown := [each for each in ids if each not in chosen]:
        raise CommandError(f"Nie ma opublikowanej praktyki: {', '.join(unknown)}.")
    if not epub_only:
        press = PdfPress(book, ROOT / "docs" / "assets" / "styles")
        for practice in chosen.values():
            write(sheet_name(practice), press.practice(practice))
        if not ids:
            write("katalog.pdf", press.book())
    if not ids:
        write("katalog.epub", epub(book))


def write(name: str, data: bytes) -> None:
    from goodpractices.catalogue import write_whole

    write_whole(DIST / name, data)
    print(f"dist/{name}  {len(data) / 1000:.0f} kB")


if __name__ == "__main__":
    run(main)
