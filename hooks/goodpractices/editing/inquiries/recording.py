"""What an entry says of the letter: its block ``editorial`` is written anew, every other line stays as it was."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ...catalogue import entry_as_written, lines_of_field
from ..entry_text import with_lines, yaml_text


def with_asked(text: str, day: date, about: Sequence[str]) -> str:
    """The file of an entry with the day on which those who run it were asked, and what about.

    Args:
        text: the file, in order.
        day: that day; who was asked on it already is not asked twice.
        about: the topics of the letter.
    """
    editorial = dict(entry_as_written(text)["editorial"])
    if any(str(each.get("asked")) == day.isoformat() for each in editorial.get("inquiries", ())):
        return text
    asked: dict[str, Any] = {"asked": day.isoformat()} | ({"about": [*about]} if about else {})
    editorial["inquiries"] = [*editorial.get("inquiries", ()), asked]
    return with_editorial(text, editorial)


def with_editorial(text: str, editorial: Mapping[str, Any]) -> str:
    """The file of an entry with another block ``editorial``."""
    return with_lines(text, lines_of_field(text, "editorial"), yaml_text({"editorial": dict(editorial)}))
