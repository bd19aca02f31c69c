"""The poster of a practice: around which place it is drawn, and that it is small."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import practice

from goodpractices.catalogue import PRACTICE, Cache, Place, Practice
from goodpractices.publishing.pages import poster as module
from goodpractices.publishing.pages.poster import BANNER, TILE, Poster, draw_ahead, poster

GDYNIA = {"lat": 54.51889, "lon": 18.53188}
POZNAN = {"lat": 52.40692, "lon": 16.92993}


def place(name: str, **more: Any) -> Place:
    return Place(id=name, name=name, country="PL", level="town", **more)


def country(name: str, code: str) -> Place:
    return Place(id=name, name=name, country=code, level="country")


PLACES = {
    "berlin": Place(id="berlin", name="Berlin", country="DE", level="town", lat=52.48, lon=13.44),
    "norwegia": country("norwegia", "NO"),
    "polska": country("polska", "PL"),
    "japonia": country("japonia", "JP"),
    "gdynia": place("gdynia", **GDYNIA),
    "poznan": place("poznan", **POZNAN),
    "powiat": place("powiat"),
    "nowy-jork": place("nowy-jork", lat=40.7, lon=-74.0),
}


def drawn(*uses: dict[str, str], size: tuple[int, int] = TILE) -> Poster | None:
    return poster(PRACTICE({"id": "wzor", **practice(places=list(uses))}, None), PLACES, size)


def test_a_poster_shows_the_coast_at_the_place_where_the_practice_works() -> None:
    shown = drawn({"place": "poznan", "role": "partner"}, {"place": "gdynia"})
    assert shown == drawn({"place": "gdynia"})
    assert shown is not None
    assert shown.place == "gdynia"
    assert shown.land.count(",") > 15  # a sheet that is land from edge to edge has five


def test_an_inland_place_is_drawn_from_farther_away_until_a_border_is_seen() -> None:
    shown = drawn({"place": "poznan"})
    assert shown is not None
    assert shown.borders


def test_a_border_that_only_cuts_a_corner_off_is_not_enough() -> None:
    shown = drawn({"place": "berlin"}, size=BANNER)
    assert shown is not None
    assert shown.borders.count(",") > 10  # at 120 km there are two, of a line across a corner


@pytest.mark.slow
@pytest.mark.parametrize("size", [TILE, BANNER])
def test_a_practice_of_a_whole_country_shows_that_country(size: tuple[int, int]) -> None:
    polish, norwegian = drawn({"place": "polska"}, size=size), drawn({"place": "norwegia"}, size=size)
    assert polish is not None
    assert norwegian is not None
    assert (polish.place, norwegian.place) == ("polska", "norwegia")
    assert len({polish.country, norwegian.country, ""}) == 3


def test_a_town_is_more_telling_than_the_country_it_lies_in() -> None:
    assert drawn({"place": "polska"}, {"place": "gdynia"}) == drawn({"place": "gdynia"})
    assert drawn({"place": "polska"}, {"place": "gdynia", "role": "partner"}) == drawn({"place": "polska"})


@pytest.mark.parametrize("name", ["powiat", "nowy-jork", "japonia"])
def test_a_place_without_a_point_in_europe_has_no_poster(name: str) -> None:
    assert drawn({"place": name}) is None


def test_a_place_without_a_point_gives_way_to_the_next_that_has_one() -> None:
    assert drawn({"place": "powiat"}, {"place": "gdynia"}) == drawn({"place": "gdynia"})


def test_a_tile_weighs_less_than_two_kilobytes() -> None:
    for name in ("gdynia", "poznan"):
        shown = drawn({"place": name})
        assert shown is not None
        assert len(shown.land + shown.borders) < 2000
    for name in ("polska", "norwegia"):
        shown = drawn({"place": name})
        assert shown is not None
        assert len(shown.land + shown.borders + shown.country) < 3000
    banner = drawn({"place": "gdynia"}, size=BANNER)
    assert banner is not None
    assert (banner.width, banner.height) == (384, 216)


def test_the_place_stands_in_the_middle_of_a_tile_and_above_the_figure_of_a_banner() -> None:
    tile, banner = drawn({"place": "gdynia"}), drawn({"place": "gdynia"}, size=BANNER)
    assert tile is not None
    assert banner is not None
    assert tile.spot == (TILE[0] // 2, TILE[1] // 2)
    assert banner.spot[0] > BANNER[0] // 2
    assert banner.spot[1] < BANNER[1] // 2
    assert tile.land != banner.land


@pytest.mark.parametrize("size", [TILE, BANNER])
def test_the_mark_of_the_place_lies_within_its_light_and_both_leave_the_land_to_be_seen(size: tuple[int, int]) -> None:
    found = drawn({"place": "gdynia"}, size=size)
    assert found is not None
    mark, light = map(float, found.radii)
    assert 0 < mark < light < min(size) / 10


def at(*names: str) -> list[Practice]:
    return [PRACTICE({"id": name, **practice(places=[{"place": name}])}, None) for name in names]


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is drawn from now on, as nothing was before."""
    found: list[str] = []
    around = module._around

    def noted(scene: Any) -> module.Drawing:
        found.append(f"{scene.longitude}")
        return around(scene)

    monkeypatch.setattr(module, "_around", noted)
    monkeypatch.setattr(module, "_drawings", {})
    return found


def test_what_was_drawn_ahead_is_not_drawn_again(drawings: list[str]) -> None:
    draw_ahead(at("gdynia", "poznan", "japonia"), PLACES, Cache(None), "code")
    assert len(drawings) == 4
    assert all(poster(each, PLACES, size) for each in at("gdynia", "poznan") for size in (TILE, BANNER))
    assert len(drawings) == 4


def test_what_an_earlier_build_drew_is_recalled_unless_it_is_no_drawing(drawings: list[str], tmp_path: Path) -> None:
    path = tmp_path / "kept.sqlite"
    before = Cache(path)
    draw_ahead(at("gdynia"), PLACES, before, "code")
    before.save()
    shown = drawn({"place": "gdynia"})
    for code, drawn_then in (("code", 2), ("other code", 4)):
        module._drawings.clear()
        draw_ahead(at("gdynia"), PLACES, Cache(path), code)
        assert (len(drawings), drawn({"place": "gdynia"})) == (drawn_then, shown)
    forged = Cache(path)
    (key, *_) = forged.keys("posters")
    forged.keep("posters", key, ['"><script>', "", ""])
    forged.save()
    module._drawings.clear()
    draw_ahead(at("gdynia"), PLACES, Cache(path), "code")
    assert drawn({"place": "gdynia"}) == shown
