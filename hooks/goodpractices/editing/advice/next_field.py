"""The next best field to fill: of the empty ones, that which helps a reader most."""

from collections.abc import Iterator

from ...catalogue import Practice, Problem, Wanted, uses

_WANTED = uses(Practice, Wanted)
# First what lets a reader understand the practice and judge it, then what it takes to repeat it, then the rest of a
# full description. What catalogues lack most are conditions, obstacles and people to ask.
NEXT_FIELDS = tuple(sorted(_WANTED, key=lambda name: _WANTED[name].rank))


def next_field(practice: Practice) -> Iterator[Problem]:
    """One hint for an entry that lacks any of them and does not declare it not applicable."""
    for name in NEXT_FIELDS:
        if name not in practice.not_applicable and not getattr(practice, name):
            yield Problem("next_field", (name,), severity="hint")
            return
