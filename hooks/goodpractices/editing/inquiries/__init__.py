"""Asking those who run a practice: the letter, the form that goes with it, and what the reply changes in the entry."""

from ..submissions.reading_files import read_plain
from .letter import Asking, Letter, addresses_of, letter_language, letter_to
from .letter_files import form_document, form_file, letter_document, paragraphs_of
from .recording import with_asked
from .replies import Desk, Replied, replied

__all__ = [
    "Asking",
    "Desk",
    "Letter",
    "Replied",
    "addresses_of",
    "form_document",
    "form_file",
    "letter_document",
    "letter_language",
    "letter_to",
    "paragraphs_of",
    "read_plain",
    "replied",
    "with_asked",
]
