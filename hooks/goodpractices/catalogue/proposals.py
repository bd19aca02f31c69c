"""New records that an entry needs and the registries lack: they stand in the entry until it is accepted."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import Field

from .choices import PlaceLevel, ProgrammeLevel, TermVocabulary
from .fields import (
    Country,
    Interval,
    Label,
    Number,
    OrganisationKindId,
    PlaceId,
    Slug,
    Text,
    Url,
    WholeNumber,
    record,
)
from .uses import Rare

PROPOSED = ("places", "organisations", "programmes")
"""The registries that entries may propose records for."""


@record
class ProposedPlace:
    """What an entry knows of a place that the registry lacks."""

    id: Slug
    name: Label
    country: Country
    level: PlaceLevel
    lat: Annotated[Annotated[Number, Field(ge=-90, le=90)] | None, Rare()] = None
    lon: Annotated[Annotated[Number, Field(ge=-180, le=180)] | None, Rare()] = None
    geonames: Annotated[WholeNumber | None, Rare()] = None
    parent: Annotated[PlaceId | None, Rare()] = None
    note: Annotated[Text | None, Rare()] = None


@record
class ProposedOrganisation:
    """What an entry knows of an organisation that the registry lacks."""

    id: Slug
    name: Label
    kind: OrganisationKindId
    short_name: Label | None = None
    place: PlaceId | None = None
    url: Url | None = None
    note: Annotated[Text | None, Rare()] = None


@record
class ProposedProgramme:
    """What an entry knows of a programme that the registry lacks."""

    id: Slug
    name: Label
    level: ProgrammeLevel
    acronym: Label | None = None
    period: Annotated[Interval | None, Rare()] = None
    url: Url | None = None
    note: Annotated[Text | None, Rare()] = None


@record
class ProposedTerm:
    """A word that a vocabulary lacks; without an English name it waits for one."""

    vocabulary: TermVocabulary
    id: Slug
    pl: Label
    en: Label | None = None
    note: Annotated[Text | None, Rare()] = None


@record
class Proposals:
    """New records by the registry they are for; the entry uses their ids as if they were there."""

    places: tuple[ProposedPlace, ...] = ()
    organisations: tuple[ProposedOrganisation, ...] = ()
    programmes: tuple[ProposedProgramme, ...] = ()
    terms: tuple[ProposedTerm, ...] = ()


def proposed_ids(front_matter: Mapping[str, Any]) -> dict[str, set[str]]:
    """The ids an entry proposes as it was written, by vocabulary or registry, whatever else may be wrong with it."""
    editorial = front_matter.get("editorial")
    proposals = editorial.get("proposals") if isinstance(editorial, dict) else None
    found: dict[str, set[str]] = {}
    for registry, each in _records(proposals):
        where = str(each.get("vocabulary")) if registry == "terms" else registry
        found.setdefault(where, set()).add(str(each.get("id")))
    return found


def _records(proposals: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for registry in (*PROPOSED, "terms"):
        items = proposals.get(registry) if isinstance(proposals, dict) else None
        yield from ((registry, each) for each in items or () if isinstance(items, list) and isinstance(each, dict))
