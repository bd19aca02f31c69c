"""Order, folding and addresses in Polish."""

import random

from hypothesis import given
from hypothesis import strategies as st

from goodpractices.wording import fold, letter_of, list_order, polish_order, slug
from goodpractices.wording.polish import ALPHABET

# As a Polish dictionary or the index of a road atlas has them.
IN_ORDER = [
    "– dopisek",
    "1 Maja",
    "3 Maja",
    "Aleksandrów",
    "Ądry",
    "Bytów",
    "Cieszyn",
    "Czersk",
    "Ćmielów",
    "Ełk",
    "Gdańsk",
    "Gdynia",
    "III LO",
    "Jaworzno",
    "Lublin",
    "Luboń",
    "Łeba",
    "Łódź",
    "łódź podwodna",
    "Malbork",
    "Oborniki",
    "Östersund",
    "Ósme",
    "Qube",
    "Sopot",
    "Śrem",
    "Tauragė",
    "Vorpommern",
    "Zgierz",
    "Źródła",
    "Żory",
    "Ελλάδα",
]


def test_polish_letters_follow_their_plain_ones() -> None:
    shuffled = random.Random(7).sample(IN_ORDER, len(IN_ORDER))  # noqa: S311
    assert sorted(shuffled, key=polish_order) == IN_ORDER


def test_the_alphabet_has_its_35_letters_in_order() -> None:
    assert len(ALPHABET) == 35
    assert sorted(set(ALPHABET), key=polish_order) == list(ALPHABET)


def test_a_word_comes_before_its_longer_forms_and_capitals_after_the_same_small_letters() -> None:
    assert sorted(["Las w mieście", "Lasy", "LAS", "Las", "las"], key=polish_order) == [
        "las",
        "Las",
        "LAS",
        "Las w mieście",
        "Lasy",
    ]


@given(st.text(), st.text())
def test_only_the_same_text_has_the_same_place(one: str, other: str) -> None:
    assert (polish_order(one) == polish_order(other)) == (one == other)


@given(st.lists(st.text(alphabet=ALPHABET + ALPHABET.upper() + " -1", max_size=6)))
def test_the_order_does_not_depend_on_where_one_begins(words: list[str]) -> None:
    assert sorted(words, key=polish_order) == sorted([*reversed(words)], key=polish_order)


def test_folding_leaves_what_a_keyboard_without_polish_letters_has() -> None:
    assert fold("ZAŻÓŁĆ gęślą Jaźń") == "zazolc gesla jazn"
    assert fold("Tauragė, Øresund, Straße, Quartiersbüro") == "taurage, oresund, strasse, quartiersburo"


def test_letters_that_are_no_letter_with_a_mark_are_folded_to_what_people_type_for_them() -> None:
    assert fold("łódź øre đon ħal ısı æra œuvre þór ðel") == "lodz ore don hal isi aera oeuvre thor del"


def test_a_name_stands_at_its_first_letter_and_digits_and_signs_before_all() -> None:
    names = ["„Żak”", "Łódź", "Émile", "(żart)", "4 pory", "½ litra", "Київ", "!", "ślad"]
    assert {name: letter_of(name) for name in names} == {
        "„Żak”": "Ż",
        "Łódź": "Ł",
        "Émile": "E",
        "(żart)": "Ż",
        "4 pory": "0–9",
        "½ litra": "0–9",
        "Київ": "К",
        "!": "0–9",
        "ślad": "Ś",
    }


def test_a_name_in_quotation_marks_stands_in_a_list_at_its_letter_and_behind_the_same_without_them() -> None:
    names = ["Zet", "„As”", "As", "Bat", "„Zet”", "!"]
    assert sorted(names, key=list_order) == ["!", "As", "„As”", "Bat", "Zet", "„Zet”"]


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_slug_loses_no_letter() -> None:
    assert slug("Łódź – wsparcie młodzieży") == "lodz-wsparcie-mlodziezy"
    assert slug("Tauragė") == "taurage"
