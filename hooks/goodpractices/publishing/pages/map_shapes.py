"""The outline of a marker on the map: each family of themes has one, so that colour is not all that tells them apart.

The same outlines stand in ``map.css`` for the legend and the list.
"""

from collections.abc import Callable, Mapping

from ...finding import Box

_CUT = 6.0
_ROUND = 12.0

Corners = Callable[[float, float, float, float], str]
"""The data of an SVG path, from the left, top, right and bottom edge of a box."""


def badge(family: str, box: Box) -> str:
    """The outline of a marker that fills a box, as the data of an SVG path; round for what has no family."""
    return _SHAPES.get(family, _pill)(box.left, box.top, box.right, box.bottom)


def _pill(left: float, top: float, right: float, bottom: float) -> str:
    arc = f"A{_pair(_ROUND, _ROUND)} 0 0 1 "
    first, last = left + _ROUND, right - _ROUND
    return f"{_at(first, top)}H{_units(last)}{arc}{_pair(last, bottom)}H{_units(first)}{arc}{_pair(first, top)}z"


def _leaf(left: float, top: float, right: float, bottom: float) -> str:
    return (
        f"{_at(left, bottom)}V{_units(top + _ROUND)}Q{_pair(left, top)} {_pair(left + _ROUND, top)}"
        f"H{_units(right)}V{_units(bottom - _ROUND)}Q{_pair(right, bottom)} {_pair(right - _ROUND, bottom)}z"
    )


def _square(left: float, top: float, right: float, bottom: float) -> str:
    return _polygon((left, top), (right, top), (right, bottom), (left, bottom))


def _house(left: float, top: float, right: float, bottom: float) -> str:
    eaves = top + _CUT
    return _polygon((left, eaves), ((left + right) / 2, top), (right, eaves), (right, bottom), (left, bottom))


def _shield(left: float, top: float, right: float, bottom: float) -> str:
    edge = bottom - _CUT
    return _polygon((left, top), (right, top), (right, edge), ((left + right) / 2, bottom), (left, edge))


def _arrow(left: float, top: float, right: float, bottom: float) -> str:
    middle = (top + bottom) / 2
    return _polygon((left, top), (right - _CUT, top), (right, middle), (right - _CUT, bottom), (left, bottom))


def _hexagon(left: float, top: float, right: float, bottom: float) -> str:
    middle = (top + bottom) / 2
    upper, lower = [(left + _CUT, top), (right - _CUT, top)], [(right - _CUT, bottom), (left + _CUT, bottom)]
    return _polygon(*upper, (right, middle), *lower, (left, middle))


def _slanted(left: float, top: float, right: float, bottom: float) -> str:
    return _polygon((left + _CUT, top), (right, top), (right - _CUT, bottom), (left, bottom))


_SHAPES: Mapping[str, Corners] = {
    "labour": _square,
    "housing": _house,
    "youth": _leaf,
    "migration": _arrow,
    "care": _shield,
    "community": _hexagon,
    "governance": _slanted,
}


def _polygon(first: tuple[float, float], *others: tuple[float, float]) -> str:
    return f"{_at(*first)}L{' '.join(_pair(*each) for each in others)}z"


def _at(x: float, y: float) -> str:
    return f"M{_pair(x, y)}"


def _pair(x: float, y: float) -> str:
    return f"{_units(x)},{_units(y)}"


def _units(value: float) -> str:
    return f"{round(value, 1):g}"
