"""What parts of a site read of practices is what their keys are made of."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests.support.paths import PRACTICES
from tests.support.real import real_catalogue
from tests.support.samples import IDENTITY

from goodpractices.catalogue import Catalogue, Practice
from goodpractices.catalogue.fingerprints import LISTED, Fingerprint
from goodpractices.catalogue.lazy import lazy_practice
from goodpractices.publishing import Site
from goodpractices.publishing.planned import PlannedArticle, PlannedFiles

# What decides whether a practice is published, or in a language, is part of every key by its absence from the list.
ALWAYS = {"id", "editorial", "translations", "easy_to_read"}


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


def about_many(sites: list[Site]) -> Iterator[PlannedArticle | PlannedFiles]:
    """The parts that are about more than one practice, or about none; the open data say everything."""
    for site in sites:
        yield from site.list_articles()
        yield from (each for each in site.files() if each.name != "data" and not each.name.startswith("form entries "))


def make(part: PlannedArticle | PlannedFiles) -> None:
    if isinstance(part, PlannedArticle):
        part.make()
    else:
        for _, pieces in part.make():
            b"".join(pieces)


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


def test_a_part_that_says_it_follows_from_no_practice_reads_none(catalogue: Catalogue) -> None:
    def nobody(name: str) -> Any:
        if name in ALWAYS:
            return getattr(catalogue.practices["epic"], name)
        raise AssertionError(f"{name} was read")

    blank = {name: lazy_practice(nobody) for name in catalogue.practices}
    for site in Site.in_languages(replace(catalogue), IDENTITY, PRACTICES).values():
        parts = [each for each in about_many([site]) if each.inputs == ()]
        assert len(parts) > 4
        object.__setattr__(site.catalogue, "practices", blank)
        vars(site.catalogue).pop("published", None)
        for part in parts:
            make(part)


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        ({"title": "Inny tytuł"}, {"whole", "listed"}),
        ({"plain_summary": "Inaczej."}, {"whole", "own"}),
        ({"challenge": "Inaczej."}, {"whole", "stories"}),
        ({"sdg": (4,)}, {"whole", "own"}),
        ({"challenge": "Zob. [tam](../epic/index.md)."}, {"whole", "stories", "names"}),
        ({}, set()),
    ],
)
def test_a_fingerprint_tells_what_changed(catalogue: Catalogue, change: dict[str, Any], differs: set[str]) -> None:
    practice = catalogue.practices["gdynia-pracownia"]
    before, after = (Fingerprint.of(each, "files") for each in (practice, replace(practice, **change)))
    names = ("whole", "listed", "own", "stories", "names")
    assert {name for name in names if getattr(before, name) != getattr(after, name)} == differs


def test_other_files_are_another_whole_alone(catalogue: Catalogue) -> None:
    practice = catalogue.practices["epic"]
    one, other = (Fingerprint.of(practice, files) for files in ("a", "b"))
    assert one.whole != other.whole
    assert replace(one, whole="") == replace(other, whole="")
