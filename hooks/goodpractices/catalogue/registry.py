"""What several practices share and a catalogue says once: vocabularies of terms, organisations, places, programmes."""

from typing import Annotated

from pydantic import Field

from .choices import CoordinatePrecision, Fund, GroupRole, MunicipalityType, PlaceLevel, ProgrammeLevel, ThemeFamily
from .fields import (
    Country,
    Interval,
    Label,
    Language,
    Number,
    OrganisationId,
    OrganisationKindId,
    PlaceId,
    Slug,
    Text,
    Url,
    When,
    WholeNumber,
    record,
)

VOCABULARIES = ("kinds", "themes", "target_groups", "support_types", "organisation_kinds", "criteria")


@record
class Term:
    """A word practices may use, in Polish and English, with the words a reader may type instead of it."""

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
