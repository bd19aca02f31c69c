"""Tells of files that change: at once where the system says so, else by looking at all of them again and again.

Network folders and some containers say nothing of changes. So the files are looked at in any case, seldom; and often
once a change was found that nothing had told of.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

Snapshot = dict[Path, tuple[int, int]]
"""Files by path, with the time of their last change and their size."""

PAUSE = 0.25  # seconds between two looks at the files where nothing tells of changes
SELDOM = 2.0  # the same until it is known whether something does
ALMOST_NEVER = 10.0  # the same where something does, in the end
_SHARE = 10  # a large catalogue is looked at less often: of so many seconds one
# That files are opened to be read, as the preview does a thousand times, is none of its business.
_EVENTS: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent, FileClosedEvent),
    *(DirCreatedEvent, DirMovedEvent, DirDeletedEvent),
]

Tell = Callable[[frozenset[Path]], object]
"""Is told which files have changed, appeared or gone."""


class Watcher:
    """Watches files and folders, which may come and go, until the process ends."""

    def __init__(self, sources: Sequence[Path], tell: Tell) -> None:
        self._sources = sources
        self._tell = tell
        self._told: set[Path] = set()
        self._events_come = False
        self._seen = snapshot(sources)

    def start(self) -> None:
        """Begin to watch, in threads of their own."""
        self._listen()
        threading.Thread(target=self._look, daemon=True).start()

    def _listen(self) -> None:
        observer = Observer()
        observer.daemon = True
        # One that is not there, too many folders for the system, or no such means: then there is the other way.
        with suppress(OSError, RuntimeError):
            for folder in dict.fromkeys(each if each.is_dir() else each.parent for each in self._sources):
                handler, recursive = _Handler(self._heard), folder in self._sources
                observer.schedule(handler, str(folder), recursive=recursive, event_filter=_EVENTS)
            observer.start()

    def _heard(self, paths: Collection[Path]) -> None:
        self._events_come = True
        if ours := frozenset(each for each in paths if is_source(each, self._sources)):
            self._told |= ours
            self._tell(ours)

    def _look(self) -> None:
        pause = SELDOM
        while True:
            time.sleep(pause)
            began = time.monotonic()
            missed = self._missed()
            if missed:
                pause = PAUSE
            elif self._events_come:
                pause = min(2 * pause, ALMOST_NEVER)
            pause = max(pause, _SHARE * (time.monotonic() - began))
            if missed:
                self._tell(frozenset(missed))

    def _missed(self) -> set[Path]:
        """What has changed since the last look and nobody told of."""
        now = snapshot(self._sources)
        changed = {path for path in self._seen.keys() | now.keys() if self._seen.get(path) != now.get(path)}
        told, self._told = self._told, set()
        self._seen = now
        return changed - told


class _Handler(FileSystemEventHandler):
    def __init__(self, heard: Callable[[Collection[Path]], None]) -> None:
        self._heard = heard

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._heard({Path(os.fsdecode(each)) for each in (event.src_path, event.dest_path) if each})


def is_source(path: Path, sources: Iterable[Path]) -> bool:
    """Whether a path is one of the sources or lies in one, and is not of what programs leave there."""
    return any(
        path == source or (path.is_relative_to(source) and not _is_left(path.relative_to(source))) for source in sources
    )


def _is_left(path: Path) -> bool:
    return path.name.endswith("~") or any(part.startswith((".", "__pycache__")) for part in path.parts)


def snapshot(sources: Iterable[Path]) -> Snapshot:
    """All files in some folders, and files named themselves; a source may come and go."""
    found: Snapshot = {}
    for source in sources:
        for path in [source] if source.is_file() else files_below(source):
            with suppress(OSError):
                status = path.stat()
                found[path] = status.st_mtime_ns, status.st_size
    return found


def files_below(folder: Path) -> Iterator[Path]:
    """Files of a folder but for what programs leave beside them."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        yield from (Path(parent, name) for name in names if not name.startswith(".") and not name.endswith("~"))
