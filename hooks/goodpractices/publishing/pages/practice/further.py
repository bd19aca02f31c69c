"""Where to go from the page of a practice: events, documents, contacts, what is unknown, what is related."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....catalogue import Derived, Document, Practice, Relation
from ....finding import Shared
from ....wording import NO_BREAK
from ...addresses import practice_address
from ..values import Value
from .inputs import PracticeInputs, RelatedPractice
from .labels import Labels


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event, when and where it was."""

    title: str
    url: str | None
    date: str | None
    place: Value | None
    note: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class ContactLine:
    """Whom to ask: the organisation and what else is known, ready to stand in one line."""

    organisation: Value | None
    details: tuple[str, ...]
    email: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Undue:
    """A field that does not apply, and why."""

    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """Another practice, why it is named, and what an editor wrote about it."""

    name: Value
    family: str
    reason: str
    note: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Further:
    """What ``parts/further.html`` prints."""

    events: tuple[EventLine, ...]
    documents: tuple[Document, ...]
    contacts: tuple[ContactLine, ...]
    questions: tuple[str, ...]
    missing: tuple[str, ...]
    undue: tuple[Undue, ...]
    related: tuple[RelatedLine, ...]


def further_block(inputs: PracticeInputs, derived: Derived, labels: Labels) -> Further:
    """The ways on from the page."""
    practice, t = inputs.practice, labels.t
    return Further(
        events=tuple(_events(practice, labels)),
        documents=practice.documents,
        contacts=tuple(_contacts(practice, labels)),
        questions=practice.editorial.questions,
        missing=tuple(t.field(name) for name in derived.completeness.missing),
        undue=tuple(Undue(t.field(name), reason) for name, reason in practice.not_applicable.items()),
        related=tuple(_related(inputs, labels)),
    )


def _events(practice: Practice, labels: Labels) -> Iterator[EventLine]:
    for each in practice.events:
        place = labels.place(each.place) if each.place else None
        yield EventLine(each.title, each.url, labels.when(each.date), place, each.note, each.source)


def _contacts(practice: Practice, labels: Labels) -> Iterator[ContactLine]:
    for each in practice.contacts:
        organisation = labels.organisation(each.org) if each.org else None
        phone = each.phone and each.phone.replace(" ", NO_BREAK)
        details = (each.unit, each.role, each.person, each.address, phone)
        yield ContactLine(organisation, tuple(words for words in details if words), each.email, each.source)


def _related(inputs: PracticeInputs, labels: Labels) -> Iterator[RelatedLine]:
    declared: dict[tuple[str, str], Relation] = {(each.type, each.target): each for each in inputs.practice.relations}
    for each in inputs.related:
        relation = declared.get((each.reason, each.id))
        note, source = (relation.note, relation.source) if relation else (None, None)
        name = Value(each.title, practice_address(each.id))
        yield RelatedLine(name, each.family, _reason(each, labels), note, source)


def _reason(related: RelatedPractice, labels: Labels) -> str:
    if related.shared:
        return "; ".join(_shared(each, labels) for each in related.shared)
    via = {"via": related.via} if related.via else {}
    return labels.t(f"related.{related.reason}", **via)


def _shared(shared: Shared, labels: Labels) -> str:
    dimension = shared.dimension.removeprefix("wider_")
    names = shared.ids if dimension == "words" else [labels.name(dimension, each) for each in shared.ids]
    return labels.t(f"related.alike.{shared.dimension}", n=len(names), names=", ".join(names))
