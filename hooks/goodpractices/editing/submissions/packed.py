"""Documents and spreadsheets from strangers: looked at as what they are, ZIP files of XML, before a library opens them.

What a library might not survive is refused first: a package that unpacks to more than it may, one with two files of
one name, XML that declares entities or points outside. Nothing is ever fetched and nothing in a file is run.
"""

import re
from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from ...wording import Translations
from .sheets import MAX_COLUMNS, MAX_ROWS, Rows, read_rows
from .submission import Fault, Submission, UnusableSubmission, comparable, questions_by_label, unusable

MAX_PARTS = 400
MAX_UNPACKED = 40 * 1024 * 1024
MAX_ELEMENTS = 150_000

_XML = (".xml", ".rels", ".vml")
_TICKED, _UNTICKED = ("☒", "☑", "[x]", "[X]", "✓", "✔"), ("☐", "[ ]")
_UNREAD_PARTS = {"word/footnotes.xml", "word/endnotes.xml", "word/comments.xml"}
_DAY_IN_FORMAT = re.compile(r"(?i)d(?![^\[]*\])")


def read_document(data: bytes, t: Translations) -> Submission:
    """The answers in a filled document: what stands below each heading that is a question.

    Raises:
        UnusableSubmission: the file is no document, or not one made of our template.
    """
    refuse_hostile_package(data)
    from docx import Document  # only the environment for imports has it

    try:
        blocks = list(_blocks(Document(BytesIO(data))))
    except Exception as error:  # the library raises whatever a broken file makes it trip over
        raise unusable("submission.broken") from error
    labels = questions_by_label(t)
    ours = [*t.group("ask_help").values(), t("submission.template_title"), t("submission.template_intro")]
    hints = set(map(comparable, ours))
    answers: dict[str, list[str]] = {}
    leftovers: dict[str, list[str]] = {}
    current = leftovers.setdefault(t("submission.before"), [])
    for is_heading, words in blocks:
        question = labels.get(comparable(words))
        if question and question.id not in answers:
            current = answers.setdefault(question.id, [])
        elif is_heading and words.strip():
            current = leftovers.setdefault(words, [])
        elif kept := "\n".join(line for line in _ticked(words) if comparable(line) not in hints).strip():
            current.append(kept)
    if not answers:
        raise unusable("submission.no_questions", known=", ".join(f"„{each.label(t)}”" for each in labels.values()))
    given = {name: "\n\n".join(paragraphs) for name, paragraphs in answers.items() if paragraphs}
    rest = [(heading, "\n\n".join(paragraphs)) for heading, paragraphs in leftovers.items() if paragraphs]
    if unread := _unread(data):
        rest.append((t("submission.unread_heading"), t("submission.unread", parts=", ".join(unread))))
    return Submission(given, tuple(rest), {name: f"„{t(f'ask.{name}')}”" for name in given})


def read_workbook(data: bytes, t: Translations) -> list[Submission]:
    """The submissions on the first sheet of a filled spreadsheet.

    Raises:
        UnusableSubmission: the file is no spreadsheet, holds formulas, or is not made of our template.
    """
    refuse_hostile_package(data)
    from openpyxl import load_workbook

    try:
        book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        cells = [list(row) for row in sheet.iter_rows(max_row=MAX_ROWS + 3, max_col=MAX_COLUMNS + 1)]
    except Exception as error:  # as above
        raise unusable("submission.broken") from error
    faults: list[Fault] = []
    rows = [[_cell_text(cell, sheet.title, t, faults) for cell in row] for row in cells]
    if faults:
        raise UnusableSubmission(faults)
    return read_rows(_trimmed(rows), sheet.title, t)


def refuse_hostile_package(data: bytes) -> None:
    """Look at every part of a package before anything else does.

    Raises:
        UnusableSubmission: it is no ZIP file of XML, or one that is made to do harm.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, iterparse

    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            names = [part.filename for part in parts]
            if len(parts) > MAX_PARTS or len(set(names)) < len(names):
                raise unusable("submission.hostile")
            if sum(part.file_size for part in parts) > MAX_UNPACKED:
                raise unusable("submission.too_much_packed", max=MAX_UNPACKED // 1024 // 1024)
            elements = 0
            for part in parts:
                if part.filename.lower().endswith(_XML):
                    for _, element in iterparse(BytesIO(package.read(part)), forbid_dtd=True):
                        element.clear()
                        elements += 1
                        if elements > MAX_ELEMENTS:
                            raise unusable("submission.too_much_packed", max=MAX_UNPACKED // 1024 // 1024)
    except DefusedXmlException as error:
        raise unusable("submission.hostile") from error
    except (BadZipFile, ParseError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise unusable("submission.broken") from error


def _blocks(document: Any) -> Iterator[tuple[bool, str]]:
    """The paragraphs in their order, those of tables too, each with whether it is a heading."""
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield from ((False, " ".join(dict.fromkeys(cell.text for cell in row.cells))) for row in block.rows)
        else:
            style = (block.style.style_id or "") if block.style is not None else ""
            properties = block.paragraph_format.element.pPr
            bullet = "- " if properties is not None and properties.numPr is not None else ""
            yield style.startswith(("Heading", "Nagwek")), bullet + _with_addresses(block)


def _with_addresses(paragraph: Any) -> str:
    """The words of a paragraph; a link that hides its address behind other words says it after them."""
    words: str = paragraph.text
    for link in paragraph.hyperlinks:
        if link.url.startswith(("http://", "https://")) and link.url not in words:
            words += f" ({link.url})"
    return words


def _ticked(words: str) -> list[str]:
    """The words on their lines; of lines with a box only those that were ticked."""
    kept = []
    for line in words.split("\n"):
        bare = line.strip()
        if mark := next((each for each in _TICKED if bare.startswith(each)), None):
            kept.append(bare.removeprefix(mark).strip())
        elif not bare.startswith(_UNTICKED):
            kept.append(line)
    return kept


def _unread(data: bytes) -> list[str]:
    """Names of the parts that are not read: notes, comments, pictures, text boxes."""
    with ZipFile(BytesIO(data)) as package:
        found = sorted(_UNREAD_PARTS & set(package.namelist()))
        if any(name.startswith("word/media/") for name in package.namelist()):
            found.append("media")
        if b"txbxContent" in package.read("word/document.xml"):
            found.append("txbxContent")
    return [name.removeprefix("word/").removesuffix(".xml") for name in found]


def _cell_text(cell: Any, sheet: str, t: Translations, faults: list[Fault]) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        faults.append(Fault("submission.formula", t("submission.cell", sheet=sheet, cell=cell.coordinate)))
        return ""
    if isinstance(value, datetime):
        # A spreadsheet makes a day of the month that was typed, and tells the two apart by how it shows it only.
        return value.strftime("%Y-%m-%d" if _DAY_IN_FORMAT.search(str(cell.number_format)) else "%Y-%m")
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _trimmed(rows: Rows) -> Rows:
    """The rows without empty cells at their end and empty rows at the end of all."""
    kept = [row[: max((n for n, cell in enumerate(row, 1) if cell.strip()), default=0)] for row in rows]
    return kept[: max((n for n, row in enumerate(kept, 1) if row), default=0)]
