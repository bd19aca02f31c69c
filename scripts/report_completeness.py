"""Tells how many entries say what a reader decides by: money, effects, evaluation, obstacles, contact and the rest."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from _shared.clicking import invoked
from _shared.environment import ROOT, CommandError, enter, run
from _shared.revisions import commit_named, unpack

PRACTICES = "practices"
HELP = (
    "Liczy opublikowane opisy, które mówią to, po czym czytelnik decyduje: koszt, skutki, ocenę innych, trudności, "
    "warunki powtórzenia, przejęcia, kontakt, daty, zdjęcia. Bez folderu liczy opisy katalogu."
)


def main() -> int:
    """Print the table; 1 when one of the states is not in order."""
    enter()
    import click  # only the environment entered above has it

    @click.command(help=HELP)
    @click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
    @click.option("--before", metavar="WERSJA", help="obok także ta wersja repozytorium, na przykład HEAD~20")
    @click.option("--missing", is_flag=True, help="także identyfikatory opisów, którym czegoś brakuje")
    @click.pass_context
    def report(context: click.Context, /, folder: Path | None, before: str | None, missing: bool) -> None:
        text, code = reported(folder or ROOT / PRACTICES, before, missing=missing)
        click.echo(text, nl=False, err=bool(code))
        context.exit(code)

    return invoked(report)


def reported(folder: Path, before: str | None, *, missing: bool) -> tuple[str, int]:
    """What to print and the exit code.

    Raises:
        CommandError: there is no such revision, or it had no practices.
    """
    from goodpractices.catalogue import InvalidCatalogue, load_catalogue
    from goodpractices.editing import coverage_table, missing_lines
    from goodpractices.editing import report as problems
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    with ExitStack() as stack:
        folders = [(before, _unpacked(before, stack))] if before else []
        states = []
        for name, each in (*folders, (t("coverage.now"), folder)):
            try:
                states.append((name, load_catalogue(each)))
            except InvalidCatalogue as invalid:
                return f"{name}:\n{problems(invalid.problems, t)}\n", 1
    table = coverage_table(states, t)
    return (f"{table}\n{missing_lines(states[-1][1], t)}" if missing else table), 0


def _unpacked(name: str, stack: ExitStack) -> Path:
    commit = commit_named(name)
    if commit is None:
        raise CommandError(f"Nie ma takiej wersji: {name}")
    folder = Path(stack.enter_context(TemporaryDirectory()))
    unpack(commit, PRACTICES, folder)
    return folder / PRACTICES


if __name__ == "__main__":
    run(main)
