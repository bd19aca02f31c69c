"""Words and their folding; the browser is held to the same examples in tests/browser/test_engine.py."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.paths import ROOT

from goodpractices.finding.search import fold, words

CASES = json.loads((ROOT / "tests" / "cases" / "search" / "tokens.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "expected"), CASES["words"])
def test_a_text_falls_into_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(("word", "expected"), CASES["fold"])
def test_a_word_is_folded(word: str, expected: str) -> None:
    assert fold(word) == expected


@given(st.text(alphabet="aąbcćdeęłńóśźż ŁÓŻZ-1"))
def test_folding_and_taking_apart_may_change_places(text: str) -> None:
    assert words(fold(text)) == [fold(word) for word in words(text)]
