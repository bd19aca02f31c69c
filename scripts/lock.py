"""Rewrites the locks: requirements/*.txt after a pin in pyproject.toml has changed, those of npm after one beside them.

The locks name every package that is pulled in, with its exact version and the hashes of all its files, for every
system and every Python the project supports, and no address. Afterwards pip is asked whether each can be installed on
each (scripts/check_locks.py). ``--upgrade`` takes newer indirect packages of Python as well. The locks of npm,
*/package-lock.json, stay as they are where npm is missing.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from _shared.environment import ROOT, CommandError, locked, run, venv_python

# uv writes one lock for all systems, which pip-compile cannot; it is needed for this alone.
UV = "uv==0.13.9"
# Programs of npm, each with what it asks for in its package.json: Lighthouse, linters of styles and scripts, a browser,
# a page without a browser, other search engines.
OF_NPM = (
    *(ROOT / "scripts" / "bench" / name for name in ("page_quality", "web_lint", "chromium_109", "search_peers")),
    ROOT / "tests" / "whole" / "site_scripts",
)
OPTIONS = (
    *("--custom-compile-command", "python3 scripts/lock.py"),
    *("--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--quiet"),
)
# Generators to compare with, each apart and apart from the locks above: only a measurement wants them.
PEERS = ("hugo", "zensical")


def main() -> int:
    """Lock the site's packages, on top of them those for PDF and for imports, and the tests' on top of all."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(venv_python(Path(folder)))
        subprocess.run([python, "-m", "pip", "install", "--quiet", UV], check=True)
        for command in (
            lock_command("site"),
            lock_command("pdf", below=("site",)),
            lock_command("import", below=("site",)),
            # The tests open PDF files and documents too, so their environment serves every command.
            [*lock_command("test", below=("site", "pdf", "import")), "--extra=pdf", "--extra=import"],
        ):
            subprocess.run([python, "-m", *command, *sys.argv[1:]], cwd=ROOT, check=True)
        for name in PEERS:
            subprocess.run([python, "-m", *peer_command(name), *sys.argv[1:]], cwd=ROOT, check=True)
        print("Pytam pip, czy wszystko da się zainstalować na każdym systemie; trwa to około pół minuty.")
        checked = subprocess.run([python, str(ROOT / "scripts" / "check_locks.py")], cwd=ROOT).returncode
    if npm := shutil.which("npm"):
        for asked in OF_NPM:
            lock_of_npm(npm, asked)
    else:
        print("Bez programu npm pliki package-lock.json zostają bez zmian.")
    if checked == 1:
        raise CommandError(
            "Nowych plików z requirements/ nie da się zainstalować wszędzie (tabela wyżej).\n"
            "Zmień w pyproject.toml wersję wskazanego pakietu na taką, która ma koła (wheels) na wszystkie systemy,\n"
            "albo zastąp go innym."
        )
    return checked


def lock_of_npm(npm: str, folder: Path) -> None:
    """Lock what package.json of a folder asks for; where the authors of a package take money is no part of a lock."""
    options = ["--package-lock-only", "--ignore-scripts", "--omit-lockfile-registry-resolved", "--no-audit", "--silent"]
    subprocess.run([npm, "install", *options], cwd=folder, check=True)
    path = folder / "package-lock.json"
    lock = json.loads(path.read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
    path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def lock_command(needs: str, below: tuple[str, ...] = ()) -> list[str]:
    output = ["--output-file", str(locked(needs).relative_to(ROOT))]
    on_top = [f"--extra={needs}", *(f"--constraint={locked(name)}" for name in below)] if below else []
    return ["uv", "pip", "compile", "pyproject.toml", *output, *OPTIONS, *on_top]


def peer_command(name: str) -> list[str]:
    folder = Path("scripts", "bench", "peers")
    return ["uv", "pip", "compile", str(folder / f"{name}.in"), "--output-file", str(folder / f"{name}.txt"), *OPTIONS]


if __name__ == "__main__":
    run(main)
