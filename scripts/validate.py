"""Tells every problem of every entry, and what could be better, without building the site."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.catalogues import catalogue_in
from _shared.clicking import invoked
from _shared.environment import ROOT, CommandError, enter, run

if TYPE_CHECKING:
    from goodpractices.catalogue import Cache, Problem
    from goodpractices.editing import Guide


FORMATS = ("text", "json", "github", "gitlab", "sarif")
"""The names of the forms of a report; the forms themselves are not imported for a line of help."""


def main() -> int:
    """Check the practices; 0 when all is well, 1 when something is not, 2 when nothing could be checked."""
    enter()
    import click  # only the environment entered above has it

    @click.command(
        help="Sprawdza wszystkie opisy i wypisuje, co jest nie tak, z plikiem, linią i sposobem naprawy. "
        "Osobno mówi, co warto przejrzeć i co uzupełnić; to nie zatrzymuje publikacji."
    )
    @click.argument("paths", metavar="[ŚCIEŻKA]...", nargs=-1, type=click.Path(path_type=Path))
    @click.option(
        "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="postać wyniku"
    )
    @click.option("--strict", is_flag=True, help="kod wyjścia 1 także wtedy, gdy są tylko uwagi")
    @click.option(
        "--today",
        type=click.DateTime(["%Y-%m-%d"]),
        default=date.today().isoformat,
        show_default="dzisiaj",
        help="dzień, od którego liczy się, co jest stare",
    )
    @click.option("--errors-only", is_flag=True, help="same błędy, bez uwag i podpowiedzi")
    @click.option(
        "--health",
        is_flag=True,
        help="zamiast uwag tabela CSV, ta sama co na stronie dla-redakcji/stan/",
    )
    @click.pass_context
    def validate(
        context: click.Context,
        /,
        paths: tuple[Path, ...],
        form: str,
        strict: bool,
        today: datetime,
        errors_only: bool,
        health: bool,
    ) -> None:
        from goodpractices.catalogue import StampedCache, cache_file  # whoever asks for help does not wait for it

        if health:
            click.echo(health_in_table(practices_folder(), today.date()), nl=False)
            return
        advice_on = None if errors_only else today.date()
        cache = StampedCache(cache_file(practices_folder()))
        text, code = validated(practices_folder(), paths, form, advice_on, strict=strict, guide=guide(), cache=cache)
        click.echo(text)
        context.exit(code)

    return invoked(validate)


def validated(
    folder: Path,
    paths: Sequence[Path],
    form: str,
    advice_on: date | None = None,
    *,
    strict: bool = False,
    guide: Guide | None = None,
    cache: Cache | None = None,
) -> tuple[str, int]:
    """What to print and the exit code. All entries are read, since one may name another; ``paths`` limit the report.

    Args:
        folder: the practices.
        paths: the files and folders to tell about; all where there are none.
        form: a name from ``FORMATS``.
        advice_on: the day on which things are old; without it no advice is given.
        strict: whether warnings make the exit code 1 as well.
        guide: the editors' guide to point to.
        cache: what earlier runs read, for entries that did not change.

    Raises:
        CommandError: there are no practices to check, or a path is not one of theirs.
    """
    from goodpractices import editing
    from goodpractices.editing import listed_in_colour, of_severity
    from goodpractices.wording import Translations

    if not folder.is_dir():
        raise CommandError(f"Nie ma folderu z praktykami: {folder}")
    wanted = [within(folder, path) for path in paths]
    found = remarks(folder, advice_on, cache)
    if wanted:
        found = [each for each in found if is_wanted(folder.parent / each.path, wanted)]
    write = listed_in_colour if form == "text" and shows_colours() else editing.FORMATS[form]
    stops = of_severity(found, "error") or (strict and of_severity(found, "warning"))
    return write(found, Translations.load("pl"), guide), 1 if stops else 0


def health_in_table(folder: Path, day: date) -> str:
    """What there is to do about the published entries, as the page for editors tells it on that day.

    Raises:
        CommandError: the entries are not in order.
    """
    from goodpractices.catalogue import health_of, link_report_file, read_link_report
    from goodpractices.publishing import health_table
    from goodpractices.wording import Translations

    found = health_of(catalogue_in(folder), day, read_link_report(link_report_file(ROOT / "docs")))
    return health_table(found, Translations.load("pl")).decode("utf-8-sig").replace("\r\n", "\n")


def remarks(folder: Path, advice_on: date | None, cache: Cache | None = None) -> list[Problem]:
    """Errors, and on a given day also advice about the entries that have none."""
    from goodpractices.catalogue import Cache, Lost, StampedCache, cache_file

    if not isinstance(cache, StampedCache):
        return remarks_of(folder, advice_on, cache)
    try:
        found = remarks_of(folder, advice_on, cache)
    except Lost:  # another run took away what this one had counted on
        return remarks_of(folder, advice_on, Cache(cache_file(folder)))
    cache.save_stamps()
    return found


def remarks_of(folder: Path, advice_on: date | None, cache: Cache | None) -> list[Problem]:
    """The same as one reading finds it."""
    from goodpractices.catalogue import InvalidCatalogue, load_catalogue
    from goodpractices.editing import advice

    problems: list[Problem] = []
    try:
        catalogue = load_catalogue(folder, cache)
    except InvalidCatalogue as error:
        problems = error.problems
        if error.sound is None:
            return problems
        catalogue = error.sound
    return [*problems, *advice(catalogue, folder, advice_on, cache)] if advice_on else problems


def guide() -> Guide:
    """The editors' guide of this catalogue; a faulty ``katalog.yml`` is for the build to tell."""
    from goodpractices.catalogue import InvalidCatalogue, load_identity
    from goodpractices.editing import Guide

    try:
        return Guide.of(load_identity(ROOT / "docs" / "katalog.yml"))
    except InvalidCatalogue:
        return Guide.of(None)


def shows_colours() -> bool:
    """Whether the output is a terminal that wants colours, after the convention of no-color.org."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def practices_folder() -> Path:
    """The folder that ``PRACTICES_DIR`` names, else the one of this repository."""
    return spelt_out(Path(os.environ.get("PRACTICES_DIR") or ROOT / "practices"))


def within(folder: Path, path: Path) -> Path:
    """The path, spelt as the paths of problems are.

    Raises:
        CommandError: there is nothing at it, or it lies elsewhere.
    """
    spelt = spelt_out(path)
    if not os.path.lexists(spelt):
        raise CommandError(f"Nie ma takiego pliku ani folderu: {path}")
    if not (spelt.is_relative_to(folder) or folder.is_relative_to(spelt)):
        raise CommandError(f"Ta ścieżka nie należy do folderu z praktykami ({folder}): {path}")
    return spelt


def spelt_out(path: Path) -> Path:
    """The path from the root, no link followed: one that is a link is a problem to be reported, wherever it leads."""
    return Path(os.path.normpath(path.absolute()))


def is_wanted(path: Path, wanted: Sequence[Path]) -> bool:
    return any(path.is_relative_to(each) for each in wanted)


if __name__ == "__main__":
    run(main)
