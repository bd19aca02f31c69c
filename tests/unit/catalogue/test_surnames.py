"""Surnames in plain letters: the forms that Polish gives them, and who else might be meant."""

import re

import pytest

from goodpractices.catalogue.surnames import is_of_another, surname_pattern

FORMS = {
    "Nowak": "Nowak Nowaka Nowakowi Nowakiem Nowaku Nowakowie Nowakow Nowakom Nowakami Nowakach Nowaki "
    "Nowakowa Nowakowej Nowakowna Nowakowny Nowakownie Nowak's Nowaks NOWAKA",
    "Kos": "Kosa Kosowi Kosem Kosie Kosy Kosow",
    "Stepien": "Stepnia Stepniowi Stepniem Stepniu Stepniowie Stepniow Stepniom Stepniami Stepniach Stepnio",
    "Dudek": "Dudka Dudkowi Dudkiem Dudku Dudkowie",
    "Wrobel": "Wrobla Wroblowi Wroblem Wroblu",
    "Kowalski": "Kowalskiego Kowalskiemu Kowalskim Kowalska Kowalskiej Kowalscy Kowalskich Kowalskimi",
    "Cichy": "Cichego Cichemu Cichym Cicha Cichej Cichych Cichymi",
    "Zareba": "Zareba Zareby Zarebie Zarebe Zarebo",
    "Kania": "Kania Kani Kanie Kanio Kaniowie",
    "Kot": "Kota Kotowi Kotem Kocie",
    "Gajda": "Gajdy Gajdzie Gajde Gajdo",
    "Sikora": "Sikory Sikorze Sikore",
    "Dobry": "Dobrego Dobrzy",
    "Matejka": "Matejki Matejce Matejke",
    "Zaga": "Zagi Zadze Zage",
    "Mucha": "Muchy Musze Muche",
    "Sapieha": "Sapiehy Sapieze Sapiehe",
    "O'Neil": "O'Neil O'Neila",
}


@pytest.mark.parametrize(("surname", "form"), [(name, form) for name, forms in FORMS.items() for form in forms.split()])
def test_a_surname_is_known_in_each_of_its_forms(surname: str, form: str) -> None:
    assert re.fullmatch(surname_pattern(f"Anna {surname}"), form, re.IGNORECASE)


@pytest.mark.parametrize(
    ("surname", "word"),
    [
        ("Nowak", "Nowy"),
        ("Kowal", "kowal"),
        ("Kowal", "kowala"),
        ("Nowak", "Nowakowski"),
        ("Dudek", "Duda"),
        ("Kot", "Kotara"),
        ("Kot", "kocie"),
        ("Sikora", "Sikorski"),
    ],
)
def test_a_word_that_only_begins_like_a_surname_is_another(surname: str, word: str) -> None:
    assert not re.fullmatch(surname_pattern(f"Anna {surname}"), word, re.IGNORECASE)


def test_a_surname_stands_as_a_word_of_its_own() -> None:
    assert re.search(surname_pattern("Anna Kos"), "Pytaj Kosa.")
    assert not re.search(surname_pattern("Anna Kos"), "MKosa Kosaciec")


def test_either_part_of_a_surname_of_two_may_stand_alone() -> None:
    assert [bool(re.fullmatch(surname_pattern("Anna Nowak-Kos"), each)) for each in ("Nowakowa", "Kosa", "Anny")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("person", ["Nowak", "Anna Wu", "Jan de la cruz", "Anna Nowak2", "Sekretariat 12"])
def test_where_nothing_can_be_told_to_be_a_surname_there_is_no_pattern(person: str) -> None:
    assert surname_pattern(person) == ""


def test_three_letters_make_a_surname() -> None:
    assert surname_pattern("Jan Bem")


@pytest.mark.parametrize(
    ("before", "another"),
    [
        ("sądzi Jan ", True),
        ("razem, Jan ", True),
        ("(zastępca) Jan ", True),
        ("zastępca; Jan ", True),
        ("Jan ", True),
        ("sądzi Ja ", False),
        ("sądzi JAN ", True),
        ("a w Gdyni ", False),
        ("była we Lwowie ", False),
        ("mówiła na Helu ", False),
        ("ul. ", True),
        ("przy al. ", True),
        ("pl.", True),
        ("na os. ", True),
        ("szkoła im. ", True),
        ("Kopul. ", False),
        ("na ulicy ", True),
        ("Ulica ", True),
        ("aleja ", True),
        ("alejami ", True),
        ("na placu ", True),
        ("osiedle ", True),
        ("rondo ", True),
        ("skwer ", True),
        ("szkoła imienia ", True),
        ("placówka prowadzona przez ", False),
        ("ul. Długa, pani ", False),
        ("", False),
    ],
)
def test_a_surname_belongs_to_another_behind_another_given_name_or_a_word_for_a_street(
    before: str, *, another: bool
) -> None:
    plain = before.translate(str.maketrans("ąęłóśż", "aelosz"))
    assert is_of_another(plain) is another
