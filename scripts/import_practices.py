"""Makes drafts of entries of what people filled in: issues, documents, spreadsheets, folders of entries.

With ``--map`` it takes over a whole collection that was made for another purpose; see ``_shared/whole_collections.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from _shared.clicking import invoked
from _shared.conversing import prompt
from _shared.environment import ROOT, CommandError, enter, run
from _shared.submissions import fault_lines, reference_data_of
from _shared.whole_collections import Options, import_collection
from new_practice import shown, tell_doubts, tell_understood
from validate import practices_folder

if TYPE_CHECKING:
    from goodpractices.catalogue import Problem, ReferenceData
    from goodpractices.editing import Deciding, Imported
    from goodpractices.wording import Translations

# Where drafts go that are not in order yet; beside the drafts of new_practice.py.
UNFINISHED = ROOT / "szkice"
# So much of an answer is repeated in a message.
_MOST_WORDS = 120


@dataclass(frozen=True)
class Made:
    """A draft and the file it was made of."""

    path: Path
    entry: Imported


def main() -> int:
    """Write the drafts, all or none; 1 when a file cannot be used or a draft is not in order."""
    enter("import")
    import click  # only the environment entered above has it

    @click.command(
        help="Robi szkice praktyk ze zgłoszeń: z treści zgłoszenia albo listu (.md, .txt), z dokumentu (.docx, .odt),"
        " z arkusza (.xlsx, .ods, .csv, .tsv) albo z folderu opisów. Niczego nie gubi: czego nie da się przenieść na"
        " pewno, zostawia słowo w słowo jako pytanie w szkicu. Z mapą (--map) przejmuje cały cudzy zbiór: tabelę, JSON"
        " albo praktyki.json innego katalogu."
    )
    @click.argument("paths", metavar="PLIK...", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--dry-run", is_flag=True, help="tylko pokazuje, co by powstało")
    @click.option("--ask", "may_ask", is_flag=True, help="pyta o nieznane miejsca, organizacje i hasła, o każde raz")
    @click.option("--into", type=click.Path(path_type=Path), help="folder na szkice, także te z błędami")
    @click.option("--id", "practice_id", default="", help="nazwa folderu praktyki, gdy w pliku jest jedna")
    @click.option("--map", "map_path", type=click.Path(path_type=Path), help="mapa zbioru: jedno źródło, bez zapisu")
    @click.option("--propose", is_flag=True, help="z --map: zapisuje pierwszą mapę do dokończenia")
    @click.option("--report", type=click.Path(path_type=Path), help="z --map: raport do pliku Markdown")
    @click.option("--write", "to_write", is_flag=True, help="z --map: zapisuje opisy, wszystkie albo żadnego")
    @click.pass_context
    def import_practices(
        context: click.Context,
        paths: tuple[Path, ...],
        dry_run: bool,
        may_ask: bool,
        into: Path | None,
        practice_id: str,
        map_path: Path | None,
        propose: bool,
        report: Path | None,
        to_write: bool,
    ) -> None:
        if map_path:
            if len(paths) > 1 or into or may_ask or practice_id or (dry_run and to_write):
                raise click.UsageError("Z opcją --map podaj jedno źródło, bez --into, --ask i --id.")
            options = Options(map_path, propose, report, to_write)
            context.exit(import_collection(paths[0], options, practices_folder()))
        if propose or report or to_write:
            raise click.UsageError("Opcje --propose, --report i --write działają z --map.")
        context.exit(import_all(paths, into, practice_id, dry_run=dry_run, may_ask=may_ask))

    return invoked(import_practices)


def import_all(
    paths: Sequence[Path], into: Path | None, practice_id: str, *, dry_run: bool, may_ask: bool = False
) -> int:
    """Read every file, then show or write what they make."""
    import click

    from goodpractices.wording import Translations

    t = Translations.load("pl")
    folder = practices_folder()
    reference = reference_data_of(folder)
    deciding = asking(reference, t) if may_ask else None
    made, messages = read(paths, reference, practice_id, t, deciding)
    if messages:
        click.echo("\n".join([*messages, t("problems.stopped")]), err=True)
        return 1
    if dry_run:
        show(made)
        return check(made, reference, t)
    return write(made, into, folder, reference, t)


def asking(reference: ReferenceData, t: Translations) -> Deciding:
    """What asks the person at the terminal about names that the registries and vocabularies lack."""
    import click

    from goodpractices.editing import Adding, Deciding, Drafter, printable

    return Deciding(Adding(Drafter(reference, t), prompt, lambda words: click.echo(printable(words))))


def read(
    paths: Sequence[Path],
    reference: ReferenceData,
    practice_id: str,
    t: Translations,
    deciding: Deciding | None = None,
) -> tuple[dict[str, Made], list[str]]:
    """The drafts by their ids, and what is wrong with files.

    Raises:
        CommandError: one of them is not there, or several are to have one id.
    """
    from goodpractices.editing import Fault, UnusableSubmission, imported, read_within_limits

    if practice_id and len(paths) > 1:
        raise CommandError("Opcja --id jest dla jednego pliku.")
    made: dict[str, Made] = {}
    messages: list[str] = []
    for path in paths:
        if not (path.exists() or path.is_symlink()):
            raise CommandError(f"Nie ma takiego pliku ani folderu: {path}")
        known = replace(reference, practice_ids=reference.practice_ids | made.keys())
        try:
            drafts = imported(
                path,
                known,
                t,
                created=date.today(),
                practice_id=practice_id,
                reader=read_within_limits,
                deciding=deciding,
            )
            for each in drafts:
                if each.id in made:
                    raise UnusableSubmission([Fault("submission.taken", each.place, {"id": each.id, "folder": path})])
                made[each.id] = Made(path, each)
        except UnusableSubmission as unusable:
            messages.append(fault_lines(path.name, unusable.faults, t))
    return made, messages


def show(made: Mapping[str, Made]) -> None:
    """The drafts as they would be written, without what a terminal would carry out."""
    import click

    from goodpractices.editing import printable

    for name, each in made.items():
        click.echo(f"── {name}/index.md ──")
        click.echo("\n".join(map(printable, each.entry.files["index.md"].decode().split("\n"))))


def check(made: Mapping[str, Made], reference: ReferenceData, t: Translations) -> int:
    """Say what the real run would say, without writing anything; its exit code."""
    import click

    from goodpractices.editing import write_entries

    with TemporaryDirectory() as aside:
        problems = write_entries(Path(aside) / "practices", files_of(made), reference)
    click.echo(
        "\n".join([*(problem_of(problem, made, t) for problem in problems), t("import.dry_run")]), err=bool(problems)
    )
    return 1 if problems else 0


def files_of(made: Mapping[str, Made]) -> dict[str, Mapping[str, bytes]]:
    """The files of each draft by its id."""
    return {name: each.entry.files for name, each in made.items()}


def write(made: Mapping[str, Made], into: Path | None, folder: Path, reference: ReferenceData, t: Translations) -> int:
    """Write the drafts and say what is left to do; into the catalogue only if all of them are in order."""
    import click

    from goodpractices.editing import UnusableSubmission, write_entries

    files = files_of(made)
    try:
        problems = write_entries(into or folder, files, reference, even_faulty=into is not None)
    except UnusableSubmission as unusable:
        click.echo(fault_lines("practices", unusable.faults, t), err=True)
        return 1
    messages = [problem_of(problem, made, t) for problem in problems]
    if problems and into is None:
        click.echo("\n".join([*messages, keep(made, reference, t)]), err=True)
        return 1
    for name, each in made.items():
        click.echo(t("new.written", file=shown((into or folder).absolute() / name / "index.md")))
        tell_understood(each.entry.understood, t)
        tell_doubts(each.entry.doubts, t)
    if problems:
        click.echo("\n".join([t("import.faulty"), *messages]), err=True)
        return 1
    click.echo(t("new.next_steps", folder=shown(folder)))
    return 0


def keep(made: Mapping[str, Made], reference: ReferenceData, t: Translations) -> str:
    """Keep drafts that are not in order, and say where; those kept before are left as they are."""
    from goodpractices.editing import UnusableSubmission, write_entries

    try:
        write_entries(UNFINISHED, files_of(made), reference, even_faulty=True)
    except UnusableSubmission:
        return t("import.nothing_written")
    return t("import.kept", folder=shown(UNFINISHED), ids=", ".join(made))


def problem_of(problem: Problem, made: Mapping[str, Made], t: Translations) -> str:
    """One problem of a draft: its place in the file, what is wrong, what stood there and what it was taken for."""
    from goodpractices.editing import printable, problem_text

    name = problem.path.split("/")[1] if "/" in problem.path else next(iter(made))
    each = made[name]
    place = each.entry.place_of(problem)
    text = " ".join(each.entry.misunderstood(problem)) or problem_text(problem, t) + answered(each.entry, problem, t)
    return printable(f"{each.path.name}: {f'{place}: ' if place else ''}{text}")


def answered(entry: Imported, problem: Problem, t: Translations) -> str:
    """What stood in the file where a problem is, and the question it was taken for."""
    found = entry.answer_to(problem)
    if found is None:
        return ""
    question, words = found
    short = " ".join(words.split())
    short = short if len(short) <= _MOST_WORDS else short[:_MOST_WORDS].rstrip() + "…"
    return " " + t("import.answered", words=short, label=question.label(t))


if __name__ == "__main__":
    run(main)
