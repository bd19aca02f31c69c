"""What to say of what two practices have in common: little, the strongest first, and nothing that is no reason."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from .similarity import Feature

# A word in common is half as good a reason as a term, a place or a name, and alone it is none.
_THING = {"words": 0.5}
_LEAST_THINGS = 2

_PARTS = 2
_NAMES = 2
_WORDS = 3
# What adds less than this to the strongest thing in common is not worth telling beside it.
_WORTH_TELLING = 0.2


@dataclass(frozen=True, slots=True)
class Shared:
    """What two practices have in common of one kind, the strongest first.

    ``dimension`` is one of ``finding.DIMENSIONS`` with ids in it; one of these after ``wider_``, with ids of what lies
    above; or ``words``, with the words themselves.
    """

    dimension: str
    ids: tuple[str, ...]


def worth_showing(in_common: Mapping[Feature, float]) -> tuple[Shared, ...]:
    """What to say of what is in common; nothing where it is too little."""
    by_dimension: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (dimension, identifier), value in in_common.items():
        # Nothing is called alike for being, say, a project.
        if value > 0 and dimension != "kinds":
            by_dimension[dimension].append((-value, identifier))
    if len(by_dimension.get("words", ())) == 1:
        del by_dimension["words"]
    plain = [name for name in by_dimension if not name.startswith("wider_")]
    if sum(_THING.get(name, 1.0) * len(by_dimension[name]) for name in plain) < _LEAST_THINGS:
        return ()
    strengths = {name: -sum(sorted(value for value, _ in found)) for name, found in by_dimension.items()}
    order = sorted(by_dimension, key=lambda name: (-strengths[name], name))
    shown: list[Shared] = []
    said = set[str]()
    for dimension in order:
        if len(shown) == _PARTS or strengths[dimension] < _WORTH_TELLING * strengths[order[0]]:
            break
        # A metropolis may be both a place and an organisation, of one id and name; once is enough.
        ids = _strongest([each for each in sorted(by_dimension[dimension]) if each[1] not in said], dimension)
        if ids:
            shown.append(Shared(dimension, ids))
            said.update(ids)
    return tuple(shown)


def _strongest(found: list[tuple[float, str]], dimension: str) -> tuple[str, ...]:
    most = _WORDS if dimension == "words" else _NAMES
    return tuple(each for value, each in found[:most] if value <= _WORTH_TELLING * found[0][0])
