"""Where advice begins and ends: each limit just before and just after, each kind of address and number."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.support.advised import practice, said

from goodpractices.catalogue.ageing import facts_are_fresh, reviews_are_due
from goodpractices.catalogue.records import Consent, Contact, Picture
from goodpractices.editing.advice.consents import consents_are_told, consents_last
from goodpractices.editing.advice.readability import (
    easy_sentences_are_short,
    fog,
    sentences,
    summaries_are_readable,
    summaries_are_short,
)

FIGURE = {"id": "a", "label": "a", "unit": "person", "nature": "context", "value": 1, "source": "s1"}


CLAIM = {"text": "Jedyny taki program.", "source": "s1"}


@pytest.mark.parametrize(
    ("as_of", "day", "old"),
    [
        ("2020-03-04", "2023-03-04", False),
        ("2020-03-04", "2023-03-05", True),
        ("2020-03", "2023-03-31", False),
        ("2020-03", "2023-04-01", True),
        ("2020", "2023-12-31", False),
        ("2020", "2024-01-01", True),
    ],
)
def test_a_claim_is_old_three_years_after_its_last_day(tmp_path: Path, as_of: str, day: str, *, old: bool) -> None:
    given = practice(tmp_path, claims=[{**CLAIM, "as_of": as_of}])
    expected = [("claim_old", ("claims", 0, "as_of"), {"date": as_of, "years": 3})]
    assert said(facts_are_fresh(given, date.fromisoformat(day))) == (expected if old else [])


def test_a_claim_known_to_be_outdated_is_left_alone(tmp_path: Path) -> None:
    claims = [{**CLAIM, "as_of": "2010", "status": "outdated"}, {**CLAIM, "as_of": "2010"}]
    assert [where for _, where, _ in said(facts_are_fresh(practice(tmp_path, claims=claims), date(2026, 1, 1)))] == [
        ("claims", 1, "as_of")
    ]


@pytest.mark.parametrize(("as_of", "old"), [("2020", True), ("2021", False)])
def test_a_background_figure_is_old_after_five_years(tmp_path: Path, as_of: str, *, old: bool) -> None:
    given = practice(tmp_path, indicators=[{**FIGURE, "as_of": as_of}])
    expected = [("figure_old", ("indicators", 0, "as_of"), {"date": as_of, "years": 5})]
    assert said(facts_are_fresh(given, date(2026, 1, 1))) == (expected if old else [])


def test_a_figure_of_what_was_done_never_ages_nor_one_without_a_day(tmp_path: Path) -> None:
    figures = [{**FIGURE, "nature": "output", "as_of": "1990"}, {**FIGURE, "id": "b"}]
    assert said(facts_are_fresh(practice(tmp_path, indicators=figures), date(2026, 1, 1))) == []


@pytest.mark.parametrize(
    ("planned", "day", "passed"),
    [(True, "2025-06-08", True), (True, "2025-06-07", False), (False, "2025-06-08", False)],
)
def test_a_plan_has_passed_the_day_after(tmp_path: Path, planned: bool, day: str, *, passed: bool) -> None:
    given = practice(tmp_path, key_dates=[{"date": "2025-06-07", "text": "Otwarcie", "planned": planned}])
    expected = [("plan_passed", ("key_dates", 0, "date"), {"date": "2025-06-07"})]
    assert said(facts_are_fresh(given, date.fromisoformat(day))) == (expected if passed else [])


def test_without_a_day_facts_are_measured_by_the_last_look_at_the_entry(tmp_path: Path) -> None:
    claims = [{**CLAIM, "as_of": "2020"}]
    looked_at = {"state": "draft", "created": "2019-01-01", "updated": "2021-01-01", "reviewed_on": "2024-01-01"}
    assert len(said(facts_are_fresh(practice(tmp_path / "a", claims=claims, editorial=looked_at), None))) == 1
    earlier = {**looked_at, "reviewed_on": "2023-12-31"}
    assert said(facts_are_fresh(practice(tmp_path / "b", claims=claims, editorial=earlier), None)) == []
    assert said(facts_are_fresh(practice(tmp_path / "c", claims=claims), None)) == []


@pytest.mark.parametrize(
    ("editorial", "day", "expected"),
    [
        ({"review_by": "2026-01-02"}, "2026-01-02", []),
        (
            {"review_by": "2026-01-02"},
            "2026-01-03",
            [("review_overdue", ("editorial", "review_by"), {"date": "2026-01-02"})],
        ),
        ({"updated": "2024-01-31"}, "2026-01-31", []),
        ({"updated": "2024-01-31"}, "2026-02-01", [("state_old", ("lifecycle",), {"date": "2024-01-31", "n": 24})]),
        ({"updated": "2020-01-31", "review_by": "2030-01-01"}, "2026-02-01", []),
        ({}, "2026-02-01", []),
    ],
)
def test_a_review_is_due_after_its_day_or_two_years(
    tmp_path: Path, editorial: dict[str, str], day: str, expected: list[Any]
) -> None:
    given = practice(tmp_path, editorial={"state": "draft", **editorial})
    assert said(reviews_are_due(given, date.fromisoformat(day))) == expected
    assert said(reviews_are_due(given, None)) == []


@pytest.mark.parametrize(
    ("lifecycle", "due"),
    [
        ("idea", True),
        ("starting", True),
        ("pilot", True),
        ("running", True),
        ("became-regular-service", True),
        ("suspended", True),
        ("ended", False),
        ("abandoned", False),
        ("unknown", False),
    ],
)
def test_the_state_of_what_goes_on_is_asked_about(tmp_path: Path, lifecycle: str, *, due: bool) -> None:
    given = practice(tmp_path, lifecycle=lifecycle, editorial={"state": "draft", "created": "2020-01-01"})
    assert bool(said(reviews_are_due(given, date(2026, 1, 1)))) is due


def test_a_consent_that_ended_is_told(tmp_path: Path) -> None:
    contacts = [
        {"person": "Osoba", "consent_until": "2026-02-01"},
        {"person": "Inna", "consent_until": "2026-01-01"},
    ]
    given = practice(tmp_path, contacts=contacts)
    assert said(consents_last(given, date(2026, 1, 2))) == [
        ("consent_ended", ("contacts", 1, "consent_until"), {"id": "las"})
    ]
    assert said(consents_last(given, None)) == []


def test_a_consent_says_who_took_it_and_a_picture_whether_it_shows_people(tmp_path: Path) -> None:
    until = date(2027, 1, 1)
    whole = Consent(until=until, given_to="biuro", how="written")
    pictures = [Picture(file="a.jpg", alt="Las", credit="A", people=people) for people in (None, "none")]
    contacts = [Contact(person="Ola", consent=each) for each in (whole, replace(whole, how=None))]
    given = replace(practice(tmp_path), contacts=tuple(contacts), media=tuple(pictures))
    assert said(consents_are_told(given)) == [
        ("consent_rest", ("contacts", 1, "consent"), {}),
        ("picture_people", ("media", 0), {}),
    ]


SHORT = "Las rośnie w mieście. "


@pytest.mark.parametrize(("length", "told"), [(300, False), (301, True)])
def test_a_summary_is_long_beyond_three_hundred_signs(tmp_path: Path, length: int, *, told: bool) -> None:
    given = practice(tmp_path, summary=(SHORT * 20)[: length - 1] + "x")
    expected = [("summary_long", ("summary",), {"n": length, "max": 300})]
    assert said(summaries_are_short(given)) == (expected if told else [])


def test_a_summary_is_hard_because_of_its_sentences_or_of_its_words(tmp_path: Path) -> None:
    long = "Las rośnie w naszym mieście od wielu lat i każdy może tam pójść na spacer z psem oraz " * 3 + "odpocząć."
    [(key, where, params)] = said(summaries_are_readable(practice(tmp_path / "a", summary=long)))
    assert (key, where, params) == ("long_sentences", ("summary",), {"n": 55, "max": 15})
    hard = "Stowarzyszenie organizuje międzypokoleniowe przedsięwzięcia. Współpracuje z uniwersytetami. Działa."
    [(key, where, params)] = said(summaries_are_readable(practice(tmp_path / "b", summary=hard)))
    assert (key, where) == ("long_words", ("summary",))
    assert params == {"longest": "międzypokoleniowe, przedsięwzięcia, Stowarzyszenie"}
    assert said(summaries_are_readable(practice(tmp_path / "c"))) == []


def test_a_plain_summary_has_to_be_plainer(tmp_path: Path) -> None:
    plain = "Kto ma las i dom i psa, ten ma dość, " * 2 + "bo las to nie dom."
    [(key, where, params)] = said(summaries_are_readable(practice(tmp_path, plain_summary=plain)))
    assert (key, where) == ("long_sentences", ("plain_summary",))
    assert params == {"n": 25, "max": 10}


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("Kot ma dom. Pies ma las.", 1.2),
        ("Kot ma organizację.", 14.5),
        ("Las", 0.4),
        ("", 0.0),
    ],
)
def test_the_index_counts_words_a_sentence_and_long_words(text: str, index: float) -> None:
    assert fog(text) == index


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Raz! Dwa? Trzy… Cztery.", 4),
        ("Raz. dwa", 1),
        ("Raz. 2 drzewa", 2),
        ("„Raz.” (Dwa.)", 2),
        (" Raz. ", 1),
        ("Raz.Dwa", 1),
        ("Raz.\n\nŻuraw", 2),
    ],
)
def test_sentences_end_before_a_capital_letter_or_a_number(text: str, count: int) -> None:
    assert sentences(text) == count


def test_a_long_sentence_of_an_easy_text_is_told_by_its_beginning(tmp_path: Path) -> None:
    twelve = "Raz dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście."
    text = f"{twelve}\nTo las. {twelve[:-1]} trzynaście. To dom."
    easy = {"text": text, "tested_by": "Grupa"}
    assert said(easy_sentences_are_short(practice(tmp_path / "a", easy_to_read=easy))) == [
        (
            "easy_sentence_long",
            ("easy_to_read", "text"),
            {"n": 13, "max": 12, "value": "Raz dwa trzy cztery pięć sześć siedem osiem dziewięć dziesię…"},
        )
    ]
    short = "A b c d e f g h i j k l m."
    easy = {"text": short, "tested_by": "Grupa"}
    [(_, _, params)] = said(easy_sentences_are_short(practice(tmp_path / "b", easy_to_read=easy)))
    assert params["value"] == "A b c d e f g h i j k l m."
    assert said(easy_sentences_are_short(practice(tmp_path / "c"))) == []


def test_a_text_at_the_limit_of_the_index_is_not_hard(tmp_path: Path) -> None:
    at_limit, beyond = "Organizacja ma las. To dom.", "Organizacja ma dobry las. To nasz dom jest."
    assert (fog(at_limit), fog(beyond)) == (9.0, 6.6)
    assert said(summaries_are_readable(practice(tmp_path / "a", plain_summary=at_limit))) == []
    harder = "Organizacja ma las."
    [(key, where, params)] = said(summaries_are_readable(practice(tmp_path / "b", plain_summary=harder)))
    assert (key, where, params) == ("long_words", ("plain_summary",), {"longest": "Organizacja"})
