"""Numbers as the one word by which the search knows them: the examples that hold for the browser as well."""

import json
import re

import pytest
from tests.support.paths import ROOT

from goodpractices.finding.search.numbers import day_word, number_words, numbers_in

CASES = json.loads((ROOT / "tests" / "cases" / "search" / "numbers.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", CASES)
def test_each_number_of_a_text_is_one_word(text: str) -> None:
    written = re.findall(r"\w+", text)
    assert [*numbers_in(text)] == [word for word in CASES[text] if word != text and word not in written]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (784, ["784"]),
        (48.1, ["48d1"]),
        (0, ["0"]),
        (149_775.39, ["149775"]),
        (9_200_000, ["9200000"]),
        (30_998_423.88, ["30998423", "31000000"]),
        (1_868_849.81, ["1868849", "1900000", "1870000"]),
    ],
)
def test_a_number_of_the_facts_is_found_as_people_round_it(value: float, words: list[str]) -> None:
    assert [*number_words(value)] == words


def test_a_day_is_one_word() -> None:
    assert day_word(2020, 1, 9) == "20200109"
