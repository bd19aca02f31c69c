"""Which records a practice refers to: every id in it, wherever the model has a field for one."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from .model import Practice
from .shapes import Shape, record_shape

Reference = tuple[str, str]
"""Where a record is kept (``places``, ``themes``) and its id."""

_Way = tuple[tuple[str, ...], str]
"""The fields that lead to ids, and where their records are kept."""


def references(practice: Practice) -> frozenset[Reference]:
    """The records that a practice refers to in its fields, other practices among them."""
    given = ((getattr(practice, field), way, kind) for field, way, kind in _ways())
    return frozenset((kind, each) for value, way, kind in given if value for each in _ids(value, way))


@cache
def _ways() -> tuple[tuple[str, tuple[str, ...], str], ...]:
    """The ways from a practice to ids, each as its first field and what follows."""
    return tuple((way[0], way[1:], kind) for way, kind in _ways_in(record_shape(Practice), ()))


def _ways_in(shape: Shape, way: tuple[str, ...]) -> Iterator[_Way]:
    match shape["kind"]:
        case "ref":
            yield way, shape["to"]
        case "list":
            yield from _ways_in(shape["of"], way)
        case "map":
            yield from _ways_in(shape["keys"], way)
        case "record":
            for name, field in shape["fields"].items():
                yield from _ways_in(field, (*way, name))


def _ids(value: Any, way: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, tuple | Mapping) and value:
        for each in value:
            yield from _ids(each, way)
    elif way and value:
        yield from _ids(getattr(value, way[0]), way[1:])
    elif value:
        yield value
