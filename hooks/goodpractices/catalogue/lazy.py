"""A practice whose fields are worked out when they are first read, for the many that nobody reads in full."""

from collections.abc import Callable
from copyreg import __newobj__  # type: ignore[attr-defined]  # how pickle names "make one without its values"
from dataclasses import fields
from typing import Any

from .model import Practice

_FIELDS = frozenset(field.name for field in fields(Practice))


def lazy_practice(make: Callable[[str], Any]) -> Practice:
    """A practice that asks for each of its fields at the first access and keeps what it is given.

    It equals any practice with the same fields. What ``copy``, ``dataclasses.replace`` and ``pickle`` make of it is a
    plain practice, for which every field is asked for.

    Args:
        make: gives the value of the field of a name. Nothing checks it, so it must be as reading an entry would make
            it, and the same whenever it is asked for. An ``AttributeError`` in it would look like a missing field.
    """
    practice = object.__new__(_LazyPractice)
    object.__setattr__(practice, "_make", make)
    return practice


def maker_of(practice: Practice) -> Callable[[str], Any] | None:
    """What gives the fields of a lazy practice; ``None`` of a plain one."""
    return practice._make if type(practice) is _LazyPractice else None


class _LazyPractice(Practice):
    """Its slots are empty at first, and Python asks ``__getattr__`` for what is not in them."""

    __slots__ = ("_make",)

    _make: Callable[[str], Any]

    # Whoever compares or replaces asks for the class in this way, and shall compare with and make a plain practice.
    @property  # type: ignore[misc]  # mypy knows it as an attribute that can be set
    def __class__(self) -> type[Practice]:  # type: ignore[override]
        return Practice

    def __getattr__(self, name: str) -> Any:
        if name not in _FIELDS:
            raise AttributeError(f"{Practice.__name__!r} has no field {name!r}", name=name, obj=self)
        value = self._make(name)
        object.__setattr__(self, name, value)
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        return __newobj__, (Practice,), self.__getstate__()
