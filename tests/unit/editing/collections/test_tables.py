"""The files of collections: tables and JSON in, rows of text out, and the first map that is guessed of them."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from tests.support.entries import practices_folder
from tests.support.office_projects import MAP, PL, as_csv, brought_in, imported, projects

from goodpractices.catalogue import load_catalogue
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.collections import UnusableMap, proposed_map, read_map
from goodpractices.editing.collections.collection_map import TableSettings
from goodpractices.editing.collections.people_values import day_in, number_in
from goodpractices.editing.collections.tables import read_table


def workbook(rows: list[dict[str, str]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Projekty wybrane w 2024 r."])
    sheet.append([])
    sheet.append([*rows[0]])
    for row in rows:
        sheet.append([*row.values()])
    sheet["L4"] = 85000.5
    sheet["L4"].number_format = "#,##0.00"
    book.create_sheet("Uwagi")["A1"] = "Dane robocze"
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def same(folder: Path, data: bytes, ending: str, given: str = MAP) -> dict[str, str]:
    return dict(imported(folder, data, given, ending).plan.new)


@pytest.mark.slow
def test_a_workbook_makes_the_entries_that_a_csv_file_makes(tmp_path: Path) -> None:
    folder, rows = practices_folder(tmp_path), projects(4)
    rows[0]["Koszt"] = "85 000,50"
    assert same(folder, workbook(rows), ".xlsx") == same(folder, as_csv(rows), ".csv")
    table = read_table(workbook(rows), ".xlsx", TableSettings(), PL)
    assert table.settings.header == 3
    assert table.rows[0].number == 4
    assert table.beside == ("Projekty wybrane w 2024 r.", "arkusz „Uwagi” (1 wiersz) nie był czytany")


@pytest.mark.parametrize("form", ["list", "lines", "path"])
def test_json_makes_them_too(tmp_path: Path, form: str) -> None:
    folder, rows = practices_folder(tmp_path), projects(4)
    data = {
        "list": json.dumps(rows),
        "lines": "\n".join(map(json.dumps, rows)),
        "path": json.dumps({"data": {"items": rows}}),
    }[form]
    given = MAP + ("table: {path: data.items}\n" if form == "path" else "")
    assert same(folder, data.encode(), ".json", given) == same(folder, as_csv(rows), ".csv")


def test_json_inside_json_is_named_by_its_way_and_lists_are_several_values() -> None:
    record = {"id": 7, "place": {"name": "Łódź", "lat": 51.75}, "tags": ["a", "b"], "ok": True, "none": None}
    table = read_table(json.dumps([record]).encode(), ".json", TableSettings(), PL)
    cells = {"id": "7", "place.name": "Łódź", "place.lat": "51.75", "tags": "a\nb", "ok": "true"}
    assert table.rows[0].cells == cells


@pytest.mark.parametrize(
    ("data", "ending", "key"),
    [
        (b"{", ".json", "collection.bad_json"),
        (b'{"a": {"b": [{"c": 1}]}}', ".json", "collection.no_list"),
        (b"[" * 100_000, ".json", "collection.bad_json"),
        (b'["\\ud800"]', ".json", "collection.bad_json"),
        (b"a;b\n", ".csv", "submission.empty"),
        (b"a;b\n" + b"1;2\n" * 10_001, ".csv", "collection.too_many_rows"),
        (b"a;" * 201 + b"b\n" + b"1;" * 201 + b"2\n", ".csv", "collection.too_many_columns"),
        (b"a;b\n1;" + b"x" * 20_001 + b"\n", ".csv", "collection.long_cell"),
        (b"PK", ".xlsx", "submission.broken"),
        (b"", ".pdf", "collection.unknown_kind"),
    ],
)
def test_what_is_no_collection_is_refused(data: bytes, ending: str, key: str) -> None:
    with pytest.raises(UnusableSubmission) as refused:
        read_table(data, ending, TableSettings(), PL)
    assert [fault.key for fault in refused.value.faults] == [key]


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("15.01.2026", "day-first", "2026-01-15"),
        ("1/2/2024", "day-first", "2024-02-01"),
        ("1/2/2024", "month-first", "2024-01-02"),
        ("2024-03-05T10:00:00Z", "day-first", "2024-03-05"),
        ("03.2024", "day-first", "2024-03"),
        ("2024 r.", "day-first", "2024"),
        ("marzec 2024", "day-first", "2024-03"),
        ("15 stycznia 2026 r.", "day-first", "2026-01-15"),
        ("240305", "%y%m%d", "2024-03-05"),
        ("03/24", "%m/%y", "2024-03"),
        ("31.02.2024", "day-first", None),
        ("wiosną", "day-first", None),
    ],
)
def test_days_as_people_write_them(text: str, order: str, day: str | None) -> None:
    assert day_in(text, order) == day


@pytest.mark.parametrize(
    ("text", "decimal", "read"),
    [
        ("85 000,50 zł", None, {"value": 85_000.5, "currency": "PLN"}),
        ("1\u00a0240", None, {"value": 1240}),
        ("1.240.000", None, {"value": 1_240_000}),
        ("1.240", None, None),
        ("1.240", ",", {"value": 1240}),
        ("1.240", ".", {"value": 1.24}),
        ("20 000 €", None, {"value": 20_000, "currency": "EUR"}),
        ("9,2 mln zł", ",", {"value": 9_200_000, "currency": "PLN"}),
        ("ok. 5", None, {"value": 5, "precision": "about"}),
        ("32%", None, {"value": 32, "unit": "percent"}),
        ("kilka", None, None),
    ],
)
def test_numbers_as_people_write_them(text: str, decimal: str | None, read: dict[str, object] | None) -> None:
    assert number_in(text, decimal) == read


@pytest.mark.slow
def test_a_proposed_map_takes_the_collection_once_its_terms_are_said(tmp_path: Path) -> None:
    folder, data = practices_folder(tmp_path), as_csv(projects(12))
    text = proposed_map(data, "budżet 2024.csv", load_catalogue(folder), PL)
    settings = read_map(text.encode())
    assert settings.namespace == "budzet-2024"
    assert settings.id == "Nr"
    assert {name: rule.column for name, rule in settings.fields.items()} == {
        "title": "Nazwa",
        "summary": "Opis",
        "kind": "",
        "themes": "Obszar",
        "places": "Dzielnica",
        "lifecycle": "Status",
        "organisations.leader": "Wnioskodawca",
        "period.start": "Od",
        "funding.total": "Koszt",
    }
    assert settings.fields["themes"].split == ";"
    assert settings.values == {
        "themes": {"Zieleń i parki": "ask", "Psy": "ask"},
        "lifecycle": {"w realizacji": "ask", "zakończony": "ask"},
    }
    assert "# 8 razy; podobne: zielen" in text
    with pytest.raises(UnusableSubmission):
        imported(folder, data, text)

    finished = text.replace("licence: all-rights-reserved", "licence: CC0-1.0")
    finished = finished.replace('"Zieleń i parki": ask', '"Zieleń i parki": zielen').replace(
        '"Psy": ask', '"Psy": sport'
    )
    finished = finished.replace('"zakończony": ask', '"zakończony": ended')
    finished = finished.replace('"w realizacji": ask', '"w realizacji": running')
    finished = finished.replace("places: ask, organisations: ask", "places: propose, organisations: propose")
    finished = finished.replace("unspecified", "urzad").replace("column: Status", "column: Status\n    default: trwa")
    assert len(brought_in(folder, data, finished).plan.new) == 12


@pytest.mark.parametrize(
    ("given", "problem"),
    [("namespace: A B", "bad_id"), ("nic: 1", "unknown_key"), ("licence: MIT", "not_allowed")],
)
def test_a_map_says_what_is_wrong_with_it(given: str, problem: str) -> None:
    name = given.split(":", maxsplit=1)[0]
    lines = [line for line in MAP.split("\n") if not line.startswith(f"{name}:")]
    with pytest.raises(UnusableMap) as refused:
        read_map("\n".join([given, *lines]).encode())
    assert [(each.key, each.location) for each in refused.value.problems] == [(problem, (name,))]


@pytest.mark.parametrize("text", [b"a: &x [1]\nb: *x\n", b"a: [", b"\xff\xfe\xff"])
def test_a_map_that_is_no_plain_yaml_is_refused(text: bytes) -> None:
    with pytest.raises(UnusableSubmission) as refused:
        read_map(text)
    assert [fault.key for fault in refused.value.faults] == ["collection.bad_map"]
