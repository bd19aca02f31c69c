"""What the preview does when something changes: what is looked at first, everything else behind."""

from __future__ import annotations

import queue
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from _shared.preview.building import Job, Result
from _shared.preview.changes import Change, Wrong
from _shared.preview.faults import faults_in, warnings_in
from _shared.preview.pages import Pages, Problems
from _shared.preview.panel import IN_THE_TERMINAL, OUTDATED
from _shared.preview.renderer import Renderer
from _shared.preview.server import PreviewServer
from _shared.staging import move, remove
from _shared.system_errors import why_refused
from _shared.updating import Sources

SETTLED = 0.2  # seconds in which nothing may change before a fault is told, or a whole site is made
_AT_ONCE = 0.01  # seconds in which a system tells of one save: that a file was emptied, written, closed
_SLICE = 0.5  # seconds after which Windows is given the chance to tell of Ctrl+C

Start = Callable[[Sequence[str]], "subprocess.Popen[str]"]
"""Starts a command; what it says comes from its ``stdout``, all of it."""
Prepare = Callable[[Path, Path | None, Result | None], Job]
"""Gives the job of a build into a folder, beside the site that is shown, from what was built before."""


@dataclass(frozen=True)
class Finished:
    """A build that has ended: its exit code, what it said, the folder of what it made, how long it took."""

    code: int
    said: tuple[str, ...]
    folder: Path
    seconds: float


@dataclass(frozen=True)
class Begun:
    """A renderer that was started, and what is wrong with what it read; ``None`` if it ended."""

    renderer: Renderer
    problems: Problems | None


Event = frozenset[Path] | Finished | Begun
"""Files that have changed, or something that was begun and is done."""


class Rounds:
    """One round after another: the last good pages are shown, with what is wrong since.

    Args:
        server: shows the pages, with the problems on them.
        pages: what it shows.
        folder: room for what builds make.
        sources: what a site is made of.
        prepare: gives the job of a build.
        start: starts it.
    """

    def __init__(
        self, server: PreviewServer, pages: Pages, folder: Path, sources: Sources, prepare: Prepare, start: Start
    ) -> None:
        self._server = server
        self._pages = pages
        self._folder = folder
        self._sources = sources
        self._prepare = prepare
        self._start = start
        self._events: queue.Queue[Event] = queue.Queue()
        self._wrong = Wrong()
        self._build: subprocess.Popen[str] | None = None
        self._count = 0
        self._site: Path | None = None
        self._built: Result | None = None
        self._renderer: Renderer | None = None
        self._starting: Renderer | None = None
        self._needs_renderer = True
        self._is_behind = False  # whether something changed since the last build was begun
        self._is_faulty = False  # whether the catalogue could not be read, which nobody was told yet
        self._quiet_from = 0.0
        self._cleaning: threading.Thread | None = None

    def tell(self, paths: frozenset[Path]) -> None:
        """Take note that some files have changed."""
        self._events.put(paths)

    def first(self) -> None:
        """Make the first site, and wait for it."""
        self._begin_build()
        while self._build:
            self._handle(self._next(_SLICE))

    def run(self) -> None:
        """Go on for ever."""
        while True:
            is_waiting = self._is_behind or self._is_faulty or (self._needs_renderer and self._built)
            self._handle(self._next(SETTLED / 4 if is_waiting else _SLICE))
            if time.monotonic() >= self._quiet_from:
                self._when_quiet()
            if self._renderer and self._renderer.owes():
                self._show(0.0)

    def close(self) -> None:
        """End what was started."""
        if self._build:
            self._build.kill()
            self._build.wait()
        if self._cleaning:
            self._cleaning.join()
        for renderer in (self._renderer, self._starting):
            if renderer:
                renderer.end()

    def _next(self, patience: float) -> list[Event]:
        """What has happened, waiting a while for it."""
        found: list[Event] = []
        with suppress(queue.Empty):
            found.append(self._events.get(timeout=patience))
            time.sleep(_AT_ONCE)
            while True:
                found.append(self._events.get_nowait())
        return found

    def _handle(self, events: Sequence[Event]) -> None:
        changed = [each for each in events if isinstance(each, frozenset)]
        if changed:
            self._change(frozenset().union(*changed))  # several changes in a row are one
        for event in events:
            if isinstance(event, Finished):
                self._finish(event)
            elif isinstance(event, Begun):
                self._take_over(event)

    def _change(self, paths: frozenset[Path]) -> None:
        change = Change.of(paths, self._sources)
        if change.program and not self._wrong.notes:
            print(OUTDATED, flush=True)
            self._wrong.notes = (OUTDATED,)
        if not change.site:
            return
        self._quiet_from = time.monotonic() + SETTLED
        self._is_behind = True
        self._needs_renderer |= change.code
        self._wrong.forget(paths)
        if change.words or change.catalogue:
            self._read(words=change.words)

    def _read(self, *, words: bool) -> None:
        """Read the catalogue again and show what is new. A fault is told once nothing changes any more: an editor may
        be in the middle of writing.
        """
        if self._renderer is None:
            return
        began = time.monotonic()
        problems = self._renderer.read(words=words)
        if problems is None:
            self._lose_renderer()
            return
        self._is_faulty = bool(problems)
        if not problems:
            self._wrong.in_catalogue = ()
            self._pages.ahead = self._renderer.file
            self._show(time.monotonic() - began)

    def _when_quiet(self) -> None:
        if self._is_faulty and self._renderer:
            self._tell_of_fault(self._renderer)
        if self._needs_renderer and self._built and not self._starting:
            self._start_renderer(self._built)
        if self._is_behind and not self._build and not self._wrong.in_catalogue:
            self._begin_build()

    def _tell_of_fault(self, renderer: Renderer) -> None:
        """Show what is wrong with the catalogue, if something still is."""
        began = time.monotonic()
        self._is_faulty = False
        self._wrong.in_catalogue = renderer.read(words=False) or ()
        if not self._wrong.in_catalogue:
            self._pages.ahead = renderer.file
        self._show(time.monotonic() - began)

    def _start_renderer(self, built: Result) -> None:
        self._needs_renderer = False
        renderer = self._starting = Renderer(self._sources)

        def begin() -> None:
            self._events.put(Begun(renderer, renderer.begin(built.record, built.related)))

        threading.Thread(target=begin, daemon=True).start()

    def _take_over(self, event: Begun) -> None:
        """Let a new renderer take the place of the old one."""
        self._starting = None
        if event.problems is None:  # its code is faulty, which the build says
            event.renderer.end()
            return
        if self._renderer:
            self._renderer.end()
        self._renderer = event.renderer
        if self._is_behind or self._pages.ahead:
            self._read(words=True)

    def _lose_renderer(self) -> None:
        """Do without the renderer until there is another one: something killed it."""
        self._renderer, self._pages.ahead = None, None
        self._wrong.in_catalogue, self._is_faulty = (), False  # the build says it
        self._needs_renderer = self._is_behind = True

    def _begin_build(self) -> None:
        self._is_behind = False
        self._count += 1
        folder = self._folder / str(self._count)
        # A warning is said again by whoever builds again, not by whoever brings up to date.
        before = None if self._wrong.warnings and self._built and self._built.is_whole else self._built
        build = self._build = self._start(self._prepare(folder, self._site, before).as_command())
        began = time.monotonic()

        def follow() -> None:
            said = tuple(lines_of(build))
            self._events.put(Finished(build.wait(), said, folder, time.monotonic() - began))

        threading.Thread(target=follow, daemon=True).start()

    def _finish(self, event: Finished) -> None:
        self._build = None
        if event.code == 0:
            self._take(Result.read(event.folder), event)
        elif not (self._is_behind and self._site):  # else the next one tells
            self._wrong.in_build = tuple(faults_in(event.said)) or (IN_THE_TERMINAL,)
            self._show(event.seconds)
        self._clean_up()

    def _take(self, result: Result, event: Finished) -> None:
        """Show what was built, unless there is already something newer to show."""
        before = self._wrong.on_pages()
        self._wrong.in_build, self._wrong.warnings = (), tuple(warnings_in(event.said))
        is_first = self._site is None
        try:
            self._site = self._in_place(result)
        except OSError as error:  # the site is neither the old nor the new one, so the next one is made anew
            self._built, self._wrong.in_build = None, (why_refused(error),)
            self._show(event.seconds)
            return
        self._built = result if result.can_go_on else None
        if self._is_behind and self._pages.ahead:
            self._pages.root = self._site
        elif self._pages.catch_up(self._site) or is_first or self._wrong.on_pages() != before:
            self._show(event.seconds)
        if self._renderer and self._built and self._renderer.begin(result.record, result.related) is None:
            self._lose_renderer()

    def _in_place(self, result: Result) -> Path:
        """The folder of the site, after what was made has been put there."""
        if result.is_whole or self._site is None:
            return result.folder / "site"
        for address in result.changed:
            move(result.folder / "changed" / address, self._site / address)
        for address in result.removed:
            remove(self._site / address, self._site)
        return self._site

    def _clean_up(self) -> None:
        """Remove what earlier builds left, but for the site and its record."""
        needed = {self._site and self._site.parent, self._built and self._built.folder}
        old = [path for path in self._folder.iterdir() if path.name.isdecimal() and path not in needed]

        def remove_all() -> None:
            for path in old:
                shutil.rmtree(path, ignore_errors=True)

        self._cleaning = threading.Thread(target=remove_all)
        self._cleaning.start()

    def _show(self, seconds: float) -> None:
        self._server.show(self._wrong.on_pages())
        count = self._wrong.count
        how = f"problemów: {count}" if count else "bez problemów"
        print(f"Podgląd odświeżony po {seconds:.2f} s, {how}: {self._server.url}", flush=True)


def lines_of(build: subprocess.Popen[str]) -> list[str]:
    """What a build says, also told here as it comes."""
    said = []
    for line in build.stdout or ():
        print(line, end="", flush=True)
        said.append(line)
    return said
