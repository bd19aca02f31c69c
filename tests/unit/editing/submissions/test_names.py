"""From the words people use to ids: what is called just so is meant, what is near is only suggested."""

import pytest
from tests.support.submissions import reference

from goodpractices.editing.submissions.names import Names, choice_names, shared_names, split_choices

NAMES = Names(
    {
        "um-gdynia": ("Urząd Miasta Gdyni", "UMG"),
        "um-sopot": ("Urząd Miasta Sopotu", "UMS"),
        "szkola": ("Szkoła nr 1, Gdynia, ul. Leśna", "SP1"),
        "inna": ("Inna", "UMS"),
    },
    {"um-gdynia": ("magistrat",)},
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Urząd Miasta Gdyni", "um-gdynia"),
        ("  urzad   miasta GDYNI ", "um-gdynia"),
        ("„UMG”", "um-gdynia"),
        ("um–gdynia", "um-gdynia"),
        ("UMS", None),
        ("magistrat", None),
        ("Urząd Miasta", None),
    ],
)
def test_only_what_one_id_is_called_is_meant(words: str, found: str | None) -> None:
    assert NAMES.find(words) == found


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("Urząd Miasta Gdynia", ["um-gdynia", "um-sopot"]),
        ("magistrat", ["um-gdynia"]),
        ("szkoła nr 1", ["szkola"]),
        ("zupełnie co innego", []),
        ("", []),
        ("„”", []),
    ],
)
def test_what_is_near_is_suggested_the_likeliest_first(words: str, near: list[str]) -> None:
    assert NAMES.nearest(words) == near


def test_no_more_are_suggested_than_asked_for() -> None:
    assert NAMES.nearest("Urząd Miasta Gdynia", 1) == ["um-gdynia"]
    many = Names({f"n{n}": (f"Nazwa {n}",) for n in range(9)}, {})
    assert many.nearest("Nazwa") == ["n0", "n1", "n2", "n3", "n4"]


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("UMG, Inna", ["UMG", "Inna"]),
        ("Szkoła nr 1, Gdynia, ul. Leśna, UMG", ["Szkoła nr 1, Gdynia, ul. Leśna", "UMG"]),
        ("- UMG\n- Inna", ["UMG", "Inna"]),
        ("UMG; Inna;", ["UMG", "Inna"]),
        ("nieznana, UMG,, Inna", ["nieznana", "UMG", "Inna"]),
        ("", []),
    ],
)
def test_a_row_of_answers_falls_into_single_ones_but_for_commas_of_a_name(words: str, answers: list[str]) -> None:
    assert list(split_choices(words, NAMES)) == answers


def test_a_choice_is_called_by_its_label() -> None:
    names = choice_names({"met": "spełnia"})
    assert names.find("Spełnia") == names.find("met") == "met"
    assert names.label("met") == "spełnia"
    assert NAMES.label("um-gdynia") == "Urząd Miasta Gdyni"


def test_a_name_may_hold_three_commas_and_no_more() -> None:
    names = Names({"a": ("Ulica, dom, klatka, drzwi", "x"), "b": ("1, 2, 3, 4, 5",)}, {})
    assert list(split_choices("Ulica, dom, klatka, drzwi, x", names)) == ["Ulica, dom, klatka, drzwi", "x"]
    assert list(split_choices("1, 2, 3, 4, 5", names)) == ["1", "2", "3", "4", "5"]


def test_the_longest_name_is_meant() -> None:
    names = Names({"a": ("Las",), "b": ("Las, park",)}, {})
    assert list(split_choices("Las, park, Las", names)) == ["Las, park", "Las"]


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("gd", []),
        ("gdy", ["gdynia", "gdynia-2"]),
        ("Gdynia Orłowo", ["gdynia", "gdynia-2"]),
        ("gdynai", ["gdynia", "gdynia-2"]),
        ("qqqqqq", []),
    ],
)
def test_a_part_of_a_name_and_a_slip_of_the_pen_are_near(words: str, near: list[str]) -> None:
    names = Names({"gdynia-2": ("Gdynia",), "gdynia": ("Gdynia",), "inna": ("Zupełnie",)}, {})
    assert names.nearest(words) == near


def test_a_choice_has_no_further_words() -> None:
    assert choice_names({"met": "spełnia"}) == Names({"met": ("spełnia",)}, {})


def test_records_are_called_by_all_their_names_in_order() -> None:
    names = shared_names(reference())
    assert {"organisations", "places", "programmes", "themes", "kinds"} <= names.keys()
    assert names["kinds"].label("project") == "projekt"
    assert names["kinds"].find("project") == "project"
    assert names["places"].label("gdynia") == "Gdynia"
