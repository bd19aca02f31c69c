"""The page of the map: the list says everything, the drawing repeats it, and both agree."""

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.maps import GDYNIA, LIZBONA, POMORSKIE, SOPOT, STRALSUND, Fields, at, attribute, mapped, page_of
from tests.support.samples import plain, with_registry


def read(content: str) -> LexborHTMLParser:
    return LexborHTMLParser(content)


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


def entries(page: LexborHTMLParser) -> list[tuple[str, str]]:
    return [(attribute(node, "id"), node.css("a")[0].text()) for node in page.css(".place")]


def family(name: str, theme: str) -> dict[str, Any]:
    return {"id": theme, "pl": theme, "en": theme, "family": name}


def test_the_page_lists_places_by_country_with_their_numbers(tmp_path: Path) -> None:
    given = {"las": at("gdynia"), "dab": at("stralsund"), "sad": at("sopot", "gdynia")}
    article = page_of(mapped(tmp_path, [GDYNIA, SOPOT, STRALSUND, POMORSKIE], given)).article()
    page = read(article.content)
    assert (article.address, article.title, article.section) == ("mapa/", "Mapa praktyk", "map")
    assert article.description == plain(page.css(".lead")[0].text())
    assert [plain(node.text()) for node in page.css(".map-page__country")] == ["Polska", "Niemcy"]
    assert entries(page) == [
        ("miejsce-gdynia", "Gdynia"),
        ("miejsce-sopot", "Sopot"),
        ("miejsce-stralsund", "Stralsund"),
    ]
    assert [plain(node.text()) for node in page.css(".place__number")] == ["1.", "2.", "3."]


def test_a_place_of_one_practice_more_than_are_named_leads_to_its_page(tmp_path: Path) -> None:
    four: dict[str, Fields] = {f"las-{n}": {**at("gdynia"), "title": f"Las {n}"} for n in range(4)}
    page = read(page_of(mapped(tmp_path, [GDYNIA], four)).article().content)
    links = [(plain(node.text()), attribute(node, "href")) for node in page.css(".place__practices a")]
    assert links == [
        *((f"Las {n}", f"../praktyki/las-{n}/") for n in range(3)),
        ("i jeszcze 1", "../miejsca/gdynia/"),
    ]


def test_a_practice_is_named_by_its_short_title_and_has_the_colour_of_its_theme(tmp_path: Path) -> None:
    themes: list[dict[str, Any]] = [family("youth", "mlodziez"), family("labour", "rynek")]
    records: dict[str, list[dict[str, Any]]] = {
        "_registry/places": [{**GDYNIA, "id": "g", "country": "PL", "level": "town"}],
        "_vocabularies/themes": themes,
    }
    given = {
        "las": {"title": "Las w mieście", "short_title": "Las", "themes": ["mlodziez"], "places": [{"place": "g"}]},
        "sad": {"title": "Sad", "themes": ["rynek"], "places": [{"place": "g"}]},
    }
    page = read(page_of(with_registry(tmp_path, records, given)).article().content)
    shown = [(plain(node.text()), attribute(node, "class")) for node in page.css(".place__practices li")]
    assert shown == [("Las", "family-youth"), ("Sad", "family-labour")]
    legend = [(plain(node.text()), attribute(node, "class")) for node in page.css(".legend li")]
    assert legend == [("różne tematy", "")]


def test_the_legend_names_the_colours_that_are_used_and_several_together(tmp_path: Path) -> None:
    def legend(parent: Path, *names: str) -> list[str]:
        places = [{**place, "country": "PL", "level": "town"} for place in (GDYNIA, SOPOT)]
        places = [{**place, "id": f"m-{place['id']}"} for place in places]
        given = {
            f"p{n}": {"themes": [f"t-{name}"], "places": [{"place": places[n]["id"]}]} for n, name in enumerate(names)
        }
        themes = [family(name, f"t-{name}") for name in sorted({*names})]
        records: dict[str, list[dict[str, Any]]] = {"_registry/places": places, "_vocabularies/themes": themes}
        page = read(page_of(with_registry(parent, records, given)).article().content)
        return [plain(node.text()) for node in page.css(".legend li")]

    assert legend(tmp_path / "a", "youth") == ["młodzież"]
    assert legend(tmp_path / "b", "youth", "labour") == ["praca i nauka", "młodzież", "różne tematy"]


def test_a_drawing_leads_from_the_home_page_to_the_map(tmp_path: Path) -> None:
    given = {"las": at("gdynia"), "sad": at("stralsund")}
    hero = read(page_of(mapped(tmp_path, [GDYNIA, STRALSUND], given)).hero())
    assert [attribute(node, "href") for node in hero.css(".map--wide .map__pin")] == [
        "mapa/#miejsce-gdynia",
        "mapa/#miejsce-stralsund",
    ]
    assert attribute(hero.css(".map-hero__link a")[0], "href") == "mapa/"
    assert [attribute(node, "class") for node in hero.css("svg")] == ["map map--wide", "map map--narrow"]


def test_the_small_map_shows_what_is_near_home(tmp_path: Path) -> None:
    given = {"las": at("gdynia"), "sad": at("sopot"), "dab": at("sopot"), "lip": at("lizbona")}
    hero = read(page_of(mapped(tmp_path, [GDYNIA, SOPOT, LIZBONA], given)).hero())
    assert "Lizbona" not in (hero.html or "")
    assert [attribute(pin, "aria-label") for pin in hero.css(".map--wide .map__pin")] == [
        "1 Gdynia – Gdynia: 1 praktyka",
        "2 Sopot – Sopot: 2 praktyki",
    ]


def test_of_a_home_region_the_small_map_shows_its_own_places_and_the_numbers_have_one_outline(tmp_path: Path) -> None:
    gdynia, sopot = ({**place, "parent": "pomorskie"} for place in (GDYNIA, SOPOT))
    given = {"las": at("gdynia"), "sad": at("sopot"), "dab": at("stralsund")}
    hero = read(page_of(mapped(tmp_path, [gdynia, sopot, STRALSUND, POMORSKIE], given)).hero())
    pins = hero.css(".map--wide .map__pin")
    assert [attribute(pin, "aria-label") for pin in pins] == [
        "1 Gdynia – Gdynia: 1 praktyka",
        "1 Sopot – Sopot: 1 praktyka",
    ]
    assert {attribute(badge, "d").count("A") for badge in hero.css(".map__badge")} == {2}  # no legend tells others
    assert hero.css_first(".map title") is not None
    assert plain(hero.css(".map title")[0].text()) == "Z bliska: województwo pomorskie"


def test_the_region_is_drawn_once_more_where_it_says_something_new(tmp_path: Path) -> None:
    gdynia, sopot = ({**place, "parent": "pomorskie"} for place in (GDYNIA, SOPOT))

    def close_up(parent: Path, *places: Fields) -> list[str]:
        catalogue = mapped(parent, [*places, POMORSKIE], {"las": at(*(place["id"] for place in places))})
        return [plain(node.text()) for node in read(page_of(catalogue).article().content).css("#mapa-okolica")]

    assert close_up(tmp_path / "a", gdynia, sopot, STRALSUND) == ["Z bliska: województwo pomorskie"]
    assert close_up(tmp_path / "b", gdynia, sopot) == []
    assert close_up(tmp_path / "c", gdynia, STRALSUND) == []


def sizes(content: str) -> dict[str, str]:
    return {attribute(node, "aria-labelledby"): attribute(node, "viewBox") for node in read(content).css("svg.map")}


@pytest.mark.slow
def test_each_drawing_has_the_paper_of_its_page(tmp_path: Path) -> None:
    gdynia, sopot = ({**place, "parent": "pomorskie"} for place in (GDYNIA, SOPOT))
    page = page_of(
        mapped(
            tmp_path,
            [gdynia, sopot, LIZBONA, STRALSUND, POMORSKIE],
            {"las": at("gdynia", "sopot"), "dab": at("lizbona", "stralsund")},
        )
    )
    assert sizes(page.article().content) == {
        "mapa-calosc-wide-tytul": "0 0 680 579",
        "mapa-calosc-narrow-tytul": "0 0 288 246",
        "mapa-okolica-tytul": "0 0 288 220",
    }
    assert sizes(page.hero()) == {
        "mapa-mala-wide-tytul": "0 0 400 280",
        "mapa-mala-narrow-tytul": "0 0 288 200",
    }
