"""The files to fill in: what stands in them, where, and how it looks."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.support.office import DOCX, workbook
from tests.support.submissions import PL, reference

from goodpractices.editing import QUESTIONS, TEMPLATES
from goodpractices.wording import Translations

LABELS = [question.label(PL) for question in QUESTIONS]
HINTS = [question.help(PL) for question in QUESTIONS]
OPTIONS = [[*question.options(reference().shared, PL).values()] for question in QUESTIONS]


@pytest.fixture(scope="module")
def document() -> Any:
    return Document(BytesIO(DOCX))


def test_a_document_asks_each_question_with_its_hint_its_boxes_and_room(document: Any) -> None:
    asked = [
        (("Heading 2", label), ("Hint", hint), *(("Normal", f"☐ {each}") for each in options), ("Normal", ""))
        for label, hint, options in zip(LABELS, HINTS, OPTIONS, strict=True)
    ]
    assert [(each.style.name, each.text) for each in document.paragraphs] == [
        ("Title", PL("submission.template_title")),
        ("Hint", PL("submission.template_intro")),
        *(line for lines in asked for line in lines),
    ]


def test_a_document_is_a_page_of_a4_in_styles_of_its_own(document: Any) -> None:
    section = document.sections[0]
    assert [round(each.mm) for each in (section.page_width, section.page_height)] == [210, 297]
    assert sorted(each.name for each in document.styles) == [
        *("Default Paragraph Font", "Heading 2", "Heading 2 Char", "Hint", "Normal", "Normal Table"),
        *("Title", "Title Char"),
    ]
    hint = document.styles["Hint"]
    assert (hint.base_style.name, hint.font.italic, str(hint.font.color.rgb)) == ("Normal", True, "595959")
    looks = {name: document.styles[name].font for name in ("Title", "Heading 2")}
    assert {name: (each.size.pt, str(each.color.rgb)) for name, each in looks.items()} == {
        "Title": (20, "000000"),
        "Heading 2": (13, "000000"),
    }


@pytest.mark.parametrize(("language", "code"), [("pl", "pl"), ("en", "en-GB")])
def test_a_document_says_its_language_and_its_title_and_nobody_wrote_it(language: str, code: str) -> None:
    t = Translations.load(language)
    made: Any = Document(BytesIO(TEMPLATES["praktyka.docx"](reference().shared, t)))
    about = made.core_properties
    assert (about.author, about.comments, about.title) == ("", "", t("submission.template_title"))
    assert f'w:lang w:val="{code}"' in made.styles.element.xml


def test_a_file_to_fill_in_is_the_same_whenever_it_is_made() -> None:
    for data in (DOCX, workbook()):
        with ZipFile(BytesIO(data)) as package:
            assert b"2000-01-01T00:00:00Z</dcterms:created>" in package.read("docProps/core.xml")
            assert b"2000-01-01T00:00:00Z</dcterms:modified>" in package.read("docProps/core.xml")
            assert not [name for name in package.namelist() if "Effects" in name or "thumbnail" in name]
            assert {each.date_time[0] for each in package.infolist()} == {1980}


def test_a_spreadsheet_has_a_sheet_to_fill_in_one_that_explains_and_one_of_answers() -> None:
    book = load_workbook(BytesIO(workbook()))
    practices, explained, lists = book.worksheets
    assert [each.title for each in book.worksheets] == [
        PL(f"submission.sheet_{name}") for name in ("practices", "explanations", "lists")
    ]
    assert [[cell.value for cell in row] for row in practices.iter_rows(max_row=3)] == [
        LABELS,
        HINTS,
        [None] * len(LABELS),
    ]
    assert practices.max_row == 22
    head = [PL(f"submission.{name}") for name in ("question", "explanation", "allowed")]
    assert [[cell.value for cell in row] for row in explained.iter_rows()] == [
        head,
        *([label, hint, "; ".join(each) or None] for label, hint, each in zip(LABELS, HINTS, OPTIONS, strict=True)),
    ]
    singles = [each for each, question in zip(OPTIONS, QUESTIONS, strict=True) if question.kind == "choice"]
    assert [[cell.value for cell in column if cell.value] for column in lists.iter_cols()] == singles
    assert book.properties.creator in (None, "")


def test_cells_are_text_and_only_heads_are_bold() -> None:
    practices, explained, lists = load_workbook(BytesIO(workbook())).worksheets
    assert {
        cell.number_format for sheet in (practices, explained, lists) for row in sheet.iter_rows() for cell in row
    } == {"@"}
    for sheet, bold in ((practices, {1}), (explained, {1}), (lists, set[int]())):
        assert {cell.row for row in sheet.iter_rows() for cell in row if cell.font.b} == bold
        assert {round(each.width) for each in sheet.column_dimensions.values()} == {32}
        assert {(cell.alignment.vertical, cell.alignment.wrap_text) for cell in sheet[1]} == {("top", True)}


def test_one_answer_is_picked_from_its_column_and_another_may_be_typed() -> None:
    book = load_workbook(BytesIO(workbook()))
    title = book.worksheets[2].title
    picked = {str(each.sqref): each for each in book.worksheets[0].data_validations.dataValidation}
    singles = [n for n, question in enumerate(QUESTIONS) if question.kind == "choice"]
    letters = [chr(ord("A") + n) for n in singles]
    assert {place: each.formula1 for place, each in picked.items()} == {
        f"{letter}3:{letter}22": f"'{title}'!${chr(ord('A') + place)}$1:${chr(ord('A') + place)}${len(OPTIONS[n])}"
        for place, (n, letter) in enumerate(zip(singles, letters, strict=True))
    }
    assert {(each.type, each.showErrorMessage, each.allowBlank) for each in picked.values()} == {("list", False, True)}


def test_the_table_has_a_question_a_line_and_room_beside() -> None:
    data = TEMPLATES["praktyka.csv"](reference().shared, PL)
    assert data.startswith("\ufeff".encode())
    assert data.decode("utf-8-sig").split("\r\n") == [*(f"{label};" for label in LABELS), ""]
