"""The generated part of the home page: what is known best, how well the rest is known, what is missing, numbers."""

from dataclasses import replace
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
    return LexborHTMLParser(home_fragment(catalogue, cards, renderer()))


def tiles(page: LexborHTMLParser, selector: str) -> list[tuple[str, str]]:
    return [(plain(node.text()), node.attributes["href"] or "") for node in page.css(selector)]


def cells(page: LexborHTMLParser, row: int) -> list[tuple[str, str, str]]:
    """The cells of a row: what they say, where they lead, how they look."""
    links = page.css(".coverage tbody tr")[row].css("td a")
    shown = [(plain(node.text()), node.attributes["href"] or "", node.attributes["class"] or "") for node in links]
    return [(text, href, classes.replace("coverage__", "")) for text, href, classes in shown]


def test_each_number_of_the_table_leads_to_the_practices_it_counts_and_a_gap_to_the_form(catalogue: Catalogue) -> None:
    page = fragment(catalogue)
    assert [plain(node.text()) for node in page.css(".coverage thead th")] == ["Młodzież", "Inne tematy"]
    rows = [plain(node.text()) for node in page.css(".coverage tbody th")]
    assert rows == ["seniorzy", *(f"grupa {n}" for n in range(9))]
    assert cells(page, 1) == [
        (
            "3 praktyki, choć jedna z policzonym skutkiem",
            "praktyki/?target_group=grupa-0&theme=woda",
            "number number--counted number--middle",
        ),
        (
            "1 praktyka, choć jedna z policzonym skutkiem",
            "praktyki/?target_group=grupa-0&theme=zielen",
            "number number--counted number--small",
        ),
    ]
    assert cells(page, 4)[1] == (*("zgłoś grupa 3, Inne tematy", "zglos/?target_groups=grupa-3&themes=zielen", "gap"),)


def test_descriptions_alone_are_told_from_counted_effects(catalogue: Catalogue) -> None:
    only = replace(catalogue, practices={"p2": catalogue.practices["p2"]})
    assert cells(fragment(only), 1)[0][0] == "1 praktyka, same opisy, skutków nie liczono"
    assert cells(fragment(only), 1)[0][2] == "number number--described number--small"


def test_below_the_table_stand_its_whole_and_the_lists_of_groups_and_themes(catalogue: Catalogue) -> None:
    assert tiles(fragment(catalogue), ".band__ways a") == [
        ("Czego brakuje, dokładniej", "czego-brakuje/"),
        ("Wszystkie grupy", "grupy/"),
        ("Wszystkie tematy", "tematy/"),
    ]


def test_the_three_of_whose_effect_most_is_known_stand_there_the_best_known_first(catalogue: Catalogue) -> None:
    assert [plain(node.text()) for node in fragment(catalogue).css(".card__title")] == [
        *("Praktyka 0", "Praktyka 2", "Praktyka 1"),
    ]
    assert fragment(catalogue).css(".card__title a")[0].attributes["href"] == "praktyki/p0/"
    assert tiles(fragment(catalogue), "#znane ~ p a") == [
        ("Zobacz wszystkie 4 praktyki", "praktyki/"),
        ("Co się zmieniło", "co-sie-zmienilo/"),
    ]


def test_each_level_of_evidence_says_how_many_practices_stand_on_it_and_leads_to_them(catalogue: Catalogue) -> None:
    stairs = fragment(catalogue).css(".profile li")
    assert [plain(each.text()) for each in stairs] == [
        *("0 tylko opis", "0 przeprowadzono", "2 policzono", "0 zbadano", "1 porównano"),
    ]
    assert tiles(fragment(catalogue), ".profile a") == [
        ("2 policzono", "praktyki/?evidence=2"),
        ("1 porównano", "praktyki/?evidence=4"),
    ]


def test_a_bar_is_as_long_as_the_number_of_practices_on_a_level_and_none_has_no_bar(catalogue: Catalogue) -> None:
    bars = [each.css("rect") for each in fragment(catalogue).css(".profile li")]
    assert [[rect.attributes["width"] for rect in each] for each in bars] == [[], [], ["100%"], [], ["50%"]]


def test_what_the_home_page_explains_leads_to_the_scale(catalogue: Catalogue) -> None:
    assert tiles(fragment(catalogue), ".band__note a") == [
        ("Co znaczą poziomy?", "o-katalogu/#poziomy-dowodow"),
    ]


def test_four_numbers_lead_to_their_lists(catalogue: Catalogue) -> None:
    hero = LexborHTMLParser(home_hero(catalogue, group_practices(catalogue), renderer()))
    assert tiles(hero, "a") == [
        ("4 praktyki", "praktyki/"),
        ("2 miejsca", "miejsca/"),
        ("2 tematy", "tematy/"),
        ("1 organizacja", "organizacje/"),
    ]
