"""What those who run a practice may be asked about, in the order in which it matters for a decision.

First the five questions a reader decides by, then what somebody needs who wants to do the same.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ...catalogue import (
    Answer,
    Catalogue,
    Dispute,
    Indicator,
    Practice,
    StatementDispute,
    decision,
)
from ...wording import Translations

MOST = 5
"""How many questions a letter has at most."""
_LONGEST = 170
_UNSETTLED = ("missing", "disputed", "planned")


@dataclass(frozen=True, slots=True)
class Known:
    """What the catalogue says of a topic, in words; ``doubt`` is why it is disputed, or that it was only planned."""

    words: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: ``field`` is where it stands in an entry, ``known`` says what the catalogue knows of it."""

    id: str
    field: str
    known: Callable[[Practice, Catalogue, Translations], Known]
    is_settled: Callable[[Practice], bool]

    def label(self, t: Translations) -> str:
        return t(f"reply.{self.id}")


def topics_to_ask(practice: Practice) -> tuple[Topic, ...]:
    """What to ask: what is missing, disputed or was only planned, the most important first."""
    due = (each for each in TOPICS if each.field not in practice.not_applicable and not each.is_settled(practice))
    return tuple(due)[:MOST]


def shortened(words: str) -> str:
    """Words that leave room for others on the page."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def _audience(practice: Practice, catalogue: Catalogue, t: Translations) -> Known:
    return Known(t.listing([catalogue.label("target_groups", each) for each in practice.target_groups]))


def _scale(practice: Practice, _: Catalogue, t: Translations) -> Known:
    return _figure(decision(practice).scale, t)


def _effect(practice: Practice, _: Catalogue, t: Translations) -> Known:
    return _figure(decision(practice).effect, t)


def _cost(practice: Practice, _: Catalogue, t: Translations) -> Known:
    answer = decision(practice).cost
    if (money := answer.subject) is None:
        return Known()
    words = f"{t.choice('funding_role', money.role)} {t.money(money.amount, money.currency, money.precision)}"
    return Known(words, _doubt(money.disputed, answer.state == "planned", t))


def _evidence(practice: Practice, _: Catalogue, t: Translations) -> Known:
    level = practice.evidence_level
    return Known(f"{t.choice('evidence_level', level.value)}: {level.reason}") if level else Known()


def _conditions(practice: Practice, _: Catalogue, t: Translations) -> Known:
    if (transfer := practice.transfer) is None:
        return Known()
    said = [*(transfer.preconditions or ()), *(transfer.fixed or ()), *filter(None, [transfer.minimum_version])]
    return Known("; ".join(said), _doubt(transfer.disputed, False, t))


def _obstacles(practice: Practice, _: Catalogue, __: Translations) -> Known:
    return Known("; ".join(each.what for each in practice.obstacles))


def _adoptions(practice: Practice, catalogue: Catalogue, t: Translations) -> Known:
    said = []
    for each in practice.adoptions:
        place = catalogue.places[each.place].name if each.place else ""
        who = place or (catalogue.organisations[each.org].name if each.org else each.what or "")
        said.append(f"{who}: {t.choice('adoption_state', each.state)}")
    return Known("; ".join(said))


def _contact(practice: Practice, _: Catalogue, __: Translations) -> Known:
    # A person is asked by her office, so a name has no place in a letter.
    said = [", ".join(filter(None, (each.unit, each.role, each.email, each.phone))) for each in practice.contacts]
    return Known("; ".join(filter(None, said)))


def _figure(answer: Answer[Indicator], t: Translations) -> Known:
    if (figure := answer.subject) is None:
        return Known()
    numbers = [t.number(each) for each in (figure.value, figure.min, figure.max) if each is not None]
    value = figure.words or "–".join(numbers)
    value = t.percent(figure.value / 100) if figure.unit == "percent" and figure.value is not None else value
    words = t(f"figure.{figure.precision}", value=value) if figure.precision in ("at_least", "about") else value
    return Known(f"{figure.label}: {words}", _doubt(figure.disputed, answer.state == "planned", t))


def _doubt(dispute: Dispute | StatementDispute | None, is_plan: bool, t: Translations) -> str:
    return dispute.what if dispute else t("letter.planned") if is_plan else ""


def _decided(name: str) -> Callable[[Practice], bool]:
    def is_settled(practice: Practice) -> bool:
        return getattr(decision(practice), name).state not in _UNSETTLED

    return is_settled


def _has_conditions(practice: Practice) -> bool:
    transfer = practice.transfer
    return bool(transfer and not transfer.disputed and (transfer.preconditions or transfer.fixed or transfer.fits))


def _has_contact(practice: Practice) -> bool:
    return any(each.email or each.phone for each in practice.contacts)


TOPICS: tuple[Topic, ...] = (
    Topic("audience", "target_groups", _audience, _decided("audience")),
    Topic("scale", "indicators", _scale, _decided("scale")),
    Topic("effect", "indicators", _effect, _decided("effect")),
    Topic("cost", "funding", _cost, _decided("cost")),
    Topic("evidence", "evidence_level", _evidence, _decided("evidence")),
    Topic("conditions", "transfer", _conditions, _has_conditions),
    Topic("obstacles", "obstacles", _obstacles, lambda practice: bool(practice.obstacles)),
    Topic("adoptions", "adoptions", _adoptions, lambda practice: bool(practice.adoptions)),
    Topic("contact", "contacts", _contact, _has_contact),
)
