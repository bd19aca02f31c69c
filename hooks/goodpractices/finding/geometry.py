"""Points in the plane: from the globe onto paper, lines made simpler, shapes cut to a window.

Small and pure, so that the map can be drawn without a geometry library.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]
Window = tuple[float, float, float, float]
"""Left, lower, right and upper edge, in whatever direction the second axis runs."""

EARTH_RADIUS = 6371.0
"""Kilometres, of the sphere that has the Earth's volume."""


def projected(longitude: float, latitude: float, centre: Point) -> Point:
    """Kilometres to the right and upwards of a centre, by Lambert's azimuthal equal-area projection.

    Europe's own grid (ETRS89-LAEA) uses this projection; here on a sphere, which is exact enough for a drawing. After
    J. P. Snyder, Map Projections: A Working Manual (U.S. Geological Survey Professional Paper 1395, 1987), formulas
    22-4, 22-5 and 24-2.

    >>> projected(10, 52, (10, 52))
    (0.0, 0.0)
    """
    return projection(centre)(longitude, latitude)


def projection(centre: Point) -> Callable[[float, float], Point]:
    """The same for many points around one centre: what follows from the centre alone is worked out once."""
    centre_longitude, centre_latitude = centre[0], math.radians(centre[1])
    centre_sine, centre_cosine = math.sin(centre_latitude), math.cos(centre_latitude)
    radians, sin, cos, sqrt = math.radians, math.sin, math.cos, math.sqrt

    def project(longitude: float, latitude: float) -> Point:
        latitude, turn = radians(latitude), radians(longitude - centre_longitude)
        latitude_sine, latitude_cosine = sin(latitude), cos(latitude)
        cosine = latitude_cosine * cos(turn)
        nearness = 1 + centre_sine * latitude_sine + centre_cosine * cosine
        # At the point opposite the centre the projection has no value; nothing that is drawn comes near it.
        scale = EARTH_RADIUS * sqrt(2 / max(nearness, 1e-9))
        return scale * (latitude_cosine * sin(turn)), scale * (centre_cosine * latitude_sine - centre_sine * cosine)

    return project


def simplified(line: Sequence[Point], tolerance: float) -> list[Point]:
    """The line, of a point at least, with as few of its points as keep every other within the tolerance, its ends among
    them.

    Ramer's and Douglas and Peucker's way: the point farthest from the chord stays and divides the line, until none is
    far.
    """
    keep = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        distances = _distances(line[first + 1 : last], line[first], line[last])
        if distances and (farthest := max(distances)) > tolerance:
            middle = first + 1 + distances.index(farthest)
            keep.add(middle)
            open_parts += [(first, middle), (middle, last)]
    return [line[n] for n in sorted(keep)]


def clipped_ring(ring: Sequence[Point], window: Window) -> list[Point]:
    """The part of a closed shape inside a window, by Sutherland and Hodgman; empty where there is none."""
    points = ring
    for edge, bound in enumerate(window):
        points = _cut(points, edge % 2, bound, 1 if edge < 2 else -1)
    return list(points)


def clipped_line(line: Sequence[Point], window: Window) -> Iterator[list[Point]]:
    """The stretches of an open line inside a window, by Liang and Barsky segment by segment."""
    stretch: list[Point] = []
    for start, end in pairwise(line):
        inside = _inside_part(start, end, window)
        if inside is None or (stretch and stretch[-1] != inside[0]):
            if len(stretch) > 1:
                yield stretch
            stretch = []
        if inside:
            stretch += inside if not stretch else inside[1:]
            if inside[1] != end:
                yield stretch
                stretch = []
    if len(stretch) > 1:
        yield stretch


def _distances(points: Sequence[Point], start: Point, end: Point) -> list[float]:
    """How far points are from the stretch between two others."""
    (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    if not length:
        return [math.dist(point, start) for point in points]
    shares = (((px - x) * dx + (py - y) * dy) / length for px, py in points)
    alongs = (0.0 if share < 0.0 else min(share, 1.0) for share in shares)
    return [math.dist(point, (x + along * dx, y + along * dy)) for point, along in zip(points, alongs, strict=True)]


def _cut(ring: Sequence[Point], axis: int, bound: float, side: int) -> Sequence[Point]:
    """The part of a closed shape on one side of a line along the other axis; 1 is the side of greater values."""
    inside = [side * (point[axis] - bound) >= 0 for point in ring]
    if not any(inside):  # most land is far from a map, or all of it is on the map
        return []
    if all(inside):
        return ring
    kept: list[Point] = []
    before, was_inside = ring[-1], inside[-1]
    for point, is_inside in zip(ring, inside, strict=True):
        if was_inside != is_inside:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            kept.append((other, bound) if axis else (bound, other))
        if is_inside:
            kept.append(point)
        before, was_inside = point, is_inside
    return kept


def _inside_part(start: Point, end: Point, window: Window) -> tuple[Point, Point] | None:
    beyond_start, beyond_end = _beyond(start, window), _beyond(end, window)
    if not (beyond_start or beyond_end):
        return start, end
    if beyond_start & beyond_end:
        return None
    enters, leaves = 0.0, 1.0
    for axis in (0, 1):
        delta = end[axis] - start[axis]
        for sign, bound in ((-1, window[axis]), (1, window[axis + 2])):
            run, room = sign * delta, sign * (bound - start[axis])
            if run == 0 and room < 0:
                return None
            if run < 0:
                enters = max(enters, room / run)
            elif run > 0:
                leaves = min(leaves, room / run)
    if enters >= leaves:
        return None
    return _between(start, end, enters), _between(start, end, leaves)


def _beyond(point: Point, window: Window) -> int:
    """The edges of a window that a point lies beyond, a bit for each, by Cohen and Sutherland."""
    (x, y), (left, low, right, high) = point, window
    return (x < left) | (y < low) << 1 | (x > right) << 2 | (y > high) << 3


def _between(start: Point, end: Point, share: float) -> Point:
    # The ends themselves come back exactly, so that one segment is seen to continue the one before.
    if share in (0.0, 1.0):
        return end if share else start
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
