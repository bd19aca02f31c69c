"""A cache for a process that stays and reads the same folder again and again: it remembers which file it read when.

Files are told apart by their times, sizes and numbers. A file that changed just now is not trusted: it may change once
more within the same tick of the clock of its disk.
"""

import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .cache import Cache

TICK = 2_000_000_000  # nanoseconds; some memory cards count in steps of two seconds

Signature = tuple[tuple[str, int, int, int, int], ...]
"""Of each file its path, the times of its last changes in nanoseconds, its size and its number."""


class ResidentCache(Cache):
    """The values of earlier runs, and in memory what this process read. It writes nothing: other runs do."""

    def __init__(self, path: Path | None) -> None:
        super().__init__(path)
        self._read: dict[str, tuple[Signature, Any]] = {}
        self._now: dict[str, Signature] = {}

    def read_before(self, name: str, paths: Iterable[Path]) -> Any:
        """What :meth:`remember` was given for some files, if they are as they were; see there."""
        signature = signature_of(paths)
        before, value = self._read.get(name, (None, None))
        if signature is not None and before == signature:
            return value
        self._read.pop(name, None)
        self._now.pop(name, None)
        if signature is not None:
            self._now[name] = signature
        return None

    def remember(self, name: str, value: Any) -> None:
        """Keep what was read from the files that :meth:`read_before` was asked for under this name."""
        signature = self._now.pop(name, None)
        if signature and time.time_ns() - max(max(each[1:3]) for each in signature) > TICK:
            self._read[name] = signature, value

    def save(self) -> None:
        """Forget what the last reading asked for and close the file."""
        self._kinds.clear()
        self.close()


def signature_of(paths: Iterable[Path]) -> Signature | None:
    """What tells whether files are as they were; ``None`` where one of them is not there."""
    found = []
    try:
        for path in paths:
            status = os.lstat(path)
            times = status.st_mtime_ns, status.st_ctime_ns
            found.append((os.fspath(path), *times, status.st_size, status.st_ino))
    except OSError:
        return None
    return tuple(found)
