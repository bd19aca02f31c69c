"""Asking those who run a practice: the letter, the form that goes with it, and what the reply changes in the entry."""

from .letter import Asking, Letter, letter_language, letter_to
from .letter_files import form_document, form_file, letter_document, paragraphs_of
from .recording import with_asked

__all__ = [
    "Asking",
    "Letter",
    "form_document",
    "form_file",
    "letter_document",
    "letter_language",
    "letter_to",
    "paragraphs_of",
    "with_asked",
]
