"""Answers made to keep the import busy do not."""

import time

import pytest
from tests.support.submissions import ANSWERS, drafter


@pytest.mark.parametrize("words", ["," * 20_000, "a," * 10_000, "a\n" * 10_000, "sport " * 4_000, "[" * 20_000])
@pytest.mark.parametrize("question", ["themes", "places", "partners", "sources", "solution", "title"])
def test_pathological_words_are_read_in_no_time(question: str, words: str) -> None:
    start = time.perf_counter()
    drafter().draft({**ANSWERS, question: words})
    assert time.perf_counter() - start < 6
