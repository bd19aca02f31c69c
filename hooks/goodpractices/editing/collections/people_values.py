"""Dates and numbers as collections of people write them, in the notation of the catalogue."""

import re
from datetime import datetime
from decimal import Decimal

from ...catalogue import parse_date

_ISO_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?")
_YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\s*r\.?)?")
_MONTH_LAST = re.compile(r"(\d{1,2})[./-](\d{4})(?:\s*r\.?)?")
_YEAR = re.compile(r"(\d{4})\s*r\.?")
# Signs of currencies and the blanks of all kinds that stand in an amount.
_AROUND = re.compile(r"\s|PLN|EUR|zł(?:otych)?\.?|€", re.IGNORECASE)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?P<sign>[.,'’])\d{3}(?:(?P=sign)\d{3})*")
_MOST_DECIMALS = 6


def day_in(text: str, order: str) -> str | None:
    """A date in the notation of the catalogue; ``None`` where it is none.

    Args:
        text: ``15.01.2026``, ``2026-01-15T10:00:00Z``, ``01.2026``, ``2026`` or what ``order`` says.
        order: ``day-first``, ``month-first``, or a format of ``strptime``.
    """
    words = " ".join(text.split())
    found = None
    if "%" in order:
        found = _by_format(words, order)
    elif stamp := _ISO_STAMP.fullmatch(words):
        found = stamp[1]
    elif parts := _YEAR_LAST.fullmatch(words):
        day, month = (parts[2], parts[1]) if order == "month-first" else (parts[1], parts[2])
        found = f"{parts[3]}-{int(month):02}-{int(day):02}"
    elif parts := _MONTH_LAST.fullmatch(words):
        found = f"{parts[2]}-{int(parts[1]):02}"
    elif parts := _YEAR.fullmatch(words):
        found = parts[1]
    else:
        found = words
    return found if found and _is_date(found) else None


def _by_format(words: str, order: str) -> str | None:
    try:
        moment = datetime.strptime(words, order)
    except ValueError:
        return None
    day = moment.date().isoformat()
    shown = [sign for sign, parts in (("%d", 10), ("%m", 7)) if sign in order or parts == 0]
    return day if "%d" in shown else day[:7] if "%m" in shown else day[:4]


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


def number_in(text: str, decimal: str | None) -> int | float | None:
    """The number in a text, ``85 000,50 zł`` or ``1.240``; ``None`` where there is none, or where it may be two.

    ``decimal`` is the sign before decimals. Without it ``1.240`` and ``1,240`` may each be two numbers.
    """
    words = _AROUND.sub("", text)
    grouped = _GROUPED.fullmatch(words)
    if decimal is None:
        if grouped and words.count(grouped["sign"]) == 1 and grouped["sign"] in ".,":
            return None
        decimal = "," if "," in words else "."
        if grouped and words.count(grouped["sign"]) > 1:
            decimal = "." if grouped["sign"] == "," else ","
    whole, _, rest = words.partition(decimal)
    whole = re.sub(r"[.,'’](?=\d{3}(?:\D|$))", "", whole)
    plain = f"{whole}.{rest}" if rest else whole
    if not re.fullmatch(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?", plain):
        return None
    exact = Decimal(plain)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def coordinate_in(text: str) -> float | None:
    """A coordinate with as many decimals as the catalogue keeps."""
    try:
        return round(float(text.strip().replace(",", ".")), _MOST_DECIMALS)
    except ValueError:
        return None
