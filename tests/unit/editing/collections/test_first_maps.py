"""What is guessed of a collection line by line, and what the report of an import says of it."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import practices_folder
from tests.support.office_projects import PL, as_csv, brought_in, changed_map, imported, projects

from bench.office_files.packing import rows_xml, xlsx
from goodpractices.catalogue import load_catalogue
from goodpractices.editing import UnusableSubmission
from goodpractices.editing.collections import as_markdown, as_text, checked, proposed_map, read_map
from goodpractices.editing.collections.collection_map import TableSettings
from goodpractices.editing.collections.tables import Table, read_table

DATA = """\
Wykaz 2024
Lp.;Nr;Nazwa projektu;Opis;Obszar;Miejsce;Status;Od;Koszt;Link
1;A1;Skwer;Zieleń dla wszystkich;sport/Psy;Gdynia;trwa;13/02/2024;85 000,50 zł;https://example.org/1
2;A2;Park;Park dla wszystkich;Psy/zieleń;Sopot;zakończony;01/02/2024;1 240;https://example.org/2
3;A3;Las;Las dla wszystkich;sport;Gdynia/Sopot;trwa;03/04/2024;900 €;https://example.org/3
"""


def proposed(folder: Path, data: str, name: str) -> list[str]:
    """The lines of a map without the hints that are the same in each."""
    text = proposed_map(data.encode(), name, load_catalogue(practices_folder(folder)), PL)
    assert text.endswith("\n")
    return [line for line in text.split("\n") if line and not line.startswith("# ")]


def test_a_map_is_guessed_from_headers_and_values(tmp_path: Path) -> None:
    assert proposed(tmp_path, DATA, "Zbiór praktyk.CSV") == [
        *(
            "namespace: zbior-praktyk",
            "licence: all-rights-reserved",
            'attribution: ""',
            'source: {title: "zbior-praktyk"}',
        ),
        *('id: "Nr"', 'url: "{Link}"', "table:", "  header: 2", "  separator: ;", "fields:"),
        *("  # na przykład: Skwer; Park; Las", "  title:", "    column: Nazwa projektu", "    shorten: 100"),
        "  # na przykład: Zieleń dla wszystkich; Park dla wszystkich; Las dla wszystkich",
        *("  summary:", "    column: Opis", "    shorten: 400"),
        "  # To pole musi mieć każdy opis, a żadna kolumna na nie nie wygląda.",
        '  kind: {constant: "project"}',
        *("  # na przykład: sport/Psy; Psy/zieleń; sport", "  themes:", "    column: Obszar", "    split: /"),
        *("  # na przykład: Gdynia; Sopot; Gdynia/Sopot", "  places:", "    column: Miejsce", "    split: /"),
        *("  # na przykład: trwa; zakończony", "  lifecycle:", "    column: Status"),
        *("  # na przykład: 13/02/2024; 01/02/2024; 03/04/2024", "  period.start:", "    column: Od"),
        *("  # na przykład: 85 000,50 zł; 1 240; 900 €", "  funding.total:", "    column: Koszt"),
        *("    decimal: ','", "    currency: EUR", "values:", "  themes:", '    "Psy": ask  # 2 razy; podobne: –'),
        *("  lifecycle:", '    "zakończony": ask  # 1 raz; podobne: ended', "unknown: {places: ask}", "new:"),
        "  places: {country: {constant: PL}, level: {constant: municipality}}",
        *("  organisations: {kind: {constant: unspecified}}", "ignore: []"),
    ]


def test_a_collection_that_says_little_gets_a_map_of_what_is_needed(tmp_path: Path) -> None:
    lines = proposed(tmp_path, '[{"a": "1", "b": "x"}, {"a": "1", "b": "y"}]', ".json")
    assert lines[:6] == [
        *("namespace: zbior", "licence: all-rights-reserved", 'attribution: ""', 'source: {title: "zbior"}'),
        *('id: "b"', 'url: ""'),
    ]
    assert [line for line in lines if "constant" in line][:6] == [
        *('  title: {constant: ""}', '  summary: {constant: ""}', '  kind: {constant: "project"}'),
        *('  themes: {constant: ""}', '  places: {constant: ""}', '  lifecycle: {constant: "unknown"}'),
    ]
    assert lines[-6:-3] == ["  {}", "unknown: {}", "new:"]


def guessed(folder: Path, data: str) -> dict[str, Any]:
    text = proposed_map(data.encode(), "x.csv", load_catalogue(practices_folder(folder)), PL)
    return dict(read_map(text.encode()).fields)


def test_dates_amounts_and_several_values_are_guessed_by_their_cells(tmp_path: Path) -> None:
    rows = "A;02/13/2024;1,240.50;x;a|b\nB;03/14/2024;1.5;x;a|c\n"
    fields = guessed(tmp_path, f"nazwa;koniec;budget;programme;partner\n{rows}")
    end, money = fields["period.end"], fields["funding.total"]
    assert (end.column, end.date) == ("koniec", "month-first")
    assert (money.column, money.decimal, money.currency) == ("budget", ".", "PLN")
    assert (fields["programme"].column, fields["programme"].split) == ("programme", "")
    assert (fields["organisations.partner"].column, fields["organisations.partner"].split) == ("partner", "|")


@pytest.mark.parametrize(
    ("cells_", "sign"),
    [
        (["1,240.50", "9000"], "."),
        (["1.5", "2.25"], "."),
        (["1 240,5", "2.25"], ","),
        (["1.240", "1.241"], ","),
        (["1,240", "1,241"], ","),
        (["9000"], ","),
    ],
)
def test_the_sign_before_decimals_is_that_of_most_cells(tmp_path: Path, cells_: list[str], sign: str) -> None:
    rows = "".join(f"A{n};{each}\n" for n, each in enumerate(cells_))
    assert guessed(tmp_path, f"nazwa;koszt\n{rows}")["funding.total"].decimal == sign


@pytest.mark.parametrize(
    ("cells", "is_guessed"), [(["1", "2", "3", "4", "x"], True), (["1", "2", "3", "x", "y"], False), (["", ""], False)]
)
def test_a_column_is_of_a_kind_if_four_of_five_cells_are(tmp_path: Path, cells: list[str], is_guessed: bool) -> None:
    rows = "".join(f"A{n};{each}\n" for n, each in enumerate(cells))
    assert ("funding.total" in guessed(tmp_path, f"nazwa;koszt\n{rows}")) is is_guessed


def test_hints_name_what_is_left_and_shorten_what_is_long(tmp_path: Path) -> None:
    data = f"nazwa;{'k' * 51};{'z' * 50}\n{'a' * 51};1;2\n"
    text = proposed_map(data.encode(), "x.csv", load_catalogue(practices_folder(tmp_path)), PL)
    assert f"# na przykład: {'a' * 50}…\n" in text
    assert f"opisach: {'k' * 50}…, {'z' * 50}\n" in text


# --- What an import did


def test_the_report_says_each_thing_once_with_its_rows(tmp_path: Path) -> None:
    folder, rows = practices_folder(tmp_path), projects(8)
    rows[1]["Od"], rows[2]["Opis"] = "wiosną", "Krótko."
    brought_in(folder, as_csv(projects(3)))
    made = imported(folder, as_csv(rows[1:]))
    problems = checked(made, folder)
    head = "Wiersze: 7. Nowe: 5, zmienione: 2, zmienione po obu stronach: 0, zniknęły ze zbioru: 1, bez zmian: 0."
    parts = {
        "Co trzeba poprawić": ["Nazwa, Opis: summary: Napisz więcej, co najmniej 80 znaków. (1 wiersz: 3)"],
        "Wartości, o które trzeba zapytać (każda raz)": ["themes: „Psy” z kolumny „Obszar” (2 razy; wiersze 4, 7)."],
        "Nowe rekordy w rejestrach": [f"organisations: rada-osiedla-{n} (Rada Osiedla {n})" for n in (4, 5, 6, 0)],
        "Komórki, które nie są jednoznaczną datą ani liczbą": ["kolumna „Od”: 1 komórka"],
        "Zniknęły ze zbioru (opisy zostają)": ["skwer-sasiedzki-nr-1 (w zbiorze L0001)"],
        "Kolumny pominięte": ["kolumna „Lp.”: 7 komórek"],
    }
    shown = [part for title, lines in parts.items() for part in ("", f"{title}:", *(f"  {each}" for each in lines))]
    assert as_text(made, problems, PL).split("\n") == [head, *shown]
    short = as_text(made, problems, PL, 1).split("\n")
    assert short[short.index("Nowe rekordy w rejestrach:") + 1 :][:3] == [
        "  organisations: rada-osiedla-4 (Rada Osiedla 4)",
        "  i jeszcze 3",
        "",
    ]
    own = "skwer-sasiedzki-nr-{0} (w zbiorze L000{0})"
    parts["Nowe opisy"] = [own.format(n) for n in range(4, 9)]
    parts["Zmienione opisy"] = [own.format(n) for n in (2, 3)]
    listed = [
        part for title, lines in parts.items() for part in ("", f"## {title}", "", *(f"- {each}" for each in lines))
    ]
    assert as_markdown(made, problems, "a_[x].csv", PL).split("\n") == [
        *("# Przejęcie zbioru a\\_\\[x\\].csv", "", head, *listed, ""),
    ]


def test_the_report_names_five_rows_of_a_problem_and_the_most_of_a_value(tmp_path: Path) -> None:
    rows = [{**each, "Opis": "Krótko.", "Obszar": "P" * 201} for each in projects(6)]
    made = imported(practices_folder(tmp_path), as_csv(rows))
    lines = as_text(made, checked(made, tmp_path / "practices"), PL).split("\n")
    (problem,) = [line for line in lines if "summary" in line]
    assert problem.endswith("(6 wierszy: 2, 3, 4, 5, 6, …)")
    (value,) = [line for line in lines if line.startswith("  themes")]
    assert f"„{'P' * 200}…”" in value
    assert value.endswith("(6 razy; wiersze 2, 3, 4, 5, 6, …).")


# --- Tables

OPEN = TableSettings()


def table(data: str | bytes, ending: str = ".csv", settings: TableSettings = OPEN) -> Table:
    return read_table(data if isinstance(data, bytes) else data.encode(), ending, settings, PL)


def cells(found: Table) -> list[dict[str, str]]:
    return [dict(row.cells) for row in found.rows]


def test_the_headers_are_the_first_row_that_is_nearly_full() -> None:
    found = table("Wykaz;dnia;;;\n;;;;\na;b;c;;\n1;2;3;4;\n\n5;;;;6\n")
    assert (found.settings.header, found.columns) == (3, ("a", "b", "c", "#4", "#5"))
    assert [(row.number, dict(row.cells)) for row in found.rows] == [
        (4, {"a": "1", "b": "2", "c": "3", "#4": "4"}),
        (6, {"a": "5", "#5": "6"}),
    ]
    assert found.beside == ("Wykaz | dnia",)
    said = table("a;b\n1;2\n3;4\n", settings=TableSettings(header=2))
    assert (said.columns, cells(said), said.beside) == (("1", "2"), [{"1": "3", "2": "4"}], ("a | b",))


def test_columns_of_one_name_are_told_apart() -> None:
    assert cells(table("a;b;a; a  x ;a\n1;2;3;4;5\n", settings=TableSettings(header=1))) == [
        {"a": "1", "b": "2", "a (2)": "3", "a x": "4", "a (3)": "5"}
    ]


@pytest.mark.parametrize(
    ("data", "separator"),
    [("a,b;c\n1,5;2\n", ";"), ("a|b\n1|2\n", "|"), ("a\tb\n1\t2\n", "\t"), ("a,b\n1,2\n3\n", ",")],
)
def test_cells_are_parted_by_the_sign_that_fits_most_rows(data: str, separator: str) -> None:
    assert table(data).settings.separator == separator
    assert table(data, settings=TableSettings(separator="x")).columns == (" ".join(data.split("\n")[0].split()),)


def refused(data: str | bytes, ending: str = ".csv", settings: TableSettings = OPEN) -> tuple[str, dict[str, object]]:
    with pytest.raises(UnusableSubmission) as fault:
        table(data, ending, settings)
    return fault.value.faults[0].key, dict(fault.value.faults[0].params)


def test_limits_are_told_with_the_most_there_may_be() -> None:
    assert refused("a;b\n" + "1;2\n" * 10_001) == ("collection.too_many_rows", {"max": 10_000})
    assert refused(";".join("a" * 201) + "\n" + ";".join("1" * 201)) == ("collection.too_many_columns", {"max": 200})
    assert refused(f"a;b\n1;{'x' * 20_001}\n") == ("collection.long_cell", {"row": 2, "column": "b", "max": 20_000})
    assert len(table("a;b\n" + "1;2\n" * 10_000).rows) == 10_000
    assert len(table(";".join("a" * 200) + "\n" + ";".join("1" * 200)).columns) == 200
    assert len(table(f"a;b\n1;{'x' * 20_000}\n").rows) == 1
    assert refused("a;b\n1;2\n", settings=TableSettings(header=3))[0] == "submission.empty"
    assert refused("", ".pdf") == (
        "collection.unknown_kind",
        {"known": ".csv, .tsv, .xlsx, .ods, .json, .jsonl, .ndjson"},
    )


def test_json_without_a_list_names_those_there_are() -> None:
    data = '{"a": {"b": [{"c": 1}], "d": [1]}, "e": 1}'
    assert refused(data, ".json") == ("collection.no_list", {"known": "a.b, a.d"})
    assert refused('{"e": 1}', ".json") == ("collection.no_list", {"known": "–"})
    assert refused(data, ".json", TableSettings(path="a.x"))[1] == {"known": "–"}
    assert cells(table(data, ".json", TableSettings(path="a.b"))) == [{"c": "1"}]
    assert refused('[{"a": 1}, 2]', ".json")[0] == "collection.no_list"


def test_values_of_json_are_text() -> None:
    record = '[{"a": [" x  y ", {"b": 1.5}], "c": "", "d": " ", "e": false, "f": [[1, 2]], "g": " z "}]'
    assert cells(table(record, ".json")) == [{"a": "x y", "a.b": "1.5", "e": "false", "f": "1\n2", "g": " z "}]
    deep = '[{"a": ' + '{"b": ' * 8 + '{"c": 1}' + "}" * 8 + "}]"
    assert cells(table(deep, ".json")) == [{"a" + ".b" * 8: '{"c": 1}'}]


def test_a_sheet_is_chosen_by_name_else_the_first_that_is_shown() -> None:
    link = "<c r='@' t='str'><f>A1</f><v>2</v></c>"
    two = {"Puste": "<sheetData/>", "Ukryty": rows_xml([["a"], ["1"]]), "Dane": rows_xml([["b", "c"], [link, "3"]])}
    data = xlsx(two, states={"Ukryty": "hidden"})
    found = table(data, ".xlsx")
    assert (found.settings.sheet, cells(found)) == ("Dane", [{"b": "2\n=A1", "c": "3"}])
    assert found.beside == ("arkusz „Ukryty” (2 wiersze) nie był czytany",)
    assert cells(table(data, ".xlsx", TableSettings(sheet="Ukryty"))) == [{"a": "1"}]
    assert refused(data, ".xlsx", TableSettings(sheet="x")) == (
        "collection.no_sheet",
        {"sheet": "x", "known": "Ukryty, Dane"},
    )
    assert refused(xlsx({"A": "<sheetData/>"}), ".xlsx") == ("collection.no_sheet", {"sheet": "", "known": ""})


def test_words_over_merged_cells_stand_beside_the_table() -> None:
    merged = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A3:B3"/></mergeCells>'
    data = xlsx({"A": rows_xml([["a", "b"], ["1", "2"], ["razem"]]) + merged})
    assert table(data, ".xlsx").beside == ("razem",)


# --- Drafts


def questions(folder: Path, given: dict[str, object], **changes: str) -> tuple[str, ...]:
    rows = [{**projects(3)[2], **changes}]
    brought_in(folder, as_csv(rows), changed_map(**given) if given else changed_map())
    return load_catalogue(folder).practices["skwer-sasiedzki-nr-3"].editorial.questions


def test_a_column_that_the_map_knows_in_no_rule_is_asked_about(tmp_path: Path) -> None:
    (asked,) = questions(practices_folder(tmp_path), {}, Uwagi="Pilne <b>bardzo</b>")
    assert asked == "W przejmowanym zbiorze, kolumna „Uwagi”: „Pilne < b>bardzo< /b>”. Przenieś to tam, gdzie pasuje."


def test_a_cost_of_nothing_is_asked_about_unless_the_map_says_it(tmp_path: Path) -> None:
    asked = questions(practices_folder(tmp_path), {}, Koszt="0")
    assert len([each for each in asked if "„0”" in each]) == 1


def test_empty_values_between_signs_are_none_that_a_map_asks_about(tmp_path: Path) -> None:
    lines = proposed(tmp_path, "nazwa;obszar\nA;sport, Psy,\nB;Psy, , sport\n", "x.csv")
    start = lines.index("  themes:", lines.index("values:"))
    assert lines[start + 1 : start + 3] == ['    "Psy": ask  # 2 razy; podobne: –', "unknown: {}"]
