"""New entries on disk: checked aside first, then put in place all at once, and nothing that is there is touched."""

import errno
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ...catalogue import Problem, ReferenceData, check_entries, is_slug, write_whole
from ..entry_text import yaml_text
from .submission import Fault, UnusableSubmission

Files = Mapping[str, bytes]
"""The files of one entry by name."""
NewRecords = Mapping[str, Sequence[Mapping[str, Any]]]
"""Records to add, by the registry they go into."""


def write_entries(
    folder: Path,
    entries: Mapping[str, Files],
    reference: ReferenceData,
    *,
    new_records: NewRecords | None = None,
    registry: Path | None = None,
    even_faulty: bool = False,
) -> list[Problem]:
    """Write new entries, if nothing is wrong with any of them or ``even_faulty``; what is wrong is returned.

    Args:
        folder: where their folders go; made if need be.
        entries: the files of each by its id.
        reference: what they are checked against.
        new_records: what to add to the registries with them.
        registry: the folder of the registries, for those.
        even_faulty: write them whatever is wrong.

    Raises:
        UnusableSubmission: a name cannot be an id, or a folder of that name is there already.
        OSError: the system refuses; then nothing was written.
    """
    if bad := [name for name in entries if not is_slug(name)]:
        raise UnusableSubmission(Fault("problem.bad_id", place=name) for name in bad)
    taken = [name for name in entries if os.path.lexists(folder / name)]
    if taken:
        raise UnusableSubmission(Fault("submission.taken", params={"id": name, "folder": folder}) for name in taken)
    folder.mkdir(parents=True, exist_ok=True)
    further = {name: [str(each["id"]) for each in records] for name, records in (new_records or {}).items()}
    with TemporaryDirectory(dir=folder, prefix=".nowe-") as unfinished:
        staged = Path(unfinished) / folder.name
        for name, files in entries.items():
            (staged / name).mkdir(parents=True)
            for file, data in files.items():
                (staged / name / file).write_bytes(data)
        _, problems = check_entries(staged, reference, further)
        if not problems or even_faulty:
            with _added(registry, new_records or {}):
                _move_all(staged, folder, sorted(entries))
    return problems


def _move_all(staged: Path, folder: Path, names: Sequence[str]) -> None:
    moved: list[Path] = []
    try:
        for name in names:
            if os.path.lexists(folder / name):  # a rename would replace an empty folder
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder / name))
            (staged / name).rename(folder / name)
            moved.append(folder / name)
    except OSError:
        for path in moved:
            shutil.rmtree(path)
        raise


@contextmanager
def _added(registry: Path | None, new_records: NewRecords) -> Iterator[None]:
    """The records in their files, unless what is done meanwhile fails."""
    before: dict[Path, bytes] = {}
    try:
        for name, records in new_records.items():
            if registry and records:
                path = registry / f"{name}.yml"
                before[path] = path.read_bytes()
                write_whole(path, with_records(before[path].decode(), records).encode())
        yield
    except BaseException:
        for path, data in before.items():
            write_whole(path, data)
        raise


def with_records(text: str, records: Sequence[Mapping[str, Any]]) -> str:
    """The text of a registry with records at its end, the rest as it was written."""
    ends = "\r\n" if "\r\n" in text else "\n"
    start = "" if text.strip() == "[]" else text.rstrip() + ends
    added = "".join(f"\n{yaml_text([dict(record)])}" for record in records)
    return start + (added if start else added.lstrip()).replace("\n", ends)
