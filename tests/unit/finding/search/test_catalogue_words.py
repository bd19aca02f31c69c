"""Which words of the dictionary the forms of a catalogue belong to."""

from types import SimpleNamespace
from typing import Any

import pytest

from goodpractices.catalogue import Cache
from goodpractices.finding.search.cache import SearchCache
from goodpractices.finding.search.catalogue_words import CatalogueWords
from goodpractices.finding.search.known_languages import load_morphology

FORMS = ("DOM", "MOPS", "domu", "lasy")


def lemmas_of(language: str, *initials: str) -> dict[str, tuple[str, ...]]:
    catalogue: Any = SimpleNamespace(places={})
    known = SearchCache(Cache(None), language, "1")
    return CatalogueWords(FORMS, catalogue, load_morphology(language), known, frozenset(initials)).lemmas


def test_initials_that_look_like_a_word_of_the_catalogue_are_not_that_word() -> None:
    assert lemmas_of("pl", "DOM", "MOPS")["DOM"] == ()
    assert lemmas_of("pl", "MOPS")["DOM"] == ("dom",)  # which some text says


def test_initials_are_found_where_no_text_has_the_word_that_they_look_like() -> None:
    assert lemmas_of("pl", "DOM", "MOPS")["MOPS"] == ("mops",)


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_language_without_a_dictionary_keeps_all_initials(language: str) -> None:
    assert lemmas_of(language, "DOM", "MOPS")["DOM"] == ("dom",)
