"""Where advice begins and ends: each limit just before and just after."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.support.advised import practice, said

from goodpractices.catalogue.records import Consent, Contact, Picture
from goodpractices.editing.advice.consents import consents_are_told, consents_last
from goodpractices.editing.advice.readability import (
    easy_sentences_are_short,
    fog,
    sentences,
    summaries_are_readable,
    summaries_are_short,
)


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
