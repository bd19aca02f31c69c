"""Places by name, from GeoNames: for entries that need one the registry lacks.

Of Poland every place with 500 people is there, of its neighbours those with 2,000, of the rest of Europe the towns.
The lists beside this module are parted by the first letter, so that only what is asked for is read; ``README.md``
there says where they are from, and ``scripts/bench/make_gazetteer.py`` makes them.
"""

import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ...wording import Translations, fold

LETTERS = (*string.ascii_lowercase, "_")
"""What the lists are called; the last is of names that begin with no Latin letter."""

COUNTRIES = (
    *("AL", "AT", "BA", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU"),
    *(
        "IE",
        "IS",
        "IT",
        "LI",
        "LT",
        "LU",
        "LV",
        "MD",
        "ME",
        "MK",
        "MT",
        "NL",
        "NO",
        "PL",
        "PT",
        "RO",
        "RS",
        "SE",
        "SI",
        "SK",
    ),
    *("UA", "XK"),
)
"""The countries whose places are listed."""

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place of GeoNames; ``main`` is its usual name where ``name`` is another one, ``near`` a larger town."""

    name: str
    main: str
    country: str
    region: str
    latitude: str
    longitude: str
    geonames: int
    population: int
    near: str

    def described(self, t: Translations) -> str:
        """The place with what tells it from others of its name: ``Dobra – województwo zachodniopomorskie, Polska…``."""
        region = f"region.{self.country}.{self.region}"
        parts = [
            self.main,
            t(region) if region in t else "",
            t.country(self.country),
            t("gazetteer.near", name=self.near) if self.near else "",
            t("gazetteer.people", people=t.number(self.population)) if self.population else "",
        ]
        return f"{self.name} – {', '.join(filter(None, parts))}"


def initial(name: str) -> str:
    """The list that a name stands in."""
    letter = fold(name)[:1]
    return letter if letter in LETTERS else LETTERS[-1]


def written_line(place: GazetteerPlace) -> str:
    """A place as a line of a list."""
    numbers = (place.latitude, place.longitude, str(place.geonames), str(place.population))
    return "\t".join((place.name, place.main, place.country, place.region, *numbers, place.near))


def gazetteer_text(letter: str) -> str:
    """The list of a letter, a place a line; empty where no name begins with it."""
    path = _FOLDER / f"{letter}.txt"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def places_called(name: str) -> list[GazetteerPlace]:
    """The places of a name, however it is accented and whatever the size of its letters; the largest first."""
    words = fold(name).strip()
    found = [each for each in _listed(initial(words)) if fold(each.name) == words] if words else []
    return sorted(found, key=lambda each: -each.population)


@lru_cache(maxsize=4)
def _listed(letter: str) -> tuple[GazetteerPlace, ...]:
    return tuple(_read(gazetteer_text(letter)))


def _read(text: str) -> Iterator[GazetteerPlace]:
    for line in text.splitlines():
        name, main, country, region, latitude, longitude, geonames, population, near = line.split("\t")
        numbers = (int(geonames), int(population))
        yield GazetteerPlace(name, main, country, region, latitude, longitude, *numbers, near)
