"""Changes are told of, by the system or by looking."""

import queue
from collections.abc import Callable
from pathlib import Path

import pytest

from _shared.preview import watching
from _shared.preview.watching import Watcher, is_source

SOON = 20.0

Told = queue.Queue[frozenset[Path]]


@pytest.fixture
def told() -> Told:
    return queue.Queue()


@pytest.fixture
def started(tmp_path: Path, told: Told) -> Callable[[], Watcher]:
    (tmp_path / "practices" / "las").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").touch()

    def start() -> Watcher:
        watcher = Watcher([tmp_path / "practices", tmp_path / "mkdocs.yml", tmp_path / "missing"], told.put)
        watcher.start()
        return watcher

    return start


def until(told: Told, path: Path) -> None:
    while path not in told.get(timeout=SOON):
        pass


def test_the_system_tells_of_what_is_written(
    tmp_path: Path, told: Told, started: Callable[[], Watcher], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SELDOM", 1000.0)
    started()
    entry = tmp_path / "practices" / "las" / "index.md"
    entry.write_text("x", encoding="utf-8")
    until(told, entry)
    (tmp_path / "mkdocs.yml").write_text("x", encoding="utf-8")
    until(told, tmp_path / "mkdocs.yml")
    entry.unlink()
    until(told, entry)


@pytest.mark.slow
def test_what_the_system_does_not_tell_of_is_found(
    tmp_path: Path, told: Told, started: Callable[[], Watcher], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SELDOM", 0.05)
    monkeypatch.setattr(watching, "PAUSE", 0.05)
    monkeypatch.setattr(Watcher, "_listen", lambda _: None)
    started()
    entry = tmp_path / "practices" / "las" / "index.md"
    entry.write_text("x", encoding="utf-8")
    assert told.get(timeout=SOON) == {entry}
    (tmp_path / "missing").mkdir()
    (tmp_path / "missing" / "new.md").touch()
    assert told.get(timeout=SOON) == {tmp_path / "missing" / "new.md"}
    entry.unlink()
    assert told.get(timeout=SOON) == {entry}


def test_what_was_told_of_is_not_told_again(
    tmp_path: Path, told: Told, started: Callable[[], Watcher], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SELDOM", 1000.0)
    watcher = started()
    entry = tmp_path / "practices" / "las" / "index.md"
    entry.write_text("x", encoding="utf-8")
    until(told, entry)
    assert watcher._missed() == set()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("practices/las/index.md", True),
        ("practices/las", True),
        ("mkdocs.yml", True),
        ("other.yml", False),
        ("practices/las/.index.md.swp", False),
        ("practices/las/index.md~", False),
        ("practices/__pycache__/x.pyc", False),
        ("practices/.git/index", False),
    ],
)
def test_what_programs_leave_is_no_source(path: str, expected: bool) -> None:
    sources = [Path("/a/.b/practices"), Path("/a/.b/mkdocs.yml")]
    assert is_source(Path("/a/.b") / path, sources) is expected
