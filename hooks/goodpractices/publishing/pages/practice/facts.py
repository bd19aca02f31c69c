"""Short facts of a practice that no other block of its page tells."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ....catalogue import Derived, Practice
from ....wording import Translations
from ... import phrasing
from ..values import Value
from .disputes import DisputeLines, disputed_period
from .labels import Labels


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the facts."""

    field: str
    label: str
    values: tuple[Value, ...]
    note: str | None = None
    computed: bool = False
    dispute: DisputeLines | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What ``parts/facts.html`` prints."""

    lines: tuple[Fact, ...]


def facts_block(practice: Practice, derived: Derived, labels: Labels) -> Facts:
    """The facts that the entry gives; what it does not is named once, further down."""
    return Facts(tuple(fact for fact in _facts(practice, derived, labels) if fact.values))


def _facts(practice: Practice, derived: Derived, labels: Labels) -> Iterator[Fact]:
    """The lines of the facts box, in the order a reader asks."""
    t = labels.t

    def fact(field: str, label: str, *values: Value, note: str | None = None, computed: bool = False) -> Fact:
        return Fact(field, t(f"facts.{label}"), values, note, computed)

    yield fact("organisations", "leaders", *_leaders(practice, labels))
    period = fact("period", "period", *_period(practice, t), note=_duration(derived, t), computed=True)
    yield replace(period, dispute=disputed_period(practice.period.disputed if practice.period else None, t))
    if practice.period and practice.period.note:
        yield fact("period", "period_note", Value(practice.period.note))
    yield fact("target_groups", "target_groups", *_groups(practice, labels))
    if practice.age_range:
        yield fact("age_range", "age_range", Value(phrasing.age(practice.age_range.min, practice.age_range.max, t)))
    yield fact("programme", "programme", *_programme(practice, labels), note=_programme_note(practice, t))
    yield fact("access_cost", "access_cost", *_choice("access_cost", practice.access_cost, t))
    if practice.delivery_mode:
        yield fact("delivery_mode", "delivery_mode", *_choice("delivery_mode", practice.delivery_mode, t))
    if practice.recurrence:
        values = _choice("recurrence_kind", practice.recurrence.kind, t)
        yield fact("recurrence", "recurrence", *values, note=practice.recurrence.note)
    yield fact("scope", "scope", *_choice("scope", practice.scope, t))
    if practice.participation_level:
        yield fact(
            "participation_level",
            "participation_level",
            *_choice("participation_level", practice.participation_level, t),
        )


def _leaders(practice: Practice, labels: Labels) -> Iterator[Value]:
    for participation in practice.organisations:
        if participation.role in ("leader", "organiser"):
            yield labels.organisation(participation.org)


def _period(practice: Practice, t: Translations) -> Iterator[Value]:
    if practice.period and (practice.period.start or practice.period.end):
        yield Value(phrasing.whole_period(practice.period, t))


def _duration(derived: Derived, t: Translations) -> str | None:
    return t("facts.months", n=derived.duration_months) if derived.duration_months else None


def _groups(practice: Practice, labels: Labels) -> Iterator[Value]:
    for group in practice.target_groups:
        yield labels.term("target_groups", group)


def _programme(practice: Practice, labels: Labels) -> Iterator[Value]:
    if use := practice.programme:
        yield labels.programme(use.id)


def _programme_note(practice: Practice, t: Translations) -> str | None:
    use = practice.programme
    if use is None:
        return None
    measure = t("facts.measure", measure=use.measure) if use.measure else None
    fund = t.choice("fund", use.fund) if use.fund else None
    return "; ".join(words for words in (measure, fund, use.note) if words) or None


def _choice(name: str, value: str | None, t: Translations) -> Iterator[Value]:
    if value:
        yield Value(t.choice(name, value))
