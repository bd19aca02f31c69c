"""The page of the map: the list says everything, the drawing repeats it, and both agree."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.support.maps import GDYNIA, POMORSKIE, SOPOT, STRALSUND, Fields, at, mapped
from tests.support.paths import PRACTICES
from tests.support.samples import renderer

from goodpractices.catalogue import Catalogue, load_catalogue
from goodpractices.finding import group_practices
from goodpractices.finding.map_points import map_places
from goodpractices.publishing.pages.map_page import MapPage


def page_of(catalogue: Catalogue, *, offline: bool = False) -> MapPage:
    return MapPage(catalogue, map_places(catalogue, group_practices(catalogue)), renderer(offline=offline))


def read(content: str) -> LexborHTMLParser:
    return LexborHTMLParser(content)


def attribute(node: LexborNode, name: str) -> str:
    return node.attributes[name] or ""


@pytest.fixture(scope="module")
def real() -> MapPage:
    return page_of(load_catalogue(PRACTICES))


def test_each_number_leads_to_its_place_in_the_list(real: MapPage) -> None:
    page = read(real.article().content)
    entries = {f"#{attribute(node, 'id')}" for node in page.css(".place")}
    pins = [attribute(node, "href") for node in page.css(".map--wide .map__pin")]
    assert pins
    assert set(pins) <= entries


def test_the_list_has_each_place_once(real: MapPage) -> None:
    identifiers = [attribute(node, "id") for node in read(real.article().content).css(".place")]
    assert len(identifiers) == len(set(identifiers))


def test_wide_and_narrow_drawings_name_the_same_places(real: MapPage) -> None:
    page = read(real.article().content)

    def places(size: str) -> set[str]:
        labels = [title.text() for title in page.css(f"#mapa-calosc ~ .map--{size} .map__pin title")]
        return {number for label in labels for number in re.findall(r"(\d+) [A-ZŁŻ]", label)}

    assert places("wide") == places("narrow") != set()


def test_a_drawing_has_a_name_and_a_description(real: MapPage) -> None:
    page = read(real.article().content)
    for drawing in page.css("svg.map"):
        names = attribute(drawing, "aria-labelledby"), attribute(drawing, "aria-describedby")
        assert all(len(page.css(f"#{each}")) == 1 for each in names)


def test_numbers_are_large_enough_to_touch(real: MapPage) -> None:
    for badge in read(real.article().content + real.hero()).css(".map__badge"):
        assert float(attribute(badge, "width")) >= 24
        assert float(attribute(badge, "height")) >= 24


def test_what_is_seen_is_what_may_be_said(real: MapPage) -> None:
    for pin in read(real.article().content + real.hero()).css(".map__pin"):
        seen = " ".join(node.text() for node in pin.css("text"))
        assert attribute(pin, "aria-label").startswith(seen)


def test_a_place_leads_to_its_own_page(tmp_path: Path) -> None:
    catalogue = mapped(tmp_path, [GDYNIA], {"las": at("gdynia")})
    assert 'href="../miejsca/gdynia/"' in page_of(catalogue).article().content
    assert 'href="../miejsca/gdynia/index.html"' in page_of(catalogue, offline=True).article().content


def test_a_place_shows_a_few_practices_and_says_how_many_more(tmp_path: Path) -> None:
    many: dict[str, Fields] = {f"las-{n}": at("gdynia") for n in range(20)}
    content = page_of(mapped(tmp_path, [GDYNIA], many)).article().content
    assert len(read(content).css(".place__practices a")) == 4
    assert "i jeszcze 17" in content


def test_what_has_no_point_is_said_beside_the_map(tmp_path: Path) -> None:
    page = read(page_of(mapped(tmp_path, [GDYNIA, POMORSKIE], {"las": at("pomorskie")})).article().content)
    unplaced = page.css_first("[aria-labelledby=bez-punktu]")
    assert unplaced is not None
    assert "województwo pomorskie" in unplaced.text()


def test_a_catalogue_without_coordinates_has_a_page_and_no_drawing(tmp_path: Path) -> None:
    page = page_of(mapped(tmp_path, [POMORSKIE], {"las": at("pomorskie")}))
    assert "<svg" not in page.article().content
    assert page.hero() == ""


def test_names_from_the_registry_stay_words(tmp_path: Path) -> None:
    hostile = {**GDYNIA, "name": 'Gdynia" onload="alert(1)'}
    page = page_of(mapped(tmp_path, [hostile, STRALSUND], {"las": at("gdynia")}))
    assert not read(page.article().content + page.hero()).css("[onload]")


def test_the_small_map_counts_practices_once(tmp_path: Path) -> None:
    """One practice in two towns that share a marker is one practice."""
    page = page_of(mapped(tmp_path, [GDYNIA, SOPOT, STRALSUND], {"las": at("gdynia", "sopot"), "dab": at("stralsund")}))
    drawing = read(page.hero()).css_first(".map--narrow")
    assert drawing is not None
    assert [attribute(pin, "aria-label") for pin in drawing.css(".map__pin")] == [
        "1 Gdynia, Sopot – Gdynia i Sopot: 1 praktyka",
        "1 Stralsund – Stralsund: 1 praktyka",
    ]
