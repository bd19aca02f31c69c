"""What changed, in words: of entries that are public today, by today's names, and nothing out of an old version."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.entries import loaded
from tests.support.planned import articles_of
from tests.support.samples import PL, plain, renderer

from goodpractices.catalogue import Catalogue, DayOfChanges, EntryChange, FieldChange, History
from goodpractices.publishing import Upkeep
from goodpractices.publishing.pages import UpkeepPages
from goodpractices.publishing.pages.changes_page import fields_in_words
from goodpractices.wording import Translations

DAY = date(2026, 11, 30)
PUBLISHED = {"state": "published"}
ENTRIES: dict[str, dict[str, Any]] = {
    "las": {"title": "Las w mieście", "editorial": PUBLISHED},
    "sad": {"title": "Sad", "editorial": PUBLISHED},
    "szkic": {"title": "Szkic", "editorial": {"state": "draft"}},
    "staw": {"title": "Staw", "editorial": {"state": "withdrawn", "reason": "Powód."}},
}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return loaded(tmp_path, **ENTRIES)


def days(*given: tuple[str, list[tuple[str, str]]], since: date | None = None) -> History:
    return History(
        tuple(
            DayOfChanges(date.fromisoformat(day), tuple(EntryChange(name, kind) for name, kind in entries))  # type: ignore[arg-type]
            for day, entries in given
        ),
        since,
    )


def page(catalogue: Catalogue, history: History | None) -> LexborHTMLParser:
    articles = articles_of(UpkeepPages(catalogue, Upkeep(DAY, history=history), renderer()).articles())
    return LexborHTMLParser(articles["co-sie-zmienilo/"].content)


def shown(found: LexborHTMLParser) -> dict[str, list[str]]:
    return {
        str(part.attributes["data-day"]): [plain(each.text()) for each in part.css("li, section > p")]
        for part in found.css("[data-day]")
    }


def test_readers_are_told_of_what_they_can_read(catalogue: Catalogue) -> None:
    history = days(
        ("2026-11-05", [("las", "changed"), ("szkic", "changed"), ("szkic", "new"), ("staw", "withdrawn")]),
        ("2026-10-01", [("sad", "new"), ("staw", "changed"), ("nie-ma-go", "changed"), ("anna-nowak", "removed")]),
        ("2026-09-01", [("nie-ma-go", "new"), ("szkic", "unclear")]),
    )
    found = page(catalogue, history)
    assert shown(found) == {
        "2026-11-05": ["Las w mieście", "Staw wycofana"],
        "2026-10-01": ["Sad nowa praktyka", "Katalog opuścił 1 opis."],
    }
    assert [plain(each.text()) for each in found.css("summary")] == [
        "listopad 2026 2 zmiany",
        "październik 2026 1 zmiana",
    ]
    assert [each.attributes.get("open", "no") for each in found.css("details")] == [None, "no"]
    assert not {"anna-nowak", "nie-ma-go", "Szkic"} & set(plain(found.html or "").split())


@pytest.mark.parametrize(("count", "closed"), [(2, 0), (3, 0), (4, 2)])
def test_of_many_changes_two_are_read_at_once(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, count: int, closed: int
) -> None:
    words = [f"Zmieniono: {n}." for n in range(count)]
    monkeypatch.setattr("goodpractices.publishing.pages.changes_page.fields_in_words", lambda *_: words)
    found = page(catalogue, days(("2026-11-05", [("las", "changed")])))
    assert [each.text() for each in found.css("[data-entry] p")] == words
    assert [each.text() for each in found.css("[data-entry] details p")] == words[count - closed :]
    names = [plain(each.text()) for each in found.css("[data-entry] summary")]
    assert names == ["Pozostałe zmiany: Las w mieście"] * bool(closed)


def test_a_copy_without_history_says_that_it_does_not_know(catalogue: Catalogue) -> None:
    found = page(catalogue, None)
    assert "Nie wiadomo, co się zmieniło." in plain(found.text())
    assert found.css("input, details") == []


def test_a_history_that_was_cut_says_since_when_it_knows(catalogue: Catalogue) -> None:
    found = page(catalogue, days(("2026-11-05", [("las", "new")]), since=date(2026, 11, 2)))
    assert "od dnia 2 listopada 2026" in plain(found.text())
    assert (
        "od dnia"
        not in plain(page(catalogue, days(("2026-11-05", [("las", "new")]))).css(".page-head + p")[0].text())[:7]
    )
    assert "W opisach nic się jeszcze nie zmieniło." in plain(page(catalogue, days()).text())


def test_the_page_ends_after_very_many_entries_and_says_so(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goodpractices.publishing.pages.changes_page._MOST_LINES", 2)
    some = [(f"2026-11-0{day}", [("las", "changed")]) for day in (5, 4, 3)]
    found = page(catalogue, days(*some))
    assert [*shown(found)] == ["2026-11-05", "2026-11-04"]
    assert "od dnia 4 listopada 2026" in plain(found.text())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            FieldChange("lifecycle", "changed", ("pilot",), ("running",)),
            "Zmieniono: etap – było „pilotaż”, jest „trwa”.",
        ),
        (FieldChange("scope", "added", (), ("county",)), "Dopisano: zasięg – „powiat”."),
        (FieldChange("scope", "removed", ("county",)), "Usunięto: zasięg – było „powiat”."),
        (FieldChange("themes", "changed", ("zielen",), ("zielen", "sport")), "Zmieniono: tematy – doszło: sport."),
        (FieldChange("themes", "changed", ("zielen", "sport"), ("zielen",)), "Zmieniono: tematy – odpadło: sport."),
        (FieldChange("themes", "changed", ("zielen", "sport"), ("sport", "zielen")), "Zmieniono kolejność: tematy."),
        (
            FieldChange("evidence_level", "changed", ("0",), ("1",)),
            "Zmieniono: poziom dowodów – było „tylko opis”, jest „przeprowadzono”.",
        ),
        (FieldChange("title", "changed"), "Zmieniono: tytuł."),
        (FieldChange("sources", "changed", counts=(2, 1, 0)), "Zmieniono: źródła (nowe: 2, zmienione: 1)."),
        (FieldChange("goals", "removed"), "Usunięto: cele."),
        # What no list of today knows is not repeated: it may be anything.
        (FieldChange("lifecycle", "changed", ("anna-nowak",), ("running",)), "Zmieniono: etap."),
        (FieldChange("themes", "changed", ("anna-nowak",), ("zielen",)), "Zmieniono: tematy."),
        (FieldChange("evidence_level", "changed", ("9",), ("1",)), "Zmieniono: poziom dowodów."),
    ],
)
def test_a_change_in_words(catalogue: Catalogue, change: FieldChange, words: str) -> None:
    assert [plain(each) for each in fields_in_words([change], catalogue, PL)] == [words]


def test_fields_without_values_stand_together(catalogue: Catalogue) -> None:
    some = [
        FieldChange("title", "changed"),
        FieldChange("funding", "added"),
        FieldChange("summary", "changed"),
    ]
    assert [plain(each) for each in fields_in_words(some, catalogue, PL)] == [
        "Dopisano: pieniądze.",
        "Zmieniono: tytuł i streszczenie.",
    ]
    assert [*fields_in_words([FieldChange("nie-ma-go", "changed")], catalogue, PL)] == []
    assert [*fields_in_words(some[:1], catalogue, Translations.load("en"))] == ["Changed: title."]


def test_a_value_that_stayed_is_not_told_as_another(catalogue: Catalogue) -> None:
    same = [
        FieldChange("evidence_level", "changed", ("1",), ("1",)),
        FieldChange("themes", "changed", ("sport",), ("sport",)),
    ]
    assert [plain(each) for each in fields_in_words(same, catalogue, PL)] == [
        "Zmieniono: szczegóły pola „poziom dowodów” i szczegóły pola „tematy”."
    ]


def test_the_page_is_made_anew_when_a_title_or_the_history_changes(tmp_path: Path) -> None:
    def inputs(name: str, history: History, **titles: str) -> Any:
        given = {each: {**said, "title": titles.get(each, said["title"])} for each, said in ENTRIES.items()}
        (tmp_path / name).mkdir()
        pages = UpkeepPages(loaded(tmp_path / name, **given), Upkeep(DAY, history=history), renderer())
        return next(each.inputs for each in pages.articles() if each.address == "co-sie-zmienilo/")

    history = days(("2026-11-05", [("las", "changed")]))
    before = inputs("a", history)
    assert inputs("b", history, sad="Inny") == before
    assert inputs("c", history, las="Inny") != before
    assert inputs("d", days(("2026-11-05", [("las", "new")]))) != before
    assert inputs("e", days(("2026-11-05", [("las", "changed")]), since=DAY)) != before
