"""What people say in everyday life, and what of the catalogue that leads to."""

from types import SimpleNamespace
from typing import Any

import pytest

from goodpractices.finding.search import everyday, load_morphology
from goodpractices.finding.search.everyday import EverydayWords, find_everyday

BOOK = {
    "pl": [
        {"find": "bezdomność schronisko", "say": "menel, lump, szczupak, na ulic*"},
        {"find": "szczupak nieznane", "say": "ryba"},
        {"find": "nieznane", "say": "kosmita"},
    ]
}
NUMBERS = {"bezdomność": 0, "schronisko": 1, "szczupak": 2, "lump": 3}


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> EverydayWords:
    monkeypatch.setattr(everyday, "_book", lambda: BOOK)
    counts = {"bezdomność": 9, "schronisko": 4, "szczupak": 9, "lump": 1}
    words: Any = SimpleNamespace(lexicon=SimpleNamespace(numbers=NUMBERS))
    return find_everyday("pl", words, SimpleNamespace(counts=counts), load_morphology(), 40)  # type: ignore[arg-type]


def test_a_word_leads_to_words_of_the_catalogue_in_their_order(found: EverydayWords) -> None:
    assert found.found_by == {"menel": [0, 1], "ryba": [2]}


@pytest.mark.parametrize(
    ("word", "form"), [("menel", "menelami"), ("kloszard", "kloszardem"), ("kloszardów", "kloszardów")]
)
def test_a_word_is_found_in_all_its_forms(word: str, form: str) -> None:
    assert form in everyday._forms(word, load_morphology())


def test_expressions_keep_their_asterisk(found: EverydayWords) -> None:
    assert found.expressions == [("na ulic*", [0, 1])]


def test_a_word_that_few_practices_have_leads_on_and_one_of_many_does_not(found: EverydayWords) -> None:
    assert found.rare == {3: [0, 1]}


def test_the_table_holds_all_that_the_browser_reads(found: EverydayWords) -> None:
    table = found.table()
    assert (table["of"], table["expressions"], table["further"]) == ("#$ %", [["na ulic*", "#$"]], [[3, "#$"]])


def test_every_line_of_the_table_says_something_for_something() -> None:
    for lines in everyday._book().values():
        for line in lines:
            assert line.keys() == {"find", "say"}
            assert all(said.strip() for said in line["say"].split(","))
