"""A misspelt key is told where it stands, with the name that was meant there; limits are told with their numbers."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import entry, problems_of

FIGURE = {"id": "a", "label": "osoby", "unit": "person", "nature": "output", "source": "s1", "value": 5}


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"period": {"strat": "2020"}}, "3:3: period.strat: Nieznane pole „strat”. Może chodziło o „start”?"),
        (
            {"indicators": [{**FIGURE, "metod": "spis"}]},
            "9:3: indicators[0].metod: Nieznane pole „metod”. Może chodziło o „method”?",
        ),
        (
            {"transfer": {"fits": {"populatoin": {"min": 1}}}},
            "4:5: transfer.fits.populatoin: Nieznane pole „populatoin”. Może chodziło o „population”?",
        ),
    ],
)
def test_an_unknown_key_inside_a_record_comes_with_the_nearest_name_there(
    given: dict[str, Any], line: str, tmp_path: Path
) -> None:
    assert problems_of(tmp_path, entry(given)) == [line]


def test_a_required_key_that_is_misspelt_is_not_missing_too(tmp_path: Path) -> None:
    misspelt = {name: value for name, value in FIGURE.items() if name != "label"} | {"lable": "osoby"}
    assert problems_of(tmp_path, entry({"indicators": [misspelt]})) == [
        "8:3: indicators[0].lable: Nieznane pole „lable”. Może chodziło o „label”?"
    ]
