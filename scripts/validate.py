"""Tells every problem of every entry, without building the site."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from _environment import ROOT, Trouble, enter, run

if TYPE_CHECKING:
    from goodpractices.catalogue import Problem


def main() -> int:
    """Check the practices; 0 when all is well, 1 when something is not, 2 when nothing could be checked."""
    enter()
    import click  # only the environment entered above has it

    from goodpractices.editing import FORMATS

    @click.command(help="Sprawdza wszystkie wpisy i wypisuje, co jest nie tak, z plikiem, linią i sposobem naprawy.")
    @click.argument("paths", metavar="[ŚCIEŻKA]...", nargs=-1, type=click.Path(path_type=Path))
    @click.option(
        "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="postać wyniku"
    )
    @click.pass_context
    def validate(context: click.Context, paths: tuple[Path, ...], form: str) -> None:
        text, code = validated(practices_folder(), paths, form)
        click.echo(text)
        context.exit(code)

    validate()
    return 0  # never reached: click ends the program with the exit code


def validated(folder: Path, paths: Sequence[Path], form: str) -> tuple[str, int]:
    """What to print and the exit code. All entries are read, since one may name another; ``paths`` limit what is told.

    Raises:
        Trouble: there are no practices to check, or a path is not one of theirs.
    """
    from goodpractices.catalogue import InvalidCatalogue, load_catalogue
    from goodpractices.editing import FORMATS
    from goodpractices.wording import Translations

    if not folder.is_dir():
        raise Trouble(f"Nie ma folderu z praktykami: {folder}")
    wanted = [within(folder, path) for path in paths]
    problems: list[Problem] = []
    try:
        load_catalogue(folder)
    except InvalidCatalogue as error:
        problems = [problem for problem in error.problems if is_wanted(folder.parent / problem.path, wanted)]
    return FORMATS[form](problems, Translations.load("pl")), 1 if problems else 0


def practices_folder() -> Path:
    """The folder that ``PRACTICES_DIR`` names, else the one of this repository."""
    return spelt_out(Path(os.environ.get("PRACTICES_DIR") or ROOT / "practices"))


def within(folder: Path, path: Path) -> Path:
    """The path, spelt as the paths of problems are.

    Raises:
        Trouble: there is nothing at it, or it lies elsewhere.
    """
    spelt = spelt_out(path)
    if not os.path.lexists(spelt):
        raise Trouble(f"Nie ma takiego pliku ani folderu: {path}")
    if not (spelt.is_relative_to(folder) or folder.is_relative_to(spelt)):
        raise Trouble(f"Ta ścieżka nie należy do folderu z praktykami ({folder}): {path}")
    return spelt


def spelt_out(path: Path) -> Path:
    """The path from the root, no link followed: one that is a link is a problem to be told, wherever it leads."""
    return Path(os.path.normpath(path.absolute()))


def is_wanted(path: Path, wanted: Sequence[Path]) -> bool:
    return not wanted or any(path.is_relative_to(each) for each in wanted)


if __name__ == "__main__":
    run(main)
