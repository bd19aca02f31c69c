"""The letter and the form that goes with it as documents, and the file that the form of the site opens."""

from collections.abc import Iterator
from typing import Any

from ...catalogue import PRACTICE, Practice
from ...wording import ORIGINAL, Translations
from ..entry_text import entry_text
from ..submissions.templates import same_bytes, set_up
from .letter import Asked, Letter

CLOSING = ("verdict", "who", "day", "remarks")
"""What the form asks besides the topics."""
BOXES = ("agree", "disagree", "unknown")
VERDICTS = ("confirmed", "disputed")
_MARGIN = 20
_SIZE = 10


def paragraphs_of(letter: Letter) -> Iterator[tuple[str, str]]:
    """The paragraphs of the letter as its document prints them, each with what it is: a question, what is known."""
    yield "\n".join(letter.to), "text"
    yield letter.subject, "subject"
    yield from ((words, "text") for words in letter.opening)
    for n, each in enumerate(letter.questions, 1):
        yield f"{n}. {each.label}", "question"
        yield f"{each.known} {each.goes}", "known"
    yield from ((words, "text") for words in letter.closing)
    yield "\n".join(letter.signed), "text"


def letter_document(letter: Letter) -> bytes:
    """The letter as a document (DOCX) of one page."""
    from docx import Document  # only the environment for imports has it
    from docx.shared import Mm, Pt

    document: Any = Document()
    t = Translations.load(letter.language)
    set_up(document, t, letter.subject)
    section = document.sections[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    normal = document.styles["Normal"]
    normal.font.size = Pt(_SIZE)
    normal.paragraph_format.space_after = Pt(5)
    normal.paragraph_format.line_spacing = 1
    for words, kind in paragraphs_of(letter):
        paragraph = document.add_paragraph("", "Hint" if kind == "known" else None)
        paragraph.add_run(words).bold = kind in ("subject", "question") or None
        if kind == "question":
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.keep_with_next = True
    return same_bytes(document)


def form_document(letter: Letter) -> bytes:
    """The form (DOCX): each topic with what the catalogue knows, boxes for it, and room to write."""
    from docx import Document

    document: Any = Document()
    t = Translations.load(letter.language)
    set_up(document, t, t("letter.form_title"))
    document.add_paragraph(t("letter.form_title"), "Title")
    document.add_paragraph(letter.subject)
    document.add_paragraph(t("letter.form_intro"), "Hint")
    for n, each in enumerate(letter.questions, 1):
        _question(document, each, f"{n}. {each.label}", t)
    if letter.rest:
        document.add_paragraph(t("letter.form_rest"), "Hint")
    for each in letter.rest:
        _question(document, each, each.label, t)
    for name in CLOSING:
        document.add_paragraph(t(f"reply.{name}"), "Heading 2")
        document.add_paragraph(t(f"reply_help.{name}"), "Hint")
        for verdict in VERDICTS if name == "verdict" else ():
            document.add_paragraph(f"☐ {t(f'reply_box.{verdict}')}")
        document.add_paragraph()
    document.add_paragraph(letter.signed[-1], "Hint")
    return same_bytes(document)


def form_file(practice: Practice) -> bytes:
    """The file of the entry, which the form of the site opens: filled in with what the catalogue knows."""
    return entry_text(PRACTICE.said(practice), ORIGINAL).encode()


def _question(document: Any, each: Asked, label: str, t: Translations) -> None:
    document.add_paragraph(label, "Heading 2")
    document.add_paragraph(each.known, "Hint")
    document.add_paragraph("   ".join(f"☐ {t(f'reply_box.{box}')}" for box in BOXES))
    document.add_paragraph()
