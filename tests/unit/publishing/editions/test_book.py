"""The catalogue as a book: chapters by theme, a day, an identifier, and the practices by the address of their page."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.support.samples import IDENTITY, with_registry
from tests.unit.publishing.editions.test_epub import unpacked, with_picture

from goodpractices.finding import analyse
from goodpractices.publishing import Book, epub

THEMES = [{"id": "woda", "pl": "woda i powietrze", "en": "water", "family": "youth"}]
ENTRIES: dict[str, dict[str, Any]] = {
    "staw": {"title": "Staw", "themes": ["woda"], "editorial": {"state": "published", "created": "2026-01-02"}},
    "las": {"title": "Las", "themes": ["zielen", "woda"]},
    "szkic": {"editorial": {"state": "draft", "created": "2026-05-06"}},
}


def book(parent: Path, entries: dict[str, dict[str, Any]] = ENTRIES, **identity: Any) -> Book:
    catalogue = with_registry(parent, {"_vocabularies/themes": THEMES}, entries)
    return Book(analyse(catalogue), replace(IDENTITY, **identity), parent)


@pytest.mark.slow
def test_a_chapter_is_a_theme_with_the_practices_it_comes_first_in(tmp_path: Path) -> None:
    made = book(tmp_path)
    assert [(each.id, each.name, each.family, [one.id for one in each.practices]) for each in made.chapters] == [
        ("zielen", "Zieleń", "", ["las"]),
        ("woda", "Woda i powietrze", "family-youth", ["staw"]),
    ]
    assert [each.id for each in made.practices] == ["las", "staw"]


def test_a_practice_is_found_by_the_address_of_its_page(tmp_path: Path) -> None:
    made = book(tmp_path)
    assert made.practice_at("praktyki/las/") is made.catalogue.practices["las"]
    assert made.practice_at("praktyki/szkic/") is None
    assert made.practice_at("las") is None


def test_a_book_is_of_the_day_of_its_latest_entry(tmp_path: Path) -> None:
    assert (book(tmp_path / "a").day, book(tmp_path / "b").day_in_words) == (date(2026, 1, 2), "2 stycznia 2026")
    undated = book(tmp_path / "c", {"las": {}})
    assert (undated.day, undated.day_in_words) == (date(2000, 1, 1), "1 stycznia 2000")


@pytest.mark.parametrize("name", ["Katalog", "Inny"])
def test_the_identifier_is_made_of_address_and_day(tmp_path: Path, name: str) -> None:
    assert str(book(tmp_path, {"las": {}}, name=name).identifier()) == "e84a6aa3-107b-58fe-ad39-5ca82aa17e7a"


def test_without_an_address_the_name_tells_books_apart_and_a_part_from_the_whole(tmp_path: Path) -> None:
    one = book(tmp_path / "a", address=None)
    other = book(tmp_path / "b", address=None, name="Inny")
    assert len({one.identifier(), other.identifier(), one.identifier("las"), one.identifier("staw")}) == 4
    assert one.identifier("") == one.identifier()


PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="pl">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:e84a6aa3-107b-58fe-ad39-5ca82aa17e7a</dc:identifier>
    <dc:title>Katalog</dc:title>
    <dc:language>pl</dc:language>
    <dc:description>Opis katalogu</dc:description>
    <dc:creator>Katalog</dc:creator>
    <dc:date>2000-01-01</dc:date>
    <dc:rights>CC BY 4.0, https://creativecommons.org/licenses/by/4.0/</dc:rights>
    <dc:source>https://katalog.example.org/</dc:source>
    <meta property="dcterms:modified">2000-01-01T00:00:00Z</meta>
"""
PARTS = """  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
    <item id="style" href="book.css" media-type="text/css"/>
    <item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
    <item id="p-las" href="las.xhtml" media-type="application/xhtml+xml"/>
    <item id="i-las-0" href="pictures/las/las.jpg" media-type="image/jpeg"/>
  </manifest>
  <spine toc="ncx">
    <itemref idref="title"/>
    <itemref idref="nav"/>
    <itemref idref="p-las"/>
  </spine>
</package>"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return unpacked(epub(Book(*with_picture(tmp_path_factory.mktemp("book")))))


@pytest.mark.slow
def test_the_package_names_the_book_and_its_parts_in_their_order(files: dict[str, bytes]) -> None:
    package = files["EPUB/package.opf"].decode()
    assert package.startswith(PACKAGE)
    assert package.rstrip().endswith(PARTS)
    assert list(files) == [
        *("mimetype", "META-INF/container.xml", "EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/toc.ncx"),
        *("EPUB/title.xhtml", "EPUB/book.css", "EPUB/las.xhtml", "EPUB/pictures/las/las.jpg"),
    ]


@pytest.mark.slow
def test_the_contents_lead_to_title_chapters_and_practices(files: dict[str, bytes]) -> None:
    contents = files["EPUB/nav.xhtml"].decode()
    assert "<title>Spis treści</title>" in contents
    assert '<li><a href="title.xhtml">Katalog</a></li>' in contents
    assert "<li><span>Zieleń</span>" in contents
    assert '<li><a href="las.xhtml">Wzór</a></li>' in contents
    assert '<li><a epub:type="bodymatter" href="las.xhtml">Praktyki</a></li>' in contents


def test_readers_of_the_older_form_find_contents_of_their_own(files: dict[str, bytes]) -> None:
    contents = ET.fromstring(files["EPUB/toc.ncx"])  # noqa: S314 - ours
    names = {"n": "http://www.daisy.org/z3986/2005/ncx/"}
    points = [
        (point.findtext("n:navLabel/n:text", "", names), each.get("src"))
        for point in contents.iterfind(".//n:navPoint", names)
        if (each := point.find("n:content", names)) is not None
    ]
    assert points == [("Katalog", "title.xhtml"), ("Zieleń", "las.xhtml"), ("Wzór", "las.xhtml")]
    identifier = contents.find("n:head/n:meta", names)
    assert identifier is not None
    assert identifier.get("content") == "urn:uuid:e84a6aa3-107b-58fe-ad39-5ca82aa17e7a"


def test_the_title_page_says_whose_of_when_and_on_what_terms(files: dict[str, bytes]) -> None:
    page = files["EPUB/title.xhtml"].decode().replace("\xa0", " ")
    assert "<title>Katalog</title>" in page
    for line in ("<h1>Katalog</h1>", "<p>Miasto</p>", "<p>Opis katalogu</p>", "<p>Stan na 1 stycznia 2000</p>"):
        assert line in page
    assert '<a href="https://katalog.example.org/">https://katalog.example.org/</a>' in page


def test_drawings_and_the_head_of_a_sheet_are_left_out(files: dict[str, bytes]) -> None:
    page = files["EPUB/las.xhtml"].decode()
    assert "<title>Wzór</title>" in page
    assert 'class="sheet' not in page
    assert 'class="squares' not in page
    assert 'class="crumbs' not in page
    assert 'src="pictures/las/las.jpg"' in page
    assert files["EPUB/book.css"].strip() != b""
