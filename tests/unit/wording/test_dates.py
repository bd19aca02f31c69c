"""Dates in words: as exact as they are known."""

import datetime

import pytest

from goodpractices.catalogue.edtf import parse_date
from goodpractices.wording import Translations, at_date_in_words, date_in_words, day_in_words, range_in_words

PL = Translations.load("pl")
EN = Translations.load("en")


@pytest.mark.parametrize(
    ("edtf", "polish", "english"),
    [
        ("2022-10-24", "24 października 2022", "24 October 2022"),
        ("2022-10", "październik 2022", "October 2022"),
        ("2022", "2022", "2022"),
        ("201X", "2010–2019", "2010–2019"),
        ("XXXX-11-09", "9 listopada, rok nieznany", "9 November, year unknown"),
        ("XXXX-11", "listopad, rok nieznany", "November, year unknown"),
        ("XXXX", "data nieznana", "date unknown"),
        ("2024-21", "wiosna 2024", "spring 2024"),
        ("2024-22~", "około lata 2024", "about summer 2024"),
        ("XXXX-24", "zima, rok nieznany", "winter, year unknown"),
        ("2023-03~", "około marca 2023", "about March 2023"),
        ("2023~", "około 2023", "about 2023"),
        ("2023-03?", "prawdopodobnie marzec 2023", "probably March 2023"),
        ("2023-03-05%", "prawdopodobnie około 5 marca 2023", "probably about 5 March 2023"),
    ],
)
def test_a_date_says_what_is_known_of_it(edtf: str, polish: str, english: str) -> None:
    assert date_in_words(PL, parse_date(edtf)) == polish
    assert date_in_words(EN, parse_date(edtf)) == english


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-10-24", "2022-10-27", "24–27 października 2022"),
        ("2022-10-28", "2022-11-02", "28 października – 2 listopada 2022"),
        ("2022-12-30", "2023-01-02", "30 grudnia 2022 – 2 stycznia 2023"),
        ("2016-12", "2023-12", "grudzień 2016 – grudzień 2023"),
        ("2022-09", "2022-10", "wrzesień – październik 2022"),
        ("2022-10", "2022-10-27", "październik 2022 – 27 października 2022"),
        ("2022-10-24", "2022", "24 października 2022 – 2022"),
        ("2021", "2027", "2021–2027"),
        ("2021", "2023-03", "2021 – marzec 2023"),
        ("2016-12", "2016-12", "grudzień 2016"),
        ("2016~", "2023", "około 2016 – 2023"),
        ("2023-23", "2024-21", "jesień 2023 – wiosna 2024"),
        ("2024-21", "2024", "wiosna 2024 – 2024"),
        ("2024", "2024-21", "2024 – wiosna 2024"),
        ("2024-03", "2024-23", "marzec 2024 – jesień 2024"),
        ("2022-10", "2022-10~", "październik 2022 – około października 2022"),
        ("2022-10-05", "2022-10-05?", "5 października 2022 – prawdopodobnie 5 października 2022"),
        ("201X", "201X-05", "2010–2019 – maj 2010–2019"),
        ("XXXX-09", "XXXX-11", "wrzesień, rok nieznany – listopad, rok nieznany"),
        ("XXXX-21", None, "od wiosny, rok nieznany"),
        ("XXXX-09", None, "od września, rok nieznany"),
        (None, "XXXX-24", "do zimy, rok nieznany"),
        ("2024-21", None, "od wiosny 2024"),
        ("2016-12", None, "od grudnia 2016"),
        ("2016-12~", None, "od około grudnia 2016"),
        (None, "2023-12", "do grudnia 2023"),
        ("XXXX", "2023-12", "do grudnia 2023"),
        ("XXXX", None, "data nieznana"),
        (None, None, "data nieznana"),
    ],
)
def test_a_range_repeats_no_part_and_hides_none(start: str | None, end: str | None, words: str) -> None:
    first, last = (parse_date(each) if each else None for each in (start, end))
    assert range_in_words(PL, first, last) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-07-25", "25 lipca 2025"),
        ("2025-07", "w lipcu 2025"),
        ("2025", "w 2025 r."),
        ("2025-21", "wiosną 2025"),
        ("2025-XX", "w 2025 r."),
        ("XXXX-24", "(stan na: zima, rok nieznany)"),
        ("2025-21?", "(stan na: prawdopodobnie wiosna 2025)"),
        ("201X", "(stan na: 2010–2019)"),
        ("201X-07", "(stan na: lipiec 2010–2019)"),
        ("2023-03~", "(stan na: około marca 2023)"),
        ("2023?", "(stan na: prawdopodobnie 2023)"),
    ],
)
def test_when_something_went_on_is_said_of_a_sure_date_alone(edtf: str, words: str) -> None:
    assert at_date_in_words(PL, parse_date(edtf)) == words


def test_a_day_of_the_calendar_is_said_whole() -> None:
    day = datetime.date(2026, 11, 5)
    assert (day_in_words(PL, day), day_in_words(EN, day)) == ("5 listopada 2026", "5 November 2026")
