"""What advice finds in a text: matches of a pattern, each with its place."""

import re
from collections.abc import Iterator
from typing import Any

from ...catalogue import Problem


def spotted(pattern: re.Pattern[str], text: str) -> Iterator[tuple[re.Match[str], int, int]]:
    """Each match, with the line and the column it begins at, from 1. Patterns stay within a line."""
    line, line_start, last = 1, 0, 0
    for found in pattern.finditer(text):
        start = found.start()
        line += text.count("\n", last, start)
        line_start = max(line_start, text.rfind("\n", last, start) + 1)
        last = start
        yield found, line, start - line_start + 1


def warning_at(key: str, line: int, column: int, **params: Any) -> Problem:
    return Problem(key, (), params, line=line, column=column, severity="warning")
