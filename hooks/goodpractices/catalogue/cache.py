"""What earlier runs worked out and a later one need not: values by kind and key, in one SQLite file for each folder.

A key says everything its value follows from (the bytes of files, the code, the libraries; or a word and the
dictionary), so an old value can never be wrong. A run keeps what it used of a kind and forgets the rest of it. The file
may be missing, broken, locked or read-only: then everything is worked out, with the same outcome.

Values are JSON or bytes, never code, each with a seal (``seals.py``) by which damage is noticed and what somebody else
wrote. The file lies where the system has such things, outside the checkout: whoever proposes a change of the catalogue
cannot propose what a build recalls.
"""

import contextlib
import json
import os
import platform
import sqlite3
import sys
import sysconfig
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import platformdirs
import pydantic_core

from .files import Unreadable, read_bytes
from .seals import seal_of

Values = dict[str, Any]
"""Values by key: bytes, or what JSON can hold."""

CACHE_VARIABLE = "CATALOGUE_CACHE"
"""Names the folder of all caches; where it is empty, nothing is kept."""

_PACKAGE = Path(__file__).resolve().parents[1]
# What an entry is read with; whoever caches what follows from other code as well names that code in the key.
READING = (_PACKAGE / "catalogue", _PACKAGE / "wording")
_PATIENCE = 10.0  # seconds that another run may take to write
_UNUSED = 90 * 24 * 3600.0  # seconds until the file of a folder that nobody builds any more is removed
# How sure it is that a value outlives a fall of the system: as sure as a file that may always be missing has to be.
_SYNCHRONOUS = "PRAGMA synchronous = NORMAL"
_AT_ONCE = 500  # keys in one question: old versions of SQLite allow 999
_FORMER_TABLE = "DROP TABLE IF EXISTS kept"  # of the time before seals
_TABLE = "CREATE TABLE IF NOT EXISTS sealed (kind TEXT, key TEXT, value BLOB, seal BLOB, PRIMARY KEY (kind, key))"


def cache_for(folder: Path) -> "Cache":
    """The cache of what follows from a folder of practices; see :func:`cache_file`."""
    return Cache(cache_file(folder))


def cache_file(folder: Path) -> Path | None:
    """The file of that cache, where the system or ``CATALOGUE_CACHE`` has its place; ``None`` if nothing is kept."""
    named = os.environ.get(CACHE_VARIABLE)
    if named == "":
        return None
    place = Path(named) if named else platformdirs.user_cache_path("katalog-dobrych-praktyk", appauthor=False)
    return place / f"{sha256(os.fsencode(folder.resolve())).hexdigest()[:16]}.sqlite"


def digest(*texts: str) -> str:
    """The hash of some texts."""
    return sha256("\0".join(texts).encode()).hexdigest()


@cache  # once a process: what runs is the code of its start, whatever an editor has saved since
def code_stamp(*folders: Path) -> str:
    """A hash of the sources in some folders, locale files among them, and of Python and the packages they use."""
    versions = [platform.python_implementation(), sys.version, *_packages()]
    whole = sha256("\0".join(versions).encode())
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                data = path.read_bytes()
                whole.update(f"\0{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
                whole.update(data)
    return whole.hexdigest()


def _packages() -> list[str]:
    """Names and versions of what is installed beside this package: which analyser there is depends on the system."""
    installed = Path(sysconfig.get_paths()["purelib"]).glob("*.dist-info")
    return sorted(path.name for path in installed)


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
    """The values of earlier runs; opened for one run and saved when it has used what it needs.

    Args:
        path: the file; without one nothing is recalled and nothing kept.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._kinds: dict[str, _Kind] = {}
        self._database: sqlite3.Connection | None = None
        self.contents: dict[str, Content] = {}
        """What each entry in order was read from in this run."""
        self.computed = 0
        """How many values asked for by :meth:`known` were not there yet."""

    def get(self, kind: str, key: str) -> Any:
        """The value under a key; ``None`` where there is none."""
        return self.recalled(kind, [key]).get(key)

    def recalled(self, kind: str, keys: Iterable[str]) -> Values:
        """The values that are there under some keys; those are in use, and so kept for later runs."""
        mine = self._kinds.setdefault(kind, _Kind())
        wanted = dict.fromkeys(keys)
        found = {key: mine.new[key] for key in wanted if key in mine.new}
        others = [key for key in wanted if key not in found]
        try:
            for start in range(0, len(others), _AT_ONCE):
                found |= _selected(self._opened(), kind, others[start : start + _AT_ONCE])
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
        mine.used.update(found)
        return found

    def needs(self, kind: str, keys: Iterable[str]) -> None:
        """Keep what is there under some keys for later runs, even if nobody asks for it in this one."""
        self._kinds.setdefault(kind, _Kind()).used.update(keys)

    def keys(self, kind: str) -> frozenset[str]:
        """The keys of a kind under which there is a value from earlier runs."""
        try:
            rows = self._opened().execute("SELECT key FROM sealed WHERE kind = ?", (kind,))
            return frozenset(key for (key,) in rows)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
            return frozenset()

    def keep(self, kind: str, key: str, value: Any) -> None:
        """Keep a value for later runs."""
        self._kinds.setdefault(kind, _Kind()).new[key] = value

    def known(
        self,
        kind: str,
        keys: Sequence[str],
        compute: Callable[[Sequence[str]], Sequence[Any]],
        is_value: Callable[[Any], bool],
    ) -> Values:
        """Values for all keys, in their order; those that are not there yet are computed together.

        What is kept but is no value of this kind counts as missing.
        """
        old = {key: value for key, value in self.recalled(kind, keys).items() if is_value(value)}
        missing = [key for key in dict.fromkeys(keys) if key not in old]
        new = dict(zip(missing, compute(missing), strict=True)) if missing else {}
        self.computed += len(new)
        self._kinds[kind].new.update(new)
        return {key: old[key] if key in old else new[key] for key in keys}

    def read_before(self, name: str, paths: Iterable[Path]) -> Any:
        """What this process read from some files earlier, if it remembers; see :class:`ResidentCache`."""
        return None

    def remember(self, name: str, value: Any) -> None:
        """Take note of what was read from them, for a process that reads again."""

    def save(self) -> None:
        """Write what is new and forget what was not used. A failure costs time in the next run and nothing else."""
        try:
            with self._opened() as database:  # one transaction
                for name, kind in self._kinds.items():
                    _forget(database, name, kind)
                    _write(database, name, kind.new)
                    kind.used.update(kind.new)
                    kind.new.clear()
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
        self.close()

    def _opened(self) -> sqlite3.Connection:
        """The file, made where there is none.

        Raises:
            OSError: there is to be none, or it cannot be made.
            sqlite3.Error: it cannot be read, or is none of ours.
        """
        if self._path is None:
            raise FileNotFoundError
        if self._database is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(self._path, timeout=_PATIENCE)
            self._database.execute(_SYNCHRONOUS)
            self._database.execute(_FORMER_TABLE)
            self._database.execute(_TABLE)
            os.utime(self._path)
            _remove_unused(self._path)
        return self._database

    def _give_up(self, error: OSError | sqlite3.Error) -> None:
        """Go on with a new file in the place of one that is damaged or foreign, else with none."""
        self.close()
        is_damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
        if self._path and is_damaged:
            with contextlib.suppress(OSError):
                self._path.unlink()
                return
        self._path = None

    def reopened(self) -> "Cache":
        """The same values for a process forked from this one, which must not use its connection."""
        return Cache(self._path) if self._path else self

    def close(self) -> None:
        """Let go of the file until something is asked for again."""
        if self._database:
            self._database.close()
            self._database = None


@dataclass(slots=True)
class _Kind:
    """What a run made of one kind, and which keys of it were there already and are still of use."""

    new: Values = field(default_factory=dict)
    used: set[str] = field(default_factory=set)


def _selected(database: sqlite3.Connection, kind: str, keys: Sequence[str]) -> Values:
    """The values under some keys; one that is damaged, stands under another key or is no JSON counts as missing."""
    places = ",".join("?" * len(keys))
    asked = "SELECT key, CAST(value AS BLOB), typeof(value), seal FROM sealed WHERE kind = ? AND key IN "
    found: Values = {}
    for key, data, form, seal in database.execute(f"{asked}({places})", (kind, *keys)):
        if form in ("text", "blob") and seal_of(kind, key, data) == seal:
            with contextlib.suppress(ValueError):  # JSON cut off or nested too deep
                found[key] = pydantic_core.from_json(data) if form == "text" else data
    return found


def _forget(database: sqlite3.Connection, name: str, kind: _Kind) -> None:
    keys = {key for (key,) in database.execute("SELECT key FROM sealed WHERE kind = ?", (name,))}
    gone = keys - kind.used - kind.new.keys()
    database.executemany("DELETE FROM sealed WHERE kind = ? AND key = ?", [(name, key) for key in sorted(gone)])


def _write(database: sqlite3.Connection, name: str, values: Mapping[str, Any]) -> None:
    rows = []
    for key, value in values.items():
        kept = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        rows.append((name, key, kept, seal_of(name, key, kept)))
    database.executemany("INSERT OR REPLACE INTO sealed VALUES (?, ?, ?, ?)", rows)


def _remove_unused(used: Path) -> None:
    """Remove the files beside one in use of folders that nobody has built for long."""
    now = used.stat().st_mtime
    with contextlib.suppress(OSError):
        for path in used.parent.glob("*.sqlite"):
            if now - path.stat().st_mtime > _UNUSED:
                path.unlink(missing_ok=True)
