"""Usual Polish spellings are understood alike by the conversation, the import and the messages about files.

The form reads the same table in ``tests/unit/site_scripts/form_spellings.test.js``.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from tests.support.spellings import usual_spellings
from tests.support.submissions import ANSWERS, PL, drafter, reference

from goodpractices.catalogue import PRACTICE
from goodpractices.editing import QUESTIONS, Interview, imported
from goodpractices.editing.entry_text import entry_text

BY_ID = {question.id: question for question in QUESTIONS}
# How a question is answered with each kind of spelling.
ASKED = {
    "money": ("funding", "całość: {typed}"),
    "dates": ("start", "{typed}"),
    "numbers": ("indicators", "uczestnicy: {typed} osób, zrobiono"),
    "percents": ("indicators", "zatrudnieni: {typed}, efekt"),
}
CASES = [(kind, each) for kind, several in usual_spellings().items() for each in several]


def answer(kind: str, each: Mapping[str, str]) -> dict[str, str]:
    question, words = ASKED[kind]
    return {**ANSWERS, "sources": "Sprawozdanie", question: words.format(typed=each["typed"])}


def meant(kind: str, record: Mapping[str, Any]) -> dict[str, str]:
    """The fields of an entry that a spelling became, as text."""
    if kind == "dates":
        return {"date": record["period"]["start"]}
    (told,) = record[BY_ID[ASKED[kind][0]].field]
    names = ("amount", "currency") if kind == "money" else ("value", "unit")
    return {name: str(told[name]) for name in names}


def expected(each: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in each.items() if name != "typed"}


def test_there_are_twenty() -> None:
    assert len(CASES) == 20


@pytest.mark.parametrize(("kind", "each"), CASES)
def test_the_conversation_understands(kind: str, each: Mapping[str, str]) -> None:
    question = BY_ID[ASKED[kind][0]]
    replies = iter([answer(kind, each)[question.id], ""])
    interview = Interview(drafter(), lambda _: next(replies), lambda _: None, {**ANSWERS, "sources": "x"})
    interview.answers.pop(question.id, None)
    interview.ask_question(question)
    assert meant(kind, drafter().draft(interview.answers).record) == expected(each)


@pytest.mark.parametrize(("kind", "each"), CASES)
def test_the_import_understands(kind: str, each: Mapping[str, str], tmp_path: Path) -> None:
    path = tmp_path / "zgloszenie.md"
    answers = answer(kind, each)
    path.write_text("".join(f"### {PL(f'ask.{name}')}\n\n{words}\n\n" for name, words in answers.items()), "utf-8")
    (made,) = imported(path, reference(), PL, created=date(2026, 11, 29))
    assert made.doubts == ()
    text = made.files["index.md"].decode()
    assert text == entry_text(drafter().draft(answers, date(2026, 11, 29)).record, "pl")


@pytest.mark.parametrize(("kind", "each"), CASES)
def test_a_message_about_a_file_says_what_to_write(kind: str, each: Mapping[str, str]) -> None:
    money = {"role": "total", "amount": each["typed"], "currency": "PLN", "source": "s1"}
    figure = {"id": "w1", "label": "x", "value": each["typed"], "unit": "person", "nature": "output", "source": "s1"}
    field, raw = {"money": ("funding", [money]), "dates": ("period", {"start": each["typed"]})}.get(
        kind, ("indicators", [figure])
    )
    with pytest.raises(ValidationError) as refused:
        PRACTICE({field: raw}, None)
    (write,) = (p.params["write"] for p in PRACTICE.problems(refused.value) if p.location[0] == field)
    wanted = {name: value for name, value in expected(each).items() if value != "person"}
    said = ", ".join(f"{name}: {value}" for name, value in wanted.items())
    assert write == (said if len(wanted) > 1 else next(iter(wanted.values())))
