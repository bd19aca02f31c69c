"""Signs of office programs in YAML: each found where it keeps the text from being read, and nowhere else."""

import pytest

from goodpractices.catalogue.office_signs import (
    _BLANK,
    _MARK,
    blank_after_colon,
    blank_in_key,
    faults_of_layout,
    id_from_keyboard,
    lines_of,
    list_marks,
    torn_number,
)
from goodpractices.catalogue.problems import Problem

BLANKS = ["\u00a0", "\u1680", "\u2000", "\u200a", "\u202f", "\u205f", "\u3000"]


def faults(text: str, line: int = 0) -> list[tuple[str, int, int, str]]:
    return [(each.key, each.line, each.column, each.params["value"]) for each in faults_of_layout(text, 10, line)]


@pytest.mark.parametrize("blank", BLANKS)
def test_a_blank_of_an_office_program_does_not_indent_nor_part_a_name_from_its_value(blank: str) -> None:
    assert faults(f"a:\n {blank} b: x") == [("yaml_office_indent", 11, 2, blank)]
    assert faults(f"a:{blank}x") == [("yaml_office_after_colon", 10, 3, blank)]
    assert faults(f"  - 'a-b':{blank}x") == [("yaml_office_after_colon", 10, 11, blank)]
    assert faults(f"a: x{blank}y") == []


@pytest.mark.parametrize("mark", list(_MARK))
def test_a_list_mark_of_an_office_program_makes_no_list(mark: str) -> None:
    assert faults(f"a:\n  {mark} x") == [("yaml_office_list", 11, 3, mark)]
    assert faults(f"a:\n{mark}\u00a0x") == [("yaml_office_list", 11, 1, mark)]
    assert faults(f"a:\n{mark}x") == []


@pytest.mark.parametrize("quote", list("„“”«"))
def test_a_curly_quote_is_a_fault_only_in_the_line_that_was_refused(quote: str) -> None:
    assert faults(f"b: x\na: {quote}x: y”", line=11) == [("yaml_office_quote", 11, 4, quote)]
    assert faults(f"b: x\n - {quote}x: y”", line=11) == [("yaml_office_quote", 11, 4, quote)]
    assert faults(f"b: x\na: {quote}x: y”", line=10) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('a: "x "y" z"', [("yaml_quote_in_quotes", 10, 7, '"')]),
        ("a: 'x 'y' z'", [("yaml_apostrophe_in_apostrophes", 10, 7, "'")]),
        ('- "x "y" z"', [("yaml_quote_in_quotes", 10, 6, '"')]),
        ("a: \"x 'y' z\"", []),
        ('a: "x \\"y\\" z"', []),
        ("a: 'x ''y'' z'", []),
        ('a: "x" # y', []),
        ('{a: "x", b: y}', []),
    ],
)
def test_a_quote_within_quotes_is_told_where_it_ends_the_text(line: str, found: list[object]) -> None:
    assert faults(line) == found


@pytest.mark.parametrize("head", ["a: |", "a: >", "- |", "a: >-", "a: |2", "a: |+  # uwaga"])
def test_a_text_that_goes_on_below_may_hold_any_sign(head: str) -> None:
    assert faults(f"{head}\n  • x\n\n  „y”\nb:\u00a0x") == [("yaml_office_after_colon", 14, 3, "\u00a0")]
    assert faults(f" {head}\n  • x\n• y") == [("yaml_office_list", 12, 1, "•")]


def test_faults_come_in_the_order_of_their_lines() -> None:
    assert [line for _, line, _, _ in faults('a: "x "y" z"\n• b\nc:\u00a0d')] == [10, 11, 12]


def test_lines_end_where_yaml_ends_them() -> None:
    assert lines_of("a\nb\r\nc\rd\x85e\u2028f\u2029g") == list("abcdefg")


def test_marks_at_the_beginning_of_lines_of_one_text_are_told() -> None:
    lines = ["• a", "b • c", "  – d", "• e"]
    found = list_marks(("x",), lines, 0, 2, 5)
    assert [(each.key, each.location, each.line, each.column, each.params) for each in found] == [
        ("yaml_office_list", ("x",), 5, 1, {"value": "•", "code": "U+2022"}),
        ("yaml_office_list", ("x",), 7, 3, {"value": "–", "code": "U+2013"}),
    ]
    assert [each.line for each in list_marks((), lines, 3, 9, 5)] == [8]


def test_a_blank_in_a_name_and_behind_a_colon_are_told() -> None:
    blank = {"value": "\u00a0", "code": "U+00A0"}
    assert blank_in_key(("a",), "ab\u00a0c", 3, 5) == [Problem("yaml_office_blank", ("a",), blank, line=3, column=7)]
    assert blank_in_key((), "ab c", 3, 5) == []
    assert blank_after_colon(("a",), "ab:\u00a0c", 3, 5) == [
        Problem("yaml_office_after_colon", ("a",), blank, line=3, column=8)
    ]
    assert blank_after_colon((), "x ab:\u00a0c", 3, 5) == []
    assert blank_after_colon((), "ab: c", 3, 5) == []


@pytest.mark.parametrize(
    ("typed", "written"),
    [("a b", "a-b"), (" a\u00a0–\u00a0b ", "a-b"), ("a—b−c", "a-b-c"), ("\u2003ab\u2003", "ab"), ("a_b", "a_b")],
)
def test_an_id_is_written_as_it_would_be_typed(typed: str, written: str) -> None:
    assert id_from_keyboard(typed) == written


@pytest.mark.parametrize(
    ("name", "before", "after", "value", "write"),
    [
        ("amount", "9", "2", "9,2", "amount: 9.2"),
        ("amount", "9", "2 mln zł", "9,2 mln zł", "amount: 9200000, currency: PLN"),
        ("value", "-9", "5", "-9,5", "value: -9.5"),
        ("value", "9", "x y", "9,x y", ""),
    ],
)
def test_a_number_that_a_comma_tore_is_told_with_what_to_write(
    name: str, before: str, after: str, value: str, write: str
) -> None:
    found = torn_number(name, before, after)
    assert found is not None
    assert (found.key, found.params["value"]) == ("yaml_torn_number", value)
    assert found.params["write"] == write


def test_what_is_no_number_before_the_comma_was_not_torn() -> None:
    assert torn_number("amount", "a9", "2") is None
    assert torn_number("amount", "9 zł", "2") is None


def test_the_sign_that_office_programs_put_first_is_a_blank_that_does_not_break() -> None:
    assert _BLANK[0] == "\N{NO-BREAK SPACE}"
