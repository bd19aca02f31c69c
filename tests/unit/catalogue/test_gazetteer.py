"""Places by name: all of one name, told apart; the lists are as the form and the build read them."""

import pytest

from goodpractices.catalogue import GAZETTEER_COUNTRIES, GAZETTEER_LETTERS, gazetteer_text, places_called
from goodpractices.wording import Translations

PL = Translations.load("pl")


@pytest.mark.parametrize("typed", ["Rumia", "RUMIA", " rumia "])
def test_a_place_is_found_however_it_is_typed(typed: str) -> None:
    [rumia] = places_called(typed)
    assert (rumia.name, rumia.country, rumia.region) == ("Rumia", "PL", "82")
    assert (rumia.latitude, rumia.longitude, rumia.geonames) == ("54.57092", "18.38802", 3086706)


def test_polish_letters_need_not_be_typed() -> None:
    assert places_called("Lodz")[0].name == "Łódź"


def test_places_of_one_name_are_told_apart_the_largest_first() -> None:
    found = [each.described(PL) for each in places_called("Mosty") if each.country == "PL"]
    assert found == [
        "Mosty – województwo pomorskie, Polska, niedaleko: Rumia, mieszkańców: 1\xa0830",
        "Mosty – województwo zachodniopomorskie, Polska, niedaleko: Goleniów, mieszkańców: 1\xa0420",
    ]


def test_a_city_is_found_by_its_polish_name() -> None:
    assert places_called("Drezno")[0].described(PL) == "Drezno – Dresden, Saksonia, Niemcy, mieszkańców: 564\xa0904"
    assert places_called("Wilno")[0].country == "LT"
    assert places_called("Warszawa")[0].main == ""


@pytest.mark.parametrize("name", ["", "  ", "Nie ma takiego miejsca", "łłł", "123"])
def test_what_is_no_place_is_not_found(name: str) -> None:
    assert places_called(name) == []


def test_every_line_has_a_country_and_a_region_with_names() -> None:
    lines = [line.split("\t") for letter in GAZETTEER_LETTERS for line in gazetteer_text(letter).splitlines()]
    assert len(lines) > 24_000
    assert {len(line) for line in lines} == {9}
    assert {line[2] for line in lines} <= set(GAZETTEER_COUNTRIES)
    codes = {f"region.{line[2]}.{line[3]}" for line in lines if line[2] in ("PL", "DE")}
    assert {code for code in codes if code not in PL} == set()
    assert {code for code in codes if code not in Translations.load("en")} == set()
