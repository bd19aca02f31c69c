"""Answers longer than anybody types: they are asked about, soon, whatever signs they are made of."""

import time

import pytest
from tests.support.submissions import ANSWERS, drafter

from goodpractices.catalogue.spellings import period_ends, readings
from goodpractices.editing.submissions.asked import without_links
from goodpractices.editing.submissions.questions import BY_ID

SIGNS = ["- ", "(", "[ ", "1,", "- 1 ", "( ( ", "1–", "a (https://example.org/x) ", "=C5"]
QUESTIONS = ["title", "places", "start", "funding", "indicators", "obstacles", "sources", "themes", "programme"]


@pytest.mark.slow
@pytest.mark.parametrize("sign", SIGNS)
def test_no_answer_takes_long_or_ends_in_an_error(sign: str) -> None:
    words = sign * (60_000 // len(sign))
    started = time.process_time()
    for name in QUESTIONS:
        answer, _ = without_links(BY_ID[name], words)
        draft = drafter().draft({**ANSWERS, name: answer})
        assert draft.text
    assert time.process_time() - started < 5


@pytest.mark.parametrize("kind", ["number", "whole", "date", "when", "day", "country", "language", "currency", "truth"])
def test_what_is_too_long_has_no_reading(kind: str) -> None:
    assert [readings(kind, sign * 50_000) for sign in SIGNS] == [[]] * len(SIGNS)
    assert period_ends("od 2019 " * 5_000, ("start", "end")) == {}


@pytest.mark.parametrize(
    ("text", "kept", "links"),
    [
        ("Gdynia (https://example.org/a)", "Gdynia", ["https://example.org/a"]),
        (
            "Gdynia (https://example.org/a)\nSopot (https://example.org/b) x",
            "Gdynia\nSopot x",
            ["https://example.org/a", "https://example.org/b"],
        ),
        ("– (https://example.org/a)", "– (https://example.org/a)", []),
        ("a (b) (https://example.org/a)", "a (b) (https://example.org/a)", []),
    ],
)
def test_links_go_from_behind_words_alone(text: str, kept: str, links: list[str]) -> None:
    assert without_links(BY_ID["places"], text) == (kept, links)
