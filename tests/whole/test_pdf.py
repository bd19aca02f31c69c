"""PDF of a practice and of the catalogue: tagged, marked as PDF/UA-1, in Polish, the same each time."""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.support.entries import add, entry, practices_folder
from tests.support.samples import IDENTITY, plain

from _shared.environment import ROOT
from _shared.pango import HOW_TO_INSTALL, find_pango
from goodpractices.catalogue import load_catalogue
from goodpractices.finding import analyse
from goodpractices.publishing import Book, MissingLibraries, PdfPress
from goodpractices.publishing.editions.books.pdf import STYLES as STYLE_NAMES

STYLES = ROOT / "docs" / "assets" / "styles"
# Pango is a library of the system, which pip cannot install; scripts/test.py does so where it may.
needs_pango = pytest.mark.skipif(not find_pango(), reason=HOW_TO_INSTALL)

TABLE = "## Co się zmieniło\n\n| rok | osoby |\n| --- | ---: |\n| 2021 | 12 |\n| 2022 | 34 |\n"
FIGURE = {"id": "i1", "label": "uczestnicy", "unit": "person", "nature": "output", "value": 784, "source": "s1"}
SPLIT = [{"dimension": "sex", "parts": {"F": 445, "M": 339}}]
LAS = {
    "title": "Las w mieście",
    "editorial": {"state": "published", "created": "2026-11-20"},
    "relations": [{"type": "similar_to", "target": "dom"}],
    "indicators": [{**FIGURE, "split": SPLIT}],
}
DOM = {"title": "Dom", "editorial": {"state": "published", "created": "2026-11-18"}}


def book(folder: Path) -> Book:
    practices = practices_folder(folder)
    add(practices, "las/index.md", entry(LAS, TABLE))
    add(practices, "dom/index.md", entry(DOM))
    return Book(analyse(load_catalogue(practices)), IDENTITY, practices)


def las(book: Book) -> bytes:
    return PdfPress(book, STYLES).practice(book.catalogue.practices["las"])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return book(tmp_path_factory.mktemp("pdf"))


@pytest.fixture(scope="module")
def sheet(small: Book) -> bytes:
    return las(small)


@pytest.fixture(scope="module")
def whole(small: Book) -> bytes:
    return PdfPress(small, STYLES).book()


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def tags(data: bytes) -> list[tuple[str, str]]:
    """Every element of the tag tree: its name and what it says instead of itself, in reading order."""

    def below(element: Any) -> Iterator[tuple[str, str]]:
        if isinstance(element, pikepdf.Array):
            for each in element:
                yield from below(each)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield str(element.S), str(element.get("/Alt", ""))
            yield from below(element.get("/K", pikepdf.Array()))

    with opened(data) as document:
        return list(below(document.Root.StructTreeRoot.K))


@needs_pango
def test_a_sheet_says_that_it_is_tagged_and_meant_as_pdf_ua(sheet: bytes) -> None:
    document = opened(sheet)
    assert document.Root.MarkInfo.Marked
    assert document.Root.ViewerPreferences.DisplayDocTitle
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Las w mieście – Katalog"


@needs_pango
def test_a_sheet_has_a_language_a_title_and_bookmarks(sheet: bytes) -> None:
    document = opened(sheet)
    assert str(document.Root.Lang) == "pl"
    assert str(document.docinfo.Title) == "Las w mieście – Katalog"
    with document.open_outline() as outline:
        [top] = outline.root
        assert plain(top.title) == "Las w mieście"
        assert "Źródła" in [each.title for each in top.children]


@needs_pango
def test_headings_lists_tables_and_links_are_tagged(sheet: bytes) -> None:
    names = [name for name, _ in tags(sheet)]
    assert names.count("/H1") == 1
    assert {"/H2", "/P", "/L", "/LI", "/Link", "/Table", "/TR", "/TH", "/TD"} <= set(names)
    assert names.count("/TH") == 2
    assert names.count("/TD") == 4


@needs_pango
def test_every_drawing_of_a_sheet_is_described(sheet: bytes) -> None:
    said = [words for name, words in tags(sheet) if name == "/Figure"]
    code = "Kod QR prowadzi do tej praktyki w katalogu: https://katalog.example.org/praktyki/las/"
    assert said == [code, "445 kobiet, 339 mężczyzn"]


@needs_pango
def test_the_same_catalogue_gives_the_same_bytes(sheet: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert las(book(tmp_path)) == sheet


@needs_pango
def test_a_sheet_is_dated_by_its_content(sheet: bytes) -> None:
    assert str(opened(sheet).docinfo.CreationDate).startswith("D:20261120")


@needs_pango
def test_the_book_has_a_title_page_contents_and_every_practice_on_a_page_of_its_own(whole: bytes) -> None:
    document = opened(whole)
    with document.open_outline() as outline:
        tops = [each.title for each in outline.root]
        practices = {plain(child.title): page_of(document, child) for each in outline.root for child in each.children}
    assert tops[:2] == ["Katalog", "Spis treści"]
    assert practices.keys() == {"Dom", "Las w mieście"}
    assert len(set(practices.values())) == 2
    assert min(practices.values()) == 2


@needs_pango
def test_the_contents_of_the_book_lead_to_the_practices(whole: bytes) -> None:
    with opened(whole) as document:
        links = [str(each.get("/Dest", "")) for each in document.pages[1].obj.Annots]
    assert set(links) == {"dom", "las"}


@needs_pango
def test_no_two_practices_of_the_book_have_the_same_anchor_and_links_find_theirs(small: Book) -> None:
    html = PdfPress(small, STYLES).book_html()
    ids = re.findall(r' id="([^"]+)"', html)
    links = re.findall(r' href="#([^"]+)"', html)
    assert set(links) <= set(ids)
    assert links.count("dom") == 2  # from the contents and from the practice it is related to
    assert "las-zrodlo-s1" in links
    assert len(ids) > 10
    assert len(ids) == len(set(ids))


def test_without_the_libraries_the_press_says_so(monkeypatch: pytest.MonkeyPatch, small: Book) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MissingLibraries):
        PdfPress(small, STYLES)


def test_every_style_of_paper_is_there() -> None:
    assert [name for name in STYLE_NAMES if not (STYLES / f"{name}.css").is_file()] == []


def page_of(document: pikepdf.Pdf, item: pikepdf.OutlineItem) -> int:
    destination = item.destination
    assert isinstance(destination, pikepdf.Array)
    return document.pages.index(pikepdf.Page(destination[0]))
