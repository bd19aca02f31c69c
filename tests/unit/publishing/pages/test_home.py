"""The generated part of the home page: what is known best, how well the rest is known, groups, themes, four numbers."""

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.samples import plain, renderer, with_registry

from goodpractices.catalogue import Catalogue
from goodpractices.finding import group_practices
from goodpractices.publishing.pages.cards import Cards
from goodpractices.publishing.pages.home import home_fragment, home_hero

GROUPS = [{"id": f"grupa-{n}", "pl": f"grupa {n}", "en": f"group {n}"} for n in range(9)]
THEMES = [{"id": "woda", "pl": "woda", "en": "water", "family": "youth"}]


def figure(nature: str, **more: Any) -> dict[str, Any]:
    known = {"id": "a", "label": "osoby", "unit": "person", "value": 7, "source": "s1", **more}
    return {"indicators": [{**known, "nature": nature}]}


def level(value: int) -> dict[str, Any]:
    return {"evidence_level": {"value": value, "reason": "Lista"}}


KNOWN: list[dict[str, Any]] = [
    {**figure("outcome"), **level(2)},
    {**figure("outcome", disputed={"what": "Źródła podają różnie."}), **level(4)},
    figure("outcome"),
    {**figure("output"), **level(2)},
]
"""What is known of the effect of each practice."""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Four practices; the group n has as many of them as are left after the nth."""
    entries: dict[str, Any] = {
        f"p{n}": {
            "title": f"Praktyka {n}",
            "themes": ["woda" if n else "zielen"],
            "target_groups": [f"grupa-{each}" for each in range(9) if each % 4 <= n],
            "places": [{"place": "gdynia"}, {"place": "sopot"}],
            "organisations": [{"org": "um-sopot", "role": "leader"}],
            "editorial": {"state": "published", "created": f"2026-01-0{n + 1}"},
            **KNOWN[n],
        }
        for n in range(4)
    }
    return with_registry(tmp_path, {"_vocabularies/target_groups": GROUPS, "_vocabularies/themes": THEMES}, entries)


def fragment(catalogue: Catalogue) -> LexborHTMLParser:
    cards = Cards(catalogue, renderer())
    return LexborHTMLParser(home_fragment(catalogue, group_practices(catalogue), cards, renderer()))


def tiles(page: LexborHTMLParser, selector: str) -> list[tuple[str, str]]:
    return [(plain(node.text()), node.attributes["href"] or "") for node in page.css(selector)]


def test_the_seven_largest_groups_stand_there_and_lead_to_the_rest(catalogue: Catalogue) -> None:
    assert tiles(fragment(catalogue), "#grupy + .tiles a") == [
        ("grupa 0 4 praktyki", "grupy/grupa-0/"),
        ("grupa 4 4 praktyki", "grupy/grupa-4/"),
        ("grupa 8 4 praktyki", "grupy/grupa-8/"),
        ("grupa 1 3 praktyki", "grupy/grupa-1/"),
        ("grupa 5 3 praktyki", "grupy/grupa-5/"),
        ("grupa 2 2 praktyki", "grupy/grupa-2/"),
        ("grupa 6 2 praktyki", "grupy/grupa-6/"),
        ("Wszystkie grupy 9", "grupy/"),
    ]


def test_the_three_of_whose_effect_most_is_known_stand_there_the_best_known_first(catalogue: Catalogue) -> None:
    assert [plain(node.text()) for node in fragment(catalogue).css(".card__title")] == [
        *("Praktyka 0", "Praktyka 2", "Praktyka 1"),
    ]
    assert fragment(catalogue).css(".card__title a")[0].attributes["href"] == "praktyki/p0/"
    assert tiles(fragment(catalogue), "#znane ~ p a") == [("Zobacz wszystkie 4 praktyki", "praktyki/")]


def test_each_level_of_evidence_says_how_many_practices_stand_on_it_and_leads_to_them(catalogue: Catalogue) -> None:
    stairs = fragment(catalogue).css(".ladder li")
    assert [plain(each.text()) for each in stairs] == [
        *("0 tylko opis", "0 przeprowadzono", "2 policzono", "0 zbadano", "1 porównano"),
    ]
    assert tiles(fragment(catalogue), ".ladder a") == [
        ("2 policzono", "praktyki/?evidence=2"),
        ("1 porównano", "praktyki/?evidence=4"),
    ]


def test_a_level_without_practices_is_told_from_those_that_have_some(catalogue: Catalogue) -> None:
    here = [str(each.attributes["class"]).endswith("--here") for each in fragment(catalogue).css(".ladder li")]
    assert here == [False, False, True, False, True]


def test_what_the_home_page_explains_leads_to_the_scale(catalogue: Catalogue) -> None:
    assert tiles(fragment(catalogue), ".band__note a") == [
        ("Co znaczą poziomy?", "o-katalogu/#poziomy-dowodow"),
    ]


def test_every_theme_stands_there_with_its_colour(catalogue: Catalogue) -> None:
    page = fragment(catalogue)
    assert [link for link in tiles(page, "a") if link[1].startswith("tematy/")] == [
        ("zieleń 1 praktyka", "tematy/zielen/"),
        ("woda 3 praktyki", "tematy/woda/"),
    ]
    assert len(page.css(".family-youth")) >= 1


def test_four_numbers_lead_to_their_lists(catalogue: Catalogue) -> None:
    hero = LexborHTMLParser(home_hero(catalogue, group_practices(catalogue), renderer()))
    assert tiles(hero, "a") == [
        ("4 praktyki", "praktyki/"),
        ("2 miejsca", "miejsca/"),
        ("2 tematy", "tematy/"),
        ("1 organizacja", "organizacje/"),
    ]
