"""Words of other languages than Polish by their stems."""

import pytest

from goodpractices.finding.search.stems import Stems, spellings


@pytest.fixture(scope="module")
def english() -> Stems:
    return Stems("en")


def test_forms_of_a_word_have_one_stem_in_whatever_letters(english: Stems) -> None:
    assert {english.word(text).lemmas for text in ("garden", "Gardens", "GARDENING")} == {("garden",)}
    assert english.nouns("gardening") == ("garden",)


def test_words_of_the_closed_classes_are_never_looked_for(english: Stems) -> None:
    assert [english.word(text).kind for text in ("the", "The", "garden")] == ["ignored", "ignored", "known"]
    assert english.word("the").lemmas == ()
    assert english.nouns("the") == ()


def test_only_forms_that_lead_back_to_a_stem_are_typed_for_it(english: Stems) -> None:
    forms = english.paradigm("garden")
    assert {"garden", "gardens", "gardening"} <= {*forms}
    assert forms == tuple(sorted(forms))
    assert all(english.word(form).lemmas == ("garden",) for form in forms)
    assert "gardenion" not in forms


def test_nothing_is_known_of_the_family_of_a_stem(english: Stems) -> None:
    assert english.family("garden") == ()


def test_a_language_without_a_stemmer_has_words_as_they_stand() -> None:
    unknown = Stems("xx")
    unknown.prepare()
    assert unknown.word("Hage").lemmas == ("hage",)
    assert unknown.paradigm("hage") == ("hage",)
    assert unknown.ignored == frozenset()
    assert unknown.version.endswith(" none")


def test_the_version_tells_which_stemmer_it_was(english: Stems) -> None:
    assert english.version.startswith("PyStemmer ")
    assert english.version.endswith(" english")


def test_a_language_may_spell_words_in_two_ways_or_in_one() -> None:
    assert ["or(?=(s|hood|ed|er|ing)?$)", "our"] in spellings("en")
    assert spellings("de") == spellings("xx") == []
