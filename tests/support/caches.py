"""What a cache holds, read and changed as somebody with the file in hands could do it."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from goodpractices.catalogue.seals import seal_of


def values(path: Path, kind: str) -> dict[str, Any]:
    """The JSON values of a kind by their keys."""
    with _opened(path) as database:
        rows = database.execute("SELECT key, value FROM sealed WHERE kind = ?", (kind,)).fetchall()
    return {key: json.loads(value) for key, value in rows}


def plant(path: Path, kind: str, change: Callable[[Any], Any]) -> None:
    """Put other values under the keys of a kind, with the right seals, as only their owner could."""
    planted = {key: json.dumps(change(value)) for key, value in values(path, kind).items()}
    with _opened(path) as database:
        rows = [(text, seal_of(kind, key, text), kind, key) for key, text in planted.items()]
        database.executemany("UPDATE sealed SET value = ?, seal = ? WHERE kind = ? AND key = ?", rows)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as database, database:
        yield database
