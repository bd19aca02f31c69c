"""Documents and spreadsheets to fill in without any tool of the catalogue, made of the questions.

They are kept in the repository, so that a build needs no library for them; ``scripts/make_forms.py`` makes them anew.
"""

import csv
import re
from collections.abc import Iterable
from io import BytesIO, StringIO
from itertools import zip_longest
from typing import Any
from zipfile import ZipFile

from ...catalogue import Catalogue, zip_entry
from ...wording import Translations
from .questions import QUESTIONS
from .sheet_layout import column_name

_EMPTY_ROWS = 20
_WIDTH = 32
_GREY = "595959"
# Of what the library puts into every document: the styles that are used, with what they stand on, and the parts that
# are not (styles for an older Word, a picture of the first page).
_STYLES = {"Normal", "Title", "Title Char", "Heading 2", "Heading 2 Char", "Default Paragraph Font", "Normal Table"}
_NEEDLESS = ("/stylesWithEffects", "/thumbnail")
# The libraries would write the moment of saving, or that of their own making.
_MADE = b"2000-01-01T00:00:00Z"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def document_template(catalogue: Catalogue, t: Translations) -> bytes:
    """A document (DOCX) with a heading a question, what to write, the answers to tick, and room below."""
    from docx import Document  # only the environment for imports has it

    document: Any = Document()
    set_up(document, t, t("submission.template_title"))
    document.add_paragraph(t("submission.template_title"), "Title")
    document.add_paragraph(t("submission.template_intro"), "Hint")
    for question in QUESTIONS:
        document.add_paragraph(question.label(t), "Heading 2")
        document.add_paragraph(question.help(t), "Hint")
        for label in question.options(catalogue, t).values():
            document.add_paragraph(f"☐ {label}")
        document.add_paragraph()
    return same_bytes(document)


def workbook_template(catalogue: Catalogue, t: Translations) -> bytes:
    """A spreadsheet (XLSX): a column a question, a row a practice, a second sheet that explains the columns."""
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    practices, explained, lists = (
        book.create_sheet(t(f"submission.sheet_{name}")) for name in ("practices", "explanations", "lists")
    )
    head = [question.label(t) for question in QUESTIONS]
    hints = [question.help(t) for question in QUESTIONS]
    _fill(practices, [head, hints, *([""] * len(head) for _ in range(_EMPTY_ROWS))])
    options = [list(question.options(catalogue, t).values()) for question in QUESTIONS]
    allowed = ["; ".join(each) for each in options]
    titles = tuple(t(f"submission.{name}") for name in ("question", "explanation", "allowed"))
    _fill(explained, [titles, *zip(head, hints, allowed, strict=True)])
    singles = [(n, options[n]) for n, question in enumerate(QUESTIONS) if question.kind == "choice"]
    _fill(lists, zip_longest(*(each for _, each in singles), fillvalue=""), has_head=False)
    for place, (n, allowed_here) in enumerate(singles):
        column = column_name(place)
        answers = f"'{lists.title}'!${column}$1:${column}${len(allowed_here)}"
        choice = DataValidation("list", answers, showErrorMessage=False, allow_blank=True)
        choice.add(f"{column_name(n)}3:{column_name(n)}{_EMPTY_ROWS + 2}")
        practices.add_data_validation(choice)
    book.properties.creator = ""
    return same_bytes(book)


def table_template(_: Catalogue, t: Translations) -> bytes:
    """A spreadsheet as CSV, in two columns: the questions, and room for the answers of one practice."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([question.label(t), ""] for question in QUESTIONS)
    return out.getvalue().encode("utf-8-sig")


TEMPLATES = {"praktyka.docx": document_template, "praktyki.xlsx": workbook_template, "praktyka.csv": table_template}
"""The files to fill in by name; each is made of a catalogue and the wording."""


def set_up(document: Any, t: Translations, title: str) -> None:
    """Paper, styles, language and title of a document."""
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    styles = document.styles
    for style in [*styles]:
        if style.name not in _STYLES:
            style.delete()
    for relations in (document.part.rels, document.part.package.rels):
        for name in [name for name, each in relations.items() if each.reltype.endswith(_NEEDLESS)]:
            del relations[name]
    styles.element.find(f".//{qn('w:lang')}").set(qn("w:val"), t.locale.replace("_", "-"))
    hint = styles.add_style("Hint", 1)
    hint.base_style, hint.font.italic, hint.font.color.rgb = styles["Normal"], True, RGBColor.from_string(_GREY)
    for name, size in (("Title", 20), ("Heading 2", 13)):
        styles[name].font.size, styles[name].font.color.rgb = Pt(size), RGBColor(0, 0, 0)
    about = document.core_properties
    about.author, about.comments, about.title = "", "", title


def _fill(sheet: Any, rows: Iterable[Iterable[str]], *, has_head: bool = True) -> None:
    """Cells as text, so that no spreadsheet makes a day of ``2016-12``; the first row in bold."""
    from openpyxl.styles import Alignment, Font

    for number, row in enumerate(rows, 1):
        for n, words in enumerate(row, 1):
            cell = sheet.cell(number, n, words or None)
            cell.number_format = "@"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.font = Font(bold=has_head and number == 1)
            sheet.column_dimensions[column_name(n - 1)].width = _WIDTH


def same_bytes(made: Any) -> bytes:
    """What a library saves, without the moment it did so."""
    saved, out = BytesIO(), BytesIO()
    made.save(saved)
    with ZipFile(saved) as package, ZipFile(out, "w") as same:
        for name in package.namelist():
            part = _MOMENT.sub(rb"\g<1>" + _MADE, package.read(name))
            same.writestr(zip_entry(name, packed=False), part)  # how well others pack differs
    return out.getvalue()
