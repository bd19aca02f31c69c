"""A percentage in prose has an indicator with the same number; else the place where it stands is told."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import loaded

from goodpractices.catalogue import Practice
from goodpractices.catalogue.figure_rules import percentages_have_an_indicator
from goodpractices.catalogue.records import EasyText

REST = " Reszta opisu jest po to, żeby miał on tyle liter, ile musi mieć opis praktyki w katalogu."
FIGURE = {"id": "a", "label": "a", "unit": "percent", "nature": "output", "source": "s1", "value": 40.8}


@pytest.fixture
def practice(tmp_path: Path) -> Practice:
    return loaded(tmp_path, wzor={"indicators": [FIGURE]}).practices["wzor"]


@pytest.mark.parametrize(
    ("changed", "location"),
    [
        ({"summary": f"Wzrost o 41%.{REST}"}, ("summary",)),
        ({"plain_summary": "Wzrost o 41%."}, ("plain_summary",)),
        ({"easy_to_read": EasyText(text="Wzrost o 41%.", tested_by="Grupa")}, ("easy_to_read", "text")),
    ],
)
def test_the_place_of_a_percentage_without_an_indicator_is_told(
    practice: Practice, changed: dict[str, Any], location: tuple[str, ...]
) -> None:
    [problem] = percentages_have_an_indicator(replace(practice, **changed))
    assert (problem.key, problem.location, problem.params) == ("percent_in_prose", location, {"value": "41%"})


@pytest.mark.parametrize("text", ["Wzrost o 40,8%.", "Wzrost o 40.8 %.", "Bez liczb."])
def test_a_percentage_that_an_indicator_has_is_in_order(practice: Practice, text: str) -> None:
    assert [*percentages_have_an_indicator(replace(practice, summary=text + REST, plain_summary=text))] == []


def test_every_percentage_of_a_text_is_told(practice: Practice) -> None:
    found = percentages_have_an_indicator(replace(practice, summary=f"10%, 40,8% i 20%.{REST}"))
    assert [each.params["value"] for each in found] == ["10%", "20%"]
