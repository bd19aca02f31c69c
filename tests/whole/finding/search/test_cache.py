"""Whatever stands in the cache of the search under the keys of each kind, it is a result or counts as missing."""

from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from tests.support.caches import plant
from tests.support.samples import published
from tests.support.search_caches import ENTRIES, KINDS, SHAPES, files

from goodpractices.catalogue import Catalogue


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return published(tmp_path_factory.mktemp("small"), ENTRIES)


@pytest.fixture(scope="module")
def first(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any]:
    """A cache after the first run, and what that made."""
    place = tmp_path_factory.mktemp("first") / "cache.sqlite"
    return place, files(catalogue, place)[:2]


@pytest.mark.parametrize("kept", SHAPES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_value_of_another_shape_is_computed_anew(
    kind: str, kept: Any, catalogue: Catalogue, first: tuple[Path, Any], tmp_path: Path
) -> None:
    place = copyfile(first[0], tmp_path / "cache.sqlite")
    plant(place, f"search-pl-{kind}", lambda _: kept)
    assert files(catalogue, place)[:2] == first[1]
