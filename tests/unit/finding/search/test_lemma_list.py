"""Polish words by a list of forms and lemmas: what it has, and what it can be asked for beyond that."""

import pytest

from goodpractices.finding.search.lemma_list import LemmaList

LISTED = """
migracja: migracja migracje migracji migracją migracyj migracyja migracyje migracyjo
migracyjny: migracyjny migracyjnego migracyjnej
ogródek: ogródek ogródków
uchodźca: uchodźca uchodźcy uchodźców
szybki: szybki szybkiego szybka
szybko: szybko szybciej
prawo: prawo prawa prawem
prawy: prawy prawego prawa
włączać: włączać włączał włączanie włączania
uzależnić: uzależnić uzależnił uzależnienie
uzależnienie: uzależnienia uzależnieniami
wykluczyć: wykluczyć wykluczył wykluczenie wykluczeniem
wykluczony: wykluczony wykluczonego wykluczona
niepełnosprawny: niepełnosprawny niepełnosprawna
przedstawiciel: przedstawiciel przedstawiciela
społeczny: społeczny społecznego
Gdynia: Gdynia Gdyni Gdynią
gdyński: gdyński gdyńskiego
który: któremuż
inny: inny migracjom
"""


def lemma_list() -> LemmaList:
    lines = [line.split(": ") for line in LISTED.strip().splitlines()]
    return LemmaList(lambda: {form: lemma for lemma, forms in lines for form in forms.split()}, "lista 1")


@pytest.mark.parametrize(
    ("form", "lemmas"),
    [
        ("migracją", {"migracja"}),
        ("Migracją", {"migracja"}),
        ("Gdyni", {"Gdynia"}),
        ("2026", {"2026"}),
        ("szybciej", {"szybki"}),
        ("prawem", {"prawo"}),
        ("społeczno", {"społeczny"}),
        ("uzależnieniami", {"uzależnić"}),
        ("wykluczonego", {"wykluczony", "wykluczyć"}),
        ("niepełnosprawnych", {"niepełnosprawny"}),
        ("przedstawicielami", {"przedstawiciel"}),
    ],
)
def test_a_form_belongs_to_its_word(form: str, lemmas: set[str]) -> None:
    assert {*lemma_list().word(form).lemmas} == lemmas


def test_what_the_list_does_not_lead_to_is_unknown() -> None:
    assert lemma_list().word("Stralsundem").kind == "unknown"
    assert lemma_list().word("gdynią").kind == "unknown"


@pytest.mark.parametrize("word", ["dla", "która", "się", "któremuż"])
def test_nobody_looks_for_function_words(word: str) -> None:
    assert lemma_list().word(word).kind == "ignored"


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("włączać", "włączania"),
        ("uzależnić", "uzależnieniami"),
        ("wykluczyć", "wykluczonych"),
        ("szybki", "szybko"),
        ("szybki", "szybkimi"),
        ("gdyński", "gdyńskiej"),
        ("ogródek", "ogródkami"),
        ("przedstawiciel", "przedstawicielom"),
        ("2026", "2026"),
    ],
)
def test_a_word_is_found_in_forms_nobody_wrote(lemma: str, form: str) -> None:
    assert form in lemma_list().paradigm(lemma)


def test_a_noun_without_gaps_gets_no_form_of_another_word() -> None:
    forms = lemma_list().paradigm("migracja")
    assert "migracjach" in forms
    assert "migracjom" not in forms  # which the list gives to another word


@pytest.mark.parametrize(("word", "relative"), [("migracja", "migracyjny"), ("Gdynia", "gdyński")])
def test_words_of_one_family_lead_to_each_other(word: str, relative: str) -> None:
    assert relative in lemma_list().family(word)


def test_only_nouns_are_nouns() -> None:
    assert lemma_list().nouns("migracją") == ("migracja",)
    assert lemma_list().nouns("prawego") == lemma_list().nouns("włączał") == ()


def test_the_list_is_read_when_it_is_needed_and_once() -> None:
    read: list[int] = []
    words = LemmaList(lambda: read.append(1) or {"gminy": "gmina"}, "lista 1")  # type: ignore[func-returns-value]
    assert not read
    words.prepare()
    assert words.word("gminy").lemmas == ("gmina",)
    assert len(read) == 1


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        (
            "ogródek",
            "ogródek ogródka ogródkach ogródkami ogródki ogródkiem ogródkom ogródkowi ogródku ogródków",
        ),
        (
            "szybki",
            "szybciej szybka szybki szybkich szybkie szybkiego szybkiej szybkiemu szybkim szybkimi szybko szybką",
        ),
        ("prawy", "prawa prawe prawego prawej prawemu prawy prawych prawym prawymi prawą"),
        ("włączać", "włączania włączanie włączać włączał"),
        ("prawo", "prawa prawem prawie prawiem prawo prawu"),
        (
            "wykluczyć",
            "wykluczenie wykluczeniem wykluczona wykluczone wykluczonego wykluczonej wykluczonemu wykluczony "
            "wykluczonych wykluczonym wykluczonymi wykluczoną wykluczyć wykluczył",
        ),
    ],
)
def test_a_word_has_the_forms_of_its_part_of_speech(lemma: str, forms: str) -> None:
    assert lemma_list().paradigm(lemma) == tuple(forms.split())


@pytest.mark.parametrize(
    ("form", "lemmas"),
    [
        ("szybko", ("szybki",)),
        ("szybkich", ("szybki",)),
        ("wykluczonych", ("wykluczony", "wykluczyć")),
        ("prawym", ("prawy",)),
        ("Prawo", ("prawo",)),
    ],
)
def test_a_form_belongs_to_these_words_and_no_others(form: str, lemmas: tuple[str, ...]) -> None:
    assert lemma_list().word(form).lemmas == lemmas


def test_the_list_says_its_name_and_that_it_stands_in() -> None:
    assert lemma_list().version == "lista 1"
    assert lemma_list().is_fallback


def test_a_family_is_of_words_that_the_list_has_as_that_part_of_speech() -> None:
    assert lemma_list().family("migracja") == ("migracyjny",)
    assert lemma_list().family("Gdynia") == ("gdyński",)
    assert lemma_list().family("prawo") == ()
