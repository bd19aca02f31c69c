"""Money, figures and obstacles that people told in lines: what a line says for sure becomes a record.

A line of money is ``dotacja: 7,8 mln zł, źródło 1``; a line of figures is
``uczestnicy: 784 osoby, zrobiono (kobiety 445, mężczyźni 339), źródło 1``; a line of obstacles is the obstacle, and
behind ``->`` how it was handled. A line that says less, or more than this, is left to a person.
"""

import re
from collections.abc import Iterator
from typing import Any

from ...catalogue import placed, plain_words, readings, spelling_table
from ...wording import slug

Told = dict[str, Any]

_LONGEST = 1000
"""Characters of a line that says a sum or a figure; a longer one is left to a person."""

_SOURCE = re.compile(
    r"[\s,;(\[]*\b(?:źródło|źródła|źr|zr|source)\.?\s*(?:nr\s*)?s?([0-9]{1,2})[)\]]?\s*$", re.IGNORECASE
)
_NOTE = re.compile(r"\s*\(([^()]+)\)\s*$")
_SPLIT = re.compile(r"\(([^()]*)\)")
_PART = re.compile(r"(.+?)[\s:–-]+([0-9][0-9 \u00a0\u202f.,]*)|([0-9][0-9 \u00a0\u202f.,]*)\s+(\D.*)")
_HANDLED = re.compile(r"\s*(?:->|→|=>)\s*")


def money_told(line: str, sources: int) -> Told | None:
    """The record of an amount on a line; ``None`` where it does not say one for sure.

    Args:
        line: what was typed.
        sources: how many sources there are, in case the line names none.
    """
    if len(line) > _LONGEST:
        return None
    rest, source = _without_source(line, sources)
    label, colon, typed = rest.partition(":")
    if not colon:
        label, typed = _role_first(rest)
    note = _NOTE.search(typed)
    amounts = readings("number", typed[: note.start()] if note else typed)
    role = _role(label) if label else "total"  # the question is what it cost
    parts = placed(amounts[0], "amount", ("currency", "precision")) if len(amounts) == 1 else None
    if not (source and role and parts and "currency" in parts):
        return None
    is_told = plain_words(label) in ("", *spelling_table("funding_roles"))
    notes = ["" if is_told else label.strip(), note[1] if note else ""]
    told = {"role": role, "amount": _number(parts["amount"]), "currency": parts["currency"], "source": source}
    told |= {"precision": parts["precision"]} if "precision" in parts else {}
    return {**told, "note": "; ".join(filter(None, notes))} if any(notes) else told


def figure_told(line: str, sources: int) -> Told | None:
    """The record of a figure on a line, without its id; ``None`` where the line does not say all of it for sure."""
    if len(line) > _LONGEST:
        return None
    rest, source = _without_source(line, sources)
    splits = [_split(found[1]) for found in _SPLIT.finditer(rest)]
    label, colon, said = _SPLIT.sub("", rest).partition(":")
    first, *others = [each.strip() for each in re.split(r"[;,](?=\s)", said)]
    measured = measured_told(first)
    natures = [spelling_table("natures").get(plain_words(each), "") for each in others if each]
    if not (colon and label.strip() and source and measured and len(natures) == 1 and natures[0] and all(splits)):
        return None
    told: Told = {"label": " ".join(label.split()), **measured, "nature": natures[0], "source": source}
    return {**told, "split": splits} if splits else told


def obstacle_told(line: str) -> Told:
    """The record of an obstacle: all of the line, or what stands before and behind an arrow."""
    what, *handled = _HANDLED.split(line, maxsplit=1)
    return {"what": what, "how_handled": handled[0]} if handled and handled[0] and what else {"what": line}


def with_ids(figures: list[Told]) -> list[Told]:
    """The figures with an id each, made of its label."""
    made: list[Told] = []
    for told in figures:
        start = slug(told["label"])[:40].strip("-") or "w"
        taken = {each["id"] for each in made}
        free = next(each for each in (start, *(f"{start}-{n}" for n in range(2, len(made) + 3))) if each not in taken)
        made.append({"id": free, **told})
    return made


def _without_source(line: str, sources: int) -> tuple[str, str]:
    """The line and the id of its source: the one it names, or the only one there is."""
    found = _SOURCE.search(line)
    if found:
        is_known = 1 <= int(found[1]) <= max(sources, 1)
        return line[: found.start()], f"s{int(found[1])}" if is_known else ""
    return line, "s1" if sources <= 1 else ""


def _role_first(line: str) -> tuple[str, str]:
    """The label and the amount of a line without a colon: ``dotacja 7,8 mln zł``."""
    digit = re.search("[0-9]", line)
    words = line[: digit.start()] if digit else line
    label = words.strip(" –-")
    return (label, line[len(words) :]) if plain_words(label) in spelling_table("funding_roles") else ("", line)


def _role(label: str) -> str:
    """The role that a label begins with: ``Dotacja z programu`` is a grant."""
    words, roles = plain_words(label), spelling_table("funding_roles")
    known = (word for word in sorted(roles, key=len, reverse=True) if words == word or words.startswith(f"{word} "))
    return next((roles[word] for word in known), "")


def measured_told(words: str) -> Told | None:
    """The value and the unit of a figure: ``784 osoby``, ``32%``, ``ok. 300 osób``, ``300–400 osób``."""
    for typed, unit in _with_unit(words):
        found = readings("number", typed)
        parts = placed({**found[0], **unit}, "value", ("unit", "precision", "min", "max")) if len(found) == 1 else None
        if parts and parts.get("unit") in ("percent", "PLN", "EUR", *spelling_table("units").values()):
            return {name: _number(each) if name in ("value", "min", "max") else each for name, each in parts.items()}
    return None


def _with_unit(words: str) -> Iterator[tuple[str, dict[str, str]]]:
    yield words, {}
    number, _, last = words.rpartition(" ")
    if unit := spelling_table("units").get(plain_words(last)):
        yield number, {"unit": unit}


def _split(words: str) -> Told | None:
    """A division of a value: ``kobiety 445, mężczyźni 339``, ``wiek: do 25 lat 30, starsi 40``."""
    dimension, colon, rest = words.partition(":")
    named = spelling_table("dimensions").get(plain_words(dimension), "") if colon else ""
    found = [_PART.fullmatch(each.strip()) for each in re.split(r"[;,](?=\s)", rest if named else words)]
    parts = [_part(each) if each else None for each in found]
    if not all(parts) or (colon and not named):
        return None
    dimensions = {part[0] for part in parts if part} | ({named} if named else set())
    values = {part[1]: part[2] for part in parts if part}
    if (named and dimensions - {named, ""}) or len(values) < len(parts):
        return None
    by = (dimensions - {""}).pop() if len(dimensions - {""}) == 1 else ""
    return {"dimension": by or "other", "parts": values} if by or dimensions == {""} else None


def _part(found: re.Match[str]) -> tuple[str, str, int | float] | None:
    """The dimension, if it is told by the label, the code or label, and the value of a part."""
    label, typed = (found[1], found[2]) if found[1] else (found[4], found[3])
    numbers = readings("number", typed)
    if len(numbers) != 1 or numbers[0].keys() != {"value"}:
        return None
    dimension, _, code = spelling_table("split_parts").get(plain_words(label), "").partition(" ")
    return dimension, code or " ".join(label.split()), _number(numbers[0]["value"])


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)
