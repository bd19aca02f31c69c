"""The parts of the live preview: what it reads from a build, what it writes on pages, what it looks at."""

import errno
import os
from pathlib import Path

import pytest

from _shared.environment import CommandError
from _shared.preview.faults import faults_in, warnings_in
from _shared.preview.options import Address, read_options, why_no_port
from _shared.preview.panel import BROKEN, DOUBTFUL, NOTHING_YET, panel
from _shared.preview.watching import snapshot

WELL = ["INFO    -  Cleaning\n", "WARNING -  docs/index.md:3:1: zły odnośnik\n", "UWAGA: bez słownika\n"]


def test_of_a_build_that_went_well_only_warnings_are_reported() -> None:
    assert warnings_in(WELL) == ["docs/index.md:3:1: zły odnośnik"]


def test_of_a_build_that_failed_everything_but_news_is_reported_once() -> None:
    said = [*WELL, "practices/las/index.md:7:1: x: Źle.\n", "\n", "ERROR   -  y\n", "ERROR   -  y\n"]
    assert faults_in(said) == [
        "docs/index.md:3:1: zły odnośnik",
        "UWAGA: bez słownika",
        "practices/las/index.md:7:1: x: Źle.",
        "y",
    ]


def test_of_a_traceback_its_place_and_its_last_line_are_reported() -> None:
    said = [
        "INFO    -  Cleaning\n",
        "Traceback (most recent call last):\n",
        '  File "/x/a.py", line 1, in <module>\n',
        "    import b\n",
        '  File "/x/b.py", line 7, in f\n',
        "    return 1 / 0\n",
        "ZeroDivisionError: division by zero\n",
    ]
    assert faults_in(said) == ["/x/b.py:7: ZeroDivisionError: division by zero"]


def test_words_of_strangers_are_nothing_but_words() -> None:
    shown = panel([BROKEN, "<script>alert(1)</script> {items} </body>"], has_pages=True)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {items} &lt;/body&gt;" in shown
    assert "<script" not in shown


def test_the_heading_says_which_pages_are_seen() -> None:
    assert BROKEN in panel([BROKEN, "x"], has_pages=True)
    assert NOTHING_YET in panel([BROKEN, "x"], has_pages=False)
    assert DOUBTFUL in panel([DOUBTFUL, "x"], has_pages=True)
    assert panel([], has_pages=True) == ""


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [("127.0.0.1:8001", "127.0.0.1", 8001), ("localhost:0", "localhost", 0), ("[::1]:80", "::1", 80)],
)
def test_an_address_is_a_host_and_a_port(text: str, host: str, port: int) -> None:
    assert Address.read(text) == Address(host, port)


@pytest.mark.parametrize("text", ["8001", ":8001", "a:", "a:b", "a:65536", "a:-1", ""])
def test_what_is_no_address_is_reported_with_one_that_is(text: str) -> None:
    with pytest.raises(CommandError, match=r"--dev-addr 127\.0\.0\.1:8000"):
        Address.read(text)


@pytest.mark.parametrize(
    ("code", "message", "port"),
    [
        (errno.EADDRINUSE, "Port 8000 jest zajęty", "8001"),
        (errno.EACCES, "zastrzeżony dla administratora", "8001"),
        (errno.EADDRNOTAVAIL, "nie da się otworzyć podglądu", "8000"),
    ],
)
def test_a_port_that_cannot_be_had_is_reported_with_another(code: int, message: str, port: str) -> None:
    said = why_no_port(OSError(code, os.strerror(code)), "127.0.0.1", 8000)
    assert message in said
    assert said.endswith(f"--dev-addr 127.0.0.1:{port}")


def test_options_of_mkdocs_own_preview_are_known_and_the_rest_goes_to_the_build() -> None:
    options, others = read_options(["-a", "x:1", "-w", "y", "--dirty", "--no-livereload", "--theme", "z"])
    assert (options.dev_addr, options.watch, options.livereload) == ("x:1", ["y"], False)
    assert others == ["--theme", "z"]


def test_a_preview_writes_no_site(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read_options(["--site-dir", "x"])
    assert "podgląd nie zapisuje strony" in capsys.readouterr().err


def test_a_change_of_any_file_is_seen_and_what_programs_leave_is_not(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.md").write_text("x", encoding="utf-8")
    (tmp_path / "mkdocs.yml").touch()
    sources = [tmp_path / "a", tmp_path / "mkdocs.yml", tmp_path / "missing"]
    before = snapshot(sources)
    assert len(before) == 2
    (tmp_path / "a" / ".c.md.swp").touch()
    (tmp_path / "a" / "c.md~").touch()
    (tmp_path / "a" / "__pycache__").mkdir()
    (tmp_path / "a" / "__pycache__" / "x.pyc").touch()
    assert snapshot(sources) == before
    (tmp_path / "a" / "b" / "c.md").write_text("xy", encoding="utf-8")
    changed = snapshot(sources)
    assert changed != before
    (tmp_path / "missing").mkdir()
    (tmp_path / "missing" / "d.md").touch()
    assert len(snapshot(sources)) == 3
