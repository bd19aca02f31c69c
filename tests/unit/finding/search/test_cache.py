"""What is kept between builds is used only if it is a result; whatever else a file holds counts as missing."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.caches import plant

from goodpractices.catalogue import Cache
from goodpractices.finding.search.analysis import Analysis

GOOD = ["las park", "10 20", "13", "a ", 7]


def known(folder: Path) -> tuple[Any, int]:
    cache = Cache(folder / "cache.sqlite")
    found = cache.known("entries", ["a"], lambda missing: [GOOD for _ in missing], Analysis.is_json)
    cache.save()
    return found["a"], cache.computed


@pytest.mark.parametrize(
    "kept",
    [
        None,
        5,
        "x",
        {},
        [],
        GOOD[:4],
        [*GOOD, 1],
        [*GOOD[:4], "7"],
        [*GOOD[:4], True],
        ["las", *GOOD[1:]],
        ["las park", "10", *GOOD[2:]],
        ["las park", "10 x", *GOOD[2:]],
        ["las park", "10 20", "1", *GOOD[3:]],
        ["las park", "10 20", "13", "a", 7],
    ],
)
def test_a_value_of_another_shape_is_computed_anew(kept: Any, tmp_path: Path) -> None:
    known(tmp_path)
    plant(tmp_path / "cache.sqlite", "entries", lambda _: kept)
    assert known(tmp_path) == (GOOD, 1)
    assert known(tmp_path) == (GOOD, 0)


@pytest.mark.parametrize("texts", [("las park", "10 20", "13", "a "), ("las", "10", "1", "")])
def test_what_an_analysis_is_kept_as_is_recognised(texts: tuple[str, str, str, str]) -> None:
    assert Analysis.is_json(Analysis(*texts, 7).to_json())
