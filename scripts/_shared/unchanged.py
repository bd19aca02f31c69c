"""Whether a site stands as the last build left it and nothing that it is made of has changed since.

Seen with nothing but the standard library: most of the time of a build that has nothing to do would go into imports.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from _shared.environment import ROOT, VENV

_SKIPPED = frozenset({"__pycache__", ".git"})


class Stamp:
    """What a build read, and how its site lay on the disk afterwards.

    It is kept where ``CATALOGUE_CACHE`` says, else in the checkout: nobody can propose one that holds, since it depends
    on when each file of the site was written.

    Args:
        target: the folder of the site.
        read: the hash of all that the site is made of; empty where that cannot be told, and then it never holds.
    """

    def __init__(self, target: Path, read: str) -> None:
        self._target = target.resolve()
        self._read = read
        named = os.environ.get("CATALOGUE_CACHE")
        name = hashlib.blake2b(os.fsencode(self._target), digest_size=8).hexdigest()
        self._path = None if named == "" else (Path(named) if named else ROOT / ".cache") / f"unchanged-{name}"

    def holds(self) -> bool:
        """Whether all that is read, and the site, are as they were when the stamp was set."""
        with contextlib.suppress(OSError, UnicodeDecodeError):
            if self._path and self._read:
                return self._path.read_text(encoding="ascii") == self._text()
        return False

    def set(self) -> None:
        """Note the site that was made of what the stamp was made of; without the right to write nothing is noted."""
        if self._path:
            with contextlib.suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.write_text(self._text(), encoding="ascii")

    def _text(self) -> str:
        whole = hashlib.blake2b(digest_size=16)
        for path in files_of([self._target]):
            status = os.stat(path)
            whole.update(os.fsencode(path) + f"\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
        return f"{self._read}\n{whole.hexdigest()}\n"


def hash_of(sources: Sequence[Path], settings: Mapping[str, str]) -> str:
    """The hash of files and folders, of settings by name, of Python and packages; empty where a file cannot be read."""
    whole = hashlib.blake2b(digest_size=16)
    for name, value in sorted({**settings, "python": sys.version}.items()):
        whole.update(f"{name}={value}\0".encode())
    for package in sorted(_packages()):
        whole.update(f"{package}\0".encode())
    try:
        for path in files_of(sources):
            with open(path, "rb") as file:
                data = file.read()
            whole.update(os.fsencode(path) + f"\0{len(data)}\0".encode())
            whole.update(data)
    except OSError:
        return ""
    return whole.hexdigest()


def files_of(sources: Sequence[Path]) -> Iterator[str]:
    """Files, and those in folders, in an order that does not change; as text, since paths cost more than reading.

    Raises:
        OSError: one of the sources is not there, or a folder cannot be listed.
    """
    for source in sources:
        if source.is_file():
            yield str(source)
        else:
            yield from sorted(_below(os.fspath(source)))


def _below(folder: str) -> Iterator[str]:
    """The files in a folder and in those below it; links to folders are not followed."""
    waiting = [folder]
    for here in waiting:  # which grows meanwhile
        with os.scandir(here) as entries:
            for entry in entries:
                if not entry.is_dir():
                    yield entry.path
                elif entry.name not in _SKIPPED and not entry.is_symlink():
                    waiting.append(entry.path)


def _packages() -> Iterator[str]:
    """The names and versions of what is installed for the commands."""
    for folder in (*VENV.glob("lib/*/site-packages"), VENV / "Lib" / "site-packages"):
        with contextlib.suppress(FileNotFoundError):
            yield from (name for name in os.listdir(folder) if name.endswith(".dist-info"))
