"""Writes letters to those who run practices: one page, at most five questions, and a form that is filled in already."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.catalogues import identified_catalogue, practice_called
from _shared.days import day
from _shared.environment import CommandError, enter, run
from validate import practices_folder

if TYPE_CHECKING:
    from goodpractices.catalogue import Catalogue, Identity, Practice
    from goodpractices.editing import inquiries

# So long an office has time to answer, unless told.
_DAYS = 30


def main() -> int:
    """Write the letters, all or none; 1 when one of them is there already or a practice cannot be asked about."""
    options = read_arguments(sys.argv[1:])
    enter("import")
    return ask(options, practices_folder())


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Pisze listy do instytucji, które prowadzą praktyki: list na jedną stronę (list.docx, e-mail.txt)"
        " i formularz wypełniony tym, co wie katalog (formularz.docx, opis.md). Niczego nie wysyła.",
        allow_abbrev=False,
    )
    parser.add_argument("ids", metavar="PRAKTYKA", nargs="*", help="nazwa folderu praktyki")
    parser.add_argument("--all", action="store_true", help="wszystkie opublikowane praktyki")
    parser.add_argument("--to", metavar="FOLDER", type=Path, required=True, help="dokąd; każda praktyka ma tam folder")
    parser.add_argument("--until", metavar="DZIEŃ", type=day, help=f"do kiedy czekamy (domyślnie {_DAYS} dni od listu)")
    asked = "zapisuje w opisach, że tego dnia zapytano (domyślnie dziś); dopiero gdy listy wysłano"
    parser.add_argument("--asked", metavar="DZIEŃ", type=day, nargs="?", const=date.today(), help=asked)
    options = parser.parse_args(arguments)
    if bool(options.ids) == options.all:
        parser.error("Podaj nazwy praktyk albo --all.")
    today = date.today()
    if options.asked and options.asked > today:
        parser.error("Dzień w --asked jeszcze nie nadszedł. Podaj dzień, którego wysłano listy.")
    if options.until and options.until < (options.asked or today):
        parser.error("Dzień w --until już minął. Podaj taki, do którego zdążą odpisać.")
    return options


def ask(options: argparse.Namespace, folder: Path) -> int:
    """Write the letters, note the day if told, and say what was done.

    Raises:
        CommandError: an entry is not in order, there is no such practice, or a letter is there already.
    """
    from goodpractices.catalogue import in_language, write_whole
    from goodpractices.editing import inquiries
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    catalogue, identity = identified_catalogue(folder)
    practices = chosen(catalogue, options.ids, folder)
    day = options.asked or date.today()
    told = cache(partial(in_language, catalogue))
    made = {each.id: files_of(each, told, identity, day, options.until) for each in practices}
    refuse_overwriting(options.to, made)
    for name, (_, files) in made.items():
        (options.to / name).mkdir(parents=True)
        for file, data in files.items():
            write_whole(options.to / name / file, data)
    for practice in practices if options.asked else ():
        path = folder / practice.id / "index.md"
        about = [each.topic for each in made[practice.id][0].questions]
        text = path.read_bytes().decode("utf-8-sig")
        write_whole(path, inquiries.with_asked(text, options.asked, about).encode())
    for practice in practices:
        print(t("letter.written", folder=options.to / practice.id, n=len(made[practice.id][0].questions)))
    lacking = [t(f"letter.no_{name}") for name in ("owner", "contact") if not getattr(identity, name)]
    print("\n".join([*lacking, t("letter.next_asked" if options.asked else "letter.next")]))
    return 0


def chosen(catalogue: Catalogue, ids: Sequence[str], folder: Path) -> list[Practice]:
    """The practices to ask about, each once; without ids all that readers see.

    Raises:
        CommandError: one of them is not there.
    """
    return [practice_called(each, catalogue, folder) for each in dict.fromkeys(ids)] or [*catalogue.published]


def files_of(
    practice: Practice, told: Callable[[str], Catalogue], identity: Identity, day: date, until: date | None
) -> tuple[inquiries.Letter, Mapping[str, bytes]]:
    """The letter about a practice, and the files for it by name; ``told`` gives the catalogue in a language."""
    from goodpractices.editing import inquiries
    from goodpractices.wording import ORIGINAL

    language = inquiries.letter_language(practice, told(ORIGINAL))
    catalogue = told(language)
    page, form = inquiries.addresses_of(practice, identity, language)
    asking = inquiries.Asking(identity, day, until or day + timedelta(days=_DAYS), page, form)
    letter = inquiries.letter_to(catalogue.practices[practice.id], catalogue, asking)
    files = {
        "list.docx": inquiries.letter_document(letter),
        "formularz.docx": inquiries.form_document(letter),
        "opis.md": inquiries.form_file(practice),
        "e-mail.txt": letter.text.encode(),
    }
    return letter, files


def refuse_overwriting(to: Path, names: Iterable[str]) -> None:
    """Stop before anything is written over.

    Raises:
        CommandError: the folder of a letter is there already.
    """
    if taken := [name for name in names if (to / name).exists()]:
        raise CommandError(f"Folder {to / taken[0]} już jest. Podaj inny w --to albo usuń tamten.")


if __name__ == "__main__":
    run(main)
