"""Words made from words, for a dictionary to confirm: by their endings and their part of speech."""

import pytest

from goodpractices.finding.search.adverbs import adjectives_of, adverbs_of
from goodpractices.finding.search.derivation import Relative, relatives

NOUN, ADJECTIVE = frozenset({"subst"}), frozenset({"adj"})


@pytest.mark.parametrize(
    ("word", "parts", "made"),
    [
        ("młodzież", NOUN, [("młodzieżowy", "adj")]),
        ("integracja", NOUN, [("integracyjny", "adj"), ("integrant", "subst"), ("integrator", "subst")]),
        ("integracyjny", ADJECTIVE, [("integracja", "subst")]),
        ("integrować", frozenset({"inf"}), [("integracja", "subst")]),
        ("stypendysta", NOUN, [("stypendium", "subst"), ("stypendystka", "subst")]),
        ("ogród", NOUN, [("ogródek", "subst"), ("ogrodnictwo", "subst")]),
        ("ogródek", NOUN, [("ogród", "subst"), ("ogrodnictwo", "subst")]),
        ("senior", NOUN, [("senioralny", "adj")]),
    ],
)
def test_endings_lead_to_other_endings_and_parts_of_speech(
    word: str, parts: frozenset[str], made: list[tuple[str, str]]
) -> None:
    assert {Relative(*each) for each in made} <= {*relatives(word, parts)}


def test_an_ending_of_another_part_of_speech_leads_nowhere() -> None:
    assert list(relatives("młodzież", ADJECTIVE)) == []
    assert list(relatives("młodzież", frozenset())) == []


def test_short_words_have_no_family() -> None:
    assert list(relatives("rok", NOUN)) == []
    assert [each.word for each in relatives("roki", NOUN)] == []
    assert [each.word for each in relatives("krok", NOUN)] == ["krokowy"]


def test_two_letters_are_left_before_an_ending_unless_that_is_long() -> None:
    assert "cny" not in {each.word for each in relatives("cność", NOUN)}
    assert "prawnik" in {each.word for each in relatives("prawo", NOUN)}


def test_a_place_leads_to_its_adjective_and_people_in_small_letters_as_well() -> None:
    made = list(relatives("Gdynia", NOUN))
    assert {("gdyński", "adj"), ("Gdynianin", "subst"), ("gdynianin", "subst")} <= {*made}
    assert "gdyniowy" not in {each.word for each in made}


@pytest.mark.parametrize(
    ("country", "adjective", "person"),
    [("Dania", "duński", "Duńczyk"), ("Niemcy", "niemiecki", "Niemiec"), ("Szwecja", "szwedzki", "Szwed")],
)
def test_a_country_that_no_ending_tells_leads_to_its_adjective_and_people(
    country: str, adjective: str, person: str
) -> None:
    assert {(adjective, "adj"), (person, "subst")} <= {*relatives(country, NOUN)}


@pytest.mark.parametrize(
    ("adverb", "adjective"),
    [
        ("szybko", "szybki"),
        ("stało", "stały"),
        ("wcześnie", "wczesny"),
        ("groźnie", "grozny"),
        ("proście", "prosty"),
        ("wzniośle", "wzniosły"),
        ("źle", "zły"),
        ("ładnie", "ładny"),
        ("dobrze", "dobry"),
        ("stale", "stały"),
        ("twardzie", "twardy"),
        ("obficie", "obfity"),
        ("wesołe", "wesoły"),
    ],
)
def test_an_adverb_and_its_adjective_differ_by_their_last_letters(adverb: str, adjective: str) -> None:
    assert adjective in [*adjectives_of(adverb)]
    assert adverb in [*adverbs_of(adjective)]


def test_the_likeliest_adjective_comes_first() -> None:
    assert next(iter(adjectives_of("wcześnie"))) == "wczesny"
    assert [*adjectives_of("szybko")] == ["szybky", "szybki"]
