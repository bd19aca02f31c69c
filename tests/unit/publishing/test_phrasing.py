"""Values of the model in words."""

from datetime import date
from typing import Any

import pytest

from goodpractices.catalogue import Indicator, Place
from goodpractices.catalogue.edtf import parse_date, parse_when
from goodpractices.publishing import phrasing
from goodpractices.wording import Translations

PL = Translations.load("pl")
EN = Translations.load("en")


def indicator(**fields: Any) -> Indicator:
    known: dict[str, Any] = {"id": "x", "label": "uczestnicy", "unit": "person", "nature": "output", "source": "s1"}
    return Indicator(**known | {name: str(value) for name, value in fields.items()})


def place(**fields: Any) -> Place:
    return Place(**{"id": "x", "name": "Gdynia", "country": "PL", "level": "town", **fields})


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": 784}, "784"),
        ({"value": 1}, "1"),
        ({"value": 11735}, "11 735"),
        ({"value": 300, "precision": "at_least"}, "co najmniej 300"),
        ({"value": 22, "precision": "about"}, "około 22"),
        ({"value": 22, "precision": "rounded"}, "22"),
        ({"min": 3, "max": 12, "precision": "range"}, "3–12"),
        ({"min": 3, "max": 4, "precision": "range", "unit": "project"}, "3–4"),
        ({"value": 40.8, "unit": "percent"}, "40,8%"),
        ({"min": 10, "max": 20, "unit": "percent", "precision": "range"}, "10–20%"),
        ({"value": 9200000, "unit": "PLN"}, "9 200 000 zł"),
        ({"value": 9200000, "unit": "PLN", "precision": "about"}, "około 9,2 mln zł"),
        ({"value": 7, "unit": "other"}, "7"),
        ({}, "brak danych"),
    ],
)
def test_a_figure_says_how_exact_it_is(fields: dict[str, Any], words: str) -> None:
    assert phrasing.figure_value(indicator(**fields), PL).replace("\xa0", " ") == words


def test_a_place_abroad_is_named_with_its_country() -> None:
    stralsund = place(name="Stralsund", country="DE")
    assert phrasing.place_name(stralsund, PL) == "Stralsund, Niemcy"
    assert phrasing.place_name(stralsund, EN) == "Stralsund, Germany"


def test_a_place_at_home_and_a_country_stand_alone() -> None:
    assert phrasing.place_name(place(), PL) == "Gdynia"
    assert phrasing.place_name(place(name="Niemcy", country="DE", level="country"), PL) == "Niemcy"


@pytest.mark.parametrize(
    ("written", "words", "machine"),
    [
        ("2022-10-24/2022-10-27", "24–27 października 2022", None),
        ("2016-12/..", "od grudnia 2016", None),
        ("../2023-12", "do grudnia 2023", None),
        ("2016-12", "grudzień 2016", "2016-12"),
        ("2022-10-24", "24 października 2022", "2022-10-24"),
        ("0966", "966", "0966"),
        ("XXXX-11-09", "9 listopada, rok nieznany", None),
        ("2023-03~", "około marca 2023", None),
        ("201X", "2010–2019", None),
        ("XXXX", "data nieznana", None),
    ],
)
def test_a_date_has_words_for_people_and_a_form_for_machines_where_it_is_sure(
    written: str, words: str, machine: str | None
) -> None:
    assert phrasing.when(parse_when(written), PL) == words
    assert phrasing.machine_date(parse_when(written)) == machine


def test_a_calendar_day_is_said_in_full() -> None:
    assert phrasing.day(date(2026, 11, 20), PL) == "20 listopada 2026"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2016-12", "2023-12", "2016–2023"),
        ("2022-10", "2022-12", "2022"),
        ("2003", None, "od 2003"),
        (None, "2023-05", "do 2023"),
        ("2016~", "2023", "około 2016 – 2023"),
        ("XXXX-05", "2023", "do 2023"),
        ("XXXX-05", "XXXX-06", ""),
        (None, None, ""),
    ],
)
def test_a_card_shows_years_alone(start: str | None, end: str | None, words: str) -> None:
    first, last = (parse_date(each) if each else None for each in (start, end))
    assert phrasing.years(first, last, PL) == words


def test_ages_and_sizes_are_ranges_with_either_end_open() -> None:
    assert phrasing.age(15, 24, PL) == "od 15 do 24 lat"
    assert (phrasing.age(18, None, PL), phrasing.age(None, 1, PL)) == ("od 18 lat", "do 1 roku")
    assert phrasing.age(None, None, PL) == "brak danych"
    assert phrasing.inhabitants(5000, 20000, PL).replace("\xa0", " ") == "od 5 000 do 20 000 mieszkańców"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "1 kB"),
        (1499, "1 kB"),
        (1501, "2 kB"),
        (45_000, "45 kB"),
        (299_999, "300 kB"),
        (300_000, "0,3 MB"),
        (9_940_000, "9,9 MB"),
        (9_960_000, "10 MB"),
        (12_400_000, "12 MB"),
    ],
)
def test_a_size_is_told_in_kilobytes_of_a_thousand_and_above_three_hundred_in_megabytes(count: int, words: str) -> None:
    assert phrasing.size(count, PL).replace("\xa0", " ") == words


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Jedno zdanie", "Jedno zdanie"),
        ("Pierwsze. Drugie.", "Pierwsze."),
        ("Czy pierwsze? Drugie.", "Czy pierwsze?"),
        ("One source says 7.4 million. Another says less.", "One source says 7.4 million."),
        ("Przy ul. Długiej i św. Anny. Drugie.", "Przy ul. Długiej i św. Anny."),
        ("W 2017 r. Miasto podało mniej. Drugie.", "W 2017 r. Miasto podało mniej."),
        ("Są m.in. Gdynia i Sopot. Drugie.", "Są m.in. Gdynia i Sopot."),
    ],
)
def test_a_text_is_told_in_short_by_its_first_sentence(text: str, first: str) -> None:
    assert phrasing.first_sentence(text) == first


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Jedno zdanie. Drugie.", "Jedno zdanie."),
        (f"{'las ' * 26}lasów. Drugie.", f"{'las ' * 26}lasów."),
        (f"{'las ' * 27}ów. Drugie.", f"{'las ' * 22}las"),
        (f"{'las ' * 22}las, a {'las ' * 9}. Drugie.", f"{'las ' * 22}las"),
        (f"{'las ' * 22}las – w {'las ' * 9}. Drugie.", f"{'las ' * 22}las"),
        ("l" * 120, "l" * 95),
    ],
)
def test_a_long_sentence_is_told_in_short_by_its_first_words(text: str, short: str) -> None:
    assert phrasing.in_short(text) == short
