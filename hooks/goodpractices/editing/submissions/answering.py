"""From an entry back to answers: what the questions would be answered with, for whoever goes on with it."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...wording import Translations
from .figures import Told
from .names import Names
from .questions import QUESTIONS, Question
from .understanding import figure_in_entry, money_in_entry


def answers_of(record: Mapping[str, Any], names: Mapping[str, Names], t: Translations) -> dict[str, str]:
    """The answers that an entry holds, by question; several stand on lines of their own."""
    found = {question.id: _answer(question, record, names, t) for question in QUESTIONS if question.id != "remarks"}
    return {name: words for name, words in found.items() if words}


def proposals_of(record: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The new records that an entry proposes, by the registry they are for."""
    editorial = record.get("editorial")
    proposals = editorial.get("proposals") if isinstance(editorial, Mapping) else None
    if not isinstance(proposals, Mapping):
        return {}
    lists = {name: records for name, records in proposals.items() if isinstance(records, list | tuple)}
    return {name: [each for each in records if isinstance(each, dict)] for name, records in lists.items()}


def _answer(question: Question, record: Mapping[str, Any], names: Mapping[str, Names], t: Translations) -> str:
    value = record.get(question.field)
    if not value:
        return ""
    try:
        return "\n".join(_READ.get(question.id, _plain)(question, value, names, t))
    except (KeyError, IndexError, TypeError, AttributeError):  # what is not in order stays in the entry as it is
        return str(value)


def _plain(question: Question, value: Any, names: Mapping[str, Names], _: Translations) -> Iterator[str]:
    for each in value if isinstance(value, list | tuple) else [value]:
        yield names[question.allowed].label(each) if question.allowed else str(each).strip()


def _places(_: Question, value: Any, names: Mapping[str, Names], __: Translations) -> Iterator[str]:
    yield from (names["places"].label(each["place"]) for each in value)


def _organisations(question: Question, value: Any, names: Mapping[str, Names], _: Translations) -> Iterator[str]:
    role = "leader" if question.id == "leaders" else "partner"
    yield from (names["organisations"].label(each["org"]) for each in value if each["role"] == role)


def _period(question: Question, value: Any, _: Mapping[str, Names], __: Translations) -> Iterator[str]:
    yield from filter(None, [value.get(question.id)])


def _programme(_: Question, value: Any, names: Mapping[str, Names], __: Translations) -> Iterator[str]:
    yield names["programmes"].label(value["id"])


def _sources(_: Question, value: Any, __: Mapping[str, Names], ___: Translations) -> Iterator[str]:
    yield from (", ".join(filter(None, (each["title"], each.get("url")))) for each in value)


def _contact(question: Question, value: Any, _: Mapping[str, Names], __: Translations) -> Iterator[str]:
    yield from filter(None, [value[0].get(question.id.removeprefix("contact_"))])


def _money(_: Question, value: list[Told], __: Mapping[str, Names], t: Translations) -> Iterator[str]:
    yield from (money_in_entry(each, t) for each in value)


def _figures(_: Question, value: list[Told], __: Mapping[str, Names], t: Translations) -> Iterator[str]:
    yield from (figure_in_entry(each, t) for each in value)


def _obstacles(_: Question, value: list[Told], __: Mapping[str, Names], ___: Translations) -> Iterator[str]:
    yield from (" -> ".join(filter(None, (each["what"], each.get("how_handled")))) for each in value)


_READ: Mapping[str, Any] = {
    "places": _places,
    "leaders": _organisations,
    "partners": _organisations,
    "start": _period,
    "end": _period,
    "programme": _programme,
    "sources": _sources,
    "contact_unit": _contact,
    "contact_email": _contact,
    "funding": _money,
    "indicators": _figures,
    "obstacles": _obstacles,
}
