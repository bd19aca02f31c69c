"""In which order the form asks: a few steps, the first with everything that has to be there.

Which step asks for a field stands beside the field in the model.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ...catalogue import Asked, Practice, uses

# The steps in their order, each with the records a registry may lack that can be added there.
_STEPS: Mapping[str, tuple[str, ...]] = {
    "main": ("places", "terms"),
    "people": ("organisations",),
    "story": (),
    "course": ("programmes",),
    "figures": (),
    "others": (),
    "finish": (),
}
_ASKED = uses(Practice, Asked)


@dataclass(frozen=True, slots=True)
class Step:
    """One screen; ``more`` are fields that few entries need, ``added`` records a registry may lack."""

    name: str
    fields: tuple[str, ...]
    more: tuple[str, ...]
    added: tuple[str, ...]


def _step(name: str, added: tuple[str, ...]) -> Step:
    asked = {field: each.more for field, each in _ASKED.items() if each.step == name}
    fields = tuple(field for field, more in asked.items() if not more)
    return Step(name, fields, tuple(field for field, more in asked.items() if more), added)


STEPS = tuple(_step(name, added) for name, added in _STEPS.items())
