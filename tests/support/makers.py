"""What the project makes, each as bytes from the same small input: run as a program it prints their hashes."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.support.entries import add, entry, practices_folder
from tests.support.paths import PRACTICES
from tests.support.planned import articles_of, files_of
from tests.support.real import real_catalogue
from tests.support.samples import IDENTITY, PL
from tests.support.sparing import FEW_WORDS
from tests.support.submissions import reference

from bench.search_cost import chosen_queries
from goodpractices.catalogue import Catalogue, Problem, load_catalogue, published_picture
from goodpractices.editing import FORMATS, TEMPLATES, as_markdown, changes
from goodpractices.finding import AnalysedCatalogue, analyse
from goodpractices.finding.search import everyday
from goodpractices.publishing import Book, Site, epub, single_file, write_archive
from goodpractices.publishing.pages import CardPicture, draw

_SAD: dict[str, Any] = {
    "title": "Sad",
    "editorial": {"state": "published", "created": "2026-11-20"},
    "themes": ["zielen", "sport"],
    "target_groups": ["seniorzy"],
    "organisations": [{"org": "um-gdynia", "role": "leader"}, {"org": "um-sopot", "role": "partner"}],
    "media": [{"file": "sad.jpg", "alt": "Sad", "credit": "Urząd"}],
}
_ENTRIES: dict[str, dict[str, Any]] = {
    "sad": _SAD,
    "las": {**_SAD, "title": "Las w mieście", "media": [], "criteria": {"nowosc": "met"}},
    "bez": {"editorial": {"state": "withdrawn", "reason": "Powód."}},
}


@cache
def _practices() -> Path:
    """A folder of practices, one of them with a picture."""
    folder = practices_folder(Path())
    for name, given in _ENTRIES.items():
        add(folder, f"{name}/index.md", entry(given))
    picture = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn) for turn in (0, 90, 180)])
    picture.save(folder / "sad" / "sad.jpg")
    return folder


@cache
def _real() -> Catalogue:
    return real_catalogue()


@cache
def _analysed() -> AnalysedCatalogue:
    return analyse(load_catalogue(_practices()))


def _site() -> bytes:
    """Every page and file of the site, the search among them."""
    found, folder = _analysed(), _practices()
    site = Site(found.catalogue, IDENTITY, folder)
    practices = found.catalogue.published
    articles = [*site.practice_articles(practices, found.related.to), *site.list_articles()]
    files = files_of([*site.practice_files(practices), *site.files()])
    others = [*(site.page(each.make()) for each in articles), *site.search_files(found.index)]
    return _joined([*files.items(), *((address, b"".join(pieces)) for address, pieces in others)])


def _lists() -> bytes:
    """The pages about many practices, of the real ones: lists, the map, the timeline."""
    site = Site(_real(), IDENTITY, PRACTICES)
    return _joined((address, each.content.encode()) for address, each in articles_of(site.list_articles()).items())


def _archive() -> bytes:
    folder = Path("site")
    for name in ("index.html", "b/index.html", "a/index.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"<!doctype html>")
    return write_archive(folder, Path("katalog.zip")).path.read_bytes()


def _changes() -> bytes:
    old = Catalogue({}, {}, {}, {}, practices={})
    return as_markdown(changes(old, _analysed().catalogue), PL).encode()


def _problems() -> bytes:
    path = "practices/las/index.md"
    problems = [
        Problem("symlink", path="practices/las, park: 100%"),
        Problem("missing", ("indicators", 0, "source"), path=path, line=7, column=12),
        Problem("percent_in_prose", ("goals",), {"value": "40,8%"}, path=path, line=30, column=2),
    ]
    return _joined((name, write(problems, PL).encode()) for name, write in FORMATS.items())


def _templates() -> bytes:
    return _joined((name, template(reference().shared, PL)) for name, template in TEMPLATES.items())


def _single_file() -> bytes:
    found = _analysed()
    return single_file(found.catalogue.practices["sad"], found, IDENTITY, _practices(), "").encode()


MAKERS: Mapping[str, Callable[[], bytes]] = {
    "site": _site,
    "lists": _lists,
    "epub": lambda: epub(Book(_analysed(), IDENTITY, _practices())),
    "single file": _single_file,
    "archive": _archive,
    "card picture": lambda: draw(CardPicture("Gdynia", "Pracownia", "320 z 784", "Katalog", "labour")),
    "published picture": lambda: published_picture(_practices() / "sad" / "sad.jpg"),
    "templates": _templates,
    "problems": _problems,
    "changes": _changes,
    "queries": lambda: repr(chosen_queries(_real(), 5)).encode(),
}


def _joined(named: Iterable[tuple[str, bytes]]) -> bytes:
    return b"\0".join(name.encode() + b"\0" + data for name, data in named)


if __name__ == "__main__":
    # What becomes of a few words becomes of some thousand.
    pytest.MonkeyPatch().setattr(everyday, "_book", lambda: FEW_WORDS)
    for name, make in MAKERS.items():
        print(name, sha256(make()).hexdigest(), sep="\t")
