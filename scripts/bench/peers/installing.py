"""Gets a generator from PyPI into an environment of its own, every package by its hash, when a measurement wants it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from _shared.environment import VENV, CommandError, venv_python

HERE = Path(__file__).parent


def installed(name: str) -> Path:
    """The Python of an environment with the packages that ``<name>.txt`` locks; made at the first use.

    Raises:
        CommandError: they could not be installed; says why, in pip's words.
    """
    lock = HERE / f"{name}.txt"
    home = VENV / f"peer-{name}-{hashlib.sha256(lock.read_bytes()).hexdigest()[:8]}"
    finished = home / "finished"
    if not finished.is_file():
        print(f"Instaluję do porównania: {name} (tylko za pierwszym razem i po zmianie wersji).")
        shutil.rmtree(home, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        _install(name, lock, venv_python(home))
        finished.touch()
    return venv_python(home)


def _install(name: str, lock: Path, python: Path) -> None:
    options = ["--require-hashes", "--only-binary=:all:", "--no-input", "--quiet", "--disable-pip-version-check"]
    command = [str(python), "-m", "pip", "install", *options, "-r", str(lock)]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", errors="replace", env={**os.environ, "PIP_USER": "0"}
    )
    if done.returncode:
        reasons = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or done.stderr.splitlines()[
            -3:
        ]
        raise CommandError(f"Nie udało się zainstalować: {name}. Program pip mówi:\n" + "\n".join(reasons))
