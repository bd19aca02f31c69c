"""Forms of words: by the dictionary, without it, and of names that no dictionary has."""

import sys

import pytest

from goodpractices.finding.search import Morphology, load_morphology
from goodpractices.finding.search.names import Names, nominal_forms


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    found = load_morphology()
    assert found.version.startswith("morfeusz2 ")
    return found


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("uchodźców", "uchodźca"),
        ("Bytowie", "Bytów"),
        ("ludzi", "człowiek"),
        ("społeczno", "społeczny"),
        ("szybko", "szybki"),
        ("skutecznie", "skuteczny"),
        ("bezlitośnie", "bezlitosny"),
        ("koło", "koło"),
    ],
)
def test_a_form_belongs_to_its_word(morphology: Morphology, form: str, lemma: str) -> None:
    assert lemma in morphology.word(form).lemmas


@pytest.mark.parametrize("word", ["w", "dla", "która", "jest", "oraz", "się"])
def test_nobody_looks_for_function_words(morphology: Morphology, word: str) -> None:
    assert morphology.word(word).kind == "ignored"


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("migracja", "migracją"), ("gdyński", "gdyńskiej"), ("włączać", "włączanie"), ("szybki", "szybko")],
)
def test_a_word_is_found_in_forms_nobody_wrote(morphology: Morphology, lemma: str, form: str) -> None:
    assert form in morphology.paradigm(lemma)


def test_denied_and_highest_forms_are_left_to_the_rules(morphology: Morphology) -> None:
    forms = {*morphology.paradigm("włączać"), *morphology.paradigm("młody")}
    assert not [form for form in forms if form.startswith(("nie", "naj"))]


@pytest.mark.parametrize(
    ("name", "form"),
    [("stralsund", "stralsundzie"), ("markaryd", "markarydem"), ("kopenhaga", "kopenhadze"), ("omggs", "omggsu")],
)
def test_a_foreign_name_has_the_endings_of_a_noun(name: str, form: str) -> None:
    assert form in nominal_forms(name)


def test_forms_of_one_name_are_one_word() -> None:
    assert Names(["stralsundzie", "stralsundem", "barth", "stralsund"]).lemmas == {
        "stralsund": "stralsund",
        "stralsundem": "stralsund",
        "stralsundzie": "stralsund",
        "barth": "barth",
    }


def test_a_name_that_is_only_there_in_other_cases_has_its_own_forms() -> None:
    names = Names(["hortologię", "hortologii", "krescencjuszach"])
    assert names.lemmas["hortologię"] == names.lemmas["hortologii"]
    assert {"hortologia", "hortologią"} <= set(names.paradigm(names.lemmas["hortologii"]))
    assert {"krescencjusz", "krescencjuszem"} <= set(names.paradigm("krescencjuszach"))


@pytest.mark.parametrize(
    ("word", "relative"),
    [
        ("stypendium", "stypendysta"),
        ("gmina", "gminny"),
        ("gminny", "gmina"),
        ("młodzież", "młodzieżowy"),
        ("nauczyciel", "nauczycielka"),
        ("integracja", "integrować"),
        ("Gdynia", "gdyński"),
        ("Sopot", "sopocianin"),
        ("Portugalia", "Portugalczyk"),
    ],
)
def test_words_of_one_family_lead_to_each_other(morphology: Morphology, word: str, relative: str) -> None:
    assert relative in morphology.family(word)


@pytest.mark.parametrize(("word", "other"), [("waga", "ważny"), ("projekt", "projekcja"), ("rok", "rokowy")])
def test_words_that_only_look_alike_are_no_family(morphology: Morphology, word: str, other: str) -> None:
    assert other not in morphology.family(word)


@pytest.mark.slow
def test_what_stands_in_for_the_dictionary_says_so(monkeypatch: pytest.MonkeyPatch, morphology: Morphology) -> None:
    monkeypatch.setitem(sys.modules, "morfeusz2", None)
    found = load_morphology()
    assert found.version.startswith("simplemma ")
    assert found.is_fallback
    assert not morphology.is_fallback


@pytest.mark.slow
def test_what_stands_in_can_be_had_where_the_dictionary_is() -> None:
    assert load_morphology(fallback=True).version.startswith("simplemma ")


@pytest.mark.parametrize(
    ("form", "other"),
    [("migrants", "migrant"), ("refugees", "refugee"), ("integrating", "integration"), ("jobs", "job")],
)
def test_forms_of_an_english_word_belong_together(form: str, other: str) -> None:
    english = load_morphology("en")
    assert english.word(form).lemmas == english.word(other).lemmas
    assert english.word("the").kind == "ignored"


def test_an_english_word_is_found_in_forms_nobody_wrote() -> None:
    english = load_morphology("en")
    [stem] = english.word("refugees").lemmas
    assert {"refugee", "refugees"} <= {*english.paradigm(stem)}
    assert all(english.word(form).lemmas == (stem,) for form in english.paradigm(stem))


def test_a_language_nothing_is_known_of_is_searched_by_its_words() -> None:
    ukrainian = load_morphology("uk")
    assert ukrainian.word("Молодь").lemmas == ("молодь",)
    assert ukrainian.paradigm("молодь") == ("молодь",)
