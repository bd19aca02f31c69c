"""Every kind of value by what people typed for it, and where the parts of a reading belong in a record."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from .dates import date, day, period, when
from .names import country, currency, language, truth
from .quantities import Reading, quantity

_OPEN = ".."
_LONGEST = 200
"""So long is no number, date or name that anybody types; the readers need not be quick with what is longer."""


def readings(kind: str, text: str) -> list[Reading]:
    """Every way to read a text as a value of a kind of the model: none, the one that is meant, or several.

    Each has the ``value`` as a file writes it, or ``min`` and ``max``; numbers bring what stood beside them.
    """
    if len(text) > _LONGEST:
        return []
    if kind in ("number", "whole"):
        return quantity(text)
    return [{"value": each} for each in _READERS[kind](text)] if kind in _READERS else []


def placed(reading: Mapping[str, str], name: str, fields: Collection[str]) -> dict[str, str] | None:
    """The parts of a reading by the fields of a record; ``None`` where one of them has no field there.

    >>> placed({"value": "20000", "currency": "EUR"}, "amount", ("amount", "currency"))
    {'amount': '20000', 'currency': 'EUR'}
    """
    places = {"value": name, "currency": "currency" if "currency" in fields else "unit"}
    found = {places.get(part, part): value for part, value in reading.items()}
    return found if found.keys() <= {*fields, name} else None


def meant_instead(text: str, name: str, shape: Mapping[str, Any], beside: Collection[str]) -> dict[str, str]:
    """What a message about a refused value may add: ``write``, what to type instead, or the ``readings``.

    Args:
        text: what stood there.
        name: the field it stood in.
        shape: the shape of that field.
        beside: the fields of the record around it.
    """
    found = readings(shape["kind"], text)
    if len(found) > 1:
        return {"readings": "; ".join(written(each) for each in found)}
    parts = placed(found[0], name, beside) if found else period_ends(text, beside)
    if not parts:
        return {}
    return {"write": parts[name] if parts.keys() == {name} else ", ".join(f"{key}: {parts[key]}" for key in parts)}


def written(reading: Mapping[str, str]) -> str:
    """The parts of a reading as a file writes them, in a row."""
    return " ".join(value for part, value in reading.items() if part != "precision")


def period_ends(text: str, fields: Collection[str]) -> dict[str, str]:
    """The ends of an interval where a record has a field for each; nothing where it is none or not clear."""
    found = period(text) if {"start", "end"} <= {*fields} and len(text) <= _LONGEST else []
    if len(found) != 1:
        return {}
    ends = zip(("start", "end"), found[0].split("/"), strict=True)
    return {name: each for name, each in ends if each and each != _OPEN}


_READERS: Mapping[str, Callable[[str], list[str]]] = {
    "date": date,
    "when": when,
    "interval": lambda text: [each for each in when(text) if "/" in each],
    "day": day,
    "country": country,
    "language": language,
    "currency": currency,
    "truth": truth,
}
