"""A practice to advise on, and what advice says of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.support.entries import loaded

from goodpractices.catalogue import Practice, Problem


def practice(parent: Path, **given: Any) -> Practice:
    """A practice with some fields."""
    return loaded(parent, las=given).practices["las"]


def said(problems: Iterator[Problem]) -> list[tuple[str, tuple[str | int, ...], dict[str, Any]]]:
    """Key, location and parameters of pieces of advice, all of which are warnings."""
    found = list(problems)
    assert [each.severity for each in found] == ["warning"] * len(found)
    return [(each.key, each.location, dict(each.params)) for each in found]
