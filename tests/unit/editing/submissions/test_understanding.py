"""What people spell in a way of their own goes into its field, and is said as it was understood."""

import pytest
from tests.support.submissions import ANSWERS, PL, drafter

from goodpractices.editing.submissions.understanding import date_in_entry, figure_in_entry


def doubts(**answers: str) -> list[str]:
    return [doubt.text for doubt in drafter().draft({**ANSWERS, **answers}).doubts]


def test_a_date_in_words_goes_into_its_field_and_is_said() -> None:
    draft = drafter().draft({**ANSWERS, "start": "wiosną 2020 r.", "end": "15.01.2026"})
    assert draft.record["period"] == {"start": "2020-21", "end": "2026-01-15"}
    assert [(each.question, each.typed, each.meant) for each in draft.understood] == [
        ("start", "wiosną 2020 r.", "wiosna 2020"),
        ("end", "15.01.2026", "15 stycznia 2026"),
    ]


def test_a_period_given_as_its_start_has_both_ends() -> None:
    assert drafter().draft({**ANSWERS, "start": "2019–2023"}).record["period"] == {"start": "2019", "end": "2023"}
    assert drafter().draft({**ANSWERS, "start": "od 2019"}).record["period"] == {"start": "2019"}


def test_a_date_with_two_meanings_is_asked_about_with_both() -> None:
    (asked,) = doubts(start="03/04/2024")
    assert "„03/04/2024”" in asked
    assert "2024-04-03; 2024-03-04" in asked


def test_money_of_one_source_goes_into_its_field() -> None:
    told = "całość: 9,2 mln zł\n• dotacja: ok. 7,8 mln zł (RPO)\nwkład własny: 1.500 zł"
    draft = drafter().draft({**ANSWERS, "sources": "Sprawozdanie", "funding": told})
    assert draft.record["funding"] == [
        {"role": "total", "amount": 9200000, "currency": "PLN", "source": "s1"},
        {"role": "grant", "amount": 7800000, "currency": "PLN", "source": "s1", "precision": "about", "note": "RPO"},
    ]
    assert [each.meant for each in draft.understood] == [
        "całkowity koszt 9\u00a0200\u00a0000\u00a0zł (s1)",
        "dotacja około 7\u00a0800\u00a0000\u00a0zł (s1)",
    ]
    (asked,) = (doubt.text for doubt in draft.doubts)
    assert "„wkład własny: 1.500 zł”" in asked


def test_money_of_several_sources_says_which() -> None:
    told = {"funding": "całość: 9,2 mln zł, źródło 2\ndotacja: 5 zł\nkoszt: 5 zł, źródło 7"}
    draft = drafter().draft({**ANSWERS, **told})
    assert [each["source"] for each in draft.record["funding"]] == ["s2"]
    assert len(draft.doubts) == 2


def test_figures_with_their_parts_go_into_their_field() -> None:
    told = "uczestnicy: 784 osoby, zrobiono (kobiety 445, mężczyźni 339), źródło 1\nZatrudnieni: 32%, efekt, źródło 2"
    draft = drafter().draft({**ANSWERS, "indicators": told})
    assert draft.record["indicators"] == [
        {
            "id": "uczestnicy",
            "label": "uczestnicy",
            "value": 784,
            "unit": "person",
            "nature": "output",
            "source": "s1",
            "split": [{"dimension": "sex", "parts": {"F": 445, "M": 339}}],
        },
        {
            "id": "zatrudnieni",
            "label": "Zatrudnieni",
            "value": 32,
            "unit": "percent",
            "nature": "outcome",
            "source": "s2",
        },
    ]
    assert draft.understood[0].meant == ("uczestnicy 784 [osoby]: zrobiono, kobiety 445 + mężczyźni 339 (s1)")


@pytest.mark.parametrize(
    "line",
    [
        "784 uczestników",
        "uczestnicy: 784 osoby",
        "uczestnicy: 784 osoby, wynik",
        "uczestnicy: kilka osób, efekt",
        "a: 5 osób, plan (K)",
    ],
)
def test_a_figure_that_says_less_waits_for_a_person(line: str) -> None:
    draft = drafter().draft({**ANSWERS, "sources": "Sprawozdanie", "indicators": line})
    assert "indicators" not in draft.record
    assert f"„{line}”" in draft.doubts[0].text


def test_obstacles_are_lines_with_how_they_were_handled() -> None:
    draft = drafter().draft({**ANSWERS, "obstacles": "1) Brak lokalu -> użyczyła go szkoła\n2) Mało chętnych"})
    assert draft.record["obstacles"] == [
        {"what": "Brak lokalu", "how_handled": "użyczyła go szkoła"},
        {"what": "Mało chętnych"},
    ]


def test_a_pasted_list_becomes_a_list() -> None:
    record = drafter().draft({**ANSWERS, "goals": "Robimy:\n• jedno\n• drugie"}).record
    assert record["goals"] == "Robimy:\n\n- jedno\n- drugie"


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ({"value": 32, "unit": "percent"}, "x 32%: zrobiono (s1)"),
        ({"value": 32, "unit": "person"}, "x 32 [osoby]: zrobiono (s1)"),
        ({"min": 10, "max": 20, "unit": "percent", "precision": "range"}, "x 10–20%: zrobiono (s1)"),
        ({"value": 32, "unit": "percent", "precision": "about"}, "x około 32%: zrobiono (s1)"),
        ({"value": 32, "unit": "percent", "precision": "at_least"}, "x co najmniej 32%: zrobiono (s1)"),
        (
            {"value": 5, "unit": "percent", "split": [{"dimension": "sex", "parts": {"F": 3, "M": 2}}]},
            "x 5%: zrobiono, kobiety 3 + mężczyźni 2 (s1)",
        ),
        (
            {"value": 5, "unit": "percent", "split": [{"dimension": "age", "parts": {"F": 3, "b": 2}}]},
            "x 5%: zrobiono, F 3 + b 2 (s1)",
        ),
    ],
)
def test_a_figure_is_said_with_its_unit_and_its_parts(told: dict[str, object], meant: str) -> None:
    assert figure_in_entry({"label": "x", "nature": "output", "source": "s1", **told}, PL) == meant


def test_a_date_or_a_period_is_said_in_words() -> None:
    assert date_in_entry("2026-01-15", PL) == "15 stycznia 2026"
    assert date_in_entry("2019/2023", PL) == "2019–2023"
