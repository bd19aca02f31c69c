"""New entries on disk: checked aside first, then put in place all at once, and nothing that is there is touched."""

import errno
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from ...catalogue import Problem, ReferenceData, check_entries, is_slug
from .submission import Fault, UnusableSubmission

Files = Mapping[str, bytes]
"""The files of one entry by name."""


def write_entries(
    folder: Path,
    entries: Mapping[str, Files],
    reference: ReferenceData,
    *,
    even_faulty: bool = False,
    is_checked: bool = False,
) -> list[Problem]:
    """Write new entries, if nothing is wrong with any of them or ``even_faulty``; what is wrong is returned.

    Args:
        folder: where their folders go; made if need be.
        entries: the files of each by its id.
        reference: what they are checked against.
        even_faulty: write them whatever is wrong.
        is_checked: nothing is wrong with them, as somebody has found already.

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
    with TemporaryDirectory(dir=folder, prefix=".nowe-") as unfinished:
        staged = Path(unfinished) / folder.name
        staged.mkdir()
        for name, files in entries.items():
            (staged / name).mkdir()
            for file, data in files.items():
                (staged / name / file).write_bytes(data)
        problems = [] if is_checked else check_entries(staged, reference)[1]
        if not problems or even_faulty:
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
