"""Documents and spreadsheets: filled templates give the answers, and files made to do harm give a message."""

from collections.abc import Callable
from datetime import datetime
from datetime import time as clock
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from openpyxl import load_workbook
from tests.support.office import (
    DOCX,
    empty_document,
    filled_document,
    noted,
    packed,
    read_document,
    read_workbook,
    saved,
    sheet,
    with_part,
    workbook,
)
from tests.support.submissions import ANSWERS, PL

from goodpractices.editing import QUESTIONS, UnusableSubmission
from goodpractices.editing.submissions.reading.package import opened
from goodpractices.editing.submissions.sheet_layout import column_name


def key_of(read: Callable[[], object]) -> str:
    with pytest.raises(UnusableSubmission) as refused:
        read()
    return refused.value.faults[0].key


def test_a_filled_document_gives_the_answers() -> None:
    read = read_document(filled_document())
    assert read.leftovers == ()
    boxes = {"themes": "wsparcie młodzieży\n\nsport"}  # in the order of the boxes
    assert read.answers == {**ANSWERS, **boxes}


@pytest.mark.slow
def test_items_of_a_list_stay_items_and_paragraphs_stay_apart() -> None:
    document = Document()  # with the styles of lists, which the template has none of
    document.add_heading("Na czym to polega", 2)
    for style, words in (("Normal", "Sadzimy:"), ("List Bullet", "dęby"), ("Normal", "I tyle.")):
        document.add_paragraph(words, style)
    numbered = OxmlElement("w:numPr")
    document.paragraphs[2].paragraph_format.element.get_or_add_pPr().append(numbered)
    assert read_document(saved(document)).answers == {"solution": "Sadzimy:\n\n- dęby\n\nI tyle."}


def test_the_template_of_a_document_is_what_the_library_of_others_reads_without_a_word() -> None:
    opened(DOCX)
    assert read_document(DOCX).answers == {}


def test_the_template_of_a_spreadsheet_is_what_the_library_of_others_reads_without_a_word() -> None:
    opened(workbook())
    book = load_workbook(BytesIO(workbook()))
    assert book.sheetnames == ["Praktyki", "Objaśnienia", "Listy"]
    assert [cell.value for cell in book["Praktyki"][1]] == [question.label(PL) for question in QUESTIONS]
    assert book["Praktyki"]["K3"].number_format == "@"
    assert read_workbook(workbook()) == []


def test_a_filled_spreadsheet_gives_a_submission_a_row() -> None:
    book = load_workbook(BytesIO(workbook()))
    for row in (3, 4):
        for n, question in enumerate(QUESTIONS, 1):
            book["Praktyki"].cell(row, n).value = ANSWERS.get(question.id)
    first, second = read_workbook(saved(book))
    assert first.answers == second.answers == ANSWERS
    assert first.places["title"] == "Praktyki, komórka A3"


def test_words_outside_the_questions_and_addresses_behind_words_are_kept() -> None:
    document = Document(BytesIO(filled_document()))
    document.add_heading("Zdjęcia", 2)
    document.add_table(1, 2).rows[0].cells[0].text = "las.jpg"
    assert read_document(saved(document)).leftovers == (("Zdjęcia", "las.jpg"),)


@pytest.mark.parametrize(
    ("value", "look", "expected"),
    [
        (2016, "", "2016"),
        (2016.0, "", "2016"),
        (datetime(2016, 12, 5), "yyyy-mm-dd", "2016-12-05"),
        (datetime(2016, 12, 1), "mmm-yy", "2016-12"),
    ],
)
def test_what_a_spreadsheet_made_of_a_date_is_a_date_again(value: object, look: str, expected: str) -> None:
    (read,) = read_workbook(sheet(["Nazwa praktyki", "Początek"], ["Las", value], look=look))
    assert read.answers["start"] == expected


def test_a_formula_without_a_value_is_asked_about_and_never_worked_out() -> None:
    (read,) = read_workbook(sheet(["Nazwa praktyki", "Źródła"], ["Las", '=WEBSERVICE("https://example.org")']))
    assert read.answers == {"title": "Las"}
    assert noted(read) == [("formula_alone", "Sheet, komórka B2", '=WEBSERVICE("https://example.org")')]


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.slow
@pytest.mark.parametrize("content", [ENTITY, LAUGHS, ENTITY.decode().encode("utf-16")])
@pytest.mark.parametrize("part", ["word/document.xml", "customXml/item1.xml", "word/_rels/document.xml.rels"])
def test_xml_that_declares_anything_is_refused(content: bytes, part: str) -> None:
    assert key_of(lambda: read_document(with_part(DOCX, part, content))) == "submission.hostile"


@pytest.mark.slow
def test_a_package_that_swells_is_refused_before_it_is_unpacked() -> None:
    swollen = with_part(DOCX, "word/media/x.bin", bytes(50 * 1024 * 1024))
    assert len(swollen) < 200_000
    assert key_of(lambda: read_document(swollen)) == "submission.too_much_packed"


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"zwykly tekst", DOCX[:-30], with_part(DOCX, "word/document.xml", b"<w:document")],
)
def test_what_is_no_document_is_told_to_be_broken(data: bytes) -> None:
    assert key_of(lambda: read_document(data)) == "submission.broken"


def test_a_file_is_read_as_what_it_holds_whatever_its_name_says() -> None:
    assert read_workbook(filled_document())[0].answers["title"] == "Las w mieście"
    assert read_document(sheet(["Nazwa praktyki"], ["Las"])).answers == {"title": "Las"}


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_two_parts_of_one_name_are_refused() -> None:
    out = BytesIO(DOCX)
    with ZipFile(out, "a") as package:
        package.writestr("word/document.xml", "<x/>")
    assert key_of(lambda: read_document(out.getvalue())) == "submission.hostile"


def test_a_picture_is_named_since_nobody_reads_it() -> None:
    data = with_part(filled_document(), "word/media/a.png", b"x")
    assert noted(read_document(data)) == [("picture", "", "word/media/a.png")]


def document(*blocks: tuple[str, str]) -> bytes:
    made = empty_document()
    for style, words in blocks:
        made.add_paragraph(words, style)
    return saved(made)


def test_an_answer_says_below_which_heading_it_stands() -> None:
    read = read_document(document(("Heading 2", "Nazwa praktyki"), ("Normal", " Las ")))
    assert (read.answers, read.places) == ({"title": "Las"}, {"title": "„Nazwa praktyki”"})


def test_words_before_the_first_question_are_kept_as_such() -> None:
    data = document(("Normal", "Dzień dobry"), ("Normal", "piszę"), ("Heading 2", "Nazwa praktyki"), ("Normal", "Las"))
    assert read_document(data).leftovers == (("Przed pierwszym pytaniem", "Dzień dobry\n\npiszę"),)


def test_a_document_without_questions_names_those_there_are() -> None:
    with pytest.raises(UnusableSubmission) as refused:
        read_document(document(("Normal", "Las")))
    [fault] = refused.value.faults
    assert fault.key == "submission.no_questions"
    assert str(fault.params["known"]).startswith("„Nazwa praktyki”, „Praktyka w dwóch zdaniach”, ")


def test_a_question_that_comes_again_is_a_part_of_the_answer_before() -> None:
    data = document(
        ("Heading 2", "Nazwa praktyki"),
        ("Normal", "Las"),
        ("Heading 2", "Źródła"),
        ("Normal", "raport"),
        ("Normal", "Nazwa praktyki"),
    )
    assert read_document(data).answers == {"title": "Las", "sources": "raport\n\nNazwa praktyki"}


@pytest.mark.parametrize("mark", ["☒", "☑", "[x]", "[X]", "✓", "✔"])
def test_any_usual_tick_is_one(mark: str) -> None:
    data = document(("Heading 2", "Rodzaj praktyki"), ("Normal", f"  {mark}  projekt "), ("Normal", "☐ usługa"))
    assert read_document(data).answers == {"kind": "projekt"}


@pytest.mark.parametrize("box", ["☐", "[ ]", "  ☐"])
def test_a_box_without_a_tick_is_no_answer(box: str) -> None:
    data = document(("Heading 2", "Nazwa praktyki"), ("Normal", "Las"), ("Heading 2", "Rodzaj praktyki"))
    with_box = document(("Heading 2", "Nazwa praktyki"), ("Normal", f"{box} Las"))
    assert read_document(data).answers == {"title": "Las"}
    assert read_document(with_box).answers == {}


def test_an_address_behind_other_words_follows_them() -> None:
    made = empty_document()
    made.add_paragraph("Źródła", "Heading 2")
    for words, address in (("Raport", "https://example.org/a"), ("https://example.org/b", "https://example.org/b")):
        link = OxmlElement("w:hyperlink")
        identifier = made.part.relate_to(
            address, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink", is_external=True
        )
        link.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", identifier)
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = words
        run.append(text)
        link.append(run)
        made.add_paragraph().paragraph_format.element.append(link)
    assert read_document(saved(made)).answers == {"sources": "Raport (https://example.org/a)\n\nhttps://example.org/b"}


def test_cells_of_a_table_are_words_on_a_line_each_cell_once() -> None:
    made = empty_document()
    made.add_paragraph("Źródła", "Heading 2")
    row = made.add_table(2, 2)
    row.rows[0].cells[0].text, row.rows[0].cells[1].text = "Raport", "2020"
    row.rows[1].cells[0].merge(row.rows[1].cells[1]).text = "Strona"
    assert read_document(saved(made)).answers == {"sources": "Raport 2020\n\nStrona"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [(1.5, "1,5"), (3.0, "3"), (12, "12"), (True, "PRAWDA"), (clock(9, 30), "9:30:00"), ("  Las ", "  Las ")],
)
def test_other_cells_are_words(value: object, expected: str) -> None:
    (read,) = read_workbook(sheet(["Nazwa praktyki", "Początek"], ["Las", value]))
    assert read.answers["start"] == expected


def test_empty_rows_and_cells_at_the_end_are_no_rows() -> None:
    rows: list[list[object]] = [["Nazwa praktyki", None, " "], ["Las", " "], [None], [" ", " "]]
    assert [each.answers for each in read_workbook(sheet(*rows))] == [{"title": "Las"}]


def test_a_sheet_has_no_more_rows_and_columns_than_it_may() -> None:
    row: list[object] = ["Las"]
    assert key_of(lambda: read_workbook(sheet(["Nazwa praktyki"], *[row] * 502))) == "submission.too_many_rows"
    wide: list[list[object]] = [["Nazwa praktyki"], ["Las"] * 101]
    assert key_of(lambda: read_workbook(sheet(*wide))) == "submission.too_many_columns"


def test_a_package_may_have_four_hundred_parts() -> None:
    opened(packed(400))
    assert key_of(lambda: opened(packed(401))) == "submission.hostile"


def test_a_declaration_without_entities_is_refused_as_well() -> None:
    declared = b'<?xml version="1.0"?><!DOCTYPE x><x/>'
    assert key_of(lambda: opened(with_part(packed(1), "a.xml", declared))) == "submission.hostile"


def test_a_sheet_without_a_word_is_empty() -> None:
    assert key_of(lambda: read_workbook(sheet())) == "submission.empty"
    assert key_of(lambda: read_workbook(sheet([" "], [None, ""]))) == "submission.empty"


def test_one_answer_is_offered_as_a_list_and_several_are_not() -> None:
    book = load_workbook(BytesIO(workbook()))
    head = [cell.value for cell in book["Praktyki"][1]]
    offered = {str(each.sqref): each.formula1 for each in book["Praktyki"].data_validations.dataValidation}
    lists = {"kind": "'Listy'!$A$1:$A$", "lifecycle": "'Listy'!$B$1:$B$", "access_cost": "'Listy'!$C$1:$C$"}
    columns = [column_name(head.index(PL(f"ask.{name}"))) for name in lists]
    assert list(offered) == [f"{column}3:{column}22" for column in columns]
    assert all(each.startswith(start) for each, start in zip(offered.values(), lists.values(), strict=True))
    assert "projekt" in [cell.value for cell in book["Listy"]["A"]]
    assert [cell.value for cell in book["Objaśnienia"][1]] == [
        PL(f"submission.{name}") for name in ("question", "explanation", "allowed")
    ]
