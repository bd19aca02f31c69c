"""Makes the outline of Europe that the map page is drawn on, out of a TopoJSON file of Natural Earth.

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

TARGET = ROOT / "hooks/goodpractices/finding/outline.json"
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
NOT_BORDERS = ((32.0, 44.0, 36.7, 46.4), (32.0, 34.3, 34.8, 35.8))


def main() -> int:
    """Read the TopoJSON, write the outline, say how large it became."""
    parser = argparse.ArgumentParser(description="Pisze kontur Europy do mapy z pliku countries-10m.json.")
    parser.add_argument("source", type=Path, help="countries-10m.json z pakietu npm world-atlas")
    parser.add_argument("--to", type=Path, default=TARGET, help=f"plik wynikowy (domyślnie {TARGET.name})")
    options = parser.parse_args()
    text = outline(json.loads(options.source.read_text(encoding="utf-8")))
    options.to.write_text(text, encoding="utf-8", newline="\n")
    print(f"{options.to}: {len(text.encode()) / 1000:.0f} kB")
    return 0


def outline(topology: Topology) -> str:
    """The outline as JSON: rings of land and lines of borders, largest and first ones first."""
    arcs = [_simplified(arc) for arc in _decoded_arcs(topology)]
    land = [ring for ring in _land(topology, arcs) if len(ring) > 3 and abs(_area(ring)) >= SMALLEST_ISLAND]
    borders = [line for arc in _borders(topology, arcs) for line in clipped_line(arc, WINDOW)]
    land.sort(key=lambda ring: (-abs(_area(ring)), ring))
    lists = {"land": [_flat(ring) for ring in land], "borders": [_flat(line) for line in borders]}
    content = {"steps": STEPS, "window": WINDOW, **lists}
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
