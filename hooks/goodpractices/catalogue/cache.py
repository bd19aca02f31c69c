"""What earlier runs worked out and a later one need not: JSON values by kind and key, a file for each kind.

A key says everything its value follows from (the bytes of files, the code, the libraries; or a word and the dictionary,
which names the folder), so an old value can never be wrong. A run keeps what it used and forgets the rest. The folder
may be missing, read-only or deleted at any time: then everything is worked out, with the same outcome.

Anyone may have put a file there, in a pull request for example. So a file holds data and never code, and what is read
from it is believed no more than what an editor wrote: whoever asks for a value checks it, and what fails the check
counts as missing.
"""

import contextlib
import json
import platform
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import babel
import PIL
import pydantic
import pydantic_core
import yaml

from .files import Unreadable, read_bytes, write_whole

Values = dict[str, Any]
"""Values by key, as JSON can hold them."""

_PACKAGE = Path(__file__).resolve().parents[1]
# What an entry is read with; whoever caches what follows from other code as well names that code in the key.
READING = (_PACKAGE / "catalogue", _PACKAGE / "wording")
_LIBRARIES = (babel, PIL, pydantic, pydantic_core, yaml)


def digest(*texts: str) -> str:
    """The hash of some texts."""
    return sha256("\0".join(texts).encode()).hexdigest()


@cache  # once a process: what runs is the code of its start, whatever an editor has saved since
def code_stamp(*folders: Path) -> str:
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


@dataclass(frozen=True, slots=True)
class Content:
    """Some files as they were at one moment, and the key of what is read from them."""

    name: str
    paths: tuple[tuple[Path, int], ...]
    key: str

    @staticmethod
    def of(name: str, paths: Iterable[tuple[Path, int]]) -> "Content | None":
        """The content of files, each with the most bytes it may have; ``None`` where one of them cannot be read.

        Args:
            name: what they are the content of.
            paths: the files, in an order that does not change.
        """
        paths = tuple(paths)
        whole = sha256(f"{code_stamp(*READING)}\0{name}".encode())
        try:
            for path, most in paths:
                data = read_bytes(path, most)
                whole.update(f"\0{path.name}\0{len(data)}\0".encode())
                whole.update(data)
        except Unreadable:
            return None
        return Content(name, paths, whole.hexdigest())

    def is_unchanged(self) -> bool:
        """Whether the files still hold the same, so that what was made of them meanwhile was made of this."""
        return Content.of(self.name, self.paths) == self


class Cache:
    """The values of earlier runs; opened for one run and saved when it has used what it needs."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._kinds: dict[str, _Kind] = {}
        self.contents: dict[str, Content] = {}
        """What each entry in order was read from in this run."""
        self.computed = 0
        """How many values asked for by :meth:`known` were not there yet."""

    def get(self, kind: str, key: str) -> Any:
        """The value under a key, which is for the caller to check; ``None`` where there is none."""
        return self._kind(kind).old.get(key)

    def keep(self, kind: str, key: str, value: Any) -> None:
        """Keep a value for later runs, be it new or from an earlier one."""
        self._kind(kind).used[key] = value

    def known(
        self,
        kind: str,
        keys: Sequence[str],
        compute: Callable[[Sequence[str]], Sequence[Any]],
        is_value: Callable[[Any], bool],
    ) -> Values:
        """Values for all keys, in their order; those that are not there yet are computed together.

        What is kept but is no value of this kind, whoever wrote it, counts as missing.
        """
        kept = self._kind(kind).old
        old = {key: kept[key] for key in keys if key in kept and is_value(kept[key])}
        missing = [key for key in dict.fromkeys(keys) if key not in old]
        new = dict(zip(missing, compute(missing), strict=True)) if missing else {}
        self.computed += len(new)
        found = {key: old[key] if key in old else new[key] for key in keys}
        self._kind(kind).used.update(found)
        return found

    def save(self) -> None:
        """Write what changed. A folder that cannot be written costs time in the next run and nothing else."""
        for name, kind in self._kinds.items():
            if self._folder and kind.old != kind.used:
                with contextlib.suppress(OSError):
                    _write(_file(self._folder, name), kind.used)
            kind.old = dict(kind.used)

    def _kind(self, name: str) -> "_Kind":
        if name not in self._kinds:
            self._kinds[name] = _Kind(_read(_file(self._folder, name)) if self._folder else {}, {})
        return self._kinds[name]


@dataclass(slots=True)
class _Kind:
    old: Values
    used: Values


def _file(folder: Path, kind: str) -> Path:
    return folder / f"{kind}.jsonl"


def _read(path: Path) -> Values:
    """The values of a file: a line with the hash of the next one, and a line of JSON."""
    try:
        seal, _, data = path.read_bytes().partition(b"\n")
        # Unlike ``json`` it refuses half surrogates, which no file could hold afterwards, and deep nesting.
        values = pydantic_core.from_json(data, allow_inf_nan=False)
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) and seal == _seal(data) else {}


def _write(path: Path, values: Mapping[str, Any]) -> None:
    data = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    write_whole(path, _seal(data) + b"\n" + data)


def _seal(data: bytes) -> bytes:
    """The hash by which a file damaged on a disk is noticed."""
    return sha256(data).hexdigest().encode()
