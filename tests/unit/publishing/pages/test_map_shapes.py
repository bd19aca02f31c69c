"""The outlines of markers: one for each family, inside its box and as large, the same in the legend."""

import re
from itertools import combinations
from typing import get_args

import pytest
from tests.support.paths import ROOT

from goodpractices.catalogue.choices import ThemeFamily
from goodpractices.finding.map_layout import Box
from goodpractices.publishing.pages.map_shapes import badge

FAMILIES = ("", *get_args(ThemeFamily))
SINGLE, WIDE = Box(100, 50, 124, 74), Box(100, 50, 140, 74)
STYLES = (ROOT / "docs/assets/styles/map.css").read_text(encoding="utf-8")


def reach(path: str) -> tuple[set[float], set[float]]:
    """The outermost coordinates of a path that is drawn with M, L, Q, H and V."""
    pairs = re.findall(r"(-?[\d.]+),(-?[\d.]+)", path)
    xs = [float(x) for x, _ in pairs] + [float(x) for x in re.findall(r"H(-?[\d.]+)", path)]
    ys = [float(y) for _, y in pairs] + [float(y) for y in re.findall(r"V(-?[\d.]+)", path)]
    return {min(xs), max(xs)}, {min(ys), max(ys)}


@pytest.mark.parametrize("box", [SINGLE, WIDE], ids=["single", "wide"])
@pytest.mark.parametrize("family", get_args(ThemeFamily))
def test_an_outline_is_as_large_as_its_box(family: str, box: Box) -> None:
    assert reach(badge(family, box)) == ({box.left, box.right}, {box.top, box.bottom})


def test_what_has_no_family_is_round() -> None:
    assert badge("", SINGLE) == "M112,50H112A12,12 0 0 1 112,74H112A12,12 0 0 1 112,50z"
    assert badge("", WIDE) == "M112,50H128A12,12 0 0 1 128,74H112A12,12 0 0 1 112,50z"


def test_no_two_families_have_the_same_outline() -> None:
    assert [pair for pair in combinations(FAMILIES, 2) if len({badge(each, SINGLE) for each in pair}) == 1] == []


def test_the_legend_has_an_outline_for_each_family_and_no_two_the_same() -> None:
    shapes = dict(re.findall(r"\.family-(\w+) \{ --shape: (.+); \}", STYLES))
    assert shapes.keys() == {*get_args(ThemeFamily)}
    assert len({*shapes.values(), "inset(0 round 99px)"}) == len(FAMILIES)


@pytest.mark.parametrize("family", [each for each in get_args(ThemeFamily) if each != "youth"])
def test_an_outline_of_the_legend_is_that_of_the_marker(family: str) -> None:
    """Corners in percent of the box, as both have them."""
    styled = re.search(rf"\.family-{family} \{{ --shape: polygon\((.+)\); \}}", STYLES)
    drawn = re.findall(r"([\d.]+),([\d.]+)", badge(family, SINGLE))
    corners = {(round(100 * (float(x) - 100) / 24), round(100 * (float(y) - 50) / 24)) for x, y in drawn}
    if family == "labour":
        assert corners == {(0, 0), (100, 0), (100, 100), (0, 100)}
        return
    assert styled
    assert corners == {
        (int(x.rstrip("%")), int(y.rstrip("%"))) for x, y in (each.split() for each in styled[1].split(", "))
    }
