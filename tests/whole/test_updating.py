"""A site that was brought up to date equals one made anew, whatever an editor did in between."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.support.builds import SOME_ENTRIES, copy_practices, files_of
from tests.support.samples import IDENTITY
from tests.support.thorough import at_night

from goodpractices.catalogue import FIELD_SECTIONS, Cache, InvalidCatalogue, load_catalogue
from goodpractices.publishing import Publication, SiteRecord, SourcePage, update, write

PAGES = (
    SourcePage("index.md", "", "pl", "Katalog", "<h1>Katalog</h1><p>Praktyki</p>", (), {}),
    SourcePage("en/index.md", "en/", "en", "Catalogue", "<h1>Catalogue</h1>", (), {"lang": "en"}),
)
ADDRESSES = {"", "en/"}
EDITS = 10


class Editor:
    """Works on a copy of the real practices; each method is one thing that editors do."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self._random = Random(seed)  # noqa: S311 - chooses what to edit
        self._read = Cache(None)  # remembers what it read; whether all is in order is no claim here

    def story(self) -> None:
        path = self._any()
        head, _, body = path.read_text(encoding="utf-8").rpartition("\n---\n")
        words = re.findall(r"(?<= )[a-ząćęłńóśźż]{6,}(?= )", body)
        if words:
            path.write_text(f"{head}\n---\n{body.replace(self._random.choice(words), 'zupełnie', 1)}", encoding="utf-8")

    def title(self) -> None:
        self._change(r"^title: .*$", f"title: Nowy tytuł {self._number()}")

    def figure(self) -> None:
        self._change(r"(?<=value: )\d+", str(self._random.randrange(2000, 3000)))

    def day(self) -> None:
        day = f"  updated: 2026-11-{self._random.randrange(23, 29)}"
        self._change(r"^  updated: .*$", day)

    def state(self) -> None:
        states = ["published", "needs_update", "draft"]
        self._change(r"(?<=  state: )\w+$", self._random.choice(states))

    def new(self) -> None:
        name = f"nowa-{self._number()}"
        shutil.copytree(self._any().parent, self.folder / name, dirs_exist_ok=True)

    def gone(self) -> None:
        shutil.rmtree(self._any().parent)

    def renamed(self) -> None:
        self._any().parent.rename(self.folder / f"inna-{self._number()}")

    def term(self) -> None:
        self._change(r"(?<=^  pl: ).*$", f"Temat {self._number()}", self.folder / "_vocabularies/themes.yml")

    def place(self) -> None:
        self._change(r"(?<=^  name: ).*$", f"Miasto {self._number()}", self.folder / "_registry/places.yml")

    def translation(self) -> None:
        self._change(r"^title: .*$", f"title: New title {self._number()}", self._any().with_name("index.en.md"))

    def nothing(self) -> None:
        pass

    def do(self) -> None:
        """One of them, undone if the catalogue is not in order afterwards."""
        before = self.folder.with_name("before")
        shutil.copytree(self.folder, before)
        ways: list[Callable[[], None]] = [
            *(self.story, self.title, self.figure, self.day, self.state, self.new),
            *(self.gone, self.renamed, self.term, self.place, self.translation, self.nothing),
        ]
        self._random.choice(ways)()
        try:
            load_catalogue(self.folder, self._read)
        except InvalidCatalogue:
            shutil.rmtree(self.folder)
            before.rename(self.folder)
        else:
            shutil.rmtree(before)

    def _number(self) -> int:
        return self._random.randrange(1000)

    def _any(self) -> Path:
        return self._random.choice(sorted(self.folder.glob("[a-z]*/index.md")))

    def _change(self, pattern: str, words: str, path: Path | None = None) -> None:
        path = path or self._any()
        if path.is_file():
            found = [each.span() for each in re.finditer(pattern, path.read_text(encoding="utf-8"), re.MULTILINE)]
            if found:
                text = path.read_text(encoding="utf-8")
                start, end = self._random.choice(found)
                path.write_text(text[:start] + words + text[end:], encoding="utf-8")


def publication(folder: Path, cache: Cache) -> Publication:
    catalogue = load_catalogue(folder, cache)
    return Publication(catalogue, IDENTITY, folder, date(2025, 11, 29), cache, FIELD_SECTIONS, hand_written=ADDRESSES)


def made(folder: Path, cache: Cache, site: Path) -> SiteRecord:
    """A site made anew."""
    today = publication(folder, cache)
    parts = [*today.parts(PAGES), *today.by_hand(PAGES)]
    parts.append(today.site_map([each.page for each in parts if each.page is not None]))
    return SiteRecord("", "", PAGES, write(parts, site))


def updated(folder: Path, cache: Cache, site: Path, record: SiteRecord, beside: Path) -> SiteRecord:
    """The same site brought up to date, its new files moved into their places."""
    beside.mkdir()
    done = update(publication(folder, cache), record, site, beside)
    for address in done.changed:
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        (beside / address).replace(site / address)
    for address in done.removed:
        (site / address).unlink()
    shutil.rmtree(beside)
    return done.record


@dataclass(frozen=True)
class Place:
    """A folder of practices with the site made of them, what that keeps, and where further files have room."""

    folder: Path
    site: Path
    cache: Path
    record: SiteRecord


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A site from which all tests begin, each with a copy of its own."""
    parent = tmp_path_factory.mktemp("first")
    folder = copy_practices(parent / "practices", *SOME_ENTRIES)
    cache = Cache(parent / "cache.sqlite")
    record = made(folder, cache, parent / "site")
    cache.save()
    return Place(folder, parent / "site", parent / "cache.sqlite", record)


@pytest.fixture
def copied(first: Place, tmp_path: Path) -> Place:
    shutil.copytree(first.folder, tmp_path / "practices")
    shutil.copytree(first.site, tmp_path / "site")
    shutil.copy(first.cache, tmp_path / "cache.sqlite")
    return Place(tmp_path / "practices", tmp_path / "site", tmp_path / "cache.sqlite", first.record)


@pytest.mark.parametrize("seed", [1, at_night(2)])
def test_after_each_edit_the_site_is_the_one_that_would_be_made_anew(seed: int, copied: Place, tmp_path: Path) -> None:
    folder, site, path, record = copied.folder, copied.site, copied.cache, copied.record
    editor = Editor(folder, seed)
    for n in range(EDITS):
        editor.do()
        record = updated(folder, Cache(path), site, record, tmp_path / "beside")
        if n % 5 == 4:
            made(folder, Cache(None), tmp_path / f"clean-{n}")
            assert files_of(site) == files_of(tmp_path / f"clean-{n}")
            shutil.rmtree(tmp_path / f"clean-{n}")


def test_where_nothing_changed_nothing_is_made(copied: Place, tmp_path: Path) -> None:
    done = update(publication(copied.folder, Cache(None)), copied.record, copied.site, tmp_path / "beside")
    assert (done.made, done.changed, done.removed) == ((), (), ())


def test_a_file_that_somebody_touched_or_took_away_is_made_again(copied: Place, tmp_path: Path) -> None:
    site = copied.site
    before = files_of(site)
    (site / "mapa/index.html").write_text("<script>", encoding="utf-8")
    (site / "praktyki/epic/index.html").unlink()
    updated(copied.folder, Cache(None), site, copied.record, tmp_path / "beside")
    assert files_of(site) == before


def test_a_word_of_a_story_changes_no_list(copied: Place, tmp_path: Path) -> None:
    index = copied.folder / "epic" / "index.md"
    text = index.read_text(encoding="utf-8")
    start = text.rindex(" ")
    index.write_text(f"{text[:start]} i tyle{text[start:]}", encoding="utf-8")
    cache = Cache(copied.cache)
    done = update(publication(copied.folder, cache), copied.record, copied.site, tmp_path / "beside")
    pages = {name for name in done.made if " page " in name}
    assert pages <= {"pl page praktyki/epic/", "en page praktyki/epic/"}
