"""The index of the practices of this repository: its files, its cache, its bytes."""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support.paths import PRACTICES
from tests.support.samples import published

from goodpractices.catalogue import Catalogue, load_catalogue
from goodpractices.finding.search import SearchIndex, build_index, load_morphology
from goodpractices.finding.search.lemma_list import LemmaList

LARGEST_CORE = 40_000


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(PRACTICES)


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> SearchIndex:
    return build_index(catalogue)


def data(index: SearchIndex, name: str) -> Any:
    """What a file of the index hands over."""
    text = index.files[f"{name}.js"].decode().removeprefix(f'katalogDane("{name}",').removesuffix(");\n")
    return json.loads(text)


def test_the_core_says_what_analysed_the_words(index: SearchIndex) -> None:
    assert data(index, "rdzen")["analyser"] == index.analyser
    assert index.analyser.startswith("morfeusz2 ")
    assert not index.is_fallback


def test_the_core_is_small(index: SearchIndex) -> None:
    assert len(gzip.compress(index.files["rdzen.js"])) < LARGEST_CORE


def test_every_published_practice_has_its_card_and_its_values(catalogue: Catalogue, index: SearchIndex) -> None:
    core = data(index, "rdzen")
    assert core["count"] == len(catalogue.published)
    assert [card[0] for card in core["parts"]["karty-0"]] == [each.id for each in catalogue.published]
    for facet in core["parts"]["fasety"]["facets"].values():
        assert len(facet["of"].split(" ")) == core["count"]


def test_an_index_built_again_is_the_same(catalogue: Catalogue, index: SearchIndex) -> None:
    assert build_index(catalogue).files == index.files


def test_nothing_is_analysed_twice(catalogue: Catalogue, index: SearchIndex, tmp_path: Path) -> None:
    first = build_index(catalogue, tmp_path)
    again = build_index(catalogue, tmp_path)
    assert first.analysed > len(catalogue.published)
    assert again.analysed == 0
    assert again.files == first.files == index.files


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"entries": 3}', '{"words": {"w": 1}}'])
def test_a_broken_cache_costs_time_only(tmp_path: Path, broken: str) -> None:
    small = published(tmp_path, {"las": {"title": "Ogród społeczny w lesie"}})
    cache = tmp_path / "cache"
    files = build_index(small, cache).files
    for path in cache.iterdir():
        path.write_text(broken, encoding="utf-8")
    assert build_index(small, cache).files == files


def test_an_empty_catalogue_has_an_index(catalogue: Catalogue) -> None:
    empty = Catalogue({}, catalogue.vocabularies, catalogue.organisations, catalogue.places, catalogue.programmes)
    assert data(build_index(empty), "rdzen")["count"] == 0


def test_without_the_dictionary_the_index_says_so(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "morfeusz2", None)
    monkeypatch.setattr(LemmaList, "_lemma_of", {"spotkania": "spotkanie"})  # the whole list takes long to read
    index = build_index(catalogue)
    assert index.is_fallback
    assert data(index, "rdzen")["analyser"].startswith("simplemma ")


def test_a_second_build_does_not_read_the_list_again(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(LemmaList, "_lemma_of", {"spotkania": "spotkanie"})
    first = build_index(catalogue, tmp_path, load_morphology(fallback=True))
    monkeypatch.setattr(LemmaList, "_lemma_of", None)
    assert build_index(catalogue, tmp_path, load_morphology(fallback=True)).files == first.files
