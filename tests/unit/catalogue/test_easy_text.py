"""A text that is easy to read: lines as they were written, tested by somebody, in each language on its own."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.entries import (
    EASY_IN_ENGLISH,
    PRACTICE,
    add,
    entry,
    in_english,
    loaded,
    practices_folder,
    problems_of,
)

from goodpractices.catalogue import COUNTED, Catalogue, EasyText, in_language, load_catalogue, texts_of

TESTED = {"tested_by": "Grupa samorzeczników"}
POLISH = {"text": "To jest las.\n\nDo lasu możesz przyjść.", **TESTED}


def easy_text_of(parent: Path, text: str) -> str:
    easy = loaded(parent, las={"easy_to_read": {**TESTED, "text": text}}).practices["las"].easy_to_read
    assert easy
    return easy.text


def in_two_languages(parent: Path, given: dict[str, Any], easy: str) -> Catalogue:
    folder = practices_folder(parent)
    add(folder, f"{PRACTICE}/index.md", entry(given))
    add(folder, f"{PRACTICE}/index.en.md", in_english(easy))
    return load_catalogue(folder)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("To jest las.\nLas jest duży.", "To jest las.\nLas jest duży."),
        ("  To  jest\tlas. \n Las jest duży. ", "To jest las.\nLas jest duży."),
        ("\n\nTo jest las.\n \n\n\nLas jest duży.\n\n", "To jest las.\n\nLas jest duży."),
        ("- To jest **las**.", "- To jest **las**."),
    ],
)
def test_lines_stay_and_needless_blanks_go(tmp_path: Path, written: str, read: str) -> None:
    assert easy_text_of(tmp_path, written) == read


def test_lines_are_written_below_a_sign(tmp_path: Path) -> None:
    folder = practices_folder(tmp_path)
    lines = "easy_to_read:\n  text: |\n    To jest las.\n    Las jest duży.\n\n    Zapraszamy.\n  tested_by: Grupa\n"
    add(folder, f"{PRACTICE}/index.md", entry(lines))
    easy = load_catalogue(folder).practices[PRACTICE].easy_to_read
    assert easy == EasyText(text="To jest las.\nLas jest duży.\n\nZapraszamy.", tested_by="Grupa")


def test_a_text_has_an_end(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, entry({"easy_to_read": {"text": "To jest las.\n" * 500, **TESTED}}))
    assert problem.startswith("3:9: easy_to_read.text: Skróć tekst do 6")


def test_each_language_has_a_text_of_its_own(tmp_path: Path) -> None:
    catalogue = in_two_languages(tmp_path, {"easy_to_read": POLISH}, EASY_IN_ENGLISH)
    english = in_language(catalogue, "en").practices[PRACTICE].easy_to_read
    assert english == EasyText(text="This is a forest.", tested_by="A self-advocacy group")


def test_a_polish_text_stands_for_no_english_one(tmp_path: Path) -> None:
    catalogue = in_two_languages(tmp_path, {"easy_to_read": POLISH}, "")
    assert in_language(catalogue, "en").practices[PRACTICE].easy_to_read is None
    assert in_language(catalogue, "de").practices[PRACTICE].easy_to_read is None


def test_an_english_text_stands_for_no_polish_one(tmp_path: Path) -> None:
    catalogue = in_two_languages(tmp_path, {}, EASY_IN_ENGLISH)
    assert catalogue.practices[PRACTICE].easy_to_read is None
    assert in_language(catalogue, "en").practices[PRACTICE].easy_to_read


def test_nobody_is_asked_to_translate_it(tmp_path: Path) -> None:
    practice = loaded(tmp_path, las={"easy_to_read": {**POLISH, "written_by": "Centrum"}}).practices["las"]
    assert texts_of(practice) == texts_of(loaded(tmp_path / "x", las={}).practices["las"])


def test_a_description_is_full_without_it() -> None:
    assert "easy_to_read" not in COUNTED
