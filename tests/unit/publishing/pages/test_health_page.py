"""The page for editors says what the checks count, in a table and in a file, and leads to where it is."""

import csv
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.planned import articles_of, files_of
from tests.support.samples import PL, plain, published, renderer

from goodpractices.catalogue import Catalogue, LinkReport, health_of
from goodpractices.publishing import Upkeep, health_table
from goodpractices.publishing.pages import UpkeepPages

DAY = date(2026, 11, 30)
DEAD = "https://example.org/a?b=1&c=2"
ENTRIES: dict[str, dict[str, Any]] = {
    "las": {"title": "Las"},
    "sad": {
        "title": "=SUMA(A1)&B1",
        "sources": [{"id": "s1", "title": "Źródło", "url": DEAD}],
        "claims": [{"text": "Jedyny.", "as_of": "2019", "source": "s1", "disputed": {"what": "Nie."}}],
        "editorial": {"state": "published", "questions": ["Ile?", "Kto?"], "review_by": "2026-11-01"},
    },
}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return published(tmp_path, ENTRIES)


def made(catalogue: Catalogue, upkeep: Upkeep | None) -> tuple[LexborHTMLParser, list[list[str]]]:
    """The page, and the rows of the file beside it."""
    pages = UpkeepPages(catalogue, upkeep, renderer())
    article = articles_of(pages.articles())["dla-redakcji/stan/"]
    (table,) = files_of(pages.files()).values()
    return LexborHTMLParser(article.content), [*csv.reader(StringIO(table.decode("utf-8-sig")), delimiter=";")]


def cells(page: LexborHTMLParser) -> list[list[str]]:
    return [[plain(cell.text()) for cell in row.css("th, td")] for row in page.css("tbody tr")]


def test_the_table_the_file_and_the_command_say_the_same(catalogue: Catalogue) -> None:
    report = LinkReport(DAY, 4, (DEAD,))
    page, table = made(catalogue, Upkeep(DAY, report))
    assert table[0] == ["id", "title", "missing", "overdue", "disputed", "unanswered", "dead", "total", "what"]
    every = "Dla kogo, Skala, Skutek, Koszt, Dowody"
    assert table[1:] == [
        ["sad", "'=SUMA(A1)&B1", "5", "2", "1", "2", "1", "11", every],
        ["las", "Las", "5", "0", "0", "0", "0", "5", every],
    ]
    numbers = [[cell.attributes["data-n"] for cell in row.css("td")] for row in page.css("tbody tr")]
    assert numbers == [row[2:8] for row in table[1:]]
    totals = [plain(each.text()) for each in page.css(".health__totals b")]
    assert totals == ["10", "2", "1", "2", "1", "16"]
    assert health_table(health_of(catalogue, DAY, report), PL).decode("utf-8-sig").splitlines() == [
        ";".join(row) for row in table
    ]


def test_each_number_leads_to_where_the_page_of_the_practice_speaks_of_it(catalogue: Catalogue) -> None:
    page, _ = made(catalogue, Upkeep(DAY, LinkReport(DAY, 4, (DEAD,))))
    first = page.css("tbody tr")[0]
    parts = ["braki", "o-wpisie", "stwierdzenia", "pytania", "zrodla"]
    assert [link.attributes["href"] for link in first.css("td a")] == [f"../../praktyki/sad/#{part}" for part in parts]


def test_a_disputed_adoption_leads_to_the_trail(tmp_path: Path) -> None:
    adoption = {"state": "adopted", "what": "szkoły", "disputed": {"what": "Jedna zrezygnowała."}}
    page, _ = made(published(tmp_path, {"las": {"title": "Las", "adoptions": [adoption]}}), Upkeep(DAY))
    assert [plain(link.text()) for link in page.css("td a[href$='/las/#wdrozenia']")] == ["1 Sporne, Las"]


def test_what_nobody_checked_is_said_and_never_nought(catalogue: Catalogue) -> None:
    page, table = made(catalogue, Upkeep(DAY))
    assert "Adresów nie sprawdzano" in plain(page.text())
    assert [row[6] for row in table] == ["dead", "", ""]
    assert [row[5] for row in cells(page)] == ["? nie sprawdzano"] * 2
    assert [plain(each.text()) for each in page.css(".health__totals b")][4] == "nie sprawdzano"


@pytest.mark.parametrize(("days", "is_old"), [(0, False), (7, False), (8, True), (400, True)])
def test_an_old_report_says_how_old_it_is(catalogue: Catalogue, days: int, is_old: bool) -> None:
    page, _ = made(catalogue, Upkeep(DAY, LinkReport(DAY - timedelta(days), 4, ())))
    text = plain(page.text())
    assert (f"To {days} dni temu" in text) is is_old
    assert "Sprawdzono 4 adresy, " in text


def test_a_broken_report_is_called_one(catalogue: Catalogue) -> None:
    page, _ = made(catalogue, Upkeep(DAY, LinkReport(date.min, 0, (), is_broken=True)))
    assert "Raportu o adresach nie da się odczytać" in plain(page.text())


def test_without_a_day_there_is_no_page(catalogue: Catalogue) -> None:
    pages = UpkeepPages(catalogue, None, renderer())
    assert [*pages.articles(), *pages.files()] == []


def test_what_the_page_follows_from_is_in_its_key(tmp_path: Path) -> None:
    """Not what lists show of an entry: of all its fields the page counts something."""

    def inputs(name: str, upkeep: Upkeep, **changed: Any) -> Any:
        given = {**ENTRIES, "las": {**ENTRIES["las"], **changed}}
        (tmp_path / name).mkdir()
        pages = UpkeepPages(published(tmp_path / name, given), upkeep, renderer())

        (page,) = (each for each in pages.articles() if each.address == "dla-redakcji/stan/")
        return [page.inputs, *(each.inputs for each in pages.files())]

    before = inputs("a", Upkeep(DAY))
    assert inputs("b", Upkeep(DAY)) == before
    assert inputs("c", Upkeep(DAY + timedelta(1))) != before
    assert inputs("d", Upkeep(DAY, LinkReport(DAY, 1, ()))) != before
    claims = [{"text": "Jedyny.", "as_of": "2019", "source": "s1"}]
    assert inputs("e", Upkeep(DAY), claims=claims) != before
