"""Finds the Chromium that the browser tests use, and installs Debian's where that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from _environment import ROOT

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

HOW_TO_INSTALL = (
    "Testy w przeglądarce potrzebują Chromium. Zainstaluj je (Debian: sudo apt install chromium)\n"
    "albo wskaż program zmienną środowiskową CHROMIUM, na przykład CHROMIUM=/opt/chrome/chrome."
)


def find_chromium() -> str | None:
    """The path of an installed Chromium or Chrome; the environment variable ``CHROMIUM`` goes first."""
    names = (os.environ.get("CHROMIUM", "chromium"), "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for path in map(shutil.which, names) if path), None)


def install_chromium() -> bool:
    """Whether Chromium is there, after an attempt to install it where the system lets us."""
    if find_chromium():
        return True
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("Instaluję Chromium z pakietów Debiana; zwykle trwa to około minuty.")
        quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in ("apt-get update -qq", "apt-get install -y -qq chromium"):
            done = subprocess.run(command.split(), env=quietly, capture_output=True, text=True, errors="replace")
            if done.returncode:
                print(done.stderr)
    return find_chromium() is not None


def needs_browser(arguments: list[str]) -> bool:
    """Whether pytest would come to the browser tests: no path given, or one that leads there."""
    named = [ROOT / argument.split("::")[0] for argument in arguments if not argument.startswith("-")]
    paths = [path.resolve() for path in named if path.exists()]
    return not paths or any(leads_to(path, tests) for path in paths for tests in (BROWSER_TESTS, SEARCH_TESTS))


def leads_to(path: Path, folder: Path) -> bool:
    return path.is_relative_to(folder) or folder.is_relative_to(path)
