"""Makes drafts of entries of the replies to letters: text of an e-mail, a document, a file of the form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from _shared.catalogues import identified_catalogue
from _shared.days import day
from _shared.environment import ROOT, CommandError, enter, run
from _shared.submissions import fault_lines
from validate import practices_folder, spelt_out

if TYPE_CHECKING:
    from goodpractices.catalogue import Problem, ReferenceData
    from goodpractices.editing import inquiries
    from goodpractices.wording import Translations

# Beside the drafts of the other commands, which are not in the catalogue either.
DRAFTS = ROOT / "szkice"


def main() -> int:
    """Write the drafts, all or none; 1 when a reply cannot be used or a draft is not in order."""
    options = read_arguments(sys.argv[1:])
    enter("import")
    return import_replies(options, practices_folder())


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Robi szkice opisów z odpowiedzi na listy: z treści e-maila (.txt), z wypełnionego formularza albo"
        " listu (.docx, .odt), z pliku formularza na stronie (.json, .md). Opisów w katalogu nie zmienia.",
        allow_abbrev=False,
    )
    parser.add_argument("paths", metavar="PLIK", nargs="+", type=Path)
    parser.add_argument("--id", dest="practice_id", default="", help="praktyka, gdy odpowiedź nie mówi, której dotyczy")
    parser.add_argument("--by", default="", help="kto odpowiedział: funkcja albo wydział, bez nazwiska")
    parser.add_argument("--on", dest="day", type=day, default=date.today(), help="dzień odpowiedzi (domyślnie dziś)")
    parser.add_argument("--into", type=Path, default=DRAFTS, help="folder na szkice (domyślnie szkice/)")
    parser.add_argument("--dry-run", action="store_true", help="tylko mówi, co by powstało")
    return parser.parse_args(arguments)


def import_replies(options: argparse.Namespace, folder: Path) -> int:
    """Read every reply, write the drafts unless told otherwise, and say what came of each.

    Raises:
        CommandError: the catalogue is not in order, two replies are about one practice, or its draft is there already.
    """
    from goodpractices.catalogue import ReferenceData
    from goodpractices.editing import inquiries, problem_line
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    catalogue, identity = identified_catalogue(folder)
    reference = ReferenceData(catalogue, frozenset(catalogue.practices))
    made, messages = read(options, inquiries.Desk(folder, catalogue, reference, identity, options.day), t)
    if messages:
        print("\n".join([*messages, t("problems.stopped")]), file=sys.stderr)
        return 1
    problems = (check if options.dry_run else write)(made, options.into, reference)
    for name, each in made.items():
        tell(each, options.into / name / "index.md", t)
    if problems:
        print("\n".join([t("import.faulty"), *(problem_line(each, t) for each in problems)]), file=sys.stderr)
    print(t("import.dry_run") if options.dry_run else t("reply_import.next", folder=folder))
    return 1 if problems else 0


def read(
    options: argparse.Namespace, desk: inquiries.Desk, t: Translations
) -> tuple[Mapping[str, inquiries.Replied], list[str]]:
    """The drafts by the practices they are about, and what is wrong with files.

    Raises:
        CommandError: a file is not there, or two are about one practice.
    """
    from goodpractices.editing import UnusableSubmission, inquiries, read_within_limits

    reader = partial(read_within_limits, read=inquiries.read_plain)
    made: dict[str, inquiries.Replied] = {}
    messages: list[str] = []
    for path in options.paths:
        if not path.exists():
            raise CommandError(f"Nie ma takiego pliku: {path}")
        try:
            each = inquiries.replied(path, desk, practice_id=options.practice_id, by=options.by, reader=reader)
        except UnusableSubmission as unusable:
            messages.append(fault_lines(path.name, unusable.faults, t))
            continue
        if each.id in made:
            raise CommandError(f"Dwie odpowiedzi dotyczą praktyki „{each.id}”. Zaimportuj je jedna po drugiej.")
        made[each.id] = each
    return made, messages


def check(made: Mapping[str, inquiries.Replied], into: Path, reference: ReferenceData) -> list[Problem]:
    """What is wrong with the drafts, found without writing them."""
    from goodpractices.editing import write_entries

    with TemporaryDirectory() as aside:
        return write_entries(Path(aside) / spelt_out(into).name, files_of(made), reference)


def write(made: Mapping[str, inquiries.Replied], into: Path, reference: ReferenceData) -> list[Problem]:
    """Write the drafts, all or none, and find what is wrong with them.

    Raises:
        CommandError: one of them is there already.
    """
    from goodpractices.editing import UnusableSubmission, write_entries

    try:
        return write_entries(spelt_out(into), files_of(made), reference, even_faulty=True)
    except UnusableSubmission as taken:
        draft = into / str(taken.faults[0].params["id"])
        raise CommandError(f"Szkic {draft} już jest. Dokończ go albo podaj inny folder w --into.") from taken


def files_of(made: Mapping[str, inquiries.Replied]) -> dict[str, Mapping[str, bytes]]:
    """The files of each draft by its id."""
    return {name: {"index.md": each.text.encode()} for name, each in made.items()}


def tell(made: inquiries.Replied, path: Path, t: Translations) -> None:
    """What a reply changes, and what it leaves to a person; words of others never carry signs out of a terminal."""
    from goodpractices.editing import printable

    fields = [t.field(name) for name in dict.fromkeys(made.changes.changed) if name not in ("editorial", "sources")]
    print(t("reply_import.made", file=path))
    print(t("reply_import.fields", fields=", ".join(fields)) if fields else t("reply_import.no_fields"))
    if questions := made.changes.questions:
        print(t("import.questions", n=len(questions)))
        print("\n".join(f"  - {printable(each)}" for each in questions))


if __name__ == "__main__":
    run(main)
