"""The generated part of the home page: the largest groups, the newest practices, every theme, four numbers."""

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


def test_the_three_newest_practices_stand_there_the_last_first(catalogue: Catalogue) -> None:
    assert [plain(node.text()) for node in fragment(catalogue).css(".card__title")] == [
        *("Praktyka 3", "Praktyka 2", "Praktyka 1"),
    ]
    assert fragment(catalogue).css(".card__title a")[0].attributes["href"] == "praktyki/p3/"
    assert tiles(fragment(catalogue), "#nowe ~ p a") == [("Zobacz wszystkie 4 praktyki", "praktyki/")]


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
