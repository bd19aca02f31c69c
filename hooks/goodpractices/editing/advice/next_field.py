"""The next best field to fill: of the empty ones, that which helps a reader most."""

from collections.abc import Iterator

from ...catalogue import Practice, Problem

# In this order: first what lets a reader understand the practice and judge it, then what it takes to repeat it, then
# the rest of a full description. What catalogues lack most are conditions, obstacles and people to ask.
NEXT_FIELDS = (
    "solution",
    "organisations",
    "period",
    "target_groups",
    "indicators",
    "evidence_level",
    "outcomes",
    "challenge",
    "contacts",
    "funding",
    "transfer",
    "obstacles",
    "steps",
    "plain_summary",
    "resources",
    "success_factors",
    "support_types",
    "goals",
    "beneficiary_view",
    "access_cost",
    "evaluation",
    "key_dates",
    "scope",
    "programme",
    "sdg",
)


def next_field(practice: Practice) -> Iterator[Problem]:
    """One hint for an entry that lacks any of them and does not declare it not applicable."""
    for name in NEXT_FIELDS:
        if name not in practice.not_applicable and not getattr(practice, name):
            yield Problem("next_field", (name,), severity="hint")
            return
