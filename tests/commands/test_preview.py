"""The live preview always answers: with the last good pages, and with what is wrong on them."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

import pytest
from tests.support.builds import copy_practices

from _shared.environment import ROOT

SERVE = "import build; build.enter = lambda *_: None; build.run(build.main)"
PAGE = "praktyki/gdynia-pracownia/"
PROBLEMS = "data-preview-problems"
PATIENCE = 240
"""Seconds after which a preview counts as stuck, on however busy a machine."""


@dataclass
class Preview:
    process: subprocess.Popen[bytes]
    address: str
    entry: Path
    log: Path

    def page(self, address: str = PAGE) -> str:
        with urllib.request.urlopen(self.address + address, timeout=PATIENCE) as answer:  # noqa: S310 - our own
            text: str = answer.read().decode()
            return text

    def until(self, *, problems: bool) -> str:
        """The page once it has problems on it, or none."""
        end = time.monotonic() + PATIENCE
        while (PROBLEMS in (text := self.page())) != problems:
            assert time.monotonic() < end, self.log.read_text(encoding="utf-8")
            time.sleep(0.1)
        return text


def serve(*arguments: str, practices: Path, log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as output:
        return subprocess.Popen(
            [sys.executable, "-c", SERVE, "--serve", *arguments],
            env={
                **os.environ,
                "PYTHONPATH": f"{ROOT / 'scripts'}{os.pathsep}{ROOT / 'hooks'}",
                "PYTHONUTF8": "1",
                "PRACTICES_DIR": str(practices),
            },
            stdout=output,
            stderr=subprocess.STDOUT,
        )


def poll(preview: Preview, n: int) -> None:
    with suppress(OSError, HTTPException):  # the preview ends before there are any news
        preview.page(f"livereload/99999999999999/{n}")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """The preview of a catalogue whose one entry is faulty."""
    practices = copy_practices(tmp_path / "practices", "gdynia-pracownia")
    shutil.copy(practices / "gdynia-pracownia" / "index.md", tmp_path / "good.md")
    spoil(practices / "gdynia-pracownia" / "index.md")
    port = free_port()
    process = serve(f"--dev-addr=127.0.0.1:{port}", practices=practices, log=tmp_path / "log")
    made = Preview(process, f"http://127.0.0.1:{port}/", practices / "gdynia-pracownia" / "index.md", tmp_path / "log")
    try:
        while process.poll() is None and "Podgląd: " not in made.log.read_text(encoding="utf-8"):
            time.sleep(0.1)
        yield made
    finally:
        process.kill()
        process.wait()


def spoil(entry: Path) -> None:
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("\ntitle:", "\n<script>alert(1)</script>: x\ntitle:", 1), encoding="utf-8")


def test_pages_stay_with_the_problems_on_them_until_these_are_mended(preview: Preview, tmp_path: Path) -> None:
    first = preview.page()
    assert PROBLEMS in first
    assert "practices/gdynia-pracownia/index.md:" in first
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in first
    assert "<script>alert(1)" not in first

    shutil.copy(tmp_path / "good.md", preview.entry)
    good = preview.until(problems=False)
    assert "Pracownia" in good

    spoil(preview.entry)
    both = preview.until(problems=True)
    assert "Pracownia" in both
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in both
    assert "Strony nie da się teraz zbudować, więc widać ostatnią dobrą wersję" in both

    for n in range(40):  # open pages, each waiting for news
        threading.Thread(target=poll, args=[preview, n], daemon=True).start()
    assert "Pracownia" in preview.page()

    again = serve(f"--dev-addr={preview.address[7:-1]}", practices=preview.entry.parents[1], log=tmp_path / "again")
    assert again.wait(PATIENCE) == 2
    output = (tmp_path / "again").read_text(encoding="utf-8")
    assert "jest zajęty (127.0.0.1)" in output
    assert "--dev-addr 127.0.0.1:" in output
    assert "INFO" not in output, "the port is looked at before the build"

    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(PATIENCE) == 0
    log = preview.log.read_text(encoding="utf-8")
    assert "Traceback" not in log + output
    assert log.endswith("\nKoniec podglądu.\n")
