"""Bands: how costs, people, months and inhabitants are put together for readers who compare. All limits stand here.

A number is in the first band whose limit it lies below. What a band is called stands in the wording, under
``choices.<name of the band>``.
"""

from collections.abc import Sequence
from typing import Literal, TypeVar

CostBand = Literal["under-50k", "50-250k", "250k-1m", "1-5m", "5-10m", "over-10m"]
CostRange = Literal["under-250k", "250k-1m", "1-10m", "over-10m"]
PersonCostBand = Literal["under-1k", "1-10k", "10-50k", "over-50k"]
ReachBand = Literal["under-100", "100-1000", "1-10k", "over-10k"]
DurationBand = Literal["under-1y", "1-3y", "3-10y", "over-10y"]
PlaceSizeBand = Literal["under-20k", "20-100k", "100-500k", "over-500k"]

Band = TypeVar("Band", bound=str)

_ABOVE_ALL = float("inf")

COSTS: Sequence[tuple[float, CostBand]] = (
    (50_000, "under-50k"),
    (250_000, "50-250k"),
    (1_000_000, "250k-1m"),
    (5_000_000, "1-5m"),
    (10_000_000, "5-10m"),
    (_ABOVE_ALL, "over-10m"),
)
"""In złoty, for all that a practice cost."""

COST_RANGES: Sequence[tuple[float, CostRange]] = (
    (250_000, "under-250k"),
    (1_000_000, "250k-1m"),
    (10_000_000, "1-10m"),
    (_ABOVE_ALL, "over-10m"),
)
"""Bands of costs put together, since a filter has few values."""

PERSON_COSTS: Sequence[tuple[float, PersonCostBand]] = (
    (1_000, "under-1k"),
    (10_000, "1-10k"),
    (50_000, "10-50k"),
    (_ABOVE_ALL, "over-50k"),
)
"""In złoty, for each person reached."""

REACHES: Sequence[tuple[float, ReachBand]] = (
    (100, "under-100"),
    (1_000, "100-1000"),
    (10_000, "1-10k"),
    (_ABOVE_ALL, "over-10k"),
)
"""In people."""

# A practice of twelve months lasted a year and no longer, so the limit is the month after.
DURATIONS: Sequence[tuple[float, DurationBand]] = (
    (1 * 12 + 1, "under-1y"),
    (3 * 12 + 1, "1-3y"),
    (10 * 12 + 1, "3-10y"),
    (_ABOVE_ALL, "over-10y"),
)
"""In calendar months, the first and the last of them counted."""

PLACE_SIZES: Sequence[tuple[float, PlaceSizeBand]] = (
    (20_000, "under-20k"),
    (100_000, "20-100k"),
    (500_000, "100-500k"),
    (_ABOVE_ALL, "over-500k"),
)
"""In inhabitants of a municipality."""


def band_of(number: float, bands: Sequence[tuple[float, Band]]) -> Band:
    """The band of a number.

    >>> band_of(99, REACHES), band_of(100, REACHES)
    ('under-100', '100-1000')
    """
    return next(band for limit, band in bands if number < limit)


def bands_between(least: float, most: float, bands: Sequence[tuple[float, Band]]) -> tuple[Band, ...]:
    """The bands that a number may be in that is known to lie between two others, each once.

    >>> bands_between(90, 150, REACHES)
    ('under-100', '100-1000')
    """
    names = [band for _, band in bands]
    return tuple(names[names.index(band_of(least, bands)) : names.index(band_of(most, bands)) + 1])
