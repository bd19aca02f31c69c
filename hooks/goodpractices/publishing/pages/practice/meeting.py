"""The sheet for a meeting about a practice: six questions, what the entry says to each, and room to write.

The questions are those of the Hexagon tool of the National Implementation Research Network: need, fit, resources,
evidence, readiness, capacity.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ....catalogue import Adoption, Catalogue, Practice, Records, decision
from ....finding import TAKEN_OVER, conditions_of, moment_of
from ....wording import Translations
from ... import phrasing
from ...addresses import FIT, Links, meeting_address, picture_address, practice_address
from ...article import Article
from ...rendering import Renderer
from ..fit_rows import kinds_in_words, named_in_words, size_in_words
from ..strip import cost_in_words, counted
from .labels import Labels

_TAKERS = 3
"""So many of those who took a practice over are named: the sheet is one page."""


@dataclass(frozen=True, slots=True)
class MeetingInputs:
    """What the sheet follows from: the practice, the names of its groups, the links as far as the page needs them, and
    the records of those who took the practice over.
    """

    practice: Practice
    groups: tuple[str, ...]
    links: Links
    takers: Records

    @classmethod
    def of(cls, practice: Practice, catalogue: Catalogue, links: Links) -> "MeetingInputs":
        """What the sheet of a practice follows from."""
        groups = tuple(catalogue.label("target_groups", each) for each in practice.target_groups)
        named = links.limited_to({practice_address(practice.id), meeting_address(practice.id)})
        takers = {("places", each.place) for each in practice.adoptions if each.place}
        takers |= {("organisations", each.org) for each in practice.adoptions if each.org}
        return cls(practice, groups, named, catalogue.named(takers, ()))


@dataclass(frozen=True, slots=True)
class Said:
    """What an entry says: a name, and one text or several."""

    name: str
    texts: tuple[str, ...]


def meeting_article(inputs: MeetingInputs, renderer: Renderer) -> Article:
    """The finished sheet of a practice."""
    t, practice = renderer.t, inputs.practice
    address = meeting_address(practice.id)
    content = renderer.render(
        "meeting.html",
        address,
        links=inputs.links,
        title=practice.title,
        back=practice_address(practice.id),
        fit=FIT,
        questions=[(name, [said for said in say(inputs, t) if said.texts]) for name, say in _QUESTIONS.items()],
    )
    return Article(
        address=address,
        title=t("meeting.title", title=practice.title),
        description=t("meeting.description", title=practice.title),
        content=content,
        section="practices",
        styles="meeting",
        picture=picture_address(inputs.links.localized(practice_address(practice.id))),
    )


def _need(inputs: MeetingInputs, t: Translations) -> Iterator[Said]:
    yield Said(t("meeting.said.summary"), (inputs.practice.summary,))
    yield Said(t("strip.audience"), inputs.groups)


def _fit(inputs: MeetingInputs, t: Translations) -> Iterator[Said]:
    conditions = conditions_of(inputs.practice)
    transfer = inputs.practice.transfer
    doubt = t("fit.disputed", what=transfer.disputed.what) if transfer and transfer.disputed else ""
    said = size_in_words(conditions, t), kinds_in_words(conditions, t), doubt
    yield Said(named_in_words(conditions, t).rstrip(":"), tuple(filter(None, said)))


def _resources(inputs: MeetingInputs, t: Translations) -> Iterator[Said]:
    means = inputs.practice.resources
    if decision(inputs.practice).cost.subject:
        yield Said(t("strip.cost"), (cost_in_words(inputs.practice, t),))
    for name in ("staff", "volunteers", "premises", "tools") if means else ():
        yield Said(t.field(name, "resources"), _texts(getattr(means, name)))


def _evidence(inputs: MeetingInputs, t: Translations) -> Iterator[Said]:
    answers = decision(inputs.practice)
    if level := answers.evidence.subject:
        yield Said(t("strip.evidence"), (f"{t.choice('evidence_level', level.value)}: {level.reason}",))
    yield Said(t("meeting.said.standing"), _texts(phrasing.standing_in_words(inputs.practice, t) or None))
    if effect := answers.effect.subject:
        words = phrasing.doubtful(counted(effect, t), t) if answers.effect.state == "disputed" else counted(effect, t)
        yield Said(t("strip.effect"), (f"{words}: {effect.label}",))


def _readiness(inputs: MeetingInputs, t: Translations) -> Iterator[Said]:
    transfer, adoptions = inputs.practice.transfer, inputs.practice.adoptions
    for name in ("fixed", "adaptable", "minimum_version") if transfer else ():
        yield Said(t.field(name, "transfer"), _texts(getattr(transfer, name)))
    taken = [each for each in adoptions if each.state in TAKEN_OVER]
    number = t.number(sum(each.count or 1 for each in taken))
    yield Said(t("meeting.said.taken"), (number, *_takers(inputs, taken, t)) if taken else ())


def _takers(inputs: MeetingInputs, taken: list[Adoption], t: Translations) -> tuple[str, ...]:
    """The first of those who took it over, and when, in one line of the sheet."""
    labels = Labels(inputs.takers, t)
    in_time = sorted(taken, key=lambda each: moment_of(each.when))
    named = [", ".join(who.text for who in labels.adopter(each)) + _year(each, labels) for each in in_time[:_TAKERS]]
    return ("; ".join([*named, "…"] if len(taken) > _TAKERS else named),)


def _year(adoption: Adoption, labels: Labels) -> str:
    return f" ({labels.when(adoption.when)})" if adoption.when else ""


def _capacity(inputs: MeetingInputs, t: Translations) -> Iterator[Said]:
    transfer, means = inputs.practice.transfer, inputs.practice.resources
    for name in ("preconditions", "legal_basis") if transfer else ():
        yield Said(t.field(name, "transfer"), _texts(getattr(transfer, name)))
    yield Said(t.field("skills", "resources"), _texts(means.skills if means else None))


def _texts(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()


_QUESTIONS: dict[str, Callable[[MeetingInputs, Translations], Iterator[Said]]] = {
    "need": _need,
    "fit": _fit,
    "resources": _resources,
    "evidence": _evidence,
    "readiness": _readiness,
    "capacity": _capacity,
}
