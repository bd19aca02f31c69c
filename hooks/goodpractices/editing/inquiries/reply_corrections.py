"""What a reply corrects: ``było 612 osób, nie 784`` disputes the one figure of the entry that is 784."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...catalogue import readings
from .reply_words import TIMES

_TIMES = rf"(?:\s?(?:{TIMES})(?!\w))?"
_VALUE = rf"(?<![\w.,])(?:\d{{1,3}}(?:[ \u00a0\u202f.]\d{{3}})+|\d+)(?:,\d+|\.\d{{1,2}})?{_TIMES}(?![\w])"
_WORDS = r"(?:\s+[^\W\d_]\S*){0,3}?"
_NOT = r"(?:a\s+nie|i\s+nie|nie|zamiast|not|instead\s+of|rather\s+than)"
_BUT = r"(?:tylko|lecz|ale|a|but)"
_TOLD = (
    re.compile(rf"(?P<new>{_VALUE})\s?%?{_WORDS},?\s+{_NOT}{_WORDS}\s+(?P<old>{_VALUE})", re.IGNORECASE),
    re.compile(
        rf"(?:nie|not){_WORDS}\s+(?P<old>{_VALUE})\s?%?{_WORDS},\s+{_BUT}{_WORDS}\s+(?P<new>{_VALUE})", re.IGNORECASE
    ),
)
_LONGEST = 1000
_FIELDS = (("indicators", "value"), ("funding", "amount"))


@dataclass(frozen=True, slots=True)
class Correction:
    """One value instead of another, in the words of those who say so."""

    new: float
    old: float
    words: str


def correction_in(sentence: str) -> Correction | None:
    """The one correction that a sentence makes.

    >>> correction_in("Było 612 osób, nie 784.").new
    612.0
    """
    if len(sentence) > _LONGEST:
        return None
    for pattern in _TOLD:
        found = [*pattern.finditer(sentence)]
        if len(found) == 1 and (values := _values(found[0])):
            return Correction(*values, sentence.strip(" -–•*"))
    return None


def corrected(record: Mapping[str, Any], correction: Correction, source: str) -> tuple[str, list[Any]] | None:
    """The field with the dispute that a correction makes of one value; ``None`` unless one alone is the old one."""
    found = [
        (name, n)
        for name, value in _FIELDS
        for n, each in enumerate(record.get(name, ()))
        if _is_number(each.get(value)) and float(each[value]) == correction.old
    ]
    if len(found) != 1:
        return None
    name, n = found[0]
    records = [*record[name]]
    known = records[n]
    dispute = dict(known.get("disputed") or {"what": correction.words})
    new = int(correction.new) if correction.new.is_integer() else correction.new
    other = {"value": new, "source": source, "note": correction.words}
    dispute["others"] = [*dispute.get("others", ()), other]
    records[n] = {**known, "disputed": dispute}
    return name, records


def take_corrections(said: Sequence[str], record: dict[str, Any], source: str) -> Iterator[tuple[int, str]]:
    """Bring corrections into a record; the place of each sentence that was one, and the field it went into."""
    for n, each in enumerate(said):
        correction = correction_in(each)
        if correction and (made := corrected(record, correction, source)):
            name, record[name] = made
            yield n, name


def _values(found: re.Match[str]) -> tuple[float, float] | None:
    told = [readings("number", found[each]) for each in ("new", "old")]
    if any(len(each) != 1 or "value" not in each[0] for each in told):
        return None
    new, old = (float(each[0]["value"]) for each in told)
    return new, old


def _is_number(value: Any) -> bool:
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return True
