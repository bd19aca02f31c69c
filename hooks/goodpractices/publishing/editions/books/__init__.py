"""The catalogue to take away: sheets and a book as PDF, a book as EPUB."""

from .book import Book
from .epub import epub
from .pdf import MissingLibraries, PdfPress

__all__ = ["Book", "MissingLibraries", "PdfPress", "epub"]
