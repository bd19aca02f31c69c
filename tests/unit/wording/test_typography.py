"""Spaces that do not break; ~ stands for one of them in the expected texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodpractices.wording import bind_short_words, bind_short_words_in_html, with_soft_hyphens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i w domu, i w pracy", "i~w~domu, i~w~pracy"),
        ("W Gdyni (z partnerami) „o tym” A to", "W~Gdyni (z~partnerami) „o~tym” A~to"),
        ("raz dwa, do nas", "raz dwa, do nas"),
        ("m.in. u nas; Sp. z o.o. w domu", "m.in. u~nas; Sp. z~o.o. w~domu"),
        ("9 200 000 zł, 9,2 mln zł, 50 tys. zł, 5 % i 2023 r.", "9~200~000~zł, 9,2~mln~zł, 50~tys.~zł, 5~% i~2023~r."),
        ("784 osoby z 4 ścieżek", "784 osoby z~4 ścieżek"),
        ("2 latarnie", "2 latarnie"),
        ("wersja A ", "wersja A "),
        ("oś-w tym, d’a la", "oś-w tym, d’a la"),
    ],
)
def test_one_letter_words_and_units_stay_with_their_neighbour(text: str, expected: str) -> None:
    assert bind_short_words(text) == expected.replace("~", "\xa0")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>W <em>domu</em></p>", "<p>W~<em>domu</em></p>"),
        ('<a href="a w b" title="i > o w">w x</a>', '<a href="a w b" title="i > o w">w~x</a>'),
        ("<p>a &lt; i o</p>", "<p>a~&lt; i~o</p>"),
    ],
)
def test_only_texts_of_html_change(html: str, expected: str) -> None:
    assert bind_short_words_in_html(html) == expected.replace("~", "\xa0")


@given(st.text(alphabet="aiw z19łm.,- \xa0<>"))
def test_nothing_but_spaces_changes_and_once_is_enough(text: str) -> None:
    done = bind_short_words(text)
    assert done.replace("\xa0", " ") == text.replace("\xa0", " ")
    assert bind_short_words(done) == done


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("osoby z niepełnosprawnościami", "osoby z nie-peł-nos-praw-noś-ciami"),
        ("Dwudziestoczterogodzinny", "Dwu-dzies-tocz-te-ro-go-dzinny"),
        ("pozaszkolnodrugi", "po-zasz-kol-no-drugi"),
        ("współdecydowanie", "współ-de-cy-do-wa-nie"),
        ("dwanaścielit", "dwa-naś-cie-lit"),
        ("jedenasteli", "jedenasteli"),
        ("bezdomnością 2026202620262026", "bez-dom-noś-cią 2026202620262026"),
    ],
)
def test_only_long_words_can_be_parted_and_only_between_syllables(text: str, expected: str) -> None:
    assert with_soft_hyphens(text).replace("\xad", "-") == expected


@given(st.text())
def test_soft_hyphens_change_no_letter(text: str) -> None:
    assert with_soft_hyphens(text).replace("\xad", "") == text.replace("\xad", "")
