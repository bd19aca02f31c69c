"""What the page of a term, place, organisation or programme says of it besides its practices."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...catalogue import Catalogue, Organisation, Place, Programme, Term
from ...wording import Translations
from .. import phrasing
from ..addresses import member_address
from .colours import family_class
from .values import Value

Fact = tuple[str, tuple[Value, ...]]
"""A name and its values."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a dimension; ``facts`` are pairs of a name and its values."""

    id: str
    name: str
    note: str | None
    family: str
    facts: tuple[Fact, ...] = ()


def _term(_: Catalogue, term: Term, t: Translations) -> Member:
    return Member(term.id, term.label(t.language), term.note, family_class(term.family))


def _place(catalogue: Catalogue, place: Place, t: Translations) -> Member:
    facts: list[Fact] = [(t.field("level", "place"), (Value(t.choice("place_level", place.level)),))]
    facts.append((t.field("country"), (Value(t.country(place.country)),)))
    if place.parent:
        facts.append((t("place.within"), (_place_value(catalogue, place.parent),)))
    if place.members:
        facts.append(
            (t.field("members", "place"), tuple(_place_value(catalogue, each.place) for each in place.members))
        )
    if place.twin_places:
        facts.append(
            (t.field("twin_places", "place"), tuple(_place_value(catalogue, each) for each in place.twin_places))
        )
    if place.population:
        words = t(
            "place.population", number=t.number(place.population.value), date=phrasing.when(place.population.as_of, t)
        )
        facts.append((t.field("population"), (Value(words + f" ({place.population.source})"),)))
    codes = [
        f"{name} {value}" for name, value in (("TERYT", place.teryt), ("NUTS", place.nuts), ("LAU", place.lau)) if value
    ]
    if codes:
        facts.append((t("place.codes"), tuple(Value(code) for code in codes)))
    return Member(place.id, place.name, place.note, "", tuple(facts))


def _organisation(catalogue: Catalogue, organisation: Organisation, t: Translations) -> Member:
    facts: list[Fact] = [
        (t.field("kind", "organisation"), (Value(catalogue.label("organisation_kinds", organisation.kind)),))
    ]
    if organisation.short_name:
        facts.append((t.field("short_name"), (Value(organisation.short_name),)))
    if organisation.place:
        facts.append((t.field("place"), (_place_value(catalogue, organisation.place),)))
    if organisation.parent:
        parent = catalogue.organisations[organisation.parent]
        facts.append((t.field("parent"), (Value(parent.name, member_address("organisations", parent.id)),)))
    if organisation.url:
        facts.append((t.field("url"), (Value(organisation.url, organisation.url),)))
    if organisation.former_names:
        facts.append(
            (t.field("former_names", "organisation"), tuple(Value(name) for name in organisation.former_names))
        )
    return Member(organisation.id, organisation.name, organisation.note, "", tuple(facts))


def _programme(_: Catalogue, programme: Programme, t: Translations) -> Member:
    facts: list[Fact] = [(t.field("level", "programme"), (Value(t.choice("programme_level", programme.level)),))]
    if programme.acronym:
        facts.append((t.field("acronym", "programme"), (Value(programme.acronym),)))
    if programme.period:
        facts.append((t.field("period"), (Value(phrasing.when(programme.period, t)),)))
    if programme.fund:
        facts.append((t.field("fund", "programme"), (Value(t.choice("fund", programme.fund)),)))
    if programme.authority:
        facts.append((t.field("authority", "programme"), (Value(programme.authority),)))
    if programme.url:
        facts.append((t.field("url"), (Value(programme.url, programme.url),)))
    return Member(programme.id, programme.name, programme.note, "", tuple(facts))


def _place_value(catalogue: Catalogue, place_id: str) -> Value:
    return Value(catalogue.places[place_id].name, member_address("places", place_id))


DESCRIBE: dict[str, Callable[[Catalogue, Any, Translations], Member]] = {
    "themes": _term,
    "target_groups": _term,
    "kinds": _term,
    "support_types": _term,
    "places": _place,
    "organisations": _organisation,
    "programmes": _programme,
}
