"""The real entries, in order and spoilt in every way: the same outcome with and without a cache."""

import shutil
from pathlib import Path

import pytest
from tests.support.mutations import entries, rounds
from tests.support.paths import PRACTICES

from goodpractices.catalogue import Cache, Catalogue, InvalidCatalogue, Problem, load_catalogue

Outcome = tuple[Catalogue | None, list[Problem]]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache.sqlite"


def outcome(folder: Path, place: Path | None = None) -> Outcome:
    try:
        return load_catalogue(folder, Cache(place) if place else None), []
    except InvalidCatalogue as error:
        return error.sound, error.problems


def test_the_real_entries_are_the_same_with_and_without_cache(place: Path) -> None:
    without = outcome(PRACTICES)
    assert without[1] == []
    assert [outcome(PRACTICES, place) for _ in range(2)] == [without] * 2


def test_spoilt_entries_bring_the_same_problems_with_and_without_cache(tmp_path: Path, place: Path) -> None:
    folder = Path(shutil.copytree(PRACTICES, tmp_path / "practices"))
    outcome(folder, place)
    for planted in rounds():
        for name, text in entries().items():
            (folder / name / "index.md").write_text(text, encoding="utf-8")
        for fault in planted:
            (folder / fault.entry / "index.md").write_bytes(fault.data)
        assert outcome(folder, place) == outcome(folder)
