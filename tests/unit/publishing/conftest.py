"""A site of three practices, and what it may hand out."""

from pathlib import Path

import pytest
from tests.support.small_site import some_archive, some_downloads, written

from goodpractices.catalogue import Catalogue, load_catalogue
from goodpractices.publishing import Archive
from goodpractices.publishing.downloads import Downloads


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def catalogue(folder: Path) -> Catalogue:
    return load_catalogue(folder)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return some_archive(tmp_path)


@pytest.fixture
def downloads(tmp_path: Path) -> Downloads:
    return some_downloads(tmp_path)
