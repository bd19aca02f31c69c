"""Builds the catalogue's website, with nothing but Python 3.11+ installed beforehand."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from _environment import ROOT, Trouble, enter, run

DIST = ROOT / "dist"
ARCHIVE = DIST / "katalog-offline.zip"
# What the hooks ask the environment about the edition they build.
EDITION = ("CATALOGUE_EDITION", "CATALOGUE_ARCHIVE", "CATALOGUE_BOOKS")


def main() -> int:
    """Build or serve the site; the exit code is MkDocs' own."""
    options, further = read_arguments(sys.argv[1:])
    enter()
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.setdefault("SOURCE_DATE_EPOCH", commit_time(ROOT))
    if practices := os.environ.get("PRACTICES_DIR"):
        os.environ["PRACTICES_DIR"] = str(Path(practices).absolute())  # MkDocs runs in the checkout, the caller may not
    if options.serve:
        return mkdocs("serve", *further)
    return build(further, books=options.books, offline=options.offline)


def read_arguments(arguments: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """Our own options, and the rest for MkDocs."""
    parser = argparse.ArgumentParser(
        description="Buduje stronę katalogu do folderu site/.",
        epilog="Pozostałe opcje trafiają do MkDocs, na przykład: --site-dir INNY_FOLDER.",
        allow_abbrev=False,
    )
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--serve", action="store_true", help="podgląd na żywo, odświeżany przy każdej zmianie")
    ways.add_argument(
        "--offline",
        action="store_true",
        help="także dist/katalog-offline.zip, do otwarcia bez serwera; strona daje go do pobrania",
    )
    parser.add_argument(
        "--books",
        action="store_true",
        help="także karty praktyk i cały katalog w PDF oraz EPUB (wymaga biblioteki Pango); strona daje je do pobrania",
    )
    options, further = parser.parse_known_args(arguments)
    if options.serve and options.books:
        parser.error("--books: podgląd na żywo nie robi plików PDF")
    if {"-q", "--quiet"} & set(further):
        # MkDocs counts the warnings it prints: quiet, it finds none and calls every site sound.
        raise Trouble("Bez -q: MkDocs przestałby wtedy zauważać ostrzeżenia i zbudowałby stronę z błędami.")
    return options, further


def mkdocs(command: str, *arguments: str, **environment: str) -> int:
    """Run MkDocs; what it is told about the edition holds for this run alone."""
    settings = ["--config-file", str(ROOT / "mkdocs.yml")]
    surroundings = {name: value for name, value in os.environ.items() if name not in EDITION} | environment
    command_line = [sys.executable, "-m", "mkdocs", command, *settings, *arguments]
    return subprocess.run(command_line, cwd=ROOT, env=surroundings).returncode


def build(further: list[str], *, books: bool = False, offline: bool = False) -> int:
    """Build the site, and first what it hands out: sheets and books, the offline edition; the exit code of the last."""
    handed_out = {}
    if books:
        if code := make_books():
            return code
        handed_out["CATALOGUE_BOOKS"] = str(DIST)
    if offline:
        if code := pack_offline_edition(further):
            return code
        handed_out["CATALOGUE_ARCHIVE"] = str(ARCHIVE)
    return mkdocs("build", "--strict", *further, **handed_out)


def pack_offline_edition(further: list[str]) -> int:
    """Build the site as it opens from a folder, and pack it; the exit code is MkDocs' own."""
    from goodpractices.publishing import write_archive  # only the environment entered above has what it imports

    print("Wydanie do czytania bez sieci:")
    with tempfile.TemporaryDirectory() as folder:
        if code := mkdocs("build", "--strict", *further, "--site-dir", folder, CATALOGUE_EDITION="offline"):
            return code
        archive = write_archive(Path(folder), ARCHIVE)
    print(f"Zapisano {ARCHIVE.relative_to(ROOT)} ({archive.size / 1e6:.2f} MB)\n\nStrona:")
    return 0


def make_books() -> int:
    """Make the sheets and books; the exit code is that of their own command."""
    print("Karty i książki:")
    return subprocess.run([sys.executable, str(ROOT / "scripts" / "publish_books.py")]).returncode


def commit_time(checkout: Path) -> str:
    """The time of the last commit in seconds, "0" outside Git.

    MkDocs dates pages it knows no date of with the day of the build. The last commit is the newest moment at which any
    page can have changed, and building it twice gives the same bytes.
    """
    try:
        asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=checkout, capture_output=True, text=True)
    except OSError:
        return "0"
    return asked.stdout.strip() or "0"


if __name__ == "__main__":
    run(main)
