"""What the search shows and sorts by: cards, texts around what was found, facets and ranks as signs."""

from pathlib import Path
from typing import Any

from tests.support.samples import published

from goodpractices.finding.search.documents import SORTS, cards, facets, orders, texts
from goodpractices.finding.search.fields import Section

MONEY = {"role": "total", "currency": "PLN", "source": "s1"}
ENTRIES: dict[str, dict[str, Any]] = {
    "las": {
        **{"title": "Łąka", "themes": ["sport", "zielen"], "target_groups": ["seniorzy"]},
        "support_types": ["doradztwo"],
        "places": [{"place": "sopot", "role": "partner"}, {"place": "gdynia"}, {"place": "sopot"}],
        "organisations": [{"org": "um-sopot", "role": "leader"}, {"org": "um-gdynia", "role": "partner"}],
        "programme": {"id": "fundusz"},
        "indicators": [
            {"id": "a", "label": "osoby", "unit": "person", "nature": "output", "value": 5, "source": "s1"},
            {"id": "b", "label": "drzewa", "unit": "other", "nature": "output", "value": 5, "source": "s1"},
        ],
        "funding": [{**MONEY, "amount": 500}],
        "evidence_level": {"value": 1, "reason": "Ankiety"},
        "editorial": {"state": "published", "created": "2024-01-02"},
    },
    "pole": {
        **{"title": "Las", "themes": ["zielen"], "places": [{"place": "sopot", "role": "partner"}]},
        "funding": [{**MONEY, "amount": 90}],
        "editorial": {"state": "published", "created": "2025-01-02"},
    },
    "staw": {
        **{"title": "Mokradło", "themes": ["zielen"], "funding": [{**MONEY, "amount": 9, "currency": "EUR"}]},
        "evidence_level": {"value": 3, "reason": "Badanie"},
    },
}

STORY = [Section("challenge", "Opowieść"), Section("solution", ""), Section("outcomes", "Wszyscy")]


def test_a_card_names_two_places_where_a_practice_works_or_else_the_first(tmp_path: Path) -> None:
    catalogue = published(tmp_path, ENTRIES)
    assert [(each.id, each.title, each.places) for each in cards(catalogue.published, catalogue)] == [
        ("las", "Łąka", "Gdynia, Sopot"),
        ("pole", "Las", "Sopot"),
        ("staw", "Mokradło", "Gdynia"),
    ]


def test_a_snippet_may_come_from_the_story_the_records_or_the_figures(tmp_path: Path) -> None:
    catalogue = published(tmp_path, ENTRIES)
    first, _, third = texts(catalogue.published, [STORY, [], []], catalogue)
    assert first == {
        "text": "\ue000\nOpowieść\n\n\ue000\nWszyscy",
        "sections": "challenge outcomes",
        "term": "sport; zieleń\nseniorzy\ndoradztwo\nprojekt",
        "terms": "themes target_groups support_types kinds",
        "place": "Sopot; Gdynia",
        "organisation": "Urząd Miasta Sopotu; Urząd Miasta Gdyni",
        "programme": "Fundusz Miejski",
        "figure": "osoby: 5\ndrzewa: 5",
        "figures": "a b",
    }
    assert third == {"term": "zieleń\nprojekt", "terms": "themes kinds", "place": "Gdynia"}


def test_facets_name_their_values_and_for_each_practice_which_it_has(tmp_path: Path) -> None:
    found = facets(published(tmp_path, ENTRIES))
    assert found["theme"] == {"terms": [["zielen", "zieleń"], ["sport", "sport"]], "of": "#$ # #"}
    assert found["place"] == {"terms": [["gdynia", "Gdynia"], ["sopot", "Sopot"]], "of": "#$ $ #"}
    assert found["target_group"]["of"] == "#  "


def test_ranks_go_by_fullness_day_title_evidence_and_cost_and_what_is_not_known_is_last(tmp_path: Path) -> None:
    found = orders(published(tmp_path, ENTRIES))
    assert (
        found
        | {
            "fullest": "#%$",
            "newest": "$#%",
            "title": "$#%",
            "evidence": "$%#",
            "cost": "$#%",
        }
        == found
    )
    assert SORTS[:2] == ("relevance", "newest")
    assert {*SORTS} - {"relevance"} == found.keys() - {"fullest"}
