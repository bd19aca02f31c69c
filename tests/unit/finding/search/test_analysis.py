"""The words of a practice: how much each says, the field that says most of it, its places, the length of all."""

from pathlib import Path
from typing import Any

from tests.support.samples import published

from goodpractices.finding.search.analysis import Analyser, Analysis, Outline
from goodpractices.finding.search.encoding import steps
from goodpractices.finding.search.fields import FIELDS, Section
from goodpractices.finding.search.named_in_full import NamesInFull

SUMMARY = "Zarośla zarośla " * 6


def analysed(parent: Path, story: str, **given: Any) -> dict[str, tuple[int, str, str]]:
    analysis = analysis_of(parent, story, **given)
    names = [FIELDS[number] for number in analysis.fields]
    found = zip(analysis.words, analysis.weights, names, analysis.places, strict=True)
    return {word: (weight, field, places) for word, weight, field, places in found}


def analysis_of(parent: Path, story: str, **given: Any) -> Analysis:
    catalogue = published(parent, {"las": {"title": "Ogród", "summary": SUMMARY.strip(), **given}})
    [practice] = catalogue.published
    outline = Outline.of(practice, catalogue, NamesInFull(catalogue))._replace(sections=[Section("solution", story)])
    return Analyser({"las": outline}, catalogue).analyse(practice)


def test_weights_of_all_passages_add_up_and_the_heaviest_names_the_field(tmp_path: Path) -> None:
    found = analysed(tmp_path, "Ogród staw Ogród")
    assert found["Ogród"][:2] == (500 + 100 + 100, "title")
    assert found["staw"][:2] == (100, "text")
    assert found["zarośla"][:2] == (6 * 250, "summary")
    assert found["Źródło"][:2] == (50, "text")


def test_a_word_of_text_and_of_a_heavier_record_is_the_field_of_the_record(tmp_path: Path) -> None:
    found = analysed(tmp_path, "zieleń Gdynia")
    assert found["zieleń"][:2] == (100 + 300, "term")
    assert found["Gdynia"][:2] == (100 + 300, "place")
    assert analysed(tmp_path / "b", "", title="Gdynia")["Gdynia"][:2] == (500 + 300, "title")


def test_places_count_words_with_a_jump_between_passages(tmp_path: Path) -> None:
    found = analysed(tmp_path, "Ogród staw")
    # The title is at 9, the summary at 18 to 29, the story at 38 and 39.
    assert found["Ogród"][2] == steps([9, 38])
    assert found["staw"][2] == steps([39])
    assert found["zarośla"][2] == steps([19, 21, 23, 25, 27, 29])


def test_words_that_only_stand_for_a_practice_have_no_place_and_no_length(tmp_path: Path) -> None:
    assert analysed(tmp_path, "")["green"][2] == ""


def test_the_length_is_that_of_its_own_words_by_their_weight(tmp_path: Path) -> None:
    without = analysis_of(tmp_path / "a", "")
    assert analysis_of(tmp_path / "b", "staw las").length == without.length + 200
    assert analysis_of(tmp_path / "c", "", title="Ogród staw").length == without.length + 500
