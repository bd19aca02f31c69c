"""The live preview: the last good pages, rebuilt on every change, with what is wrong written on them.

Each build runs in a process of its own into a folder of its own, so that a page asked for meanwhile is whole, changed
code of the hooks is taken up, and no fault of an entry, a template or a setting can end the preview. Its words stand
here and not in the wording files: these may be the very thing that is faulty.
"""

from __future__ import annotations

import argparse
import errno
import html
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import webbrowser
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from _shared.environment import PYTHON, ROOT, CommandError
from _shared.locks import held, tried

Start = Callable[[Sequence[str]], "subprocess.Popen[str]"]
"""Starts MkDocs with these arguments; what it says comes from its ``stdout``, all of it."""
Snapshot = dict[str, tuple[int, int]]
"""Files by path, with the time of their last change and their size."""

DEFAULT_ADDRESS = "127.0.0.1:8000"
PREFIX = "katalog-podglad-"
PAUSE = 0.25  # seconds between two looks at the files
SETTLED = 0.1  # seconds in which nothing may change before a build begins

BROKEN = "Strony nie da się teraz zbudować, więc widać ostatnią dobrą wersję. Popraw:"
NOTHING_YET = "Strony nie da się zbudować. Popraw, a pojawi się tutaj sama:"
DOUBTFUL = "Tak strona wygląda teraz, ale z tymi błędami nie da się jej opublikować:"
IN_THE_TERMINAL = "Budowanie się nie powiodło. Szczegóły są w terminalu."
OUTDATED = "Zmienił się sam program podglądu. Zakończ go klawiszami Ctrl+C i uruchom ponownie."

_PANEL = """<div role="alert" lang="pl" data-preview-problems style="position:fixed;z-index:2147483647;\
inset:auto 0 0 0;max-height:50vh;overflow:auto;box-sizing:border-box;padding:1rem 1.5rem;background:#fff4f4;\
color:#1d1d1d;\
border-top:4px solid #b00020;font:16px/1.5 system-ui,sans-serif"><p style="margin:0 0 .5rem"><b>{heading}</b></p>\
<ul style="margin:0;padding-left:1.2rem">{items}</ul></div>"""
_ITEM = '<li style="overflow-wrap:anywhere;white-space:pre-wrap">{}</li>'
_PAGE = """<!doctype html><html lang="pl"><head><meta charset="utf-8"><title>Podgląd katalogu</title></head>\
<body></body></html>"""

_LEVEL = re.compile(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL)\s*-\s+")
_FRAME = re.compile(r'\s+File "(.+)", line (\d+)')


@dataclass(frozen=True)
class Address:
    host: str
    port: int

    @classmethod
    def read(cls, text: str) -> Address:
        """The address in a text such as ``127.0.0.1:8000``.

        Raises:
            CommandError: it is none.
        """
        host, _, port = text.rpartition(":")
        if not host or not re.fullmatch("[0-9]{1,5}", port) or int(port) > 65535:
            raise CommandError(f"„{text}” to nie adres podglądu. Podaj go tak: --dev-addr {DEFAULT_ADDRESS}")
        return cls(host.strip("[]"), int(port))


class PreviewServer(LiveReloadServer):
    """MkDocs' own server, which shows what it is given and never waits for a build."""

    # On Windows two servers could otherwise share a port, and neither would know.
    allow_reuse_address = os.name != "nt"

    def __init__(self, address: Address) -> None:
        super().__init__(lambda: None, address.host, address.port, root=os.devnull)
        self._address = address
        self._watched_paths = {"": 1}  # pages get the script that asks for newer ones
        self._has_pages = False
        self._problems: tuple[str, ...] = ()
        self.error_handler = self._error_page

    def listen(self) -> None:
        """Take the port; who asks for a page waits until ``answer``.

        Raises:
            CommandError: it cannot be had.
        """
        host = self._address.host
        try:
            self.server_bind()
            self.server_activate()
        except OSError as error:
            raise CommandError(why_no_port(error, host, self._address.port)) from error
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}/"

    def answer(self) -> None:
        """Begin to answer, in a thread of its own."""
        self.serve_thread.start()

    def show(self, problems: Sequence[str], folder: Path | None = None) -> None:
        """Show a new site, if there is one, and these problems on its pages; open pages reload."""
        if folder:
            self.root = str(folder)
            self._has_pages = True
        self._problems = tuple(problems)
        with self._epoch_cond:
            now = max(round(time.monotonic() * 1000), self._visible_epoch + 1)
            self._wanted_epoch = self._visible_epoch = now
            self._epoch_cond.notify_all()

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request; without any site yet, with a page that says why, whatever was asked for."""
        if self._has_pages or environ["PATH_INFO"].startswith("/livereload/"):
            return super().serve_request(environ, start_response)
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [self._inject_js_into_html(_PAGE.encode(), self._visible_epoch)]

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        before, end, after = page.rpartition(b"</body>")
        return b"".join([before, self._panel().encode(), end, after]) if end else page + self._panel().encode()

    def _panel(self) -> str:
        return panel(self._problems, has_pages=self._has_pages)

    def _error_page(self, code: int) -> bytes | None:
        page = Path(self.root) / f"{code}.html"
        return self._inject_js_into_html(page.read_bytes(), self._visible_epoch) if page.is_file() else None


def panel(problems: Sequence[str], *, has_pages: bool) -> str:
    """The problems as HTML, the words of strangers in them as nothing but words; nothing where there are none."""
    if not problems:
        return ""
    heading, *lines = problems
    shown = heading if has_pages or heading != BROKEN else NOTHING_YET
    return _PANEL.format(heading=html.escape(shown), items="".join(_ITEM.format(html.escape(each)) for each in lines))


def preview(further: Sequence[str], start: Start, sources: Sequence[Path], default_address: str | None) -> int:
    """Show the site until somebody stops it.

    Args:
        further: options of ``mkdocs serve``, or of ``mkdocs build``.
        start: how to build.
        sources: the files and folders the site is made from.
        default_address: where to show it if no option says so.

    Raises:
        CommandError: the port cannot be had, or an option cannot be used.
    """
    options, others = read_options(further)
    server = PreviewServer(Address.read(options.dev_addr or default_address or DEFAULT_ADDRESS))
    server.listen()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    watched = [*sources, *(Path(each).absolute() for each in options.watch)]
    try:
        with room() as folder:
            rounds = Rounds(server, folder, lambda site: start([*others, "--site-dir", str(site)]))
            rounds.rebuild()
            server.answer()
            print(f"\nPodgląd: {server.url}  (koniec: Ctrl+C)", flush=True)
            if options.open:
                webbrowser.open(server.url)
            if not options.livereload:
                threading.Event().wait()
            keep_watch(watched, rounds)
    except KeyboardInterrupt:
        print("\nKoniec podglądu.")
    finally:
        server.shutdown()
    return 0


def read_options(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """The options of the preview itself, and the rest for the build."""
    parser = argparse.ArgumentParser(prog="build.py --serve", add_help=False, allow_abbrev=False)
    parser.add_argument("-a", "--dev-addr")
    parser.add_argument("-o", "--open", action="store_true")
    parser.add_argument("-w", "--watch", action="append", default=[])
    parser.add_argument("--livereload", action="store_true", default=True)
    parser.add_argument("--no-livereload", dest="livereload", action="store_false")
    # Each build begins with an empty folder, and all the templates are watched.
    for name in ("--watch-theme", "--dirty", "--dirtyreload", "--clean", "-c"):
        parser.add_argument(name, action="store_true")
    parser.add_argument("-d", "--site-dir")
    options, others = parser.parse_known_args(list(arguments))
    if options.site_dir:
        parser.error("--site-dir: podgląd nie zapisuje strony; zbudujesz ją poleceniem bez --serve")
    return options, others


class Rounds:
    """One build after another: the last good one is shown, with what is wrong since."""

    def __init__(self, server: PreviewServer, folder: Path, start: Callable[[Path], subprocess.Popen[str]]) -> None:
        self._server = server
        self._folder = folder
        self._start = start
        self._count = 0

    def rebuild(self, notes: Sequence[str] = ()) -> None:
        """Build and show what came of it; ``notes`` are reported with the problems."""
        self._count += 1
        began = time.monotonic()
        site = self._folder / str(self._count)
        with self._start(site) as build:
            said = lines_of(build)
        if build.returncode == 0:
            found = warnings_in(said)
            self._server.show([DOUBTFUL, *notes, *found] if found or notes else (), site)
            self._remove_all_but(2)
        else:
            found = faults_in(said) or [IN_THE_TERMINAL]
            self._server.show([BROKEN, *notes, *found])
            shutil.rmtree(site, ignore_errors=True)
        how = f"problemów: {len(found)}" if found else "bez problemów"
        print(f"Podgląd odświeżony po {time.monotonic() - began:.1f} s, {how}: {self._server.url}", flush=True)

    def _remove_all_but(self, count: int) -> None:
        """A page that was just loaded may still ask for a file of the site before."""
        sites = sorted((path for path in self._folder.iterdir() if path.is_dir()), key=lambda path: int(path.name))
        for site in sites[:-count]:
            shutil.rmtree(site, ignore_errors=True)


def lines_of(build: subprocess.Popen[str]) -> list[str]:
    """What a build says, also told here as it comes; whoever stops the preview stops it."""
    said = []
    try:
        for line in build.stdout or ():
            print(line, end="", flush=True)
            said.append(line)
    except BaseException:
        build.kill()
        raise
    return said


def keep_watch(sources: Sequence[Path], rounds: Rounds) -> None:
    """Build again whenever something changes, for ever."""
    program = [ROOT / "scripts", ROOT / "requirements"]
    seen, program_seen = snapshot(sources), snapshot(program)
    notes: list[str] = []
    while True:
        began = time.monotonic()
        now = snapshot(sources)
        if not notes and snapshot(program) != program_seen:
            print(OUTDATED, flush=True)
            notes = [OUTDATED]
        time.sleep(max(PAUSE, 3 * (time.monotonic() - began)))  # a large catalogue is looked at less often
        if now != seen:
            seen = settled(sources, now)
            rounds.rebuild(notes)


def settled(sources: Sequence[Path], now: Snapshot) -> Snapshot:
    """The files once they stay as they are; an editor writes several, and some of them twice."""
    while True:
        time.sleep(SETTLED)
        later = snapshot(sources)
        if later == now:
            return now
        now = later


def snapshot(sources: Iterable[Path]) -> Snapshot:
    """All files in some folders, and files named themselves; a source may come and go."""
    found: Snapshot = {}
    for source in sources:
        for path in [source] if source.is_file() else files_below(source):
            with suppress(OSError):
                status = path.stat()
                found[str(path)] = status.st_mtime_ns, status.st_size
    return found


def files_below(folder: Path) -> Iterator[Path]:
    """Files of a folder but for what programs leave beside them."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        yield from (Path(parent, name) for name in names if not name.startswith(".") and not name.endswith("~"))


def warnings_in(said: Iterable[str]) -> list[str]:
    """What a build that went well warned of."""
    return [line[match.end() :].strip() for line in said if (match := _LEVEL.match(line)) and is_bad(match[1])]


def faults_in(said: Iterable[str]) -> list[str]:
    """What a build that failed complained of; of a traceback, where it ended and in what."""
    faults: list[str] = []
    level, place = "", ""
    for line in said:
        match = _LEVEL.match(line)
        if match:
            level = match[1]
        elif not line.startswith(" "):
            level = "ERROR"
        if frame := _FRAME.match(line):
            place = f"{frame[1]}:{frame[2]}: "
        elif place and not line.startswith(" "):
            faults.append(place + line.strip())
            place = ""
        elif is_bad(level) and line.strip() and not line.startswith(("Traceback ", "  ")):
            faults.append(line[match.end() if match else 0 :].strip())
    return list(dict.fromkeys(faults))


def is_bad(level: str) -> bool:
    return level in ("WARNING", "ERROR", "CRITICAL")


def why_no_port(error: OSError, host: str, port: int) -> str:
    """Why an address cannot be listened at, and what to do."""
    other = f"{PYTHON} scripts/build.py --serve --dev-addr {host}:{port + 1 if 1024 <= port < 65535 else 8001}"
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} jest zajęty ({host}), pewnie przez inny podgląd. Zakończ go albo podaj inny port:\n  {other}"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} jest zastrzeżony dla administratora. Podaj inny:\n  {other}"
    return (
        f"Pod adresem {host}:{port} nie da się otworzyć podglądu ({error.strerror or error}).\n"
        f"Podaj inny:\n  {PYTHON} scripts/build.py --serve --dev-addr {DEFAULT_ADDRESS}"
    )


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
