"""Which records a practice refers to: every id in it, wherever the model has a field for one."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from .model import Practice
from .shapes import Shape, record_shape

Reference = tuple[str, str]
"""Where a record is kept (``places``, ``themes``) and its id."""

_Way = tuple[tuple[str, ...], str]
"""The fields that lead from a practice to ids, and where their records are kept."""


def references(practice: Practice) -> frozenset[Reference]:
    """The records that a practice refers to in its fields, other practices among them."""
    return frozenset((kind, each) for way, kind in _ways() for each in _ids(practice, way))


@cache
def _ways() -> tuple[_Way, ...]:
    return tuple(_ways_in(record_shape(Practice), ()))


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
