"""The nightly look: links asked for politely, dead ones with a hint, reviews that are due."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from tests.support.entries import add, entry, loaded, practices_folder
from tests.support.samples import with_registry

from goodpractices.catalogue import LinkOut, LinkReport, links_of, load_catalogue
from goodpractices.editing import Manners, link_report, overdue_reviews, upkeep_report
from goodpractices.editing.upkeep import visiting
from goodpractices.editing.upkeep.reviews import Overdue
from goodpractices.editing.upkeep.verdicts import State
from goodpractices.wording import Translations

PL = Translations.load("pl")
QUICK = Manners(timeout=0.5, pause=0, may_visit_private=True)


LINKED = {
    "sources": [{"id": "s1", "title": "Raport", "url": "https://example.org/raport", "retrieved": "2026-01-05"}],
    "documents": [{"title": "Uchwała", "url": "https://example.org/uchwala"}],
}


def test_every_address_of_a_published_practice_is_found_with_its_place(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    body = "## Cele\n\nZob. [plan](https://example.org/plan) i <https://example.org/auto>.\n"
    add(folder, "las/index.md", entry({**LINKED, "editorial": {"state": "published"}}, body))
    add(folder, "szkic/index.md", entry({**LINKED, "editorial": {"state": "draft"}}, body))
    catalogue = load_catalogue(folder)
    assert [(link.url, link.where) for link in links_of(catalogue) if link.where.startswith(("las", "szkic"))] == [
        ("https://example.org/auto", "las.goals"),
        ("https://example.org/plan", "las.goals"),
        ("https://example.org/raport", "las.sources.s1"),
        ("https://example.org/uchwala", "las.documents[0]"),
    ]


def test_a_dead_link_comes_with_the_address_of_a_copy_to_try(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, las={**LINKED, "editorial": {"state": "published"}})
    links = links_of(catalogue)
    visits = {link.url: visiting.Visit(link.url, "dead", "404") for link in links}
    report = upkeep_report(links, visits, [], PL)
    assert "https://web.archive.org/web/20260105/https://example.org/raport" in report
    assert "https://web.archive.org/web/*/https://example.org/uchwala" in report
    assert "las.documents[0]" in report


def test_reviews_that_are_due_are_reported_the_longest_overdue_first(tmp_path: Path) -> None:
    def editorial(**days: str) -> dict[str, object]:
        return {"editorial": {"state": "published", **days}}

    catalogue = loaded(
        tmp_path,
        a=editorial(review_by="2026-03-01"),
        b=editorial(reviewed_on="2024-02-29"),
        c=editorial(review_by="2026-11-22"),
        d=editorial(),
        e={"editorial": {"state": "draft", "review_by": "2020-01-01"}},
    )
    found = overdue_reviews(catalogue, date(2026, 11, 22))
    assert [(each.practice, each.due.isoformat()) for each in found] == [("b", "2026-02-28"), ("a", "2026-03-01")]
    assert "2 opisy czekają na przegląd." in upkeep_report([], {}, found, PL)


def test_a_review_in_the_last_year_of_the_calendar_is_never_due(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, a={"editorial": {"state": "published"}})
    practice = catalogue.practices["a"]
    last = replace(practice, editorial=replace(practice.editorial, reviewed_on=date.max))
    assert overdue_reviews(replace(catalogue, practices={"a": last}), date(2026, 11, 22)) == []


def link(url: str, where: str = "las.sources.s1", **known: Any) -> LinkOut:
    return LinkOut(url=url, where=where, **known)


def test_a_build_is_told_which_addresses_are_gone_and_of_no_others() -> None:
    states: tuple[State, ...] = get_args(State)
    visits = {f"https://{state}.example/": visiting.Visit(f"https://{state}.example/", state) for state in states}
    found = link_report(visits, date(2026, 11, 30))
    gone = ("https://dead.example/", "https://home.example/", "https://says_missing.example/")
    assert found == LinkReport(date(2026, 11, 30), 10, gone)


def test_a_report_tells_what_to_do_about_each_link_the_worst_first() -> None:
    links = [
        link("https://a.example/", copy="https://kopia.example/a"),
        link("https://a.example/", "las.goals"),
        link("https://b.example/"),
        link("https://c.example/"),
        link("https://d.example/"),
    ]
    visits = {
        "https://d.example/": visiting.Visit("https://d.example/", "fine", "200"),
        "https://c.example/": visiting.Visit("https://c.example/", "unsure", "TimeoutError"),
        "https://b.example/": visiting.Visit("https://b.example/", "moved", target="https://nowe.example/"),
        "https://a.example/": visiting.Visit("https://a.example/", "dead", "404"),
    }
    overdue = [Overdue("las", "Las", date(2026, 3, 1))]
    assert upkeep_report(links, visits, overdue, PL).splitlines() == [
        "## Odnośniki",
        "",
        "Sprawdzono 4 adresy, do obejrzenia: 3.",
        "",
        "- Nie działa (` 404 `): ` https://a.example/ `",
        "  - Gdzie: ` las.sources.s1 `, ` las.goals `",
        "  - Kopia jest już w opisie: ` https://kopia.example/a `",
        "",
        "- Przeniesiono na stałe. Wpisz nowy adres: ` https://b.example/ ` → ` https://nowe.example/ `",
        "  - Gdzie: ` las.sources.s1 `",
        "",
        "- Nie wiadomo (` TimeoutError `), sprawdź w przeglądarce: ` https://c.example/ `",
        "  - Gdzie: ` las.sources.s1 `",
        "",
        "## Przeglądy",
        "",
        "1 opis czeka na przegląd.",
        "- ` las `: przejrzeć do 2026-03-01",
    ]


def test_a_report_offers_an_address_for_each_source_without_a_copy() -> None:
    links = [
        link("https://a.example/", is_source=True, copy="https://kopia.example/a"),
        link("https://b.example/", is_source=True),
        link("https://b.example/", "las.goals"),
        link("https://c.example/", "las.events[0]"),
    ]
    assert upkeep_report(links, {}, [], PL).splitlines()[4:9] == [
        "## Źródła bez kopii",
        "",
        "1 źródło nie ma adresu kopii. Otwórz podany adres: pokaże kopię albo pozwoli ją zrobić. "
        "Jej adres wpisz w polu archive_url.",
        "- ` las.sources.s1 `: ` https://web.archive.org/web/*/https://b.example/ `",
        "",
    ]


def test_every_kind_of_address_of_a_practice_is_looked_at(tmp_path: Path) -> None:
    given = {
        "sources": [
            {
                **{"id": "s1", "title": "Raport", "url": "https://example.org/a", "retrieved": "2026-01-05"},
                "archive_url": "https://web.archive.org/a",
                "copy_of": "https://example.org/o",
            }
        ],
        "events": [{"title": "Gala"}, {"title": "Dzień otwarty", "url": "https://example.org/b"}],
        "evaluation": {"type": "internal", "url": "https://example.org/c", "source": "s1"},
    }
    links = links_of(loaded(tmp_path, las={**given, "editorial": {"state": "published"}}))
    assert [each for each in links if each.where.startswith("las")] == [
        LinkOut(
            "https://example.org/a", "las.sources.s1", date(2026, 1, 5), "https://web.archive.org/a", is_source=True
        ),
        LinkOut("https://example.org/b", "las.events[1]"),
        LinkOut("https://example.org/c", "las.evaluation[0]"),
        LinkOut("https://example.org/o", "las.sources.s1.copy_of"),
    ]


def test_records_that_practices_share_are_looked_at_as_well(tmp_path: Path) -> None:
    records = {
        "_registry/organisations": [
            {"id": "mops", "name": "Ośrodek", "kind": "urzad", "url": "https://mops.example.org/"}
        ],
        "_registry/programmes": [{"id": "fz", "name": "Fundusz", "level": "local", "url": "https://fz.example.org/"}],
    }
    assert [(each.url, each.where) for each in links_of(with_registry(tmp_path, records, {}))] == [
        ("https://fz.example.org/", "programmes.fz"),
        ("https://mops.example.org/", "organisations.mops"),
    ]


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("[a](https://example.org/a)", ["https://example.org/a"]),
        ("[a]( <https://example.org/a> )", ["https://example.org/a"]),
        ('[a](https://example.org/a "tytuł")', ["https://example.org/a"]),
        ("[a][1]\n\n  [1]: <https://example.org/a>", ["https://example.org/a"]),
        ("http://example.org/a", []),
    ],
)
def test_an_address_in_a_story_is_found_however_it_is_written(text: str, urls: list[str], tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, "las/index.md", entry({"editorial": {"state": "published"}}, f"## Cele\n\n{text}\n"))
    assert [each.url for each in links_of(load_catalogue(folder)) if each.where == "las.goals"] == urls


def test_reviews_of_one_day_stand_by_id_and_name_their_practice(tmp_path: Path) -> None:
    def due(**days: str) -> dict[str, Any]:
        return {"title": "Las", "editorial": {"state": "published", **days}}

    catalogue = loaded(
        tmp_path, b=due(review_by="2026-03-01"), a=due(review_by="2026-03-01"), c=due(reviewed_on="2024-03-31")
    )
    assert overdue_reviews(catalogue, date(2026, 3, 29)) == [
        Overdue("a", "Las", date(2026, 3, 1)),
        Overdue("b", "Las", date(2026, 3, 1)),
        Overdue("c", "Las", date(2026, 3, 28)),
    ]
    assert [each.practice for each in overdue_reviews(catalogue, date(2026, 3, 28))] == ["a", "b"]
