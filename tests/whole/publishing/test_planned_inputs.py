"""Of a practice the pages about many read those fields alone that their fingerprint covers, on the whole site."""

from dataclasses import replace
from typing import Any

import pytest
from tests.support.paths import PRACTICES
from tests.support.planned import about_many, make
from tests.support.real import real_catalogue
from tests.support.samples import IDENTITY

from goodpractices.catalogue import Catalogue, Practice
from goodpractices.catalogue.fingerprints import LISTED
from goodpractices.catalogue.lazy import lazy_practice
from goodpractices.publishing import Site


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return real_catalogue()


@pytest.fixture
def read() -> set[str]:
    """The fields that were read."""
    return set()


@pytest.fixture
def sites(catalogue: Catalogue, read: set[str]) -> list[Site]:
    """The sites of practices that note which of their fields are read, on the web and offline."""

    def noting(practice: Practice) -> Practice:
        def make(name: str) -> Any:
            read.add(name)
            return getattr(practice, name)

        return lazy_practice(make)

    def noted() -> Catalogue:
        practices = {name: noting(practice) for name, practice in catalogue.practices.items()}
        return replace(catalogue, practices=practices)

    return [
        site
        for offline in (False, True)
        for site in Site.in_languages(noted(), IDENTITY, PRACTICES, offline=offline).values()
    ]


def test_pages_about_many_practices_read_no_other_field_than_their_fingerprint_covers(
    sites: list[Site], read: set[str]
) -> None:
    for part in about_many(sites):
        make(part)
    for site in sites:
        site.home()
        site.hero()
        site.site_map("https://katalog.example/", [each.address for each in site.list_articles()])
    assert read - {*LISTED} == set()


def test_each_listed_field_is_one_that_some_page_reads(sites: list[Site], read: set[str]) -> None:
    for part in about_many(sites):
        make(part)
    assert {*LISTED} - read <= {"translations"}  # whose texts stand in the other fields
