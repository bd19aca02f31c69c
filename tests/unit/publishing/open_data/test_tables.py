"""Tables: rows that say what the records say, cells that no spreadsheet runs, numbers it reads as numbers."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.samples import PL, published

from goodpractices.catalogue import Catalogue
from goodpractices.publishing.open_data import practice_record
from goodpractices.publishing.open_data.package import meaning
from goodpractices.publishing.open_data.spreadsheets import table_lines, write_table
from goodpractices.publishing.open_data.tables import FIGURES, MONEY, PRACTICES, TABLES, Column, Names, Table
from goodpractices.wording import Translations

FIGURE = {"id": "a", "label": "osoby", "unit": "person", "nature": "output", "source": "s1", "value": 784}
MONEY_GIVEN = {"role": "total", "amount": 9200000, "currency": "PLN", "source": "s1", "precision": "rounded"}


def rows(parent: Path, table: Table, **given: Any) -> list[dict[str, str]]:
    catalogue = published(parent, {"las": given})
    record = practice_record(catalogue.practices["las"], catalogue)
    return read(write_table(table, table_lines(table.cells(record, names(catalogue)))))


def names(catalogue: Catalogue) -> Names:
    return Names(catalogue, PL, lambda practice_id: f"../praktyki/{practice_id}/", "CC-BY-4.0")


def read(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline=""), delimiter=";"))


def one_cell(value: str | float) -> str:
    table = Table("t", (Column("a", "string", lambda row, _: None),), ("a",), lambda record, _: iter([record]), {})
    (row,) = read(write_table(table, table_lines([[value]])))
    return row["a"]


def test_a_practice_is_one_row(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, PRACTICES, title="Las", funding=[MONEY_GIVEN])
    assert (row["id"], row["title"], row["url"]) == ("las", "Las", "../praktyki/las/")
    assert (row["total_amount"], row["total_currency"], row["cost_band"]) == ("9200000", "PLN", "5-10m")


def test_of_several_totals_none_is_chosen(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, PRACTICES, funding=[MONEY_GIVEN, {**MONEY_GIVEN, "currency": "EUR"}])
    assert row["total_amount"] == ""


def test_a_figure_and_each_of_its_parts_are_rows(tmp_path: Path) -> None:
    split = {"dimension": "sex", "parts": {"F": 445, "M": 339}}
    whole, women, men = rows(tmp_path, FIGURES, indicators=[{**FIGURE, "split": [split]}])
    assert (whole["value"], whole["dimension"], whole["part"]) == ("784", "", "")
    assert (women["value"], women["dimension"], women["part"]) == ("445", "sex", "F")
    assert (men["value"], men["part"]) == ("339", "M")
    assert women["source_title"] == whole["source_title"] != ""


@pytest.mark.parametrize(
    ("value", "shown"), [(40.8, "40,8"), (1e-7, "0,0000001"), (1e15, "1000000000000000"), (-2.5, "-2,5")]
)
def test_numbers_have_the_decimal_sign_of_polish_spreadsheets_and_no_exponent(value: float, shown: str) -> None:
    assert one_cell(value) == shown


def test_a_plan_is_told_from_what_was_done(tmp_path: Path) -> None:
    (row,) = rows(tmp_path, MONEY, funding=[{**MONEY_GIVEN, "planned": True}])
    assert (row["planned"], row["role_label"]) == ("true", "całkowity koszt")


def test_a_file_opens_right_in_polish_excel() -> None:
    table = Table("t", (Column("a", "string", lambda row, _: None),), ("a",), lambda record, _: iter([record]), {})
    assert write_table(table, table_lines([["żółć; „x”"]])) == '\ufeffa\r\n"żółć; „x”"\r\n'.encode()


@pytest.mark.parametrize(
    "text", ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "\u00a0=1"]
)
def test_no_text_is_a_formula(text: str) -> None:
    assert one_cell(text) == "'" + text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_comes_back(text: str) -> None:
    assert one_cell(text).removeprefix("'") == text.removeprefix("'") or one_cell(text) == text


@pytest.mark.parametrize("language", ["pl", "en"])
def test_each_column_is_explained(language: str) -> None:
    t = Translations.load(language)
    for table in TABLES:
        for column in table.columns:
            said_of_itself = t("data.column_in_words", column=column.name)
            assert meaning(table, column, t) not in ("", said_of_itself), (table.name, column.name)
