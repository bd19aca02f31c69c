"""Numbers and words as signs: what the browser reads has a value that is written down here."""

import pytest

from goodpractices.finding.search.encoding import SIGNS, front_coded, merged, number, numbers, script, steps


def test_there_are_ninety_signs_that_json_writes_as_they_are() -> None:
    assert SIGNS == ("#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}")


@pytest.mark.parametrize(
    ("value", "signs"),
    [
        (0, "#"),
        (1, "$"),
        (44, "O"),
        (45, "Q#"),
        (46, "Q$"),
        (2024, "}O"),
        (2025, "QP#"),
        (2026, "QP$"),
        (91125, "QPP#"),
    ],
)
def test_a_number_is_written_by_45_with_the_last_digit_of_the_lower_half(value: int, signs: str) -> None:
    assert number(value) == signs


def test_places_are_distances() -> None:
    assert steps([]) == ""
    assert steps([3]) == "&"
    assert steps([1, 3, 50]) == "$%Q%"
    assert numbers([0, 1, 45]) == "#$Q#"


def test_two_series_of_places_are_one_in_their_order() -> None:
    assert merged("$%", "%") == "$$$"
    assert merged("Q#", "$") == "$O"


def test_words_share_their_first_letters_with_the_one_before() -> None:
    assert front_coded(["praca", "pracownia", "prawo", "las"]) == "ApracaEowniaDwoAlas"
    assert front_coded(["praca", "praca", "prac"]) == "ApracaFE"
    assert front_coded(["a" * 30, "a" * 30]) == "A" + "a" * 30 + "Z" + "a" * 5


def test_a_part_of_the_index_hands_itself_over() -> None:
    assert script("a", {"b": ["ł", "\u2028\u2029"], "a": 1}) == (
        'katalogPart("a",{"a":1,"b":["ł","\\u2028\\u2029"]});\n'.encode()
    )
