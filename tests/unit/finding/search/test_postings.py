"""Where a word is and how much it says there: by its weight, by the length of the entry, by its strongest form."""

from types import SimpleNamespace
from typing import Any, cast

from goodpractices.finding.search.analyses import SlicedAnalyses
from goodpractices.finding.search.analysis import Analysis
from goodpractices.finding.search.catalogue_words import CatalogueWords
from goodpractices.finding.search.postings import LEVELS, Postings, find_postings, find_vocabulary


def words(**lemmas: list[str]) -> CatalogueWords:
    numbers = {lemma: n for n, lemma in enumerate(sorted({each for some in lemmas.values() for each in some}))}
    stub: Any = SimpleNamespace(lemmas=lemmas, lexicon=SimpleNamespace(numbers=numbers))
    return cast("CatalogueWords", stub)


def analysis(said: str, weights: str, fields: str, places: str, length: int = 1000) -> Analysis:
    return Analysis(said, weights, fields, places, length)


LAS = words(las=["las"], lasy=["las"])
TWO = words(las=["las"], staw=["staw"])
OTHER = Analysis("staw", "0", "0", "$", 1000)


def found(*analyses: Analysis, known: CatalogueWords = LAS, length: int = 100) -> Postings:
    """The postings of practices in slices of a length."""
    parts = [analyses[start : start + length] for start in range(0, len(analyses), length)]
    stub: Any = SimpleNamespace(
        slices=[SimpleNamespace(first=n * length, practices=part) for n, part in enumerate(parts)],
        keys=[str(n) for n, _ in enumerate(parts)],
        known=lambda kind, keys, compute, is_value: iter([compute(part) for part in parts]),
    )
    sliced = cast("SlicedAnalyses", stub)
    return find_postings(sliced, find_vocabulary(sliced), known)


def test_there_are_as_many_levels_as_signs_that_end_a_number() -> None:
    assert LEVELS == 45


def test_a_word_says_half_of_all_at_six_times_its_weight_and_less_in_a_longer_entry() -> None:
    # 45 levels: 600 of 600 + 600 is 22; in an entry of 1.5 times the length 600 of 600 + 720 is 20, of half of it 25.
    assert found(analysis("las", "600", "0", "$")).where == ["#9#"]
    assert found(analysis("las", "600", "0", "$", 1500), analysis("las", "600", "0", "$", 500)).where == ["#7##<#"]


def test_a_word_of_no_weight_says_nothing_and_one_of_very_much_nearly_all() -> None:
    assert found(analysis("las", "0", "3", "$")).where == ["##&"]
    assert found(analysis("las", "99999999", "0", "$")).where == ["#O#"]


def test_forms_of_a_word_add_up_and_the_field_is_that_of_the_strongest() -> None:
    assert found(analysis("las lasy", "200 400", "12", "$ %")).where == ["#9%"]
    assert found(analysis("las lasy", "400 200", "12", "$ %")).where == ["#9$"]
    assert found(analysis("las lasy", "300 300", "12", "$ %")).where == ["#9$"]


def test_places_of_all_forms_stand_in_their_order() -> None:
    assert found(analysis("las lasy", "1 1", "11", "% $")).places == ["$$"]
    assert found(analysis("las lasy", "1 1", "11", " $")).places == ["$"]
    assert found(analysis("las lasy", "1 1", "11", "% ")).places == ["%"]


def test_practices_are_told_by_their_distance() -> None:
    here = analysis("las", "0", "0", "$")
    postings = found(OTHER, here, OTHER, OTHER, here, known=TWO)
    assert postings.where[0] == "$##%##"
    assert postings.places[0] == "$ $"
    assert postings.counts == {"las": 2, "staw": 3}


def test_practices_of_two_slices_are_told_as_those_of_one() -> None:
    some = [analysis("las", "0", "0", "$") if n in (1, 49, 50, 99) else OTHER for n in range(100)]
    assert found(*some, known=TWO, length=50).where[0] == "$##" + "Q%##" + "###" + "Q&##"


def test_a_form_may_be_of_two_words() -> None:
    postings = found(analysis("mam", "600", "0", "$"), known=words(mam=["mama", "mieć"]))
    assert postings.where == ["#9#", "#9#"]
    assert postings.counts == {"mama": 1, "mieć": 1}


def test_words_in_capitals_that_no_text_says_stand_for_others_only() -> None:
    analyses = [analysis("DOM LIS las DUO", "50 50 200 50", "0000", " $ % "), analysis("DUO DOM", "300 50", "00", "$ ")]
    stub: Any = SimpleNamespace(
        slices=[SimpleNamespace(practices=analyses)],
        keys=["0"],
        known=lambda kind, keys, compute, is_value: iter([compute(analyses)]),
    )
    assert find_vocabulary(cast("SlicedAnalyses", stub)).initials == {"DOM"}
