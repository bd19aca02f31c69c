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
# A unit is less than a pixel of a screen wherever a poster is shown.
_FINENESS = 1
# A sheet that is land from edge to edge has so many corners.
_CORNERS = 5
_MOST_KEPT = 2048


@dataclass(frozen=True, slots=True)
class Poster:
    """The drawing; the place with this id lies in its middle."""

    place: str
    width: int
    height: int
    land: str
    borders: str


def poster(practice: Practice, places: Mapping[str, Place], size: tuple[int, int]) -> Poster | None:
    """The poster of a practice: around where it works, else around where it was shown or hosted.

    Nothing where no place has a point that the outline of Europe holds.
    """
    ranked = sorted(practice.places, key=lambda use: use.role != "implemented")
    return next((drawn for use in ranked if (drawn := _at(places[use.place], size))), None)


def _at(place: Place, size: tuple[int, int]) -> Poster | None:
    if place.lon is None or place.lat is None or not load_outline().holds(place.lon, place.lat):
        return None
    return Poster(place.id, *size, *_around(place.lon, place.lat, size))


@lru_cache(_MOST_KEPT)
def _around(longitude: float, latitude: float, size: tuple[int, int]) -> tuple[str, str]:
    """The land and the borders around a point."""
    outline = load_outline()
    for across in _WIDTHS:
        view = _view(longitude, latitude, size, across)
        land, borders = land_path(outline, view, _FINENESS), border_path(outline, view, _FINENESS)
        if borders or land.count(",") > _CORNERS:
            break
    return land, borders


def _view(longitude: float, latitude: float, size: tuple[int, int], across: float) -> View:
    width, height = size
    return view_of([(longitude, latitude)], width, (height, height), 0, least_km=across)
