"""Live previews as a browser sees them, each a process of its own."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml
from tests.support.paths import ROOT
from tests.support.sparing import FEW_WORDS

SERVE = "import build; build.enter = lambda *_: None; build.run(build.main)"
PROBLEMS = "data-preview-problems"
PATIENCE = 240
"""Seconds after which a preview counts as stuck, on however busy a machine."""
_COPIED = ("docs", "hooks", "scripts", "requirements")
_SCRIPT = re.compile(rb"<script>\s*var livereload.*?</script>", re.DOTALL)


@dataclass
class Preview:
    """A running preview: its process, where it shows the site, what it has said."""

    process: subprocess.Popen[bytes]
    address: str
    log: Path

    def file(self, address: str) -> bytes | None:
        """A file as a browser gets it, pages without the script that asks for news; ``None`` where there is none."""
        try:
            with urllib.request.urlopen(self.address + address, timeout=PATIENCE) as answer:  # noqa: S310 - our own
                content: bytes = answer.read()
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            raise
        return _SCRIPT.sub(b"", content)

    def page(self, address: str) -> str:
        """A page as a text, script included."""
        with urllib.request.urlopen(self.address + address, timeout=PATIENCE) as answer:  # noqa: S310 - our own
            text: str = answer.read().decode()
            return text

    def until(self, address: str, is_so: Callable[[str], bool]) -> str:
        """A page once something is so."""
        end = time.monotonic() + PATIENCE
        while not is_so(text := self.page(address)):
            assert time.monotonic() < end, self.log.read_text(encoding="utf-8")
            time.sleep(0.1)
        return text

    def begun(self) -> "Preview":
        """The same once it shows the first site."""
        while self.process.poll() is None and "Podgląd: " not in self.log.read_text(encoding="utf-8"):
            time.sleep(0.1)
        return self


def serve(*arguments: str, log: Path, project: Path = ROOT, **variables: str) -> subprocess.Popen[bytes]:
    """Start the preview of a project."""
    with log.open("wb") as output:
        return subprocess.Popen(
            [sys.executable, "-c", SERVE, "--serve", *arguments],
            cwd=project,
            env={
                **os.environ,
                "PYTHONPATH": f"{project / 'scripts'}{os.pathsep}{project / 'hooks'}",
                "PYTHONUTF8": "1",
                **variables,
            },
            stdout=output,
            stderr=subprocess.STDOUT,
        )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def copy_project(folder: Path, practices: Path) -> Path:
    """A copy of the project whose words, templates and code may be spoilt, with some practices."""
    for name in _COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    # Whenever code or a template changes the forms of all everyday words are looked up again, of some thousand.
    search = folder / "hooks" / "goodpractices" / "finding" / "search"
    (search / "everyday.yml").write_text(yaml.safe_dump(FEW_WORDS, allow_unicode=True), encoding="utf-8")
    (search / "everyday_thesaurus.txt").write_bytes(b"")
    shutil.copytree(practices, folder / "practices")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder
