"""Where numbers and names go on a map so that none covers another.

Every marker and every name is an upright box. A number stands on its place where it can, else near it with a line to
the place; where there is no room at all it joins the nearest marker, which then speaks for several places. Names are
set beside the markers as long as there is room; a name left out still stands in the list beside the map.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from .geometry import Point
from .map_points import MapPoint
from .outline import View

RADIUS = 12.0
"""Half a marker: a finger needs 24 px, and no map is drawn smaller than one unit to a pixel."""

GROUP_RADIUS = 20.0
"""Half the width of a marker that speaks for several places."""

FONT_SIZE = 14.0
_LINE = 18.0
_GAP = 1.0
_EDGE = 2.0
_DIRECTIONS = 16
_SHIFTS = (18.0, 25.0, 32.0, 42.0)

# So many places are told apart as far as there is room; of more, neighbours are gathered until most stand free.
_FEW = 24
_LEAST_NEAR = 6.0

# Widths of letters in parts of the font size, as wide fonts have them: that of the reader is not known.
_NARROW, _WIDE, _CAPITAL, _OTHER = 0.41, 1.06, 0.84, 0.68
# What readers may add after each letter and between words (WCAG 1.4.12): a name must not be cut or covered then.
_AFTER_LETTER, _AFTER_WORD = 0.12, 0.16

Names = Callable[[Sequence[MapPoint]], Sequence[str]]
"""What a marker may be called, from the fullest to the shortest."""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle on the paper."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box", gap: float = 0.0) -> bool:
        """Whether two boxes share more than an edge, or come nearer than the gap."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def within(self, view: View) -> bool:
        """Whether the box lies on the paper."""
        return (
            self.left >= _EDGE
            and self.top >= _EDGE
            and self.right <= view.width - _EDGE
            and self.bottom <= view.height - _EDGE
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map; ``anchor`` is SVG's ``text-anchor``, ``at`` where the line of text is fixed."""

    text: str
    at: Point
    anchor: str
    box: Box


@dataclass(frozen=True, slots=True)
class Marker:
    """A number on the map and the places it stands for; ``place`` is where they are, ``at`` where the number is."""

    points: tuple[MapPoint, ...]
    place: Point
    at: Point
    half_width: float = RADIUS
    label: Label | None = None

    @property
    def box(self) -> Box:
        """The room the number takes."""
        x, y = self.at
        return Box(x - self.half_width, y - RADIUS, x + self.half_width, y + RADIUS)

    @property
    def is_wide(self) -> bool:
        """Whether there is room for more than one number."""
        return self.half_width > RADIUS

    @property
    def is_moved(self) -> bool:
        """Whether the number stands beside its place."""
        return math.dist(self.place, self.at) > RADIUS / 2


def lay_out(
    points: Sequence[MapPoint],
    view: View,
    names: Names,
    *,
    near: float = 0.0,
    most_names: int | None = None,
) -> tuple[Marker, ...]:
    """Markers for all the points, in the order of their numbers, and names for as many as there is room.

    Args:
        points: what is to be shown, each of them on the paper.
        view: the paper.
        names: what a marker may be called.
        near: points that come nearer to each other share a marker from the start; more do where a crowd would form.
        most_names: how many names at most; without it as many as there is room for.
    """
    order = sorted(points, key=lambda point: (-len(point.practices), point.number))
    wanted = _gathered(order, view, near)
    while len(points) > _FEW and 2 * len(_crowded(wanted)) > len(wanted):
        near = max(_LEAST_NEAR, 1.4 * near)
        wanted = _gathered(order, view, near)
    # Those who stand alone come first, so that nobody from a crowd is put on their place.
    crowded = _crowded(wanted)
    placed: list[Marker] = []
    for marker in (*(each for each in wanted if each not in crowded), *crowded):
        if free := _first_free(marker, view, placed, (0.0, *_SHIFTS)):
            placed.append(free)
        else:
            _join(marker, placed, view)
    placed.sort(key=lambda marker: marker.points[0].number)
    return tuple(_named(placed, view, names, len(placed) if most_names is None else most_names))


def text_width(text: str, size: float = FONT_SIZE) -> float:
    """How wide a line of text is at most in any usual sans-serif font, its letters spaced apart by the reader."""
    return size * (sum(_letter_width(letter) + _AFTER_LETTER for letter in text) + _AFTER_WORD * text.count(" "))


def _letter_width(letter: str) -> float:
    if letter in "iljtfrI.,:;'’|!()[] -":
        return _NARROW
    if letter in "mwMW@—":
        return _WIDE
    return _CAPITAL if letter.isupper() else _OTHER


def _gathered(points: Sequence[MapPoint], view: View, near: float) -> list[Marker]:
    """A marker for each point, or for it and those near it."""
    found: list[list[tuple[MapPoint, Point]]] = []
    for point in points:
        place = view.on_paper(point.longitude, point.latitude)
        for group in found:
            if math.dist(group[0][1], place) < near:
                group.append((point, place))
                break
        else:
            found.append([(point, place)])
    return [_marker([point for point, _ in group], _middle([place for _, place in group])) for group in found]


def _marker(points: Sequence[MapPoint], place: Point) -> Marker:
    ordered = tuple(sorted(points, key=lambda point: point.number))
    return Marker(ordered, place, place, RADIUS if len(ordered) == 1 else GROUP_RADIUS)


def _crowded(markers: Sequence[Marker]) -> list[Marker]:
    """The markers that would cover another one."""
    return [
        marker
        for marker in markers
        if any(marker.box.overlaps(other.box, _GAP) for other in markers if other is not marker)
    ]


def _middle(places: Sequence[Point]) -> Point:
    return sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)


def _first_free(marker: Marker, view: View, others: Sequence[Marker], shifts: Sequence[float]) -> Marker | None:
    for at in _around(marker.place, shifts):
        moved = replace(marker, at=at)
        if moved.box.within(view) and not any(moved.box.overlaps(other.box, _GAP) for other in others):
            return moved
    return None


def _around(place: Point, shifts: Sequence[float]) -> Iterator[Point]:
    for shift in shifts:
        for n in range(_DIRECTIONS if shift else 1):
            angle = 2 * math.pi * n / _DIRECTIONS
            yield place[0] + shift * math.cos(angle), place[1] - shift * math.sin(angle)


def _join(marker: Marker, placed: list[Marker], view: View) -> None:
    """Let the nearest marker that has room for it speak for these places as well."""
    nearest = sorted(range(len(placed)), key=lambda n: (math.dist(placed[n].place, marker.place), n))
    for n in nearest:
        joined = _marker((*placed[n].points, *marker.points), placed[n].place)
        others = [other for m, other in enumerate(placed) if m != n]
        if free := _first_free(joined, view, others, (0.0, *_SHIFTS)):
            placed[n] = free
            return
    if nearest:
        # No marker can grow: the nearest keeps its size and says no more than that there are others.
        kept = placed[nearest[0]]
        points = tuple(sorted((*kept.points, *marker.points), key=lambda point: point.number))
        placed[nearest[0]] = replace(kept, points=points)
    else:
        placed.append(_moved_inwards(marker, view))


def _moved_inwards(marker: Marker, view: View) -> Marker:
    """At the very edge of a sheet a place is moved rather than lost."""
    beside, below = marker.half_width + _EDGE, RADIUS + _EDGE
    x, y = marker.place
    return replace(marker, at=(min(max(x, beside), view.width - beside), min(max(y, below), view.height - below)))


def _named(markers: Sequence[Marker], view: View, names: Names, most: int) -> Iterator[Marker]:
    taken = [marker.box for marker in markers]
    taken += [box for marker in markers if marker.is_moved for box in _leader_boxes(marker)]
    found: dict[int, Label] = {}
    order = sorted(range(len(markers)), key=lambda n: (-sum(len(each.practices) for each in markers[n].points), n))
    for n in order:
        if len(found) < most and (label := _label(markers[n], view, names(markers[n].points), taken)):
            found[n] = label
            taken.append(label.box)
    return (replace(marker, label=found.get(n)) for n, marker in enumerate(markers))


def _label(marker: Marker, view: View, names: Sequence[str], taken: Sequence[Box]) -> Label | None:
    for text in names:
        for label in _places_for(text, marker):
            if label.box.within(view) and not any(label.box.overlaps(box) for box in taken):
                return label
    return None


def _places_for(text: str, marker: Marker) -> Iterator[Label]:
    """Right of the marker, left of it, then above and below it."""
    x, y = marker.at
    width, beside, baseline = text_width(text), marker.half_width + 4, FONT_SIZE * 0.35
    for down in (0.0, -9.0, 9.0):
        top, line = y + down - _LINE / 2, y + down + baseline
        right, left = x + beside, x - beside
        yield Label(text, (right, line), "start", Box(right, top, right + width, top + _LINE))
        yield Label(text, (left, line), "end", Box(left - width, top, left, top + _LINE))
    for middle in (y - RADIUS - _LINE / 2 - 1, y + RADIUS + _LINE / 2 + 1):
        box = Box(x - width / 2, middle - _LINE / 2, x + width / 2, middle + _LINE / 2)
        yield Label(text, (x, middle + baseline), "middle", box)


def _leader_boxes(marker: Marker) -> Iterator[Box]:
    """Small boxes along the line from a moved number to its place, its end among them."""
    (x1, y1), (x2, y2) = marker.place, marker.at
    for step in range(4):
        x, y = x1 + (x2 - x1) * step / 4, y1 + (y2 - y1) * step / 4
        yield Box(x - 3, y - 3, x + 3, y + 3)
