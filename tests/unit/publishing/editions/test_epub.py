"""The catalogue as EPUB: a package whose parts are all there, well-formed and linked."""

import posixpath
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from PIL import Image
from tests.support.entries import add, entry, practices_folder
from tests.support.samples import IDENTITY, published

from goodpractices.catalogue import Identity, load_catalogue
from goodpractices.finding import AnalysedCatalogue, analyse
from goodpractices.publishing import Book, epub

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
ENTRIES: dict[str, dict[str, Any]] = {
    "las": {
        "title": "Las & „łąka”",
        "editorial": {"state": "published", "created": "2026-11-20"},
        "relations": [{"type": "similar_to", "target": "dom"}],
        "indicators": [
            {"id": "i1", "label": "drzewa", "unit": "person", "nature": "output", "value": 784, "source": "s1"}
        ],
        "evidence_level": {"value": 2, "reason": "Policzono."},
    },
    "dom": {"title": "Dom", "editorial": {"state": "published", "created": "2026-11-18"}},
    "szkic": {"editorial": {"state": "draft"}},
}


def book(parent: Path, identity: Identity = IDENTITY) -> Book:
    return Book(analyse(published(parent, ENTRIES)), identity, parent)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return epub(book(tmp_path_factory.mktemp("epub")))


@pytest.fixture(scope="module")
def files(data: bytes) -> dict[str, bytes]:
    return unpacked(data)


def xml(files: dict[str, bytes], name: str) -> Element:
    return fromstring(files[name])  # noqa: S314 - written by us a moment ago


def package(files: dict[str, bytes]) -> Element:
    return xml(files, "EPUB/package.opf")


@pytest.mark.slow
def test_the_first_file_says_in_plain_bytes_that_this_is_an_epub(data: bytes) -> None:
    first = zipfile.ZipFile(BytesIO(data)).infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert data[30:58] == b"mimetypeapplication/epub+zip"


def test_the_container_leads_to_the_package(files: dict[str, bytes]) -> None:
    root = next(xml(files, "META-INF/container.xml").iter("{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"))
    assert root.attrib["full-path"] in files


def test_every_file_is_in_the_manifest_and_nothing_else(files: dict[str, bytes]) -> None:
    listed = [f"EPUB/{item.attrib['href']}" for item in package(files).iter(f"{OPF}item")]
    assert sorted(listed) == sorted(files.keys() - {"mimetype", "META-INF/container.xml", "EPUB/package.opf"})
    ids = [item.attrib["id"] for item in package(files).iter(f"{OPF}item")]
    assert len(ids) == len(set(ids))
    assert {each.attrib["idref"] for each in package(files).iter(f"{OPF}itemref")} == {"title", "nav", "p-las", "p-dom"}


def test_every_page_is_well_formed_has_a_title_and_a_language(files: dict[str, bytes]) -> None:
    pages = {name: xml(files, name) for name in files if name.endswith(".xhtml")}
    assert len(pages) == 4
    for name, page in pages.items():
        assert page.tag == f"{XHTML}html", name
        assert page.attrib["lang"] == "pl", name
        assert page.findtext(f"{XHTML}head/{XHTML}title"), name
        assert len(list(page.iter(f"{XHTML}h1"))) == 1, name
    assert pages["EPUB/las.xhtml"].findtext(f".//{XHTML}title") == "Las & „łąka”"


def test_every_link_leads_to_a_file_and_an_anchor_of_the_book(files: dict[str, bytes]) -> None:
    pages = {name: xml(files, name) for name in files if name.endswith(".xhtml")}
    anchors = {name: {each.attrib["id"] for each in page.iter() if "id" in each.attrib} for name, page in pages.items()}
    links = [
        (name, element.attrib[attribute])
        for name, page in pages.items()
        for element in page.iter()
        for attribute in ("href", "src")
        if attribute in element.attrib
    ]
    inside = [(name, link) for name, link in links if not link.startswith(("https://", "mailto:"))]
    assert {("EPUB/las.xhtml", "dom.xhtml"), ("EPUB/las.xhtml", "#zrodlo-s1")} <= set(inside)
    for name, link in inside:
        path, _, anchor = link.partition("#")
        target = posixpath.join("EPUB", path) if path else name
        assert target in files, f"{name}: {link}"
        assert not anchor or anchor in anchors[target], f"{name}: {link}"


def test_other_pages_of_the_site_are_linked_on_the_web_or_not_at_all(tmp_path: Path) -> None:
    analysed = analyse(published(tmp_path, ENTRIES))

    def theme_links(identity: Identity) -> list[str]:
        page = xml(unpacked(epub(Book(analysed, identity, tmp_path))), "EPUB/las.xhtml")
        return [link for each in page.iter(f"{XHTML}a") if "tematy" in (link := each.attrib["href"])]

    assert {link.rpartition("tematy/")[0] for link in theme_links(IDENTITY)} == {"https://katalog.example.org/"}
    assert theme_links(replace(IDENTITY, address=None)) == []


def test_the_contents_name_every_published_practice_under_its_theme(files: dict[str, bytes]) -> None:
    contents = next(each for each in xml(files, "EPUB/nav.xhtml").iter() if each.attrib.get(EPUB_TYPE) == "toc")
    themes = contents.findall(f"{XHTML}ol/{XHTML}li/{XHTML}span")
    assert [theme.text and theme.text[0].isupper() for theme in themes] == [True] * len(themes)
    nested = [link.attrib["href"] for link in contents.findall(f"{XHTML}ol/{XHTML}li/{XHTML}ol/{XHTML}li/{XHTML}a")]
    assert sorted(nested) == ["dom.xhtml", "las.xhtml"]


def test_the_package_says_what_it_is_and_how_it_can_be_read(files: dict[str, bytes]) -> None:
    root = package(files)
    metadata = {each.attrib.get("property"): each.text for each in root.iter(f"{OPF}meta")}
    assert root.findtext(f".//{DC}title") == "Katalog"
    assert root.findtext(f".//{DC}language") == "pl"
    assert metadata["dcterms:modified"] == "2026-11-20T00:00:00Z"
    assert metadata["schema:accessModeSufficient"] == "textual"
    assert metadata["schema:accessibilityHazard"] == "none"
    assert metadata["schema:accessibilitySummary"]


def test_the_identifier_changes_with_the_catalogue_and_its_day_alone(tmp_path: Path) -> None:
    one = book(tmp_path / "a")
    again = book(tmp_path / "b")
    elsewhere = book(tmp_path / "c", replace(IDENTITY, address="https://inny.example.org/"))
    assert one.identifier() == again.identifier() != elsewhere.identifier()
    later = Book(
        analyse(published(tmp_path / "d", {"las": {"editorial": {"state": "published", "created": "2026-11-21"}}})),
        IDENTITY,
        tmp_path,
    )
    assert later.identifier() != one.identifier()


def test_pictures_go_along(tmp_path: Path) -> None:
    files = unpacked(epub(Book(*with_picture(tmp_path))))
    image = next(xml(files, "EPUB/las.xhtml").iter(f"{XHTML}img"))
    assert image.attrib["alt"] == "Drzewa w parku"
    assert files[f"EPUB/{image.attrib['src']}"][:2] == b"\xff\xd8"
    item = next(each for each in package(files).iter(f"{OPF}item") if each.attrib["href"] == image.attrib["src"])
    assert item.attrib["media-type"] == "image/jpeg"


def with_picture(parent: Path) -> tuple[AnalysedCatalogue, Identity, Path]:
    folder = practices_folder(parent)
    media = [{"file": "las.jpg", "alt": "Drzewa w parku", "credit": "Anna Kowalska", "licence": "CC BY 4.0"}]
    add(folder, "las/index.md", entry({"editorial": {"state": "published"}, "media": media}))
    Image.new("RGB", (40, 20)).save(folder / "las" / "las.jpg")
    return analyse(load_catalogue(folder)), IDENTITY, folder
