"""A few of many that show all there is to see."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

T = TypeVar("T", bound=Hashable)
M = TypeVar("M", bound=Hashable)


def covering(marks: Mapping[T, set[M]]) -> list[T]:
    """Those of which some has every mark that any has; each adds most to the marks of those before it.

    Of those that add as many, the first is taken.

    >>> covering({"a": {1}, "b": {1, 2}, "c": {2, 3}, "d": {3}})
    ['b', 'c']
    """
    left = dict(marks)
    chosen: list[T] = []
    seen: set[M] = set()
    while left:
        most = max(left, key=lambda each: len(left[each] - seen))
        if not left[most] - seen:
            break
        chosen.append(most)
        seen |= left.pop(most)
    return chosen
