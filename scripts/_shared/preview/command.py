"""The command of the preview."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import webbrowser
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from _shared.locks import held, tried
from _shared.preview.building import Job, Result
from _shared.preview.changes import HOOKS, PROGRAM
from _shared.preview.options import DEFAULT_ADDRESS, Address, read_options
from _shared.preview.pages import Pages
from _shared.preview.rounds import Rounds, Start
from _shared.preview.server import PreviewServer
from _shared.preview.watching import Watcher
from _shared.updating import Sources

PREFIX = "katalog-podglad-"
CACHE = "CATALOGUE_CACHE"


@dataclass(frozen=True)
class Generator:
    """How a whole site is built.

    Attributes:
        command: builds it, but for options and where to.
        made: the variable that names the file in which it notes what it made.
        start: starts a command.
    """

    command: tuple[str, ...]
    made: str
    start: Start


def preview(further: Sequence[str], generator: Generator, sources: Sources, default_address: str | None) -> int:
    """Show the site until somebody stops it.

    Args:
        further: options of ``mkdocs serve``, or of ``mkdocs build``.
        generator: how to build.
        sources: what the site is made from.
        default_address: where to show it if no option says so.

    Raises:
        CommandError: the port cannot be had, or an option cannot be used.
    """
    options, others = read_options(further)
    pages = Pages()
    server = PreviewServer(Address.read(options.dev_addr or default_address or DEFAULT_ADDRESS), pages)
    server.listen()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    watched = [
        sources.settings,
        sources.docs,
        sources.practices,
        HOOKS,
        *(Path(each).absolute() for each in options.watch),
        *PROGRAM,
    ]

    def prepare(new: Path, site: Path | None, before: Result | None) -> Job:
        return Job.of(
            sources,
            new=str(new),
            site=str(site or ""),
            record=str(before.record) if before else "",
            command=(*generator.command, *others),
            made="" if others else generator.made,  # only of a site without options is known how to go on from it
            is_behind=site is not None,
        )

    try:
        with room() as folder, stopped_once():
            keep_nothing_outside(folder)
            with closing(Rounds(server, pages, folder, sources, prepare, generator.start)) as rounds:
                if options.livereload:
                    Watcher(watched, rounds.tell).start()
                rounds.first()
                server.answer()
                print(f"\nPodgląd: {server.url}  (koniec: Ctrl+C)", flush=True)
                if options.open:
                    webbrowser.open(server.url)
                rounds.run()
    except KeyboardInterrupt:
        print("\nKoniec podglądu.")
    finally:
        server.shutdown()
    return 0


@contextmanager
def stopped_once() -> Iterator[None]:
    """Be deaf to whoever wants to stop the preview once more: it is tidying up."""
    try:
        yield
    finally:
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, signal.SIG_IGN)


def keep_nothing_outside(folder: Path) -> None:
    """Let the processes of one preview share a cache also where nothing is to be kept for others."""
    if os.environ.get(CACHE) == "":
        os.environ[CACHE] = str(folder / "cache")


@contextmanager
def room() -> Iterator[Path]:
    """A folder for the sites of one preview, removed at its end; what killed ones left is removed first."""
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/lock"):
        with suppress(OSError):
            if lock := tried(path):
                shutil.rmtree(path.parent, ignore_errors=True)
                lock.release()
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name, held(Path(name) / "lock", ""):
        yield Path(name)
