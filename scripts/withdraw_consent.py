"""Takes out of an entry what somebody has withdrawn the consent for: a person of a contact, or a picture."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.catalogues import catalogue_in, practice_called
from _shared.environment import enter, run
from validate import practices_folder

if TYPE_CHECKING:
    from goodpractices.catalogue import Contact, Location, Picture
    from goodpractices.wording import Translations


def main() -> int:
    """Take it out; 1 when there is nothing to take out, or it was not said which of several consents is meant."""
    options = read_arguments(sys.argv[1:])
    enter()
    return withdraw(options.id, options.number, practices_folder())


def read_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Usuwa z opisu praktyki dane osoby, która wycofała zgodę, albo zdjęcie.", allow_abbrev=False
    )
    parser.add_argument("id", metavar="PRAKTYKA", help="nazwa folderu praktyki")
    several = "która zgoda, gdy jest ich kilka; bez numeru polecenie je wymienia"
    parser.add_argument("number", metavar="NUMER", nargs="?", type=int, help=several)
    return parser.parse_args(arguments)


def withdraw(practice_id: str, number: int | None, folder: Path) -> int:
    """Rewrite the entry, and say what is left to do.

    Raises:
        CommandError: there is no such practice, or the entry is not in order.
    """
    from goodpractices.catalogue import write_whole
    from goodpractices.editing import with_consent, withdrawn
    from goodpractices.wording import Translations

    t = Translations.load("pl")
    practice = practice_called(practice_id, catalogue_in(folder), folder)
    found = [*with_consent(practice)]
    if not found:
        print(t("consent.none", id=practice_id))
        return 1
    if (number is None and len(found) > 1) or (number is not None and not 0 < number <= len(found)):
        print("\n".join([t("consent.which", id=practice_id), *listed(found, t)]))
        return 1
    location, _ = found[(number or 1) - 1]
    path = folder / practice_id / "index.md"
    done = withdrawn(path.read_bytes().decode("utf-8-sig"), practice, location)
    write_whole(path, done.text.encode())
    print(t("consent.withdrawn", file=path))
    if done.picture:
        (path.parent / done.picture).unlink()
        print(t("consent.picture_removed", file=path.parent / done.picture))
    if done.mentions:
        print(t("consent.still_mentioned", fields=", ".join(done.mentions)))
    print(t("consent.next"))
    return 0


def listed(found: Sequence[tuple[Location, Contact | Picture]], t: Translations) -> Iterator[str]:
    """The consents with their numbers."""
    from goodpractices.catalogue import Picture, consent_day

    for n, (_, holder) in enumerate(found, 1):
        what = holder.file if isinstance(holder, Picture) else holder.person or holder.email or holder.phone
        until = consent_day(holder)
        yield t("consent.listed", n=n, what=what, until=until.isoformat() if until else t("consent.no_end"))


if __name__ == "__main__":
    run(main)
