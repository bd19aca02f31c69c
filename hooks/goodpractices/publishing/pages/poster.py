"""A picture made of facts for a practice without one: the land around its place, in the colour of its family."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ...catalogue import Place, Practice
from ...finding import View, border_path, land_path, load_outline, view_of

TILE = 128, 128
BANNER = 384, 216
"""Width and height in units of the drawing: beside a row of a list, and at the head of a page."""

# Kilometres across, the nearest first: a coast or a border tells where a place is, a field of one colour does not.
_WIDTHS = 120, 300, 640
_FINENESS = 0.7
# A sheet that is land from edge to edge has so many corners.
_CORNERS = 5
_MOST_KEPT = 2048


@dataclass(frozen=True, slots=True)
class Poster:
    """The drawing; the place lies in its middle."""

    width: int
    height: int
    land: str
    borders: str


def poster(practice: Practice, places: Mapping[str, Place], size: tuple[int, int]) -> Poster | None:
    """The poster of a practice: around where it works, else around where it was shown or hosted.

    Nothing where no place has a point that the outline of Europe holds.
    """
    ranked = sorted(practice.places, key=lambda use: use.role != "implemented")
    known = (places[use.place] for use in ranked)
    points = ((place.lon, place.lat) for place in known if _is_drawn(place))
    point = next(points, None)
    return None if point is None or point[0] is None or point[1] is None else _around(point[0], point[1], size)


def _is_drawn(place: Place) -> bool:
    return place.lon is not None and place.lat is not None and load_outline().holds(place.lon, place.lat)


@lru_cache(_MOST_KEPT)
def _around(longitude: float, latitude: float, size: tuple[int, int]) -> Poster:
    outline, (width, height) = load_outline(), size
    for across in _WIDTHS:
        view = _view(longitude, latitude, size, across)
        land, borders = land_path(outline, view, _FINENESS), border_path(outline, view, _FINENESS)
        if borders or land.count(",") > _CORNERS:
            break
    return Poster(width, height, land, borders)


def _view(longitude: float, latitude: float, size: tuple[int, int], across: float) -> View:
    width, height = size
    return view_of([(longitude, latitude)], width, (height, height), 0, least_km=across)
