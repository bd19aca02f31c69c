"""What stands beside the answers of sheets and documents: each thing in its place, with its kind, once."""

from collections.abc import Sequence

import pytest
from tests.support.office import ASKED
from tests.support.submissions import PL

from goodpractices.editing.submissions import documents, sheets
from goodpractices.editing.submissions.documents import Reading
from goodpractices.editing.submissions.reading.values import (
    Aside,
    Cell,
    Document,
    DocumentTable,
    Paragraph,
    Sheet,
    Workbook,
)
from goodpractices.editing.submissions.submission import Note, Submission

TITLE, BODY, SOURCES = (PL(f"ask.{name}") for name in ("title", "solution", "sources"))
CHALLENGE = PL("ask.challenge")

Given = Sequence[Sequence[str | Cell]]


def cells(rows: Given) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(each if isinstance(each, Cell) else Cell(each) for each in row) for row in rows)


def on_sheets(*of: Sheet, passed_over: tuple[str, ...] = ()) -> Reading:
    return sheets.read_sheets(Workbook(of, passed_over=passed_over), ASKED)


def on_sheet(*rows: Sequence[str | Cell], spans: Sequence[tuple[int, int, int, int]] = ()) -> Submission:
    (read,) = on_sheets(Sheet("A", cells(rows), tuple(spans))).submissions
    return read


def beside(text: str, kind: str = "comment", said: str = "na pewno?") -> Cell:
    return Cell(text, asides=(Aside(kind, said),))


def hidden(text: str) -> Cell:
    return Cell(text, is_hidden=True)


def noted(read: Submission) -> list[tuple[str, str, str]]:
    return [(each.kind, each.place, each.words) for each in read.notes]


def test_comments_stand_at_their_cells_in_heads_rows_and_own_columns() -> None:
    read = on_sheet(
        [beside(TITLE, said="a"), beside("Kolor", said="b"), SOURCES],
        ["Las", beside("", said="c"), beside("r", said="d")],
    )
    assert noted(read) == [
        ("comment", "A, komórka A1", "a"),
        ("comment", "A, komórka B1", "b"),
        ("own_column", "A, komórka B1", "Kolor"),
        ("comment", "A, komórka B2", "c"),
        ("comment", "A, komórka C2", "d"),
    ]


def test_hidden_cells_and_rows_are_noted_and_answer_nothing() -> None:
    read = on_sheet([TITLE, SOURCES, "Kolor"], ["Las", hidden("raport"), hidden("x")])
    assert read.answers == {"title": "Las"}
    assert noted(read)[-2:] == [
        ("hidden_cell", f"A, komórka B2, {SOURCES}", "raport"),
        ("hidden_cell", "A, komórka C2, Kolor", "x"),
    ]
    two = on_sheet([TITLE, SOURCES], ["Las", "raport"], [hidden("Staw"), hidden("")], ["", "tak"])
    assert noted(two) == [("hidden_row", "A, wiersz 3", "Staw"), ("no_practice", "A, wiersz 4", "tak")]


def test_cells_without_a_question_are_kept_under_the_name_of_their_column() -> None:
    long = "k" * 121
    read = on_sheet([TITLE, " Kolor ", long, ""], ["Las", "zielony", "x", "y"])
    assert read.leftovers == (("Kolor", "zielony"), ("A, komórka C2", "x"), ("A, komórka D2", "y"))
    assert noted(read) == [("own_column", "A, komórka C1", long)]
    assert on_sheet([TITLE, "k" * 120], ["Las", "x"]).leftovers == (("k" * 120, "x"),)


def test_what_was_merged_over_rows_stands_in_each_of_them() -> None:
    rows: Given = [[TITLE, SOURCES], ["Las", "raport"], ["Staw"], ["Łąka", "inny"]]
    read = on_sheets(Sheet("A", cells(rows), ((1, 2, 1, 1), (0, 1, 0, 0), (1, 3, 1, 1)))).submissions
    assert [each.answers.get("sources") for each in read] == ["raport", "raport", "inny"]


def test_an_answer_over_two_questions_is_noted_with_both() -> None:
    read = on_sheet(
        [TITLE, SOURCES, CHALLENGE], ["Las", "raport", ""], spans=[(1, 1, 1, 2), (0, 0, 0, 1), (1, 1, 0, 0)]
    )
    assert noted(read) == [("merged", f"A, komórka B2:C2 ({SOURCES}, {CHALLENGE})", "raport")]


def test_rows_above_the_questions_and_other_sheets_are_noted_with_the_first_practice() -> None:
    reading = on_sheets(
        Sheet("A", cells([["Wykaz", "2024"], [beside("", said="x")], [TITLE, SOURCES], ["Las", "r"], ["Staw", "s"]])),
        Sheet("B", cells([["raz", " "], [], ["dwa"]])),
        Sheet("C", cells([["ukryte"]]), is_hidden=True),
        Sheet("Pusty", ()),
        passed_over=("obok",),
    )
    first, second = reading.submissions
    kinds = [(each.kind, each.words) for each in first.notes]
    assert kinds == [
        ("comment", "x"),
        ("above", "Wykaz | 2024"),
        ("other_sheet", "raz / dwa"),
        ("hidden_sheet", "ukryte"),
    ]
    assert second.notes == ()
    assert reading.passed_over[0] == "obok"
    assert "Pusty" not in reading.passed_over


def test_many_rows_are_noted_in_pieces() -> None:
    rows = [[f"{n}" * 100] for n in range(1, 10)] + [["x" * 901]]
    reading = on_sheets(Sheet("A", cells([[TITLE], ["Las"]])), Sheet("B", cells(rows)))
    words = [each.words for each in reading.submissions[0].notes if each.kind == "other_sheet"]
    assert [len([letter for letter in each if letter.isalnum()]) for each in words] == [900, 901]


def test_a_question_in_other_words_is_noted_with_what_it_was_taken_for() -> None:
    read = on_sheet([TITLE, "Wyzwanie"], ["Las", "Susza"])
    assert read.answers == {"title": "Las", "challenge": "Susza"}
    assert noted(read) == [("taken_for", "A, komórka B1: Wyzwanie", CHALLENGE)]


def test_a_date_is_told_in_the_notation_of_the_catalogue_where_one_is_asked() -> None:
    start, when = PL("ask.start"), Cell("5.12.2016", "2016-12-05")
    read = on_sheets(Sheet("A", cells([[TITLE, start, SOURCES], ["Las", when, when]])))
    assert read.submissions[0].answers == {"title": "Las", "start": "2016-12-05", "sources": "5.12.2016"}
    assert "5.12.2016" in read.passed_over


def test_in_two_columns_numbers_hidden_cells_and_answers_below_are_told_apart() -> None:
    read = on_sheet(
        ["1.", TITLE, "Las", hidden("tajne")],
        ["nr", SOURCES, beside("", said="x")],
        ["", "", "raport"],
        ["(2)", CHALLENGE, "Susza"],
    )
    assert read.answers == {"title": "Las", "sources": "raport", "challenge": "Susza"}
    assert read.leftovers == (("A, komórka A2", "nr"),)
    assert noted(read) == [("hidden_cell", "A, komórka D1", "tajne"), ("comment", "A, komórka C2", "x")]


def test_two_practices_may_stand_in_columns_beside_each_other() -> None:
    rows: Given = [[TITLE, "Las", "Staw"], [SOURCES, "raport", "strona"], [CHALLENGE, "Susza", "Powódź"]]
    first, second = on_sheets(Sheet("A", cells(rows))).submissions
    assert first.answers == {"title": "Las", "sources": "raport", "challenge": "Susza"}
    assert second.answers == {"title": "Staw", "sources": "strona", "challenge": "Powódź"}
    one = [[TITLE, "Las", "Staw"], [SOURCES, "raport"], [CHALLENGE, "Susza"]]
    assert on_sheet(*one).answers["title"] == "Las\nStaw"


def test_an_address_behind_a_name_is_a_note() -> None:
    read = on_sheet([TITLE, SOURCES], ["Las (https://example.org/a)", "raport (https://example.org/b)"])
    assert read.answers == {"title": "Las", "sources": "raport (https://example.org/b)"}
    assert noted(read) == [("link", "A, komórka A2", "https://example.org/a")]


# --- Documents


def in_document(*blocks: Paragraph | DocumentTable | str, notes: tuple[Note, ...] = ()) -> Submission:
    given = tuple(Paragraph(each) if isinstance(each, str) else each for each in blocks)
    (read,) = documents.read_answers(Document(given, notes), ASKED).submissions
    return read


def heading(text: str, level: int = 2) -> Paragraph:
    return Paragraph(text, level)


def table(*rows: Sequence[str]) -> DocumentTable:
    return DocumentTable(tuple(tuple((Paragraph(text),) for text in row) for row in rows))


def test_words_before_and_after_and_below_headings_of_their_own_are_kept() -> None:
    read = in_document(
        "wstęp", heading(TITLE), "Las", heading("Kolor"), "zielony", heading("Pusty"), heading("x" * 151)
    )
    assert read.answers == {"title": "Las"}
    assert read.leftovers == (
        (PL("submission.before"), "wstęp"),
        ("Kolor", "zielony"),
        (PL("submission.long_heading"), "x" * 151),
    )
    assert noted(read) == [("heading_alone", "", "Pusty")]
    assert in_document(heading(TITLE), "Las", heading("x" * 150), "y").leftovers == (("x" * 150, "y"),)


def test_a_heading_below_that_of_a_story_is_a_part_of_it() -> None:
    read = in_document(
        heading(TITLE), "Las", heading(BODY), "raz", heading(" Etap  1 ", 3), "dwa", heading("Obok"), "trzy"
    )
    assert read.answers["solution"] == "raz\n\n### Etap 1\n\ndwa"
    assert read.leftovers == (("Obok", "trzy"),)
    assert in_document(heading(TITLE), "Las", heading("Krok", 3), "dwa").leftovers == (("Krok", "dwa"),)


def test_a_question_and_its_answer_may_share_a_line() -> None:
    assert in_document(f"{TITLE}: Las", f"{SOURCES}: raport").answers == {"title": "Las", "sources": "raport"}
    alone = in_document(heading(TITLE), "Las", heading(SOURCES), f"{TITLE}: Staw")
    assert alone.answers == {"title": "Las", "sources": f"{TITLE}: Staw"}


def test_what_stands_beside_paragraphs_is_noted_below_its_question() -> None:
    read = in_document(
        heading(TITLE), Paragraph("Las", asides=(Aside("comment", "na pewno?"),)), notes=(Note("picture", "", "a.png"),)
    )
    assert noted(read) == [("comment", f"pod „{TITLE}”", "na pewno?"), ("picture", "", "a.png")]


def test_a_table_within_a_story_is_one_and_elsewhere_lines() -> None:
    told = in_document(heading(TITLE), "Las", heading(BODY), table(["a", "b|c"], ["d"], ["", ""]))
    assert told.answers["solution"] == "| a | b\\|c |\n| --- | --- |\n| d |  |"
    assert in_document(heading(TITLE), "Las", heading(BODY), table(["a", "b"])).answers["solution"] == "a | b"
    assert in_document(heading(TITLE), table(["Las", "w mieście"], ["", "x"])).answers["title"] == "Las w mieście\n\nx"
    assert in_document(heading(TITLE), "Las", heading("Kolor"), table(["a", "b"])).leftovers == (("Kolor", "a | b"),)


def test_a_form_in_a_table_answers_beside_its_questions() -> None:
    read = in_document(
        "wstęp", table([TITLE, "Las"], ["Kolor", "zielony"], [SOURCES, "raport"], ["", "strona"]), "potem"
    )
    assert read.answers == {"title": "Las", "sources": "raport\n\nstrona"}
    assert read.leftovers == (
        (PL("submission.before"), "wstęp"),
        ("Kolor", "zielony"),
        (PL("submission.after_table"), "potem"),
    )


def test_a_table_with_questions_in_its_first_row_is_answered_by_the_next() -> None:
    rows = ([TITLE, SOURCES, "Kolor"], ["Las", "", "zielony"], ["Staw", "strona", "x"])
    read = in_document(table(*rows))
    assert read.answers == {"title": "Las"}
    assert read.leftovers[:4] == (("Kolor", "zielony"), (TITLE, "Staw"), (SOURCES, "strona"), ("Kolor", "x"))


def test_in_a_page_made_of_text_boxes_the_boxes_are_read() -> None:
    boxes = tuple(Aside("text_box", text) for text in (f"{TITLE}\nLas", SOURCES, "raport"))
    read = in_document(Paragraph("", asides=(*boxes, Aside("comment", "x"))))
    assert read.answers == {"title": "Las", "sources": "raport"}
    assert [each.kind for each in read.notes] == ["comment"]


@pytest.mark.parametrize(
    ("lines", "answer", "notes"),
    [
        (["☒ trwa", "☐ zakończona", "☐ pilotaż"], "trwa", []),
        (["trwa ☒", "zakończona ☐"], "trwa", []),
        (["[x] trwa [ ] zakończona"], "trwa", []),
        (["x trwa", "☐ zakończona"], "trwa", []),
        (["☒ trwa", "☐ coś innego"], "trwa", [("unticked", "pod „Czy praktyka trwa?”", "coś innego")]),
        (["- [x] trwa"], "trwa", []),
        (["trwa (☒) i nie (☐)"], "trwa (☒) i nie (☐)", []),
    ],
)
def test_of_boxes_those_count_that_were_ticked(
    lines: list[str], answer: str, notes: list[tuple[str, str, str]]
) -> None:
    read = in_document(heading(TITLE), "Las", heading(PL("ask.lifecycle")), *lines)
    assert (read.answers["lifecycle"], noted(read)) == (answer, notes)


def test_answers_that_were_only_made_bold_are_asked_about() -> None:
    lifecycle = PL("ask.lifecycle")
    read = in_document(heading(TITLE), "Las", heading(lifecycle), Paragraph("trwa", is_marked=True), "zakończona")
    assert noted(read) == [("marked", f"pod „{lifecycle}”", "trwa, (zakończona)")]
    assert "lifecycle" not in read.answers
