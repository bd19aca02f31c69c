"""Documents as offices send them back: the letter with answers in a table, in colour, as comments, as changes."""

from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from goodpractices.wording import Translations

Answers = Mapping[str, str]
Made = Callable[[bytes, Answers, Translations], bytes]


def in_table(_: bytes, answers: Answers, t: Translations) -> bytes:
    """A table of an office's own: number, question, answer."""
    document: Any = Document()
    table = document.add_table(rows=1, cols=3)
    for cell, words in zip(table.rows[0].cells, ("Lp.", "Pytanie", "Odpowiedź"), strict=True):
        cell.text = words
    for n, (name, answer) in enumerate(answers.items(), 1):
        for cell, words in zip(table.add_row().cells, (f"{n}.", t(f"reply.{name}"), answer), strict=True):
            cell.text = words
    return _saved(document)


def tracked(letter: bytes, answers: Answers, t: Translations) -> bytes:
    """Answers put in while changes were tracked."""
    document: Any = Document(BytesIO(letter))
    for name, _, known in _questions(document, answers, t):
        paragraph, inserted, run, text = map(OxmlElement, ("w:p", "w:ins", "w:r", "w:t"))
        inserted.set(qn("w:author"), "Autorka")
        text.text = answers[name]
        run.append(text)
        inserted.append(run)
        paragraph.append(inserted)
        known._p.addnext(paragraph)
    return _saved(document)


def coloured(letter: bytes, answers: Answers, t: Translations) -> bytes:
    """Answers in red behind what the catalogue knows, in the same paragraph."""
    document: Any = Document(BytesIO(letter))
    for name, _, known in _questions(document, answers, t):
        known.add_run(f" {answers[name]}").font.color.rgb = RGBColor(255, 0, 0)
    return _saved(document)


def beside(letter: bytes, answers: Answers, t: Translations) -> bytes:
    """Answers in the paragraph of the question."""
    document: Any = Document(BytesIO(letter))
    for name, question, _ in _questions(document, answers, t):
        question.add_run(f" {answers[name]}")
    return _saved(document)


def commented(letter: bytes, answers: Answers, t: Translations) -> bytes:
    """Answers as comments on the questions."""
    document: Any = Document(BytesIO(letter))
    for name, question, _ in _questions(document, answers, t):
        document.add_comment(question.runs, text=answers[name], author="Autor", initials="A")
    return _saved(document)


def with_headings(form: bytes, headings: Mapping[str, str], t: Translations) -> bytes:
    """A form whose questions somebody put in words of his own, and not as headings."""
    document: Any = Document(BytesIO(form))
    labels = {t(f"reply.{name}"): words for name, words in headings.items()}
    for paragraph in document.paragraphs:
        label = next((each for each in labels if paragraph.text.endswith(each)), None)
        if label and paragraph.style.name == "Heading 2":
            paragraph.text, paragraph.style = labels[label], document.styles["Normal"]
    return _saved(document)


DOCUMENTS: Mapping[str, Made] = {
    "table": in_table,
    "tracked": tracked,
    "coloured": coloured,
    "beside": beside,
    "comments": commented,
}
"""Kinds of documents that are made of the letter."""


def _questions(document: Any, answers: Answers, t: Translations) -> Iterator[tuple[str, Any, Any]]:
    """The questions of a letter that were answered, each with its paragraph and that of what is known."""
    paragraphs = [*document.paragraphs]
    for n, paragraph in enumerate(paragraphs):
        yield from (
            (name, paragraph, paragraphs[n + 1])
            for name in answers
            if paragraph.text.strip().endswith(t(f"reply.{name}"))
        )


def _saved(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
