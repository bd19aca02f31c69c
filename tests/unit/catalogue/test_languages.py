"""The catalogue in another language: facts once, words per language, and nothing passes for a translation."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests.support.real import real_catalogue

from goodpractices.catalogue import Catalogue, Indicator, in_language, texts_of, untranslated_texts
from goodpractices.catalogue.lazy import lazy_practice
from goodpractices.wording import Untranslated


@pytest.fixture(scope="module")
def polish() -> Catalogue:
    return real_catalogue()


@pytest.fixture(scope="module")
def english(polish: Catalogue) -> Catalogue:
    return in_language(polish, "en")


def shared(catalogue: Catalogue) -> Iterator[Any]:
    """Every term, organisation, place and programme."""
    for records in (*catalogue.vocabularies.values(), catalogue.organisations, catalogue.places, catalogue.programmes):
        yield from records.values()


def test_every_note_of_what_practices_share_is_there_in_english(polish: Catalogue, english: Catalogue) -> None:
    noted = {each.id for each in shared(polish) if each.note}
    assert len(noted) > 100
    assert {each.id for each in shared(english) if each.note} == noted
    assert [each.id for each in shared(english) if isinstance(each.note, Untranslated)] == []


def test_a_note_that_nobody_translated_stays_in_polish_and_says_so(polish: Catalogue) -> None:
    notes = [each.note for each in shared(in_language(polish, "de")) if each.note]
    assert notes
    assert all(isinstance(note, Untranslated) for note in notes)


def test_facts_are_the_same_in_every_language(polish: Catalogue, english: Catalogue) -> None:
    for practice_id, practice in polish.practices.items():
        translated = english.practices[practice_id]
        for name in ("id", "themes", "kind", "lifecycle", "places", "sdg", "access_cost"):
            assert getattr(translated, name) == getattr(practice, name)
        assert [figures(each) for each in translated.indicators] == [figures(each) for each in practice.indicators]
        assert [each.amount for each in translated.funding] == [each.amount for each in practice.funding]
        assert [each.title for each in translated.sources] == [each.title for each in practice.sources]


def figures(indicator: Indicator) -> tuple[Any, ...]:
    return indicator.id, indicator.value, indicator.min, indicator.max, indicator.unit, indicator.nature


def test_a_figure_is_shown_in_the_words_of_the_translation(english: Catalogue) -> None:
    [figure] = [each for each in english.practices["gdynia-pracownia"].indicators if each.id == "participants"]
    assert (figure.label, figure.value) == ("participants", 784)


def test_terms_and_places_have_their_names_in_the_language(polish: Catalogue, english: Catalogue) -> None:
    assert polish.label("themes", "refugee-support") == "wsparcie uchodźców"
    assert english.label("themes", "refugee-support") == "refugee support"
    assert (polish.places["kopenhaga"].name, english.places["kopenhaga"].name) == ("Kopenhaga", "Copenhagen")


@pytest.mark.parametrize("language", ["de", "id"])  # ISO 639 has an "id", and so has every record
def test_a_place_keeps_its_name_in_a_language_the_registry_does_not_know(polish: Catalogue, language: str) -> None:
    assert in_language(polish, language).places["kopenhaga"].name == "Kopenhaga"


def test_what_has_no_words_in_a_language_stays_in_polish_and_says_so(polish: Catalogue) -> None:
    german = in_language(polish, "de")
    practice = german.practices["epic"]
    assert not german.is_translated("epic")
    assert practice.title == polish.practices["epic"].title
    assert isinstance(practice.title, Untranslated)
    assert isinstance(german.label("themes", "refugee-support"), Untranslated)
    assert practice.sources[0].title == polish.practices["epic"].sources[0].title
    assert not isinstance(practice.sources[0].title, Untranslated)


def test_the_language_of_the_entries_changes_nothing(polish: Catalogue) -> None:
    assert in_language(polish, "pl") is polish
    assert polish.is_translated("epic")


def test_a_text_that_the_translation_does_not_have_is_named(polish: Catalogue) -> None:
    practice = polish.practices["gdynia-pracownia"]
    translation = practice.translations["en"]
    first = translation.texts[0]
    shorter = replace(translation, texts=translation.texts[1:])
    assert untranslated_texts(texts_of(practice), shorter) == (first.original,)


def test_only_what_is_read_of_a_practice_is_told_in_another_language(polish: Catalogue) -> None:
    read: list[str] = []

    def make(name: str) -> Any:
        read.append(name)
        return getattr(polish.practices["epic"], name)

    english = in_language(replace(polish, practices={"epic": lazy_practice(make)}), "en")
    assert read == []
    assert english.practices["epic"].title == "European Platform of Integrating Cities (EPIC)"
    assert sorted(read) == ["title", "translations"]
