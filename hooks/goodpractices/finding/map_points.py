"""Which places of practices stand on the map, in what order, and which cannot.

The registry also knows places that only took a practice over, and whole countries: they are no points of the map.

Numbers go from home outwards: the country with the most practices first, then the others by how near they are; within
a country from north to south. So neighbours on the map are neighbours in the list.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..catalogue import Catalogue, Place, Practice
from .geometry import Point, projected
from .groups import Groups
from .outline import Outline, load_outline

MOST = 160
"""No map is readable with more places; those with the most practices are kept, and the rest is counted."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A place with coordinates, its number on the map, and its practices in the order of their titles.

    ``family`` is the theme family of most of its practices; empty where two are even or none has one.
    """

    place: Place
    number: int
    practices: tuple[Practice, ...]
    longitude: float
    latitude: float
    family: str = ""
    at_home: bool = False


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A place of practices without a point on the map."""

    place: Place
    practices: tuple[Practice, ...]


@dataclass(frozen=True, slots=True)
class MapPlaces:
    """All places with practices.

    ``points`` are numbered in order, each place once. ``unplaced`` have no coordinates, or lie where the outline is
    not drawn. ``left_out`` says how many more there are than a map can hold. ``region`` is the home region.
    """

    points: tuple[MapPoint, ...]
    unplaced: tuple[Unplaced, ...]
    region: Place | None = None
    left_out: int = 0

    @property
    def home(self) -> tuple[MapPoint, ...]:
        """The points of the home region."""
        return tuple(point for point in self.points if point.at_home)


def map_places(catalogue: Catalogue, groups: Groups) -> MapPlaces:
    """Number the places of a catalogue for its map."""
    outline = load_outline()
    used = [place for place in catalogue.places.values() if groups.of("places", place.id)]
    drawn = [place for place in used if _is_drawn(place, outline)]
    kept = sorted(drawn, key=lambda place: (-len(groups.of("places", place.id)), place.id))[:MOST]
    region = home_region(catalogue, groups)
    ordered = _ordered(kept, [place for place in kept if region and _lies_in(place, region, catalogue)], groups)
    unplaced = (Unplaced(place, groups.of("places", place.id)) for place in used if not _is_drawn(place, outline))
    points = tuple(
        _point(place, number, bool(region and _lies_in(place, region, catalogue)), catalogue, groups)
        for number, place in enumerate(ordered, 1)
    )
    return MapPlaces(points, tuple(unplaced), catalogue.places.get(region or ""), len(drawn) - len(kept))


def home_region(catalogue: Catalogue, groups: Groups) -> str | None:
    """The region the catalogue is about: that of its metropolitan area, else the one with the most practices."""
    areas = [place for place in catalogue.places.values() if place.level == "metropolitan-area" and place.parent]
    if areas:
        return max(areas, key=lambda place: len(groups.of("places", place.id))).parent
    practices: Counter[str] = Counter()
    for place in catalogue.places.values():
        for above in _above(place, catalogue):
            if catalogue.places[above].level == "region":
                practices[above] += len(groups.of("places", place.id))
    return max(practices, key=lambda each: (practices[each], each), default=None)


def near_home(points: Sequence[MapPoint], kilometres: float) -> list[MapPoint]:
    """The points near the middle of the home region, or near the first of all where none lies in such a region."""
    middle = _middle([point.place for point in points if point.at_home] or [point.place for point in points[:1]])
    return [point for point in points if _kilometres(point.place, middle) <= kilometres]


def _is_drawn(place: Place, outline: Outline) -> bool:
    return place.lat is not None and place.lon is not None and outline.holds(place.lon, place.lat)


def _position(place: Place) -> Point:
    return float(place.lon or 0), float(place.lat or 0)


def _above(place: Place, catalogue: Catalogue) -> Iterator[str]:
    """The ids of all the places a place lies in, nearest first; the registry holds no circles."""
    while place.parent:
        yield place.parent
        place = catalogue.places[place.parent]


def _lies_in(place: Place, region: str, catalogue: Catalogue) -> bool:
    return region in _above(place, catalogue)


def _ordered(places: Iterable[Place], home: Sequence[Place], groups: Groups) -> list[Place]:
    by_country: dict[str, list[Place]] = {}
    for place in places:
        by_country.setdefault(place.country, []).append(place)
    weight = {code: sum(len(groups.of("places", each.id)) for each in here) for code, here in by_country.items()}
    first = home[0].country if home else max(weight, key=lambda code: (weight[code], code), default="")
    centre = _middle(home or by_country.get(first, []))

    def remoteness(code: str) -> tuple[bool, float, str]:
        return code != first, min(_kilometres(place, centre) for place in by_country[code]), code

    def southward(place: Place) -> tuple[float, str]:
        return -_position(place)[1], place.id

    countries = sorted(by_country, key=remoteness)
    return [place for code in countries for place in sorted(by_country[code], key=southward)]


def _middle(places: Sequence[Place]) -> Point:
    points = [_position(place) for place in places] or [(0.0, 0.0)]
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _kilometres(place: Place, centre: Point) -> float:
    x, y = projected(*_position(place), centre)
    return float((x * x + y * y) ** 0.5)


def _point(place: Place, number: int, at_home: bool, catalogue: Catalogue, groups: Groups) -> MapPoint:
    practices = groups.of("places", place.id)
    longitude, latitude = _position(place)
    return MapPoint(place, number, practices, longitude, latitude, main_family(practices, catalogue), at_home)


def main_family(practices: Iterable[Practice], catalogue: Catalogue) -> str:
    """The theme family of most of the practices, each counted by its first theme; empty where two are even."""
    families: Mapping[str, int] = Counter(catalogue.term("themes", each.themes[0]).family or "" for each in practices)
    ranked = sorted(families.items(), key=lambda item: -item[1])
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]
