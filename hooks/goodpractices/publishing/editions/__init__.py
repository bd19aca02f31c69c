"""Other forms of the catalogue than its site: the offline archive, one file of one practice, books."""

from .books import Book, MissingLibraries, PdfPress, epub
from .offline import write_archive
from .single_file import read_styles, single_file

__all__ = [
    "Book",
    "MissingLibraries",
    "PdfPress",
    "epub",
    "read_styles",
    "single_file",
    "write_archive",
]
