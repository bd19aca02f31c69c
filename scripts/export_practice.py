"""Writes one practice as one HTML file: to be sent, printed or kept, without the site around it."""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path

from _shared.catalogues import told_if_invalid
from _shared.environment import ROOT, enter, given_epoch, run
from validate import practices_folder


def main() -> int:
    """Write the file; 1 when there is no such practice or the entries have problems."""
    options = read_arguments(sys.argv[1:])
    enter()
    text, code = exported(options.id, options.to)
    print(text, file=sys.stderr if code else sys.stdout)
    return code


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Zapisuje jedną praktykę jako jeden plik HTML: ze stylem i zdjęciami w środku, bez skryptów."
    )
    parser.add_argument("id", metavar="ID", help="identyfikator praktyki, czyli nazwa jej folderu")
    parser.add_argument("-o", dest="to", metavar="PLIK", type=Path, help="gdzie zapisać (domyślnie dist/ID.html)")
    return parser.parse_args(arguments)


def exported(practice_id: str, to: Path | None) -> tuple[str, int]:
    """Write the file; what to tell, and the exit code."""
    from goodpractices.catalogue import (
        cache_for,
        load_catalogue,
        load_identity,
        publication_day,
        without_ended_consents,
        write_whole,
    )
    from goodpractices.finding import analyse
    from goodpractices.publishing import read_styles, single_file

    folder = practices_folder()
    with told_if_invalid():
        cache = cache_for(folder)
        catalogue = load_catalogue(folder, cache)
        identity = load_identity(ROOT / "docs" / "katalog.yml")
    catalogue, _ = without_ended_consents(catalogue, publication_day(given_epoch()))
    published = {practice.id: practice for practice in catalogue.published}
    if practice_id not in published:
        return unknown(practice_id, list(published), is_hidden=practice_id in catalogue.practices), 1
    target = to or ROOT / "dist" / f"{practice_id}.html"
    styles = read_styles(ROOT / "docs" / "assets" / "styles")
    analysed = analyse(catalogue, cache)
    html = single_file(published[practice_id], analysed, identity, folder, styles)
    write_whole(target, html.encode())
    return f"Zapisano {target}", 0


def unknown(practice_id: str, known: list[str], *, is_hidden: bool) -> str:
    """Why there is nothing to write, and what to try instead."""
    if is_hidden:
        return f"Praktyka „{practice_id}” nie jest opublikowana, więc nie ma jej strony."
    near = difflib.get_close_matches(practice_id, known, n=1)
    hint = f"Może chodziło o „{near[0]}”?" if near else "Identyfikator to nazwa folderu w practices/."
    return f"Nie ma praktyki „{practice_id}”. {hint}"


if __name__ == "__main__":
    run(main)
