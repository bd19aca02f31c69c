"""Cards and rows: where, when, what kind, and the most telling figure, a plan only as a plan."""

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.samples import plain, published, renderer

from goodpractices.catalogue import Catalogue
from goodpractices.publishing.pages.cards import Cards


def figure(**fields: Any) -> dict[str, Any]:
    known = {"id": "i1", "label": "uczestnicy", "unit": "person", "nature": "output", "value": 784, "source": "s1"}
    return {**known, **fields}


def cards(catalogue: Catalogue) -> Cards:
    return Cards(catalogue, renderer())


def card(parent: Path, **given: Any) -> LexborHTMLParser:
    catalogue = published(parent, {"las": given})
    return LexborHTMLParser(str(cards(catalogue).cards(catalogue.published, "tematy/sport/")[0]))


def said(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [plain(node.text()) for node in tree.css(selector)]


def test_a_card_leads_to_its_practice_from_where_it_stands(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {"title": "Las"}})
    for here, link in (("", "praktyki/las/"), ("tematy/", "../praktyki/las/"), ("tematy/x/", "../../praktyki/las/")):
        assert f'href="{link}"' in cards(catalogue).cards(catalogue.published, here)[0]


def test_a_card_says_where_when_and_what_kind(tmp_path: Path) -> None:
    tree = card(tmp_path, places=[{"place": "gdynia"}], period={"start": "2016-12", "end": "2023"}, kind="service")
    assert said(tree, ".meta span") == ["Gdynia", "2016–2023", "usługa"]


def test_a_place_where_it_works_is_named_before_those_that_only_take_part(tmp_path: Path) -> None:
    tree = card(tmp_path, places=[{"place": "sopot", "role": "partner"}, {"place": "gdynia"}])
    assert said(tree, ".meta span")[0] == "Gdynia"


@pytest.mark.parametrize(
    ("figures", "nature", "words"),
    [
        ([figure(), figure(id="i2", nature="outcome", value=320, label="praca")], "outcome", "320 praca"),
        ([figure(nature="target", value=300), figure(id="i2", value=7, label="spotkania")], "output", "7 spotkania"),
        ([figure(nature="target", value=300)], "target", "300 uczestnicy plan"),
        (
            [figure(), figure(id="i2", nature="outcome", value=320, label="praca", of="i1")],
            "outcome",
            "320 z 784 praca",
        ),
    ],
)
def test_an_effect_goes_before_an_activity_and_that_before_a_plan(
    tmp_path: Path, figures: list[dict[str, Any]], nature: str, words: str
) -> None:
    shown = card(tmp_path, indicators=figures).css(".card__figure")
    assert [node.attributes["data-nature"] for node in shown] == [nature]
    assert plain(shown[0].text()) == words


def test_without_results_a_card_says_so(tmp_path: Path) -> None:
    tree = card(tmp_path, indicators=[figure(nature="context", unit="country")])
    assert tree.css("[data-nature]") == []
    assert said(tree, ".card__figure.missing") == ["brak danych o wynikach"]


def test_a_role_is_shown_on_the_card_of_that_practice_alone(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {}, "staw": {}})
    made = cards(catalogue)
    first, second = made.cards(catalogue.published, "", {"las": 'lider & "gość"'})
    assert '<span class="badge">lider &amp; &#34;gość&#34;</span>' in first
    assert "badge" not in second
    assert "badge" not in made.cards(catalogue.published, "")[0]


def test_a_row_is_a_result_of_the_list(tmp_path: Path) -> None:
    catalogue = published(tmp_path, {"las": {}})
    row = cards(catalogue).rows(catalogue.published, "praktyki/")[0]
    assert 'data-result="las" data-match="exact"' in row
