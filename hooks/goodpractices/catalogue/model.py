"""What a practice is: a line a field, its type saying what is allowed.

Reading, messages, JSON Schema, the field guide and the exports follow from these records. Rules that compare fields
stand in ``rules.py``; what can be computed from an entry is in ``derived.py`` and never typed by an editor.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated

from pydantic import Field

from .choices import (
    AccessCost,
    AdoptionState,
    ClaimStatus,
    Contribution,
    CriterionState,
    DeliveryMode,
    Dimension,
    DocumentType,
    EditorialState,
    EvaluationType,
    Fund,
    FundingRole,
    Lifecycle,
    MunicipalityType,
    Nature,
    OrganisationRole,
    ParticipationLevel,
    PlaceRole,
    Precision,
    RecurrenceKind,
    RelationType,
    Scope,
    TranslationKind,
    Unit,
)
from .fields import (
    CalendarDay,
    CriterionId,
    Currency,
    Date,
    Email,
    KindId,
    Label,
    Language,
    Lines,
    Number,
    OrganisationId,
    Phone,
    PictureFile,
    PlaceId,
    PracticeId,
    ProgrammeId,
    ShortTitle,
    Slug,
    Story,
    Summary,
    SupportTypeId,
    TargetGroupId,
    Text,
    Texts,
    ThemeId,
    Title,
    Truth,
    Url,
    When,
    WholeNumber,
    record,
)


@record
class OriginalTitle:
    text: Label
    language: Language


@record
class AgeRange:
    min: Annotated[WholeNumber, Field(ge=0, le=120)] | None = None
    max: Annotated[WholeNumber, Field(ge=0, le=120)] | None = None


@record
class PlaceUse:
    place: PlaceId
    role: PlaceRole = "implemented"


@record
class Participation:
    """An organisation and what it does in a practice."""

    org: OrganisationId
    role: OrganisationRole
    contribution: tuple[Contribution, ...] = ()
    note: Text | None = None


@record
class ProgrammeUse:
    id: ProgrammeId
    measure: Label | None = None
    fund: Fund | None = None
    note: Text | None = None


@record
class Period:
    start: Date | None = None
    end: Date | None = None
    note: Text | None = None
    source: Slug | None = None


@record
class KeyDate:
    date: When
    text: Text
    place: PlaceId | None = None
    planned: Truth = False
    note: Text | None = None
    source: Slug | None = None


@record
class Component:
    name: Label
    description: Text | None = None
    target: Text | None = None


@record
class Recurrence:
    kind: RecurrenceKind
    note: Text | None = None


@record
class Money:
    """An amount: the whole, a grant or an own share, over the whole period unless ``period`` says otherwise."""

    role: FundingRole
    amount: Annotated[Number, Field(ge=0)]
    currency: Currency
    source: Slug
    precision: Precision = "exact"
    period: When | None = None
    programme: ProgrammeId | None = None
    funder: OrganisationId | None = None
    planned: Truth = False
    note: Text | None = None


@record
class Resources:
    staff: Text | None = None
    volunteers: Text | None = None
    premises: Text | None = None
    tools: Text | None = None
    skills: Text | None = None


@record
class Split:
    """A value by one dimension, for example by sex with the parts F, M and X."""

    dimension: Dimension
    parts: Annotated[Mapping[Label, Annotated[Number, Field(ge=0)]], Field(min_length=1, max_length=20)]


@record
class Indicator:
    """One figure with all it takes to be trusted: what, how much, planned or done, of what, when, said where."""

    id: Slug
    label: Label
    unit: Unit
    nature: Nature
    source: Slug
    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    precision: Precision = "exact"
    of: Slug | None = None
    split: tuple[Split, ...] = ()
    as_of: When | None = None
    method: Text | None = None
    note: Text | None = None


@record
class EvidenceLevel:
    value: Annotated[WholeNumber, Field(ge=0, le=4)]
    reason: Text
    assessor: Label | None = None


@record
class Evaluation:
    type: EvaluationType
    by: Label | None = None
    date: When | None = None
    url: Url | None = None
    source: Slug | None = None


@record
class Recognition:
    name: Label
    giver: Label | None = None
    date: When | None = None
    rank: Label | None = None
    note: Text | None = None
    source: Slug | None = None


@record
class Claim:
    """A superlative ("first", "only") or another statement that ages: as of when, and who says so."""

    text: Text
    as_of: When
    source: Slug
    status: ClaimStatus = "open"
    note: Text | None = None


@record
class Obstacle:
    what: Text
    how_handled: Text | None = None
    viewpoint: Label | None = None
    source: Slug | None = None


@record
class PopulationRange:
    min: Annotated[WholeNumber, Field(ge=0)] | None = None
    max: Annotated[WholeNumber, Field(ge=0)] | None = None


@record
class Fits:
    population: PopulationRange | None = None
    municipality_types: tuple[MunicipalityType, ...] = ()


@record
class Transfer:
    preconditions: Texts | None = None
    adaptable: Texts | None = None
    fixed: Texts | None = None
    minimum_version: Text | None = None
    legal_basis: Texts | None = None
    fits: Fits | None = None
    source: Slug | None = None


@record
class Adoption:
    """Another place or organisation that took the practice over, or tried to."""

    state: AdoptionState
    org: OrganisationId | None = None
    place: PlaceId | None = None
    date: When | None = None
    changes: Text | None = None
    result: Text | None = None
    source: Slug | None = None


@record
class Relation:
    type: RelationType
    target: PracticeId
    note: Text | None = None
    source: Slug | None = None


@record
class Event:
    title: Label
    date: When | None = None
    place: PlaceId | None = None
    url: Url | None = None
    note: Text | None = None
    source: Slug | None = None


@record
class Contact:
    """Whom to ask: a role. A name needs the person's consent, or a source where it is that of a public office."""

    org: OrganisationId | None = None
    unit: Label | None = None
    role: Label | None = None
    email: Email | None = None
    phone: Phone | None = None
    address: Label | None = None
    person: Label | None = None
    consent_until: CalendarDay | None = None
    source: Slug | None = None


@record
class Picture:
    file: PictureFile
    alt: Text
    credit: Label
    licence: Label | None = None


@record
class Document:
    title: Label
    url: Url | None = None
    type: DocumentType = "document"
    language: Language | None = None
    note: Text | None = None


@record
class Source:
    id: Slug
    title: Label
    publisher: Label | None = None
    url: Url | None = None
    file: Label | None = None
    published: When | None = None
    retrieved: CalendarDay | None = None
    archive_url: Url | None = None
    note: Text | None = None


@record
class Editorial:
    state: EditorialState
    created: CalendarDay | None = None
    updated: CalendarDay | None = None
    reviewed_on: CalendarDay | None = None
    reviewed_by: Label | None = None
    review_by: CalendarDay | None = None
    questions: tuple[Text, ...] = ()
    reason: Text | None = None


@record
class TranslationNote:
    """Who translated, and the SHA-256 hash of the Polish file it was made from."""

    kind: TranslationKind
    source_hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    by: Label | None = None


@record
class TranslatedText:
    """A text that stands among the facts of the Polish entry, and the same in another language."""

    original: Text
    text: Text


@record
class EasyText:
    """A text that is easy to read (ETR): a sentence a line, tested by people with intellectual disabilities."""

    text: Lines
    tested_by: Label
    tested_on: Date | None = None
    written_by: Label | None = None


@record
class Translation:
    """A practice in another language: only what depends on the language."""

    title: Title
    summary: Summary
    translation: TranslationNote
    short_title: ShortTitle | None = None
    plain_summary: Text | None = None
    easy_to_read: EasyText | None = None
    challenge: Story | None = None
    goals: Story | None = None
    solution: Story | None = None
    steps: Story | None = None
    outcomes: Story | None = None
    beneficiary_view: Story | None = None
    success_factors: Story | None = None
    transfer_story: Story | None = None
    texts: Annotated[tuple[TranslatedText, ...], Field(max_length=500)] = ()


@record
class Practice:
    """One good practice, as its editor wrote it."""

    id: Slug
    title: Title
    summary: Summary
    kind: KindId
    themes: Annotated[tuple[ThemeId, ...], Field(min_length=1, max_length=5)]
    places: Annotated[tuple[PlaceUse, ...], Field(min_length=1, max_length=60)]
    lifecycle: Lifecycle
    sources: Annotated[tuple[Source, ...], Field(min_length=1, max_length=40)]
    editorial: Editorial
    former_ids: tuple[Slug, ...] = ()
    short_title: ShortTitle | None = None
    original_title: OriginalTitle | None = None
    plain_summary: Text | None = None
    easy_to_read: EasyText | None = None
    target_groups: tuple[TargetGroupId, ...] = ()
    age_range: AgeRange | None = None
    scope: Scope | None = None
    period: Period | None = None
    key_dates: Annotated[tuple[KeyDate, ...], Field(max_length=12)] = ()
    organisations: Annotated[tuple[Participation, ...], Field(max_length=100)] = ()
    programme: ProgrammeUse | None = None
    funding: Annotated[tuple[Money, ...], Field(max_length=20)] = ()
    components: Annotated[tuple[Component, ...], Field(max_length=20)] = ()
    support_types: tuple[SupportTypeId, ...] = ()
    delivery_mode: DeliveryMode | None = None
    access_cost: AccessCost | None = None
    recurrence: Recurrence | None = None
    resources: Resources | None = None
    indicators: Annotated[tuple[Indicator, ...], Field(max_length=40)] = ()
    evidence_level: EvidenceLevel | None = None
    evaluation: Evaluation | None = None
    participation_level: ParticipationLevel | None = None
    recognition: tuple[Recognition, ...] = ()
    claims: tuple[Claim, ...] = ()
    obstacles: tuple[Obstacle, ...] = ()
    transfer: Transfer | None = None
    adoptions: tuple[Adoption, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    sdg: tuple[Annotated[WholeNumber, Field(ge=1, le=17)], ...] = ()
    criteria: Mapping[CriterionId, CriterionState] = field(default_factory=dict)
    contacts: tuple[Contact, ...] = ()
    media: tuple[Picture, ...] = ()
    documents: tuple[Document, ...] = ()
    not_applicable: Mapping[Slug, Text] = field(default_factory=dict)
    challenge: Story | None = None
    goals: Story | None = None
    solution: Story | None = None
    steps: Story | None = None
    outcomes: Story | None = None
    beneficiary_view: Story | None = None
    success_factors: Story | None = None
    transfer_story: Story | None = None
    translations: Mapping[Language, Translation] = field(default_factory=dict)
