"""Locks between commands that run at once: a file each, which the system frees by itself when its holder is gone.

Standard library only, and syntax that older Pythons read, as in ``environment.py``.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
    import msvcrt

# Windows locks bytes, each for one holder: who shares a lock takes one of these, who wants it alone takes all.
SHARERS = 64
_PAUSE = 0.1
_BUSY = (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK)
_UNKNOWN_HERE = (errno.ENOLCK, errno.ENOSYS, errno.EINVAL, getattr(errno, "EOPNOTSUPP", errno.ENOLCK))


class Lock:
    """A lock that was taken; ``fd`` is its open file, or ``None`` where nobody can write, so nobody needs a lock."""

    def __init__(self, path: Path, fd: int | None) -> None:
        self.path = path
        self.fd = fd

    def release(self, *, remove: bool = False) -> None:
        """Let others have it; ``remove`` takes its file away, which whoever waits for it notices."""
        if self.fd is None:
            return
        if remove:
            with contextlib.suppress(OSError):  # Windows keeps a file that is open; the next holder takes it over
                self.path.unlink()
        os.close(self.fd)
        self.fd = None


@contextmanager
def held(path: Path, waiting: str, *, shared: bool = False, remove: bool = False) -> Iterator[Lock]:
    """Hold a lock for as long as the block lasts; see ``acquired`` and ``Lock.release``."""
    lock = acquired(path, waiting, shared=shared)
    try:
        yield lock
    finally:
        lock.release(remove=remove)


def acquired(path: Path, waiting: str, *, shared: bool = False) -> Lock:
    """The lock, once nobody holds it who does not share it.

    Args:
        path: its file, made if need be.
        waiting: what to tell whoever has to wait.
        shared: with others who share it as well.

    Raises:
        OSError: its file cannot be made, and it was not to be shared.
    """
    announced = False
    while True:
        lock = tried(path, shared=shared)
        if lock:
            return lock
        if not announced:
            print(waiting, file=sys.stderr, flush=True)
            announced = True
        time.sleep(_PAUSE)


def tried(path: Path, *, shared: bool = False) -> Lock | None:
    """The lock, or ``None`` where somebody holds it.

    Raises:
        OSError: its file cannot be made, and it was not to be shared.
    """
    while True:
        try:
            fd = _opened(path)
        except OSError:
            if shared:
                return Lock(path, None)
            raise
        if not _locked(fd, shared):
            os.close(fd)
            return None
        if _is_still_there(path, fd):
            return Lock(path, fd)
        os.close(fd)  # its last holder took the file away: others lock another of that name by now


def _opened(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except PermissionError:
        if not path.is_file():
            raise
        return os.open(path, os.O_RDONLY)  # made by somebody else


def _locked(fd: int, shared: bool) -> bool:
    try:
        if fcntl is None:
            return _locked_bytes(fd, shared, msvcrt)
        fcntl.flock(fd, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _BUSY:
            return False
        if error.errno not in _UNKNOWN_HERE:
            raise
        print("Ten dysk nie zna blokad plików: nie uruchamiaj na nim dwóch poleceń naraz.", file=sys.stderr)
    return True


def _locked_bytes(fd: int, shared: bool, system: Any) -> bool:
    """The same by the means of Windows, ``system`` being its module ``msvcrt``."""
    for start, count in [(n, 1) for n in range(SHARERS)] if shared else [(0, SHARERS)]:
        os.lseek(fd, start, os.SEEK_SET)
        try:
            system.locking(fd, system.LK_NBLCK, count)
        except OSError as error:
            if error.errno not in _BUSY:
                raise
        else:
            return True
    return False


def _is_still_there(path: Path, fd: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(fd))
    except OSError:
        return False
