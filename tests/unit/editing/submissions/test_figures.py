"""Amounts, figures and obstacles typed on a line: the record a line says for sure, or none."""

from typing import Any

import pytest

from goodpractices.editing.submissions.figures import figure_told, measured_told, money_told, obstacle_told, with_ids


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("dotacja: 7,8 mln zł, źródło 1", {"role": "grant", "amount": 7_800_000, "currency": "PLN", "source": "s1"}),
        ("dotacja 300 zł, źr. nr 2", {"role": "grant", "amount": 300, "currency": "PLN", "source": "s2"}),
        ("300 zł (źródło s3)", {"role": "total", "amount": 300, "currency": "PLN", "source": "s3"}),
        ("300 zł [source 03]", {"role": "total", "amount": 300, "currency": "PLN", "source": "s3"}),
        (
            "dotacja: ok. 12,5 EUR, źródło 1",
            {"role": "grant", "amount": 12.5, "currency": "EUR", "source": "s1", "precision": "about"},
        ),
        (
            "Dotacja z programu: 300 zł (brutto), źródło 1",
            {"role": "grant", "amount": 300, "currency": "PLN", "source": "s1", "note": "Dotacja z programu; brutto"},
        ),
        (
            "300 zł (brutto) źródło 1",
            {"role": "total", "amount": 300, "currency": "PLN", "source": "s1", "note": "brutto"},
        ),
        ("300 zł", None),
        ("300 zł, źródło 0", None),
        ("300 zł, źródło 4", None),
        ("300, źródło 1", None),
        ("dotacja: dużo zł, źródło 1", None),
        ("pogoda: 300 zł, źródło 1", None),
    ],
)
def test_a_line_of_money_says_an_amount_for_sure_or_nothing(line: str, told: dict[str, Any] | None) -> None:
    assert money_told(line, 3) == told


def test_where_there_is_one_source_no_line_has_to_name_it() -> None:
    for sources in (0, 1):
        assert money_told("300 zł", sources) == {"role": "total", "amount": 300, "currency": "PLN", "source": "s1"}
        assert money_told("300 zł, źródło 2", sources) is None


def test_a_line_is_read_up_to_a_length() -> None:
    line = "osoby: 300 osób, zrobiono"
    assert figure_told(f"{'x' * (1000 - len(line))}{line}", 1) is not None
    assert figure_told(f"{'x' * (1001 - len(line))}{line}", 1) is None
    amount = "dotacja: 300 zł"
    assert money_told(f"{' ' * (1000 - len(amount))}{amount}", 1) is not None
    assert money_told(f"{' ' * (1001 - len(amount))}{amount}", 1) is None


PEOPLE = {"label": "uczestnicy", "value": 784, "unit": "person", "nature": "output", "source": "s1"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("uczestnicy: 784 osoby, zrobiono", PEOPLE),
        ("ci,  którzy  przyszli: 784 osoby; zrobiono", {**PEOPLE, "label": "ci, którzy przyszli"}),
        (
            "uczestnicy: 784 osoby, zrobiono (kobiety 445, mężczyźni 339)",
            {**PEOPLE, "split": [{"dimension": "sex", "parts": {"F": 445, "M": 339}}]},
        ),
        (
            "uczestnicy: 784 osoby (wiek: do 25 lat 30; starsi 40), zrobiono",
            {**PEOPLE, "split": [{"dimension": "age", "parts": {"do 25 lat": 30, "starsi": 40}}]},
        ),
        (
            "uczestnicy: 784 osoby, zrobiono (445 psów, 339 kotów)",
            {**PEOPLE, "split": [{"dimension": "other", "parts": {"psów": 445, "kotów": 339}}]},
        ),
        (
            "uczestnicy: 784 osoby, zrobiono (kobiety 445, inni 339)",
            {**PEOPLE, "split": [{"dimension": "sex", "parts": {"F": 445, "inni": 339}}]},
        ),
        ("uczestnicy: 784 osoby, zrobiono (pogoda: kobiety 445)", None),
        ("uczestnicy: 784 osoby, zrobiono (kobiety 445, kobiety 339)", None),
        ("uczestnicy: 784 osoby, zrobiono (wiek: kobiety 445)", None),
        ("uczestnicy: 784 osoby, zrobiono (kobiety)", None),
        ("uczestnicy: 784 osoby", None),
        ("uczestnicy: 784 osoby, zrobiono, efekt", None),
        ("uczestnicy: 784 osoby, pogoda", None),
        (": 784 osoby, zrobiono", None),
        ("uczestnicy 784 osoby, zrobiono", None),
        ("uczestnicy: dużo, zrobiono", None),
    ],
)
def test_a_line_of_a_figure_says_all_of_it_or_nothing(line: str, told: dict[str, Any] | None) -> None:
    assert figure_told(line, 1) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("784 osoby", {"value": 784, "unit": "person"}),
        ("32%", {"value": 32, "unit": "percent"}),
        ("1,5%", {"value": 1.5, "unit": "percent"}),
        ("300 zł", {"value": 300, "unit": "PLN"}),
        ("300 EUR", {"value": 300, "unit": "EUR"}),
        ("300–400 osób", {"min": 300, "max": 400, "unit": "person", "precision": "range"}),
        ("300 USD", None),
        ("300", None),
        ("300 psów", None),
        ("osób", None),
    ],
)
def test_a_measure_is_a_number_with_a_unit_of_ours(words: str, told: dict[str, Any] | None) -> None:
    assert measured_told(words) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Susza", {"what": "Susza"}),
        ("Susza -> deszczówka", {"what": "Susza", "how_handled": "deszczówka"}),
        ("Susza→deszczówka => dalej", {"what": "Susza", "how_handled": "deszczówka => dalej"}),
        ("-> deszczówka", {"what": "-> deszczówka"}),
        ("Susza ->", {"what": "Susza ->"}),
    ],
)
def test_an_obstacle_has_what_was_done_behind_an_arrow(line: str, told: dict[str, str]) -> None:
    assert obstacle_told(line) == told


def test_each_figure_has_an_id_of_its_own() -> None:
    labels = ["Osoby", "osoby", "OSOBY", "!", f"{'a' * 39} b", "osoby 2"]
    assert [each["id"] for each in with_ids([{"label": label} for label in labels])] == [
        *("osoby", "osoby-2", "osoby-3", "w", "a" * 39, "osoby-2-2"),
    ]
