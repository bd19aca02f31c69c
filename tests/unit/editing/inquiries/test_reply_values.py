"""What single answers of a reply come to: the records, word for word, and what is left to ask about."""

from functools import cache
from typing import Any

import pytest
from tests.support.submissions import reference

from goodpractices.editing.inquiries.reply_values import Values
from goodpractices.editing.submissions.names import Names, shared_names
from goodpractices.wording import ORIGINAL, Translations

PEOPLE = {"id": "osoby-ktore-skorzystaly", "label": "osoby, które skorzystały", "unit": "person", "nature": "output"}
REACH = {"id": "zasieg-praktyki", "label": "zasięg praktyki", "nature": "output"}


@cache
def names() -> dict[str, Names]:
    return dict(shared_names(reference()))


def values(topic: str, words: str, language: str = ORIGINAL) -> Values:
    read = Values(Translations.load(ORIGINAL), names(), "s9", language)
    read.take(topic, words)
    return read


def records(topic: str, words: str, language: str = ORIGINAL) -> tuple[list[Any], list[str]]:
    """The records of an answer, each of which names the reply as its source, and the words that are left to ask."""
    read = values(topic, words, language)
    made = [each for some in read.made.values() for each in some]
    assert {each["source"] for each in made if isinstance(each, dict)} <= {"s9"}
    assert {each for each, _ in read.doubts} <= {topic}
    sourceless = [
        {name: value for name, value in each.items() if name != "source"} if isinstance(each, dict) else each
        for each in made
    ]
    return sourceless, [words for _, words in read.doubts]


@pytest.mark.parametrize(
    ("words", "groups", "asked"),
    [
        ("seniorzy i rodziny", ["seniors", "families"], []),
        ("seniorzy, rodziny.", ["seniors", "families"], []),
        ("Seniorzy oraz rodziny\nbezrobotni", ["seniors", "families", "unemployed"], []),
        ("bezrobotny", ["unemployed"], []),
        ("głównie seniorzy", ["seniors"], ["głównie seniorzy"]),
        ("seniorzy i smoki", [], ["seniorzy i smoki"]),
        ("seniorzy, smoki", ["seniors"], ["smoki"]),
        ("nie wiemy", [], ["nie wiemy"]),
        ("Nie wiemy!", [], ["Nie wiemy!"]),
    ],
)
def test_groups_are_those_that_the_vocabulary_knows(words: str, groups: list[str], asked: list[str]) -> None:
    assert records("audience", words) == (groups, asked)


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("340 osób", {**PEOPLE, "value": 340}),
        ("W 2025 r. skorzystało 340 osób.", {**PEOPLE, "value": 340, "as_of": "2025"}),
        ("ok. 500 osób", {**PEOPLE, "value": 500, "precision": "about"}),
        ("12 tys. osób", {**PEOPLE, "value": 12_000}),
        ("12–15 osób", {**PEOPLE, "min": 12, "max": 15, "precision": "range"}),
        ("2024: 15 osób", {**PEOPLE, "value": 15, "as_of": "2024"}),
        ("W latach 2023 i 2024 było 15 osób", {**PEOPLE, "value": 15}),
        ("64% uczestników", {**REACH, "value": 64, "unit": "percent"}),
        ("15 spotkań", {**REACH, "value": 15, "unit": "event"}),
    ],
)
def test_a_sentence_with_one_number_says_a_figure(words: str, figure: dict[str, Any]) -> None:
    assert records("scale", words) == ([{**figure, "note": words}], [])


@pytest.mark.parametrize(
    "words",
    [
        "ponad 300 osób",
        "10 osób i 20 osób",
        "2024: 15 osób, 2023",
        "15 osób z 3 gmin",
        "15 drzew",
        "osoby: 300",
        "Wiele osób",
        "1,240 people",
    ],
)
def test_what_may_mean_two_things_is_asked_and_is_no_figure(words: str) -> None:
    assert records("scale", words) == ([], [words])


def test_figures_of_two_years_are_two_with_names_of_their_own() -> None:
    (first, second), asked = records("scale", "W 2024 roku 10 osób, w 2025 roku 20 osób")
    assert first == {**PEOPLE, "value": 10, "as_of": "2024", "note": "W 2024 roku 10 osób"}
    other = {"id": "osoby-ktore-skorzystaly-2", "value": 20, "as_of": "2025", "note": "w 2025 roku 20 osób"}
    assert (second, asked) == ({**PEOPLE, **other}, [])


def test_in_english_a_comma_parts_thousands() -> None:
    assert [each["value"] for each in records("scale", "1,240 people", "en")[0]] == [1240]
    assert [(each["role"], each["amount"]) for each in records("cost", "£1,200 grant", "en")[0]] == [("grant", 1200)]


def test_an_effect_is_called_by_the_sentence_that_says_it() -> None:
    figures, asked = records("effect", "W 2024 r. 64% znalazło pracę. Potem 15 osób odeszło")
    assert asked == []
    assert [(each["id"], each["label"], each["value"], each["unit"], each.get("as_of")) for each in figures] == [
        ("w-2024-r-64-znalazlo-prace", "W 2024 r. 64% znalazło pracę.", 64, "percent", "2024"),
        ("potem-15-osob-odeszlo", "Potem 15 osób odeszło", 15, "person", None),
    ]
    assert {each["nature"] for each in figures} == {"outcome"}


@pytest.mark.parametrize("topic", ["scale", "effect"])
def test_a_long_sentence_is_cut_in_the_name_and_whole_in_the_note(topic: str) -> None:
    words = f"{'bardzo ' * 30}15 osób"
    ((figure,), asked) = records(topic, words)
    assert (figure["label"], figure["note"], asked) == (words[:199], words, [])


def test_of_a_sentence_with_room_for_it_the_name_stays_short() -> None:
    exact = "tu " * 64 + "15 osób."
    assert len(exact) == 200
    assert records("scale", exact)[0][0]["label"] == PEOPLE["label"]


@pytest.mark.parametrize(
    ("words", "amounts", "asked"),
    [
        ("500 000 zł", [("total", 500_000, "PLN", None)], []),
        ("EUR 500", [("total", 500, "EUR", None)], []),
        ("500 zł dotacja", [("grant", 500, "PLN", "500 zł dotacja")], []),
        ("W 2024 r. wydaliśmy 500 zł", [("total", 500, "PLN", "W 2024 r. wydaliśmy 500 zł")], []),
        (
            "Koszt całkowity: 250 tys. zł, w tym dotacja: 200 tys. zł",
            [("total", 250_000, "PLN", None), ("grant", 200_000, "PLN", None)],
            [],
        ),
        ("dotacja 50 zł i wkład własny 20 zł", [("grant", 50, "PLN", None), ("own", 20, "PLN", None)], []),
        ("1 mln zł (dotacja 850 000 zł)", [("total", 1_000_000, "PLN", None), ("grant", 850_000, "PLN", None)], []),
        ("1 mln zł, z czego 85% dotacja", [("total", 1_000_000, "PLN", "1 mln zł, z czego 85% dotacja")], []),
        ("1 mln zł, w tym 500 zł", [("total", 1_000_000, "PLN", None)], ["500 zł"]),
        ("100 zł rocznie", [], ["100 zł rocznie"]),
        ("100 zł na osobę", [], ["100 zł na osobę"]),
        ("ponad 500 zł", [], ["ponad 500 zł"]),
        ("W 2024 r. na 3 osoby wydaliśmy 500 zł", [], ["W 2024 r. na 3 osoby wydaliśmy 500 zł"]),
        ("dotacja i wkład własny 500 zł", [], ["dotacja i wkład własny 500 zł"]),
        ("nie było", [], ["nie było"]),
    ],
)
def test_amounts_are_told_with_their_part_in_the_whole(
    words: str, amounts: list[tuple[str, int, str, str | None]], asked: list[str]
) -> None:
    money, left = records("cost", words)
    assert [(each["role"], each["amount"], each["currency"], each.get("note")) for each in money] == amounts
    assert left == asked


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Własne ankiety", "internal"),
        ("ewaluacja  zewnętrzna", "external"),
        ("grupa porównawcza i ankiety", "comparative"),
        ("nikt", "none"),
    ],
)
def test_who_evaluated_is_told_by_one_kind(words: str, kind: str) -> None:
    assert records("evidence", words) == ([{"type": kind, "note": " ".join(words.split())}], [])


def test_two_kinds_of_evaluation_and_a_long_answer_are_asked() -> None:
    for words in ("ankiety własne, ewaluacja zewnętrzna", f"ankiety {'x' * 993}"):
        assert records("evidence", words) == ([], [words])
    assert len(records("evidence", f"ankiety {'x' * 992}")[0]) == 1


@pytest.mark.parametrize(
    ("words", "conditions"),
    [
        ("Teren; woda; zgoda", ["Teren", "woda", "zgoda"]),
        ("- Teren\n- Woda; prąd", ["Teren", "Woda; prąd"]),
        ("1. Teren\n2.  Woda  i prąd", ["Teren", "Woda i prąd"]),
    ],
)
def test_conditions_are_items_of_a_list_or_parts_of_a_line(words: str, conditions: list[str]) -> None:
    assert records("conditions", words) == (conditions, [])


def test_an_obstacle_may_say_how_it_was_handled() -> None:
    assert records("obstacles", "- Susza -> podlewanie\n- Wiatr") == (
        [{"what": "Susza", "how_handled": "podlewanie"}, {"what": "Wiatr"}],
        [],
    )


@pytest.mark.parametrize(
    ("words", "adoptions", "asked"),
    [
        ("Gdańsk, 2024, stosuje", [{"place": "gdansk", "state": "adopted", "date": "2024"}], []),
        ("Gdańsk od 2024", [{"place": "gdansk", "state": "adopted", "date": "2024"}], []),
        ("Gdańsk od roku 2024 r.", [{"place": "gdansk", "state": "adopted", "date": "2024"}], []),
        (
            "Sopot, 2023, planuje; Gdynia",
            [{"place": "sopot", "state": "considered", "date": "2023"}, {"place": "gdynia", "state": "adopted"}],
            [],
        ),
        (
            "Gdańsk stosuje to od 2024, prowadzi ośrodek",
            [{"place": "gdansk", "state": "adopted", "date": "2024"}],
            ["Gdańsk stosuje to od 2024, prowadzi ośrodek"],
        ),
        ("Sopot i Gdynia, 2024", [], ["Sopot i Gdynia, 2024"]),
        ("Gdańsk, Sopot, 2024", [], ["Gdańsk, Sopot, 2024"]),
        ("Gdańsk stosuje od 2023, 2024", [], ["Gdańsk stosuje od 2023, 2024"]),
        ("Podobno Gdańsk", [], ["Podobno Gdańsk"]),
        ("Gdańsk, 2024, 15 dzielnic", [], ["Gdańsk, 2024, 15 dzielnic"]),
        ("nikt", [], ["nikt"]),
    ],
)
def test_who_took_it_over_is_a_place_or_an_organisation_that_is_known(
    words: str, adoptions: list[dict[str, str]], asked: list[str]
) -> None:
    assert records("adoptions", words) == (adoptions, asked)


@pytest.mark.parametrize(
    ("words", "contact", "asked"),
    [
        (
            "Biuro Projektów, tel. 58 123 45 67, biuro@example.org",
            {"email": "biuro@example.org", "phone": "58 123 45 67", "unit": "Biuro Projektów"},
            [],
        ),
        ("e-mail: biuro@example.org", {"email": "biuro@example.org"}, []),
        ("Anna Nowak, Biuro Projektów", {"unit": "Biuro Projektów"}, ["Anna Nowak"]),
        ("Biuro A, Wydział B", {"unit": "Biuro A"}, ["Wydział B"]),
        ("Telefon: +48 58 123-45-67;", {"phone": "+48 58 123-45-67"}, []),
    ],
)
def test_a_contact_is_an_office_with_its_addresses(words: str, contact: dict[str, str], asked: list[str]) -> None:
    assert records("contact", words) == ([contact], asked)


def test_a_person_alone_is_no_contact() -> None:
    assert records("contact", "Anna Nowak") == ([], ["Anna Nowak"])
    assert records("contact", "Anna Nowak, Jan Nowak") == ([], ["Anna Nowak; Jan Nowak"])
