"""In which order the form asks: a few steps, the first with everything that has to be there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One screen; ``more`` are fields that few entries need, ``added`` records a registry may lack."""

    name: str
    fields: tuple[str, ...]
    more: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


STEPS = (
    Step(
        "main",
        ("title", "summary", "kind", "themes", "lifecycle", "places", "sources"),
        more=("short_title", "original_title", "plain_summary", "easy_to_read"),
        added=("places",),
    ),
    Step(
        "people",
        ("target_groups", "organisations", "contacts"),
        more=("scope", "age_range", "participation_level"),
        added=("organisations",),
    ),
    Step(
        "story",
        ("challenge", "goals", "solution", "outcomes"),
        more=("steps", "beneficiary_view", "success_factors", "components"),
    ),
    Step(
        "course",
        ("period", "support_types", "access_cost", "programme", "funding"),
        more=("delivery_mode", "recurrence", "key_dates", "resources", "events"),
    ),
    Step(
        "figures",
        ("indicators", "evidence_level"),
        more=("evaluation", "recognition", "claims"),
    ),
    Step(
        "others",
        ("transfer_story", "relations"),
        more=("transfer", "obstacles", "adoptions", "documents", "media", "sdg", "criteria"),
    ),
    Step("finish", ("id", "editorial"), more=("not_applicable", "former_ids")),
)

RARE = {
    "sources": ("file", "published", "retrieved", "archive_url", "note"),
    "organisations": ("contribution", "note"),
    "contacts": ("phone", "address", "person", "consent_until", "source"),
    "period": ("note",),
    "programme": ("measure", "fund", "note"),
    "funding": ("precision", "period", "programme", "funder", "planned", "note"),
    "key_dates": ("planned", "note", "source"),
    "indicators": ("min", "max", "precision", "as_of", "method", "note"),
    "evidence_level": ("assessor",),
    "recognition": ("rank", "note"),
    "adoptions": ("changes", "result"),
    "events": ("url", "note", "source"),
    "documents": ("language", "note"),
    "editorial": ("updated", "reviewed_on", "reviewed_by", "review_by", "reason"),
}
"""Of some records, what few entries say; it stands behind a word, so that the rest is seen at once."""

NOT_ASKED = ("translations",)
"""Fields that have files of their own."""
