"""The records by which an entry can be checked: figures, amounts, evaluations, awards, claims, and their sources."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from .choices import (
    ClaimStatus,
    Dimension,
    EvaluationType,
    FundingRole,
    Nature,
    Precision,
    Unit,
)
from .fields import (
    CalendarDay,
    Currency,
    Label,
    Number,
    OrganisationId,
    ProgrammeId,
    Slug,
    Text,
    Truth,
    Url,
    When,
    WholeNumber,
    record,
)
from .uses import Rare, Searched


@record
class Money:
    """An amount: the whole, a grant or an own share, over the whole period unless ``period`` says otherwise."""

    role: FundingRole
    amount: Annotated[Number, Field(ge=0)]
    currency: Currency
    source: Slug
    precision: Annotated[Precision, Rare()] = "exact"
    period: Annotated[When | None, Rare()] = None
    programme: Annotated[ProgrammeId | None, Rare()] = None
    funder: Annotated[OrganisationId | None, Rare()] = None
    planned: Annotated[Truth, Rare()] = False
    note: Annotated[Text | None, Rare()] = None


@record
class Split:
    """A value by one dimension, for example by sex with the parts F, M and X."""

    dimension: Dimension
    parts: Annotated[Mapping[Label, Annotated[Number, Field(ge=0)]], Field(min_length=1, max_length=20)]


@record
class Indicator:
    """One figure with all it takes to be trusted: what, how much, planned or done, of what, when, said where."""

    id: Slug
    label: Annotated[Label, Searched("figure", 1)]
    unit: Unit
    nature: Nature
    source: Slug
    value: Number | None = None
    min: Annotated[Number | None, Rare()] = None
    max: Annotated[Number | None, Rare()] = None
    precision: Annotated[Precision, Rare()] = "exact"
    of: Slug | None = None
    split: tuple[Split, ...] = ()
    as_of: Annotated[When | None, Rare()] = None
    method: Annotated[Text | None, Rare()] = None
    note: Annotated[Text | None, Searched("figure", 1), Rare()] = None


@record
class EvidenceLevel:
    value: Annotated[WholeNumber, Field(ge=0, le=4)]
    reason: Annotated[Text, Searched("text", 0.5)]
    assessor: Annotated[Label | None, Rare()] = None


@record
class Evaluation:
    type: EvaluationType
    by: Label | None = None
    date: When | None = None
    url: Url | None = None
    source: Slug | None = None


@record
class Recognition:
    name: Annotated[Label, Searched("text", 1)]
    giver: Annotated[Label | None, Searched("text", 1)] = None
    date: When | None = None
    rank: Annotated[Label | None, Searched("text", 1, after="name"), Rare()] = None
    note: Annotated[Text | None, Searched("text", 1), Rare()] = None
    source: Slug | None = None


@record
class Claim:
    """A superlative ("first", "only") or another statement that ages: as of when, and who says so."""

    text: Annotated[Text, Searched("text", 1)]
    as_of: When
    source: Slug
    status: ClaimStatus = "open"
    note: Text | None = None


@record
class Source:
    id: Slug
    title: Annotated[Label, Searched("text", 0.5)]
    publisher: Annotated[Label | None, Searched("text", 0.5)] = None
    url: Url | None = None
    file: Annotated[Label | None, Rare()] = None
    published: Annotated[When | None, Rare()] = None
    retrieved: Annotated[CalendarDay | None, Rare()] = None
    archive_url: Annotated[Url | None, Rare()] = None
    note: Annotated[Text | None, Rare()] = None
