"""Holds texts against the list of terms: one word for one thing, in Polish and in English."""

from .reading import Text, entry_texts, locale_texts, page_texts
from .terms import TERMS, Found, Term, found_in, read_terms, unused

__all__ = [
    "TERMS",
    "Found",
    "Term",
    "Text",
    "entry_texts",
    "found_in",
    "locale_texts",
    "page_texts",
    "read_terms",
    "unused",
]
