"""What is kept between builds is used only if it is a result; whatever else the cache holds counts as missing."""

from itertools import cycle
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from tests.support.caches import plant, values
from tests.support.samples import published
from tests.support.search_caches import ENTRIES, KINDS, SHAPES, files

from goodpractices.catalogue import Catalogue


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return published(tmp_path_factory.mktemp("small"), ENTRIES)


@pytest.mark.slow
def test_every_kind_is_kept(catalogue: Catalogue, tmp_path: Path) -> None:
    files(catalogue, tmp_path / "cache.sqlite")
    assert [kind for kind in KINDS if not values(tmp_path / "cache.sqlite", f"search-pl-{kind}")] == []


def test_a_second_run_takes_everything_from_the_first(catalogue: Catalogue, tmp_path: Path) -> None:
    place = tmp_path / "cache.sqlite"
    made, distinctive, computed = files(catalogue, place)
    assert computed > 0
    assert files(catalogue, place) == (made, distinctive, 0)


@pytest.fixture(scope="module")
def first(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """A cache after the first run, and what that made."""
    place = tmp_path_factory.mktemp("first") / "cache.sqlite"
    return place, files(catalogue, place)[:2]


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "kept"), [*zip(KINDS, cycle(SHAPES), strict=False)])
def test_a_value_of_another_shape_is_computed_anew(
    kind: str, kept: Any, catalogue: Catalogue, first: tuple[Path, Any], tmp_path: Path
) -> None:
    place = copyfile(first[0], tmp_path / "cache.sqlite")
    plant(place, f"search-pl-{kind}", lambda _: kept)
    assert files(catalogue, place)[:2] == first[1]


def test_columns_of_different_lengths_are_no_postings(catalogue: Catalogue, tmp_path: Path) -> None:
    place = tmp_path / "cache.sqlite"
    first = files(catalogue, place)
    plant(place, "search-pl-postings", lambda kept: [kept[0][:-1], *kept[1:]])
    assert files(catalogue, place)[:2] == first[:2]


def test_what_one_run_does_not_look_at_stays_for_the_next(catalogue: Catalogue, tmp_path: Path) -> None:
    place = tmp_path / "cache.sqlite"
    files(catalogue, place)
    paradigms = values(place, "search-pl-paradigms")
    files(catalogue, place)
    assert values(place, "search-pl-paradigms") == paradigms != {}
