"""Finds the browsers that the browser tests use, and installs Debian's where that is allowed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from _shared.console import announce
from _shared.debian import install_unless_there
from _shared.environment import ROOT, CommandError

if TYPE_CHECKING:
    from playwright.sync_api import Browser as RunningBrowser

BROWSER_TESTS = ROOT / "tests" / "browser"
SEARCH_TESTS = ROOT / "tests" / "search"

# Root needs --no-sandbox; the others keep Chromium from asking hosts of its own for updates.
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NO_OTHER_HOST = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser by its name: the variable that names its program, the programs it may be, Debian's package, and the
    browser that does the same, more slowly, where it is missing.
    """

    name: str
    variable: str
    programs: tuple[str, ...]
    package: str
    substitute: Browser | None = None

    @property
    def how_to_install(self) -> str:
        """What to tell who has none."""
        return (
            f"Testy w przeglądarce potrzebują programu {self.name}. "
            f"Zainstaluj go (Debian: sudo apt install {self.package})\n"
            f"albo wskaż zmienną środowiskową {self.variable}, na przykład {self.variable}=/opt/{self.programs[0]}."
        )

    def find(self) -> str | None:
        """The path of the installed program; the environment variable goes first."""
        return self._own() or (self.substitute.find() if self.substitute else None)

    def needed(self) -> str:
        """The path of the installed program.

        Raises:
            CommandError: there is none.
        """
        path = self.find()
        if path is None:
            raise CommandError(self.how_to_install)
        return path

    def install(self) -> bool:
        """Whether it is there, after an attempt to install it where the system lets us."""
        message = f"Instaluję {self.name} z pakietów Debiana; zwykle trwa to około minuty."
        if install_unless_there(lambda: self._own() is not None, message, self.package):
            return True
        if self.substitute is None or not self.substitute.install():
            return False
        announce(f"Nie ma programu {self.name}. Zastąpi go {self.substitute.name}, a testy potrwają dłużej.")
        return True

    def _own(self) -> str | None:
        names = (os.environ.get(self.variable, self.programs[0]), *self.programs[1:])
        return next((path for path in map(shutil.which, names) if path), None)


CHROMIUM = Browser(
    "Chromium", "CHROMIUM", ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"), "chromium"
)
# The same Chromium without its own window: a page costs a third of the time.
HEADLESS_CHROMIUM = Browser(
    "Chromium bez okien", "CHROMIUM", ("chromium-headless-shell",), "chromium-headless-shell", CHROMIUM
)
FIREFOX = Browser("Firefox", "FIREFOX", ("firefox-esr", "firefox"), "firefox-esr")


@contextmanager
def started_chromium() -> Iterator[RunningBrowser]:
    """Chromium that reaches no host but this machine, for as long as the block lasts.

    Raises:
        CommandError: it is not installed.
    """
    from playwright.sync_api import sync_playwright  # only the environment of the tests has it

    path = HEADLESS_CHROMIUM.needed()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*OPTIONS, NO_OTHER_HOST])
        yield browser
        browser.close()


def needs_browser(arguments: list[str]) -> bool:
    """Whether pytest would come to the browser tests."""
    return comes_to(arguments, BROWSER_TESTS, SEARCH_TESTS)


def comes_to(arguments: list[str], *tests: Path) -> bool:
    """Whether pytest would come to some tests: no path given, or one that leads there."""
    named = [ROOT / argument.split("::")[0] for argument in arguments if not argument.startswith("-")]
    paths = [path.resolve() for path in named if path.exists()]
    return not paths or any(leads_to(path, each) for path in paths for each in tests)


def leads_to(path: Path, folder: Path) -> bool:
    return path.is_relative_to(folder) or folder.is_relative_to(path)
