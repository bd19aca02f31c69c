"""What a revision of the repository holds, read from its trees: nothing a change brings along can leave a file out.

An archive of git obeys ``.gitattributes``, which whoever proposes a change may write.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from .environment import ROOT, CommandError

_SYMLINK = "120000"
# Objects that others stand for are read as they are, whatever the repository says.
_ENVIRONMENT = {"GIT_NO_REPLACE_OBJECTS": "1"}


def commit_named(name: str, repository: Path = ROOT) -> str | None:
    """The commit a name stands for, so that no name is taken for an option later; ``None`` if it stands for none."""
    try:
        asked = _git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except (OSError, ValueError):  # there is no git, or the name holds a zero
        return None
    return asked.stdout.decode().strip() if asked.returncode == 0 else None


def unpack(commit: str, path: str, folder: Path, repository: Path = ROOT) -> None:
    """Write the files below a path as they were in a commit.

    A symbolic link becomes one that leads nowhere, to be told of when the files are read; it is never followed.

    Raises:
        CommandError: the commit has nothing there, or a file whose name leads elsewhere.
    """
    files = list(_files(commit, path, repository))
    if not files:
        raise CommandError(f"W wersji {commit[:12]} nie ma folderu {path}.")
    for (mode, _, name), data in zip(files, _contents([each for _, each, _ in files], repository), strict=True):
        target = folder / _safe(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        if mode == _SYMLINK:
            target.symlink_to("odnosnik-donikad")
        else:
            target.write_bytes(data)


def _files(commit: str, path: str, repository: Path) -> Iterator[tuple[str, str, str]]:
    """Mode, object and name of each file below a path."""
    listed = _git(repository, "ls-tree", "-r", "-z", "--full-tree", commit, "--", path)
    for line in filter(None, listed.stdout.split(b"\0")):
        described, _, name = line.partition(b"\t")
        mode, kind, each = described.decode().split()
        if kind == "blob":
            yield mode, each, os.fsdecode(name)


def _safe(name: str) -> PurePosixPath:
    parts = name.split("/")
    if any(part in ("", ".", "..") or "\\" in part or ":" in part for part in parts):
        raise CommandError(f"Nazwa pliku prowadzi poza folder: {name!r}")
    return PurePosixPath(name)


def _contents(objects: list[str], repository: Path) -> Iterator[bytes]:
    command = ["git", "cat-file", "--batch"]
    with subprocess.Popen(
        command, cwd=repository, env=os.environ | _ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as reading:
        asked, answered = reading.stdin, reading.stdout
        if asked is None or answered is None:
            raise CommandError("git cat-file")
        for each in objects:
            asked.write(f"{each}\n".encode())
            asked.flush()
            size = int(answered.readline().split()[-1])
            yield answered.read(size + 1)[:size]
        asked.close()


def _git(repository: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *arguments], cwd=repository, env=os.environ | _ENVIRONMENT, capture_output=True)
