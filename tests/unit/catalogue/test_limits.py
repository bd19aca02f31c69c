"""Rules at their edges: what is just still in order, and what is just no more."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import entry, loaded, problems_of

FIGURE = {"id": "a", "label": "osoby", "unit": "person", "nature": "output", "source": "s1"}


@pytest.mark.parametrize(
    ("figure", "key"),
    [
        ({"min": 5, "max": 5, "precision": "range"}, None),
        ({"min": 5, "max": 4, "precision": "range"}, "indicators[0].max: "),
        ({"min": 5, "precision": "range"}, "indicators[0]: "),
        ({"max": 5, "precision": "range"}, "indicators[0]: "),
        ({"min": 4, "max": 5, "value": 4, "precision": "range"}, "indicators[0]: "),
        ({"value": 4}, None),
        ({}, "indicators[0]: "),
        ({"value": 4, "min": 1}, "indicators[0]: "),
        ({"value": 4, "max": 9}, "indicators[0]: "),
        ({"value": 0, "unit": "percent"}, None),
        ({"value": 100, "unit": "percent"}, None),
        ({"value": 100.1, "unit": "percent"}, "indicators[0].value: "),
        ({"value": -0.1, "unit": "percent"}, "indicators[0].value: "),
        ({"value": 100.1}, None),
    ],
)
def test_a_figure_has_one_value_or_two_ends(tmp_path: Path, figure: dict[str, Any], key: str | None) -> None:
    found = problems_of(tmp_path, entry({"indicators": [{**FIGURE, **figure}]}))
    assert [line.split(": ", 1)[1].startswith(key or "-") for line in found] == ([True] if key else [])


@pytest.mark.parametrize(
    ("written", "number"),
    [("5", 5), ("-5", -5), ("5.25", 5.25), ("0", 0), ("007", 7)],
)
def test_a_number_is_written_in_digits(tmp_path: Path, written: str, number: float) -> None:
    text = entry(
        f"indicators:\n- {{id: a, label: osoby, unit: person, nature: output, source: s1, value: {written}}}\n"
    )
    assert problems_of(tmp_path / "a", text) == []
    catalogue = loaded(tmp_path / "b", las={"indicators": [{**FIGURE, "value": number}]})
    assert catalogue.practices["las"].indicators[0].value == number


NO_NUMBER = "Wpisz samą liczbę cyframi, bez jednostki i spacji, a ułamek z kropką, np. 784 albo 9.2."
WITH_EXPONENT = "Wpisz tę liczbę zwykłymi cyframi, bez litery e, np. 0.00001 zamiast 1.0e-05."


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1e5", WITH_EXPONENT),
        ("-1.5E-3", WITH_EXPONENT),
        ("1e5 osób", NO_NUMBER),
        ("5 osób", NO_NUMBER),
        ("5,5", f"{NO_NUMBER} Napisz 5.5."),
        ("x5", NO_NUMBER),
        ("'5.'", NO_NUMBER),
    ],
)
def test_what_is_no_number_is_told_in_the_words_that_mend_it(tmp_path: Path, written: str, words: str) -> None:
    figure = "id: a\n  label: osoby\n  unit: person\n  nature: output\n  source: s1"
    [line] = problems_of(tmp_path, entry(f"indicators:\n- {figure}\n  value: {written}\n"))
    assert line == f"8:10: indicators[0].value: {words}"


@pytest.mark.parametrize(
    ("places", "repeated"),
    [
        ([{"place": "gdynia"}, {"place": "sopot"}], []),
        ([{"place": "gdynia", "role": "implemented"}, {"place": "gdynia", "role": "partner"}], []),
        ([{"place": "gdynia"}, {"place": "sopot"}, {"place": "gdynia"}], ["places[2]: "]),
    ],
)
def test_a_place_stands_once_in_each_of_its_roles(
    tmp_path: Path, places: list[dict[str, str]], repeated: list[str]
) -> None:
    found = problems_of(tmp_path, entry({"places": places}))
    assert [line.split(": ", 1)[1][: len("places[2]: ")] for line in found] == repeated


@pytest.mark.parametrize(
    ("first", "second", "repeated"),
    [
        ({"org": "um-gdynia", "role": "leader"}, {"org": "um-sopot", "role": "leader"}, False),
        ({"org": "um-gdynia", "role": "leader"}, {"org": "um-gdynia", "role": "funder"}, False),
        ({"org": "um-gdynia", "role": "leader"}, {"org": "um-gdynia", "role": "leader"}, True),
    ],
)
def test_an_organisation_stands_once_in_each_of_its_roles(
    tmp_path: Path, first: dict[str, str], second: dict[str, str], *, repeated: bool
) -> None:
    found = problems_of(tmp_path, entry({"organisations": [first, second]}))
    assert [line.split(": ", 1)[1].startswith("organisations[1]: ") for line in found] == ([True] if repeated else [])
