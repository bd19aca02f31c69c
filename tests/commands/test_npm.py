"""How programs from npm are got, by a program that stands in for Node."""

from pathlib import Path

import pytest

from _shared import npm
from _shared.environment import CommandError

FAKE_NODE = """
mkdir node_modules
echo "$@" > asked.txt
"""


@pytest.fixture
def wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is wanted from npm; it is installed beside it."""
    monkeypatch.setattr(npm, "VENV", tmp_path / "venv")
    monkeypatch.setattr(npm, "node", lambda: tmp_path / "node" / "bin" / "node")
    (tmp_path / "venv").mkdir()
    (tmp_path / "node" / "bin").mkdir(parents=True)
    folder = tmp_path / "wanted"
    folder.mkdir()
    for name in ("package.json", "package-lock.json"):
        (folder / name).write_text("{}", encoding="utf-8")
    return folder


def stand_in(text: str) -> None:
    npm.node().write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    npm.node().chmod(0o755)


def test_packages_are_installed_once_and_run_no_program_of_theirs(wanted: Path) -> None:
    stand_in(FAKE_NODE)
    home = npm.installed(wanted, "próba")
    stand_in("exit 1")
    assert npm.installed(wanted, "próba") == home
    assert "ci --ignore-scripts" in (home / "asked.txt").read_text(encoding="utf-8")
    assert [path.name for path in home.parent.iterdir()] == [home.name]


def test_another_lock_is_installed_anew(wanted: Path) -> None:
    stand_in(FAKE_NODE)
    home = npm.installed(wanted, "próba")
    (wanted / "package-lock.json").write_text('{"packages": {}}', encoding="utf-8")
    assert npm.installed(wanted, "próba") != home


def test_an_installation_that_fails_is_said_in_a_sentence_and_leaves_nothing(wanted: Path) -> None:
    stand_in("echo no network >&2; exit 1")
    with pytest.raises(CommandError, match=r"Nie udało się zainstalować z npm: próba(?s:.*)no network"):
        npm.installed(wanted, "próba")
    assert list(npm.home_of(wanted).parent.iterdir()) == []
