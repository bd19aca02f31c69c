"""Tells what changed in the practices between two revisions of the repository, or between two folders of practices."""

from __future__ import annotations

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from _shared.clicking import invoked
from _shared.environment import ROOT, CommandError, enter, run

if TYPE_CHECKING:
    from goodpractices.catalogue import Catalogue

FORMS = ("text", "markdown")


def main() -> int:
    """Print the summary; 1 when one of the two states is not in order."""
    enter()
    import click  # only the environment entered above has it

    @click.command(help="Wypisuje, co zmieniło się w praktykach między dwiema wersjami albo dwoma folderami.")
    @click.argument("old", metavar="STARE")
    @click.argument("new", metavar="NOWE")
    @click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="postać wyniku")
    @click.pass_context
    def summarise(context: click.Context, /, old: str, new: str, form: str) -> None:
        text, code = summarised(old, new, form)
        click.echo(text, nl=False, err=bool(code))
        context.exit(code)

    return invoked(summarise)


def summarised(old: str, new: str, form: str) -> tuple[str, int]:
    """What to print and the exit code."""
    from goodpractices.catalogue import InvalidCatalogue
    from goodpractices.editing import as_markdown, as_text, changes, report
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    states = []
    for name in (old, new):
        try:
            states.append(state_of(name))
        except InvalidCatalogue as invalid:
            return f"{name}:\n{report(invalid.problems, t)}\n", 1
    found = changes(*states)
    return (as_markdown if form == "markdown" else as_text)(found, t), 0


def state_of(name: str) -> Catalogue:
    """The catalogue in a folder, or in a revision of this repository.

    Raises:
        InvalidCatalogue: something in it is not in order.
        CommandError: there is neither such a folder nor such a revision.
    """
    from goodpractices.catalogue import load_catalogue

    if Path(name).is_dir():
        return load_catalogue(Path(name).absolute())
    with TemporaryDirectory() as folder:
        unpack(revision(name), Path(folder))
        return load_catalogue(Path(folder) / "practices")


def revision(name: str) -> str:
    """The commit a name stands for, so that no name is taken for an option later."""
    asked = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if asked.returncode:
        raise CommandError(f"Nie ma takiego folderu ani wersji: {name}")
    return asked.stdout.decode().strip()


def unpack(commit: str, folder: Path) -> None:
    """The practices as they were in a commit; links are left out of the way, and told when the entries are read."""
    packed = git("archive", "--format=tar", commit, "practices")
    if packed.returncode:
        raise CommandError(f"W wersji {commit[:12]} nie ma folderu practices.")
    with tarfile.open(fileobj=BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")


def git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True)


if __name__ == "__main__":
    run(main)
