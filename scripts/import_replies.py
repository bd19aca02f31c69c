"""Makes drafts of entries of the replies to letters: text of an e-mail, a document, a file of the form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.catalogues import identified_catalogue
from _shared.days import day
from _shared.environment import ROOT, CommandError, enter, run
from _shared.submissions import fault_lines, reference_data_of
from validate import practices_folder

if TYPE_CHECKING:
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
        CommandError: two replies are about one practice, or its draft is there already.
    """
    from goodpractices.catalogue import write_whole
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    made, messages = read(options, folder, t)
    if messages:
        print("\n".join([*messages, t("problems.stopped")]), file=sys.stderr)
        return 1
    if taken := [name for name in made if (options.into / name).exists() and not options.dry_run]:
        raise CommandError(f"Szkic {options.into / taken[0]} już jest. Dokończ go albo podaj inny folder w --into.")
    problems = [line for each in made.values() for line in problems_of(each, folder, t)]
    for name, each in made.items():
        path = options.into / name / "index.md"
        if not options.dry_run:
            path.parent.mkdir(parents=True)
            write_whole(path, each.text.encode())
        tell(each, path, t)
    if problems:
        print("\n".join([t("import.faulty"), *problems]), file=sys.stderr)
    print(t("import.dry_run") if options.dry_run else t("reply_import.next", folder=folder))
    return 1 if problems else 0


def read(
    options: argparse.Namespace, folder: Path, t: Translations
) -> tuple[Mapping[str, inquiries.Replied], list[str]]:
    """The drafts by the practices they are about, and what is wrong with files.

    Raises:
        CommandError: a file is not there, or two are about one practice.
    """
    from goodpractices.editing import UnusableSubmission, inquiries, read_within_limits

    catalogue, identity = identified_catalogue(folder)
    desk = inquiries.Desk(folder, catalogue, reference_data_of(folder), identity, options.day)
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


def problems_of(made: inquiries.Replied, folder: Path, t: Translations) -> list[str]:
    """What is wrong with a draft, a line each."""
    from tempfile import TemporaryDirectory

    from goodpractices.catalogue import check_entries
    from goodpractices.editing import problem_line

    with TemporaryDirectory() as aside:
        path = Path(aside) / "szkice" / made.id / "index.md"
        path.parent.mkdir(parents=True)
        path.write_bytes(made.text.encode())
        _, problems = check_entries(path.parents[1], reference_data_of(folder))
    return [problem_line(each, t) for each in problems]


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
