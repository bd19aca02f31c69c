"""How well the effect of a practice is known: five stairs, the present one with its reason."""

from dataclasses import dataclass

from ....catalogue import Practice
from ....wording import Translations

_LEVELS = range(5)
# So many stairs above the present one say what is lacking.
_AHEAD = 2
# So many letters of who judged it fit over the two lowest stairs.
_ROOM = 30


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
    """Whether who judged it fits over the two lowest stairs, where nothing but their names stands."""


def ladder_block(practice: Practice, t: Translations) -> Ladder | None:
    """The stairs; none where nobody has judged the practice."""
    evidence = practice.evidence_level
    if evidence is None:
        return None
    texts = {evidence.value: evidence.reason}
    texts |= {level: t(f"ladder.{level}") for level in _LEVELS if 0 < level - evidence.value <= _AHEAD}
    names = ((level, t.choice("evidence_level", level)) for level in _LEVELS)
    stairs = tuple(Stair(name, texts.get(level, ""), level == evidence.value) for level, name in names)
    has_room = len(evidence.assessor or "") <= _ROOM and not any(stair.text for stair in stairs[:2])
    return Ladder(stairs, evidence.assessor, has_room)
