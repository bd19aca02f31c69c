"""Tells what changed in the practices between two revisions of the repository, or between two folders of practices."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from _shared.clicking import invoked
from _shared.environment import CommandError, enter, run
from _shared.revisions import commit_named, unpack

if TYPE_CHECKING:
    from goodpractices.catalogue import Catalogue
    from goodpractices.wording import Translations

FORMS = ("text", "markdown")
PRACTICES = "practices"
HELP = (
    "Wypisuje, co zmieniło się w praktykach między dwiema wersjami albo dwoma folderami. "
    "Folder, który nazywa się jak wersja, podaj ze ścieżką: ./HEAD."
)


def main() -> int:
    """Print the summary; 1 when one of the two states is not in order."""
    enter()
    import click  # only the environment entered above has it

    @click.command(help=HELP)
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
    """What to print and the exit code.

    Raises:
        CommandError: one of the two is neither a revision nor a folder.
    """
    from goodpractices.catalogue import InvalidCatalogue, load_catalogue
    from goodpractices.editing import report
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    with ExitStack() as stack:
        folders = [folder_of(name, stack) for name in (old, new)]
        catalogues = []
        for name, folder in zip((old, new), folders, strict=True):
            try:
                catalogues.append(load_catalogue(folder))
            except InvalidCatalogue as invalid:
                return f"{name}:\n{report(invalid.problems, t)}\n", 1
        return told(catalogues, folders, form, t), 0


def told(catalogues: list[Catalogue], folders: list[Path], form: str, t: Translations) -> str:
    """The changes of values, then the files that changed beside those."""
    from goodpractices.editing import as_markdown, as_text, changed_files, changes, files_as_markdown, files_as_text

    found = changes(*catalogues)
    told_of = {f"{change.practice}/" for change in found}
    files = [each for each in changed_files(*folders) if not is_told_of(each.name, told_of)]
    if form == "markdown":
        return as_markdown(found, t) + files_as_markdown(files, t)
    return as_text(found, t) + files_as_text(files, t)


def is_told_of(file: str, practices: set[str]) -> bool:
    """Whether a file is the text of a practice whose changed values are listed."""
    folder, _, name = file.rpartition("/")
    return f"{folder}/" in practices and name.startswith("index.")


def folder_of(name: str, stack: ExitStack) -> Path:
    """The folder of practices that a name stands for: that of a revision first, since a change may bring folders along.

    Raises:
        CommandError: there is neither such a revision nor such a folder.
    """
    commit = commit_named(name)
    if commit is None:
        if Path(name).is_dir():
            return Path(name).absolute()
        raise CommandError(f"Nie ma takiego folderu ani wersji: {name}")
    folder = Path(stack.enter_context(TemporaryDirectory()))
    unpack(commit, PRACTICES, folder)
    return folder / PRACTICES


if __name__ == "__main__":
    run(main)
