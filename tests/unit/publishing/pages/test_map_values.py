"""What the templates of the map are given: the papers, the list by country, the legend, the map of the home page."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.support.maps import GDYNIA, JAWORZNO, LIZBONA, POMORSKIE, SOPOT, STRALSUND, Fields, at, mapped
from tests.support.samples import PL, renderer

from goodpractices.finding import group_practices
from goodpractices.finding.map_points import map_places
from goodpractices.publishing.pages.map_page import MapPage
from goodpractices.publishing.rendering import Renderer

HOME = {"id": "omx", "name": "Metropolia", "level": "metropolitan-area", "parent": "pomorskie"}


class Values(Renderer):
    """Keeps what a template is given."""

    def __init__(self) -> None:
        super().__init__(PL, renderer().links)
        self.given: dict[str, Any] = {}

    def render(self, template: str, here: str, **values: Any) -> str:
        self.given = {"template": template, "here": here, **values}
        return "x"


def page(parent: Path, *places: Fields, **practices: Fields) -> tuple[MapPage, Values]:
    catalogue = mapped(parent, places, practices)
    values = Values()
    return MapPage(catalogue, map_places(catalogue, group_practices(catalogue)), values), values


def of_article(parent: Path, *places: Fields, **practices: Fields) -> Mapping[str, Any]:
    made, values = page(parent, *places, **practices)
    article = made.article()
    assert (article.address, article.section, article.content) == ("mapa/", "map", "x")
    assert (article.title, article.description) == (PL("map.title"), PL("map.lead"))
    return values.given


@pytest.mark.slow
def test_all_places_are_drawn_for_wide_pages_and_for_phones(tmp_path: Path) -> None:
    given = of_article(tmp_path, GDYNIA, STRALSUND, LIZBONA, las=at("gdynia", "stralsund", "lizbona"))
    wide, narrow = given["whole"]
    assert (wide.id, wide.size, wide.width) == ("mapa-calosc-wide", "wide", 680)
    assert (narrow.id, narrow.size, narrow.width) == ("mapa-calosc-narrow", "narrow", 288)
    assert 320 <= wide.height <= 640
    assert 200 <= narrow.height <= 330
    assert wide.title == PL("map.whole")
    assert wide.description == PL("map.whole_text", n=3)
    assert sorted(pin.address for pin in wide.pins) == ["#miejsce-gdynia", "#miejsce-lizbona", "#miejsce-stralsund"]


def test_the_home_region_has_a_close_up_where_it_is_not_all_there_is(tmp_path: Path) -> None:
    towns = [{**each, "parent": "pomorskie"} for each in (GDYNIA, SOPOT)]
    given = of_article(tmp_path / "a", *towns, JAWORZNO, POMORSKIE, HOME, las=at("gdynia", "sopot", "jaworzno"))
    assert (given["close_up"].id, given["close_up"].width) == ("mapa-okolica", 288)
    assert 220 <= given["close_up"].height <= 280
    assert given["close_up"].description == PL("map.home_text", n=2)
    assert given["close_up_heading"] == PL("map.home", region="województwo pomorskie")
    assert of_article(tmp_path / "b", *towns, POMORSKIE, HOME, las=at("gdynia", "sopot"))["close_up"] is None
    assert (
        of_article(tmp_path / "c", towns[0], JAWORZNO, POMORSKIE, HOME, las=at("gdynia", "jaworzno"))["close_up"]
        is None
    )


def test_the_list_goes_by_countries_and_says_of_a_place_what_a_reader_needs(tmp_path: Path) -> None:
    given = of_article(
        tmp_path,
        GDYNIA,
        STRALSUND,
        las={**at("gdynia", "stralsund"), "title": "Las w mieście", "short_title": "Las"},
    )
    assert [(country, [entry.name for entry in entries]) for country, entries in given["countries"]] == [
        ("Polska", ["Gdynia"]),
        ("Niemcy", ["Stralsund"]),
    ]
    entry = given["countries"][0][1][0]
    assert (entry.id, entry.number, entry.name, entry.count) == ("miejsce-gdynia", 1, "Gdynia", 1)
    assert (entry.address, entry.level) == ("miejsca/gdynia/", "miejscowość")
    assert entry.narrowed == "praktyki/?place=gdynia"
    assert [(value.text, value.address, family) for value, family in entry.practices] == [("Las", "praktyki/las/", "")]
    assert (given["left_out"], given["all_places"]) == (0, "miejsca/")


def test_a_place_without_a_point_has_no_number(tmp_path: Path) -> None:
    given = of_article(tmp_path, GDYNIA, POMORSKIE, las=at("pomorskie"))
    [entry] = given["unplaced"]
    assert (entry.name, entry.number, entry.count) == ("województwo pomorskie", None, 1)


def test_a_place_names_its_first_three_practices(tmp_path: Path) -> None:
    given = of_article(tmp_path, GDYNIA, **{f"las-{n}": at("gdynia") for n in range(5)})
    entry = given["countries"][0][1][0]
    assert (len(entry.practices), entry.count) == (3, 5)


def test_a_map_without_points_says_so(tmp_path: Path) -> None:
    given = of_article(tmp_path, POMORSKIE, las=at("pomorskie"))
    assert (given["whole"], given["close_up"], given["countries"]) == ([], None, [])


def test_colours_are_explained_where_there_are_some(tmp_path: Path) -> None:
    given = of_article(tmp_path, GDYNIA, STRALSUND, las=at("gdynia"))
    assert given["families"] == [("", PL("map.mixed"))]
    assert of_article(tmp_path / "b", GDYNIA)["families"] == []


def test_the_home_page_has_a_map_of_what_is_near(tmp_path: Path) -> None:
    made, values = page(tmp_path, GDYNIA, SOPOT, JAWORZNO, LIZBONA, las=at("gdynia", "lizbona", "jaworzno"))
    assert made.hero() == "x"
    given = values.given
    assert (given["template"], given["here"]) == ("map_hero.html", "")
    assert (given["whole"].text, given["whole"].address) == (PL("map.hero_link"), "mapa/")
    wide, narrow = given["drawings"]
    assert (wide.id, wide.size, wide.width) == ("mapa-mala-wide", "wide", 400)
    assert (narrow.id, narrow.size, narrow.width) == ("mapa-mala-narrow", "narrow", 288)
    assert 280 <= wide.height <= 320
    assert 200 <= narrow.height <= 236
    assert (wide.title, wide.description) == (PL("map.hero_title"), PL("map.hero_text"))
    # Sopot has no practice, and Lisbon is too far.
    assert [pin.address for pin in wide.pins] == ["mapa/#miejsce-gdynia", "mapa/#miejsce-jaworzno"]


def test_a_map_of_the_home_page_needs_a_place_with_a_practice(tmp_path: Path) -> None:
    made, _ = page(tmp_path, GDYNIA)
    assert made.hero() == ""
