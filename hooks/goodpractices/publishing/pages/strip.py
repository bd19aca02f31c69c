"""The five questions a reader decides by, answered in the same order wherever a practice is shown."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...catalogue import (
    Answer,
    AnswerState,
    Decision,
    EvidenceLevel,
    Indicator,
    Money,
    Practice,
    cost_per_participant,
    decision,
    duration_months,
    is_of_whole_time,
    may_be_counted,
    total_funding,
)
from ...wording import Translations
from .. import phrasing

GroupName = Callable[[str], str]

# As in "około 1 200 osób", and of a part that no line divides, as in "9,2 mln zł".
_LONGEST_NUMBER, _LONGEST_PART = 14, 10
_LONG_DIGITS = re.compile(r"\d[\d\s.,]{8,}")


@dataclass(frozen=True, slots=True)
class Cell:
    """The answer to one question: the words in large type, those below them, and how sure they are.

    ``level`` is the place on the road of evidence, ``nature`` that of a figure, where these are the questions.
    """

    question: str
    state: AnswerState
    value: str
    text: str = ""
    further: str = ""
    level: int | None = None
    nature: str | None = None

    @property
    def is_wordy(self) -> bool:
        """Whether the answer is words, or a number of so many digits that it has no room in the type of others."""
        has_digits = any(letter.isdigit() for letter in self.value)
        longest = max(map(len, self.value.split(" ")))  # other blanks hold together what stands around them
        is_long = longest > _LONGEST_PART or len(self.value) > _LONGEST_NUMBER
        return not has_digits or is_long or _LONG_DIGITS.search(self.value) is not None


def strip(practice: Practice, group: GroupName, t: Translations) -> tuple[Cell, ...]:
    """The five answers; none of a practice of which too little is known to decide by."""
    answers = decision(practice)
    return () if answers.is_stub else _cells(answers, practice, group, t)


def five_answers(practice: Practice, group: GroupName, t: Translations) -> tuple[Cell, ...]:
    """The five answers, however little is known."""
    return _cells(decision(practice), practice, group, t)


def _cells(answers: Decision, practice: Practice, group: GroupName, t: Translations) -> tuple[Cell, ...]:
    return (
        _audience(answers.audience, group, t),
        _figure("scale", answers.scale, t),
        _figure("effect", answers.effect, t),
        _cost(answers, practice, t),
        _evidence(answers.evidence, t),
    )


def _audience(answer: Answer[tuple[str, ...]], group: GroupName, t: Translations) -> Cell:
    if answer.subject is None:
        return _unanswered("audience", answer, t)
    first, *others = (group(each) for each in answer.subject)
    return Cell("audience", answer.state, first, t.listing(others))


def _figure(question: str, answer: Answer[Indicator], t: Translations) -> Cell:
    figure = answer.subject
    if figure is None:
        return _unanswered(question, answer, t)
    return Cell(
        question,
        answer.state,
        counted(figure, t),
        _doubt(figure) or figure.label,
        _plan(answer.state, t),
        nature=figure.nature,
    )


def counted(figure: Indicator, t: Translations) -> str:
    """A figure with the word for what it counts, where that is people: ``784 osoby``, ``96%``, ``12``."""
    value = phrasing.plain_figure(figure, t)
    number = figure.value if figure.max is None else figure.max
    return t("strip.people", n=number, value=value) if figure.unit == "person" and number is not None else value


@dataclass(frozen=True, slots=True)
class PosterFigure:
    """The figure on a poster, and what it counts; nobody disputes it."""

    value: str
    label: str


def poster_figure(practice: Practice, t: Translations) -> PosterFigure | None:
    """What came of a practice, if it is a figure that nobody disputes."""
    effect = decision(practice).effect
    if effect.subject is None or effect.state != "known":
        return None
    return PosterFigure(counted(effect.subject, t), effect.subject.label)


def _cost(answers: Decision, practice: Practice, t: Translations) -> Cell:
    answer = answers.cost
    money = answer.subject
    if money is None:
        return _unanswered("cost", answer, t)
    value = " ".join(map(_with_currency_apart, phrasing.plain_amount(money, t).split(" ")))
    text = _doubt(money) or ", ".join(_of_what(money, practice, t))
    further = _plan(answer.state, t) or _per_person(money, answers.scale, practice, t)
    return Cell("cost", answer.state, value, text, further)


def _with_currency_apart(amount: str) -> str:
    """A long amount, whose currency may stand on a line of its own, since its digits are never parted."""
    if len(amount) <= _LONGEST_PART:
        return amount
    return " ".join(amount.rsplit("\xa0", 1) if amount[0].isdigit() else amount.split("\xa0", 1))


def cost_in_words(practice: Practice, t: Translations) -> str:
    """What a practice costs in one phrase, which says that a plan is one and that a disputed amount is not sure."""
    answer = decision(practice).cost
    if answer.subject is None:
        return t(f"strip.{answer.state}")
    words, plan = phrasing.amount(answer.subject, t), _plan(answer.state, t)
    return f"{words} ({plan})" if plan else words


def _of_what(money: Money, practice: Practice, t: Translations) -> Iterator[str]:
    """Which money it is, and of what time."""
    if money.role != "total":
        yield t.choice("funding_role", money.role)
    if money.period and not is_of_whole_time(money, practice):
        yield phrasing.when(money.period, t)
    elif years := round((duration_months(practice) or 0) / 12):
        yield t("strip.years", n=years)


def _per_person(money: Money, scale: Answer[Indicator], practice: Practice, t: Translations) -> str:
    if money is not total_funding(practice):
        return ""
    amount = cost_per_participant(practice)
    if amount is not None:
        return t("strip.per_person", amount=t.money(round(amount), money.currency))
    is_doubtful = scale.state == "disputed" and scale.subject is not None and scale.subject.unit == "person"
    return t("strip.not_per_person") if is_doubtful else ""


def _evidence(answer: Answer[EvidenceLevel], t: Translations) -> Cell:
    if answer.subject is None:
        return _unanswered("evidence", answer, t)
    level = answer.subject.value
    return Cell("evidence", answer.state, t.choice("evidence_level", level), answer.subject.reason, level=level)


def _unanswered(question: str, answer: Answer[object], t: Translations) -> Cell:
    return Cell(question, answer.state, t(f"strip.{answer.state}"), answer.reason or "")


def _doubt(figure: Indicator | Money) -> str:
    """Why a figure is doubtful, in short: the section of the page that shows it says the rest."""
    return phrasing.first_sentence(figure.disputed.what) if figure.disputed and not may_be_counted(figure) else ""


def _plan(state: AnswerState, t: Translations) -> str:
    return t("figures.kind.target") if state == "planned" else ""
