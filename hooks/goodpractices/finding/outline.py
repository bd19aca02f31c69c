"""The outlines of the land and of countries: read once, projected and made simpler for each map that is drawn."""

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import Path

from .geometry import EARTH_RADIUS, Point, Window, clipped_line, clipped_ring, projected, projection, simplified

_FILE = Path(__file__).parent / "outline.json"
_COUNTRIES = Path(__file__).parent / "countries.json"

# Maps of one neighbourhood share what is cut out of the outline for them: so many degrees to a square.
_SQUARE = 5
_LEADING_NOUGHT = re.compile(r"^(-?)0\.")
# What is smaller than this part of the largest piece of a country does not make its map wider.
_NEGLIGIBLE = 0.1
# How far the outline runs on beyond the edge of a map, so that the cut itself is never seen, in units of the drawing.
_MARGIN = 6


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """Land as closed rings and borders as open lines, in degrees; told apart as objects, for it has many points."""

    window: Window
    land: tuple[tuple[Point, ...], ...]
    borders: tuple[tuple[Point, ...], ...]

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a point lies where the outline is drawn."""
        west, south, east, north = self.window
        return west < longitude < east and south < latitude < north


@dataclass(frozen=True, slots=True)
class View:
    """A sheet of paper and what of the Earth is on it; ``scale`` is units of the drawing to a kilometre."""

    width: float
    height: float
    centre: Point
    scale: float
    middle: Point

    def on_paper(self, longitude: float, latitude: float) -> Point:
        """Where a place is drawn: units to the right of the left edge and down from the upper one."""
        return self.placing()(longitude, latitude)

    def placing(self) -> Callable[[float, float], Point]:
        """The same for many places."""
        project, scale, (middle_x, middle_y) = projection(self.centre), self.scale, self.middle
        across, down = self.width / 2, self.height / 2

        def place(longitude: float, latitude: float) -> Point:
            x, y = project(longitude, latitude)
            return across + (x - middle_x) * scale, down - (y - middle_y) * scale

        return place

    def degrees(self) -> Window:
        """A window of the globe that holds all that is on the paper, and some more around it."""
        reach = 1.1 * (math.hypot(self.width, self.height) / 2 + _MARGIN) / self.scale + math.hypot(*self.middle)
        latitudes = math.degrees(reach / EARTH_RADIUS)
        south, north = max(self.centre[1] - latitudes, -89.0), min(self.centre[1] + latitudes, 89.0)
        longitudes = latitudes / math.cos(math.radians(max(abs(south), abs(north))))
        return self.centre[0] - longitudes, south, self.centre[0] + longitudes, north


def view_of(
    places: Sequence[Point], width: float, heights: tuple[float, float], padding: float, least_km: float = 0
) -> View:
    """A view that holds all the places with some room around them.

    Args:
        places: at least one, as longitude and latitude.
        width: of the drawing.
        heights: least and greatest height of the drawing.
        padding: room around the outermost places, in units of the drawing.
        least_km: the view is at least this wide.
    """
    west, east = min(x for x, _ in places), max(x for x, _ in places)
    south, north = min(y for _, y in places), max(y for _, y in places)
    centre = (west + east) / 2, (south + north) / 2
    points = [projected(*place, centre) for place in places]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, high = min(y for _, y in points), max(y for _, y in points)
    scale = (width - 2 * padding) / max(right - left, least_km * (width - 2 * padding) / width, 1.0)
    scale = min(scale, (heights[1] - 2 * padding) / max(high - low, 1.0))
    height = min(max((high - low) * scale + 2 * padding, heights[0]), heights[1])
    return View(width, round(height), centre, scale, ((left + right) / 2, (low + high) / 2))


@lru_cache(maxsize=1)
def load_outline() -> Outline:
    """The outline of Europe; where it comes from is told beside its file."""
    content = json.loads(_FILE.read_text(encoding="utf-8"))
    west, south, east, north = content["window"]
    return Outline(
        (west, south, east, north),
        tuple(_points(ring, content["steps"]) for ring in content["land"]),
        tuple(_points(line, content["steps"]) for line in content["borders"]),
    )


@lru_cache(maxsize=1)
def load_countries() -> Mapping[str, tuple[tuple[Point, ...], ...]]:
    """The closed rings of each country of Europe, in degrees, the largest first; by its two letters of ISO 3166-1."""
    content = json.loads(_COUNTRIES.read_text(encoding="utf-8"))
    steps = content.pop("steps")
    return {code: tuple(_points(ring, steps) for ring in rings) for code, rings in content.items()}


def country_view(country: str, width: float, height: float, padding: float) -> View:
    """A view that holds a country, except for islands far smaller than its largest part, with some room around it.

    Of a country that reaches so far north that the paper would show more than the outline of Europe holds, only the
    southern part is on it.

    Raises:
        KeyError: no outline of this country is known.
    """
    rings = load_countries()[country]
    points = [point for ring in rings if _area(ring) >= _NEGLIGIBLE * _area(rings[0]) for point in ring]
    north, south = max(y for _, y in points), min(y for _, y in points)
    for cut in range(int(north - south)):
        southern = [(x, y) for x, y in points if y <= north - cut]
        view = view_of(southern, width, (height, height), padding)
        if _holds(load_outline().window, view.degrees()):
            return view
    return view_of(points, width, (height, height), padding)


def _holds(outer: Window, inner: Window) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


@lru_cache(maxsize=64)
def country_path(country: str, view: View, fineness: float) -> str:
    """A country in a view as the data of one SVG path, simplified and kept as the land is.

    Raises:
        KeyError: no outline of this country is known.
    """
    return _rings_path([list(ring) for ring in load_countries()[country]], view, fineness)


@lru_cache(maxsize=32)
def land_path(outline: Outline, view: View, fineness: float) -> str:
    """The land of a view as the data of one SVG path, to be filled by the even-odd rule.

    Kept, since a site served while editing draws the same land at each rebuild.

    Args:
        outline: the land.
        view: the paper.
        fineness: how far a simpler line may stray, in units of the drawing; much smaller islands are left out.
    """
    return _rings_path(_land_near(outline, _squares(view.degrees())), view, fineness)


def _rings_path(near: Iterable[Sequence[Point]], view: View, fineness: float) -> str:
    rings = (clipped_ring(ring, _paper(view)) for ring in _on_paper(near, view, fineness))
    kept = (simplified([*ring, ring[0]], fineness) for ring in rings if ring and _area(ring) >= 6 * fineness**2)
    return "".join(_steps(ring[:-1], fineness) + "z" for ring in kept if len(ring) > 3)


@lru_cache(maxsize=32)
def border_path(outline: Outline, view: View, fineness: float) -> str:
    """The borders of a view as the data of one SVG path, kept and simplified as the land is."""
    near = _borders_near(outline, _squares(view.degrees()))
    lines = (part for line in _on_paper(near, view, fineness) for part in clipped_line(line, _paper(view)))
    return "".join(_steps(simplified(line, fineness), fineness) for line in lines)


@lru_cache(maxsize=64)
def _land_near(outline: Outline, window: Window) -> list[list[Point]]:
    return [near for ring in outline.land if (near := clipped_ring(ring, window))]


@lru_cache(maxsize=64)
def _borders_near(outline: Outline, window: Window) -> list[list[Point]]:
    return [list(part) for line in outline.borders for part in clipped_line(line, window)]


def _squares(window: Window) -> Window:
    """The whole squares that hold a window."""
    west, south, east, north = (edge / _SQUARE for edge in window)
    return (
        _SQUARE * math.floor(west),
        max(_SQUARE * math.floor(south), -89.0),
        _SQUARE * math.ceil(east),
        min(_SQUARE * math.ceil(north), 89.0),
    )


def _points(differences: Sequence[int], steps: int) -> tuple[Point, ...]:
    """Points out of a flat list: the first, then the way from each to the next, in steps of a part of a degree."""
    xs, ys = accumulate(differences[::2]), accumulate(differences[1::2])
    return tuple((x / steps, y / steps) for x, y in zip(xs, ys, strict=True))


def _on_paper(lines: Iterable[Sequence[Point]], view: View, fineness: float) -> Iterator[list[Point]]:
    """The lines in units of the drawing, without points too near the one before to be seen."""
    place = view.placing()
    for line in lines:
        drawn: list[Point] = []
        for point in line:
            at = place(*point)
            if not drawn or abs(at[0] - drawn[-1][0]) + abs(at[1] - drawn[-1][1]) > fineness or point is line[-1]:
                drawn.append(at)
        yield drawn


def _paper(view: View) -> Window:
    return -_MARGIN, -_MARGIN, view.width + _MARGIN, view.height + _MARGIN


def _area(ring: Sequence[Point]) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]))) / 2


def _steps(line: Sequence[Point], fineness: float) -> str:
    """Path data: a start, then steps from point to point.

    They are in whole units where the line may stray by one, else in tenths, which is finer than any screen shows.
    """
    parts = 1 if fineness >= 1 else 10
    counted = [(round(parts * x), round(parts * y)) for x, y in line]
    steps = ((x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(counted))
    words = " ".join(_pair(*step, parts) for step in steps if any(step)).replace(" -", "-")
    return f"M{_pair(*counted[0], parts)}l{words}" if words else ""


def _pair(x: int, y: int, parts: int) -> str:
    """Two numbers counted in parts of a unit, without the zero before a decimal point."""
    if parts == 1:
        return f"{x},{y}"
    return ",".join(_LEADING_NOUGHT.sub(r"\1.", f"{value / parts:g}") for value in (x, y))
