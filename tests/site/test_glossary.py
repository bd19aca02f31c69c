"""The glossary on the real site: in both languages, led to from every page, and complete enough for the entries."""

import pytest
from tests.support.pages import BASE, BuiltSite, Page, words
from tests.support.paths import PRACTICES
from tests.support.real import real_catalogue

from goodpractices.editing import advice

pytestmark = pytest.mark.site

PAGES = {"slownik/": "Słownik", "en/glossary/": "Glossary"}


@pytest.mark.parametrize(("address", "title"), PAGES.items())
def test_the_glossary_is_a_page_of_each_language_and_leads_to_the_other(
    site: BuiltSite, address: str, title: str
) -> None:
    page = site.pages[address]
    assert words(page.one("h1")) == title
    assert len(page.all("[id^=haslo-]")) == len(real_catalogue().glossary) > 40
    elsewhere = {page.resolve(str(each.attributes["href"])) for each in page.all("header a[hreflang]")}
    assert elsewhere == {BASE + other for other in PAGES if other != address}


def test_every_page_leads_to_the_glossary_of_its_language(site: BuiltSite) -> None:
    for page in site.pages.values():
        targets = {page.resolve(str(each.attributes["href"])) for each in page.all("footer a[href]")}
        if targets:
            assert BASE + ("en/glossary/" if page.address.startswith("en/") else "slownik/") in targets, page


def abbreviations(page: Page) -> dict[str, str]:
    return {words(each): each.attributes["title"] or "" for each in page.all("a.abbr abbr")}


def test_a_reader_learns_what_the_abbreviations_of_a_practice_stand_for(site: BuiltSite) -> None:
    assert abbreviations(site.practice("jaworzno-mlodziez-solidarna")) == {
        "POWER": "Program Operacyjny Wiedza Edukacja Rozwój",
        "LO": "liceum ogólnokształcące",
        "ESCO": "European Skills, Competences, Qualifications and Occupations",
    }
    assert abbreviations(site.pages["en/practices/epic/"])["EU"] == "European Union"


def test_what_the_text_explains_itself_is_listed_all_the_same(site: BuiltSite) -> None:
    page = site.pages["en/practices/kultura-wlacza/"]
    assert "(OMGGS)" in words(page.one("[data-field=solution]"))
    assert abbreviations(page) == {}
    assert words(page.one("#skrot-omggs")) == "OMGGS Gdańsk-Gdynia-Sopot Metropolitan Area"


def test_no_entry_has_an_abbreviation_that_nobody_explains() -> None:
    found = advice(real_catalogue(), PRACTICES)
    assert [each for each in found if each.key == "unexplained_abbreviation"] == []
