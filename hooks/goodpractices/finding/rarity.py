"""How rare a feature or a word is, in steps: so that one edited or added practice does not move the weights of all.

A step is wide enough that a catalogue grows by a quarter before everyone's weights change, and narrow enough that a
reader sees no difference.
"""

from math import log

_STEPS = 4  # for each unit of the natural logarithm


def rarity(holders: int, practices: int) -> float:
    """How much it tells that only so many of the practices have something: 0 for all, more for few, in quarters."""
    return (_step(practices + 1) - _step(holders)) / _STEPS


def _step(number: int) -> int:
    """The step of a number, never lower for a higher one."""
    return round(_STEPS * log(number))
