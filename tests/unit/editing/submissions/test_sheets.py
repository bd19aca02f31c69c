"""Spreadsheets: a row a practice or two columns, and a word about every cell that will not do."""

from collections.abc import Sequence

import pytest
from tests.support.office import ASKED
from tests.support.submissions import ANSWERS, PL, drafter

from goodpractices.editing import UnusableSubmission
from goodpractices.editing.submissions import delimited, sheets
from goodpractices.editing.submissions.names import split_choices
from goodpractices.editing.submissions.sheet_layout import column_name
from goodpractices.editing.submissions.sheets import MAX_CELL, MAX_ROWS
from goodpractices.editing.submissions.submission import Submission


def read_rows(rows: Sequence[Sequence[str]], sheet: str) -> list[Submission]:
    return list(sheets.read_rows(rows, sheet, ASKED).submissions)


def read_csv(data: bytes) -> Sequence[Sequence[str]]:
    return delimited.read_csv(data, ASKED)


HEAD = [PL(f"ask.{name}") for name in ANSWERS]
VALUES = list(ANSWERS.values())


def faults(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    with pytest.raises(UnusableSubmission) as refused:
        read_rows(rows, "Praktyki")
    return [(fault.key, fault.place) for fault in refused.value.faults]


def test_a_row_is_a_practice() -> None:
    hints = [PL(f"ask_help.{name}") for name in ANSWERS]
    first, second = read_rows([HEAD, hints, VALUES, [], VALUES], "Praktyki")
    assert first.answers == second.answers == ANSWERS
    assert second.place == "Praktyki, wiersz 5"
    assert second.places["summary"] == "Praktyki, komórka B5"


def test_two_columns_are_one_practice() -> None:
    (read,) = read_rows([[label, value] for label, value in zip(HEAD, VALUES, strict=True)], "Arkusz")
    assert read.answers == ANSWERS
    assert read.places["title"] == "Arkusz, komórka B1"


def test_labels_may_differ_in_capitals_marks_and_polish_letters() -> None:
    (read,) = read_rows([["NAZWA PRAKTYKI *", "zrodla:"], ["Las", "raport"]], "x")
    assert read.answers == {"title": "Las", "sources": "raport"}


def test_a_column_of_ones_own_and_cells_beyond_the_head_are_kept() -> None:
    (read,) = read_rows([["Nazwa praktyki", "Kolor"], ["Las", "zielony", "i tyle"]], "x")
    assert read.leftovers == (("Kolor", "zielony"), ("x, komórka C2", "i tyle"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], [("submission.empty", "")]),
        ([["", " "]], [("submission.empty", "")]),
        ([["a", "b"], ["c", "d"]], [("submission.no_columns", "")]),
        ([["Nazwa praktyki"], ["x" * (MAX_CELL + 1)]], [("submission.long_cell", "Praktyki, komórka A2")]),
        ([["Nazwa praktyki"], *[["x"]] * (MAX_ROWS + 2)], [("submission.too_many_rows", "")]),
        ([["Nazwa praktyki"], ["x"] * 101], [("submission.too_many_columns", "Praktyki, wiersz 2")]),
    ],
)
def test_what_will_not_do_is_reported_with_its_cell(rows: list[list[str]], expected: list[tuple[str, str]]) -> None:
    assert faults(rows) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_file_is_read_as_polish_spreadsheets_write_it(encoding: str, delimiter: str) -> None:
    text = f'Nazwa praktyki{delimiter}Źródła\r\n"Łąka{delimiter} ""nowa"""{delimiter}"a\r\nb"\r\n'
    (read,) = read_rows(read_csv(text.encode(encoding)), "CSV")
    assert read.answers == {"title": f'Łąka{delimiter} "nowa"', "sources": "a\r\nb"}


@pytest.mark.parametrize("data", [b"\x81\x83", b"a;b\n\0"])
def test_what_is_no_csv_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnusableSubmission):
        read_csv(data)


def test_what_was_pasted_into_utf8_from_an_old_program_is_read_as_that() -> None:
    data = "Nazwa praktyki;Łąka\nŹródła;".encode() + "szkoła\n".encode("cp1250")
    assert read_csv(data) == [["Nazwa praktyki", "Łąka"], ["Źródła", "szkoła"]]


def test_a_formula_in_a_csv_file_is_words() -> None:
    (read,) = read_rows(read_csv(b'Nazwa praktyki\n"=HYPERLINK(""https://example.org"")"\n'), "CSV")
    assert read.answers["title"] == '=HYPERLINK("https://example.org")'


@pytest.mark.parametrize(("n", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")])
def test_columns_have_the_names_of_a_spreadsheet(n: int, name: str) -> None:
    assert column_name(n) == name


def test_a_table_without_questions_names_those_there_are() -> None:
    with pytest.raises(UnusableSubmission) as refused:
        read_rows([["a", "b"]], "Praktyki")
    known = str(refused.value.faults[0].params["known"])
    assert known.startswith("„Nazwa praktyki”, „Praktyka w dwóch zdaniach”, „Rodzaj praktyki”, ")


def test_a_second_answer_to_a_question_is_kept_with_its_cell() -> None:
    head = ["Nazwa praktyki", "Źródła", "Źródła", "źródła"]
    first, second = read_rows([head, ["Las", "raport", "uchwała", ""], ["Staw", "", "notatka", "list"]], "Praktyki")
    assert (first.answers, first.places["sources"]) == ({"title": "Las", "sources": "raport"}, "Praktyki, komórka B2")
    assert first.leftovers == (("Praktyki, komórka C2, Źródła", "uchwała"),)
    assert (second.answers, second.places["sources"]) == (
        {"title": "Staw", "sources": "notatka"},
        "Praktyki, komórka C3",
    )
    assert second.leftovers == (("Praktyki, komórka D3, źródła", "list"),)


def test_cards_below_each_other_are_practices_of_their_own() -> None:
    rows = [
        ["Karta"],
        ["Nazwa praktyki", "Las"],
        ["Źródła", "raport"],
        ["Źródła", "uchwała"],
        [],
        ["Nazwa praktyki", "Staw"],
    ]
    first, second, third = read_rows([*rows, ["Źródła", "notatka"], ["Nazwa praktyki", "Łąka"]], "Karty")
    assert first.answers == {"title": "Las", "sources": "raport"}
    assert first.leftovers == (("Karty, komórka A1", "Karta"), ("Karty, komórka B4, Źródła", "uchwała"))
    assert (second.answers, second.leftovers) == ({"title": "Staw", "sources": "notatka"}, ())
    assert (third.answers, third.leftovers) == ({"title": "Łąka"}, ())


@pytest.mark.parametrize(
    ("row", "is_practice"),
    [
        (["Razem", "3 700 000 zł", ""], False),
        (["SUMA:", "9,2 mln zł", "12 praktyk"], False),
        (["Łącznie (zł)", "−1 200,50", "100%"], False),
        (["Ogółem", "", ""], False),
        (["Razem", "3 700 000 zł", "raport"], True),
        (["Razem w parku", "3 700 000 zł", ""], True),
        (["Suma", "od 100 do 200 zł na osobę rocznie", ""], True),
        (["Las", "3 700 000 zł", ""], True),
    ],
)
def test_a_row_of_sums_is_no_practice(row: list[str], *, is_practice: bool) -> None:
    head = ["Nazwa praktyki", "Ile to kosztowało", "Źródła"]
    first, *others = read_rows([head, ["Park", "5 zł", "x"], row], "Praktyki")
    assert [each.answers["title"] for each in others] == ([row[0]] if is_practice else [])
    kept = [each for each in row if each]
    assert [(note.kind, note.place, note.words) for note in first.notes] == (
        [] if is_practice else [("sum", "Praktyki, wiersz 3", " | ".join(kept))]
    )


def test_a_list_of_names_alone_has_no_sums() -> None:
    assert [each.answers["title"] for each in read_rows([["Nazwa praktyki"], ["Las"], ["Razem"]], "x")] == [
        "Las",
        "Razem",
    ]


def test_limits_are_told_with_the_most_there_may_be() -> None:
    with pytest.raises(UnusableSubmission) as refused:
        read_rows([["Nazwa praktyki"], *[["x"]] * (MAX_ROWS + 2)], "Praktyki")
    assert refused.value.faults[0].params == {"max": 500}
    with pytest.raises(UnusableSubmission) as refused:
        read_rows([["Nazwa praktyki"], ["", "x" * 20_001]], "Praktyki")
    [fault] = refused.value.faults
    assert (fault.place, fault.params) == ("Praktyki, komórka B2", {"max": 20_000})


def test_a_column_that_is_parted_by_semicolons_keeps_the_commas_of_names() -> None:
    head, *rows = [["Nazwa praktyki", "Tematy"], ["Las", "sport; nauka, zabawa"], ["Staw", "nauka, zabawa"]]
    first, second = read_rows([head, *rows], "x")
    names = drafter().names["themes"]
    assert list(split_choices(first.answers["themes"], names)) == ["sport", "nauka, zabawa"]
    assert list(split_choices(second.answers["themes"], names)) == ["nauka, zabawa"]
    [alone] = read_rows([head, rows[1]], "x")
    assert list(split_choices(alone.answers["themes"], names)) == ["nauka", "zabawa"]


def test_rows_stand_where_they_stood_among_empty_ones() -> None:
    (read,) = read_rows([["", ""], ["Nazwa praktyki", "Źródła"], [" "], ["Las", " "]], "x")
    assert read.place == "x, wiersz 4"
    assert (read.answers, read.places) == ({"title": "Las"}, {"title": "x, komórka A4"})


def test_two_columns_need_more_questions_down_than_across() -> None:
    across = read_rows([["Nazwa praktyki", "Źródła"], ["Źródła", "raport"]], "x")
    assert [each.answers for each in across] == [{"title": "Źródła", "sources": "raport"}]
    (down,) = read_rows([["Nazwa praktyki", "Las"], ["Źródła", "raport"], ["Początek", ""]], "x")
    assert down.answers == {"title": "Las", "sources": "raport"}


def test_of_two_columns_answers_in_further_cells_hints_and_other_lines_are_kept() -> None:
    rows = [
        ["Nazwa praktyki", "Pełna nazwa, do 100 znaków.", "Las"],
        ["Źródła", "raport", " ", "strona"],
        ["Kolor", "zielony", "żółty"],
        ["Sam nagłówek"],
    ]
    (read,) = read_rows(rows, "x")
    assert read.answers == {"title": "Las", "sources": "raport\nstrona"}
    assert read.places == {"title": "x, komórka C1", "sources": "x, komórka B2"}
    assert read.leftovers == (("Kolor", "zielony\nżółty"), ("x, komórka A4", "Sam nagłówek"))
    assert read.place == ""


def test_a_csv_file_is_split_at_the_sign_of_its_first_line() -> None:
    assert read_csv(b"a;b,c;d\n1,2,3\n") == [["a", "b,c", "d"], ["1,2,3"]]
    assert read_csv(b"a\tb\n1;2\t3\n") == [["a", "b"], ["1;2", "3"]]
    assert read_csv(b"a\n1;2\n") == [["a"], ["1", "2"]]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('"Las" w mieście;park', ['"Las" w mieście', "park"]),
        ('"Las" w mieście;"a; b"', ['"Las" w mieście', "a; b"]),
        ('"Las w mieście;park', ['"Las w mieście', "park"]),
        ('"Las ""duży"" i mały";5" rura', ['Las "duży" i mały', '5" rura']),
        ('"Las \\"duży\\"; mały";park', ['Las "duży"; mały', "park"]),
        (' "Las; park" ;x', ["Las; park", "x"]),
        ('="007";="a ""b"""', ["007", 'a "b"']),
        ('"raz\ndwa";\u001a', ["raz\ndwa", ""]),
        ("a;b;", ["a", "b", ""]),
    ],
)
def test_quotation_marks_lose_nothing_however_a_program_wrote_them(line: str, cells: list[str]) -> None:
    assert read_csv(f"Nazwa praktyki;Źródła\n{line}".encode()) == [["Nazwa praktyki", "Źródła"], cells]


def test_lines_that_a_spreadsheet_took_for_one_cell_each_are_parted() -> None:
    lines = b'"Nazwa praktyki,""\xc5\xb9r\xc3\xb3d\xc5\x82a"""\n"Las,""raport, strona"""\n'
    assert read_csv(lines) == [["Nazwa praktyki", "Źródła"], ["Las", "raport, strona"]]


@pytest.mark.parametrize("first", ["sep=|", "SEP=|", '"sep=|"', "sep= |"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_what_parts_cells_is_what_the_first_line_says(first: str, encoding: str) -> None:
    assert read_csv(f"{first}\r\nNazwa praktyki|a;b\r\n".encode(encoding)) == [["Nazwa praktyki", "a;b"]]


@pytest.mark.slow
def test_many_quotation_marks_take_no_long_time() -> None:
    assert len(read_csv(b'"a;' * 60_000)[0]) == 60_001
    assert len(read_csv(b'"' * 1_000_000)) == 1


def test_a_csv_file_that_is_none_says_why() -> None:
    with pytest.raises(UnusableSubmission) as refused:
        read_csv(b"\x81\x83")
    assert refused.value.faults[0].key == "submission.not_text"


def test_the_row_of_hints_may_have_empty_cells_of_its_own() -> None:
    rows = [["Nazwa praktyki", "Kolor", "Źródła"], ["Pełna nazwa, do 100 znaków.", "", " "], ["Las", "", "raport"]]
    assert [each.answers for each in read_rows(rows, "x")] == [{"title": "Las", "sources": "raport"}]
