"""A copied folder whose translation still belongs to another practice is not in order."""

from hashlib import sha256
from pathlib import Path

import pytest
from tests.support.entries import add, entry, practices_folder

from goodpractices.catalogue import InvalidCatalogue, load_catalogue

LAS = entry({"title": "Las"})
MOST = entry({"title": "Most"})
STORY = "\n## How it works\n\nPeople plant trees.\n"


def english(polish: str, title: str = "Forest", story: str = STORY) -> str:
    summary = "A practice to show that has only what it must. Each example changes one thing in it alone."
    note = f"translation: {{kind: human, source_hash: {sha256(polish.encode()).hexdigest()}}}\n"
    return f"---\ntitle: {title}\nsummary: {summary}\n{note}---\n{story}"


def problems_of(folder: Path) -> list[str]:
    try:
        load_catalogue(folder)
    except InvalidCatalogue as invalid:
        return [f"{each.path} {each.key} {each.params['value']}" for each in invalid.problems]
    return []


def folder_with(parent: Path, las: str, most: str) -> Path:
    folder = practices_folder(parent)
    add(folder, "las/index.md", LAS)
    add(folder, "las/index.en.md", las)
    add(folder, "most/index.md", MOST)
    add(folder, "most/index.en.md", most)
    return folder


def test_a_translation_made_from_another_practice_stops_the_build(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, english(LAS), english(LAS))
    assert problems_of(folder) == ["practices/most/index.en.md translation_of_other las"]


def test_another_title_does_not_make_it_ones_own(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, english(LAS), english(LAS, "Bridge"))
    assert problems_of(folder) == ["practices/most/index.en.md translation_of_other las"]


def test_a_copy_is_known_by_its_title_after_the_original_changed(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, english(LAS), english("an older text"))
    assert problems_of(folder) == ["practices/most/index.en.md translation_of_other las"]


@pytest.mark.parametrize(
    ("las", "most"),
    [
        (english(LAS), english(MOST)),  # both were looked at
        (english(LAS), english("older", "Bridge", "\n## How it works\n\nPeople build.\n")),  # outdated, and its own
        (english(LAS, story=""), english("older", story="")),  # nothing told that could be another's
    ],
)
def test_a_translation_of_ones_own_may_be_outdated(tmp_path: Path, las: str, most: str) -> None:
    assert problems_of(folder_with(tmp_path, las, most)) == []
