"""The map: places as numbers on an outline, the same numbers in the list beside it.

The list is the content and says everything; the drawings repeat it. Each map is drawn twice, for wide pages and for
phones, so that numbers stay large enough to touch and names never shrink; the styles show one of the two.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from ...catalogue import Catalogue, Place, Practice, is_row
from ...finding import MapPlaces, MapPoint, View, lay_out, members_in, near_home, view_of
from ..addresses import INDEXES, MAP, member_address, narrowed_address, practice_address
from ..article import Article
from ..rendering import Renderer
from .colours import family_class
from .map_drawing import Drawing, counted, drawing, marker_names, pin, practices_at
from .values import Value

_NAMED = 3
"""Practices named at a place; the link to the rest says how many there are."""

_NEAR_KM = 620.0
_HERO_NAMES, _HERO_PLACES = 7, 40
_LOWERED = 0.16


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The paper of a map: its width, least and greatest height, room at the edges, how far it reaches at least.

    ``fineness`` is how far the outline may stray, ``near`` how near places share a number: in units of the drawing.
    """

    width: float
    heights: tuple[float, float]
    padding: float
    least_km: float
    fineness: float
    near: float

    def view(self, points: Iterable[MapPoint]) -> View:
        """The points on this paper."""
        positions = [(point.longitude, point.latitude) for point in points]
        return view_of(positions, self.width, self.heights, self.padding, self.least_km)


_WHOLE_SHEETS = {
    "wide": _Sheet(680, (320, 640), 44, 400, fineness=1.5, near=7),
    "narrow": _Sheet(288, (200, 330), 22, 400, fineness=1.2, near=7),
}
_HOME_SHEET = _Sheet(288, (220, 280), 40, 165, fineness=0.4, near=0)
_HERO_SHEETS = {
    "wide": _Sheet(400, (280, 320), 32, 90, fineness=1.2, near=26),
    "narrow": _Sheet(288, (200, 236), 24, 90, fineness=1.2, near=26),
}
# A region is seen with the coast or the border it lies at; each of its places has a number of its own.
_HERO_HOME_SHEETS = {
    "wide": _Sheet(400, (280, 320), 32, 180, fineness=0.6, near=0),
    "narrow": _Sheet(288, (200, 236), 24, 175, fineness=0.6, near=0),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the list: its first practices with the class of their colour, and how many there are in all.

    ``practices`` go on with one of each further family, and ``others`` counts those that are not among the first ones;
    ``families`` are those of all its practices.
    """

    id: str
    number: int | None
    name: str
    address: str
    narrowed: str
    level: str
    family: str
    count: int
    practices: tuple[tuple[Value, str], ...]
    families: str
    others: int


class MapPage:
    """Renders the map of one catalogue."""

    def __init__(self, catalogue: Catalogue, places: MapPlaces, renderer: Renderer) -> None:
        self._catalogue = catalogue
        self._places = places
        self._renderer = renderer
        self._t = renderer.t
        # A close-up that would show everything, or a single place, says nothing new.
        self._home = places.home if 1 < len(places.home) < len(places.points) else ()

    @property
    def inputs(self) -> tuple[Any, ...]:
        """What the page follows from, by practice: what it belongs to, what it is called, and where its page is."""
        catalogue = self._catalogue
        translated = [each.id for each in catalogue.published if catalogue.is_translated(each.id)]
        return members_in(catalogue), catalogue.noted("names", _names_of, _are_names), translated

    def article(self) -> Article:
        """The page of the map."""
        content = self._renderer.render(
            "map.html",
            MAP,
            whole=self._whole(),
            close_up=self._close_up(),
            close_up_heading=self._home_heading(),
            countries=[
                (self._t.country(code), [self._entry(point.place, point.practices, point) for point in points])
                for code, points in groupby(self._places.points, key=lambda point: point.place.country)
            ],
            unplaced=[self._entry(each.place, each.practices) for each in self._places.unplaced],
            families=self._families(),
            left_out=self._places.left_out,
            all_places=INDEXES["places"],
        )
        return Article(MAP, self._t("map.title"), self._t("map.lead"), content, "map", styles="map")

    def hero(self) -> str:
        """A small map for the home page: the home region, with the number of practices at each place.

        What is near home where there is no such region; empty where no place with practices has coordinates.
        """
        points = self._home or near_home(self._places.points, _NEAR_KM)
        points = sorted(points, key=lambda point: (-len(point.practices), point.number))[:_HERO_PLACES]
        if not points:
            return ""
        drawings = [self._near(points, size) for size in _HERO_SHEETS]
        whole = Value(self._t("map.hero_link"), MAP)
        return self._renderer.render("map_hero.html", "", drawings=drawings, whole=whole)

    def _whole(self) -> list[Drawing]:
        """All places, for wide pages and for phones."""
        points = self._places.points
        text = self._t("map.whole_text", n=len(points))
        return [
            self._draw(f"calosc-{size}", size, sheet, points, self._t("map.whole"), text)
            for size, sheet in (_WHOLE_SHEETS.items() if points else ())
        ]

    def _close_up(self) -> Drawing | None:
        """The home region, drawn for any width of pages."""
        if not self._home:
            return None
        text = self._t("map.home_text", n=len(self._home))
        return self._draw("okolica", "any", _HOME_SHEET, self._home, self._home_heading(), text)

    def _near(self, points: Sequence[MapPoint], size: str) -> Drawing:
        sheet = (_HERO_HOME_SHEETS if self._home else _HERO_SHEETS)[size]
        title = self._home_heading() if self._home else self._t("map.hero_title")
        text = self._t("map.hero_home" if self._home else "map.hero_text")
        view = _lowered(sheet.view(points), points, sheet.padding) if self._home else sheet.view(points)
        markers = lay_out(points, view, marker_names, near=sheet.near, most_names=_HERO_NAMES)
        pins = [counted(each, self._link("", MAP + _anchor(each.points[0].place)), self._t) for each in markers]
        return drawing(f"mapa-mala-{size}", size, view, pins, title, text, sheet.fineness)

    def _draw(self, name: str, size: str, sheet: _Sheet, points: Sequence[MapPoint], title: str, text: str) -> Drawing:
        view = sheet.view(points)
        pins = [
            replace(
                pin(marker, self._link(MAP, _anchor(marker.points[0].place)), self._t),
                families=self._families_of(practices_at(marker.points).values()),
            )
            for marker in lay_out(points, view, marker_names, near=sheet.near)
        ]
        return drawing(f"mapa-{name}", size, view, pins, title, text, sheet.fineness)

    def _home_heading(self) -> str:
        return self._t("map.home", region=self._places.region.name) if self._places.region else ""

    def _entry(self, place: Place, practices: Sequence[Practice], point: MapPoint | None = None) -> Entry:
        return Entry(
            id=_anchor(place).removeprefix("#"),
            number=point.number if point else None,
            name=place.name,
            address=member_address("places", place.id),
            narrowed=narrowed_address("place", place.id),
            level=self._t.choice("place_level", place.level),
            family=family_class(point.family if point else ""),
            count=len(practices),
            practices=tuple(self._named(practice) for practice in self._first(practices)),
            families=self._families_of(practices),
            others=max(len(practices) - _NAMED, 0),
        )

    def _first(self, practices: Sequence[Practice]) -> Iterator[Practice]:
        """The practices to be named, and one of each further family, which stands there when that family is chosen."""
        named: set[str] = set()
        for n, practice in enumerate(practices):
            family = self._family(practice)
            if n < _NAMED or (family and family not in named):
                yield practice
            named.add(family)

    def _family(self, practice: Practice) -> str:
        return self._catalogue.term("themes", practice.themes[0]).family or ""

    def _families_of(self, practices: Iterable[Practice]) -> str:
        return " ".join(sorted({self._family(practice) for practice in practices} - {""}))

    def _named(self, practice: Practice) -> tuple[Value, str]:
        name = Value(practice.short_title or practice.title, practice_address(practice.id))
        return name, family_class(self._family(practice))

    def _families(self) -> list[tuple[str, str]]:
        """The colours of the map in words."""
        used = {point.family for point in self._places.points}
        labels = self._t.group("choices.theme_family")
        named = [(family_class(family), label) for family, label in labels.items() if family in used]
        return [*named, ("", self._t("map.mixed"))] if "" in used or len(named) > 1 else named

    def _link(self, here: str, there: str) -> str:
        return self._renderer.links.between(here, there)


def _names_of(practice: Practice) -> list[str]:
    return [str(practice.title), str(practice.short_title or "")]


def _are_names(kept: object) -> bool:
    return is_row(kept, str, str)


def _lowered(view: View, points: Iterable[MapPoint], padding: float) -> View:
    """The same places in the lower half of the paper: the sea north of Poland tells more than the land south of it."""
    lowest = max(view.on_paper(point.longitude, point.latitude)[1] for point in points)
    down = min(view.height * _LOWERED, max(view.height - padding - lowest, 0))
    return replace(view, middle=(view.middle[0], view.middle[1] + down / view.scale))


def _anchor(place: Place) -> str:
    return f"#miejsce-{place.id}"
