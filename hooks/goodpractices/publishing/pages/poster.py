"""A picture made of facts for a practice without one: the land around its place, in the colour of its family."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ...catalogue import Cache, Place, Practice, spread
from ...finding import (
    View,
    border_path,
    country_path,
    country_view,
    land_path,
    load_countries,
    load_outline,
    view_of,
)

TILE = 72, 72
BANNER = 384, 216
"""Width and height in units of the drawing: beside a row of a list, and at the head of a page."""

# Where a point stands, as parts of the width and the height: a banner has its figure in the lower left corner.
_SPOTS = {TILE: (0.5, 0.5), BANNER: (0.7, 0.36)}
# Kilometres across, the nearest first: a coast or a border tells where a place is, a field of one colour does not.
_WIDTHS = 120, 300, 640
# A unit is about a pixel of a screen where a poster is shown; the coasts of a whole country have many turns.
_FINENESS, _FINENESS_OF_A_COUNTRY = 1.3, 2.5
# Of the mark of the place, and of the light around it.
_RADII = {TILE: ("2.5", "6"), BANNER: ("4.5", "11")}
# A sheet that is land from edge to edge has so many corners.
_CORNERS = 5
# A border with fewer only cuts a corner off the sheet.
_TURNS = 6
_MOST_KEPT = 2048
_ROOM_AROUND_A_COUNTRY = 0.08
"""At its nearest edges, as a part of the height."""
_AT_ONCE = 20  # drawings that a process makes before it asks for more of them
_PATH = re.compile(r"[Mlz0-9 ,.-]*")

Drawing = tuple[str, str, str]
"""The land, its borders, and the country if one is drawn, as data of SVG paths."""


@dataclass(frozen=True, slots=True)
class Poster:
    """The drawing of the place with this id, which lies at ``spot``, or is the country that is drawn."""

    place: str
    width: int
    height: int
    land: str
    borders: str
    country: str = ""

    @property
    def spot(self) -> tuple[int, int]:
        """To the right of the left edge and down from the upper one."""
        across, down = _SPOTS[self.width, self.height]
        return round(across * self.width), round(down * self.height)

    @property
    def radii(self) -> tuple[str, str]:
        """Of the mark at the spot and of the light around it, in units of the drawing."""
        return _RADII[self.width, self.height]


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a drawing follows from: a country, or a point where none is named."""

    size: tuple[int, int]
    country: str
    longitude: float = 0.0
    latitude: float = 0.0

    def drawn(self) -> Drawing:
        return _of_country(self.country, self.size) if self.country else _around(self)


_drawings: dict[_Scene, Drawing] = {}
"""Those made so far: many practices share a place, and each is shown on several pages."""


def poster(practice: Practice, places: Mapping[str, Place], size: tuple[int, int]) -> Poster | None:
    """The poster of a practice: where it works, else where it was shown or hosted, a town rather than a country.

    Nothing where no place is a country of Europe or has a point that the outline of Europe holds.
    """
    found = _scene_of(practice, places, size)
    return Poster(found[0].id, *size, *_drawing(found[1])) if found else None


def draw_ahead(practices: Iterable[Practice], places: Mapping[str, Place], cache: Cache, code: str) -> None:
    """Draw what the posters of some practices show, for the processes that will show it; each would draw it anew.

    Args:
        practices: those that may be shown.
        places: the registry.
        cache: what earlier builds drew.
        code: the hash of the code and of the outlines.
    """
    found = (_scene_of(practice, places, size) for practice in practices for size in _SPOTS)
    by_key = {f"{code} {scene}": scene for _, scene in filter(None, found)}

    def drawings_of(keys: Sequence[str]) -> list[Drawing]:
        return [by_key[key].drawn() for key in keys]

    def drawn(keys: Sequence[str]) -> list[Drawing]:
        return [each for some in spread(drawings_of, keys, _AT_ONCE) for each in some]

    for key, drawing in cache.known("posters", [*by_key], drawn, _is_drawing).items():
        _keep(by_key[key], drawing)


def _scene_of(practice: Practice, places: Mapping[str, Place], size: tuple[int, int]) -> tuple[Place, _Scene] | None:
    """The place whose poster a practice has, and what is drawn of it."""
    uses = sorted(practice.places, key=lambda use: (use.role != "implemented", places[use.place].level == "country"))
    return next(((places[use.place], scene) for use in uses if (scene := _scene(places[use.place], size))), None)


def _scene(place: Place, size: tuple[int, int]) -> _Scene | None:
    if place.level == "country" and place.country in load_countries():
        return _Scene(size, place.country)
    if place.lon is None or place.lat is None or not load_outline().holds(place.lon, place.lat):
        return None
    return _Scene(size, "", place.lon, place.lat)


def _drawing(scene: _Scene) -> Drawing:
    return _drawings[scene] if scene in _drawings else _keep(scene, scene.drawn())


def _keep(scene: _Scene, drawing: Sequence[str]) -> Drawing:
    if len(_drawings) >= _MOST_KEPT:
        _drawings.clear()
    land, borders, country = drawing
    _drawings[scene] = land, borders, country
    return _drawings[scene]


def _is_drawing(kept: object) -> bool:
    return isinstance(kept, list | tuple) and [*map(type, kept)] == [str] * 3 and all(map(_PATH.fullmatch, kept))


def _of_country(country: str, size: tuple[int, int]) -> Drawing:
    """The land and the borders around a country, and the country itself."""
    width, height = size
    view, outline = country_view(country, width, height, _ROOM_AROUND_A_COUNTRY * height), load_outline()
    return (
        land_path(outline, view, _FINENESS_OF_A_COUNTRY),
        border_path(outline, view, _FINENESS_OF_A_COUNTRY),
        country_path(country, view, _FINENESS_OF_A_COUNTRY),
    )


def _around(scene: _Scene) -> Drawing:
    """The land and the borders around a point."""
    outline = load_outline()
    for across in _WIDTHS:
        view = _view(scene.longitude, scene.latitude, scene.size, across)
        land, borders = land_path(outline, view, _FINENESS), border_path(outline, view, _FINENESS)
        if borders.count(",") >= _TURNS or land.count(",") > _CORNERS:
            break
    return land, borders, ""


def _view(longitude: float, latitude: float, size: tuple[int, int], across: float) -> View:
    (width, height), (to_right, down) = size, _SPOTS[size]
    view = view_of([(longitude, latitude)], width, (height, height), 0, least_km=across)
    return replace(view, middle=((0.5 - to_right) * width / view.scale, (down - 0.5) * height / view.scale))
