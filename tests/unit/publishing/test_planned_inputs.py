"""What parts of a site read of practices is what their keys are made of."""

from dataclasses import replace
from typing import Any

import pytest
from tests.support.paths import PRACTICES
from tests.support.planned import about_many, make
from tests.support.real import real_catalogue
from tests.support.samples import IDENTITY, renderer

from goodpractices.catalogue import Catalogue, Practice
from goodpractices.catalogue.fingerprints import Fingerprint
from goodpractices.catalogue.lazy import lazy_practice
from goodpractices.finding import group_practices, map_places
from goodpractices.publishing import Site
from goodpractices.publishing.pages import MapPage
from goodpractices.publishing.pages.gaps_page import gaps_article

# What decides whether a practice is published, or in a language, is part of every key by its absence from the list.
ALWAYS = {"id", "editorial", "translations", "easy_to_read"}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return real_catalogue()


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


# What decides which lists a practice is on; their order follows from the titles.
BELONGS = {"kind", "themes", "target_groups", "support_types", "places", "organisations", "programme", "funding"}


def test_the_map_and_the_gaps_read_what_their_keys_are_made_of(catalogue: Catalogue) -> None:
    read: set[str] = set()

    def noting(practice: Practice) -> Practice:
        def field(name: str) -> Any:
            read.add(name)
            return getattr(practice, name)

        return lazy_practice(field)

    practices = {name: noting(practice) for name, practice in catalogue.practices.items()}
    watched = replace(catalogue, practices=practices)
    groups = group_practices(watched)
    MapPage(watched, map_places(watched, groups), renderer()).article()
    assert read <= {*ALWAYS, *BELONGS, "title", "short_title"}
    read.clear()
    gaps_article(watched, groups, renderer())
    assert read <= {*ALWAYS, *BELONGS, "title", "evidence_level"}


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
