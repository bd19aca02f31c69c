"""How Lighthouse is got and asked, by programs that stand in for Node, and the server that stands in for a host."""

import gzip
import os
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from _shared.environment import CommandError
from _shared.serving import hosted
from bench.page_quality import fetched_lighthouse, lighthouse, report_of

FAKE_NPM = """
mkdir -p node_modules/lighthouse/cli
cp package-lock.json node_modules/lighthouse/cli/index.js
echo "$@" > asked.txt
"""
POLICY = "/*\n  Content-Security-Policy: default-src 'none'\n"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose programs go first; what is installed goes beside it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", os.pathsep.join([str(folder), os.environ["PATH"]]))
    monkeypatch.setattr(lighthouse, "VENV", tmp_path)
    return folder


def program(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_lighthouse_is_installed_once_and_runs_no_program_of_its_packages(programs: Path) -> None:
    program(programs, "node", "")
    program(programs, "npm", FAKE_NPM)
    installed = fetched_lighthouse()
    program(programs, "npm", "exit 1")
    assert fetched_lighthouse() == installed
    assert installed.is_file()
    home = installed.parents[3]
    assert "ci --ignore-scripts" in (home / "asked.txt").read_text(encoding="utf-8")
    assert [path.name for path in programs.parent.iterdir() if path != programs] == [home.name]


def test_an_installation_that_fails_is_said_in_a_sentence_and_tried_again(programs: Path) -> None:
    program(programs, "node", "")
    program(programs, "npm", "echo no network >&2; exit 1")
    with pytest.raises(CommandError, match=r"Nie udało się zainstalować programu Lighthouse(?s:.*)no network"):
        fetched_lighthouse()
    program(programs, "npm", FAKE_NPM)
    assert fetched_lighthouse().is_file()


def test_without_node_or_npm_a_sentence_says_what_to_install(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(programs))
    with pytest.raises(CommandError, match=r"programu node(?s:.*)apt install nodejs npm"):
        fetched_lighthouse()
    program(programs, "node", "")
    with pytest.raises(CommandError, match="programu npm"):
        fetched_lighthouse()


def test_lighthouse_is_asked_about_a_page_as_a_form_and_finds_the_browser(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(programs, "browser", "")
    monkeypatch.setenv("CHROMIUM", str(programs / "browser"))
    program(programs, "node", """printf '{"asked": "%s", "browser": "%s"}' "$*" "$CHROME_PATH" """)
    report = report_of(Path("index.js"), "http://127.0.0.1/", "komputer")
    assert report["asked"].startswith("index.js http://127.0.0.1/ --output=json")
    assert report["asked"].endswith("--preset=desktop")
    assert "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1" in report["asked"]
    assert report["browser"] == str(programs / "browser")
    program(programs, "node", "echo NO_FCP >&2; exit 1")
    with pytest.raises(CommandError, match=r"nie ocenił strony(?s:.*)NO_FCP"):
        report_of(Path("index.js"), "http://127.0.0.1/", "telefon")


def test_a_host_packs_texts_and_sends_what_the_site_asks_for(tmp_path: Path) -> None:
    with hosted(tmp_path) as web:
        (tmp_path / "_headers").write_text(POLICY, encoding="utf-8")
        (tmp_path / "las").mkdir()
        (tmp_path / "las" / "index.html").write_text("las" * 100, encoding="utf-8")
        (tmp_path / "las.png").write_bytes(b"png")
        page = urlopen(Request(f"{web.address}las/?q=a", headers={"Accept-Encoding": "gzip"}))  # noqa: S310
        plain = urlopen(f"{web.address}las/")  # noqa: S310
        picture = urlopen(Request(f"{web.address}las.png", headers={"Accept-Encoding": "gzip"}))  # noqa: S310
    assert gzip.decompress(page.read()).decode() == plain.read().decode() == "las" * 100
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Content-Encoding"] == "gzip"
    assert int(page.headers["Content-Length"]) < 50
    assert {each.headers["Content-Security-Policy"] for each in (page, plain, picture)} == {"default-src 'none'"}
    assert (picture.headers["Content-Encoding"], picture.read()) == (None, b"png")


def test_a_host_leads_to_the_address_of_a_folder_and_has_no_more_than_it_has(tmp_path: Path) -> None:
    (tmp_path / "las").mkdir()
    (tmp_path / "las" / "index.html").write_text("las", encoding="utf-8")
    with hosted(tmp_path) as web:
        assert urlopen(Request(f"{web.address}las", headers={"Accept-Encoding": "gzip"})).url == f"{web.address}las/"  # noqa: S310
        with pytest.raises(OSError, match="404"):
            urlopen(f"{web.address}sad/")  # noqa: S310
