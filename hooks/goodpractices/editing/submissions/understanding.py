"""What was understood of an answer, in words that a person can check."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...catalogue import EdtfInterval, parse_when
from ...wording import Translations, date_in_words, range_in_words


@dataclass(frozen=True, slots=True)
class Understood:
    """What somebody typed as an answer to a question, and what the entry says of it."""

    question: str
    typed: str
    meant: str


def date_in_entry(text: str, t: Translations) -> str:
    """An EDTF date or interval in words."""
    when = parse_when(text)
    return range_in_words(t, when.start, when.end) if isinstance(when, EdtfInterval) else date_in_words(t, when)


def money_in_entry(told: Mapping[str, Any], t: Translations) -> str:
    """An amount with its role: ``dotacja 7 800 000 zł (s1)``."""
    amount = _with_precision(t.money(told["amount"], told["currency"]), told, t)
    return f"{t.choice('funding_role', told['role'])} {amount} ({told['source']})"


def figure_in_entry(told: Mapping[str, Any], t: Translations) -> str:
    """A figure with its unit, nature and parts: ``uczestnicy 784 [osoby]: zrobiono, kobiety 445 + mężczyźni 339``."""
    numbers = [t.number(told[name]) for name in ("value", "min", "max") if name in told]
    unit = "%" if told["unit"] == "percent" else f" [{t.choice('unit', told['unit'])}]"
    value = _with_precision("–".join(numbers) + unit, told, t)
    said = [t.choice("nature", told["nature"]), *(_parts(split, t) for split in told.get("split", ()))]
    return f"{told['label']} {value}: {', '.join(said)} ({told['source']})"


def _with_precision(words: str, told: Mapping[str, Any], t: Translations) -> str:
    precision = told.get("precision")
    return t(f"figure.{precision}", value=words) if precision in ("at_least", "about") else words


def _parts(split: Mapping[str, Any], t: Translations) -> str:
    labels = t.group(f"choices.{split['dimension']}") if split["dimension"] == "sex" else {}
    return " + ".join(f"{labels.get(code, code)} {t.number(value)}" for code, value in split["parts"].items())
