"""The records by which an entry can be checked: figures, amounts, evaluations, awards, claims, and their sources."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from .choices import (
    ClaimStatus,
    Comparison,
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
class OtherFigure:
    """What stands elsewhere in the place of a disputed number: another number, or the words of a source."""

    value: Annotated[Number | None, Searched("figure", 0.5)] = None
    words: Label | None = None
    source: Slug | None = None
    note: Annotated[Text | None, Searched("figure", 0.5)] = None


@record
class Dispute:
    """Why a number is doubtful, and what else is said. Nothing is computed with it unless it is ``counted``.

    See ``derived.py``; the ``decision`` says why the catalogue counts with its number nevertheless.
    """

    what: Annotated[Text, Searched("figure", 0.5)]
    others: tuple[OtherFigure, ...] = ()
    counted: Truth = False
    decision: Text | None = None


@record
class OtherStatement:
    """What stands elsewhere in the place of disputed days or of a disputed claim: a date, or the words of a source."""

    value: When | None = None
    words: Label | None = None
    source: Slug | None = None
    note: Annotated[Text | None, Searched("text", 0.5)] = None


@record
class StatementDispute:
    """As :class:`Dispute`, of days or of a claim."""

    what: Annotated[Text, Searched("text", 0.5)]
    others: tuple[OtherStatement, ...] = ()
    counted: Truth = False
    decision: Text | None = None


@record
class FormerValue:
    """What a figure, most often a target, was before it was changed; in the unit of the figure."""

    value: Annotated[Number | None, Searched("figure", 0.5)] = None
    words: Label | None = None
    as_of: When | None = None
    source: Slug | None = None
    note: Annotated[Text | None, Searched("figure", 0.5)] = None


@record
class Money:
    """An amount: the whole, a grant or an own share, over the whole period unless ``period`` says otherwise."""

    role: FundingRole
    amount: Annotated[Number, Field(ge=0), Searched("figure", 2)]
    currency: Currency
    source: Slug
    precision: Annotated[Precision, Rare()] = "exact"
    period: Annotated[When | None, Rare()] = None
    programme: Annotated[ProgrammeId | None, Rare()] = None
    funder: Annotated[OrganisationId | None, Rare()] = None
    planned: Annotated[Truth, Rare()] = False
    note: Annotated[Text | None, Searched("text", 0.5), Rare()] = None
    disputed: Annotated[Dispute | None, Rare()] = None


@record
class Split:
    """A value by one dimension, for example by sex with the parts F, M and X."""

    dimension: Dimension
    parts: Annotated[
        Mapping[Label, Annotated[Number, Field(ge=0)]], Field(min_length=1, max_length=20), Searched("figure", 1)
    ]


@record
class Indicator:
    """One figure with all it takes to be trusted: what, how much, planned or done, of what, when, said where.

    How much is a number, a range, or the ``words`` of a source that gives no number.
    """

    id: Slug
    label: Annotated[Label, Searched("figure", 1)]
    unit: Unit
    nature: Nature
    source: Slug
    value: Annotated[Number | None, Searched("figure", 2)] = None
    min: Annotated[Number | None, Searched("figure", 1), Rare()] = None
    max: Annotated[Number | None, Searched("figure", 1), Rare()] = None
    words: Annotated[Label | None, Searched("figure", 0.5), Rare()] = None
    precision: Annotated[Precision, Rare()] = "exact"
    of: Slug | None = None
    split: tuple[Split, ...] = ()
    as_of: Annotated[When | None, Rare()] = None
    method: Annotated[Text | None, Searched("figure", 0.5), Rare()] = None
    note: Annotated[Text | None, Searched("figure", 1), Rare()] = None
    disputed: Annotated[Dispute | None, Rare()] = None
    former_values: Annotated[tuple[FormerValue, ...], Rare()] = ()


@record
class EvidenceLevel:
    value: Annotated[WholeNumber, Field(ge=0, le=4)]
    reason: Annotated[Text, Searched("text", 0.5)]
    assessor: Annotated[Label | None, Rare()] = None


@record
class Evaluation:
    """Who looked at the effects and compared with what, and what was found, if the finding itself was read."""

    type: EvaluationType
    by: Label | None = None
    date: When | None = None
    comparison: Comparison | None = None
    finding: Annotated[Text | None, Searched("text", 1)] = None
    url: Url | None = None
    source: Slug | None = None
    note: Annotated[Text | None, Searched("text", 0.5), Rare()] = None


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
    note: Annotated[Text | None, Searched("text", 0.5)] = None
    disputed: Annotated[StatementDispute | None, Rare()] = None


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
    copy_of: Annotated[Url | None, Rare()] = None
    note: Annotated[Text | None, Searched("text", 0.3), Rare()] = None
