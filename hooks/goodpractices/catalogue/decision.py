"""What a reader decides by: for whom, how many, what came of it, what it cost, and how well that is known.

Each question has one answer, taken from the entry and never computed. Of several figures the first that fits is taken,
so the order of the entry is the editor's choice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from .choices import Nature
from .derived import is_of_whole_time, may_be_counted
from .evidence import EvidenceLevel, Indicator, Money
from .model import Practice

AnswerState = Literal["known", "disputed", "planned", "missing", "not-applicable"]

Subject = TypeVar("Subject", covariant=True)

EFFECTS: tuple[Nature, ...] = ("outcome", "result")
REACH: tuple[Nature, ...] = ("output",)
PLANS: tuple[Nature, ...] = ("target",)

ANSWERS_OF_A_STRIP = 3
"""Below how many answers an entry is a stub, which shows no strip."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[Subject]):
    """One answer: what the entry says, and how sure it is; ``reason`` tells why the question does not apply."""

    state: AnswerState
    subject: Subject | None = None
    reason: str | None = None

    @property
    def is_given(self) -> bool:
        """Whether the entry says anything about it."""
        return self.subject is not None


@dataclass(frozen=True, slots=True)
class Decision:
    """The five answers of a practice."""

    audience: Answer[tuple[str, ...]]
    """Ids of target groups, in the order of the entry."""
    scale: Answer[Indicator]
    effect: Answer[Indicator]
    cost: Answer[Money]
    evidence: Answer[EvidenceLevel]

    @property
    def given(self) -> int:
        """How many of the questions the entry answers."""
        answers = (self.audience, self.scale, self.effect, self.cost, self.evidence)
        return sum(answer.is_given for answer in answers)

    @property
    def is_stub(self) -> bool:
        """Whether too little is known to decide by."""
        return self.given < ANSWERS_OF_A_STRIP


def decision(practice: Practice) -> Decision:
    """The five answers of a practice."""
    undue = practice.not_applicable
    return Decision(
        audience=_answer(practice.target_groups or None, undue.get("target_groups")),
        scale=_figure(_reached(practice.indicators), undue.get("indicators")),
        effect=_figure(_changed(practice.indicators), undue.get("indicators")),
        cost=_cost(practice),
        evidence=_answer(practice.evidence_level, undue.get("evidence_level")),
    )


def _answer(subject: Subject | None, undue: str | None, state: AnswerState = "known") -> Answer[Subject]:
    if subject is not None:
        return Answer(state, subject)
    return Answer("not-applicable", reason=undue) if undue else Answer("missing")


def _figure(candidates: Iterable[Indicator], undue: str | None) -> Answer[Indicator]:
    chosen = next(iter(candidates), None)
    if chosen is None:
        return _answer(chosen, undue)
    return Answer("planned" if chosen.nature in PLANS else _certainty(chosen), chosen)


def _reached(indicators: tuple[Indicator, ...]) -> Iterator[Indicator]:
    """What says how large the practice was: people first, wholes before parts, what was done before plans."""
    for natures in (REACH, PLANS):
        of_these = [each for each in indicators if each.nature in natures]
        yield from (each for each in of_these if each.unit == "person" and each.of is None)
        yield from (each for each in of_these if each.of is None)
        yield from of_these


def _changed(indicators: tuple[Indicator, ...]) -> Iterator[Indicator]:
    """What says what came of the practice: what nobody disputes first."""
    effects = [each for each in indicators if each.nature in EFFECTS]
    yield from (each for each in effects if _certainty(each) == "known")
    yield from effects


def _cost(practice: Practice) -> Answer[Money]:
    for money in _amounts(practice):
        return Answer("planned" if money.planned else _certainty(money), money)
    return _answer(None, practice.not_applicable.get("funding"))


def _amounts(practice: Practice) -> Iterator[Money]:
    """The whole cost before that of some years, either before a grant; what was spent before what was planned."""
    for planned in (False, True):
        for role in ("total", "grant"):
            of_role = [each for each in practice.funding if each.role == role and each.planned is planned]
            yield from (each for each in of_role if is_of_whole_time(each, practice))
            yield from of_role


def _certainty(figure: Indicator | Money) -> AnswerState:
    return "known" if may_be_counted(figure) else "disputed"
