"""Office files made by code: the templates as people fill them in, and small files of one kind."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from openpyxl import Workbook
from tests.support.submissions import ANSWERS, PL, drafter, reference

from goodpractices.editing import QUESTIONS, TEMPLATES
from goodpractices.editing.submissions.asked import Asked
from goodpractices.editing.submissions.names import split_choices
from goodpractices.editing.submissions.reading_files import read_file
from goodpractices.editing.submissions.submission import Submission

OFFERED = {each.id: tuple(each.options(reference().shared, PL).values()) for each in QUESTIONS}
ASKED = Asked(PL, OFFERED)
DOCX = TEMPLATES["praktyka.docx"](reference().shared, PL)


@cache
def workbook() -> bytes:
    """The spreadsheet that editors fill in."""
    return TEMPLATES["praktyki.xlsx"](reference().shared, PL)


def filled_document(change: Callable[[str, str], str] = lambda name, words: words) -> bytes:
    """The template as somebody fills it in: ticks where there are boxes, a paragraph elsewhere."""
    document = Document(BytesIO(DOCX))
    labels = {question.label(PL): question for question in QUESTIONS}
    paragraphs = document.paragraphs
    for n, paragraph in enumerate(paragraphs):
        question = labels.get(paragraph.text)
        if question and question.id in ANSWERS:
            words = change(question.id, ANSWERS[question.id])
            below = paragraphs[n + 2 :]
            if question.allowed:
                for box in below[: len(question.options(reference().shared, PL))]:
                    if box.text.removeprefix("☐ ") in split_choices(words, drafter().names[question.allowed]):
                        box.text = box.text.replace("☐", "☒")
            else:
                below[0].text = words
    return saved(document)


def empty_document() -> Any:
    """A document with the styles of the template alone: those of the library's own are a thousand times as many."""
    document = Document(BytesIO(DOCX))
    for each in [*document.element.body][:-1]:  # the last one says how large the paper is
        document.element.body.remove(each)
    return document


def saved(made: object) -> bytes:
    out = BytesIO()
    made.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def sheet(*rows: list[object], look: str = "") -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    if look:
        book.active["B2"].number_format = look  # type: ignore[index]
    return saved(book)


def packed(parts: int, size: int = 0) -> bytes:
    """A package of so many parts, each of so many empty bytes."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for n in range(parts):
            package.writestr(f"{n}.bin", bytes(size))
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A package with one of its parts exchanged or added."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def read_document(data: bytes) -> Submission:
    """The one submission in a document."""
    (read,) = read_file(data, ".docx", PL, OFFERED)
    return read


def read_workbook(data: bytes) -> list[Submission]:
    """The submissions in a spreadsheet."""
    return read_file(data, ".xlsx", PL, OFFERED)


def noted(read: Submission) -> list[tuple[str, str, str]]:
    """What is noted beside the answers: what kind of thing, where, which words."""
    return [(note.kind, note.place, note.words) for note in read.notes]
