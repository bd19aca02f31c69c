"""Rewrites requirements/*.txt after a pin in pyproject.toml has changed.

The locks name every package that pyproject.toml pulls in, with its exact version and the hashes of all its files, for
every system and every Python the project supports. ``--upgrade`` takes newer indirect packages as well.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from _environment import ROOT, locked, run, venv_python

# uv writes one lock for all systems, which pip-compile cannot; it is needed for this alone.
UV = "uv==0.13.9"


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
    return 0


def lock_command(needs: str, below: tuple[str, ...] = ()) -> list[str]:
    options = ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    header = ["--custom-compile-command", "python3 scripts/lock.py"]
    output = ["--output-file", str(locked(needs).relative_to(ROOT))]
    on_top = [f"--extra={needs}", *(f"--constraint={locked(name)}" for name in below)] if below else []
    return ["uv", "pip", "compile", "pyproject.toml", *output, *header, *options, *on_top]


if __name__ == "__main__":
    run(main)
