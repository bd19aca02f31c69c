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
    """What a build reads, as it is when the stamp is made, and how the site lies on the disk afterwards.

    Args:
        target: the folder of the site.
        sources: the files and folders that it is made of, the code among them.
        settings: what else decides what is built, by name.
    """

    def __init__(self, target: Path, sources: Sequence[Path], settings: Mapping[str, str]) -> None:
        self._target = target.resolve()
        name = hashlib.blake2b(os.fsencode(self._target), digest_size=8).hexdigest()
        self._path = ROOT / ".cache" / f"unchanged-{name}"
        self._read = read_from(sources, settings)

    def holds(self) -> bool:
        """Whether all that is read, and the site, are as they were when the stamp was set."""
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return bool(self._read) and self._path.read_text(encoding="ascii") == self._text()
        return False

    def set(self) -> None:
        """Note the site that was made of what the stamp was made of; without the right to write nothing is noted."""
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(exist_ok=True)
            self._path.write_text(self._text(), encoding="ascii")

    def _text(self) -> str:
        whole = hashlib.blake2b(digest_size=16)
        for path in files_of([self._target]):
            status = path.stat()
            whole.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
        return f"{self._read}\n{whole.hexdigest()}\n"


def read_from(sources: Sequence[Path], settings: Mapping[str, str]) -> str:
    """The hash of sources, settings, Python and packages; empty where one of the sources cannot be read."""
    whole = hashlib.blake2b(digest_size=16)
    for name, value in sorted({**settings, "python": sys.version}.items()):
        whole.update(f"{name}={value}\0".encode())
    for package in sorted(path.name for path in VENV.glob("**/site-packages/*.dist-info")):
        whole.update(f"{package}\0".encode())
    try:
        for path in files_of(sources):
            data = path.read_bytes()
            whole.update(f"{path}\0{len(data)}\0".encode())
            whole.update(data)
    except OSError:
        return ""
    return whole.hexdigest()


def files_of(sources: Sequence[Path]) -> Iterator[Path]:
    """Files, and those in folders, in an order that does not change.

    Raises:
        OSError: one of the sources is not there.
    """
    for source in sources:
        if source.is_file():
            yield source
            continue
        os.scandir(source).close()  # os.walk says nothing of a folder that is not there
        for parent, folders, names in os.walk(source):
            folders[:] = sorted(set(folders) - _SKIPPED)
            yield from (Path(parent, name) for name in sorted(names))
