"""Values that a cache keeps: computed once, counted, and kept apart by the folder they follow from."""

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from goodpractices.catalogue import Cache, ResidentCache, cache_for


def test_values_that_are_there_are_not_computed_again_and_those_computed_are_counted(tmp_path: Path) -> None:
    asked: list[list[str]] = []

    def compute(keys: Sequence[str]) -> list[str]:
        asked.append(list(keys))
        return [key.upper() for key in keys]

    cache = Cache(tmp_path / "values.sqlite")
    assert cache.computed == 0
    assert cache.known("words", ["a", "b", "a"], compute, lambda value: isinstance(value, str)) == {"a": "A", "b": "B"}
    assert (asked, cache.computed) == ([["a", "b"]], 2)
    assert cache.known("words", ["b"], compute, lambda value: value == "B") == {"b": "B"}
    assert cache.computed == 2
    cache.save()
    again = Cache(tmp_path / "values.sqlite")
    assert list(again.known("words", ["c", "a", "b"], compute, lambda value: value != "B").items()) == [
        ("c", "C"),
        ("a", "A"),
        ("b", "B"),
    ]
    assert (asked[1:], again.computed) == ([["c", "b"]], 2)
    assert (again.get("words", "a"), again.get("words", "x"), again.get("others", "a")) == ("A", None, None)


def test_the_cache_of_a_folder_has_a_name_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CATALOGUE_CACHE", str(tmp_path / "caches"))
    folders = [tmp_path / name for name in ("a", "b")]
    for folder in folders:
        cache = cache_for(folder)
        cache.keep("words", "key", folder.name)
        cache.save()
    names = {f"{sha256(os.fsencode(folder.resolve())).hexdigest()[:16]}.sqlite" for folder in folders}
    assert {path.name for path in (tmp_path / "caches").glob("*.sqlite")} == names
    assert cache_for(folders[0]).get("words", "key") == "a"
    monkeypatch.setenv("CATALOGUE_CACHE", "")
    assert cache_for(folders[0]).get("words", "key") is None


@pytest.mark.parametrize("kind", [Cache, ResidentCache])
def test_a_cache_that_was_saved_holds_no_file_open(kind: type[Cache], tmp_path: Path) -> None:
    path = tmp_path / "values.sqlite"
    cache = kind(path)
    assert cache.get("words", "a") is None
    cache.save()
    path.unlink()
    assert cache.get("words", "a") is None
    assert path.exists()


def test_what_was_kept_is_written_once(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "values.sqlite")
    cache.keep("words", "a", 1)
    cache.save()
    other = Cache(tmp_path / "values.sqlite")
    other.keep("words", "a", 2)
    other.save()
    cache.save()
    assert Cache(tmp_path / "values.sqlite").get("words", "a") == 2
