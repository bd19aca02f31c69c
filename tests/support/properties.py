"""How many examples a property is tried on whose every example takes a while."""

from hypothesis import settings

_WITH_EACH_CHANGE = 12
_MANY = 1000


def dear_examples() -> settings:
    """A dozen examples with each change, where a hundredth of a second for each would add up.

    A profile that has time for a thousand, as that of the night, draws all of them here as well.
    """
    loaded = settings().max_examples
    return settings(max_examples=loaded if loaded >= _MANY else min(loaded, _WITH_EACH_CHANGE), deadline=None)


DEAR = dear_examples()
