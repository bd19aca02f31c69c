"""Spreadsheets: a row a practice or two columns, and a word about every cell that will not do."""

from collections.abc import Sequence

import pytest
from tests.support.submissions import ANSWERS, PL

from goodpractices.editing import UnusableSubmission
from goodpractices.editing.submissions.sheets import MAX_CELL, MAX_ROWS, column_name, read_csv, read_rows

HEAD = [PL(f"ask.{name}") for name in ANSWERS]
VALUES = list(ANSWERS.values())


def faults(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    with pytest.raises(UnusableSubmission) as refused:
        read_rows(rows, "Praktyki", PL)
    return [(fault.key, fault.place) for fault in refused.value.faults]


def test_a_row_is_a_practice() -> None:
    hints = [PL(f"ask_help.{name}") for name in ANSWERS]
    first, second = read_rows([HEAD, hints, VALUES, [], VALUES], "Praktyki", PL)
    assert first.answers == second.answers == ANSWERS
    assert second.place == "Praktyki, wiersz 5"
    assert second.places["summary"] == "Praktyki, komórka B5"


def test_two_columns_are_one_practice() -> None:
    (read,) = read_rows([[label, value] for label, value in zip(HEAD, VALUES, strict=True)], "Arkusz", PL)
    assert read.answers == ANSWERS
    assert read.places["title"] == "Arkusz, komórka B1"


def test_labels_may_differ_in_capitals_marks_and_polish_letters() -> None:
    (read,) = read_rows([["NAZWA PRAKTYKI *", "zrodla:"], ["Las", "raport"]], "x", PL)
    assert read.answers == {"title": "Las", "sources": "raport"}


def test_a_column_of_ones_own_and_cells_beyond_the_head_are_kept() -> None:
    (read,) = read_rows([["Nazwa praktyki", "Kolor"], ["Las", "zielony", "i tyle"]], "x", PL)
    assert read.leftovers == (("Kolor", "zielony"), ("x, komórka C2", "i tyle"))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], [("submission.empty", "")]),
        ([["", " "]], [("submission.empty", "")]),
        ([["a", "b"], ["c", "d"]], [("submission.no_columns", "")]),
        ([["Nazwa praktyki", "Źródła", "nazwa praktyki"]], [("submission.twice", "Praktyki, komórka C1")]),
        ([["Nazwa praktyki", "a"], ["Nazwa praktyki", "b"]], [("submission.twice", "Praktyki, komórka A2")]),
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
    (read,) = read_rows(read_csv(text.encode(encoding)), "CSV", PL)
    assert read.answers == {"title": f'Łąka{delimiter} "nowa"', "sources": "a\r\nb"}


@pytest.mark.parametrize("data", [b"\x81\x83", b'a;"b\n' + b"x" * 200_000])
def test_what_is_no_csv_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnusableSubmission):
        read_csv(data)


def test_a_formula_in_a_csv_file_is_words() -> None:
    (read,) = read_rows(read_csv(b'Nazwa praktyki\n"=HYPERLINK(""https://example.org"")"\n'), "CSV", PL)
    assert read.answers["title"] == '=HYPERLINK("https://example.org")'


@pytest.mark.parametrize(("n", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")])
def test_columns_have_the_names_of_a_spreadsheet(n: int, name: str) -> None:
    assert column_name(n) == name
