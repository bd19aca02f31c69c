"""What was read once need not be read again: values of earlier runs, by the content they follow from.

A value is found only under the hash of the files it was made from, of the code that made it and of the libraries that
code stands on, so an old one can never be wrong. A run keeps what it used and forgets the rest. Files that are broken,
of another generation or not ours count as missing; without a folder to write to everything is computed each time.

Values are pickled, and read back by a reader that makes nothing but our own records, so that a file put in their place
can run nothing: 400 entries take 0.06 s, as JSON through pydantic 0.19 s, of which 0.05 s before any record is made.
"""

import contextlib
import pickle
import platform
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zlib import crc32

import babel
import PIL
import pydantic
import pydantic_core
import yaml

from .. import edtf, model, problems, records, registry
from ..files import Unreadable, read_bytes, write_whole
from ..workers import without_collector

Pair = tuple[Any, Any]
"""What is kept of something: the value itself and what must be looked at before it is used."""

# One changed entry has a sixteenth of all values written again.
_SHARDS = 16
_HASH_LENGTH = sha256().digest_size
_PACKAGE = Path(__file__).resolve().parents[2]
_ROOMS = (_PACKAGE / "catalogue", _PACKAGE / "wording")
_LIBRARIES = (babel, PIL, pydantic, pydantic_core, yaml)

_RECORDS = [
    each
    for module in (edtf, model, problems, records, registry)
    for each in vars(module).values()
    if is_dataclass(each)
]
# The only types that are ever made of what a file says, by module and name.
_KINDS: Mapping[tuple[str, str], type] = {
    (kind.__module__, kind.__qualname__): kind for kind in (date, *_RECORDS) if isinstance(kind, type)
}


@dataclass(frozen=True, slots=True)
class Content:
    """Some files as they were at one moment, and the hash of what they held."""

    name: str
    paths: tuple[tuple[Path, int], ...]
    stamp: str
    digest: str

    @staticmethod
    def of(name: str, paths: Iterable[tuple[Path, int]], stamp: str) -> "Content | None":
        """The content of files, each with the most bytes it may have; ``None`` where one of them cannot be read.

        Args:
            name: what they are the content of.
            paths: the files, in an order that does not change.
            stamp: what else the value depends on.
        """
        paths = tuple(paths)
        whole = sha256(f"{stamp}\0{name}".encode())
        try:
            for path, most in paths:
                data = read_bytes(path, most)
                whole.update(f"\0{path.name}\0{len(data)}\0".encode())
                whole.update(data)
        except Unreadable:
            return None
        return Content(name, paths, stamp, whole.hexdigest())

    def is_unchanged(self) -> bool:
        """Whether the files still hold the same, so that what was made of them meanwhile was made of this."""
        return Content.of(self.name, self.paths, self.stamp) == self


class Shelf:
    """Values of one kind by name, each as good as the content it was made from; opened for one run and then saved."""

    def __init__(self, folder: Path, kind: str, stamp: str) -> None:
        self.stamp = stamp
        self._folder = folder
        self._kind = kind
        self._paths = [folder / f"{kind}-{stamp[:16]}-{n:x}.pickle" for n in range(_SHARDS)]
        with without_collector():
            self._old = {name: kept for path in self._paths for name, kept in _read(path).items()}
        self._used: dict[str, tuple[str, Pair]] = {}
        self._new: set[str] = set()

    def __contains__(self, name: str) -> bool:
        """Whether there is a value of this name, be it of today's content or not."""
        return name in self._old

    def recall(self, content: Content) -> Pair | None:
        """The value that was made from the same content, if there is one."""
        digest, value = self._old.get(content.name, ("", None))
        return value if digest == content.digest else None

    def keep(self, content: Content, value: Pair) -> None:
        """Keep a value for later runs, be it new or recalled."""
        self._used[content.name] = content.digest, value
        if self._old.get(content.name) != (content.digest, value):
            self._new.add(content.name)

    def save(self) -> None:
        """Write what changed. A folder that cannot be written costs time in the next run and nothing else."""
        changed = {_shard(name) for name in self._new | (self._old.keys() - self._used.keys())}
        if not changed:
            return
        parts: list[dict[str, Any]] = [{} for _ in range(_SHARDS)]
        for name, kept in self._used.items():
            parts[_shard(name)][name] = kept
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for n in sorted(changed):
                _write(self._paths[n], parts[n])
            for path in self._folder.glob(f"{self._kind}-*"):
                if path not in self._paths:
                    path.unlink(missing_ok=True)


class Memory:
    """What one run remembers of earlier ones, in a folder that may be missing, read-only or deleted at any time.

    ``contents`` says of each entry that was read in this run what it was read from.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.contents: dict[str, Content] = {}

    def shelf(self, kind: str, *code: Path) -> Shelf:
        """The values of one kind that were made by the same code.

        Args:
            kind: a word that no other kind begins with.
            code: folders with the sources the values depend on, beside those of ``catalogue`` and ``wording``.
        """
        return Shelf(self._folder, kind, code_stamp((*_ROOMS, *code)))


@cache  # once a process: what runs is the code of its start, whatever an editor has saved since
def code_stamp(folders: tuple[Path, ...]) -> str:
    """A hash of the sources in some folders, locale files among them, and of the versions they run with."""
    versions = [platform.python_implementation(), sys.version, *(each.__version__ for each in _LIBRARIES)]
    whole = sha256("\0".join(versions).encode())
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".yml"):
                data = path.read_bytes()
                whole.update(f"\0{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
                whole.update(data)
    return whole.hexdigest()


class _Reader(pickle.Unpickler):
    """Makes plain values and our own records; refuses everything else a pickle can name."""

    def find_class(self, module_name: str, global_name: str, /) -> type:
        kind = _KINDS.get((module_name, global_name))
        if kind is None:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} is no record")
        return kind


def _read(path: Path) -> dict[str, tuple[str, Pair]]:
    try:
        data = path.read_bytes()
        if sha256(memoryview(data)[_HASH_LENGTH:]).digest() != data[:_HASH_LENGTH]:
            return {}
        file = BytesIO(data)
        file.seek(_HASH_LENGTH)
        found = _Reader(file).load()
    except Exception:  # a pickle that is not ours can end in any of them
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: kept for name, kept in pairs if _is_pair(kept) and _is_pair(kept[1])}


def _is_pair(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2


def _write(path: Path, values: Mapping[str, Any]) -> None:
    """Write a file or take an empty one away; whole, since two runs may do so at once."""
    if not values:
        path.unlink(missing_ok=True)
        return
    data = pickle.dumps(values, protocol=pickle.HIGHEST_PROTOCOL)
    write_whole(path, sha256(data).digest() + data)


def _shard(name: str) -> int:
    return crc32(name.encode()) % _SHARDS
