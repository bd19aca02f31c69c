"""What the commands that make new entries share: what entries are checked against, and how faults are reported."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.catalogues import told_if_invalid
from _shared.environment import CommandError

if TYPE_CHECKING:
    from goodpractices.catalogue import ReferenceData
    from goodpractices.editing import Fault
    from goodpractices.wording import Translations


def reference_data_of(folder: Path) -> ReferenceData:
    """What new entries of a folder are checked against.

    Raises:
        CommandError: there is no such folder, or its vocabularies and registries are not in order.
    """
    from goodpractices.catalogue import load_reference_data

    if not folder.is_dir():
        raise CommandError(f"Nie ma folderu z praktykami: {folder}")
    with told_if_invalid():
        return load_reference_data(folder)


def fault_lines(name: str, faults: Iterable[Fault], t: Translations) -> str:
    """What is wrong with a file, a line each: the file, the place in it, the way out."""
    from goodpractices.editing import printable

    return "\n".join(
        printable(f"{name}: {f'{fault.place}: ' if fault.place else ''}{t(fault.key, **fault.params)}")
        for fault in faults
    )
