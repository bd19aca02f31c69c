"""Whole collections by a map: what ``import_practices.py --map`` does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.catalogues import catalogue_in
from _shared.environment import CommandError
from _shared.submissions import fault_lines

if TYPE_CHECKING:
    from goodpractices.wording import Translations


@dataclass(frozen=True)
class Options:
    """What was asked for: the map, a first map to be written, a report into a file, to write at all."""

    map: Path
    propose: bool = False
    report: Path | None = None
    write: bool = False


def import_collection(source: Path, options: Options, folder: Path) -> int:
    """Show or write what a collection makes; 1 when it, its map or what it would make is not in order.

    Raises:
        CommandError: there is no such file, or the catalogue is not in order.
    """
    import click

    from goodpractices.editing import UnusableSubmission, collections, report
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    try:
        if options.propose:
            return propose(source, options.map, folder, t)
        return take_over(source, options, folder, t)
    except collections.UnusableMap as unusable:
        click.echo(f"{options.map.name}: " + report(unusable.problems, t), err=True)
    except UnusableSubmission as unusable:
        click.echo(fault_lines(source.name, unusable.faults, t), err=True)
        click.echo(t("collection.stopped"), err=True)
    return 1


def propose(source: Path, path: Path, folder: Path, t: Translations) -> int:
    """Write a first map, unless there is one."""
    import click

    from goodpractices.editing import collections

    if path.exists() or path.is_symlink():
        raise CommandError(t("collection.map_exists", file=path))
    text = collections.proposed_map(content(source), source.name, catalogue_in(folder), t)
    path.write_text(text, encoding="utf-8", newline="\n")
    click.echo(t("collection.map_written", file=path))
    return 0


def take_over(source: Path, options: Options, folder: Path, t: Translations) -> int:
    """Check what a collection makes, tell it, and write it if that was asked for."""
    import click

    from goodpractices.editing import collections

    settings = collections.read_map(content(options.map))
    catalogue = catalogue_in(folder)
    made = collections.prepared(content(source), source.suffix.lower(), settings, folder, catalogue, t, date.today())
    problems = collections.checked(made, folder)
    if options.report:
        options.report.write_text(
            collections.as_markdown(made, problems, source.name, t), encoding="utf-8", newline="\n"
        )
    click.echo(collections.as_text(made, problems, t))
    if problems:
        click.echo(t("collection.stopped"), err=True)
        return 1
    if not options.write:
        click.echo(t("collection.dry_run"))
        return 0
    collections.written(made, folder, catalogue)
    click.echo(t("collection.written", n=len(made.plan.new) + len(made.plan.changed), folder=folder))
    return 0


def content(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        CommandError: it is not there.
    """
    if not path.is_file():
        raise CommandError(f"Nie ma takiego pliku: {path}")
    return path.read_bytes()
