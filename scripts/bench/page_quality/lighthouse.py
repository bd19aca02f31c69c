"""Gets Lighthouse and asks it about a page: Node from the system, the program from npm, every package by its hash."""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from _shared.browsers import CHROMIUM, NO_OTHER_HOST, OPTIONS
from _shared.environment import VENV, CommandError

# 185 MB for this measurement alone, so Lighthouse is no part of the locks of requirements/.
_WANTED = Path(__file__).with_name("package.json")
_LOCK = Path(__file__).with_name("package-lock.json")
PROGRAM = Path("node_modules", "lighthouse", "cli", "index.js")

FORMS = {"telefon": [], "komputer": ["--preset=desktop"]}
"""What Lighthouse pretends to be, and how it is reported."""


def fetched_lighthouse() -> Path:
    """The program of Lighthouse, installed into ``.venv/`` the first time.

    Raises:
        CommandError: there is no Node, or it could not be installed.
    """
    need_node()
    version = json.loads(_WANTED.read_text(encoding="utf-8"))["dependencies"]["lighthouse"]
    home = VENV / f"lighthouse-{version}-{hashlib.sha256(_LOCK.read_bytes()).hexdigest()[:8]}"
    if not home.is_dir():
        print(f"Instaluję Lighthouse {version} (185 MB, tylko za pierwszym razem).")
        with tempfile.TemporaryDirectory(dir=VENV) as folder:  # one that broke off would look like a finished one
            for path in (_WANTED, _LOCK):
                shutil.copy(path, folder)
            _install(Path(folder))
            Path(folder).rename(home)
            Path(folder).mkdir()  # which is still to be taken away
    return home / PROGRAM


def _install(folder: Path) -> None:
    # No package runs a program of its own while it is installed.
    command = [_needed("npm"), "ci", "--ignore-scripts", "--engine-strict", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode:
        raise CommandError(
            "Nie udało się zainstalować programu Lighthouse. Sprawdź połączenie z internetem i wersję programu Node\n"
            f"(18.16 lub nowszy). Program npm mówi:\n\n{done.stderr.strip()}"
        )


def need_node() -> None:
    """Make sure that there are Node and npm.

    Raises:
        CommandError: one of them is missing.
    """
    for program in ("node", "npm"):
        _needed(program)


def _needed(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise CommandError(
            f"Ten pomiar potrzebuje programu {program}: Lighthouse działa w środowisku Node 18.16 lub nowszym.\n"
            "W Debianie i Ubuntu: sudo apt install nodejs npm"
        )
    return path


def report_of(program: Path, address: str, form: str) -> dict[str, Any]:
    """What Lighthouse says of the page at an address.

    Raises:
        CommandError: it could not look at the page.
    """
    flags = shlex.join(["--headless=new", *OPTIONS, NO_OTHER_HOST])
    options = ["--output=json", "--quiet", "--locale=pl", "--no-enable-error-reporting", f"--chrome-flags={flags}"]
    done = subprocess.run(
        [_needed("node"), str(program), address, *options, *FORMS[form]],
        env={**os.environ, "CHROME_PATH": CHROMIUM.needed()},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise CommandError(f"Lighthouse nie ocenił strony {address}. Mówi:\n\n{done.stderr.strip()}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report
