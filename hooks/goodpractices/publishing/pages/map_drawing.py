"""One map as values ready to print: the land, the borders, the numbers and names on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...catalogue import Practice
from ...finding import MapPoint, Marker, View, border_path, land_path, load_outline
from ...wording import Translations
from .colours import family_class
from .map_shapes import badge

# From here on a number is written smaller, and a range of two no longer fits into a marker.
_TOO_LONG = 100


@dataclass(frozen=True, slots=True)
class Name:
    """The name beside a number."""

    text: str
    x: str
    y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A number on a map that leads somewhere; ``words`` say where and how many practices are there.

    ``spoken`` is the same for those who do not see the map, and begins with what is seen, so that people who speak to
    their browser can say it. ``place`` is the point itself where the number had to be set beside it. ``badge`` is the
    path of the outline around the number, and ``families`` are those of its practices, for readers who ask for one.
    """

    address: str
    words: str
    spoken: str
    text: str
    family: str
    x: str
    y: str
    badge: str
    is_small: bool
    name: Name | None
    place: tuple[str, str] | None
    families: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One SVG; ``size`` says which pages it is for."""

    id: str
    size: str
    title: str
    description: str
    width: int
    height: int
    land: str
    borders: str
    pins: tuple[Pin, ...]


def drawing(
    identifier: str, size: str, view: View, pins: Iterable[Pin], title: str, description: str, fineness: float
) -> Drawing:
    """A map of what a view shows; ``fineness`` is how far its outline may stray from the true one."""
    outline = load_outline()
    return Drawing(
        id=identifier,
        size=size,
        title=title,
        description=description,
        width=round(view.width),
        height=round(view.height),
        land=land_path(outline, view, fineness),
        borders=border_path(outline, view, fineness),
        pins=tuple(pins),
    )


def pin(marker: Marker, address: str, t: Translations) -> Pin:
    """A marker with the numbers of its places."""
    practices = practices_at(marker.points)
    families = {point.family for point in marker.points}
    family = families.pop() if len(families) == 1 else ""
    text, label = _numbers(marker), marker.label
    places = [t("map.numbered", number=str(point.number), place=point.place.name) for point in marker.points]
    words = _words(places, len(practices), t)
    return Pin(
        address=address,
        words=words,
        spoken=_spoken(text, marker, words),
        text=text,
        family=family_class(family),
        x=_units(marker.at[0]),
        y=_units(marker.at[1]),
        badge=badge(family, marker.box),
        is_small=len(text) > (4 if marker.is_wide else 2),
        name=Name(label.text, _units(label.at[0]), _units(label.at[1]), label.anchor) if label else None,
        place=(_units(marker.place[0]), _units(marker.place[1])) if marker.is_moved else None,
    )


def counted(marker: Marker, address: str, t: Translations) -> Pin:
    """A marker for a map without a list: the number says how many practices there are."""
    count = len(practices_at(marker.points))
    words = _words([point.place.name for point in marker.points], count, t)
    text = t.number(count)
    spoken = _spoken(text, marker, words)
    drawn, plain = pin(marker, address, t), badge("", marker.box)  # there no legend says what an outline means
    return replace(drawn, words=words, spoken=spoken, text=text, badge=plain, is_small=count >= _TOO_LONG)


def marker_names(points: Sequence[MapPoint]) -> list[str]:
    """What a marker may be called: up to three places by name, else the first two or the first, and how many more."""
    ranked = sorted(points, key=lambda point: (-len(point.practices), point.number))
    names = [point.place.name for point in ranked]
    found = [", ".join(names)] if len(names) < 4 else []
    return found + [f"{', '.join(names[:kept])} +{len(names) - kept}" for kept in (2, 1) if len(names) > kept]


def practices_at(points: Iterable[MapPoint]) -> dict[str, Practice]:
    """The practices of some places, each once."""
    return {practice.id: practice for point in points for practice in point.practices}


def _numbers(marker: Marker) -> str:
    first, last = marker.points[0].number, marker.points[-1].number
    if len(marker.points) == 1:
        return str(first)
    are_in_a_row = last - first == len(marker.points) - 1
    return f"{first}–{last}" if are_in_a_row and last < _TOO_LONG and marker.is_wide else f"{first}+"


def _words(places: Sequence[str], count: int, t: Translations) -> str:
    return t("map.pin", places=t.listing(places), practices=t("practices.count", n=count))


def _spoken(text: str, marker: Marker, words: str) -> str:
    seen = f"{text} {marker.label.text}" if marker.label else text
    return words if words.startswith(seen) else f"{seen} – {words}"


def _units(value: float) -> str:
    return f"{round(value, 1):g}"
