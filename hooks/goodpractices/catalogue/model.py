"""What a practice is: a line a field, its type saying what is allowed and what the field is for.

Reading, messages, JSON Schema, the field guide, the form and the exports follow from it. Rules that compare fields
stand in ``rules.py``; what can be computed from an entry is in ``derived.py`` and never typed by an editor.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated

from pydantic import Field

from .choices import (
    AccessCost,
    CriterionState,
    DeliveryMode,
    Lifecycle,
    ParticipationLevel,
    Scope,
)
from .evidence import (
    Claim,
    Evaluation,
    EvidenceLevel,
    Indicator,
    Money,
    Recognition,
    Source,
)
from .fields import (
    ONE_OR_MANY,
    CriterionId,
    KindId,
    Language,
    ShortTitle,
    Slug,
    Story,
    Summary,
    SupportTypeId,
    TargetGroupId,
    Text,
    ThemeId,
    Title,
    When,
    WholeNumber,
    record,
)
from .records import (
    Adoption,
    AgeRange,
    Component,
    Contact,
    Document,
    EasyText,
    Editorial,
    Event,
    KeyDate,
    Obstacle,
    Origin,
    OriginalTitle,
    Participation,
    Period,
    Picture,
    PlaceUse,
    ProgrammeUse,
    Recurrence,
    Relation,
    Resources,
    Rights,
    Sites,
    Transfer,
    TranslatedText,
    TranslationNote,
)
from .uses import Asked, Explained, Searched, Wanted


@record
class Translation:
    """A practice in another language: only what depends on the language."""

    title: Title
    summary: Summary
    translation: Annotated[TranslationNote, Explained("tlumaczenie")]
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

    id: Annotated[Slug, Asked("finish")]
    title: Annotated[Title, Asked("main"), Explained("obowiazkowe"), Searched("title", 5)]
    summary: Annotated[Summary, Asked("main"), Explained("obowiazkowe"), Searched("summary", 2.5)]
    kind: Annotated[KindId, Asked("main"), Explained("obowiazkowe")]
    themes: Annotated[tuple[ThemeId, ...], Field(min_length=1, max_length=5), Asked("main"), Explained("obowiazkowe")]
    places: Annotated[tuple[PlaceUse, ...], Field(min_length=1, max_length=60), Asked("main"), Explained("miejsca")]
    lifecycle: Annotated[Lifecycle, Asked("main", after="themes"), Explained("obowiazkowe"), Searched("term", 0.6)]
    sources: Annotated[tuple[Source, ...], Field(min_length=1, max_length=40), Asked("main"), Explained("zrodla")]
    editorial: Annotated[Editorial, Asked("finish"), Explained("redakcja")]
    lifecycle_as_of: Annotated[When | None, Asked("course", after="period"), Explained("czas")] = None
    lifecycle_source: Annotated[Slug | None, Asked("course", after="lifecycle_as_of"), Explained("czas")] = None
    sites: Annotated[
        tuple[Sites, ...],
        Field(max_length=20),
        Asked("people", more=True),
        Explained("miejsca", after="places"),
    ] = ()
    rights: Annotated[Rights | None, Asked("finish", more=True), Explained("zrodla")] = None
    origin: Annotated[Origin | None, Asked("finish", more=True), Explained("zrodla")] = None
    former_ids: Annotated[
        tuple[Slug, ...], Asked("finish", more=True, after="not_applicable"), Explained("nazwa", after="easy_to_read")
    ] = ()
    short_title: Annotated[ShortTitle | None, Asked("main", more=True), Explained("nazwa"), Searched("title", 4)] = None
    original_title: Annotated[OriginalTitle | None, Asked("main", more=True), Explained("nazwa")] = None
    plain_summary: Annotated[
        Text | None, Asked("main", more=True), Explained("nazwa"), Wanted(14), Searched("summary", 1)
    ] = None
    easy_to_read: Annotated[EasyText | None, Asked("main", more=True), Explained("nazwa")] = None
    target_groups: Annotated[tuple[TargetGroupId, ...], Asked("people"), Explained("dla-kogo"), Wanted(4)] = ()
    age_range: Annotated[AgeRange | None, Asked("people", more=True, after="scope"), Explained("dla-kogo")] = None
    scope: Annotated[
        Scope | None, Asked("people", more=True), Explained("miejsca"), Wanted(23), Searched("term", 0.6)
    ] = None
    period: Annotated[Period | None, Asked("course"), Explained("czas"), Wanted(3)] = None
    key_dates: Annotated[
        tuple[KeyDate, ...],
        Field(max_length=12),
        Asked("course", more=True, after="recurrence"),
        Explained("czas"),
        Wanted(22),
    ] = ()
    organisations: Annotated[
        tuple[Participation, ...], Field(max_length=100), Asked("people"), Explained("miejsca"), Wanted(2)
    ] = ()
    programme: Annotated[ProgrammeUse | None, Asked("course"), Explained("pieniadze"), Wanted(24)] = None
    funding: Annotated[
        tuple[Money, ...], Field(max_length=20), Asked("course"), Explained("pieniadze"), Wanted(10)
    ] = ()
    components: Annotated[
        tuple[Component, ...],
        Field(max_length=20),
        Asked("story", more=True, after="success_factors"),
        Explained("dla-kogo", after="recurrence"),
    ] = ()
    support_types: Annotated[
        tuple[SupportTypeId, ...], Asked("course", after="lifecycle_source"), Explained("dla-kogo"), Wanted(17)
    ] = ()
    delivery_mode: Annotated[
        DeliveryMode | None, Asked("course", more=True), Explained("dla-kogo"), Searched("term", 0.6)
    ] = None
    access_cost: Annotated[
        AccessCost | None,
        Asked("course", after="support_types"),
        Explained("dla-kogo"),
        Wanted(20),
        Searched("term", 0.6),
    ] = None
    recurrence: Annotated[Recurrence | None, Asked("course", more=True), Explained("dla-kogo")] = None
    resources: Annotated[Resources | None, Asked("course", more=True), Explained("powtorzenie"), Wanted(15)] = None
    indicators: Annotated[
        tuple[Indicator, ...], Field(max_length=40), Asked("figures"), Explained("liczby"), Wanted(5)
    ] = ()
    evidence_level: Annotated[EvidenceLevel | None, Asked("figures"), Explained("dowody"), Wanted(6)] = None
    evaluation: Annotated[
        tuple[Evaluation, ...],
        Field(max_length=20),
        ONE_OR_MANY,
        Asked("figures", more=True),
        Explained("dowody"),
        Wanted(21),
    ] = ()
    participation_level: Annotated[
        ParticipationLevel | None, Asked("people", more=True), Explained("dla-kogo", after="age_range")
    ] = None
    recognition: Annotated[tuple[Recognition, ...], Asked("figures", more=True), Explained("dowody")] = ()
    claims: Annotated[tuple[Claim, ...], Asked("figures", more=True), Explained("dowody")] = ()
    obstacles: Annotated[
        tuple[Obstacle, ...],
        Asked("others", more=True, after="transfer"),
        Explained("powtorzenie", after="transfer"),
        Wanted(12, counted=False),
    ] = ()
    transfer: Annotated[Transfer | None, Asked("others", more=True), Explained("powtorzenie"), Wanted(11)] = None
    adoptions: Annotated[tuple[Adoption, ...], Asked("others", more=True), Explained("powtorzenie")] = ()
    relations: Annotated[tuple[Relation, ...], Asked("others", after="transfer_story"), Explained("powiazania")] = ()
    events: Annotated[tuple[Event, ...], Asked("course", more=True), Explained("powiazania")] = ()
    sdg: Annotated[
        tuple[Annotated[WholeNumber, Field(ge=1, le=17)], ...],
        Asked("others", more=True, after="media"),
        Explained("powtorzenie", after="criteria"),
        Wanted(25, after="contacts"),
    ] = ()
    criteria: Annotated[
        Mapping[CriterionId, CriterionState], Asked("others", more=True, after="sdg"), Explained("powtorzenie")
    ] = field(default_factory=dict)
    contacts: Annotated[tuple[Contact, ...], Asked("people"), Explained("kontakt"), Wanted(9)] = ()
    media: Annotated[tuple[Picture, ...], Asked("others", more=True), Explained("zdjecia")] = ()
    documents: Annotated[
        tuple[Document, ...], Asked("others", more=True, after="adoptions"), Explained("powiazania")
    ] = ()
    not_applicable: Annotated[Mapping[Slug, Text], Asked("finish", more=True), Explained("nie-dotyczy")] = field(
        default_factory=dict
    )
    challenge: Annotated[Story | None, Asked("story"), Wanted(8)] = None
    goals: Annotated[Story | None, Asked("story"), Wanted(18)] = None
    solution: Annotated[Story | None, Asked("story"), Wanted(1)] = None
    steps: Annotated[Story | None, Asked("story", more=True), Wanted(13)] = None
    outcomes: Annotated[Story | None, Asked("story"), Wanted(7)] = None
    beneficiary_view: Annotated[Story | None, Asked("story", more=True), Wanted(19)] = None
    success_factors: Annotated[Story | None, Asked("story", more=True), Wanted(16)] = None
    transfer_story: Annotated[Story | None, Asked("others")] = None
    translations: Annotated[Mapping[Language, Translation], Explained("tlumaczenie")] = field(default_factory=dict)

    @property
    def has_ended(self) -> bool:
        """Whether it came to its end or was given up, so that of it people speak in the past."""
        return self.lifecycle in ("ended", "abandoned")
