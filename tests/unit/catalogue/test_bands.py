"""Bands: one place for their limits, words that name these very limits."""

import re
from collections.abc import Sequence
from math import inf
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodpractices.catalogue import bands
from goodpractices.catalogue.bands import (
    COST_RANGES,
    COSTS,
    DURATIONS,
    PERSON_COSTS,
    PLACE_SIZES,
    REACHES,
    band_of,
    bands_between,
)
from goodpractices.wording import Translations

Bands = Sequence[tuple[float, str]]

SCALES: dict[str, tuple[Bands, object]] = {
    "cost_band": (COSTS, bands.CostBand),
    "cost_range": (COST_RANGES, bands.CostRange),
    "person_cost_band": (PERSON_COSTS, bands.PersonCostBand),
    "reach_band": (REACHES, bands.ReachBand),
    "duration_band": (DURATIONS, bands.DurationBand),
    "place_size_band": (PLACE_SIZES, bands.PlaceSizeBand),
}
POWERS = {"tys": 1_000, "thousand": 1_000, "mln": 1_000_000, "million": 1_000_000}
NUMBER = re.compile(r"(\d+(?:,\d{3})*)(?:–(\d+(?:,\d{3})*))?\s*(tys|thousand|mln|million)?")

each_scale = pytest.mark.parametrize("name", SCALES)


def limits_said(text: str) -> set[float]:
    """The numbers that a text names, each with the power of ten behind it."""
    found: set[float] = set()
    for first, second, power in NUMBER.findall(text):
        found |= {int(each.replace(",", "")) * POWERS.get(power, 1) for each in (first, second) if each}
    return found


@each_scale
def test_limits_rise_and_the_last_band_has_none(name: str) -> None:
    limits = [limit for limit, _ in SCALES[name][0]]
    assert limits == sorted(set(limits))
    assert limits[-1] == inf


@each_scale
def test_every_band_that_is_named_has_a_limit(name: str) -> None:
    scale, named = SCALES[name]
    assert [band for _, band in scale] == list(get_args(named))


@pytest.mark.parametrize("language", ["pl", "en"])
@each_scale
def test_words_name_the_limits(name: str, language: str) -> None:
    words = Translations.load(language)
    lower = 0.0
    for limit, band in SCALES[name][0]:
        said = limits_said(words.choice(name, band))
        ends = {(end - 1) / 12 if name == "duration_band" else end for end in (lower, limit) if end not in (0, inf)}
        assert said <= ends, (band, words.choice(name, band))
        assert said or ends == {1}, "a year is a word"
        lower = limit


def test_the_ranges_of_the_filter_are_bands_of_the_data_put_together() -> None:
    assert {limit for limit, _ in COST_RANGES} < {limit for limit, _ in COSTS}


@given(st.floats(0, 1e9))
def test_a_number_is_in_the_band_whose_limits_it_lies_between(number: float) -> None:
    for scale, _ in SCALES.values():
        lower = 0.0
        for limit, band in scale:
            assert (band_of(number, scale) == band) == (lower <= number < limit)
            lower = limit


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_what_lies_between_two_numbers_may_be_in_the_band_of_any_of_them(one: int, other: int) -> None:
    least, most = sorted((one, other))
    limits = [least, *(limit for limit, _ in REACHES if least <= limit <= most), most]
    assert list(bands_between(least, most, REACHES)) == list(
        dict.fromkeys(band_of(number, REACHES) for number in limits)
    )
