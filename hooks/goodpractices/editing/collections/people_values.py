"""Dates and numbers as collections of people write them, in the notation of the catalogue."""

import re
from datetime import datetime

from ...catalogue import readings

_ISO_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?")
_YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\s*r\.?)?")
_MOST_DECIMALS = 6


def day_in(text: str, order: str) -> str | None:
    """A date in the notation of the catalogue; ``None`` where it is none.

    Args:
        text: ``15.01.2026``, ``2026-01-15T10:00:00Z``, ``01.2026``, ``2026`` or what ``order`` says.
        order: ``day-first``, ``month-first``, or a format of ``strptime``.
    """
    words = " ".join(text.split())
    if "%" in order:
        words = _by_format(words, order)
    elif stamp := _ISO_STAMP.fullmatch(words):
        words = stamp[1]
    elif parts := _YEAR_LAST.fullmatch(words):
        day, month = (parts[2], parts[1]) if order == "month-first" else (parts[1], parts[2])
        words = f"{parts[3]}-{int(month):02}-{int(day):02}"
    read = readings("date", words)
    return read[0].get("value") if len(read) == 1 else None


def _by_format(words: str, order: str) -> str:
    """The date as far as a format of ``strptime`` tells it; nothing where the words are of another one."""
    try:
        day = datetime.strptime(words, order).date().isoformat()
    except ValueError:
        return ""
    return day if "%d" in order else day[:7] if "%m" in order else day[:4]


def number_in(text: str, decimal: str | None) -> dict[str, int | float | str] | None:
    """The number in a text, ``85 000,50 zł`` or ``9,2 mln``, as ``value`` with what stood beside it.

    That is ``currency``, ``precision`` and ``unit``. ``None`` where there is no number, or where there may be two:
    ``1.240``, unless ``decimal`` says which sign stands before decimals.
    """
    found = [each for each in readings("number", text) if "value" in each]
    if len(found) > 1 and decimal:
        found = [each for each in found if ("." in each["value"]) == (decimal in text)]
    if len(found) != 1:
        return None
    value = found[0]["value"]
    return {**found[0], "value": float(value) if "." in value else int(value)}


def coordinate_in(text: str) -> float | None:
    """A coordinate with as many decimals as the catalogue keeps."""
    try:
        return round(float(text.strip().replace(",", ".")), _MOST_DECIMALS)
    except ValueError:
        return None
