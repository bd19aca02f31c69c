"""What is made of the readings of a dictionary: which of them count, which forms somebody may look for."""

import pytest

from goodpractices.finding.search.dictionary import Dictionary, Form, Reading


def reading(lemma: str, tag: str, *names: str) -> Reading:
    return lemma, tag, list(names)


READINGS = {
    "koło": [reading("koło:s", "subst:sg:nom:n"), reading("koło", "prep:gen")],
    "damy": [reading("dama", "subst:pl:nom:f"), reading("dać", "fin:pl:pri:perf")],
    "dom": [reading("dom", "subst:sg:nom:m3"), reading("Dom", "subst:sg:nom:m1", "nazwisko")],
    "Nowak": [reading("Nowak", "subst:sg:nom:m1", "nazwisko")],
    "ach": [reading("ach", "interj"), reading("acha", "subst:pl:gen:f")],
    "przez": [reading("przez", "prep:acc")],
    "szybko": [reading("szybko", "adv:pos")],
    "szybki": [reading("szybki", "adj:sg:nom:m3:pos")],
    "społeczno": [reading("społeczno", "ign")],
    "społeczny": [reading("społeczny", "adj:sg:nom:m3:pos")],
    "nowo": [reading("nowo", "adv:pos")],
    "xyz": [reading("xyz", "ign")],
    "sadzenie": [reading("sadzić", "ger:sg:nom:n"), reading("sadzenie", "subst:sg:nom:n")],
    "migracja": [reading("migracja", "subst:sg:nom:f")],
    "migracyjny": [reading("migracyjny", "adj:sg:nom:m3:pos")],
    "migrant": [reading("migrant", "adj:sg:nom:m3:pos")],
}
FORMS = {
    "szybki": [
        ("szybki", "adj:sg:nom:m3:pos"),
        ("najszybszy", "adj:sg:nom:m3:sup"),
        ("szybszy", "adj:sg:nom:m3:com"),
    ],
    "szybko": [
        ("szybko", "adv:pos"),
        ("Szybciej", "adv:com"),
        ("najszybciej", "adv:sup"),
    ],
    "Sadzić": [
        ("sadzić", "inf:imperf"),
        ("sadzę", "fin:sg:pri:imperf"),
        ("sadzi", "fin:sg:ter:imperf"),
        ("sadziłem", "praet:sg:m1:pri:imperf"),
        ("sadź", "impt:sg:sec:imperf"),
        ("niesadzenie", "ger:sg:nom:n:imperf:neg"),
        ("sadzicielu", "subst:sg:voc:m"),
        ("śmy", "aglt:sg"),
        ("sadzxx", "ign"),
        ("sadzon-y", "ppas:sg"),
    ],
}


class Analyser:
    """Knows what is written above."""

    def analyse(self, text: str) -> list[Reading]:
        return READINGS.get(text, [])

    def generate(self, lemma: str) -> list[Form]:
        return FORMS.get(lemma, [])

    def dict_id(self) -> str:
        return "słownik 1"


DICTIONARY = Dictionary(Analyser(), "2.0")


@pytest.mark.parametrize(
    ("form", "kind", "lemmas"),
    [
        ("koło", "known", ("koło",)),
        ("damy", "known", ("dama", "dać")),
        ("dom", "known", ("dom",)),
        ("Nowak", "known", ("Nowak",)),
        ("ach", "ignored", ()),
        ("przez", "ignored", ()),
        ("szybko", "known", ("szybki",)),
        ("nowo", "known", ("nowo",)),
        ("społeczno", "known", ("społeczny",)),
        ("społecznie", "unknown", ()),
        ("xyz", "unknown", ()),
        ("2026", "known", ("2026",)),
        ("Dla", "ignored", ()),
    ],
)
def test_a_form_is_every_word_that_somebody_would_look_for(form: str, kind: str, lemmas: tuple[str, ...]) -> None:
    word = DICTIONARY.word(form)
    assert (word.kind, word.lemmas) == (kind, lemmas)


def test_an_adjective_has_the_forms_of_its_adverb_but_for_the_highest() -> None:
    assert DICTIONARY.paradigm("szybki") == ("szybciej", "szybki", "szybko", "szybszy")


def test_rare_forms_are_left_out() -> None:
    assert DICTIONARY.paradigm("Sadzić") == ("sadzi", "sadzić")
    assert DICTIONARY.paradigm("2026") == ("2026",)


def test_a_noun_is_what_can_be_nothing_else() -> None:
    assert DICTIONARY.nouns("dom") == ("Dom", "dom")
    assert DICTIONARY.nouns("sadzenie") == ("sadzenie",)
    assert DICTIONARY.nouns("damy") == DICTIONARY.nouns("szybki") == ()


def test_a_family_is_of_words_that_the_dictionary_has_as_that_part_of_speech() -> None:
    assert DICTIONARY.family("migracja") == ("migracyjny",)


def test_the_dictionary_says_its_name_and_release() -> None:
    assert DICTIONARY.version == "morfeusz2 2.0 słownik 1"
    assert not DICTIONARY.is_fallback
