"""The strip of five answers: the words of each, and how what is doubtful, planned or unknown looks."""

from typing import Any

import pytest
from tests.support.entries import practice
from tests.support.samples import PL, plain

from goodpractices.catalogue import PRACTICE
from goodpractices.publishing.pages.strip import Cell, poster_figure, strip

KNOWN = {"target_groups": ["migrants", "women"], "evidence_level": {"value": "2", "reason": "Policzono."}}


def figure(name: str, **more: Any) -> dict[str, Any]:
    known = {"id": name, "label": name, "value": "784", "unit": "person", "nature": "output", "source": "s1"}
    return {**known, **more}


def money(**more: Any) -> dict[str, Any]:
    return {"role": "total", "amount": "9200000", "currency": "PLN", "precision": "rounded", "source": "s1", **more}


def cells(**fields: Any) -> dict[str, Cell]:
    made = PRACTICE({"id": "wzor", **practice(**{**KNOWN, **fields})}, None)
    return {cell.question: cell for cell in strip(made, str.upper, PL)}


def words(cell: Cell) -> tuple[str, ...]:
    return tuple(plain(text) for text in (cell.value, cell.text, cell.further) if text)


def test_the_questions_always_stand_in_the_same_order() -> None:
    assert list(cells(funding=[money()])) == ["audience", "scale", "effect", "cost", "evidence"]


def test_an_entry_that_answers_less_than_three_has_no_strip() -> None:
    assert cells() == {}


def test_the_first_group_is_the_answer_and_the_others_stand_below() -> None:
    assert words(cells(funding=[money()])["audience"]) == ("MIGRANTS", "WOMEN")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (figure("uczestnicy"), ("784 osoby", "uczestnicy")),
        (figure("uczestnicy", value="1"), ("1 osoba", "uczestnicy")),
        (figure("uczestnicy", value="300", precision="at_least"), ("co najmniej 300 osób", "uczestnicy")),
        (figure("spotkania", value="12", unit="event"), ("12", "spotkania")),
        (figure("praca", value="60", unit="percent", precision="about"), ("około 60%", "praca")),
        ({**figure("uczestnicy"), "value": None, "words": "kilkanaście"}, ("kilkanaście", "uczestnicy")),
    ],
)
def test_a_figure_is_said_with_what_it_counts(given: dict[str, Any], said: tuple[str, ...]) -> None:
    given = {name: value for name, value in given.items() if value is not None}
    assert words(cells(indicators=[given])["scale"]) == said


def test_a_plan_says_that_it_is_no_result() -> None:
    scale = cells(indicators=[figure("uczestnicy", nature="target")])["scale"]
    assert (scale.state, scale.nature, words(scale)) == (
        "planned",
        "target",
        ("784 osoby", "uczestnicy", "Plan, nie wynik"),
    )


def test_a_disputed_figure_says_why_in_the_place_of_its_name() -> None:
    scale = cells(indicators=[figure("uczestnicy", disputed={"what": "Źródła się różnią."})])["scale"]
    assert (scale.state, words(scale)) == ("disputed", ("784 osoby", "Źródła się różnią."))


def test_of_a_long_doubt_the_strip_says_the_beginning() -> None:
    what = "W 2017 r. urząd podał 7,5 mln zł, dwa inne źródła 7,4 mln. Według jednego z nich 4,9 mln to płace."
    assert words(cells(funding=[money(disputed={"what": what})])["cost"])[1] == (
        "W 2017 r. urząd podał 7,5 mln zł, dwa inne źródła 7,4 mln."
    )


def test_words_and_very_long_numbers_are_set_smaller_than_numbers() -> None:
    told = cells(indicators=[figure("uczestnicy", value=None, words="ponad jedna piąta")])["scale"]
    long = cells(funding=[money(amount="135000000", currency="DKK", precision="exact")])["cost"]
    together = cells(indicators=[figure("kopie", value="36200000")])["scale"]
    plain_number = cells(funding=[money()])["cost"]
    assert [cell.is_wordy for cell in (told, long, together, plain_number)] == [True, True, True, False]
    assert long.value == "135\xa0000\xa0000 DKK"  # the currency alone may stand below


def test_the_cost_says_over_how_many_years_and_for_each_person() -> None:
    cost = cells(
        funding=[money()],
        indicators=[figure("participants", value="920")],
        period={"start": "2016-12", "end": "2023-12"},
    )["cost"]
    assert words(cost) == ("9,2 mln zł", "przez 7 lat", "około 10 000 zł na osobę (nasze wyliczenie)")


def test_the_cost_says_of_which_time_it_is_unless_that_is_all_the_practice_lasts() -> None:
    period = {"start": "2019-01", "end": "2022-12"}
    whole = cells(period=period, funding=[money(period="2019-01/2022-12")])["cost"]
    some = cells(period=period, funding=[money(period="2020")])["cost"]
    assert ("2020" in " ".join(words(some)), "4 lata" in " ".join(words(some))) == (True, False)
    assert ("2019" in " ".join(words(whole)), "4 lata" in " ".join(words(whole))) == (False, True)


def test_where_the_number_of_people_is_disputed_the_cost_says_that_it_is_not_divided_by_it() -> None:
    doubtful = figure("participants", disputed={"what": "Dwie liczby."})
    further = cells(funding=[money()], indicators=[doubtful])["cost"].further
    assert further == "nie dzielimy na osoby: ich liczba jest sporna"
    assert cells(funding=[money(role="grant")], indicators=[doubtful])["cost"].further == ""


@pytest.mark.parametrize(
    ("funding", "figures"),
    [
        (money(disputed={"what": "Dwie kwoty."}), figure("participants")),
        (money(planned="true"), figure("participants")),
        (money(), figure("participants", disputed={"what": "Dwie liczby."})),
        (money(), figure("participants", nature="target")),
        (money(period="2020"), figure("participants")),
        (money(role="grant"), figure("participants")),
    ],
)
def test_no_cost_for_each_person_comes_of_a_doubt_a_plan_or_a_part(
    funding: dict[str, Any], figures: dict[str, Any]
) -> None:
    assert "na osobę" not in " ".join(words(cells(funding=[funding], indicators=[figures])["cost"]))


def test_what_is_missing_and_what_does_not_apply_are_told_apart() -> None:
    shown = cells(funding=[money()], not_applicable={"indicators": "To dokument."})
    assert (shown["effect"].state, words(shown["effect"])) == ("not-applicable", ("nie dotyczy", "To dokument."))
    shown = cells(indicators=[figure("uczestnicy")])
    assert (shown["cost"].state, words(shown["cost"])) == ("missing", ("nie podano",))


def test_evidence_is_a_word_and_a_place_on_the_road() -> None:
    evidence = cells(funding=[money()])["evidence"]
    assert (evidence.level, words(evidence)) == (2, ("policzono", "Policzono."))


@pytest.mark.parametrize("doubtful", [{"disputed": {"what": "Dwie liczby."}}, {"nature": "target"}])
def test_a_poster_has_no_figure_that_is_doubtful_or_planned(doubtful: dict[str, Any]) -> None:
    made = PRACTICE({"id": "wzor", **practice(indicators=[figure("praca", **{"nature": "outcome", **doubtful})])}, None)
    assert poster_figure(made, PL) is None


def test_a_poster_has_the_effect_that_nobody_disputes() -> None:
    made = PRACTICE({"id": "wzor", **practice(indicators=[figure("praca", nature="outcome")])}, None)
    shown = poster_figure(made, PL)
    assert shown is not None
    assert (plain(shown.value), shown.label) == ("784 osoby", "praca")
