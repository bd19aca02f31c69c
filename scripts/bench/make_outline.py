"""Makes the outlines of Europe and of its countries that maps are drawn on, out of a TopoJSON file of Natural Earth.

Not part of a build: run it once when the outline should change, and commit what it writes. The file it reads comes from
the npm package world-atlas (``npm pack world-atlas@2.0.2``, then ``package/countries-10m.json``).

Standard library only. The form of the input is that of the TopoJSON specification: arcs shared by countries, each point
a difference to the one before, in whole steps of a grid.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from _shared.environment import ROOT, run

sys.path.insert(0, str(ROOT / "hooks"))
from goodpractices.finding.geometry import Point, Window, clipped_line, clipped_ring, simplified

Line = list[Point]
Topology = dict[str, Any]

FOLDER = ROOT / "hooks/goodpractices/finding"
OUTLINE, COUNTRIES = "outline.json", "countries.json"
WINDOW = (-25.0, 33.0, 45.0, 72.0)
"""West, south, east, north: Europe from Iceland to the Caucasus."""

# Steps to a degree in what is written.
STEPS = 500
# Degrees of latitude: 0.012 is about 1.3 km, which no map of ours shows.
TOLERANCE = 0.012
# Square degrees; islands smaller than about 11 km² are left out.
SMALLEST_ISLAND = 0.0015
# Where the source draws borders that Poland and the European Union do not recognise: between Crimea and the rest of
# Ukraine, and on Cyprus. West, south, east, north.
CRIMEA, CYPRUS = (32.0, 44.0, 36.7, 46.4), (32.0, 34.3, 34.8, 35.8)
NOT_BORDERS = (CRIMEA, CYPRUS)
PARTS_OF = {CRIMEA: "UA", CYPRUS: "CY"}
"""Whose the land is that lies within one of these."""

CODES = {
    "008": "AL", "020": "AD", "031": "AZ", "040": "AT", "051": "AM", "056": "BE", "070": "BA", "100": "BG", "112": "BY",
    "191": "HR", "196": "CY", "203": "CZ", "208": "DK", "233": "EE", "234": "FO", "246": "FI", "250": "FR", "268": "GE",
    "276": "DE", "300": "GR", "348": "HU", "352": "IS", "372": "IE", "380": "IT", "428": "LV", "438": "LI", "440": "LT",
    "442": "LU", "470": "MT", "492": "MC", "498": "MD", "499": "ME", "528": "NL", "578": "NO", "616": "PL", "620": "PT",
    "642": "RO", "643": "RU", "674": "SM", "688": "RS", "703": "SK", "705": "SI", "724": "ES", "752": "SE", "756": "CH",
    "792": "TR", "804": "UA", "807": "MK", "826": "GB", "Kosovo": "XK",
}  # fmt: skip
"""ISO 3166-1: the numbers by which the source names countries, and the letters by which the catalogue does.

Kosovo has no number there.
"""


def main() -> int:
    """Read the TopoJSON, write both outlines, say how large they became."""
    parser = argparse.ArgumentParser(description="Pisze kontury Europy i państw z pliku countries-10m.json.")
    parser.add_argument("source", type=Path, help="countries-10m.json z pakietu npm world-atlas")
    parser.add_argument("--to", type=Path, default=FOLDER, help="folder na pliki wynikowe (domyślnie ten z programem)")
    options = parser.parse_args()
    topology = json.loads(options.source.read_text(encoding="utf-8"))
    for name, text in ((OUTLINE, outline(topology)), (COUNTRIES, countries(topology))):
        (options.to / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{options.to / name}: {len(text.encode()) / 1000:.0f} kB")
    return 0


def outline(topology: Topology) -> str:
    """The outline as JSON: rings of land and lines of borders, largest and first ones first."""
    arcs = [_simplified(arc) for arc in _decoded_arcs(topology)]
    land = [ring for ring in _land(topology, arcs) if len(ring) > 3 and abs(_area(ring)) >= SMALLEST_ISLAND]
    borders = [line for arc in _borders(topology, arcs) for line in clipped_line(arc, WINDOW)]
    land.sort(key=lambda ring: (-abs(_area(ring)), ring))
    lists = {"land": [_flat(ring) for ring in land], "borders": [_flat(line) for line in borders]}
    return _written({"steps": STEPS, "window": WINDOW, **lists})


def countries(topology: Topology) -> str:
    """The countries as JSON: to the two letters of each its rings, the largest first, and none of its far islands.

    They are simplified arc by arc as the whole is, so that their edges are those of its land and its borders.
    """
    arcs = [_simplified(arc) for arc in _decoded_arcs(topology)]
    rings: dict[str, list[Line]] = defaultdict(list)
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = CODES.get(geometry.get("id", geometry["properties"]["name"]), "")
        for ring in _rings(geometry, arcs):
            owner = next((each for window, each in PARTS_OF.items() if _lies_within(ring, window)), code)
            if owner and len(ring) > 3 and abs(_area(ring)) >= SMALLEST_ISLAND:
                rings[owner].append(ring)
    sizes = {code: sorted(each, key=lambda ring: (-abs(_area(ring)), ring)) for code, each in sorted(rings.items())}
    return _written({"steps": STEPS, **{code: [_flat(ring) for ring in each] for code, each in sizes.items()}})


def _written(content: dict[str, Any]) -> str:
    lines = [f'"{name}":{_listed(value)}' for name, value in content.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _decoded_arcs(topology: Topology) -> Iterator[Line]:
    (step_x, step_y), (origin_x, origin_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * step_x + origin_x, y * step_y + origin_y))
        yield line


def _simplified(line: Line) -> Line:
    """Simplified arc by arc, so that neighbours keep a border in common; a degree of longitude counts for less."""
    shrink = math.cos(math.radians(52))
    flat = simplified([(x * shrink, y) for x, y in line], TOLERANCE)
    return [(x / shrink, y) for x, y in flat]


def _land(topology: Topology, arcs: list[Line]) -> Iterator[Line]:
    for geometry in topology["objects"]["land"]["geometries"]:
        yield from _rings(geometry, arcs)


def _rings(geometry: Topology, arcs: list[Line]) -> Iterator[Line]:
    """What of the rings of a geometry lies in the window."""
    for polygon in _polygons(geometry):
        for ring in polygon:
            points: Line = []
            for index in ring:
                points += _arc(arcs, index)[1 if points else 0 :]
            yield clipped_ring(points, WINDOW)


def _borders(topology: Topology, arcs: list[Line]) -> Iterator[Line]:
    """The arcs that two countries share."""
    owners: dict[int, set[str]] = defaultdict(set)
    for geometry in topology["objects"]["countries"]["geometries"]:
        for polygon in _polygons(geometry):
            for index in (index for ring in polygon for index in ring):
                owners[index if index >= 0 else ~index].add(geometry["properties"]["name"])
    for index in sorted(owners):
        if len(owners[index]) > 1 and not any(_lies_within(arcs[index], window) for window in NOT_BORDERS):
            yield arcs[index]


def _lies_within(line: Line, window: Window) -> bool:
    west, south, east, north = window
    return all(west <= x <= east and south <= y <= north for x, y in line)


def _polygons(geometry: Topology) -> list[list[list[int]]]:
    if geometry["type"] == "GeometryCollection":
        return [polygon for part in geometry["geometries"] for polygon in _polygons(part)]
    arcs = geometry.get("arcs", [])
    return [arcs] if geometry["type"] == "Polygon" else list(arcs)


def _arc(arcs: list[Line], index: int) -> Line:
    return arcs[index] if index >= 0 else arcs[~index][::-1]


def _area(ring: Line) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _flat(points: Iterable[Point]) -> list[int]:
    """The first point, then the difference of each to the one before: half as long to write as the points."""
    whole = [(round(STEPS * x), round(STEPS * y)) for x, y in points]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise([(0, 0), *whole])]
    return [value for step in steps if step != (0, 0) for value in step]


def _listed(value: object) -> str:
    """JSON with a line for each ring, so that a change shows where it is."""
    if isinstance(value, list):
        return "[\n" + ",\n".join(json.dumps(each, separators=(",", ":")) for each in value) + "\n]"
    return json.dumps(value)


if __name__ == "__main__":
    run(main)
