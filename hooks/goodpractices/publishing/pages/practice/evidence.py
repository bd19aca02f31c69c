"""What came of a practice and who says so: outcomes, evaluation, awards, claims, difficulties."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....catalogue import Evaluation, Obstacle, Practice
from .disputes import DisputeLines, disputed_claim
from .labels import Labels
from .story import StorySection, story

_CHANGED, _HELPED = ("outcomes", "beneficiary_view"), ("success_factors",)


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """An evaluation in words, what it found, and where its report can be read."""

    words: str
    url: str | None
    source: str | None
    finding: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Award:
    """An award with what is known of it."""

    name: str
    details: tuple[str, ...]
    source: str | None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A statement that ages: as of when, and what became of it."""

    text: str
    status: str
    as_of: str | None
    note: str | None
    source: str
    dispute: DisputeLines | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What ``parts/evidence.html`` prints, and of it what stands beside figures, conditions and doubts."""

    changed: tuple[StorySection, ...]
    helped: tuple[StorySection, ...]
    evaluations: tuple[EvaluationLine, ...]
    recognition: tuple[Award, ...]
    claims: tuple[ClaimLine, ...]
    obstacles: tuple[Obstacle, ...]


def evidence_block(practice: Practice, labels: Labels) -> Evidence:
    """What came of the practice."""
    return Evidence(
        changed=story(practice, _CHANGED, labels.t),
        helped=story(practice, _HELPED, labels.t),
        evaluations=tuple(_evaluation(each, labels) for each in practice.evaluation),
        recognition=tuple(_awards(practice, labels)),
        claims=tuple(
            ClaimLine(
                each.text,
                each.status,
                labels.when(each.as_of),
                each.note,
                each.source,
                disputed_claim(each.disputed, labels.t),
            )
            for each in practice.claims
        ),
        obstacles=practice.obstacles,
    )


def _evaluation(evaluation: Evaluation, labels: Labels) -> EvaluationLine:
    t = labels.t
    compared = evaluation.comparison and t("practice.compared", what=t.choice("comparison", evaluation.comparison))
    words = [t.choice("evaluation_type", evaluation.type), evaluation.by, labels.when(evaluation.date), compared]
    return EvaluationLine(
        ", ".join(word for word in words if word),
        evaluation.url,
        evaluation.source,
        evaluation.finding,
        evaluation.note,
    )


def _awards(practice: Practice, labels: Labels) -> Iterator[Award]:
    for each in practice.recognition:
        details = (each.rank, each.giver, labels.when(each.date), each.note)
        yield Award(each.name, tuple(words for words in details if words), each.source)
