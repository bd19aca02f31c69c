"""What is related to a practice is the same wherever its page is shown: on the site, in books, as one file."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.samples import IDENTITY, plain, published

from goodpractices.finding import AnalysedCatalogue, analyse
from goodpractices.publishing import Book, Site, single_file

# Alike in their words alone.
STREET = {
    "title": "Asystenci na ulicach",
    "summary": "Streetworkerzy szukają młodzieży na ulicach. Świetlice czekają, a z nimi KDW i asystenci od lat.",
    "themes": ["sport"],
}
CLUB = {
    "title": "Asystentka i świetlica",
    "summary": "Streetworker prowadzi z ulicy do świetlicy, a asystentów uczy KDW. Wszystko dzieje się po południu.",
    "themes": ["praca"],
}
OTHERS = {f"inna-{n}": {"themes": ["kultura"]} for n in range(6)}


@pytest.fixture(scope="module")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> AnalysedCatalogue:
    parent = tmp_path_factory.mktemp("related")
    return analyse(published(parent, {**OTHERS, "ulica": STREET, "klub": CLUB}))


def related(html: str) -> list[str]:
    return [plain(node.text()) for node in LexborHTMLParser(html).css(".related__title")]


def test_the_site_names_what_is_related_by_words(analysed: AnalysedCatalogue) -> None:
    site = Site(analysed.catalogue, IDENTITY, Path())
    page, _ = site.practice_articles([analysed.catalogue.practices["ulica"]], analysed.related.to)
    assert related(page.make().content) == ["Asystentka i świetlica"]


def test_books_name_what_the_site_names(analysed: AnalysedCatalogue) -> None:
    book = Book(analysed, IDENTITY, Path())
    assert related(book.article(analysed.catalogue.practices["ulica"]).content) == ["Asystentka i świetlica"]


def test_a_practice_as_one_file_names_what_the_site_names(analysed: AnalysedCatalogue) -> None:
    html = single_file(analysed.catalogue.practices["ulica"], analysed, IDENTITY, Path(), "")
    assert related(html) == ["Asystentka i świetlica"]
