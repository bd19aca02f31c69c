"""What is asked with each change, and what every night besides: the same claims of more pages, windows and browsers.

A change waits for its tests, so each claim is asked of what tells most: a page of each kind, the edition or the window
in which it is hardest to keep. Every night, with ``--thorough``, it is asked of all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest

T = TypeVar("T")

OPTION = "--thorough"
AT_NIGHT = pytest.mark.thorough


def at_night(*values: Any, id: str | None = None) -> Any:  # noqa: A002 - the name that pytest gave it
    """Values of a parameter that are tried at night alone."""
    return pytest.param(*values, marks=AT_NIGHT, id=id)


@dataclass(frozen=True)
class Few:
    """Takes a few of things that are alike; at night it takes all of them."""

    is_night: bool

    def of(self, things: Sequence[T], count: int) -> list[T]:
        """As many of the things, at equal distances, the first and the last among them."""
        if self.is_night or len(things) <= count:
            return [*things]
        return [things[round(place * (len(things) - 1) / (count - 1))] for place in range(count)]
