"""How much each text says of a practice: its own words by their field, and those of the records that it names."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.samples import with_registry

from goodpractices.catalogue import Catalogue
from goodpractices.finding.search import fields
from goodpractices.finding.search.fields import Connection, connections, own_passages, plain_text, record_passages

RECORDS: dict[str, list[dict[str, Any]]] = {
    "_registry/places": [
        {
            **{"id": "reda", "name": "Reda", "country": "DE", "level": "town", "parent": "gdynia"},
            **{"en": "Reda town", "labels": {"de": "Rheda"}, "synonyms": ["Redzica"]},
        }
    ],
    "_registry/organisations": [
        {
            **{"id": "mops", "name": "Ośrodek Pomocy", "kind": "urzad", "short_name": "OP"},
            **{"former_names": ["Dawny Ośrodek"], "synonyms": ["opieka"]},
        }
    ],
    "_registry/programmes": [
        {
            **{"id": "fz", "name": "Fundusz Zieleni", "level": "local", "en": "Green Fund", "acronym": "FZ"},
            **{"labels": {"de": "Grün"}, "synonyms": ["zielony"]},
        }
    ],
    "_vocabularies/themes": [
        {"id": "parki", "pl": "parki", "en": "parks", "broader": "zielen", "synonyms": ["ogród"]},
    ],
}
PRACTICE = {
    "title": "Las",
    "short_title": "Lasek",
    "themes": ["sport", "parki"],
    "target_groups": ["seniorzy"],
    "support_types": ["doradztwo"],
    "places": [
        {"place": "reda", "role": "implemented"},
        {"place": "sopot", "role": "partner"},
        {"place": "gdynia", "role": "reach"},
    ],
    "organisations": [{"org": "um-gdynia", "role": "partner"}, {"org": "mops", "role": "leader"}],
    "programme": {"id": "fz"},
    "period": {"start": "2019-09", "end": "2020"},
    "access_cost": "free",
}


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """A catalogue that is searched in two languages, however many the site has."""
    monkeypatch.setattr(fields, "_LANGUAGES", ("pl", "en"))
    monkeypatch.setattr(fields, "_country", fields._country.__wrapped__)
    return with_registry(tmp_path, RECORDS, {"las": PRACTICE})


def test_a_practice_is_about_its_first_theme_and_its_own_places_most(catalogue: Catalogue) -> None:
    assert [(each.kind, each.id, each.weight) for each in connections(catalogue.practices["las"])] == [
        ("themes", "sport", 3),
        ("themes", "parki", 2),
        ("target_groups", "seniorzy", 2),
        ("support_types", "doradztwo", 2),
        ("kinds", "project", 2),
        ("places", "reda", 3),
        ("places", "sopot", 1.5),
        ("places", "gdynia", 3),
        ("organisations", "um-gdynia", 1),
        ("organisations", "mops", 2),
        ("programmes", "fz", 1.5),
    ]


def of_record(catalogue: Catalogue, kind: str, identifier: str, weight: float) -> list[tuple[str, float, str, bool]]:
    found = record_passages(Connection(kind, identifier, weight), catalogue)
    return [(each.field, round(each.weight, 6), each.text, each.own) for each in found]


def test_other_names_of_a_place_count_less_and_what_lies_around_it_least(catalogue: Catalogue) -> None:
    assert of_record(catalogue, "places", "reda", 3) == [
        ("place", 3, "Reda", True),
        ("place", 2.4, "Reda town", False),
        ("place", 2.4, "Rheda", False),
        ("place", 2.4, "Redzica", False),
        ("place", 1.2, "Gdynia", False),
        ("place", 1.2, "Niemcy", False),
        ("place", 1.2, "Germany", False),
    ]


def test_all_names_of_an_organisation_count_the_same_and_its_kind_little(catalogue: Catalogue) -> None:
    assert of_record(catalogue, "organisations", "mops", 2) == [
        ("organisation", 2, "Ośrodek Pomocy", True),
        ("organisation", 2, "OP", False),
        ("organisation", 2, "Dawny Ośrodek", False),
        ("organisation", 2, "opieka", False),
        ("organisation", 0.4, "urząd", False),
        ("organisation", 0.4, "public office", False),
    ]


def test_all_names_of_a_programme_count_the_same(catalogue: Catalogue) -> None:
    assert of_record(catalogue, "programmes", "fz", 1.5) == [
        ("programme", 1.5, "Fundusz Zieleni", True),
        ("programme", 1.5, "Green Fund", False),
        ("programme", 1.5, "Grün", False),
        ("programme", 1.5, "FZ", False),
        ("programme", 1.5, "zielony", False),
    ]


def test_other_names_of_a_term_count_half_and_broader_terms_little(catalogue: Catalogue) -> None:
    assert of_record(catalogue, "themes", "parki", 2) == [
        ("term", 2, "parki", True),
        ("term", 1, "parks", False),
        ("term", 1, "ogród", False),
        ("term", 0.4, "zieleń", False),
        ("term", 0.4, "green areas", False),
    ]


def test_the_title_says_most_then_the_summary_then_the_story(catalogue: Catalogue) -> None:
    practice = catalogue.practices["las"]
    assert [(each.field, each.weight, each.text) for each in own_passages(practice, "Opowieść.") if each.own] == [
        ("title", 5, "Las"),
        ("title", 4, "Lasek"),
        ("summary", 2.5, practice.summary),
        ("text", 1, "Opowieść."),
        ("text", 0.5, "Źródło"),
        ("text", 1, "2019"),
        ("text", 1, "2020"),
    ]


def test_choices_are_found_by_their_words_which_the_practice_does_not_say(catalogue: Catalogue) -> None:
    words = [each for each in own_passages(catalogue.practices["las"], "") if not each.own]
    assert [(each.field, each.weight, each.text) for each in words] == [
        ("term", 0.6, "trwa"),
        ("term", 0.6, "ongoing"),
        ("term", 0.6, "bezpłatnie"),
        ("term", 0.6, "za darmo, darmowy, nieodpłatnie, nic nie kosztuje"),
        ("term", 0.6, "free of charge"),
        ("term", 0.6, "free, gratis, no charge"),
    ]


@pytest.mark.parametrize(
    ("story", "words"),
    [
        ("Zob. [plan](https://e.example) i <https://x.example> **las**", "Zob. plan i las"),
        ("- jeden\n+ dwa\n 12. trzy\n> cztery", "jeden\n dwa\n trzy\n cztery"),
        ("[](https://e.example)a  \t b", "a b"),
        ("pisz: <mailto:a@example.org>!", "pisz: !"),
        ("# Las `x` a_b ~~c~~ | d", "Las x a b c d"),
    ],
)
def test_a_story_is_searched_without_its_signs_and_addresses(story: str, words: str) -> None:
    assert plain_text(story) == words
