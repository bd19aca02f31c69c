"""The page of the map of all entries: the list says everything, the drawing repeats it, and both agree."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.maps import attribute, page_of
from tests.support.real import real_catalogue

from goodpractices.publishing.pages.map_page import MapPage


@pytest.fixture(scope="module")
def real() -> MapPage:
    return page_of(real_catalogue())


def test_each_number_leads_to_its_place_in_the_list(real: MapPage) -> None:
    page = LexborHTMLParser(real.article().content)
    entries = {f"#{attribute(node, 'id')}" for node in page.css(".place")}
    pins = [attribute(node, "href") for node in page.css(".map--wide .map__pin")]
    assert pins
    assert set(pins) <= entries


def test_the_list_has_each_place_once(real: MapPage) -> None:
    identifiers = [attribute(node, "id") for node in LexborHTMLParser(real.article().content).css(".place")]
    assert len(identifiers) == len(set(identifiers))


def test_wide_and_narrow_drawings_name_the_same_places(real: MapPage) -> None:
    page = LexborHTMLParser(real.article().content)

    def places(size: str) -> set[str]:
        labels = [title.text() for title in page.css(f"#mapa-calosc ~ .map--{size} .map__pin title")]
        return {number for label in labels for number in re.findall(r"(\d+) [A-ZŁŻ]", label)}

    assert places("wide") == places("narrow") != set()


def test_a_drawing_has_a_name_and_a_description(real: MapPage) -> None:
    page = LexborHTMLParser(real.article().content)
    for drawing in page.css("svg.map"):
        names = attribute(drawing, "aria-labelledby"), attribute(drawing, "aria-describedby")
        assert all(len(page.css(f"#{each}")) == 1 for each in names)


def test_what_is_seen_is_what_may_be_said(real: MapPage) -> None:
    for pin in LexborHTMLParser(real.article().content + real.hero()).css(".map__pin"):
        seen = " ".join(node.text() for node in pin.css("text"))
        assert attribute(pin, "aria-label").startswith(seen)


def entries(page: LexborHTMLParser) -> list[tuple[str, str]]:
    return [(attribute(node, "id"), node.css("a")[0].text()) for node in page.css(".place")]
