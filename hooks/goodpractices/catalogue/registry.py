"""What practices share and a catalogue says once: terms, organisations, places, programmes, the glossary, rates."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from typing import Annotated, Any

from pydantic import Field

from ..wording import ORIGINAL, Untranslated
from .choices import CoordinatePrecision, Fund, GroupRole, MunicipalityType, PlaceLevel, ProgrammeLevel, ThemeFamily
from .fields import (
    Country,
    Currency,
    Interval,
    Label,
    Language,
    Number,
    OrganisationId,
    OrganisationKindId,
    OtherLanguage,
    PlaceId,
    Slug,
    Text,
    Url,
    When,
    WholeNumber,
    record,
)
from .problems import Problem, nearest

VOCABULARIES = ("kinds", "themes", "target_groups", "support_types", "organisation_kinds", "criteria")

HOME = "PL"
"""The country of the catalogue: its language is spoken there, and places in it are named without it."""


def _name_in(self: "Term | Place | Programme", language: str) -> str | None:
    """What it is called in another language, if that has a name for it."""
    return self.en if language == "en" else self.labels.get(language)


@record
class Term:
    """A word practices may use, in Polish, in English and in other languages, and what a reader may type for it."""

    id: Slug
    pl: Label
    en: Label
    note: Text | None = None
    broader: Slug | None = None
    synonyms: tuple[Label, ...] = ()
    exact_match: tuple[Url, ...] = ()
    close_match: tuple[Url, ...] = ()
    sdg: tuple[Annotated[WholeNumber, Field(ge=1, le=17)], ...] = ()
    family: ThemeFamily | None = None
    role: GroupRole | None = None
    labels: Mapping[OtherLanguage, Label] = field(default_factory=dict)
    notes: Mapping[OtherLanguage, Text] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """What the term is called, in every language that has a name for it."""
        return (self.pl, self.en, *self.labels.values())

    def label(self, language: str) -> str:
        """What the term is called in a language; in Polish, marked as such, where it has no name in it."""
        if language == ORIGINAL:
            return self.pl
        return _name_in(self, language) or Untranslated(self.pl)


@record
class RegistryIds:
    krs: Annotated[str, Field(pattern=r"^[0-9]{10}$")] | None = None
    regon: Annotated[str, Field(pattern=r"^[0-9]{9}([0-9]{5})?$")] | None = None
    nip: Annotated[str, Field(pattern=r"^[0-9]{10}$")] | None = None


@record
class Organisation:
    id: Slug
    name: Label
    kind: OrganisationKindId
    short_name: Label | None = None
    former_names: tuple[Label, ...] = ()
    place: PlaceId | None = None
    url: Url | None = None
    parent: OrganisationId | None = None
    registry_ids: RegistryIds | None = None
    languages: tuple[Language, ...] = ()
    synonyms: tuple[Label, ...] = ()
    note: Text | None = None
    notes: Mapping[OtherLanguage, Text] = field(default_factory=dict)


@record
class Population:
    value: Annotated[WholeNumber, Field(ge=0)]
    as_of: When
    source: Label


@record
class Member:
    place: PlaceId
    since: When | None = None


@record
class Place:
    id: Slug
    name: Label
    country: Country
    level: PlaceLevel
    en: Label | None = None
    lat: Annotated[Number, Field(ge=-90, le=90)] | None = None
    lon: Annotated[Number, Field(ge=-180, le=180)] | None = None
    coord_precision: CoordinatePrecision | None = None
    population: Population | None = None
    geonames: WholeNumber | None = None
    municipality_type: MunicipalityType | None = None
    teryt: Annotated[str, Field(pattern=r"^([0-9]{2}|[0-9]{4}|[0-9]{7})$")] | None = None
    nuts: Annotated[str, Field(pattern=r"^[A-Z]{2}[0-9A-Z]{0,3}$")] | None = None
    nuts_version: Annotated[str, Field(pattern=r"^(2010|2013|2016|2021|2024)$")] | None = None
    lau: Label | None = None
    parent: PlaceId | None = None
    twin_places: tuple[PlaceId, ...] = ()
    members: tuple[Member, ...] = ()
    synonyms: tuple[Label, ...] = ()
    note: Text | None = None
    labels: Mapping[OtherLanguage, Label] = field(default_factory=dict)
    notes: Mapping[OtherLanguage, Text] = field(default_factory=dict)

    name_in = _name_in


@record
class Programme:
    id: Slug
    name: Label
    level: ProgrammeLevel
    en: Label | None = None
    acronym: Label | None = None
    period: Interval | None = None
    fund: Fund | None = None
    authority: Label | None = None
    url: Url | None = None
    synonyms: tuple[Label, ...] = ()
    note: Text | None = None
    labels: Mapping[OtherLanguage, Label] = field(default_factory=dict)
    notes: Mapping[OtherLanguage, Text] = field(default_factory=dict)

    name_in = _name_in


@record
class OriginalExpansion:
    text: Label
    language: Language


@record
class GlossaryItem:
    """An abbreviation and what it stands for, or a word and the sense it has in this catalogue, by language."""

    id: Slug
    term: Mapping[Language, Label]
    expansion: Mapping[Language, Label] = field(default_factory=dict)
    original: OriginalExpansion | None = None
    explanation: Mapping[Language, Text] = field(default_factory=dict)
    variants: tuple[Label, ...] = ()


RateYear = Annotated[str, Field(pattern=r"^(19|20)[0-9]{2}$")]


@record
class Rates:
    """What one euro cost in a currency: units of it, the average of each year that is known."""

    id: Slug
    currency: Currency
    per_euro: Annotated[Mapping[RateYear, Annotated[Number, Field(ge=0.0001)]], Field(min_length=1, max_length=200)]
    source: Label
    as_of: When
    en: Label | None = None
    url: Url | None = None
    note: Text | None = None

    def source_in(self, language: str) -> str:
        """Who published the rates, in a language; in Polish where it has no name in another."""
        return self.source if language == ORIGINAL else self.en or self.source


def problems_between(
    records: Mapping[str, Any], where: str, known: Collection[str] | None
) -> Iterator[tuple[str, Problem]]:
    """What is wrong between records, or between the fields of one, each with the id of the record it is wrong in.

    Args:
        records: the records in order, by id.
        where: what the file lists.
        known: all ids of the file, those of broken records too.
    """
    if where == "glossary":
        return _glossary_problems(records)
    return _rates_problems(records) if where == "rates" else _parent_problems(records, where, known)


def _parent_problems(
    records: Mapping[str, Any], where: str, known: Collection[str] | None
) -> Iterator[tuple[str, Problem]]:
    above = {record_id: _parent(record) for record_id, record in records.items()}
    for record_id, (name, parent) in above.items():
        if parent is None:
            continue
        if known is not None and parent not in known:
            # Organisations and places were told so when they were read: their parents may not be missing there either.
            if name == "broader":
                params = {"value": parent, "where": where, "nearest": nearest(parent, known)}
                yield record_id, Problem("unknown_id", (name,), params)
        elif parent == record_id:
            yield record_id, Problem("own_parent", (name,))
        elif record_id == min(_loop(record_id, above), default=None):
            yield record_id, Problem("parent_cycle", (name,))


def _parent(record: Any) -> tuple[str, str | None]:
    name = "broader" if isinstance(record, Term) else "parent"
    return name, getattr(record, name, None)


def _loop(start: str, above: Mapping[str, tuple[str, str | None]]) -> list[str]:
    """The ids on the way up from ``start`` back to it; empty where the way ends elsewhere."""
    way: list[str] = []
    current: str | None = start
    while current is not None and current in above and current not in way:
        way.append(current)
        current = above[current][1]
    return way if current == start else []


def _glossary_problems(items: Mapping[str, GlossaryItem]) -> Iterator[tuple[str, Problem]]:
    """What is wrong with items of a glossary: two of one name, without Polish, without any explanation."""
    first: dict[tuple[str, str], str] = {}
    for item_id, item in items.items():
        if not item.expansion and not item.explanation:
            yield item_id, Problem("glossary_says_nothing")
        for name in ("term", "expansion", "explanation"):
            texts: Mapping[str, str] = getattr(item, name)
            if (texts or name == "term") and ORIGINAL not in texts:
                yield item_id, Problem("glossary_not_in_polish", (name,))
        for language, term in item.term.items():
            if first.setdefault((language, term), item_id) != item_id:
                yield item_id, Problem("glossary_term_twice", ("term", language), {"value": first[language, term]})


def _rates_problems(records: Mapping[str, Rates]) -> Iterator[tuple[str, Problem]]:
    """What is wrong with rates: a currency that stands there twice, the euro against itself."""
    first: dict[str, str] = {}
    for record_id, rates in records.items():
        if rates.currency == "EUR":
            yield record_id, Problem("rates_of_euro", ("currency",))
        elif first.setdefault(rates.currency, record_id) != record_id:
            yield record_id, Problem("rates_twice", ("currency",), {"value": first[rates.currency]})
