"""What commands read of a catalogue: what is not in order stops them, told as the check tells it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.environment import ROOT, CommandError, ContentsError

if TYPE_CHECKING:
    from goodpractices.catalogue import Catalogue, Identity, Practice


@contextmanager
def told_if_invalid() -> Iterator[None]:
    """Stop the command if something that is read within is not in order.

    Raises:
        ContentsError: something is not; it says every problem.
    """
    from goodpractices.catalogue import InvalidCatalogue
    from goodpractices.editing import report
    from goodpractices.wording import Translations

    try:
        yield
    except InvalidCatalogue as invalid:
        raise ContentsError(report(invalid.problems, Translations.load("pl"))) from invalid


def catalogue_in(folder: Path) -> Catalogue:
    """What a folder of practices holds.

    Raises:
        ContentsError: it is not in order.
    """
    from goodpractices.catalogue import load_catalogue

    with told_if_invalid():
        return load_catalogue(folder)


def identified_catalogue(folder: Path) -> tuple[Catalogue, Identity]:
    """The practices, without persons whose consent has ended, and whose catalogue it is.

    Raises:
        ContentsError: something is not in order.
    """
    from goodpractices.catalogue import load_identity, publication_day, without_ended_consents

    catalogue, _ = without_ended_consents(catalogue_in(folder), publication_day(None))
    with told_if_invalid():
        return catalogue, load_identity(ROOT / "docs" / "katalog.yml")


def practice_called(practice_id: str, catalogue: Catalogue, folder: Path) -> Practice:
    """A practice of a catalogue.

    Raises:
        CommandError: there is none of this id in the folder.
    """
    if practice_id not in catalogue.practices:
        raise CommandError(f"Nie ma praktyki „{practice_id}”. Podaj nazwę jej folderu w {folder}.")
    return catalogue.practices[practice_id]
