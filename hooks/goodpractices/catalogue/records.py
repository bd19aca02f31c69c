"""The records that the fields of a practice hold: a line a field, its type saying what is allowed."""

from typing import Annotated

from pydantic import Field

from .choices import (
    AdoptionState,
    ConsentForm,
    ConsentScope,
    Contribution,
    DocumentType,
    EditorialState,
    ElementState,
    Fund,
    InquiryAnswer,
    InquiryTopic,
    LicenceId,
    MunicipalityType,
    OrganisationRole,
    PeopleInPicture,
    PlaceRole,
    Precision,
    RecurrenceKind,
    RelationType,
    TranslationKind,
)
from .evidence import StatementDispute
from .fields import (
    CalendarDay,
    Date,
    Email,
    Label,
    Language,
    Lines,
    OrganisationId,
    Phone,
    PictureFile,
    PlaceId,
    PracticeId,
    ProgrammeId,
    Slug,
    Text,
    Texts,
    Truth,
    Url,
    When,
    WholeNumber,
    record,
)
from .proposals import Proposals
from .uses import Rare, Searched


@record
class OriginalTitle:
    text: Annotated[Label, Searched("title", 3)]
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
class Sites:
    """Many places of one kind in which a practice works, without a record for each: seventy schools."""

    what: Annotated[Label, Searched("text", 1)]
    count: Annotated[WholeNumber, Field(ge=1)] | None = None
    precision: Annotated[Precision, Rare()] = "exact"
    place: PlaceId | None = None
    as_of: When | None = None
    source: Slug | None = None
    note: Annotated[Text | None, Searched("text", 1), Rare()] = None


@record
class Participation:
    """An organisation and what it does in a practice."""

    org: OrganisationId
    role: OrganisationRole
    contribution: Annotated[tuple[Contribution, ...], Rare()] = ()
    note: Annotated[Text | None, Searched("organisation", 0.8), Rare()] = None


@record
class ProgrammeUse:
    id: ProgrammeId
    measure: Annotated[Label | None, Searched("programme", 1), Rare()] = None
    fund: Annotated[Fund | None, Rare()] = None
    note: Annotated[Text | None, Searched("programme", 1), Rare()] = None


@record
class Period:
    start: Annotated[Date | None, Searched("text", 1)] = None
    end: Annotated[Date | None, Searched("text", 1)] = None
    note: Annotated[Text | None, Searched("text", 0.5), Rare()] = None
    source: Slug | None = None
    disputed: Annotated[StatementDispute | None, Rare()] = None


@record
class KeyDate:
    date: Annotated[When, Searched("text", 1)]
    text: Annotated[Text, Searched("text", 1)]
    place: PlaceId | None = None
    planned: Annotated[Truth, Rare()] = False
    note: Annotated[Text | None, Searched("text", 1), Rare()] = None
    source: Annotated[Slug | None, Rare()] = None


@record
class Component:
    name: Annotated[Label, Searched("text", 1.5)]
    description: Annotated[Text | None, Searched("text", 1.5)] = None
    target: Annotated[Text | None, Searched("text", 1.5)] = None


@record
class Recurrence:
    kind: RecurrenceKind
    note: Annotated[Text | None, Searched("text", 0.5)] = None


@record
class Resources:
    staff: Annotated[Text | None, Searched("text", 1)] = None
    volunteers: Annotated[Text | None, Searched("text", 1)] = None
    premises: Annotated[Text | None, Searched("text", 1)] = None
    tools: Annotated[Text | None, Searched("text", 1)] = None
    skills: Annotated[Text | None, Searched("text", 1)] = None


@record
class Obstacle:
    what: Annotated[Text, Searched("text", 1)]
    how_handled: Annotated[Text | None, Searched("text", 1)] = None
    viewpoint: Label | None = None
    source: Slug | None = None


@record
class PopulationRange:
    min: Annotated[WholeNumber, Field(ge=0)] | None = None
    max: Annotated[WholeNumber, Field(ge=0)] | None = None


@record
class Fits:
    """Which municipalities a practice is for; where it was ``tried``, those it ran in, and of others nobody knows."""

    population: PopulationRange | None = None
    municipality_types: tuple[MunicipalityType, ...] = ()
    tried: Annotated[Truth, Rare()] = False
    source: Annotated[Slug | None, Rare()] = None


@record
class Transfer:
    preconditions: Annotated[Texts | None, Searched("text", 1)] = None
    adaptable: Annotated[Texts | None, Searched("text", 1)] = None
    fixed: Annotated[Texts | None, Searched("text", 1)] = None
    minimum_version: Annotated[Text | None, Searched("text", 1)] = None
    legal_basis: Annotated[Texts | None, Searched("text", 1)] = None
    fits: Fits | None = None
    source: Slug | None = None
    disputed: Annotated[StatementDispute | None, Rare()] = None


@record
class ElementUse:
    """What an adopter has of one of the components of a practice. What it does not list is not known, which is no "no".

    The component is called by its name, which stays one text for translators.
    """

    element: Label
    state: ElementState
    as_of: When | None = None
    source: Slug | None = None


@record
class Adoption:
    """Another place or organisation that took the practice over, or tried to; or many of one kind in one line.

    It was ``confirmed`` when a source by the adopter itself said so.
    """

    state: AdoptionState
    org: OrganisationId | None = None
    place: PlaceId | None = None
    what: Annotated[Label | None, Searched("text", 1), Rare()] = None
    count: Annotated[Annotated[WholeNumber, Field(ge=1)] | None, Rare()] = None
    date: When | None = None
    as_of: Annotated[When | None, Rare()] = None
    changes: Annotated[Text | None, Searched("text", 1), Rare()] = None
    result: Annotated[Text | None, Searched("text", 1), Rare()] = None
    confirmed: When | None = None
    elements: Annotated[tuple[ElementUse, ...], Field(max_length=20), Rare()] = ()
    source: Slug | None = None
    disputed: Annotated[StatementDispute | None, Rare()] = None

    @property
    def when(self) -> When | None:
        """When it was, or for when that is known."""
        return self.date or self.as_of


@record
class Relation:
    type: RelationType
    target: PracticeId
    note: Annotated[Text | None, Searched("text", 0.5)] = None
    source: Slug | None = None


@record
class Event:
    title: Annotated[Label, Searched("text", 1)]
    date: Annotated[When | None, Searched("text", 1)] = None
    place: PlaceId | None = None
    url: Annotated[Url | None, Rare()] = None
    note: Annotated[Text | None, Searched("text", 1), Rare()] = None
    source: Annotated[Slug | None, Rare()] = None


@record
class Rights:
    """On what terms others may use an entry that is not written for this catalogue, and whom they have to name."""

    licence: LicenceId
    attribution: Label | None = None
    permission: Annotated[Text | None, Rare()] = None


@record
class Origin:
    """Where an entry was taken over from: a collection, its id there, its page, and the hash of what was read."""

    namespace: Slug
    id: Label
    url: Url | None = None
    imported: Annotated[CalendarDay | None, Rare()] = None
    hash: Annotated[Slug | None, Rare()] = None


@record
class Consent:
    """What a person agreed to, and until when. The consent itself stays with the office that asked for it."""

    until: CalendarDay
    given_to: Label | None = None
    how: ConsentForm | None = None
    covers: tuple[ConsentScope, ...] = ()


@record
class Contact:
    """Whom to ask: a role. What belongs to a person needs the person's consent; see ``consents.py``."""

    org: OrganisationId | None = None
    unit: Annotated[Label | None, Searched("text", 0.5)] = None
    role: Annotated[Label | None, Searched("text", 0.5)] = None
    email: Email | None = None
    phone: Annotated[Phone | None, Rare()] = None
    address: Annotated[Label | None, Searched("text", 0.1, after="person"), Rare()] = None
    person: Annotated[Label | None, Searched("text", 0.5), Rare()] = None
    consent_until: Annotated[CalendarDay | None, Rare()] = None
    consent: Annotated[Consent | None, Rare()] = None
    shared: Annotated[Truth, Rare()] = False
    source: Annotated[Slug | None, Rare()] = None


@record
class Picture:
    """A picture of a practice; one of people who can be recognised needs their consent."""

    file: PictureFile
    alt: Text
    credit: Label
    licence: Label | None = None
    permission: Annotated[Text | None, Rare()] = None
    people: PeopleInPicture | None = None
    consent: Annotated[Consent | None, Rare()] = None


@record
class Document:
    title: Annotated[Label, Searched("text", 0.5)]
    url: Url | None = None
    type: DocumentType = "document"
    language: Annotated[Language | None, Rare()] = None
    note: Annotated[Text | None, Searched("text", 0.5), Rare()] = None


@record
class Inquiry:
    """That those who run the practice were asked about the entry, and what they said to it.

    Who answered is an institution and a role, no person; ``about`` are the questions of the letter, in their order.
    """

    asked: CalendarDay | None = None
    about: tuple[InquiryTopic, ...] = ()
    answered: CalendarDay | None = None
    answer: InquiryAnswer | None = None
    org: OrganisationId | None = None
    role: Label | None = None
    what: Text | None = None
    source: Slug | None = None


@record
class Editorial:
    state: EditorialState
    created: CalendarDay | None = None
    updated: Annotated[CalendarDay | None, Rare()] = None
    reviewed_on: Annotated[CalendarDay | None, Rare()] = None
    reviewed_by: Annotated[Label | None, Rare()] = None
    review_by: Annotated[CalendarDay | None, Rare()] = None
    questions: tuple[Text, ...] = ()
    reason: Annotated[Text | None, Rare()] = None
    inquiries: Annotated[tuple[Inquiry, ...], Field(max_length=20), Rare()] = ()
    proposals: Annotated[Proposals | None, Rare()] = None


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

    text: Annotated[Lines, Searched("text", 0.3)]
    tested_by: Label
    tested_on: Date | None = None
    written_by: Label | None = None
