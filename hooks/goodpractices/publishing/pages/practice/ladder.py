"""How well the effect of a practice is known: five stairs, the present one with its reason."""

from dataclasses import dataclass

from ....catalogue import Practice
from ....wording import Translations

_LEVELS = range(5)
# So many stairs above the present one say what is lacking.
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Stair:
    """One level of evidence."""

    name: str
    text: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Ladder:
    """What ``parts/ladder.html`` prints."""

    stairs: tuple[Stair, ...]
    assessor: str | None
    has_room: bool
    """Whether nothing but names stands over its two lowest stairs."""


def ladder_block(practice: Practice, t: Translations) -> Ladder | None:
    """The stairs; none where nobody has judged the practice."""
    evidence = practice.evidence_level
    if evidence is None:
        return None
    texts = {evidence.value: evidence.reason}
    texts |= {level: t(f"ladder.{level}") for level in _LEVELS if 0 < level - evidence.value <= _AHEAD}
    names = ((level, t.choice("evidence_level", level)) for level in _LEVELS)
    stairs = tuple(Stair(name, texts.get(level, ""), level == evidence.value) for level, name in names)
    return Ladder(stairs, evidence.assessor, has_room=not any(stair.text for stair in stairs[:2]))
