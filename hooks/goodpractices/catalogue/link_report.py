"""What the last nightly look at all addresses found, as a file that a later build reads.

``scripts/check_links.py`` writes it. A build believes none of it before it has looked: the file may come out of a cache
that others write to, so it is small, of one shape, and says nothing but which addresses are gone.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from .fields import is_safe_link
from .files import Unreadable, read_text

LINKS_VARIABLE = "CATALOGUE_LINKS"
"""Names the file."""

_BESIDE_THE_PAGES = "odnosniki.json"
_MAX_BYTES = 2 * 1024 * 1024
_MOST = 1_000_000
_LONGEST = 2_000
_KEYS = {"day", "visited", "gone"}


@dataclass(frozen=True, slots=True)
class LinkReport:
    """On which day how many addresses were visited, and those at which nothing is to be read any more, in order.

    One that ``is_broken`` is of a file that cannot be read: that is said of it and nothing else.
    """

    day: date
    visited: int
    gone: tuple[str, ...]
    is_broken: bool = False

    def to_json(self) -> str:
        """The report as the text of a file."""
        value = {"day": self.day.isoformat(), "visited": self.visited, "gone": [*self.gone]}
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


BROKEN = LinkReport(date.min, 0, (), is_broken=True)
"""What is known where there is a file that is no report."""


def link_report_file(docs: Path) -> Path:
    """Where the file is looked for: where the variable says, else beside the folder of pages written by hand."""
    named = os.environ.get(LINKS_VARIABLE)
    return Path(named) if named else docs.parent / _BESIDE_THE_PAGES


def read_link_report(path: Path) -> LinkReport | None:
    """The report in a file; ``None`` where there is no file, :data:`BROKEN` where it is no report."""
    if not os.path.lexists(path):
        return None
    try:
        return _report(json.loads(read_text(path, _MAX_BYTES)))
    except (Unreadable, ValueError, TypeError, RecursionError):
        return BROKEN


def _report(value: Any) -> LinkReport:
    """The report that a value of JSON is.

    Raises:
        ValueError: it is none.
        TypeError: a part of it is of another type.
    """
    if not isinstance(value, Mapping) or value.keys() != _KEYS or not isinstance(value["gone"], list):
        raise ValueError
    visited, gone = value["visited"], value["gone"]
    if type(visited) is not int or not len(gone) <= visited <= _MOST:
        raise ValueError
    if not all(isinstance(url, str) and len(url) <= _LONGEST and is_safe_link(url) for url in gone):
        raise ValueError
    return LinkReport(date.fromisoformat(value["day"]), visited, tuple(sorted(set(gone))))
