"""The words that say what a practice is about: nouns and names that few others have, as readers know them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.support.samples import published

from goodpractices.finding import analyse

STREET = {
    "title": "Asystenci na ulicach",
    "summary": "Streetworkerzy szukają młodzieży. Świetlice czekają, a z nimi KDW.",
}
CLUB = {"title": "Asystentka i świetlica", "summary": "Streetworker prowadzi do świetlicy, a asystentów uczy KDW."}
# Summaries have a least length; this says nothing.
LONG_ENOUGH = "Projekt trwa już od bardzo wielu lat i nadal się bardzo dobrze rozwija."


def words(parent: Path, entries: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    full = {each: {**given, "summary": f"{given['summary']} {LONG_ENOUGH}"} for each, given in entries.items()}
    found = analyse(published(parent, full)).texts.distinctive_words
    return {each: list(found[each]) for each in found}


def test_words_are_shown_in_the_form_of_the_dictionary_whatever_the_form_in_the_text(tmp_path: Path) -> None:
    found = words(tmp_path, {"a": STREET, "b": CLUB})
    assert {"asystent", "świetlica", "streetworker"} <= {*found["a"]} & {*found["b"]}


def test_a_name_outside_the_dictionary_is_shown_as_it_is_written(tmp_path: Path) -> None:
    assert "KDW" in words(tmp_path, {"a": STREET, "b": CLUB})["b"]


def test_what_only_one_practice_says_or_very_many_say_is_left_out(tmp_path: Path) -> None:
    many = {f"inna-{n}": {"summary": "Ogród i warsztat dla sąsiadów."} for n in range(5)}
    found = words(tmp_path, {"a": STREET, "b": CLUB, **many})
    assert "ulica" not in found["a"]
    assert found["inna-1"] == []


def test_verbs_adjectives_and_words_of_any_text_are_left_out(tmp_path: Path) -> None:
    said = {
        "title": "Praktyka",
        "summary": "Młody człowiek prowadzi projekt, który pomaga przez cały rok i szuka dobrych przykładów z boiska.",
    }
    assert words(tmp_path, {"a": said, "b": said})["a"] == ["boisko"]


def test_names_of_places_organisations_and_terms_are_left_out(tmp_path: Path) -> None:
    said = {
        "title": "Seniorzy, zieleń i boiska w Gdyni",
        "target_groups": ["seniorzy"],
        "organisations": [{"org": "um-sopot", "role": "leader"}],
        "summary": "Urząd i Sopot zapraszają na boisko.",
    }
    assert words(tmp_path, {"a": said, "b": said})["a"] == ["boisko"]


def test_a_word_of_title_and_summary_goes_before_one_of_the_title_of_a_source(tmp_path: Path) -> None:
    said = {"title": "Boisko", "summary": "Boisko obok szkoły.", "sources": [{"id": "s1", "title": "Gazeta"}]}
    assert words(tmp_path, {"a": said, "b": said})["a"] == ["boisko", "szkoła"]
