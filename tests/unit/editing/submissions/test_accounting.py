"""That nothing is lost: words of a file are counted against those of the drafts, and whatever is missing is asked."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.office import OFFERED, read_document
from tests.support.properties import DEAR
from tests.support.submissions import PL, drafter

from bench.office_files import Importer, docx, generate, lost_words
from bench.office_files.packing import xlsx
from goodpractices.editing.submissions.accounting import accounted
from goodpractices.editing.submissions.documents import Reading
from goodpractices.editing.submissions.reading.package import opened
from goodpractices.editing.submissions.reading.walk import Unit, unaccounted, units
from goodpractices.editing.submissions.reading.words import words
from goodpractices.editing.submissions.submission import Note, Submission

IMPORTER = Importer(drafter(), PL, OFFERED)


@pytest.mark.slow
@DEAR
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_of_no_office_file_a_word_is_lost(seed: int, number: int) -> None:
    made = generate(seed, number)
    assert (made.kinds, lost_words(made, IMPORTER)) == (made.kinds, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 000 € i 85%", ["20", "000", "€", "i", "85", "%"]),
        ("sąsiedzka, „łąka” – (3,5)", ["sąsiedzka", "łąka", "3", "5"]),
        ("s\u00ada\u0328", ["są"]),
        ("____ ☐ ☒ • | <b>", ["b"]),
        ("±5 §7 ½", ["±", "5", "§", "7", "½"]),
        ("👍 +48", ["👍", "+", "48"]),
    ],
)
def test_words_are_what_means_something_by_itself(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def missing(pieces: list[tuple[str, ...]], carried: str) -> list[str]:
    found = (Unit("x", each) for each in pieces)
    return [unit.text for unit in unaccounted(found, carried, Counter(words(carried)), {})]


def test_a_word_counts_as_often_as_it_stands_there() -> None:
    assert missing([("5000",), ("5000",)], "5000 i 5000") == []
    assert missing([("5000",), ("5000",)], "5000") == ["5000"]


def test_pieces_of_a_word_may_stand_apart_but_not_be_gone() -> None:
    assert missing([("osó", "b")], "osó oraz b") == []
    assert missing([("osó", "b")], "osó") == ["osób"]
    assert missing([("osó", "b")], "osób") == []


def test_an_address_is_looked_for_as_it_is() -> None:
    unit = Unit("x", ("https://example.org/a%20b",), is_address=True)
    assert [*unaccounted(iter([unit]), "(https://example.org/a%20b)", {}, {})] == []
    assert [*unaccounted(iter([unit]), "https://example.org/a", {}, {})] == [unit]


def test_what_is_missing_becomes_one_note_for_each_part() -> None:
    reading = Reading((Submission({"title": "Las"}), Submission({})))
    found = [Unit("word/header1.xml", (text,)) for text in ("Wydział", "Las", "Wydział", "Sprawa 7")]
    first, second = accounted(reading, found, PL)
    assert first.notes == (Note("lost", "Nagłówek strony", "Wydział / Sprawa 7"),)
    assert second.notes == ()


def test_what_is_ours_is_not_asked_about() -> None:
    reading = Reading((Submission({"title": "Las"}),), ("Nazwa praktyki",))
    [read] = accounted(reading, [Unit("x", ("Nazwa praktyki: Las",))], PL)
    assert read.notes == ()


def test_a_part_is_walked_whatever_its_name_says() -> None:
    data = docx(["## Nazwa praktyki", "Las"], {"inne/plik.foo": "<a><b>słowo</b>ogon</a>"})
    assert [unit.text for unit in units(opened(data)) if unit.part.endswith("foo")] == ["słowo", "ogon"]


def test_a_value_is_known_by_its_cell() -> None:
    cell = "<c r='@' s='1'><v>0.85</v></c>".replace("@", "B2")
    data = xlsx({"Arkusz1": f"<sheetData><row r='2'>{cell}</row></sheetData>"}, ["0%"])
    [unit] = units(opened(data))
    assert (unit.part, unit.cell, unit.text) == ("xl/worksheets/sheet1.xml", "B2", "0.85")
    assert [*unaccounted(iter([unit]), "85%", Counter(words("85%")), {(unit.part, "B2"): "85%"})] == []
    [lost] = unaccounted(iter([unit]), "", {}, {(unit.part, "B2"): "85%"})
    assert lost.text == "85%"


@pytest.mark.slow
def test_long_notes_are_parted_between_words() -> None:
    words_there = [f"słowo{n}" for n in range(400)]
    read = read_document(docx(["## Nazwa praktyki", "Las", "## Zdjęcia", " ".join(words_there)]))
    draft = drafter().draft(read.answers, None, "las", read.leftovers, (), read.notes)
    asked = " ".join(doubt.text for doubt in draft.doubts)
    assert [word for word in words_there if word not in words(asked)] == []
