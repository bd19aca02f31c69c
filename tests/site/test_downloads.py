"""What was made before the site is handed out by it, and nothing else is promised."""

import pytest
from tests.support.pages import BuiltSite, Page, words
from tests.support.sites import FORMERLY

pytestmark = pytest.mark.site

SHEET = f"{FORMERLY[1]}.pdf"


def links_to(page: Page, ending: str) -> list[str]:
    return [words(node) for node in page.all("a[download]") if (node.attributes["href"] or "").endswith(ending)]


def test_a_practice_leads_to_its_sheet_in_either_language(changed: BuiltSite) -> None:
    assert links_to(changed.practice(FORMERLY[1]), SHEET) == ["Karta do druku (PDF, 155 kB)"]
    [english] = links_to(changed.pages[f"en/practices/{FORMERLY[1]}/"], SHEET)
    assert "in Polish" in english
    assert (changed.folder / "praktyki" / FORMERLY[1] / SHEET).read_bytes() == SHEET.encode() * 5000


def test_a_practice_without_a_sheet_promises_none(changed: BuiltSite) -> None:
    assert links_to(changed.practice("caritas-druga-szansa"), ".pdf") == []


def test_the_books_that_there_are_stand_among_the_data(changed: BuiltSite) -> None:
    assert links_to(changed.pages["dane/"], ".epub") == ["katalog.epub"]
    assert links_to(changed.pages["dane/"], ".pdf") == []
    assert (changed.folder / "katalog.epub").is_file()
    assert not list(changed.folder.rglob("notatki.pdf"))


def test_a_site_that_was_built_alone_hands_out_no_books(site: BuiltSite) -> None:
    assert links_to(site.pages["dane/"], ".epub") + links_to(site.practice(FORMERLY[1]), ".pdf") == []
