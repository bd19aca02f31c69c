"""Fields that no question asks for, told at a terminal as a file has them, in whatever spelling is clear."""

from typing import Any

from pydantic import ValidationError

from ...catalogue import PRACTICE, Practice, Problem, Shape, entry_as_written, record_shape
from ...wording import Translations
from .drafting import Drafter
from .form_drafts import record_of_draft
from .names import Names, choice_names
from .questions import QUESTIONS

_NOT_TOLD = ("id", "editorial", "translations")
_WITH_PARTS = ("record", "list", "map")


def field_names(t: Translations) -> Names:
    """The fields that can be told, by their names in the file and what a person calls them."""
    return choice_names({name: t.field(name) for name in _fields() if is_told_field(name)})


def is_told_field(name: str) -> bool:
    """Whether there is a field of that name that can be told."""
    return name in _fields() and name not in _NOT_TOLD


def told_field(name: str, words: str) -> Any:
    """The value that words give a field; ``None`` where they cannot be read."""
    kind = _fields()[name]["kind"]
    raw: Any = words.strip()
    if kind in _WITH_PARTS:
        raw = entry_as_written(f"---\n{name}:{_value_text(kind, words)}\n---\n").get(name)
    return record_of_draft({"entry": {name: raw}}).get(name) if raw else None


def _value_text(kind: str, words: str) -> str:
    """The words as a value with parts in a file: in brackets as they stand, else on lines below its name."""
    lines = words.strip("\n").split("\n")
    if words.lstrip().startswith(("{", "[")):
        return f" {' '.join(lines)}"
    is_plain_list = kind == "list" and not lines[0].lstrip().startswith("-")
    return "".join(f"\n  {'- ' if is_plain_list else ''}{line}" for line in lines)


def take_field(drafter: Drafter, answers: dict[str, str], name: str, words: str) -> list[Problem]:
    """Have the entry say a field, if the words are in order; else what is wrong with them.

    Answers to questions about the same field become what the field says now.
    """
    value = told_field(name, words)
    if value is None:
        return [Problem("missing", (name,))]
    record = {"id": "x", **drafter.draft(answers).record, name: value}
    try:
        PRACTICE(record, drafter.known())
    except ValidationError as error:
        if problems := [each for each in PRACTICE.problems(error) if each.location[:1] == (name,)]:
            return problems
    drafter.base = {**drafter.base, name: value}
    for question in QUESTIONS:
        if question.field == name:
            answers.pop(question.id, None)
            answers |= {key: given for key, given in drafter.answers.items() if key == question.id}
    return []


def _fields() -> dict[str, Shape]:
    fields: dict[str, Shape] = record_shape(Practice)["fields"]
    return fields
