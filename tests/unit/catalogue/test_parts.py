"""A figure that is a part of another one: of the same unit, of the same nature, and not above it."""

from pathlib import Path
from typing import Any

from tests.support.entries import entry, problems_of

WHOLE = {"id": "a", "label": "osoby", "unit": "person", "nature": "output", "source": "s1", "value": 5}


def problems(parent: Path, **part: Any) -> list[str]:
    return problems_of(parent, entry({"indicators": [WHOLE, {**WHOLE, "id": "b", "of": "a", **part}]}))


def test_a_part_may_be_as_large_as_its_whole(tmp_path: Path) -> None:
    assert problems(tmp_path, value=5) == []


def test_a_part_above_its_whole_is_told_with_both_numbers(tmp_path: Path) -> None:
    assert problems(tmp_path, value=6) == [
        "14:10: indicators[1].value: Część (6) jest większa niż całość „a” (5). Popraw jedną z tych liczb."
    ]


def test_a_plan_is_no_part_of_a_result(tmp_path: Path) -> None:
    [line] = problems(tmp_path, nature="target")
    assert line.startswith("15:7: indicators[1].of: Plan nie może być częścią wyniku ani wynik częścią planu (b, a).")


def test_a_result_may_be_a_part_of_another_kind_of_result(tmp_path: Path) -> None:
    assert problems(tmp_path, nature="outcome") == []
