"""What somebody disputes: the other values with their sources, in words, and whether one may compute with the value."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from ....catalogue import Dispute, StatementDispute
from ....wording import Number, Translations
from ... import phrasing


@dataclass(frozen=True, slots=True)
class OtherValue:
    """A value that stands, or stood, elsewhere: in words, with its source."""

    words: str
    source: str | None
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisputeLines:
    """What the macro ``dispute`` of ``parts/macros.html`` prints."""

    what: str
    others: tuple[OtherValue, ...]
    outcome: str
    """Whether one may compute with the value, and why."""


def disputed_number(dispute: Dispute | None, number: Callable[[Number], str], t: Translations) -> DisputeLines | None:
    """A dispute about a figure or an amount; ``number`` writes one in its unit."""
    return _lines(dispute, number, t) if dispute else None


def disputed_period(dispute: StatementDispute | None, t: Translations) -> DisputeLines | None:
    """A dispute about a period."""
    return _lines(dispute, lambda value: phrasing.when(value, t), t) if dispute else None


def disputed_claim(dispute: StatementDispute | None, t: Translations) -> DisputeLines | None:
    """A dispute about a claim, from which nothing would be computed in any case."""
    lines = disputed_period(dispute, t)
    return replace(lines, outcome=dispute.decision or "") if lines and dispute else None


def in_words(words: str | None, value: Any, say: Callable[[Any], str]) -> str:
    """The words of a source, or else its value, which ``say`` puts in words."""
    return words if words is not None else say(value)


def _lines(dispute: Dispute | StatementDispute, say: Callable[[Any], str], t: Translations) -> DisputeLines:
    others = tuple(
        OtherValue(in_words(each.words, each.value, say), each.source, (each.note,) if each.note else ())
        for each in dispute.others
    )
    outcome = dispute.decision or t("dispute.counted" if dispute.counted else "dispute.not_counted")
    return DisputeLines(dispute.what, others, outcome)
