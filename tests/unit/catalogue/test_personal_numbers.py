"""PESEL: found however it is written, told with its place and never repeated; true text is left alone.

The texts lie in ``tests/cases/personal_numbers``, so that the form's script is held to the same ones.
"""

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import CASES, add, entry, practices_folder, problems_in, problems_of

from goodpractices.catalogue import InvalidCatalogue
from goodpractices.catalogue.identity import load_identity
from goodpractices.catalogue.personal_numbers import is_pesel, personal_numbers, personal_numbers_in

TEXTS = json.loads((CASES / "personal_numbers" / "texts.json").read_text(encoding="utf-8"))
NUMBER = "44051401359"


@pytest.mark.parametrize("case", TEXTS["personal"], ids=lambda case: case["name"])
def test_a_pesel_is_found_however_it_is_written(case: dict[str, Any]) -> None:
    found = [(each.line, each.column) for each in personal_numbers(case["text"])]
    assert found == [(case["line"], case["column"])]


@pytest.mark.parametrize("text", TEXTS["true"])
def test_true_text_is_left_alone(text: str) -> None:
    assert list(personal_numbers(text)) == []


def test_there_are_enough_true_texts_some_of_them_with_the_digits_of_a_pesel() -> None:
    eleven = [digits for text in TEXTS["true"] if len(digits := re.sub(r"[^0-9]", "", text)) == 11]
    assert len(TEXTS["true"]) >= 40
    assert sum(is_pesel(digits) for digits in eleven) >= 10


@pytest.mark.parametrize("number", ["44051401359", "02070803628", "00210100011"])
def test_a_number_with_the_right_checksum_and_a_day_is_a_pesel(number: str) -> None:
    assert is_pesel(number)
    assert not is_pesel(number[:-1] + str((int(number[-1]) + 1) % 10))


@pytest.mark.parametrize("number", ["44131401350", "44053201351", "44000001350", "44023001353", "99990099999"])
def test_a_number_without_a_day_is_none(number: str) -> None:
    assert not is_pesel(number)


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (r'short_title: "Las \x34\x34051401359"', "2:14: short_title"),
        ('short_title: "Las 44051\\\n  401359"', "2:19: short_title"),
        ('short_title: "Las \\uFF14\\uFF1405\\u00a01401359"', "2:14: short_title"),
        (r'short_title: "Las 440514\u00AD01359"', "2:14: short_title"),
        ("short_title: Las 44051\n  401359", "2:18: short_title"),
        ("short_title: >-\n  Las 440514\n  01359", "3:7: short_title"),
        ("short_title: Las # 440514 01359", "2:20: short_title"),
        ("duration_months: 44051401359", "2:18: duration_months"),
        ("period: {start: 44051401359}", "2:17: period.start"),
        ('"\\x34405140135" : x\n"\\x344051401359": x', "3:19"),
    ],
)
def test_a_pesel_is_told_once_with_the_place_of_its_value(lines: str, place: str, tmp_path: Path) -> None:
    found = [line for line in problems_of(tmp_path, entry(lines + "\n")) if "PESEL" in line]
    assert [line.split(": To jest")[0] for line in found] == [place]


def test_a_telephone_is_no_pesel(tmp_path: Path) -> None:
    text = entry('contacts:\n  - unit: Wydział\n    phone: "44 05 14 01 \\x33\\x359"\n')
    assert [line for line in problems_of(tmp_path, text) if "PESEL" in line] == []


def test_two_numbers_in_one_value_are_both_told(tmp_path: Path) -> None:
    text = entry('short_title: "44051401359, \\x30\\x32070803628"\n')
    places = [line.split(": To jest")[0] for line in problems_of(tmp_path, text) if "PESEL" in line]
    assert places == ["2:14: short_title", "2:15: short_title"]


def test_the_message_does_not_hold_the_number() -> None:
    [problem] = personal_numbers(NUMBER)
    assert NUMBER not in repr(problem)


@pytest.mark.slow
def test_digits_without_end_are_read_in_time() -> None:
    started = time.process_time()
    assert list(personal_numbers("440514 01358 " * 15_000)) == []
    assert time.process_time() - started < 2


def test_the_file_that_says_whose_the_catalogue_is_holds_none(tmp_path: Path) -> None:
    path = tmp_path / "katalog.yml"
    path.write_text('name: Katalog\ntagline: "Nr \\x34\\x34051401359"\n', encoding="utf-8")
    with pytest.raises(InvalidCatalogue) as refused:
        load_identity(path)
    [(line, column)] = [(each.line, each.column) for each in refused.value.problems if each.key == "personal_number"]
    assert (line, column) == (2, 10)


def test_the_name_of_a_folder_holds_none(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    add(folder, f"osoba-{NUMBER}/index.md", entry())
    assert [line.split(": To jest")[0] for line in problems_in(folder) if "PESEL" in line] == [
        f"practices/osoba-{NUMBER}/index.md:1:1: id"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/?q=440514+01359",
        "https://example.org/?q=440514%2001359",
        "www.example.org/44051401359",
        "mailto:x@example.org?subject=44051401359",
    ],
)
def test_a_pesel_in_an_address_is_found_where_a_reader_would_see_it(text: str) -> None:
    assert len(list(personal_numbers(text))) == 1


@pytest.mark.parametrize("text", ["https://example.org/440514.01359", "https://example.org/a440514b01359"])
def test_what_parts_an_address_parts_numbers(text: str) -> None:
    assert list(personal_numbers(text)) == []


@pytest.mark.parametrize(
    ("value", "location"),
    [
        (NUMBER, ()),
        ({"a": ["x", f"Nr {NUMBER}"]}, ("a", 1)),
        ({"a": {"b": [{"c": NUMBER}]}}, ("a", "b", 0, "c")),
        ({"a": {NUMBER: "x"}}, ("a", NUMBER)),
        ({"phone": "44 05 14 01 359"}, None),
        ({"phones": "44 05 14 01 359"}, ("phones",)),
        ({"a": ["440514", "01359"]}, None),
        ({"a": "44051401358"}, None),
    ],
)
def test_a_pesel_in_a_value_is_told_where_it_stands(value: Any, location: tuple[str | int, ...] | None) -> None:
    assert [each.location for each in personal_numbers_in(value)] == ([] if location is None else [location])
    assert list(personal_numbers_in(value, known={NUMBER})) == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("tel. 44 05 14 01 359", False),
        ("faks: 44 05 14 01 359", False),
        ("infolinia (44 05 14 01 359", False),
        ("phones 44 05 14 01 359", False),
        ("hotel 44 05 14 01 359", False),
        ("Telefon zaufania działa. 44 05 14 01 359", True),
        ("nr 44 05 14 01 359", True),
        ("44 051 401 359 zł", False),
        ("44 051 401 359,50 zł", False),
        ("44 051 401 359 osób", False),
        ("44 051 401 359 i", True),
        ("440 514 013 59 zł", True),
        ("+44 05 14 01 359", False),
        ("44051401359,5", False),
        ("1,44051401359", False),
        ("0.44051401359", False),
        ("44 05 14 01359", True),
        ("44-05-14 01359", True),
        ("440514-01359", True),
        ("440514-01359-1", False),
        ("1-440514-01359", False),
        ("1 440514 01359", True),
        ("1999 0514 013", False),
        ("44 0514-01359", False),
        ("44051401359" + "1" * 15, False),
        ("44 0514 0135 9000 0000 0000 0000", False),
    ],
)
def test_groups_of_digits_are_a_pesel_unless_they_are_plainly_something_else(text: str, *, held: bool) -> None:
    assert bool(list(personal_numbers(text))) is held


def test_numbers_are_told_with_line_and_column() -> None:
    text = f"{NUMBER} a\n\nb 440514 01359, [440514](https://a.pl)01359"
    assert [(each.line, each.column) for each in personal_numbers(text)] == [(1, 1), (3, 3), (3, 18)]
