"""What measurements change in made-up entries: a word of a story, a title, a figure."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from _shared.environment import CommandError

BETWEEN_WORDS = re.compile(r"(?<=[a-ząćęłńóśźż]) (?=[a-ząćęłńóśźż]+ )")
TITLE = re.compile(r"(?<=^title: ).*$", re.MULTILINE)
FIGURE = re.compile(r"(?<=\n  value: )[0-9]{2,}(?=\n)")


def one_more(figure: str) -> str:
    """A figure raised by one."""
    return str(int(figure) + 1)


def edited(path: Path, pattern: re.Pattern[str], to: Callable[[str], str]) -> str:
    """The text of a file with something else where a pattern is found last in it.

    Raises:
        CommandError: it is found nowhere in the file.
    """
    text = path.read_text(encoding="utf-8")
    found = [each.span() for each in pattern.finditer(text)]
    if not found:
        raise CommandError(f"W {path} nie ma czego zmienić.")
    start, end = found[-1]
    return text[:start] + to(text[start:end]) + text[end:]
