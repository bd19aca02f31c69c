"""Measures the live preview: how long after a save an open page shows it.

A copy of the project with made-up practices is previewed, and a page is open as in a browser: a request waits for news,
and when they come the page is asked for. Saves of six kinds take turns: a word of a story, a figure and a title of an
entry, a name in a registry, a text of the site, a template. The time counts from the moment before the file is written
to the moment when the page with the change has arrived.

The seconds are those of this machine at this hour, with whatever else it does: the whole site is made behind at the
same time. So the work of the processes that answer is told as well (Linux only), which others can compare.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.console import console_for
from _shared.environment import ROOT, CommandError, enter, run
from bench.entry_edits import BETWEEN_WORDS, FIGURE, TITLE, edited, one_more

if TYPE_CHECKING:
    from rich.table import Table

_COPIED = ("docs", "hooks", "scripts", "requirements")
_SERVE = "import build; build.enter = lambda *_: None; build.run(build.main)"
_PATIENCE = 600.0  # seconds after which a change counts as not shown
_SCRIPT = re.compile(rb"<script>\s*var livereload.*?</script>", re.DOTALL)
_EPOCH = re.compile(rb"livereload\(([0-9]+), ([0-9]+)\);")
PUBLISHED = "\n  state: published\n"
END = re.compile(r"\Z")
NAME = re.compile(r"(?<=^  name: ).*$", re.MULTILINE)
SKIP_LINK = re.compile(r"(?<=^  skip: ).*$", re.MULTILINE)


@dataclass(frozen=True)
class Project:
    """A copy of the project."""

    folder: Path

    @property
    def practices(self) -> Path:
        return self.folder / "practices"

    @property
    def package(self) -> Path:
        return self.folder / "hooks" / "goodpractices"


# What the preview says of a site with faults; of one without it says "bez problemów".
_PROBLEMS = re.compile("problemów: [0-9]")


@dataclass
class Times:
    """Of each save the seconds until it was seen, and those that processors worked for it."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Save:
    """A change of a file, the last place in it that fits a pattern, and the page to look at."""

    path: Path
    pattern: re.Pattern[str]
    words: Callable[[str], str]
    page: str

    def text(self) -> str:
        """What to write.

        Raises:
            CommandError: the pattern is found nowhere in the file.
        """
        return edited(self.path, self.pattern, self.words)


def always(words: str) -> Callable[[str], str]:
    """The same words whatever stood there."""
    return lambda _: words


def saves(project: Project) -> Iterator[tuple[str, Save]]:
    """Saves of all kinds in turn, by the name of the kind, each of another entry as long as there are some."""
    texts = ((path, path.read_text(encoding="utf-8")) for path in sorted(project.practices.glob("[a-z]*/index.md")))
    entries = [path for path, text in texts if PUBLISHED in text and BETWEEN_WORDS.search(text) and FIGURE.search(text)]
    registry = project.practices / "_registry" / "organisations.yml"
    locale, templates = project.package / "wording" / "locales" / "pl.yml", project.package / "publishing" / "templates"
    for n, path in enumerate(cycle(entries)):
        page = f"praktyki/{path.parent.name}/"
        yield "słowo w opisie", Save(path, BETWEEN_WORDS, always(" nowe "), page)
        yield "liczba", Save(path, FIGURE, one_more, page)
        yield "tytuł", Save(path, TITLE, always(f"Nowy tytuł {n}"), page)
        yield "rejestr", Save(registry, NAME, always(f"Nowa nazwa {n}"), "organizacje/")
        yield "słowo strony", Save(locale, SKIP_LINK, always(f"Przejdź {n}"), page)
        yield "szablon", Save(templates / "practice.html", END, always(f"<!-- {n} -->\n"), page)


def main() -> int:
    """Measure and print; the exit code says nothing about speed."""
    options = read_arguments(sys.argv[1:])
    enter()
    console = console_for()
    with tempfile.TemporaryDirectory(prefix="pomiar-") as folder:
        project = prepared(Path(folder), options)
        with previewed(project, Path(folder)) as preview:
            console.print(f"Podgląd działa ({options.count} praktyk); zapisuję {options.saves} razy…")
            times = measured(project, preview, options.saves, options.pause)
    console.print(table(times))
    return 0


def read_arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mierzy, po jakim czasie otwarta strona podglądu pokazuje zapis.")
    parser.add_argument("--count", type=int, default=1_000, metavar="N", help="liczba praktyk (domyślnie 1000)")
    parser.add_argument("--saves", type=int, default=100, metavar="N", help="liczba zapisów (domyślnie 100)")
    parser.add_argument("--practices", type=Path, metavar="FOLDER", help="gotowe praktyki zamiast zmyślonych")
    pause = "sekundy między zapisami (domyślnie 2)"
    parser.add_argument("--pause", type=float, default=2.0, metavar="S", help=pause)
    options = parser.parse_args(arguments)
    if min(options.count, options.saves) < 1 or options.pause < 0:
        parser.error("liczby praktyk i zapisów muszą być większe od zera, a przerwa nie może być ujemna")
    return options


def prepared(folder: Path, options: argparse.Namespace) -> Project:
    """A copy of the project and of practices that may be spoilt."""
    sys.path.insert(0, str(ROOT / "hooks"))
    from bench.synthetic import write_catalogue

    project = Project(folder / "project")
    for name in _COPIED:
        shutil.copytree(ROOT / name, project.folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project.folder)
    if options.practices:
        shutil.copytree(options.practices, project.practices)
    else:
        write_catalogue(project.practices, options.count, 1, ROOT / "practices")
    return project


class Preview:
    """A running preview and one open page of it.

    Args:
        process: the preview.
        address: where it shows the site.
    """

    def __init__(self, process: subprocess.Popen[bytes], address: str) -> None:
        self._process = process
        self._address = address

    def page(self, address: str) -> tuple[bytes, bytes]:
        """A page without the script that asks for news, and where that would ask.

        Raises:
            CommandError: the preview is none any more.
        """
        content = self._get(address)
        found = _EPOCH.search(content)
        if not found:
            raise CommandError(f"Na stronie {address} nie ma skryptu podglądu.")
        return _SCRIPT.sub(b"", content), b"livereload/%b/%b" % (found[1], found[2])

    def seen(self, address: str, before: bytes, poll: bytes) -> bytes:
        """The page once it has changed, by asking for news as a browser does."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            self._get(poll.decode())
            content, poll = self.page(address)
            if content != before:
                return content
        raise CommandError(f"Strona {address} nie pokazała zmiany.")

    def cpu(self) -> float:
        """The seconds that processors worked for the processes that answer; nothing where that cannot be told."""
        return sum(map(_worked, [self._process.pid, *_renderers(self._process.pid)]))

    def _get(self, address: str) -> bytes:
        with urllib.request.urlopen(self._address + address, timeout=_PATIENCE) as answer:  # noqa: S310 - our own
            content: bytes = answer.read()
            return content


@contextmanager
def previewed(project: Project, folder: Path) -> Iterator[Preview]:
    """The preview of a project, once it has shown the first site and is at rest."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    variables = {
        **os.environ,
        "PYTHONPATH": str(project.folder / "scripts") + os.pathsep + str(project.folder / "hooks"),
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": "0",
        "CATALOGUE_CACHE": str(folder / "cache"),
    }
    variables.pop("PRACTICES_DIR", None)
    log = folder / "log"
    with log.open("wb") as output:
        command = [sys.executable, "-c", _SERVE, "--serve", f"--dev-addr=127.0.0.1:{port}"]
        process = subprocess.Popen(command, cwd=project.folder, env=variables, stdout=output, stderr=subprocess.STDOUT)
    try:
        while "\nPodgląd: " not in log.read_text(encoding="utf-8"):
            if process.poll() is not None or _PROBLEMS.search(log.read_text(encoding="utf-8")):
                raise CommandError(log.read_text(encoding="utf-8"))
            time.sleep(0.2)
        time.sleep(10)  # the resident process reads the catalogue
        yield Preview(process, f"http://127.0.0.1:{port}/")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def measured(project: Project, preview: Preview, count: int, pause: float) -> Mapping[str, Times]:
    """The times of so many saves, by their kind."""
    times: dict[str, Times] = {}
    for name, save in islice(saves(project), count):
        text = save.text()
        before, poll = preview.page(save.page)
        worked, began = preview.cpu(), time.perf_counter()
        save.path.write_text(text, encoding="utf-8")
        preview.seen(save.page, before, poll)
        kind = times.setdefault(name, Times())
        kind.seconds.append(time.perf_counter() - began)
        kind.cpu.append(preview.cpu() - worked)
        time.sleep(pause)
    return times


def _renderers(parent: int) -> list[int]:
    """The processes that render for a preview."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = status.read_text(encoding="utf-8").rpartition(")")[2].split()
            command = status.with_name("cmdline").read_bytes()
            if int(fields[1]) == parent and b"spawn_main" in command:
                found.append(int(status.parent.name))
    return found


def _worked(process: int) -> float:
    """The seconds that processors worked for a process; nothing where that cannot be told."""
    total = 0
    for each in Path(f"/proc/{process}/task").glob("*/schedstat"):
        with suppress(OSError):
            total += int(each.read_text(encoding="ascii").split()[0])
    return total / 1e9


def table(times: Mapping[str, Times]) -> Table:
    """Medians and the worst, a row for each kind of save."""
    from rich.table import Table

    shown = Table(title="od zapisu do strony")
    shown.add_column("zapis", no_wrap=True)
    for heading in ("ile", "mediana s", "najgorszy s", "mediana CPU s", "najgorszy CPU s"):
        shown.add_column(heading, justify="right")
    for name, kind in times.items():
        figures = (median(kind.seconds), max(kind.seconds), median(kind.cpu), max(kind.cpu))
        shown.add_row(name, str(len(kind.seconds)), *(f"{each:.3f}" for each in figures))
    return shown


if __name__ == "__main__":
    run(main)
