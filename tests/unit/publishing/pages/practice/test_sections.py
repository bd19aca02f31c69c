"""The sections of the page of a practice: in which order they stand, and which parts of its story stand within them."""

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as Tree
from tests.support.entries import add, entry, practices_folder
from tests.support.samples import plain, practice_page

from goodpractices.catalogue import load_catalogue

FIGURE = {"id": "i1", "label": "uczestnicy", "unit": "person", "nature": "output", "value": 784, "source": "s1"}
AMOUNT = {"role": "total", "amount": 9200000, "currency": "PLN", "source": "s1"}
STORY = """## Wyzwanie

Beton.

## Cele

Cień.

## Na czym to polega

Sadzimy.

## Krok po kroku

Kopiemy.

## Co się zmieniło

Chłodniej.

## Głos uczestników

Miło.

## Co pomogło

Woda.

## Jak to powtórzyć u siebie

Zacznij od ziemi.
"""


def told(parent: Path, story: str, **given: Any) -> Tree:
    known = {
        **{"editorial": {"state": "published"}, "organisations": [{"org": "um-sopot", "role": "leader"}]},
        "evidence_level": {"value": 1, "reason": "Lista"},
    }
    folder = practices_folder(parent)
    add(folder, "las/index.md", entry({**known, **given}, story))
    return Tree(practice_page(load_catalogue(folder)).content)


def said(tree: Tree, selector: str) -> list[str]:
    return [plain(node.text()) for node in tree.css(selector)]


def test_the_sections_stand_in_the_order_in_which_readers_ask(tmp_path: Path) -> None:
    tree = told(
        tmp_path,
        STORY,
        key_dates=[{"date": "2020", "text": "Start"}],
        indicators=[FIGURE],
        funding=[AMOUNT],
        adoptions=[{"state": "adopted", "place": "sopot"}],
        documents=[{"title": "Regulamin"}],
    )
    assert said(tree, "section.block > h2") == [
        *("Na czym to polega", "Co się zmieniło", "Dowody", "Pieniądze"),
        *("Jak to powtórzyć u siebie", "Kto jeszcze tak robił", "Kto i gdzie"),
        *("Czego jeszcze nie wiemy", "Źródła"),
    ]


@pytest.mark.parametrize(
    ("section", "parts"),
    [
        ("jak-dziala", ["Krok po kroku", "Wyzwanie", "Cele"]),
        ("liczby", ["Głos uczestników"]),
        ("przeniesienie", ["Co pomogło"]),
    ],
)
def test_the_parts_of_a_story_stand_within_the_section_that_they_are_about(
    section: str, parts: list[str], tmp_path: Path
) -> None:
    tree = told(tmp_path, STORY)
    assert said(tree, f"section[aria-labelledby={section}] h3") == parts


def test_each_part_of_a_story_is_told_once(tmp_path: Path) -> None:
    words = plain(told(tmp_path, STORY).text())
    for told_once in ("Beton", "Cień", "Sadzimy", "Kopiemy", "Chłodniej", "Miło", "Woda", "Zacznij od ziemi"):
        assert words.count(told_once) == 1, told_once


def test_the_voice_of_those_who_took_part_keeps_its_name_where_nothing_else_is_told(tmp_path: Path) -> None:
    tree = told(tmp_path, "## Głos uczestników\n\nMiło.\n")
    assert said(tree, "section[aria-labelledby=liczby] h3") == ["Głos uczestników"]


def test_what_is_needed_what_helped_and_what_was_hard_stand_side_by_side(tmp_path: Path) -> None:
    tree = told(
        tmp_path,
        STORY,
        transfer={"preconditions": ["Ziemia"], "source": "s1"},
        resources={"staff": "Jeden ogrodnik"},
        obstacles=[{"what": "Susza", "how_handled": "Zbiornik"}],
        criteria={"nowosc": "met"},
    )
    shown = said(tree, "section[aria-labelledby=przeniesienie] .side-by-side h3")
    assert shown[0].startswith("Warunki")
    assert shown[1:] == ["Czego potrzeba", "Co pomogło", "Trudności i jak sobie z nimi poradzono"]
    assert said(tree, "section[aria-labelledby=przeniesienie] details h3") == ["Kryteria dobrej praktyki"]
