"""The index of the practices of this repository: its files, its cache, its bytes."""

import gzip
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.support.real import real_catalogue

from goodpractices.catalogue import Cache, Catalogue
from goodpractices.finding import AnalysedCatalogue, analyse, index_files
from goodpractices.finding.search import load_morphology
from goodpractices.finding.search.lemma_list import LemmaList

# What every reader waits for before the first result; the words of the query and what is shown come to it.
LARGEST_CORE = 17_000
LARGEST_PART_OF_FORMS = 6_000


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return real_catalogue()


@pytest.fixture(scope="module")
def analysed(catalogue: Catalogue) -> AnalysedCatalogue:
    return analyse(catalogue)


@pytest.fixture(scope="module")
def kept(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> tuple[AnalysedCatalogue, Path]:
    """The same from the start once more, and the cache that it left."""
    path = tmp_path_factory.mktemp("kept") / "cache.sqlite"
    return analyse(catalogue, Cache(path)), path


def files(analysed: AnalysedCatalogue) -> dict[str, bytes]:
    return index_files(analysed.index)


def data(analysed: AnalysedCatalogue, name: str) -> Any:
    """What a file of the index hands over."""
    text = files(analysed)[f"{name}.js"].decode().removeprefix(f'katalogPart("{name}",').removesuffix(");\n")
    return json.loads(text)


def test_the_core_says_what_analysed_the_words(analysed: AnalysedCatalogue) -> None:
    assert data(analysed, "core")["analyser"] == analysed.texts.analyser
    assert analysed.texts.analyser.startswith("morfeusz2 ")
    assert not analysed.texts.is_fallback


def test_the_core_is_small(analysed: AnalysedCatalogue) -> None:
    found = files(analysed)
    assert len(gzip.compress(found["core.js"])) < LARGEST_CORE
    parts = {name: len(gzip.compress(data)) for name, data in found.items() if name.startswith("words-")}
    assert not {name: size for name, size in parts.items() if size > LARGEST_PART_OF_FORMS}
    assert len(parts) > 10


def test_every_published_practice_has_its_card_and_its_values(
    catalogue: Catalogue, analysed: AnalysedCatalogue
) -> None:
    core = data(analysed, "core")
    assert core["count"] == len(catalogue.published)
    # Of many practices the cards lie in files of their own.
    names = [f"cards-{name}" for name in core["cards"]["names"].split(" ")]
    parts = [core["parts"].get(name) or data(analysed, name) for name in names]
    assert [card[0] for part in parts for card in part] == [each.id for each in catalogue.published]
    for facet in data(analysed, "facets")["facets"].values():
        assert len(facet["of"].split(" ")) == core["count"]


def test_an_index_built_again_is_the_same(analysed: AnalysedCatalogue, kept: tuple[AnalysedCatalogue, Path]) -> None:
    built_again, _ = kept
    assert files(built_again) == files(analysed)


def test_nothing_is_analysed_twice(
    catalogue: Catalogue, analysed: AnalysedCatalogue, kept: tuple[AnalysedCatalogue, Path]
) -> None:
    first, cache = kept
    again = analyse(catalogue, Cache(cache))
    assert first.texts.computed > len(catalogue.published)
    assert again.texts.computed == 0
    assert files(again) == files(first) == files(analysed)


def test_an_empty_catalogue_has_an_index(catalogue: Catalogue) -> None:
    empty = replace(catalogue, practices={})
    assert data(analyse(empty), "core")["count"] == 0


def test_without_the_dictionary_the_index_says_so(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "morfeusz2", None)
    monkeypatch.setattr(LemmaList, "_lemma_of", {"spotkania": "spotkanie"})  # the whole list takes long to read
    analysed = analyse(catalogue)
    assert analysed.texts.is_fallback
    assert data(analysed, "core")["analyser"].startswith("simplemma ")


def test_a_second_build_does_not_read_the_list_again(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(LemmaList, "_lemma_of", {"spotkania": "spotkanie"})
    first = analyse(catalogue, Cache(tmp_path / "cache.sqlite"), load_morphology(fallback=True))
    monkeypatch.setattr(LemmaList, "_lemma_of", None)
    assert files(analyse(catalogue, Cache(tmp_path / "cache.sqlite"), load_morphology(fallback=True))) == files(first)
