"""The live preview always answers: with the last good pages, and with what is wrong on them."""

import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

import pytest
from tests.support.builds import copy_practices
from tests.support.previews import PATIENCE, PROBLEMS, Preview, free_port, serve

PAGE = "praktyki/gdynia-pracownia/"


@dataclass
class OneEntry:
    """The preview of one entry."""

    preview: Preview
    entry: Path

    def page(self) -> str:
        return self.preview.page(PAGE)

    def until(self, *, problems: bool) -> str:
        """The page once it has problems on it, or none."""
        return self.preview.until(PAGE, lambda text: (PROBLEMS in text) is problems)


def poll(preview: Preview, n: int) -> None:
    with suppress(OSError, HTTPException):  # the preview ends before there are any news
        preview.page(f"livereload/99999999999999/{n}")


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[OneEntry]:
    """The preview of a catalogue whose one entry is faulty."""
    practices = copy_practices(tmp_path / "practices", "gdynia-pracownia")
    entry = practices / "gdynia-pracownia" / "index.md"
    shutil.copy(entry, tmp_path / "good.md")
    spoil(entry)
    port = free_port()
    process = serve(f"--dev-addr=127.0.0.1:{port}", log=tmp_path / "log", PRACTICES_DIR=str(practices))
    try:
        yield OneEntry(Preview(process, f"http://127.0.0.1:{port}/", tmp_path / "log").begun(), entry)
    finally:
        process.kill()
        process.wait()


def spoil(entry: Path) -> None:
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("\ntitle:", "\n<script>alert(1)</script>: x\ntitle:", 1), encoding="utf-8")


def test_pages_stay_with_the_problems_on_them_until_these_are_mended(shown: OneEntry, tmp_path: Path) -> None:
    first = shown.page()
    assert PROBLEMS in first
    assert "practices/gdynia-pracownia/index.md:" in first
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in first
    assert "<script>alert(1)" not in first

    shutil.copy(tmp_path / "good.md", shown.entry)
    good = shown.until(problems=False)
    assert "Pracownia" in good

    spoil(shown.entry)
    both = shown.until(problems=True)
    assert "Pracownia" in both
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in both
    assert "Strony nie da się teraz zbudować, więc widać ostatnią dobrą wersję" in both

    for n in range(40):  # open pages, each waiting for news
        threading.Thread(target=poll, args=[shown.preview, n], daemon=True).start()
    assert "Pracownia" in shown.page()

    again = serve(f"--dev-addr={shown.preview.address[7:-1]}", log=tmp_path / "again")
    assert again.wait(PATIENCE) == 2
    output = (tmp_path / "again").read_text(encoding="utf-8")
    assert "jest zajęty (127.0.0.1)" in output
    assert "--dev-addr 127.0.0.1:" in output
    assert "INFO" not in output, "the port is looked at before the build"

    shown.preview.process.send_signal(signal.SIGINT)
    assert shown.preview.process.wait(PATIENCE) == 0
    log = shown.preview.log.read_text(encoding="utf-8")
    assert "Traceback" not in log + output
    assert log.endswith("\nKoniec podglądu.\n")
