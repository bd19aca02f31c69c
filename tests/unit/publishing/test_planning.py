"""Pages that follow from what lists show are planned once, and again only where that changed or one has to be made."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import IDENTITY, published

from goodpractices.catalogue import FIELD_SECTIONS, Cache, Catalogue
from goodpractices.publishing import Planned, Publication, Site

ENTRY = {"title": "Las"}


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache.sqlite"


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The languages in which these pages were planned."""
    found: list[str] = []
    plan = Site.articles_of_listed

    def noted(site: Site) -> Any:
        found.append(site.language)
        return plan(site)

    monkeypatch.setattr(Site, "articles_of_listed", noted)
    return found


def parts_of(catalogue: Catalogue, place: Path) -> dict[str, Planned]:
    """The parts of the site as a build plans them."""
    cache = Cache(place)
    publication = Publication(catalogue, IDENTITY, place.parent, date(2026, 11, 30), cache, FIELD_SECTIONS)
    found = {each.name: each for each in publication.parts([])}
    cache.save()
    return found


def test_what_was_planned_from_the_same_is_not_planned_again(cache: Path, tmp_path: Path, planned: list[str]) -> None:
    first = parts_of(published(tmp_path, {"las": ENTRY}), cache)
    assert planned == [*IDENTITY.languages]
    second = parts_of(published(tmp_path, {"las": {**ENTRY, "sdg": [4]}}), cache)
    assert planned == [*IDENTITY.languages]
    assert [*second] == [*first]
    differ = {name for name, part in second.items() if part.key != first[name].key}
    assert "pl page praktyki/las/" in differ
    assert "pl page praktyki/" not in differ
    assert [part.page for part in second.values()] == [part.page for part in first.values()]


def test_what_lists_show_is_planned_anew_once_it_changed(cache: Path, tmp_path: Path, planned: list[str]) -> None:
    parts_of(published(tmp_path, {"las": ENTRY}), cache)
    parts_of(published(tmp_path, {"las": {**ENTRY, "title": "Puszcza"}}), cache)
    assert planned == [*IDENTITY.languages] * 2


def test_a_page_that_is_not_there_is_made_all_the_same(cache: Path, tmp_path: Path, planned: list[str]) -> None:
    catalogue = published(tmp_path, {"las": ENTRY})
    first, second = parts_of(catalogue, cache), parts_of(catalogue, cache)
    before, after = (
        [(address, b"".join(pieces)) for address, pieces in parts["pl page slownik/"].make()]
        for parts in (first, second)
    )
    assert before == after
    assert planned == [*IDENTITY.languages, "pl"]


@pytest.mark.parametrize("kept", [None, "x", [["name"]], {"a": 1}, [[1, 2, 3]]])
def test_a_plan_of_another_shape_counts_as_missing(
    cache: Path, tmp_path: Path, planned: list[str], monkeypatch: pytest.MonkeyPatch, kept: Any
) -> None:
    catalogue = published(tmp_path, {"las": ENTRY})
    first = parts_of(catalogue, cache)
    get = Cache.get
    monkeypatch.setattr(
        Cache, "get", lambda self, kind, key: kept if kind.startswith("plan-") else get(self, kind, key)
    )
    assert {name: part.key for name, part in parts_of(catalogue, cache).items()} == {
        name: part.key for name, part in first.items()
    }
    assert planned == [*IDENTITY.languages] * 2
