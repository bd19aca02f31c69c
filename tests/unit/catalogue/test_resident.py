"""A process that stays reads again what changed and nothing else, and has what a new one would have."""

import os
import shutil
from pathlib import Path

import pytest
from tests.support.entries import add, entry, practices_folder

from goodpractices.catalogue import InvalidCatalogue, ResidentCache, load_catalogue
from goodpractices.catalogue import entries as entries_module

LONG_AGO = 1_700_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two entries that were written long ago."""
    made = practices_folder(tmp_path)
    for name in ("las", "park"):
        age(add(made, f"{name}/index.md", entry({"title": f"Praktyka {name}"})))
    for path in made.rglob("*.yml"):
        age(path)
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The entries that were read from their files, in order."""
    names: list[str] = []
    reading = entries_module._read

    def noting(each: entries_module.EntryFolder, names_known: object) -> entries_module.ReadEntry:
        names.append(each.path.name)
        return reading(each, names_known)  # type: ignore[arg-type]

    monkeypatch.setattr(entries_module, "_read", noting)
    # The files seem as old as they say only where the clock does not tell of their last change.
    monkeypatch.setattr("goodpractices.catalogue.resident.TICK", -(10**18))
    return names


def age(path: Path, seconds: int = LONG_AGO) -> None:
    os.utime(path, (seconds, seconds))


def write(folder: Path, name: str, title: str) -> None:
    (folder / name / "index.md").write_text(entry({"title": title}), encoding="utf-8")


def test_an_entry_that_did_not_change_is_read_once(folder: Path, read: list[str]) -> None:
    cache = ResidentCache(None)
    first = load_catalogue(folder, cache)
    contents = {**cache.contents}
    cache.contents.clear()
    again = load_catalogue(folder, cache)
    assert read == ["las", "park"]
    assert again == first
    assert cache.contents == contents
    assert sorted(contents) == ["las", "park"]
    assert again.practices["las"] is first.practices["las"]


def test_an_entry_that_changed_is_read_again(folder: Path, read: list[str]) -> None:
    cache = ResidentCache(None)
    load_catalogue(folder, cache)
    write(folder, "park", "Praktyka inna")
    assert load_catalogue(folder, cache).practices["park"].title == "Praktyka inna"
    assert read == ["las", "park", "park"]


def test_a_change_is_seen_though_size_and_time_are_as_before(folder: Path, read: list[str]) -> None:
    cache = ResidentCache(None)
    load_catalogue(folder, cache)
    write(folder, "park", "Praktyka kram")
    age(folder / "park" / "index.md")
    assert load_catalogue(folder, cache).practices["park"].title == "Praktyka kram"


def test_an_entry_that_changed_just_now_is_not_trusted(
    folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goodpractices.catalogue.resident.TICK", 10**18)
    cache = ResidentCache(None)
    load_catalogue(folder, cache)
    load_catalogue(folder, cache)
    assert read == ["las", "park", "las", "park"]


def test_an_entry_with_one_more_file_is_read_again(folder: Path, read: list[str]) -> None:
    cache = ResidentCache(None)
    load_catalogue(folder, cache)
    (folder / "las" / "index.en.md").write_text("---\n---\n", encoding="utf-8")
    with pytest.raises(InvalidCatalogue):
        load_catalogue(folder, cache)
    assert read == ["las", "park", "las"]


def test_an_entry_that_names_what_has_gone_is_faulty(folder: Path, read: list[str]) -> None:
    add(folder, "most/index.md", entry({"relations": [{"type": "similar_to", "target": "las"}]}))
    cache = ResidentCache(None)
    load_catalogue(folder, cache)
    shutil.rmtree(folder / "las")
    with pytest.raises(InvalidCatalogue) as found:
        load_catalogue(folder, cache)
    assert [problem.key for problem in found.value.problems] == ["unknown_practice"]


def test_a_list_that_changed_is_read_again(folder: Path, read: list[str]) -> None:
    cache = ResidentCache(None)
    before = load_catalogue(folder, cache)
    path = next(folder.glob("_vocabularies/themes.yml"))
    path.write_text(path.read_text(encoding="utf-8").replace("pl: ", "pl: Nowe ", 1), encoding="utf-8")
    after = load_catalogue(folder, cache)
    assert after.vocabularies["themes"] != before.vocabularies["themes"]
    assert after == load_catalogue(folder)


def test_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    load_catalogue(folder, ResidentCache(tmp_path / "cache.sqlite"))
    kept = tmp_path / "cache.sqlite"
    assert not kept.exists() or b"Praktyka las" not in kept.read_bytes()
