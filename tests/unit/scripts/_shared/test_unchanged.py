"""A build has nothing to do only where nothing that it reads, and nothing of its site, is different."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from _shared import unchanged
from _shared.unchanged import Stamp, hash_of

SETTINGS = {"SOURCE_DATE_EPOCH": "1764374400"}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with practices, pages, an environment and a site."""
    monkeypatch.delenv("CATALOGUE_CACHE", raising=False)
    monkeypatch.setattr(unchanged, "ROOT", tmp_path)
    monkeypatch.setattr(unchanged, "VENV", tmp_path / ".venv")
    for name in ("practices/las/index.md", "docs/index.md", "mkdocs.yml", "site/index.html", "site/a/b.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    (tmp_path / ".venv/lib/python3/site-packages/las-1.0.dist-info").mkdir(parents=True)
    return tmp_path


def stamp(place: Path, settings: dict[str, str] = SETTINGS) -> Stamp:
    return Stamp(place / "site", hash_of([place / name for name in ("mkdocs.yml", "docs", "practices")], settings))


def test_what_stands_as_it_was_left_is_seen(place: Path) -> None:
    assert not stamp(place).holds()
    stamp(place).set()
    assert stamp(place).holds()


@pytest.mark.parametrize(
    "change",
    [
        lambda place: (place / "practices/las/index.md").write_text("practices/las/index.mD", encoding="utf-8"),
        lambda place: (place / "practices/las/index.md").rename(place / "practices/las/inny.md"),
        lambda place: (place / "docs/nowa.md").write_text("", encoding="utf-8"),
        lambda place: (place / "docs/index.md").unlink(),
        lambda place: (place / "mkdocs.yml").unlink(),
        lambda place: os.utime(place / "site/index.html", (0, 0)),
        lambda place: (place / "site/a/b.html").unlink(),
        lambda place: (place / "site/c.html").write_text("", encoding="utf-8"),
        lambda place: (place / ".venv/lib/python3/site-packages/las-2.0.dist-info").mkdir(),
    ],
)
def test_whatever_is_different_is_noticed(change: Callable[[Path], object], place: Path) -> None:
    stamp(place).set()
    change(place)
    assert not stamp(place).holds()


def test_another_setting_is_noticed(place: Path) -> None:
    stamp(place).set()
    assert not stamp(place, {"SOURCE_DATE_EPOCH": "0"}).holds()


def test_what_changes_while_a_site_is_built_is_noticed_by_the_next_build(place: Path) -> None:
    before = stamp(place)
    (place / "practices/las/index.md").write_text("Meanwhile.", encoding="utf-8")
    before.set()
    assert not stamp(place).holds()


def test_each_site_has_a_stamp_of_its_own(place: Path) -> None:
    stamp(place).set()
    (place / "other").mkdir()
    assert not Stamp(place / "other", hash_of([place / "docs"], SETTINGS)).holds()


def test_without_the_right_to_write_the_next_build_looks_more_closely(place: Path) -> None:
    (place / ".cache").write_text("", encoding="utf-8")
    stamp(place).set()
    assert not stamp(place).holds()


def test_what_cannot_be_told_never_holds(place: Path) -> None:
    Stamp(place / "site", "").set()
    assert not Stamp(place / "site", "").holds()


@pytest.mark.parametrize(("named", "holds"), [("", False), ("elsewhere", True)])
def test_a_stamp_lies_where_caches_do(named: str, holds: bool, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CATALOGUE_CACHE", str(place / named) if named else "")
    stamp(place).set()
    assert stamp(place).holds() is holds
    assert not (place / ".cache").exists()
