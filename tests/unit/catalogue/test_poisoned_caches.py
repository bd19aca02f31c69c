"""A cache somebody else had in hands: what is kept there is used under its own key, and only if it can be read."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.support.entries import add, entry, practices_folder

from goodpractices.catalogue import Cache, Catalogue, load_catalogue
from goodpractices.catalogue.seals import seal_of

Change = Callable[[sqlite3.Connection], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = practices_folder(tmp_path)
    for name in ("las", "park", "sad"):
        add(folder, f"{name}/index.md", entry({"title": f"Praktyka {name}"}))
    return folder


@pytest.fixture
def place(folder: Path, tmp_path: Path) -> Path:
    """The file of a cache that a run has filled."""
    place = tmp_path / "cache.sqlite"
    loaded(folder, place)
    return place


def loaded(folder: Path, place: Path | None) -> Catalogue:
    cache = Cache(place)
    catalogue = load_catalogue(folder, cache)
    cache.save()
    return catalogue


def in_turn(database: sqlite3.Connection) -> None:
    """Put each value of a kind, with its seal, under the next key of that kind."""
    for (kind,) in database.execute("SELECT DISTINCT kind FROM sealed").fetchall():
        rows = database.execute("SELECT key, value, seal FROM sealed WHERE kind = ? ORDER BY key", (kind,)).fetchall()
        for (key, *_), (_, value, seal) in zip(rows, [*rows[1:], *rows[:1]], strict=True):
            database.execute(
                "UPDATE sealed SET value = ?, seal = ? WHERE kind = ? AND key = ?", (value, seal, kind, key)
            )


def all_of_them(value: str | bytes | None) -> Change:
    """Put one value under every key, with the right seal."""

    def change(database: sqlite3.Connection) -> None:
        for kind, key in database.execute("SELECT kind, key FROM sealed").fetchall():
            seal = seal_of(kind, key, value) if value is not None else b""
            database.execute(
                "UPDATE sealed SET value = ?, seal = ? WHERE kind = ? AND key = ?", (value, seal, kind, key)
            )

    return change


CHANGES: dict[str, Change] = {
    "values under other keys": in_turn,
    "nested deep": all_of_them("[" * 5000),
    "cut off": all_of_them('{"a'),
    "no JSON": all_of_them("NaN,"),
    "half a letter": all_of_them('"\\ud800"'),
    "bytes": all_of_them(b"\0\xff"),
    "huge": all_of_them('"' + "x" * 2_000_000 + '"'),
    "nothing": all_of_them(None),
    "numbers": lambda database: database.execute("UPDATE sealed SET value = 5, seal = 5"),
    "other columns": lambda database: database.execute("ALTER TABLE sealed RENAME COLUMN value TO worth"),
    "no table of ours": lambda database: database.executescript(
        "DROP TABLE sealed; CREATE VIEW sealed AS SELECT 1 AS a"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_is_read_is_what_the_files_say(change: Change, folder: Path, place: Path) -> None:
    with closing(sqlite3.connect(place)) as database, database:
        change(database)
    assert loaded(folder, place) == loaded(folder, None)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
@pytest.mark.parametrize("kind", ["directory", "pipe", "link to nothing", "link to a folder"])
def test_so_it_is_where_the_file_is_none(kind: str, folder: Path, place: Path) -> None:
    place.unlink()
    if kind == "directory":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(folder if "folder" in kind else folder / "nie" / "ma")
    assert loaded(folder, place) == loaded(folder, None)
    assert folder.is_dir()
