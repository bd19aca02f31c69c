"""The page about open data: what there is to take and on what terms, on the web and in a folder."""

from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.samples import IDENTITY, PL, plain, published, renderer

from goodpractices.catalogue import Catalogue, Identity
from goodpractices.finding import group_practices
from goodpractices.publishing import Article
from goodpractices.publishing.downloads import Archive, Downloads
from goodpractices.publishing.pages.data_page import data_article

DATED = {"editorial": {"state": "published", "created": "2026-11-20"}}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return published(tmp_path, {"las": {"themes": ["sport"], **DATED}, "staw": {"themes": ["zielen", "sport"]}})


def page(catalogue: Catalogue, identity: Identity = IDENTITY, *, offline: bool = False) -> Article:
    return data_article(catalogue, group_practices(catalogue), identity, None, [], renderer(offline=offline))


def links(article: Article, selector: str) -> list[tuple[str, str]]:
    nodes = LexborHTMLParser(article.content).css(selector)
    return [(plain(node.text()), node.attributes["href"] or "") for node in nodes]


def words(article: Article) -> str:
    return plain(LexborHTMLParser(article.content).text().replace("\xa0", " "))


def test_the_page_says_how_much_there_is_and_of_which_day(catalogue: Catalogue, tmp_path: Path) -> None:
    made = page(catalogue)
    assert (made.address, made.title, made.section) == ("dane/", "Otwarte dane", "data")
    assert made.description == PL("data.lead")
    assert "2 praktyki. Stan danych na 20 listopada 2026." in words(made)
    undated = words(page(published(tmp_path / "undated", {"las": {}})))
    assert "1 praktyka." in undated
    assert "Stan danych" not in undated


def test_every_file_has_a_link_and_says_what_it_is(catalogue: Catalogue) -> None:
    names = [
        *("praktyki.csv", "wskazniki.csv", "finansowanie.csv", "partnerzy.csv", "organizacje.csv"),
        *("praktyki.json", "praktyki.jsonl", "praktyki.geojson", "schemat.json"),
        *("cytowania.bib", "cytowania.ris", "cytowania.json"),
        *("datapackage.json", "katalog.jsonld", "dane-gov-pl.xml"),
    ]
    assert links(page(catalogue), ".file__name") == [(name, f"../dane/{name}") for name in names]
    assert "praktyki.csv Praktyki, po jednej w wierszu" in words(page(catalogue))


def test_columns_of_each_table_are_explained(catalogue: Catalogue) -> None:
    tree = LexborHTMLParser(page(catalogue).content)
    assert [plain(node.text()) for node in tree.css("summary")] == [
        f"Kolumny tabeli „{name}”" for name in ("praktyki", "wskazniki", "finansowanie", "partnerzy", "organizacje")
    ]
    assert "practice_count" in [node.text() for node in tree.css("tbody code")]


def test_feeds_bring_what_is_new_what_changed_and_what_changed_in_a_theme(catalogue: Catalogue) -> None:
    assert links(page(catalogue), "a[type='application/atom+xml']") == [
        ("Nowe praktyki", "../nowe.atom"),
        ("Nowe i zmienione praktyki", "../zmiany.atom"),
        ("zieleń", "../tematy/zielen/zmiany.atom"),
        ("sport", "../tematy/sport/zmiany.atom"),
    ]


def test_a_folder_has_no_feeds_and_no_data_of_single_practices(catalogue: Catalogue) -> None:
    made = page(catalogue, offline=True)
    assert links(made, "a[type='application/atom+xml']") == []
    assert "Obok każdej praktyki są jej dane" not in words(made)
    assert "Obok każdej praktyki są jej dane" in words(page(catalogue))


def test_what_the_portal_gets_needs_the_address_of_the_site(catalogue: Catalogue) -> None:
    unknown = page(catalogue, replace(IDENTITY, address=None))
    assert "dane-gov-pl.xml" not in words(unknown)
    assert "Nie sprawdziliśmy go oficjalnym schematem XSD." in words(page(catalogue))
    assert "Nie sprawdziliśmy go oficjalnym schematem XSD." not in words(unknown)


def test_archive_and_books_are_offered_with_their_size(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "k.zip").write_bytes(b"x" * 2_500_000)
    for name in ("katalog.epub", "katalog.pdf"):
        (tmp_path / name).write_bytes(b"x" * 45_000)
    made = data_article(
        catalogue,
        group_practices(catalogue),
        IDENTITY,
        Archive.at(tmp_path / "k.zip"),
        Downloads(tmp_path).books(),
        renderer(),
    )
    assert [href for _, href in links(made, "#bez-sieci ~ ul a, #bez-sieci ~ p a, #ksiazki ~ ul a")] == [
        *("../dane/katalog-offline.zip", "../dane/katalog-offline.zip.sha256", "../katalog.pdf", "../katalog.epub"),
    ]
    assert "2,5 MB" in words(made)
    assert words(made).count("45 kB") == 2
