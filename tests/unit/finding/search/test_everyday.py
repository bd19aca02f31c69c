"""What people say in everyday life, and what of the catalogue that leads to."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from goodpractices.catalogue import Cache
from goodpractices.finding.search import everyday, load_morphology
from goodpractices.finding.search.cache import SearchCache
from goodpractices.finding.search.everyday import EverydayWords, KnownWords, find_everyday

Book = Mapping[str, Sequence[Mapping[str, str]]]

BOOK: Book = {
    "pl": [
        {"find": "bezdomność schronisko", "say": "menel, lump, szczupak, na ulic*"},
        {"find": "szczupak nieznane", "say": "ryba"},
        {"find": "nieznane", "say": "kosmita"},
    ]
}
NUMBERS = {"bezdomność": 0, "schronisko": 1, "szczupak": 2, "lump": 3}
COUNTS = {"bezdomność": 9, "schronisko": 4, "szczupak": 9, "lump": 1}


def known_words(book: Book, monkeypatch: pytest.MonkeyPatch) -> KnownWords:
    monkeypatch.setattr(everyday, "_book", lambda: book)
    return KnownWords("pl", load_morphology(), SearchCache(Cache(None), "pl", "1"))


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> EverydayWords:
    words: Any = SimpleNamespace(lexicon=SimpleNamespace(numbers=NUMBERS))
    return find_everyday(words, COUNTS, 40, known_words(BOOK, monkeypatch))


def test_a_word_leads_to_words_of_the_catalogue_in_their_order(found: EverydayWords) -> None:
    assert found.found_by == {"menel": [0, 1], "ryba": [2]}


def test_a_word_is_known_in_all_its_forms_and_an_unknown_one_as_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    known = known_words({"pl": [{"find": "dom", "say": "kloszard, bazgrołpol"}]}, monkeypatch)
    rows = known.rows_of(["kloszard", "bazgrołpol"])
    forms = {row.lemma: [row.stem + ending for ending in row.endings.split(" ")] for row in rows}
    assert "kloszardem" in forms["kloszard"]
    assert "bazgrołpolu" in forms["bazgrołpol"]


def test_expressions_keep_their_asterisk(found: EverydayWords) -> None:
    assert found.expressions == [("na ulic*", [0, 1])]


def test_a_word_that_few_practices_have_leads_on_and_one_of_many_does_not(found: EverydayWords) -> None:
    assert found.rare == {3: [0, 1]}


def test_no_word_leads_on_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    words: Any = SimpleNamespace(lexicon=SimpleNamespace(numbers=NUMBERS))
    book = {"pl": [{"find": "lump schronisko", "say": "lump"}]}
    assert find_everyday(words, COUNTS, 40, known_words(book, monkeypatch)).rare == {3: [1]}


def test_the_table_may_name_any_form_of_a_word_of_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    words: Any = SimpleNamespace(lexicon=SimpleNamespace(numbers=NUMBERS))
    book = {"pl": [{"find": "schroniska bezdomnością", "say": "noclegownia"}, {"find": "Lump", "say": "obdartus"}]}
    assert find_everyday(words, COUNTS, 40, known_words(book, monkeypatch)).found_by == {
        "noclegownia": [1, 0],
        "obdartus": [3],
    }


def test_words_of_the_catalogue_are_called_as_the_table_calls_them(found: EverydayWords) -> None:
    assert found.table()["names"] == [[0, "bezdomność"], [1, "schronisko"], [2, "szczupak"]]


def test_the_table_holds_all_that_the_browser_reads(found: EverydayWords) -> None:
    table = found.table()
    assert (table["of"], table["expressions"], table["further"]) == ("#$ %", "#$", [[3, "#$"]])


def test_the_core_tells_whether_a_query_needs_the_table(found: EverydayWords) -> None:
    assert found.hints() == {"expressions": "Ana ulic*", "further": "&"}


def test_every_line_of_the_table_says_something_for_something() -> None:
    for lines in everyday._book().values():
        for line in lines:
            assert line.keys() == {"find", "say"}
            assert all(each.strip() for each in (line["find"], *line["say"].split(",")))
