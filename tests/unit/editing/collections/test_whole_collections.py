"""A foreign collection, taken over by a map, and taken over again after either side has changed."""

from datetime import date
from pathlib import Path

import pytest
from tests.support.entries import practices_folder
from tests.support.office_projects import (
    DAY,
    MAP,
    PL,
    Row,
    as_csv,
    brought_in,
    changed_map,
    imported,
    project,
    projects,
)

from goodpractices.catalogue import load_catalogue
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.collections import as_markdown, as_text, checked

LATER = date(2026, 11, 25)


def counts(folder: Path, rows: list[Row], given: str = MAP) -> dict[str, int]:
    plan = imported(folder, as_csv(rows), given, day=LATER).plan
    return {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "conflicts": len(plan.conflicts),
        "vanished": len(plan.vanished),
        "unchanged": plan.unchanged,
    }


def edited(folder: Path, name: str, before: str, after: str) -> None:
    path = folder / name / "index.md"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return practices_folder(tmp_path)


@pytest.mark.slow
def test_rows_come_in_once_and_change_as_the_collection_does(folder: Path) -> None:
    rows = projects(20)
    made = brought_in(folder, as_csv(rows))
    assert len(load_catalogue(folder).practices) == 20
    asked = [(each.vocabulary, each.value, each.column, each.count, each.rows) for each in made.unknown]
    assert asked == [("themes", "Psy", "Obszar", 7, [2, 5, 8, 11, 14])]

    assert counts(folder, rows) == {"new": 0, "changed": 0, "conflicts": 0, "vanished": 0, "unchanged": 20}

    later = [*rows[2:], *(project(n) for n in (701, 702, 703))]
    for row in later[:5]:
        row["Koszt"] = "77 000 zł"
    assert counts(folder, later) == {"new": 3, "changed": 5, "conflicts": 0, "vanished": 2, "unchanged": 13}
    again = brought_in(folder, as_csv(later), day=LATER)
    assert again.plan.vanished == [("skwer-sasiedzki-nr-1", "L0001"), ("skwer-sasiedzki-nr-2", "L0002")]
    assert sorted(again.plan.changed) == [f"skwer-sasiedzki-nr-{n}" for n in range(3, 8)]
    practices = load_catalogue(folder).practices
    assert len(practices) == 23
    assert practices["skwer-sasiedzki-nr-3"].funding[0].amount == 77_000
    assert counts(folder, later) == {"new": 0, "changed": 0, "conflicts": 0, "vanished": 2, "unchanged": 21}


def test_a_row_becomes_an_entry_with_its_origin_and_terms(folder: Path) -> None:
    brought_in(folder, as_csv([project(100)]))
    practice = load_catalogue(folder).practices["skwer-sasiedzki-nr-100"]
    assert practice.title == "Skwer sąsiedzki nr 100"
    assert practice.themes == ("sport",)
    assert practice.lifecycle == "ended"
    assert [(use.place, use.role) for use in practice.places] == [("polesie", "implemented")]
    assert [(use.org, use.role) for use in practice.organisations] == [("rada-osiedla-2", "leader")]
    assert practice.period is not None
    assert practice.period.start is not None
    assert practice.period.start.text == "2024-03"
    assert [(each.role, each.amount, each.currency) for each in practice.funding] == [("total", 1240, "PLN")]
    assert practice.rights is not None
    assert (practice.rights.licence, practice.rights.attribution) == ("CC-BY-4.0", "Urząd Miasta Łodzi")
    assert practice.origin is not None
    origin = practice.origin
    assert (origin.namespace, origin.id, origin.url, origin.imported) == (
        "budzet-lodzi",
        "L0100",
        "https://example.org/projekty/L0100",
        DAY,
    )
    assert practice.editorial.state == "draft"
    assert practice.editorial.questions == (
        "W przejmowanym zbiorze, kolumna „Obszar”: „Psy”, a takiej nazwy nie ma w słowniku ani w rejestrze. "
        "Wpisz właściwą w polu themes.",
        "W przejmowanym zbiorze, kolumna „Uwagi”: „Wniosek poprawiony”. Przenieś to tam, gdzie pasuje.",
    )
    place = load_catalogue(folder).places["polesie"]
    assert (place.name, place.country, place.level, place.lat, place.lon) == ("Polesie", "PL", "town", 51.75, 19.43)


@pytest.mark.slow
def test_an_entry_that_was_edited_stays_when_its_row_changes(folder: Path) -> None:
    rows = [project(n) for n in (3, 6)]
    brought_in(folder, as_csv(rows))
    edited(folder, "skwer-sasiedzki-nr-3", "amount: 85000.5", "amount: 86000")
    before = (folder / "skwer-sasiedzki-nr-3" / "index.md").read_bytes()
    rows[0]["Koszt"] = "90 000 zł"
    made = brought_in(folder, as_csv(rows), day=LATER)
    (conflict,) = made.plan.conflicts
    assert (conflict.id, conflict.key) == ("skwer-sasiedzki-nr-3", "L0003")
    money = {"role": "total", "currency": "PLN", "source": "s1"}
    assert [(each.field, each.here, each.there) for each in conflict.differences] == [
        ("funding", [{**money, "amount": 86000}], [{**money, "amount": 90000}])
    ]
    assert (folder / "skwer-sasiedzki-nr-3" / "index.md").read_bytes() == before
    assert made.plan.unchanged == 1

    kept = load_catalogue(folder).practices["skwer-sasiedzki-nr-3"].origin
    assert kept is not None
    assert kept.hash is not None
    edited(folder, "skwer-sasiedzki-nr-3", kept.hash, conflict.hash)
    assert counts(folder, rows) == {"new": 0, "changed": 0, "conflicts": 0, "vanished": 0, "unchanged": 2}


@pytest.mark.slow
def test_what_an_editor_adds_stays_when_the_row_changes(folder: Path) -> None:
    rows = [project(100)]
    brought_in(folder, as_csv(rows))
    name = "skwer-sasiedzki-nr-100"
    edited(folder, name, "lifecycle: ended", "lifecycle: ended\naccess_cost: free")
    edited(folder, name, "  questions:\n", "  questions:\n  - Kto dba o drzewa?\n")
    edited(folder, name, "sources:\n", "sources:\n- {id: s2, title: Raport}\n")
    rows[0] |= {"Koszt": "1 250 zł", "Uwagi": ""}
    made = brought_in(folder, as_csv(rows), day=LATER)
    assert list(made.plan.changed) == [name]
    practice = load_catalogue(folder).practices[name]
    assert practice.access_cost == "free"
    assert practice.funding[0].amount == 1250
    assert [each.id for each in practice.sources] == ["s2", "s1"]
    assert practice.editorial.updated == LATER
    assert [question.split(":")[0] for question in practice.editorial.questions] == [
        "Kto dba o drzewa?",
        "W przejmowanym zbiorze, kolumna „Obszar”",
    ]


def test_a_comment_in_an_entry_is_an_edit(folder: Path) -> None:
    rows = [project(3)]
    brought_in(folder, as_csv(rows))
    edited(folder, "skwer-sasiedzki-nr-3", "lifecycle:", "# sprawdzone w urzędzie\nlifecycle:")
    rows[0]["Koszt"] = "1 zł"
    assert counts(folder, rows)["conflicts"] == 1


@pytest.mark.slow
def test_a_map_that_was_mended_changes_entries_nobody_has_edited(folder: Path) -> None:
    rows = [project(n) for n in (1, 3)]
    brought_in(folder, as_csv(rows))
    mended = MAP.replace("Inne: ask", "Psy: zdrowie")
    made = brought_in(folder, as_csv(rows), mended, day=LATER)
    assert list(made.plan.changed) == ["skwer-sasiedzki-nr-1"]
    practice = load_catalogue(folder).practices["skwer-sasiedzki-nr-1"]
    assert practice.themes == ("sport", "zdrowie")
    assert practice.editorial.questions == ()


@pytest.mark.parametrize(
    ("given", "keys"),
    [
        ({"licence": "all-rights-reserved"}, ["collection.licence_forbids"]),
        ({"attribution": None}, ["collection.no_attribution"]),
        ({"rights": {"licence": "Uwagi"}}, ["collection.unknown_licence"]),
        ({"id": "Numer"}, ["collection.no_column"]),
        ({"fields": {"title": "Nazwa", "tytul": "Nazwa"}}, ["collection.unknown_field"]),
        ({"id": "Uwagi", "ignore": []}, []),
    ],
)
def test_a_map_that_does_not_fit_is_refused(folder: Path, given: dict[str, object], keys: list[str]) -> None:
    rows = [project(100)]
    if not keys:
        imported(folder, as_csv(rows), changed_map(**given))
        return
    with pytest.raises(UnusableSubmission) as refused:
        imported(folder, as_csv(rows), changed_map(**given))
    assert [fault.key for fault in refused.value.faults] == keys


def test_a_forbidden_collection_is_refused_with_the_reason_and_taken_with_a_permission(folder: Path) -> None:
    forbidden = changed_map(licence="all-rights-reserved")
    with pytest.raises(UnusableSubmission) as refused:
        imported(folder, as_csv([project(1)]), forbidden)
    (fault,) = refused.value.faults
    assert PL(fault.key, **fault.params) == (
        "Tego nie wolno publikować: wszelkie prawa zastrzeżone. Uzyskaj zgodę i wpisz w permission, kto i kiedy ją "
        "dał, albo nie przejmuj."
    )
    permitted = changed_map(licence="all-rights-reserved", permission="Zgoda urzędu z 3 listopada 2026 r.")
    brought_in(folder, as_csv([project(1)]), permitted)
    rights = load_catalogue(folder).practices["skwer-sasiedzki-nr-1"].rights
    assert rights is not None
    assert rights.permission == "Zgoda urzędu z 3 listopada 2026 r."


def test_a_row_that_forbids_publishing_stops_the_import_unless_it_is_left_out(folder: Path) -> None:
    rows = [{**project(1), "Uwagi": "C"}, {**project(2), "Uwagi": "CC0-1.0"}]
    values = {"themes": {"Zieleń i parki": "zielen"}, "licence": {"C": "all-rights-reserved"}}
    values["lifecycle"] = {"w realizacji": "running", "zakończony": "ended"}
    given = {"values": values, "rights": {"licence": "Uwagi"}}
    with pytest.raises(UnusableSubmission) as refused:
        imported(folder, as_csv(rows), changed_map(**given))
    assert [(each.key, each.place) for each in refused.value.faults] == [
        ("collection.licence_forbids", "wiersz 2, kolumna „Uwagi”")
    ]
    brought_in(folder, as_csv(rows), changed_map(**given, leave_out=["L0001"]))
    rights = [each.rights.licence for each in load_catalogue(folder).practices.values() if each.rights]
    assert rights == ["CC0-1.0"]


@pytest.mark.parametrize(("second", "key"), [("L0001", "collection.id_twice"), (" ", "collection.no_id")])
def test_ids_tell_rows_apart(folder: Path, second: str, key: str) -> None:
    with pytest.raises(UnusableSubmission) as refused:
        imported(folder, as_csv([project(1), {**project(2), "Nr": second}]))
    assert [(each.key, each.place) for each in refused.value.faults] == [(key, "wiersz 3, kolumna „Nr”")]


def test_problems_name_the_column_and_the_rows_once(folder: Path) -> None:
    rows = [{**project(n), "Opis": "Krótko."} for n in (1, 2, 3)]
    made = imported(folder, as_csv(rows))
    problems = checked(made, folder)
    lines = [line for line in as_text(made, problems, PL).split("\n") if "summary" in line]
    assert len(lines) == 1
    assert lines[0].startswith("  Nazwa, Opis: summary: ")
    assert lines[0].endswith(" (3 wiersze: 2, 3, 4)")


def test_hostile_cells_become_words(folder: Path) -> None:
    evil = "<script>alert(1)</script> ![x](javascript:alert(1)) [^s9] ``` {{7*7}} =cmd|' /C calc'!A0"
    evil += "\n## Nagłówek\n[a]: javascript:x"
    row = {**project(3), "Nazwa": "<b>Las</b> {x}", "Uwagi": evil, "Opis": f"{project(3)['Opis']} {evil}"}
    made = brought_in(folder, as_csv([row]))
    text = next(iter(made.plan.new.values()))
    assert "<script" not in text
    assert "<b>" not in text
    assert "## Nagłówek\n" not in text.replace("\\## Nagłówek", "")
    assert "](" not in text.split("## Na czym to polega")[1]
    assert as_markdown(made, [], "zbior.csv", PL).count("<") == 0


def test_sentences_with_percentages_are_asked(folder: Path) -> None:
    opis = f"{project(3)['Opis']} Zieleni przybyło o 150%. Ławek jest sześć."
    brought_in(folder, as_csv([{**project(3), "Opis": opis}]))
    practice = load_catalogue(folder).practices["skwer-sasiedzki-nr-3"]
    assert practice.solution is not None
    assert practice.solution.strip() == f"{project(3)['Opis']} Ławek jest sześć."
    assert any("„Zieleni przybyło o 150%.”" in each for each in practice.editorial.questions)


def test_amounts_that_may_be_two_numbers_are_asked(folder: Path) -> None:
    made = brought_in(folder, as_csv([{**project(3), "Koszt": "1.240"}]))
    practice = load_catalogue(folder).practices["skwer-sasiedzki-nr-3"]
    assert practice.funding == ()
    assert [question for question in practice.editorial.questions if "„1.240”" in question]
    assert made.misread == {("Koszt", "funding"): 1}


def test_an_amount_keeps_the_currency_of_its_cell(folder: Path) -> None:
    brought_in(folder, as_csv([{**project(3), "Koszt": "20 000 €"}, {**project(6), "Koszt": "32%"}]))
    practices = load_catalogue(folder).practices
    money = practices["skwer-sasiedzki-nr-3"].funding[0]
    assert (money.amount, money.currency) == (20_000, "EUR")
    assert practices["skwer-sasiedzki-nr-6"].funding == ()
    assert any("„32%”" in each for each in practices["skwer-sasiedzki-nr-6"].editorial.questions)
