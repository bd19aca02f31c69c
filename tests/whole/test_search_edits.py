"""The index under edits: its parts stay as they were where nothing changed, and what a cache held changes no byte."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from shutil import rmtree
from typing import Any

import pytest
from tests.support.entries import add, entry, practices_folder

from goodpractices.catalogue import Cache, load_catalogue
from goodpractices.finding import analyse, index_files
from goodpractices.finding.search import load_morphology

MORPHOLOGY = load_morphology()
COUNT = 60
EDITS = 12
WORDS = (
    *("ogród", "park", "las", "młodzież", "senior", "spotkanie", "warsztat", "mieszkaniec", "sąsiad", "ulica", "rower"),
    *(
        "szkoła",
        "biblioteka",
        "gmina",
        "zieleń",
        "sport",
        "rodzina",
        "dziecko",
        "plac",
        "most",
        "Stralsund",
        "UrbanLab",
    ),
)
HEADING = "## Na czym to polega"


class Practices:
    """A folder of made-up practices with the hand of an editor in it."""

    def __init__(self, parent: Path, seed: int) -> None:
        self.folder = practices_folder(parent)
        self._random = Random(seed)  # noqa: S311 - chooses words
        self._made = 0
        self._entries: dict[str, tuple[str, str]] = {}
        for _ in range(COUNT):
            self.new()

    def new(self) -> None:
        self._made += 1
        self._write(f"p{self._random.randrange(1000):03}-{self._made}", self._title(), self._text(40))

    def story(self) -> None:
        name = self._any()
        title, story = self._entries[name]
        words = story.split()
        words[self._random.randrange(len(words))] = "zupełnie"
        self._write(name, title, " ".join(words))

    def title(self) -> None:
        name = self._any()
        self._made += 1
        self._write(name, self._title(), self._entries[name][1])

    def remove(self) -> None:
        self._remove(self._any())

    def rename(self) -> None:
        name = self._any()
        title, story = self._entries[name]
        self._remove(name)
        self._write(f"r{name}", title, story)

    def edits(self) -> Iterator[str]:
        """Do one thing after another, and say which."""
        for _ in range(EDITS):
            kind = self._random.choice(["story", "title", "new", "remove", "rename"])
            getattr(self, kind)()
            yield kind

    def _any(self) -> str:
        return self._random.choice(sorted(self._entries))

    def _remove(self, name: str) -> None:
        del self._entries[name]
        rmtree(self.folder / name)

    def _title(self) -> str:
        return f"{self._text(3)} {self._made}".capitalize()

    def _text(self, count: int) -> str:
        return " ".join(self._random.choices(WORDS, k=count))

    def _write(self, name: str, title: str, story: str) -> None:
        self._entries[name] = title, story
        given = {"title": title, "editorial": {"state": "published"}}
        add(self.folder, f"{name}/index.md", entry(given, f"{HEADING}\n\n{story}.\n"))


def made(folder: Path, place: Path | None = None) -> tuple[Mapping[str, bytes], Any]:
    """The files of the index and the words by which practices are related, as one run of the build makes them."""
    cache = Cache(place)
    analysed = analyse(load_catalogue(folder, cache), cache, MORPHOLOGY)
    return index_files(analysed.index), analysed.texts.distinctive_words


@pytest.mark.parametrize("seed", [1, 2])
def test_a_warm_cache_changes_no_byte(seed: int, tmp_path: Path) -> None:
    practices = Practices(tmp_path, seed)
    place = tmp_path / "cache.sqlite"
    made(practices.folder, place)
    for kind in practices.edits():
        assert made(practices.folder, place) == made(practices.folder), kind


def changed(practices: Practices, edit: str, place: Path) -> set[str]:
    """The files of the index that an edit changes, adds or removes."""
    before, _ = made(practices.folder, place)
    getattr(practices, edit)()
    after, _ = made(practices.folder, place)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def of_practices(names: set[str]) -> list[str]:
    """Those that hold practices."""
    return sorted(name for name in names if name.startswith(("cards-", "texts-")))


@pytest.mark.parametrize(("edit", "kinds"), [("story", ["texts"]), ("title", ["cards"])])
def test_an_edit_changes_only_the_part_that_holds_it(edit: str, kinds: list[str], tmp_path: Path) -> None:
    practices = Practices(tmp_path, 3)
    for _ in range(4):
        held = of_practices(changed(practices, edit, tmp_path / "cache.sqlite"))
        assert [name.partition("-")[0] for name in held] == kinds


@pytest.mark.parametrize("edit", ["new", "remove"])
def test_an_entry_more_or_less_changes_a_part_or_two(edit: str, tmp_path: Path) -> None:
    practices = Practices(tmp_path, 4)
    files, _ = made(practices.folder, tmp_path / "cache.sqlite")
    assert len(of_practices(set(files))) >= 8
    for _ in range(4):
        assert len(of_practices(changed(practices, edit, tmp_path / "cache.sqlite"))) <= 6


def test_an_edit_analyses_little_again(tmp_path: Path) -> None:
    practices = Practices(tmp_path, 5)
    place = tmp_path / "cache.sqlite"
    made(practices.folder, place)
    cache = Cache(place)
    practices.story()
    texts = analyse(load_catalogue(practices.folder, cache), cache, MORPHOLOGY).texts
    assert 0 < texts.computed <= 10
